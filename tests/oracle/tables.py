"""What each amount cell of the tables must hold, found by the titles of its row and column.

Each function returns {(row, column): 元} for every place that may hold an amount. A place whose value is zero must be
blank; a number anywhere else is an error (tests/oracle/check_workbook.py compares).
"""
import re

from oracle.figures import HOSPITALITY, REVENUE_NAMES, STAFF_CLASSES
from oracle.ledger import COLUMNS, FISCAL, FUNDS, OTHER_SOURCES, SOURCES

ORDINAL = re.compile(r"^[一二三四五六七八九十]+、")
RUNNING = ("行政单位", "参照公务员法管理事业单位", "其他单位")
COUNT = 10000   # a count of one, in the 元 the comparison of amounts expects
HOSPITALITY_ORDER = ("合计", HOSPITALITY[0], "公务用车购置及运行维护费", HOSPITALITY[1], HOSPITALITY[2], HOSPITALITY[3])


def normal(label):
    """A row's label without its ordinal, brackets full width."""
    return ORDINAL.sub("", label).replace("(", "（").replace(")", "）")


def columns_headed(sheet, *words):
    """The columns whose lowest head contains one of the words, from the left."""
    return [c for c in range(sheet.width) if sheet.heads(c) and any(w in sheet.heads(c)[-1] for w in words)]


def data_rows(sheet):
    return range(sheet.body_row, sheet.height)


def lines_of(sheet, column):
    """(row, label) of the labelled rows in a text column, each merged label once."""
    for row in data_rows(sheet):
        if sheet.origin.get((row, column), (row, column))[0] == row and sheet.text(row, column):
            yield row, normal(sheet.text(row, column))


def expected_01(sheet, figures, subjects):
    """收入支出决算总表: two panels, their amounts at 金额 or 决算数."""
    left, right = columns_headed(sheet, "项目")
    income_at, spent_at = columns_headed(sheet, "金额", "决算数")
    income = {name + "收入": figures.income((source,)) for source, name in REVENUE_NAMES.items()}
    income |= {source: figures.income((source,)) for source in OTHER_SOURCES}
    income |= {"本年收入合计": figures.income(), "使用非财政拨款结余": figures.balance("使用非财政拨款结余"),
               "使用非财政拨款结余（含专用结余）": figures.balance("使用非财政拨款结余"),
               "年初结转和结余": figures.balance("年初"), "总计": figures.named("收支总计")}
    spent = {name: figures.spent(FUNDS, code) for name, code in subjects.classes().items()}
    spent |= {"本年支出合计": figures.spent(), "结余分配": figures.balance("结余分配"),
              "年末结转和结余": figures.balance("年末"),
              "总计": figures.spent() + figures.balance("结余分配") + figures.balance("年末")}
    places = {}
    for column, amount_column, values in ((left, income_at, income), (right, spent_at, spent)):
        for row, label in lines_of(sheet, column):
            if label in values:
                places[row, amount_column] = values[label]
    return places


def subject_rows(sheet, books):
    """Row -> code prefix ('' for 合计) of a table by subjects, and what is wrong with its rows."""
    code_column = columns_headed(sheet, "编码", "代码")[0]
    rows, problems = {}, []
    for row in data_rows(sheet):
        text = sheet.text(row, code_column)
        if re.fullmatch(r"\d+", text):
            rows[row] = text
        elif "合计" in (text, sheet.text(row, code_column + 1)):
            rows[row] = ""
    codes = [code for code in rows.values() if code]
    items = {code for book in books for code, value in book.items() if value}
    wanted = {code[:n] for code in items for n in (3, 5, 7)}
    if codes and all(len(code) == 7 for code in codes):
        wanted = items
    allowed = {code[:n] for book in books for code in book for n in (3, 5, 7)}
    if not wanted <= set(codes) or not set(codes) <= allowed:
        problems.append(f"rows {sorted(set(codes) ^ wanted)} are missing or too many")
    if codes != sorted(codes) or len(codes) != len(set(codes)):
        problems.append("rows are not in the order of their codes")
    if "" not in rows.values():
        problems.append("no row 合计")
    return rows, problems


def subject_table(sheet, rows, column_value):
    """Places of a table by subjects: `column_value` maps a column's lowest head to a function of the code."""
    places = {}
    for column in range(sheet.width):
        heads = sheet.heads(column)
        if heads and heads[-1] in column_value:
            places |= {(row, column): column_value[heads[-1]](code) for row, code in rows.items()}
    return places


def spent_books(figures, funds):
    return [{code: sum(row.values()) for code, row in figures.ledger.expenditure[fund].items()} for fund in funds]


def expected_02(sheet, figures):
    rows, problems = subject_rows(sheet, list(figures.ledger.income.values()))
    values = {"本年收入合计": lambda code: figures.income(SOURCES, code),
              "财政拨款收入": lambda code: figures.income(FISCAL, code)}
    values |= {source: lambda code, s=source: figures.income((s,), code) for source in OTHER_SOURCES}
    return subject_table(sheet, rows, values), problems


def spending_columns(figures, funds, names):
    values = {name: lambda code: figures.spent(funds, code) for name in names}
    return values | {column: lambda code, c=column: figures.spent(funds, code, (c,)) for column in COLUMNS}


def expected_03(sheet, figures):
    rows, problems = subject_rows(sheet, spent_books(figures, FUNDS))
    return subject_table(sheet, rows, spending_columns(figures, FUNDS, ["本年支出合计"])), problems


def expected_05(sheet, figures):
    rows, problems = subject_rows(sheet, spent_books(figures, FISCAL[:1]))
    return subject_table(sheet, rows, spending_columns(figures, FISCAL[:1], ["小计", "合计"])), problems


def balances_of(sheet, figures, fund):
    """收入支出决算表 of one fund: 年初, 收入, 支出 and 年末 of every subject."""
    books = [figures.ledger.income[fund[0]], *spent_books(figures, fund)]
    books += [{code: row["年初"] or row["年末"] for code, row in figures.ledger.balances[fund[0]].items() if code}]
    rows, problems = subject_rows(sheet, books)
    values = spending_columns(figures, fund, ["小计", "合计"]) | {
        "年初结转和结余": lambda code: figures.balance("年初", fund, code),
        "本年收入": lambda code: figures.income(fund, code),
        "年末结转和结余": lambda code: figures.balance("年末", fund, code)}
    return subject_table(sheet, rows, values), problems


def expected_fund_balances(sheet, figures):
    return balances_of(sheet, figures, FISCAL[1:2])


def expected_capital_balances(sheet, figures):
    return balances_of(sheet, figures, FISCAL[2:3])


def expected_capital_spending(sheet, figures):
    fund = FISCAL[2:3]
    rows, problems = subject_rows(sheet, spent_books(figures, fund))
    return subject_table(sheet, rows, spending_columns(figures, fund, ["合计", "小计"])), problems


def expected_projects(sheet, figures):
    """一般公共预算财政拨款项目支出决算明细表: by economic 类 and 款; its 合计 is the functional one."""
    rows, problems = subject_rows(sheet, [figures.ledger.economic["项目支出"]])
    whole = figures.named("一般公共预算财政拨款项目支出")
    return subject_table(sheet, rows, {"决算数": lambda code: figures.economic(code, "项目支出") if code else whole}), problems


def expected_information(sheet, figures):
    """机关运行经费、国有资产占用、政府采购: one column of amounts and counts (a count as if it were so many 万元)."""
    ledger = figures.ledger
    running = figures.running_costs()
    kind = ledger.unit["性质"]
    mine = {"行政单位": "行政单位", "参照公务员法管理事业单位": "参照公务员法管理事业单位"}.get(kind, "其他单位")
    cars = {name: COUNT * int(count) for name, count in ledger.block("国有资产", "车辆").items()}
    values = {"机关运行经费（万元）": running, f"（{'一二三'[RUNNING.index(mine)]}）{mine}": running,
              "（一）车辆数合计（辆）": sum(cars.values()),
              "（二）单价100万元（含）以上设备（不含车辆）（台、套）": COUNT * int(ledger.block("国有资产")["百万元以上设备"]),
              "（一）政府采购支出合计（万元）": figures.procurement(),
              "（二）政府采购授予中小企业合同金额（万元）": figures.contracts("授予中小企业") or 0,
              "其中：授予小微企业合同金额": figures.contracts("授予小微企业") or 0}
    labels = columns_headed(sheet, "项目")[0]
    column, places = columns_headed(sheet, "统计数")[0], {}
    for row, label in lines_of(sheet, labels):
        bare = re.sub(r"^\d+．", "", label)
        part = re.fullmatch(r"政府采购(货物|工程|服务)支出", bare)
        value = figures.procurement(part[1]) if part else cars.get(bare, values.get(label, 0))
        places[row, column] = value
    return places


def expected_04(sheet, figures, subjects):
    """财政拨款收入支出决算总表: one amount column on the left; a total and three funds on the right."""
    left, right = columns_headed(sheet, "项目")
    income_at = columns_headed(sheet, "金额", "决算数")[0]
    places, opening = {}, False
    for row, label in lines_of(sheet, left):
        opening = opening or label == "年初财政拨款结转和结余"
        for fund, name in REVENUE_NAMES.items():
            if label == name:
                places[row, income_at] = figures.balance("年初", (fund,)) if opening else figures.income((fund,))
        totals = {"本年收入合计": "财政拨款收入", "年初财政拨款结转和结余": "年初财政拨款结转和结余", "总计": "财政拨款收支总计"}
        if label in totals:
            places[row, income_at] = figures.named(totals[label])
    columns = {name: (fund,) for fund, name in REVENUE_NAMES.items()} | {"合计": FISCAL, "小计": FISCAL}
    for column in range(right + 1, sheet.width):
        funds = columns.get(sheet.heads(column)[-1]) if sheet.heads(column) else None
        if funds:
            places |= {(row, column): value for row, value in right_side_04(sheet, right, figures, subjects, funds)}
    return places


def right_side_04(sheet, label_column, figures, subjects, funds):
    """(row, 元) of one amount column on the expenditure side of 公开04表; an own line of one fund has only its column."""
    classes, closing = subjects.classes(), False
    for row, label in lines_of(sheet, label_column):
        closing = closing or label == "年末财政拨款结转和结余"
        if label in classes:
            yield row, figures.spent(funds, classes[label])
        elif label == "本年支出合计":
            yield row, figures.spent(funds)
        elif label == "年末财政拨款结转和结余":
            yield row, figures.balance("年末", funds)
        elif label == "总计":
            yield row, figures.spent(funds) + figures.balance("年末", funds)
        elif closing:
            of_line = [fund for fund, name in REVENUE_NAMES.items() if name == label and fund in funds]
            if of_line:
                yield row, figures.balance("年末", tuple(of_line))


def expected_06(sheet, figures):
    """基本支出决算明细表: codes in three panels; every subject that has an amount must have its row."""
    places, printed = {}, set()
    codes = columns_headed(sheet, "编码", "代码")
    amounts = columns_headed(sheet, "决算数", "金额")
    for code_column, amount_column in zip(codes, amounts, strict=True):
        for row in data_rows(sheet):
            code = sheet.text(row, code_column)
            if re.fullmatch(r"\d{3}|\d{5}", code) and (row, amount_column) not in places:
                places[row, amount_column] = figures.economic(code)
                printed.add(code)
    for row in data_rows(sheet):
        for column in range(sheet.width):
            if sheet.text(row, column) in ("人员经费合计", "公用经费合计"):
                after = next(c for c in range(column, sheet.width) if sheet.text(row, c) != sheet.text(row, column))
                places[sheet.origin.get((row, after), (row, after))] = figures.named(sheet.text(row, column))
    used = {code[:n] for code, value in figures.ledger.economic["基本支出"].items() if value for n in (3, 5)}
    staff = {c[:3] for c in used} & set(STAFF_CLASSES)
    problems = [f"no row for {sorted(used - printed)} ({len(staff)} staff classes)"] if used - printed else []
    return places, problems


def expected_hospitality(sheet, figures):
    """“三公”经费支出决算表: columns 1–6 the budget, 7–12 the final account."""
    row = next((r for r in data_rows(sheet)), sheet.body_row)
    band = [c for c in range(sheet.width) if re.fullmatch(r"\d+", sheet.text(sheet.band_row, c))]
    places = {}
    for key, columns in (("预算", band[:6]), ("决算", band[6:])):
        part = {name: figures.hospitality(name, key) for name in HOSPITALITY}
        part["公务用车购置及运行维护费"] = part[HOSPITALITY[1]] + part[HOSPITALITY[2]]
        part["合计"] = sum(part[name] for name in HOSPITALITY)
        places |= {(row, column): part[name] for name, column in zip(HOSPITALITY_ORDER, columns, strict=True)}
    return places, []
