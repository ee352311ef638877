"""The workbook of each real unit against the cells of its published disclosure (published/<unit>.tsv)."""
import re
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from support.program import arguments, find_output
from support.report import Report
from support.workbook import exact, is_number, plain, statistical_sheets

HOSPITALITY = {"合计": 1, "因公出国（境）费": 2, "公务用车购置及运行维护费小计": 3, "公务用车购置费": 4,
               "公务用车运行维护费": 5, "公务接待费": 6}
EXPECTED = {"gedian": 178, "jianghan": 179}


def normal(text):
    return plain(text).replace("(", "（").replace(")", "）")


def places_of(sheet, label):
    return [(row, column) for row, column, value in sheet.cells_own() if normal(value) == label]


def first_number_right(sheet, row, column):
    """The nearest amount right of a label, over blanks and 行次; None when another text comes first."""
    for other in range(column + 1, sheet.width):
        value = sheet.value(row, other)
        if sheet.heads(other)[-1:] == ["行次"] or sheet.origin.get((row, other)) == sheet.origin.get((row, column), ()):
            continue
        if value is not None:
            return value if is_number(value) else None
    return None


def lookup(sheet, row_label, column_label):
    """The value the workbook holds for a published cell."""
    if sheet.number == "09":
        number = HOSPITALITY[column_label] + (6 if row_label == "决算数" else 0)
        column = next(c for c in range(sheet.width) if sheet.text(sheet.band_row, c) == str(number))
        return sheet.value(sheet.band_row + 1, column)
    rows = sorted(places_of(sheet, row_label), key=lambda place: place[1])
    if not rows:
        return None
    if column_label in ("收入金额", "支出金额", "决算数"):
        row, column = rows[0] if column_label == "收入金额" else rows[-1]
        if row_label.isdigit():
            column += 1  # the subject's name stands between code and amount
        return first_number_right(sheet, row, column)
    row, label_column = rows[-1] if sheet.number == "04" else rows[0]
    for column in range(label_column + 1, sheet.width):
        heads = [normal(head) for head in sheet.heads(column)]
        if heads[-1:] == [column_label] or (column_label == "合计" and heads[-1:] == ["小计"]):
            return sheet.value(row, column)
    return None


def check_unit(report, output, cells):
    """Every published cell of one unit."""
    sheets = statistical_sheets(output.workbook)
    lines = [line.split("\t") for line in cells.read_text(encoding="utf-8").splitlines() if line.strip()]
    report.equal(len(lines), EXPECTED[output.name], f"{output.name}: published cells listed")
    for table, row, column, text in lines:
        value = lookup(sheets[table], row, column) if table in sheets else None
        got = None if value is None else exact(value).quantize(Decimal("0.01"), ROUND_HALF_UP)
        report.check(got == Decimal(re.sub(",", "", text)), f"{output.name} 公开{table}表 {row} {column}: "
                     f"published {text}, workbook {value}")


def main():
    options = arguments(__doc__)
    report = Report()
    for name in EXPECTED:
        check_unit(report, find_output(options.built, options.source, name),
                   Path(__file__).parent / "published" / f"{name}.tsv")
    report.finish()


if __name__ == "__main__":
    main()
