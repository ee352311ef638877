"""The 25 classes of errors found in published disclosures: each is put into a good ledger and must be reported at its line, or
cannot be produced because of how the program is built; then the test that shows it is named.

Injected into data/shifan: (class, what it is, code, what stands there, what is put instead). The line that changes must be the
reported one.
"""
import json
import shutil
from pathlib import Path

from support.program import arguments, fresh_folder, run
from support.report import Report

INJECTED = [
    (4, "经济科目名单照抄模板：空表里的科目", "E0209", "    30201: 224000\n", "    30201:\n"),
    (5, "名词解释去掉表里用到的科目", "E0353", "  2080109: 反映社会保险", "  2080109: 不列 # 反映社会保险"),
    (6, "项目的执行数与账上的项目支出不同", "E0314", "预算数: 1500000, 执行数: 1450000", "预算数: 1500000, 执行数: 1480000"),
    (7, "模板残留：增加（减少）", "E0224", "变动原因: 车辆使用频次减少", "变动原因: 车辆使用频次增加（减少）"),
    (7, "模板残留：本部门（单位）", "E0224", "  本单位没有需要另行", "  本部门（单位）没有需要另行"),
    (7, "模板残留：……", "E0224", "变动原因: 车辆使用频次减少", "变动原因: 车辆……"),
    (9, "不是本年、上年的年份", "W0363", "完成情况: 待遇按时足额发放，没有", "完成情况: 截止2022年12月31日，没有"),
    (9, "填报日期早于年末", "W0371", "填报日期: 2025-04-22", "填报日期: 2024-04-22"),
    (10, "上年年末与本年年初不等", "E0315", "    年初: 20000\n", "    年初: 23400\n"),
    (11, "编号断了", "W0975", "    2. 对偏差较大", "    3. 对偏差较大"),
    (12, "单位名称的别的写法", "W0364", "中心组织各科室对", "示范市社会保险局服务中心组织各科室对"),
    (13, "功能分类与经济分类不等：住房公积金", "W0360", "    30113: 620000\n    30199: 100000\n",
     "    30113: 640000\n    30199: 80000\n"),
    (13, "功能分类与经济分类不等：养老保险", "W0358", "    30108: 800000", "    30108: 1200000"),
    (15, "凑平的合计写进核对数", "E0320", "  公用经费合计: 1000000", "  公用经费合计: 1000001"),
    (16, "要说明而没有写原因", "E0384", "变动原因: 业务交流增多，来访批次增加\n", "\n"),
    (16, "原因与增减相反", "W0361", "变动原因: 车辆使用频次减少", "变动原因: 车辆使用频次增加"),
    (16, "原因没有说明什么", "W0393", "变动原因: 车辆使用频次减少", "变动原因: 同上"),
    (17, "文字说没有转移支付，项目里有", "E0355", "  国有企业退休人员社会化管理项目由", "  本单位没有转移支付。管理项目由"),
    (18, "三公：缺批次", "E0346", "{批次: 12, 人次: 96, 陪同", "{人次: 96, 陪同"),
    (18, "三公：没有写保有量", "E0345", "    保有量: 1\n", "\n"),
    (18, "有车而保有量为零", "W0350", "    保有量: 1\n", "    保有量: 0\n"),
    (19, "基本支出里的接待费比三公多", "E0306", "    30217: 16000\n    30228: 120000\n",
     "    30217: 18000\n    30228: 118000\n"),
    (20, "分值加起来不对", "E0372", "实际: 612, 单位: 人, 分值: 40", "实际: 612, 单位: 人, 分值: 30"),
    (22, "表单日期的别的写法", "E0216", "填报日期: 2025-04-22", "填报日期: 2025.4.22"),
    (24, "收支不平", "E0301", "    2101101: 380000\n", "    2101101: 398380\n"),
    (25, "采购：小微多于中小", "E0335", "授予小微企业: {货物: 50000", "授予小微企业: {货物: 150000"),
    (25, "采购：中小多于总额", "E0313", "授予中小企业: {货物: 120000", "授予中小企业: {货物: 780000"),
]
# (class, why it cannot be produced, the test that shows it)
BUILT_IN = [
    (1, "总计只有一个事实，文字和表都印它", "tests/oracle/check_prose.py"),
    (2, "百分数由两个数算出，印好以后再核对一遍", "tests/unit/audit/printed_figure_test.cc"),
    (3, "占比各自舍入，不凑 100", "tests/oracle/check_prose.py"),
    (4, "名单由不为零的科目生成", "tests/oracle/check_prose.py"),
    (5, "名词解释的科目由表里用到的项派生", "tests/oracle/check_prose.py"),
    (6, "一个项目只有一条记录，文字和自评表都由它生成", "tests/oracle/check_forms.py"),
    (8, "由零增加、均为零、没有预算各有自己的句子", "tests/unit/facts/wording_test.cc"),
    (11, "目录由标题生成，编号由程序给", "tests/e2e/contents_pages.py"),
    (14, "每张表从同一个精确的数印出", "tests/oracle/check_books.py"),
    (20, "得分由目标和实际算出，不先舍入", "tests/unit/facts/indicators_test.cc"),
    (21, "数字的写法由版式包一处规定", "tests/e2e/template_text.py"),
    (22, "日期、单位名称由账本一处印出", "tests/oracle/check_forms.py"),
]
# Needs another unit than shifan: the sample of tests/errors that shows it.
SAMPLED = [(23, "事业单位有机关运行经费", "W0352", "tests/errors/rules/office-cost-not-for-this-kind.yaml")]


def changed_lines(before, after):
    """Lines, from 1, at which the new text differs from the old."""
    old, new = before.split("\n"), after.split("\n")
    return {i for i, line in enumerate(new, 1) if i > len(old) or old[i - 1] != line}


def main():
    options = arguments(__doc__)
    report = Report()
    folder = fresh_folder(options.scratch)
    text = (options.source / "data/shifan/2024.yaml").read_text(encoding="utf-8")
    changed = {}
    for number, (_, name, _, old, new) in enumerate(INJECTED):
        report.equal(text.count(old), 1, f"{name}: “{old.strip()}” stands in the sample")
        shutil.copytree(options.source / "data/shifan", folder / f"u{number}")
        after = text.replace(old, new)
        (folder / f"u{number}" / "2024.yaml").write_text(after, encoding="utf-8")
        changed[number] = changed_lines(text, after)
    found = {}
    for d in json.loads(run([options.program, "check", "--format", "json", folder], check=False).stdout):
        if d["file"] and Path(d["file"]).is_relative_to(folder):
            lines = [d["line"]] + [note["line"] for note in d["notes"] if note.get("file")]
            found.setdefault(Path(d["file"]).relative_to(folder).parts[0], []).append((d["code"], set(lines)))
    for number, (error_class, name, code, _, _) in enumerate(INJECTED):
        mine = found.get(f"u{number}", [])
        # What is missing is reported at its block; points that do not add up, at their project.
        near = {line - step for line in changed[number] for step in range(14 if code == "E0372" else 4)}
        hit = any(c == code and lines & near for c, lines in mine)
        report.check(hit, f"class {error_class} {name}: {code} near {sorted(changed[number])}, got {mine}")
    for error_class, why, test in BUILT_IN:
        report.check((options.source / test).exists(), f"class {error_class} ({why}): no {test}")
    for error_class, name, code, sample in SAMPLED:
        report.check(f" {code}" in (options.source / sample).read_text(encoding="utf-8"), f"class {error_class} {name}: {sample}")
    classes = {row[0] for row in INJECTED + BUILT_IN + SAMPLED}
    report.equal(sorted(set(range(1, 26)) - classes), [], "classes without a test")
    report.finish()


if __name__ == "__main__":
    main()
