"""A folder of folders: one unit's errors stop nobody, the summary tells all, parts are disjoint, memory is bounded."""
import csv
import json
import resource
import shutil
import subprocess

from support.program import arguments, fresh_folder, run
from support.report import Report

GOOD = 6
BAD = "坏账本"
EMPTY = "只有资料"


def make_units(options, folder, count):
    """`count` copies of a sample, some of them deeper."""
    for i in range(count):
        name = f"区/单位{i:02}" if i % 3 == 0 else f"单位{i:02}"
        shutil.copytree(options.source / "data" / "jianghan", folder / name)


def read_summary(out, name="summary"):
    rows = list(csv.DictReader((out / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()))
    return rows, json.loads((out / f"{name}.json").read_text(encoding="utf-8"))


def check_all(report, options, units, out):
    result = run([options.program, "build", units, "-o", out, "--jobs", "2", "--only", "xlsx", "--timings"], check=False)
    report.equal(result.returncode, 1, "exit status with a refused unit")
    rows, told = read_summary(out)
    by_unit = {row["单位文件夹"]: row for row in rows}
    report.equal(len(rows), GOOD + 2, "rows of the summary")
    report.equal((told["total"], told["built"], told["refused"]), (GOOD + 2, GOOD, 2), "counts in JSON")
    report.equal(by_unit[BAD]["结果"], "没有生成", "the bad unit")
    report.check(by_unit[BAD]["原因"].startswith("E0212"), f"the bad unit's reason: {by_unit[BAD]['原因']}")
    report.check("没有年度文件" in by_unit[EMPTY]["原因"], "a unit without a year file is not told")
    report.equal(sum(row["结果"] == "已生成" for row in rows), GOOD, "units built")
    report.equal(len(list(out.rglob("*.xlsx"))), GOOD, "workbooks")
    report.check("单位05" in result.stderr and "读账本" in result.stderr, "no timings in the output")
    return {path: path.read_bytes() for path in out.rglob("*.xlsx")}


def check_shards(report, options, units, out, whole):
    """The parts together are the whole, none twice."""
    seen = []
    for index in range(1, 4):
        run([options.program, "build", units, "-o", out, "--only", "xlsx", "--shard", f"{index}/3"], check=False)
        seen += [row["单位文件夹"] for row in read_summary(out, f"summary-{index}-of-3")[0]]
    report.equal(len(seen), len(set(seen)), "a unit is in two parts")
    report.equal(len(seen), GOOD + 2, "units in all parts")
    parts = {path.relative_to(out): path.read_bytes() for path in out.rglob("*.xlsx")}
    report.equal(sorted(parts), sorted(path.relative_to(path.parents[len(path.parts) - len(out.parts) - 1])
                                       for path in whole), "files of the parts")
    bad = run([options.program, "build", units, "--shard", "4/3"], check=False)
    report.equal(bad.returncode, 2, "exit status of a part beyond the last")


def peak_memory(command):
    """Peak resident memory of a run in MB."""
    script = "import resource,subprocess,sys;subprocess.run(sys.argv[1:],stderr=subprocess.DEVNULL);" \
             "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    out = subprocess.run(["python3", "-c", script, *map(str, command)], stdout=subprocess.PIPE, check=True)
    return int(out.stdout) / 1024


def check_memory(report, options, scratch):
    """Five times the units do not take more memory."""
    peaks = []
    for count in (6, 30):
        units = fresh_folder(scratch / f"memory-{count}")
        make_units(options, units, count)
        peaks.append(peak_memory([options.program, "build", units, "-o", scratch / f"memory-out-{count}"]))
    print(f"peak memory: {peaks[0]:.0f} MB with 6 units, {peaks[1]:.0f} MB with 30")
    report.check(peaks[1] < peaks[0] * 1.2 + 10, f"memory grows with the units: {peaks}")


def check_unit_file(report, options):
    """A unit's unit.yaml stands for its folder: people drag the file they see."""
    unit = options.source / "data" / "jianghan"
    by_folder, by_file = (run([options.program, "check", path]).stdout for path in (unit, unit / "unit.yaml"))
    report.equal(by_file, by_folder, "check of unit.yaml")


def main():
    options = arguments(__doc__)
    report = Report()
    scratch = fresh_folder(options.scratch)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    units = fresh_folder(scratch / "units")
    make_units(options, units, GOOD)
    shutil.copytree(options.source / "data" / "jianghan", units / BAD)
    year = units / BAD / "2024.yaml"
    year.write_text(year.read_text(encoding="utf-8").replace("2080109: 303.10", "2080109: 三百"), encoding="utf-8")
    (units / EMPTY).mkdir()
    shutil.copy(options.source / "data" / "jianghan" / "unit.yaml", units / EMPTY)
    check_unit_file(report, options)
    whole = check_all(report, options, units, scratch / "out")
    check_shards(report, options, units, scratch / "parts", whole)
    check_memory(report, options, scratch)
    report.finish()


if __name__ == "__main__":
    main()
