"""LibreOffice: the workbook recalculated prints what its cached values print, and no sheet is cut on A4."""
import re
import zipfile
from html.parser import HTMLParser

from support.pdf import pages_text, squeeze
from support.program import arguments, fresh_folder, outputs, run
from support.report import Report
from support.workbook import plain, statistical_sheets

RECALCULATION = {"always": 0, "never": 1}
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>{mode}</value></prop></item>
</oor:items>
"""


class Cells(HTMLParser):
    """The texts of the table cells of an HTML export, in order."""

    def __init__(self):
        super().__init__()
        self.texts, self.inside = [], False

    def handle_starttag(self, tag, attrs):
        if tag == "td":
            self.texts.append("")
            self.inside = True

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "td"

    def handle_data(self, data):
        if self.inside:
            self.texts[-1] += data


def profile(folder, mode):
    """A LibreOffice profile that recalculates always, or never."""
    fresh_folder(folder / "user")
    (folder / "user" / "registrymodifications.xcu").write_text(SETTINGS.format(mode=mode), encoding="utf-8")
    return folder.as_uri()


def convert(workbooks, kind, profile_uri, folder):
    """Converts all workbooks in one start of LibreOffice."""
    run(["soffice", "--headless", f"-env:UserInstallation={profile_uri}", "--convert-to", kind, "--outdir", folder,
         *workbooks], environment={"SAL_USE_VCLPLUGIN": "svp"})


def cells_of(path):
    parser = Cells()
    parser.feed(path.read_text(encoding="utf-8", errors="replace"))
    return [re.sub(r"\s+", " ", text).strip() for text in parser.texts]


def check_printed_values(report, name, never, always):
    """The two exports show the same cells, and no error value."""
    report.check(len(never) > 500, f"{name}: the export has only {len(never)} cells")
    report.equal(len(always), len(never), f"{name}: cells exported")
    for index, (one, other) in enumerate(zip(never, always)):
        report.check(one == other, f"{name}: cell {index}: cached {one!r}, recalculated {other!r}")
        report.check(not re.match(r"#[A-Z/0]|Err:", one), f"{name}: cell {index}: {one}")


def check_sheets_whole(report, output, pdf):
    """Each sheet prints on one page, as in the PDF, and shows its rightmost head; no page is a cut-off strip."""
    pages = [squeeze(page) for page in pages_text(pdf)]
    sheets = statistical_sheets(output.workbook)
    for number, sheet in sheets.items():
        mine = [page for page in pages if f"公开{number}表" in page]
        report.check(mine, f"{output.name} 公开{number}表: no printed page")
        last = next(text for column in reversed(range(sheet.width)) for text in sheet.heads(column)[-1:])
        for page in mine:
            report.check(plain(last) in page, f"{output.name} 公开{number}表: {last} is cut off")
    rest = [page[:60] for page in pages if not re.search(r"公开\d\d表|图", page)]
    report.check(not rest, f"{output.name}: rows or columns of a sheet are printed on a page of their own: {rest}")


def formulas(output):
    """How many formulas the statistical sheets hold."""
    return sum(1 for sheet in statistical_sheets(output.workbook, values=False).values()
               for _, _, value in sheet.cells_own() if isinstance(value, str) and value.startswith("="))


def with_wrong_cache(source, target):
    """A copy of a workbook with one formula's cached value made wrong: the comparison must notice it."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        spoilt = False
        for entry in old.infolist():
            data = old.read(entry)
            if not spoilt and entry.filename.startswith("xl/worksheets/sheet"):
                changed = re.sub(rb"(</f><v>)[1-9][^<]*", rb"\g<1>98765.43", data, count=1)
                spoilt, data = changed != data, changed
            new.writestr(entry, data)


def main():
    options = arguments(__doc__)
    report = Report()
    scratch = fresh_folder(options.scratch)
    pairs = outputs(options)
    copies = {}
    for output in pairs:
        copies[output.name] = scratch / f"{output.name}.xlsx"
        copies[output.name].write_bytes(output.workbook.read_bytes())
        report.check(formulas(output) > 30, f"{output.name}: only {formulas(output)} formulas")
    copies["spoilt"] = scratch / "spoilt.xlsx"
    with_wrong_cache(pairs[0].workbook, copies["spoilt"])
    for mode, number in RECALCULATION.items():
        convert(copies.values(), "html", profile(scratch / f"profile-{mode}", number), fresh_folder(scratch / mode))
    report.check(cells_of(scratch / "never" / "spoilt.html") != cells_of(scratch / "always" / "spoilt.html"),
                 "a wrong cached value was not noticed: LibreOffice did not recalculate")
    convert(copies.values(), "pdf", (scratch / "profile-never").as_uri(), scratch)
    for output in pairs:
        check_printed_values(report, output.name, cells_of(scratch / "never" / f"{output.name}.html"),
                             cells_of(scratch / "always" / f"{output.name}.html"))
        check_sheets_whole(report, output, scratch / f"{output.name}.pdf")
    report.finish()


if __name__ == "__main__":
    main()
