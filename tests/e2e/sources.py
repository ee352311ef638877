"""Every figure travels with where it comes from: a last sheet of the workbook when asked for, and JSON beside the PDF."""
import json
import re
import shutil

import openpyxl

from support.pdf import pages_text, squeeze
from support.program import SAMPLES, arguments, find_output, fresh_folder, run
from support.report import Report
from support.workbook import is_number, statistical_sheets

PAGE = re.compile(r"PDF 第(\d+)页")


def check_lines(report, name, unit, figures):
    """The line named for an authored figure holds it."""
    for figure in figures:
        for source in figure["authored"]:
            place = re.fullmatch(r"([^:]+):(\d+)", source["place"])
            number = re.match(r"-?[\d.]+", source["text"])
            if not place or not number:
                continue
            line = (unit / place[1]).read_text(encoding="utf-8").splitlines()[int(place[2]) - 1]
            bare = line.replace(",", "").replace("_", "")
            report.check(number[0] in bare or number[0].rstrip("0").rstrip(".") in bare,
                         f"{name}: {source} is not on its line: {line}")


def check_graph(report, name, figures):
    """Inputs are figures of the list, go back to what was written, and never round in a circle."""
    report.equal([figure["id"] for figure in figures], list(range(1, len(figures) + 1)), f"{name}: ids")
    done = {}

    def ends(figure, path):
        if figure["id"] in path:
            return False
        if figure["id"] not in done:
            done[figure["id"]] = all(ends(figures[i - 1], path | {figure["id"]}) for i in figure["inputs"])
        return done[figure["id"]]

    for figure in figures:
        report.check(ends(figure, frozenset()), f"{name}: {figure['name']} comes from itself")
    origin = [figure for figure in figures if figure["inputs"] or figure["authored"]]
    report.check(len(origin) * 3 > len(figures) * 2, f"{name}: {len(figures) - len(origin)} of {len(figures)} have none")


def check_printed(report, name, output, figures):
    """A figure stands on the pages it is said to stand on, and every amount of a table's sheet is told of."""
    pages = [squeeze(text) for text in pages_text(output.pdf)]
    for figure in figures:
        for place in figure["printed"]:
            found = PAGE.search(place)
            number = re.match(r"-?\d[\d,.]*", figure["value"])
            if found and number and "万元" in figure["value"]:
                text = "".join(pages[int(found[1]) - 1:][:2])
                report.check(number[0].lstrip("-") in text, f"{name}: {figure['name']} {number[0]} is not on {place}")
    told = {place for figure in figures for place in figure["printed"]}
    for number, sheet in statistical_sheets(output.workbook).items():
        amounts = [value for value in sheet.amounts().values() if is_number(value) and value != 0]
        here = [place for place in told if place.startswith(f"公开{number}表 ")]
        report.check(len(here) >= len(amounts), f"{name}: 公开{number}表 has {len(amounts)} amounts, {len(here)} told")


def check_sheet(report, name, output, figures):
    book = openpyxl.load_workbook(output.workbook)
    report.equal(book.sheetnames[-1], "数据来源", f"{name}: last sheet")
    sheet = book.worksheets[-1]
    head = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "数")
    report.equal(head, ("数", "值", "算法", "来自", "印在哪里"), f"{name}: heads")
    rows = [row for row in sheet.iter_rows(min_row=5, values_only=True)]
    report.equal([row[0] for row in rows], [figure["name"] for figure in figures], f"{name}: figures in the sheet")
    report.equal([row[1] for row in rows], [figure["value"] for figure in figures], f"{name}: values in the sheet")


def main():
    options = arguments(__doc__)
    report = Report()
    scratch = fresh_folder(options.scratch)
    for name in SAMPLES:
        unit = scratch / "units" / name
        shutil.copytree(options.source / "data" / name, unit)
        run([options.program, "build", unit, "-o", scratch / "out", "--sources"])
        output = find_output(scratch / "out", options.source, name)
        figures = json.loads((output.pdf.parent / "数据来源.json").read_text(encoding="utf-8"))["figures"]
        check_graph(report, name, figures)
        check_lines(report, name, unit, figures)
        check_printed(report, name, output, figures)
        check_sheet(report, name, output, figures)
        plain = openpyxl.load_workbook(find_output(options.built, options.source, name).workbook)
        report.check("数据来源" not in plain.sheetnames, f"{name}: the sheet is there though nobody asked for it")
    report.finish()


if __name__ == "__main__":
    main()
