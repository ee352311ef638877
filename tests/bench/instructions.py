#!/usr/bin/python3
"""Counts the instructions of one build and of its check with callgrind and compares them with the counts kept here.

Unlike times, counts do not depend on how busy the machine is. What they could depend on, and what is done about it:
  the processor   valgrind shows every program the same one (a Haswell i7), and glibc is told to take its plainest functions;
                  the names of the variants that ran are kept, to see when that does not hold
  libraries       their build ids are kept. The program's own code is always compared; the whole process only where every
                  library is the same as when the counts were kept
  the compiler    kept; with another, or without valgrind, there is nothing to compare: exit status 77, "skipped"
  paths, settings relative paths, an empty environment, a scratch folder of a fixed length
Counted again, in another folder, on a busy machine, its own code differs by less than 0.01 %, the whole by less than 0.1 %.

A change above 5 % fails; `--update` writes the new counts, for the commit that explains them.
"""
import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

KEPT = Path(__file__).with_suffix(".json")
TOLERANCE = 0.05
SKIPPED = 77
PLAIN_FEATURES = ",".join(
    "-" + feature for feature in ("AVX", "AVX2", "AVX512F", "AVX512VL", "AVX512BW", "BMI1", "BMI2", "LZCNT", "MOVBE", "ERMS",
                                  "FSRM", "FMA", "FMA4", "RTM", "SSSE3", "SSE4_1", "SSE4_2", "AVX_Fast_Unaligned_Load"))
TUNABLES = (f"glibc.cpu.hwcaps={PLAIN_FEATURES}:glibc.cpu.x86_data_cache_size=32768:"
            "glibc.cpu.x86_shared_cache_size=1048576:glibc.cpu.x86_non_temporal_threshold=786432")
VARIANT = re.compile(r"^__\w+_(?:sse|ssse|avx|evex|erms|fma)\w*$")


def commands(scratch):
    """What is counted: a name, and the program's arguments."""
    return {"build_pdf_and_workbook": ["build", "data/shifan", "-o", f"{scratch}/out"],
            "read_compute_check_compose": ["check", "data/shifan"]}


class Profile:
    """A callgrind file: instructions of each object (program or library), and the processor's variants that ran."""

    def __init__(self, path):
        self.objects, self.variants = Counter(), set()
        names, current, of_a_call = {}, "", False
        with open(path, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                named = re.match(r"(c?ob|c?fn)=\((\d+)\)(?: (.*))?", line)
                if named:
                    kind, number, name = named.groups()
                    if name and kind.endswith("ob"):
                        names[number] = name
                    elif name and VARIANT.match(name):
                        self.variants.add(name)
                    if kind == "ob":
                        current = number
                elif line.startswith("calls="):
                    of_a_call = True  # the next line's cost is the callee's
                elif line[0].isdigit() or line[0] in "+-*":
                    if not of_a_call:
                        self.objects[current] += int(line.split()[1])
                    of_a_call = False
        self.objects = Counter({names.get(number, "?"): count for number, count in self.objects.items()})


def count(program, arguments, source, scratch):
    """The profile of one run; the run must succeed."""
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "GLIBC_TUNABLES": TUNABLES, "GONGKAI_HOME": ".",
                   "HOME": scratch}
    command = [shutil.which("valgrind"), "--tool=callgrind", f"--callgrind-out-file={scratch}/callgrind.out", program, *arguments]
    result = subprocess.run(command, env=environment, cwd=source, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                            check=False)
    collected = re.search(r"Collected : (\d+)", result.stderr)
    if result.returncode != 0 or not collected:
        raise RuntimeError(f"{command} ended with {result.returncode}\n{result.stdout}\n{result.stderr}")
    profile = Profile(f"{scratch}/callgrind.out")
    if profile.objects.total() != int(collected[1]):
        raise RuntimeError(f"the profile's parts make {profile.objects.total()} instructions, callgrind says {collected[1]}")
    return profile


def build_id(path):
    """The linker's fingerprint of a library."""
    notes = subprocess.run(["readelf", "-n", path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    found = re.search(r"Build ID: (\w+)", notes.stdout)
    return found[1] if found else "unknown"


def compiler_of(program):
    """Which compilers made it, by the comments they leave."""
    notes = subprocess.run(["readelf", "-p", ".comment", program], stdout=subprocess.PIPE, text=True, check=True)
    return ", ".join(sorted({" ".join(found) for found in re.findall(r"(GCC|clang)\D.*?([\d.]+)$", notes.stdout, re.MULTILINE)}))


def measure(options):
    """Everything that is kept: the compiler, the libraries, the variants, and of each command its own and all instructions."""
    measured = {"compiler": compiler_of(options.program), "libraries": {}, "variants": [], "counts": {}}
    variants = set()
    for name, arguments in commands("").items():
        with tempfile.TemporaryDirectory(prefix="gongkai-instructions-") as scratch:
            arguments = commands(scratch)[name]
            profile = count(options.program, arguments, options.source, scratch)
        own = profile.objects[str(options.program)]
        measured["counts"][name] = {"own": own, "all": profile.objects.total()}
        measured["libraries"].update({Path(path).name: build_id(path) for path in profile.objects
                                      if path.startswith("/") and path != str(options.program)})
        variants |= profile.variants
        print(f"{name}: {own:,} of its own, {profile.objects.total():,} in all; most in "
              + ", ".join(f"{Path(path).name} {part:,}" for path, part in profile.objects.most_common(5)))
    measured["libraries"] = dict(sorted(measured["libraries"].items()))
    measured["variants"] = sorted(variants)
    return measured


def compare(now, kept):
    """Prints the changes; whether none is too large. The whole process counts only where its surroundings are the same."""
    others = [name for name in {*now["libraries"], *kept["libraries"]}
              if now["libraries"].get(name) != kept["libraries"].get(name)]
    same = not others and now["variants"] == kept["variants"]
    if not same:
        print("Other libraries than when the counts were kept, or other variants of their functions: "
              f"{', '.join(sorted(others)) or 'variants'}. Only the program's own code is compared.")
    sound = True
    for name, counts in now["counts"].items():
        for part, label in (("own", "of its own"), ("all", "in all")):
            change = counts[part] / kept["counts"][name][part] - 1
            compared = part == "own" or same
            sound = sound and not (compared and abs(change) > TOLERANCE)
            print(f"{name}: {counts[part]:,} {label}, kept {kept['counts'][name][part]:,}, {change:+.2%}"
                  + ("" if compared else " (not compared)"))
    return sound


def reason_to_skip(options, kept):
    """Why there is nothing to compare, or None."""
    if shutil.which("valgrind") is None:
        return "valgrind is not installed"
    if options.build != "Release":
        return f"the counts are of a plain Release build, this is {options.build or 'a build without a type'}"
    if kept and compiler_of(options.program) != kept["compiler"]:
        return f"the counts are of {kept['compiler']}, this is {compiler_of(options.program)}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True, help="the gongkai binary")
    parser.add_argument("--source", type=Path, required=True, help="the source folder (holds data/)")
    parser.add_argument("--build", default="Release", help="the type of the build, with what it is instrumented for")
    parser.add_argument("--update", action="store_true", help="write the counts instead of comparing them")
    options = parser.parse_args()
    options.program, options.source = options.program.resolve(), options.source.resolve()
    kept = None if options.update else json.loads(KEPT.read_text(encoding="utf-8"))
    reason = reason_to_skip(options, kept)
    if reason:
        print(f"Skipped: {reason}.")
        sys.exit(SKIPPED)
    measured = measure(options)
    if options.update:
        KEPT.write_text(json.dumps(measured, indent=2) + "\n", encoding="utf-8")
        return
    if not compare(measured, kept):
        sys.exit("More than 5 %: if it is meant, run with --update and say why in the commit.")


if __name__ == "__main__":
    main()
