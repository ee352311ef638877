"""An invented province's pack that stands on base alone: tables first, codes in three columns, a table, a form, facts
and a rule the other packs lack. Every figure expected here was worked out by hand from the ledger."""
import shutil

import openpyxl

from support.program import arguments, fresh_folder, output_of, run
from support.report import Report

DATA = ("data/classification", "data/trial", "data/shifan", "templates/base")
PARTS = ("第一编 决算表", "第二编 单位概况", "第三编 情况说明", "第四编 名词解释")
SENTENCES = (
    "收入总计、支出总计均为1,212.35万元，增加12.35万元，增长1.03%，主要原因是新增人员经费。",
    "财政拨款收入1,200万元，占98.98%。其他收入12.35万元，占1.02%。",
    "基本支出960万元，占79.19%。项目支出252.35万元，占20.81%。",
    "2．城乡社区支出（类）城乡社区管理事务（款）行政运行（项）支出900万元，为年初预算的102.27%，主要用于机关运转。",
    "五项经费支出75万元。公务用车购置及运行维护费40万元，占53.33%。公务接待费10万元，占13.33%。",
    "会议费12万元，占16.00%。培训费13万元，占17.33%。",
    "授予小微企业合同金额45万元，占政府采购支出的22.50%。",
    "对1个项目开展了绩效自评，执行数240万元。",
    "二十四、抗疫特别国债安排的支出",
)
ROWS = (
    ["208", "05", "05", "机关事业单位基本养老保险缴费支出", "60.00", "60.00"],
    ["212", "01", "99", "其他城乡社区管理事务支出", "252.35", "240.00", "0.00"],
    ["会议费", "12.00", "12.00", "0.00", "48.00%"],
    ["培训费", "13.00", "8.00", "5.00", "52.00%"],
    ["整治岸线长度", "12公里", "10公里", "☐"],
    ["本年收入合计", "1,212.35", "本年支出合计", "1,212.35"],
    ["总计", "1,212.35", "总计", "1,212.35"],
)


def squeezed(text):
    return "".join(text.split())


def check_pdf(pdf, report):
    flowing = squeezed(output_of(["pdftotext", pdf, "-"]))
    for sentence in SENTENCES:
        report.check(squeezed(sentence) in flowing, f"not in the document: {sentence}")
    at = [flowing.rindex(squeezed(part)) for part in PARTS]
    report.check(at == sorted(at), "the parts are not in the pack's order")
    lines = [squeezed(line) for line in output_of(["pdftotext", "-layout", pdf, "-"]).splitlines()]
    for row in ROWS:
        wanted = squeezed("".join(row))
        report.check(any(wanted in line for line in lines), f"no row {row}")
    first_table = flowing[flowing.index("公开01表"):flowing.index("二、收入决算表", at[0])]
    report.check("行次" not in first_table and "债务还本" not in first_table, "the first table is not the pack's")


def check_workbook(path, report):
    sheet = openpyxl.load_workbook(path)["会议费培训费"]
    rows = {row[0]: row[1:5] for row in sheet.iter_rows(values_only=True) if row[0]}
    report.equal(rows["培训费"][1:3], (8, 5), "培训费 in the workbook")
    report.check(str(rows["合计"][0]).startswith("="), "the total is a formula")


def check_rule(options, environment, unit, report):
    """The pack's own rule fires when meetings cost more than half of goods and services."""
    sound = run([options.program, "check", unit], environment=environment, check=False).stdout
    report.check("W9001" not in sound, "the rule fires on the sound ledger")
    year = unit / "2024.yaml"
    text = year.read_text(encoding="utf-8")
    year.write_text(text.replace("30215: 120000", "30215: 9000000"), encoding="utf-8")
    broken = run([options.program, "check", unit], environment=environment, check=False).stdout
    year.write_text(text, encoding="utf-8")
    report.check("W9001 会议费、培训费占商品和服务支出的一半以上" in broken, "the pack's own rule does not fire")
    report.check("核对经济分类的 30215、30216" in broken, "the rule's advice is not said")


def main():
    options = arguments(__doc__)
    report = Report()
    scratch = fresh_folder(options.scratch)
    home = scratch / "home"
    for folder in DATA:
        shutil.copytree(options.source / folder, home / folder)
    shutil.copytree(options.source / "tests/packs/binhai", home / "templates/binhai")
    unit = scratch / "临港局"
    shutil.copytree(options.source / "tests/packs/临港局", unit)
    environment = {"GONGKAI_HOME": str(home)}
    run([options.program, "pack", "check", "binhai", "--strict"], environment=environment)
    run([options.program, "build", unit, "-o", scratch / "out"], environment=environment)
    check_pdf(next((scratch / "out").rglob("*.pdf")), report)
    check_workbook(next((scratch / "out").rglob("*.xlsx")), report)
    check_rule(options, environment, unit, report)
    said = run([options.program, "explain", unit / "2024.yaml", "五项经费"], environment=environment).stdout
    report.check("三公经费" in said and "会议费" in said and "75" in said, f"explain does not say the pack's fact: {said}")
    shown = run([options.program, "pack", "show", "binhai"], environment=environment).stdout
    report.check("表，新写：一般性支出" in shown and "表，改写上级的：" in shown, "show does not tell new from changed")
    report.finish()


if __name__ == "__main__":
    main()
