"""Characters the first font of a role lacks are printed all the same, and a build says on one line where they come from."""
import re
import shutil

from support.pdf import pages_text, squeeze
from support.program import arguments, fresh_folder, run
from support.report import Report
from support.standards import problems
from support.standards.objects import read_pdf

RARE = "镕堃喆玥頔赟昇峣叕𬭎𠮷"
JOINED = "葛\U000E0100甲\u200d乙"   # characters shown by several glyphs together: a variant, a joiner


def rename_unit(folder):
    """Gives the sample a name full of rare characters."""
    for path in folder.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("示范市社会保险服务中心", f"示范市{RARE}{JOINED}社会保险服务中心"), encoding="utf-8")


def main():
    options = arguments(__doc__)
    report = Report()
    scratch = fresh_folder(options.scratch)
    unit = scratch / "shifan"
    shutil.copytree(options.source / "data" / "shifan", unit)
    rename_unit(unit)
    said = run([options.program, "build", unit, "-o", scratch / "out", "--only", "pdf"]).stderr
    lines = [line for line in said.splitlines() if line.lstrip().startswith("补缺字：")]
    if report.equal(len(lines), 1, f"lines about fallbacks in {said}"):
        served = re.findall(r"仿宋缺“([^”]*)”", lines[0])
        report.check(served and {"镕", "𬭎", "𠮷"} <= set(served[0].split("、")), f"not named: {lines[0]}")
    pdf = next((scratch / "out").rglob("*.pdf"))
    text = squeeze("".join(pages_text(pdf)))
    report.check(f"示范市{RARE}{JOINED}社会保险服务中心" in text, "the name cannot be read from the file")
    file = read_pdf(pdf)
    report.check(any(b"/ActualText" in file.content(page) for page in file.page_objects), "no text is spelt out")
    report.equal(problems(file), [], "clauses of the standards")
    # mupdf takes the codes' own texts, not what is spelt out around them.
    report.check(f"{RARE}葛" in squeeze(run(["mutool", "draw", "-q", "-F", "txt", pdf]).stdout),
                 "a letter with a variation selector stands for nothing by itself")
    report.finish()


if __name__ == "__main__":
    main()
