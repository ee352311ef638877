#!/usr/bin/python3
"""Counts the instructions of one build and of its check with callgrind and compares them with the counts kept here.

Counts, unlike times, are the same on every machine: same packages (Debian 12), same compiler, optional processor features
switched off. A change above 5 % fails; `--update` writes the new counts, for the commit that explains them.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

KEPT = Path(__file__).with_suffix(".json")
TOLERANCE = 0.05
# glibc picks its string functions by processor; without these it picks the same ones everywhere.
BASELINE = "glibc.cpu.hwcaps=" + ",".join(
    "-" + feature for feature in ("AVX", "AVX2", "AVX512F", "AVX512VL", "AVX512BW", "BMI1", "BMI2", "LZCNT", "MOVBE", "ERMS",
                                  "FSRM", "FMA", "FMA4", "RTM"))
# So does libcrypto with SHA-256.
NO_FEATURES = "0:0"


def commands(program, source, scratch):
    """What is counted: a name, and the command."""
    unit = source / "data" / "shifan"
    return {
        "build_pdf_and_workbook": [program, "build", unit, "-o", scratch],
        "read_compute_check_compose": [program, "check", unit],
    }


def count(command, source, scratch):
    """Instructions of one run; the run must succeed."""
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "GLIBC_TUNABLES": BASELINE,
                   "OPENSSL_ia32cap": NO_FEATURES, "GONGKAI_HOME": str(source)}
    result = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={scratch}/callgrind.out",
                             *map(str, command)], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    counted = re.search(r"Collected : (\d+)", result.stderr)
    if result.returncode != 0 or not counted:
        raise RuntimeError(f"{command} ended with {result.returncode}\n{result.stdout}\n{result.stderr}")
    return int(counted[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True, help="the gongkai binary, a Release build by g++ 12")
    parser.add_argument("--source", type=Path, required=True, help="the source folder (holds data/)")
    parser.add_argument("--update", action="store_true", help="write the counts instead of comparing them")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        counts = {name: count(command, options.source.resolve(), scratch)
                  for name, command in commands(options.program.resolve(), options.source.resolve(), scratch).items()}
    if options.update:
        KEPT.write_text(json.dumps(counts, indent=2) + "\n", encoding="utf-8")
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    failed = False
    for name, now in counts.items():
        change = now / kept[name] - 1
        failed = failed or abs(change) > TOLERANCE
        print(f"{name}: {now:,} instructions, kept {kept[name]:,}, {change:+.2%}")
    if failed:
        print("More than 5 %: if it is meant, run with --update and say why in the commit.")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
