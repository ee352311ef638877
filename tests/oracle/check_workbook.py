"""Every amount cell of the statistical tables in the workbook against the oracle; no cell may be wrong, missing or extra."""
from decimal import Decimal

from oracle import tables
from oracle.figures import Figures
from oracle.ledger import Ledger
from oracle.packs import pack_of
from oracle.subjects import Subjects
from support.program import check_outputs
from support.workbook import exact, plain, statistical_sheets

SUMMARIES = (tables.expected_01, tables.expected_04)


def expected_places(number, sheet, figures, subjects):
    """The places of a table and what is wrong with its rows."""
    function = dict(pack_of(figures.ledger).tables)[number]
    result = function(sheet, figures, subjects) if function in SUMMARIES else function(sheet, figures)
    return result if isinstance(result, tuple) else (result, [])


def check_sheet(report, where, sheet, places):
    """All amounts of a sheet against the expected places (元)."""
    found = dict(sheet.amounts())
    for place, want in sorted(places.items()):
        value = found.pop(place, None)
        row, column = place
        label = "/".join(dict.fromkeys(sheet.text(row, c) for c in range(min(2, sheet.width))))
        at = f"{where} row {row + 1} ({label}) column {column + 1} ({'/'.join(sheet.heads(column))})"
        if want == 0:
            report.check(value is None or exact(value) == 0, f"{at}: zero must be blank, got {value}")
            continue
        got = None if value is None else exact(value)
        report.check(got == (want / Decimal(10000)).quantize(Decimal("0.000001")),
                     f"{at}: expected {want / Decimal(10000)}, got {value}")
    for (row, column), value in sorted(found.items()):
        report.check(False, f"{where} row {row + 1} column {column + 1}: {value} has no place in the table")


def check_names(report, where, sheet, subjects):
    """The name beside every code is the code's."""
    names = tables.columns_headed(sheet, "科目名称")
    for code_column, name_column in zip(tables.columns_headed(sheet, "编码", "代码"), names):
        for row in tables.data_rows(sheet):
            code = sheet.text(row, code_column)
            if code.isdigit():
                report.equal(sheet.text(row, name_column), plain(subjects.names.get(code)), f"{where} name of {code}")


def check_rows_01_04(report, where, sheet, figures, subjects):
    """The summary tables print all 26 类 in the order of the classification, each once."""
    right = tables.columns_headed(sheet, "项目")[1]
    labels = [label for _, label in tables.lines_of(sheet, right)]
    listed = [label for label in labels if label in subjects.classes()]
    report.equal(listed, list(subjects.classes()), f"{where} the 类 printed")
    report.check(figures.named("收支总计") ==
                 figures.spent() + figures.balance("结余分配") + figures.balance("年末"), f"{where} 收支不平")


def check_output(report, output):
    """All sheets of one published workbook."""
    ledger = Ledger(output.unit_folder, output.year)
    figures, subjects = Figures(ledger), Subjects(output.classification, ledger)
    sheets = statistical_sheets(output.workbook)
    report.equal(sorted(sheets), sorted(dict(pack_of(ledger).tables)), f"{output.name}: statistical sheets")
    for number, sheet in sorted(sheets.items()):
        where = f"{output.name} 公开{number}表"
        places, problems = expected_places(number, sheet, figures, subjects)
        for problem in problems:
            report.check(False, f"{where}: {problem}")
        report.check(places, f"{where}: no amount column was recognised")
        check_sheet(report, where, sheet, places)
        check_names(report, where, sheet, subjects)
        if number in ("01", "04"):
            check_rows_01_04(report, where, sheet, figures, subjects)


if __name__ == "__main__":
    check_outputs(__doc__, check_output)
