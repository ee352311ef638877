#!/usr/bin/python3
"""How the cost of a run grows with the number of units: time of the processor, units a second, memory.

Makes the units (copies of a sample, each with a name of its own), builds all of them in one process and prints a table.
Statuses and the number of files are checked. Usage: growth.py --program build/release/gongkai [--units 1,100,1000] [--jobs 1]
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]


def make_units(sample, folder, count):
    """`count` units below `folder`, alike but for their names."""
    unit = (sample / "unit.yaml").read_text(encoding="utf-8")
    if not re.search(r"^名称:", unit, re.MULTILINE):
        raise RuntimeError(f"{sample}/unit.yaml has no 名称")
    for number in range(count):
        target = folder / f"unit{number:05d}"
        target.mkdir(parents=True)
        renamed = re.sub(r"^(名称:\s*)(\S+)", rf"\g<1>\g<2>第{number}分中心", unit, count=1, flags=re.MULTILINE)
        (target / "unit.yaml").write_text(renamed, encoding="utf-8")
        for year_file in sample.glob("2*.yaml"):
            shutil.copy(year_file, target)


class MemoryWatch(threading.Thread):
    """Samples the resident memory of a process while it runs, in MiB."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.samples, self.done = pid, [], False

    def run(self):
        while not self.done:
            try:
                status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
                found = re.search(r"VmRSS:\s+(\d+) kB", status)
                if found:
                    self.samples.append(int(found[1]) / 1024)
            except OSError:
                return
            time.sleep(0.05)


def run_build(program, units, out, jobs):
    """Seconds of the clock and of the processor, peak MiB, growth of the memory over the last nine tenths."""
    start = time.monotonic()
    process = subprocess.Popen([program, "build", units, "-o", out, "--jobs", str(jobs)], stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, env={**os.environ, "GONGKAI_HOME": str(SOURCE)})
    watch = MemoryWatch(process.pid)
    watch.start()
    _, status, usage = os.wait4(process.pid, 0)
    watch.done = True
    wall = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"the build of {units} ended with {os.waitstatus_to_exitcode(status)}")
    samples = watch.samples or [usage.ru_maxrss / 1024]
    early, late = samples[len(samples) // 10:len(samples) // 5 + 1], samples[-max(1, len(samples) // 10):]
    growth = max(late) / max(early) - 1 if early else 0.0
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, growth


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--sample", type=Path, default=SOURCE / "data" / "jianghan")
    parser.add_argument("--units", default="1,10,100", help="numbers of units, with commas")
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    print("| 单位数 | 墙钟 秒 | 处理器 秒 | 每单位处理器 毫秒 | 每秒每核 | 峰值内存 MiB | 后九成内存增长 |")
    print("|---|---|---|---|---|---|---|")
    for count in map(int, options.units.split(",")):
        with tempfile.TemporaryDirectory() as scratch:
            units, out = Path(scratch) / "units", Path(scratch) / "out"
            make_units(options.sample, units, count)
            wall, processor, peak, growth = run_build(options.program.resolve(), units, out, options.jobs)
            for kind in ("pdf", "xlsx"):
                made = len(list(out.glob(f"*/*/*.{kind}")))
                if made < count:
                    sys.exit(f"{count} units gave {made} {kind} files")
        print(f"| {count} | {wall:.2f} | {processor:.2f} | {1000 * processor / count:.1f} | {count / processor:.1f} "
              f"| {peak:.1f} | {growth:+.1%} |", flush=True)


if __name__ == "__main__":
    main()
