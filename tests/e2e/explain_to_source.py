"""explain goes down to 文件:行, and the figures on those lines really add up to what it explains."""
import re
from decimal import Decimal

from oracle.figures import Figures
from oracle.ledger import FISCAL, FUNDS, Ledger
from support.program import arguments, outputs, run
from support.report import Report
from support.workbook import printed

LEAF = re.compile(r"＋ (?P<name>\S+) ＝ (?P<value>-?[\d,.]+)(?P<unit>万元|元)\s+"
                  r"(?P<file>\S+\.yaml):(?P<line>\d+):(?P<column>\d+)")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
UNITS = {"元": 1, "万元": 10000}


def questions(figures):
    """What is asked -> its value in 元. Each is a sum of authored figures, all with a plus."""
    book = figures.ledger.expenditure["一般公共预算"]
    code = max(book, key=lambda item: (figures.spent(FISCAL[:1], item), item))
    return {
        "本年收入合计": figures.income(),
        "本年支出合计": figures.spent(),
        "人员经费合计": figures.named("人员经费合计"),
        "收支总计": figures.named("收支总计"),
        f"支出.一般公共预算.{code}": figures.spent(FISCAL[:1], code),
        f"公开05表 {code[:3]} 小计": figures.spent(FISCAL[:1], code[:3]),
        f"公开03表 {code} 本年支出合计": figures.spent(FUNDS, code),
        f"公开02表 {code[:5]} 财政拨款收入": figures.income(FISCAL, code[:5]),
        "公开05表 合计 基本支出": figures.named("一般公共预算财政拨款基本支出"),
        "公开06表 公用经费合计 决算数": figures.named("公用经费合计"),
    }


def printed_forms(value):
    """How 万元 may be printed: with two decimals or with trailing zeros dropped."""
    full = printed(value / 10000, 2, False)
    return {full, full.rstrip("0").rstrip(".")}


def check_leaves(report, where, said, year_file, value):
    """Each line the answer names holds the figure it is said to hold, and together they are the value."""
    source = year_file.read_text(encoding="utf-8").splitlines()
    total = Decimal(0)
    for leaf in LEAF.finditer(said):
        line = source[int(leaf["line"]) - 1] if leaf["file"].endswith(year_file.name) else ""
        written = NUMBER.match(line[int(leaf["column"]) - 1:])
        shown = Decimal(leaf["value"].replace(",", ""))
        report.check(written and Decimal(written[0]) == shown,
                     f"{where}: {leaf['file']}:{leaf['line']}:{leaf['column']} does not hold {shown}: {line}")
        total += shown * UNITS[leaf["unit"]]
    report.equal(total, value, f"{where}: sum of the figures on the lines named")


def check_question(report, output, program, question, value, sum_of_lines):
    """One question: the printed value, and the lines of the year file behind it with their sum (a stated total may
    differ from it)."""
    result = run([program, "explain", output.year_file, *question.split(" ")], check=False)
    where = f"{output.name} explain {question}"
    if report.equal(result.returncode, 0, f"{where}: exit status ({result.stderr.strip()[:200]})"):
        first = result.stdout.splitlines()[0].replace(",", "")
        report.check(any(f"＝ {form}万元" in first for form in printed_forms(value)), f"{where}: answers {first}")
        check_leaves(report, where, result.stdout, output.year_file, sum_of_lines)


def main():
    options = arguments(__doc__)
    report = Report()
    for output in outputs(options):
        ledger = Ledger(output.unit_folder, output.year)
        exact = questions(Figures(ledger, stated=False))
        for question, value in questions(Figures(ledger)).items():
            check_question(report, output, options.program, question, value, exact[question])
    output = outputs(options)[0]
    wrong = run([options.program, "explain", output.year_file, "收支总汁"], check=False)
    report.check(wrong.returncode in (1, 2) and "收支总计" in wrong.stdout + wrong.stderr,
                 f"a misspelt fact: status {wrong.returncode}, no suggestion")
    report.finish()


if __name__ == "__main__":
    main()
