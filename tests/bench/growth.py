#!/usr/bin/python3
"""How the cost of a run grows with the number of units and threads: time of clock and processor, units a second, memory.

  growth.py --program build/release/gongkai [--units 1,100,1000,10000] [--jobs 1,2]

Makes the units (a sample under other names), builds all of them in one process and prints a table. What is finished is
checked, counted and deleted while the run goes on, so that ten thousand units need no more room than a hundred. Memory is
sampled with the number of units finished by then; its growth is counted from the hundredth on. Beside what several
threads gain stands what as many processes gain, each with a share of the units: more than that this machine does not give.
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
from dataclasses import dataclass
from pathlib import Path
from statistics import median

SOURCE = Path(__file__).resolve().parents[2]
YEAR = "2024"
BEHIND = 200   # finished units that are left alone: the program may still be busy with the newest
FROM = 100     # unit from which memory ought to be level
PAUSE = 0.1   # seconds between two samples


def make_units(sample, folder, count):
    """`count` units below `folder`, alike but for their names; the year files are links to one copy."""
    unit = (sample / "unit.yaml").read_text(encoding="utf-8")
    if not re.search(r"^名称:", unit, re.MULTILINE):
        raise RuntimeError(f"{sample}/unit.yaml has no 名称")
    shared = folder.parent / "shared"
    shared.mkdir(exist_ok=True)
    years = [Path(shutil.copy(year_file, shared)) for year_file in sample.glob("2*.yaml")]
    for number in range(count):
        target = folder / f"unit{number:05d}"
        target.mkdir(parents=True)
        renamed = re.sub(r"^(名称:\s*)(\S+)", rf"\g<1>\g<2>第{number}分中心", unit, count=1, flags=re.MULTILINE)
        (target / "unit.yaml").write_text(renamed, encoding="utf-8")
        for year_file in years:
            os.link(year_file, target / year_file.name)


class Watch(threading.Thread):
    """Follows a run: (units finished, resident MiB) again and again; checks and deletes finished units."""

    def __init__(self, pid, out):
        super().__init__(daemon=True)
        self.pid, self.out = pid, out
        self.samples, self.peak, self.gone, self.wrong = [], 0.0, 0, []
        self._seen = {}  # folders of finished units not deleted yet, in the order they were seen
        self._over = threading.Event()

    def run(self):
        while not self._over.is_set():
            self._look()
            self._sample()
            time.sleep(PAUSE)

    def finish(self):
        """After the process has ended: counts what is left."""
        self._over.set()
        self.join()
        self._look()
        self._clear(0)

    def finished(self):
        return self.gone + len(self._seen)

    def _look(self):
        if not self.out.is_dir():
            return
        for name in os.listdir(self.out):
            if name not in self._seen and (self.out / name / YEAR).is_dir():
                self._seen[name] = True
        self._clear(BEHIND)

    def _clear(self, keep):
        for name in list(self._seen)[:max(0, len(self._seen) - keep)]:
            kinds = sorted(path.suffix for path in (self.out / name / YEAR).iterdir() if path.suffix in (".pdf", ".xlsx"))
            if kinds != [".pdf", ".xlsx"]:
                self.wrong.append(f"{name}: {kinds}")
            shutil.rmtree(self.out / name)
            del self._seen[name]
            self.gone += 1

    def _sample(self):
        try:
            status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        except OSError:
            return
        found = dict(re.findall(r"^(VmRSS|VmHWM):\s+(\d+) kB", status, re.MULTILINE))
        if found:
            self.samples.append((self.finished(), int(found["VmRSS"]) / 1024))
            self.peak = max(self.peak, int(found["VmHWM"]) / 1024)


@dataclass
class Run:
    """What one run took."""
    wall: float
    processor: float
    peak: float      # MiB
    growth: float    # of the memory between the hundredth unit and the last tenth; None when there were too few


def growth_of(samples, count):
    """The median of the last tenth over that of the tenth that starts with the hundredth unit (or, of few, halfway)."""
    first, tenth = min(FROM, count // 2), max(1, count // 10)
    early = [memory for finished, memory in samples if first <= finished < first + tenth]
    late = [memory for finished, memory in samples if count - tenth <= finished < count]
    return median(late) / median(early) - 1 if early and late and count >= FROM else None


def run_build(program, units, out, count, jobs):
    """One run of all units; status, number of files and kinds are checked."""
    start = time.monotonic()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen([program, "build", units, "-o", out, "--jobs", str(jobs)], stdout=subprocess.DEVNULL,
                                   stderr=errors, env={**os.environ, "GONGKAI_HOME": str(SOURCE)})
        watch = Watch(process.pid, out)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        watch.finish()
        errors.seek(0)
        said = errors.read().decode(errors="replace")[-2000:]
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"the build of {units} ended with {os.waitstatus_to_exitcode(status)}\n{said}")
    if watch.gone != count or watch.wrong:
        raise RuntimeError(f"{count} units gave {watch.gone} folders; {watch.wrong[:5]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, watch.peak, growth_of(watch.samples, count))


def run_apart(program, units, out, count, parts):
    """The wall clock of `parts` processes at one time, one thread each, with a share of the units each: as much as this
    machine can gain by that many threads when they have nothing in common."""
    folders = sorted(units.iterdir())
    start = time.monotonic()
    processes = [subprocess.Popen([program, "build", *folders[part::parts], "-o", out / str(part)],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                  env={**os.environ, "GONGKAI_HOME": str(SOURCE)}) for part in range(parts)]
    statuses = [process.wait() for process in processes]
    wall = time.monotonic() - start
    built = len(list(out.glob(f"*/*/{YEAR}/*.pdf")))
    if any(statuses) or built != count:
        raise RuntimeError(f"{parts} processes ended with {statuses} and made {built} of {count} units")
    return wall


def print_row(count, jobs, run, single, apart):
    """One line of the table; `single` is the run with one thread, when there was one, `apart` the time of processes."""
    growth = "—" if run.growth is None else f"{run.growth:+.1%}"
    several = single is not None and single is not run
    faster = f"{single.wall / run.wall:.2f}" if several else "—"
    most = f"{single.wall / apart:.2f}" if several else "—"
    print(f"| {count} | {jobs} | {run.wall:.2f} | {run.processor:.2f} | {1000 * run.processor / count:.1f} "
          f"| {count / run.processor:.1f} | {run.peak:.1f} | {growth} | {faster} | {most} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--sample", type=Path, default=SOURCE / "data" / "jianghan")
    parser.add_argument("--units", default="1,10,100", help="numbers of units, with commas")
    parser.add_argument("--jobs", default="1", help="numbers of threads, with commas")
    options = parser.parse_args()
    print("| 单位数 | 线程 | 墙钟 秒 | 处理器 秒 | 每单位处理器 毫秒 | 每秒每核 | 峰值内存 MiB | 第 100 份以后内存增长 | 比一个线程快几倍 "
          "| 分成几个进程快几倍 |")
    print("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    for count in map(int, options.units.split(",")):
        with tempfile.TemporaryDirectory(prefix="gongkai-growth-") as scratch:
            units = Path(scratch) / "units"
            make_units(options.sample, units, count)
            single = None
            for jobs in map(int, options.jobs.split(",")):
                if jobs > count:
                    continue
                run = run_build(options.program.resolve(), units, Path(scratch) / "out", count, jobs)
                single = run if jobs == 1 else single
                shutil.rmtree(Path(scratch) / "out")
                apart = None
                if single is not None and single is not run:
                    apart = run_apart(options.program.resolve(), units, Path(scratch) / "out", count, jobs)
                    shutil.rmtree(Path(scratch) / "out")
                print_row(count, jobs, run, single, apart)


if __name__ == "__main__":
    try:
        main()
    except RuntimeError as problem:
        sys.exit(str(problem))
