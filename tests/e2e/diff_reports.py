"""The ways of asking what changed tell the same: year files, unit folders, builds; as text and as one page."""
import re
import shutil

from support.program import arguments, fresh_folder, run
from support.report import Report

FIND, PUT = "公务用车运行维护费: 1.95", "公务用车运行维护费: 1.85"


def check_reports(report, options, scratch):
    """Folders and builds tell the same; the page needs nothing else; nothing changed is said so."""
    unit = scratch / "jianghan"
    shutil.copytree(unit, scratch / "corrected" / "jianghan")
    year = scratch / "corrected" / "jianghan" / "2024.yaml"
    year.write_text(year.read_text(encoding="utf-8").replace(FIND, PUT), encoding="utf-8")
    run([options.program, "build", unit, "-o", scratch / "old"])
    run([options.program, "build", year.parent, "-o", scratch / "fresh"])
    page = scratch / "diff.html"
    text = run([options.program, "diff", unit, year.parent, "--year", "2024", "--html", page]).stdout
    for old, new in ((unit / "2024.yaml", year), (scratch / "old" / "jianghan", scratch / "fresh" / "jianghan" / "2024"),
                     (scratch / "old" / "jianghan", year.parent)):
        report.equal(run([options.program, "diff", old, new]).stdout, text, f"{old} and {new} tell another thing")
    report.check("1.95万元 → 1.85万元" in text, f"the text does not show the figure: {text[:200]}")
    html = page.read_text(encoding="utf-8")
    report.check("<del>9</del>" in html and "<ins>8</ins>" in html, "the page marks no digits")
    report.check(not re.search(r'(?:src|href)\s*=|@import|url\(', html), "the page needs other files")
    report.equal(run([options.program, "diff", unit, unit]).stdout, "没有不同\n", "a unit with itself")
    missing = run([options.program, "diff", unit, unit, "--year", "2019"], check=False)
    report.equal(missing.returncode, 1, "a year that is not there")


def main():
    options = arguments(__doc__)
    report = Report()
    scratch = fresh_folder(options.scratch)
    shutil.copytree(options.source / "data" / "jianghan", scratch / "jianghan")
    check_reports(report, options, scratch)
    report.finish()


if __name__ == "__main__":
    main()
