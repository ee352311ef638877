"""The same input gives the same bytes: on another day, in another zone, locale, umask, folder, with more jobs."""
import os
import shutil

from support.program import SAMPLES, arguments, fresh_folder, run, tree_bytes
from support.report import Report

WORLDS = {
    "another day and time zone": ({"TZ": "Pacific/Kiritimati", "LC_ALL": "C"}, 0o022,
                                  ["faketime", "-f", "@2031-02-28 23:59:58"], ["--jobs", "1"]),
    "another locale and umask": ({"TZ": "America/St_Johns", "LC_ALL": "C.UTF-8", "LANG": "de_DE.UTF-8"}, 0o077, [],
                                 ["--jobs", "4"]),
}


def build(options, folder, environment, umask, before, after):
    """Builds copies of the samples under `folder` from a working directory of its own; returns what was made."""
    fresh_folder(folder)
    shutil.copytree(options.source / "data", folder / "units")
    units = [folder / "units" / name for name in SAMPLES]
    where = fresh_folder(folder / "cwd")
    run([*before, options.program, "build", *units, "-o", folder / "out", *after], cwd=where, environment=environment,
        prepare=lambda: os.umask(umask))
    return published(folder / "out")


def published(out):
    """What was published; the summary of the run tells times and is not."""
    return {path: content for path, content in tree_bytes(out).items() if not path.startswith("summary.")}


def main():
    options = arguments(__doc__)
    report = Report()
    first = published(options.built)
    year = run([*WORLDS["another day and time zone"][2], "date", "+%Y"]).stdout.strip()
    report.equal(year, "2031", "the day is not another")
    for index, (name, (environment, umask, before, after)) in enumerate(WORLDS.items()):
        second = build(options, options.scratch / f"world-{index}" / "自定义 路径", environment, umask, before, after)
        report.equal(sorted(second), sorted(first), f"{name}: files made")
        for path in sorted(first):
            report.check(first[path] == second.get(path), f"{name}: {path} has other bytes")
    report.finish()


if __name__ == "__main__":
    main()
