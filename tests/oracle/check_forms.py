"""The self-evaluation forms: amounts, rate, scores and total are recomputed; no other figure stands there."""
import re
from collections import Counter
from decimal import Decimal

from oracle.charts import FIGURE, plain_figure
from oracle.check_prose import Disclosure
from oracle.ledger import texts_of
from oracle.printing import trimmed
from oracle.scores import overall_evaluation, project_evaluations
from support.pdf import pages_text, squeeze
from support.program import check_outputs
from support.workbook import printed

SUMMARY = "项目支出绩效自评结果"
# The project's name stands in the form's title, or in its first row; 整体 has none.
FORM_TITLE = re.compile(r"年度(.{2,60}?)自评表(?=单位名称)|支出绩效自评表(?!（续）).*?项目名称(.{2,60}?)主管部门|整体支出绩效自评表(?!（续）)")
# Full marks, grades and numbers of options in a form's own words.
FURNITURE = {"10", "20", "100", "80", "50", "0", "1", "2", "3"}


def figures_of(text):
    return [plain_figure(figure) for figure in FIGURE.findall(text)]


def wanted_figures(evaluation, style, with_scores):
    """The figures a form must print."""
    quantity = evaluation.quantity
    wanted = [printed(quantity.value / Decimal(10000)), printed(quantity.full / Decimal(10000))]
    wanted.append(style.percent(evaluation.rate))
    if with_scores:
        wanted += [trimmed(score, 2, False) for score in evaluation.scores if score]
        wanted += [trimmed(value, 2, False) for value in (evaluation.execution, evaluation.total) if value is not None]
    return Counter(plain_figure(figure) for figure in wanted)


def form_pages(pages, names):
    """For each evaluation's name the text of its form's pages: from its title to the next form or the summary."""
    found, current = {}, None
    for page in pages:
        text = squeeze(page)
        title = FORM_TITLE.search(text)
        if title:
            said = title[1] or title[2] or "整体"
            current = next((name for name in sorted(names, key=len, reverse=True) if squeeze(name) in said), "整体")
        elif SUMMARY in text or "自评表（续）" not in text:
            current = None
        if current in names:
            found[current] = found.get(current, "") + "\n" + page
    return found


def check_summary(report, where, pages, evaluations, style):
    """The table of all projects: budget and execution of each and together, rates and scores."""
    text = next((page for page in pages if SUMMARY in squeeze(page) and "执行率" in page), "")
    text = re.sub(r"(?s)^.*执行率", "", text)
    columns = [[e.quantity.full, e.quantity.value] for e in evaluations]
    wanted = [printed(sum(column) / Decimal(10000)) for column in zip(*columns)]
    for row in columns:
        wanted += [printed(value / Decimal(10000)) for value in row]
    lines = [re.findall(r"(?<![\d,.])[\d,]+\.\d\d(?!\d)", line)[:2] for line in text.splitlines()]
    amounts = [amount for line in lines if len(line) == 2 for amount in line]
    report.equal(amounts, wanted, f"{where}: amounts")
    rates = re.findall(r"[\d.]+%", text)
    report.equal(rates, [style.percent(e.rate) for e in evaluations], f"{where}: rates")
    shown = Counter(figures_of(text))
    for evaluation in evaluations:
        if evaluation.total is not None:
            score = trimmed(evaluation.total, 2, False)
            report.check(shown[plain_figure(score)] > 0, f"{where}: the score {score} of {evaluation.name} is missing")


def check_form(report, where, text, evaluation, disclosure, with_scores):
    """One form: what it must print is there, and it prints nothing that neither the ledger nor the oracle knows."""
    shown = Counter(figures_of(squeeze_words(text)))
    wanted = wanted_figures(evaluation, disclosure.style, with_scores)
    for figure, count in wanted.items():
        report.check(shown[figure] >= count, f"{where}: {figure} must stand there {count} times, found {shown[figure]}")
    known = set(wanted) | FURNITURE | {plain_figure(str(disclosure.ledger.year + n)) for n in (0, 1)}
    for authored in texts_of([disclosure.ledger.data, disclosure.ledger.unit]):
        known |= set(figures_of(str(authored))) | {part.lstrip("0") for part in re.findall(r"\d+", str(authored))}
    quantities = disclosure.quantities
    known |= {plain_figure(printed(quantities.figures.named(name) / Decimal(10000))) for name in ("基本支出", "项目支出")}
    for figure in shown:
        bare = figure.rstrip("%").lstrip("-")
        report.check(figure in known or bare in known, f"{where}: prints {figure}, which nothing explains")


def squeeze_words(text):
    """The text with its page number line dropped and runs of blanks kept as one, so that figures stay apart."""
    lines = [line for line in text.splitlines() if not re.fullmatch(r"\s*[—–-]\s*\d+\s*[—–-]\s*", line)]
    return re.sub(r"[ \t\u3000]+", " ", "\n".join(lines))


def check_output(report, output):
    """All forms of one PDF."""
    disclosure = Disclosure(output)
    points = disclosure.pack.execution_points
    projects = project_evaluations(disclosure.ledger, points)
    forms = {e.name: e for e in projects if e.scores}
    overall = overall_evaluation(disclosure.ledger, disclosure.quantities, points)
    if overall and overall.goals:
        forms["整体"] = overall
    pages = pages_text(output.pdf, "-layout")
    found = form_pages(pages, list(forms))
    report.equal(sorted(found), sorted(forms), f"{output.name}: forms printed")
    for name, text in found.items():
        check_form(report, f"{output.name} {name}自评表", text, forms[name], disclosure, points > 0)
    for evaluation in forms.values():
        stated = evaluation.stated
        report.check(not points or stated in (None, evaluation.total), f"{output.name} {evaluation.name}: stated {stated}")
    if disclosure.pack.summary:
        check_summary(report, f"{output.name} {SUMMARY}", pages, projects, disclosure.style)


if __name__ == "__main__":
    check_outputs(__doc__, check_output)
