"""explain goes down to 文件:行, and the figures on those lines really add up to what it explains."""
import re
from decimal import Decimal

from oracle.figures import Figures
from oracle.ledger import FISCAL, FUNDS, Ledger
from support.program import arguments, outputs, run
from support.report import Report
from support.workbook import printed

REFERENCE = re.compile(r"(?P<file>[^\s:：（(]+\.yaml):(?P<line>\d+)")
NUMBER = re.compile(r"(?<![\d.])-?\d+(?:\.\d+)?(?![\d.])")


def questions(figures):
    """What is asked -> (the value in 元, whether it is a plain sum of authored lines)."""
    code = max((row for row in figures.ledger.expenditure["一般公共预算"]), key=lambda c: figures.spent(FUNDS, c))
    return {
        "本年收入合计": (figures.income(), True),
        "本年支出合计": (figures.spent(), True),
        "人员经费合计": (figures.named("人员经费合计"), True),
        "收支总计": (figures.named("收支总计"), True),
        f"公开05表 {code[:3]} 小计": (figures.spent(FISCAL[:1], code[:3]), True),
        f"公开03表 {code} 本年支出合计": (figures.spent(FUNDS, code), True),
        f"公开02表 {code[:5]} 财政拨款收入": (figures.income(FISCAL, code[:5]), True),
        "公开05表 合计 基本支出": (figures.named("一般公共预算财政拨款基本支出"), True),
    }


def figures_on(line):
    """The numbers written in a line's values: keys and comments left out."""
    line = re.sub(r"#.*", "", line)
    return [Decimal(text) for text in NUMBER.findall(re.sub(r"(^|[{,])\s*[^{},:]+:", r"\1 ", line))]


def subset_sum(groups, target):
    """Whether one figure from each line can be chosen so that they add up to `target`."""
    sums = {Decimal(0)}
    for group in groups:
        sums = {total + value for total in sums for value in {*group, sum(group)}}
        if len(sums) > 200000:
            return True
    return target in sums


def check_question(report, output, ledger, program, question, value):
    """One question: the printed value, references to the year file, and the sum of what stands there."""
    result = run([program, "explain", output.year_file, *question.split(" ")], check=False)
    where = f"{output.name} explain {question}"
    if not report.equal(result.returncode, 0, f"{where}: exit status ({result.stderr.strip()[:200]})"):
        return
    said = result.stdout.replace(",", "")
    wan = printed(value / 10000, 2, False)
    report.check(wan in said or str(Decimal(wan).normalize()) in said or f"{Decimal(wan):f}".rstrip("0") in said,
                 f"{where}: {wan} is not in the answer")
    source = output.year_file.read_text(encoding="utf-8").splitlines()
    lines = sorted({int(m["line"]) for m in REFERENCE.finditer(said) if m["file"].endswith(f"{output.year}.yaml")})
    report.check(lines, f"{where}: no 文件:行 of the year file in the answer")
    groups = [figures_on(source[number - 1]) if number <= len(source) else [] for number in lines]
    for number, group in zip(lines, groups):
        report.check(group, f"{where}: line {number} holds no figure")
    target = value / ledger.factor
    report.check(all(groups) and subset_sum(groups, target), f"{where}: the lines {lines} do not add up to {target}")


def main():
    options = arguments(__doc__)
    report = Report()
    for output in outputs(options):
        ledger = Ledger(output.unit_folder, output.year)
        for question, (value, _) in questions(Figures(ledger)).items():
            check_question(report, output, ledger, options.program, question, value)
    output = outputs(options)[0]
    wrong = run([options.program, "explain", output.year_file, "收支总汁"], check=False)
    report.check(wrong.returncode == 1 and "收支总计" in wrong.stdout + wrong.stderr,
                 f"a misspelt fact: status {wrong.returncode}, no suggestion")
    report.finish()


if __name__ == "__main__":
    main()
