"""docs/模板编写.md followed to the letter: its files are written, its commands run, and what it says they print is
compared character by character; then its pack makes a document of a unit."""
import re
import shutil

from support.program import arguments, fresh_folder, output_of, run
from support.report import Report

DATA = ("data/classification", "data/trial", "data/shifan", "templates/base")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
FILE_LINE = re.compile(r"`(templates/[^`]+)`：\s*$")
FIGURES = ("第一部分 决算表", "会议费、培训费支出情况表", "图1：收支总计", "绩效自评表", "0.00",
           "与上年相比增加", "1.会议费、培训费：指单位用一般公共预算安排")


def steps(manual):
    """The manual's blocks in order: ("file", path, text), ("run", command) or ("said", text)."""
    found = []
    for fence in FENCE.finditer(manual):
        kind, text = fence[1], fence[2]
        named = FILE_LINE.search(manual[:fence.start()].rstrip("\n"))
        if named:
            found.append(("file", named[1], text))
        elif kind == "sh":
            found += [("run", line) for line in text.splitlines() if line]
        elif kind == "text":
            found.append(("said", text))
    return found


def follow(options, home, manual, report):
    said = ""
    for step in steps(manual):
        if step[0] == "file":
            path = home / step[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step[2], encoding="utf-8")
        elif step[0] == "run":
            words = step[1].split()
            report.equal(words[0], "gongkai", "the manual's command")
            result = run([options.program, *words[1:]], cwd=home, environment={"GONGKAI_HOME": str(home)}, check=False)
            said = (result.stdout + result.stderr).replace(f"{home}/", "")
            report.check(result.returncode in (0, 1), f"{step[1]} ended with {result.returncode}: {said}")
        else:
            report.equal(said, step[1], "what the program says where the manual shows it")


def main():
    options = arguments(__doc__)
    report = Report()
    home = fresh_folder(options.scratch)
    for folder in DATA:
        shutil.copytree(options.source / folder, home / folder)
    unit = home / "试单位"
    shutil.copytree(options.source / "data/shifan", unit)
    text = (unit / "unit.yaml").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^模板: .*$", "模板: haiwan", text)
    (unit / "unit.yaml").write_text(text, encoding="utf-8")
    manual = (options.source / "docs/模板编写.md").read_text(encoding="utf-8")
    follow(options, home, manual, report)
    pdfs = sorted((home / "out").rglob("*.pdf"))
    if report.check(len(pdfs) == 1, f"the manual's pack made {len(pdfs)} documents"):
        flowing = "".join(output_of(["pdftotext", pdfs[0], "-"]).split())
        for figure in FIGURES:
            report.check("".join(figure.split()) in flowing, f"not in the document: {figure}")
    report.finish()


if __name__ == "__main__":
    main()
