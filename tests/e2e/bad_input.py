"""Bad input: exit status 1, a message with file, line and column, and what was published before stays untouched."""
import re
import shutil

from support.program import arguments, fresh_folder, run, tree_bytes
from support.report import Report

UNIT = "jianghan"
# What is done to the year file: (name, text to find, text to put, line of it that the message must name or None).
DAMAGES = [
    ("a thousands separator splits an amount", "2080101: {基本支出: 1132.06,", "2080101: {基本支出: 1,132.06,"),
    ("a misspelt key", "政府采购: {货物:", "政府采购: {货品:"),
    ("an amount that is no number", "2080109: 303.10", "2080109: 三百"),
    ("an exponent", "2080109: 303.10", "2080109: 3.031e2"),
    ("a key without a value", "2210203: 41.15", "2210203:"),
    ("a doubled key", "2210203: 41.15", "2210203: 41.15\n    2210203: 41.15"),
    ("income and expenditure do not balance", "2080109: 303.10", "2080109: 304.10"),
    ("functional and economic classification differ", "30101: 202.01", "30101: 302.01"),
    ("a subject nobody knows", "2080109: 303.10", "2087777: 303.10"),
    ("broken YAML", "收入:\n", "收入: [\n"),
    ("a wrong year", "年度: 2024", "年度: 2023"),
]


def check_refused(report, name, result, marker):
    """The message names the file, a line and a column."""
    said = result.stdout + result.stderr
    report.equal(result.returncode, 1, f"{name}: exit status")
    report.check(re.search(r"2024\.yaml:\d+:\d+: 错误 E\d{4}", said), f"{name}: no 文件:行:列 in: {said[:300]}")
    if marker:
        report.check(f"2024.yaml:{marker}:" in said, f"{name}: no message names line {marker}: {said[:300]}")


def damage(text, find, put):
    """The text with the last occurrence before 经济分类's end changed, and the line of the change."""
    position = text.index(find)
    return text[:position] + put + text[position + len(find):], text[:position].count("\n") + 1


def check_damages(report, options, unit, out):
    """Each damage is refused and leaves the published pair as it was."""
    original = (unit / "2024.yaml").read_text(encoding="utf-8")
    before = tree_bytes(out)
    for name, find, put in DAMAGES:
        text, line = damage(original, find, put)
        (unit / "2024.yaml").write_text(text, encoding="utf-8")
        whole_file = name in ("income and expenditure do not balance", "functional and economic classification differ",
                              "broken YAML", "a doubled key", "a subject nobody knows")
        result = run([options.program, "build", unit, "-o", out], check=False)
        check_refused(report, name, result, None if whole_file else line)
        report.check(tree_bytes(out) == before, f"{name}: the published files changed")
        checked = run([options.program, "check", unit], check=False)
        report.equal(checked.returncode, 1, f"{name}: exit status of check")
    (unit / "2024.yaml").write_text(original, encoding="utf-8")
    return original


def check_many_at_once(report, options, unit, out, original):
    """All problems of a file are told in one run."""
    text = original.replace("2080109: 303.10", "2080109: 三百").replace("政府采购: {货物:", "政府采购: {货品:")
    (unit / "2024.yaml").write_text(text, encoding="utf-8")
    said = run([options.program, "build", unit, "-o", out], check=False)
    lines = set(re.findall(r"2024\.yaml:(\d+):\d+: 错误", said.stdout + said.stderr))
    report.check(len(lines) >= 2, f"two mistakes, but errors only on lines {lines}")
    report.check("货物" in said.stdout + said.stderr, "no suggestion for a misspelt key")
    (unit / "2024.yaml").write_text(original, encoding="utf-8")


def check_usage(report, options, scratch):
    """Wrong use of the command line is status 2, a missing folder is not a success, help is."""
    for command in (["buidl"], ["build"], ["build", "--no-such-option"], ["explain"]):
        result = run([options.program, *command], check=False, cwd=scratch)
        report.equal(result.returncode, 2, f"gongkai {' '.join(command)}: exit status")
    missing = run([options.program, "build", scratch / "没有这个文件夹", "-o", scratch / "none"], check=False)
    report.check(missing.returncode in (1, 2), f"a missing folder: exit status {missing.returncode}")
    report.check(not (scratch / "none").exists(), "a missing folder left output")
    helped = run([options.program, "--help"], check=False)
    report.check(helped.returncode == 0 and re.search(r"[\u4e00-\u9fff]{4}", helped.stdout), "--help is not Chinese")


def check_one_long_line(report, options, unit, original):
    """A line of sixty thousand pairs takes as long as as many lines: a fraction of a second."""
    pairs = ", ".join(f"键{number}: {number}" for number in range(60000))
    (unit / "2024.yaml").write_text(f"年度: 2024\n业务数据: {{{pairs}}}\n", encoding="utf-8")
    result = run([options.program, "check", unit], check=False, timeout=30)
    report.equal(result.returncode, 1, "exit status of a ledger on one long line")
    (unit / "2024.yaml").write_text(original, encoding="utf-8")


def main():
    options = arguments(__doc__)
    report = Report()
    scratch = fresh_folder(options.scratch)
    shutil.copytree(options.source / "data" / UNIT, scratch / UNIT)
    out = scratch / "out"
    run([options.program, "build", scratch / UNIT, "-o", out])
    original = check_damages(report, options, scratch / UNIT, out)
    check_many_at_once(report, options, scratch / UNIT, out, original)
    check_one_long_line(report, options, scratch / UNIT, original)
    check_usage(report, options, scratch)
    report.finish()


if __name__ == "__main__":
    main()
