"""A department's tables are the sums of its units' ledgers, computed here from the YAML files alone."""
import shutil
from decimal import Decimal

import openpyxl

from oracle.ledger import COLUMNS, FISCAL, Ledger
from support.program import arguments, find_output, fresh_folder, run
from support.report import Report

NAME = "renshe"
INSIDE = (("上级补助收入", "对附属单位补助支出"), ("附属单位上缴收入", "上缴上级支出"))


def members(options):
    """The units' ledgers, in the order of 下属单位."""
    folder = options.source / "data" / NAME
    listed = Ledger(folder, 2024).unit["下属单位"]
    return [Ledger(folder / unit["文件夹"], 2024) for unit in listed]


def spent(units, fund=None, column=None, prefix=""):
    """Expenditure of all units, transfers inside the department taken out."""
    total = Decimal(0)
    paid_inside = {column for _, column in INSIDE}
    for unit in units:
        for one, rows in unit.data["支出"].items():
            for code, row in rows.items():
                for key, text in row.items():
                    counts = key in COLUMNS and key not in paid_inside and (fund is None or one == fund)
                    if counts and code.startswith(prefix) and column in (None, key):
                        total += Decimal(text)
    return total


def received(units, source=None, prefix=""):
    """Income of all units, transfers inside the department taken out."""
    total = Decimal(0)
    got_inside = {source for source, _ in INSIDE}
    for unit in units:
        for one, rows in unit.data["收入"].items():
            for code, item in rows.items():
                if one not in got_inside and source in (None, one) and code.startswith(prefix):
                    total += Decimal(item["金额"] if isinstance(item, dict) else item)
    return total


def sheet_of(book, number):
    """The sheet whose first rows name the table."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows(max_row=6, values_only=True):
            if any(number in str(value) for value in row if value):
                return sheet
    raise RuntimeError(f"no sheet {number}")


def row_of(sheet, key):
    """Numbers of the first row with this code or name, in 元."""
    for row in sheet.iter_rows(values_only=True):
        if any(str(value).replace(" ", "").replace("\u3000", "") == key for value in row if value is not None):
            return [round(Decimal(str(value)) * 10000, 2) for value in row if isinstance(value, (int, float))]
    return []


def check_tables(report, book, units):
    codes = sorted({code for unit in units for rows in unit.data["支出"].values() for code in rows})
    for code in codes:
        general = spent(units, FISCAL[0], None, code)
        if general:
            expected = [general, spent(units, FISCAL[0], "基本支出", code), spent(units, FISCAL[0], "项目支出", code)]
            found = [value for value in row_of(sheet_of(book, "公开05表"), code) if value]
            report.equal(found, [value for value in expected if value], f"公开05表 {code}")
        found = row_of(sheet_of(book, "公开03表"), code)
        report.equal(found[:1], [spent(units, None, None, code)], f"公开03表 {code}")
        got = received(units, None, code)
        if got:
            report.equal(row_of(sheet_of(book, "公开02表"), code)[:1], [got], f"公开02表 {code}")
    economic = {}
    for unit in units:
        for code, item in unit.data["经济分类"]["基本支出"].items():
            economic[code] = economic.get(code, Decimal(0)) + Decimal(item)
    sheet = sheet_of(book, "公开06表")
    shown = {str(value): round(Decimal(str(row[i + 2])) * 10000, 2) for row in sheet.iter_rows(values_only=True)
             for i, value in enumerate(row[:-2]) if isinstance(row[i + 2], (int, float)) and value}
    for code, amount in economic.items():
        report.equal(shown.get(code), amount, f"公开06表 {code}")


def check_balance(report, units):
    """The eliminated sides agree, and the sum balances."""
    for source, column in INSIDE:
        got = sum(Decimal(i["金额"] if isinstance(i, dict) else i)
                  for unit in units for i in unit.data["收入"].get(source, {}).values())
        paid = sum(Decimal(row.get(column, 0)) for unit in units
                   for row in unit.data["支出"].get("非财政拨款", {}).values())
        report.equal(got, paid, f"{source} and {column}")
        report.check(got > 0, f"the sample has no {source}")

    def left(key):
        return sum(Decimal(fund.get(key, 0)) for unit in units for fund in unit.data.get("结转结余", {}).values())
    report.equal(left("年初") + received(units), spent(units) + left("年末"), "income and expenditure of the sum")


def check_explained(report, options):
    """A figure of the department is explained down to the units' lines."""
    year = options.source / "data" / NAME / "2024.yaml"
    told = run([options.program, "explain", year, "公开05表", "2210201", "小计"]).stdout
    for unit in ("机关本级", "就业服务中心", "仲裁院", "技工学校"):
        report.check(f"{NAME}/{unit}/2024.yaml:" in told, f"explain does not lead to {unit}\n{told}")
    cars = run([options.program, "explain", year, "国有资产.车辆.应急保障用车"]).stdout
    report.check("机关本级/2024.yaml:" in cars and "仲裁院/2024.yaml:" in cars, f"cars are not explained\n{cars}")


def check_broken_unit(report, options):
    """A unit that does not balance is named, with its file and line; nothing is built."""
    folder = fresh_folder(options.scratch / "broken") / NAME
    shutil.copytree(options.source / "data" / NAME, folder)
    year = folder / "仲裁院" / "2024.yaml"
    year.write_text(year.read_text(encoding="utf-8").replace("2101101: 210000", "2101101: 200000"), encoding="utf-8")
    result = run([options.program, "check", folder], check=False)
    report.equal(result.returncode, 1, "exit status when a unit does not balance")
    report.check("E0245 “示范市劳动人事争议仲裁院”" in result.stdout, f"the unit is not named\n{result.stdout}")
    report.check("仲裁院/2024.yaml:" in result.stdout, f"the line is not named\n{result.stdout}")
    report.check("机关本级/2024.yaml:" not in result.stdout, f"a unit that balances is named\n{result.stdout}")


def main():
    options = arguments(__doc__)
    report = Report()
    units = members(options)
    out = fresh_folder(options.scratch)
    run([options.program, "build", options.source / "data" / NAME, "-o", out])
    output = find_output(out, options.source, NAME)
    check_balance(report, units)
    check_tables(report, openpyxl.load_workbook(output.workbook, data_only=True), units)
    check_explained(report, options)
    check_broken_unit(report, options)
    checked = run([options.program, "check", options.source / "data" / NAME, "--strict"], check=False)
    report.equal(checked.returncode, 0, f"check --strict\n{checked.stdout}")
    report.finish()


if __name__ == "__main__":
    main()
