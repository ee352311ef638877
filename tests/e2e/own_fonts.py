"""Fonts as they come, not prepared: a collection with hints and subroutines, TrueType, private-use characters. The pages look
the same, every clause of the standards is kept, and a font whose outlines a PDF cannot hold is refused."""
import re
import shutil
from pathlib import Path

from support.pdf import pages_text, squeeze
from support.pictures import check_page, paint
from support.program import arguments, find_output, fresh_folder, run
from support.report import Report
from support.standards import problems
from support.standards.objects import read_pdf

NOTO = Path("/usr/share/fonts/opentype/noto")
DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
# A prepared file, and the one it was made of.
STOCK = {
    "NotoSerifCJKsc-Regular.otf": NOTO / "NotoSerifCJK-Regular.ttc",
    "NotoSerifCJKsc-SemiBold.otf": NOTO / "NotoSerifCJK-SemiBold.ttc",
    "NotoSansCJKsc-Medium.otf": NOTO / "NotoSansCJK-Medium.ttc",
    "DejaVuSans.ttf": DEJAVU,
}
PRIVATE = "\uf400"   # DejaVu has a glyph for it


def stock_fonts(prepared, folder):
    """A fonts folder in which the stock files stand for the prepared ones."""
    roles = (prepared / "roles.yaml").read_text(encoding="utf-8")
    for file in sorted(prepared.glob("*.[ot]tf")):
        taken = STOCK.get(file.name, file)
        (folder / taken.name).symlink_to(taken)
        roles = roles.replace(file.name, taken.name)
    (folder / "roles.yaml").write_text(roles, encoding="utf-8")
    return folder


def check_same_pages(report, scratch, prepared, stock):
    """The pages must look the same whichever file a font's outlines come from."""
    ones, others = paint(prepared, fresh_folder(scratch / "prepared")), paint(stock, fresh_folder(scratch / "stock"))
    report.equal(len(others), len(ones), "pages")
    for number, (one, other) in enumerate(zip(ones, others), start=1):
        check_page(report, f"page {number}", one, other)


def check_private_use(report, options, scratch, fonts):
    """A character only the unit's own font knows: painted, and spelt out for whoever reads the file."""
    unit = scratch / "jianghan"
    shutil.copytree(options.source / "data" / "jianghan", unit)
    text = (unit / "unit.yaml").read_text(encoding="utf-8")
    (unit / "unit.yaml").write_text(re.sub(r"^(名称:\s*\S+)", rf"\g<1>{PRIVATE}", text, count=1, flags=re.M),
                                    encoding="utf-8")
    run([options.program, "build", unit, "-o", scratch / "private", "--only", "pdf"],
        environment={"GONGKAI_FONTS": str(fonts)})
    pdf = next((scratch / "private").rglob("*.pdf"))
    report.equal(problems(read_pdf(pdf)), [], "clauses of the standards, with a private-use character")
    report.check(PRIVATE in squeeze("".join(pages_text(pdf))), "the private-use character cannot be read")


def check_refused(report, options, scratch, fonts):
    """A font that only says it has CFF2 outlines."""
    bad = fresh_folder(scratch / "bad")
    for file in fonts.iterdir():
        (bad / file.name).symlink_to(file.resolve())
    target = bad / "FandolFang-Regular.otf"
    data = target.read_bytes()
    target.unlink()
    target.write_bytes(data.replace(b"CFF ", b"CFF2", 1))
    result = run([options.program, "build", options.source / "data" / "jianghan", "-o", scratch / "refused"], check=False,
                 environment={"GONGKAI_FONTS": str(bad)})
    report.equal(result.returncode, 3, "exit status with a CFF2 font")
    report.check("E0716" in result.stderr and "FandolFang" in result.stderr, f"said: {result.stderr}")
    report.check(not list((scratch / "refused").rglob("*.pdf")), "a PDF without its text was published")


def main():
    options = arguments(__doc__)
    report = Report()
    scratch = fresh_folder(options.scratch)
    fonts = stock_fonts((options.program.parent / "fonts").resolve(), fresh_folder(scratch / "fonts"))
    run([options.program, "build", options.source / "data" / "jianghan", "-o", scratch / "out", "--only", "pdf"],
        environment={"GONGKAI_FONTS": str(fonts)})
    stock = next((scratch / "out").rglob("*.pdf"))
    prepared = find_output(options.built, options.source, "jianghan").pdf
    check_same_pages(report, scratch, prepared, stock)
    report.equal(problems(read_pdf(stock)), [], "clauses of the standards")
    report.equal(squeeze("".join(pages_text(stock))), squeeze("".join(pages_text(prepared))), "text")
    check_private_use(report, options, scratch, fonts)
    check_refused(report, options, scratch, fonts)
    report.finish()


if __name__ == "__main__":
    main()
