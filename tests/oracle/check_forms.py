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
from support.program import arguments, outputs
from support.report import Report
from support.workbook import printed

WITHOUT_SCORES = ("hubei-ezhou",)
# Full marks, grades and numbers of options in a form's own words.
FURNITURE = {"20", "100", "80", "50", "0", "1", "2", "3"}


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
    """For each evaluation's name the text of the pages of its form: from its title to the next form's."""
    found, current = {}, None
    for page in pages:
        text = squeeze(page)
        title = re.search(r"自评表", text)
        if title and not re.search(r"[.…]{3,}\d", text):
            head = text[:title.end() + 200]
            current = next((name for name in sorted(names, key=len, reverse=True) if squeeze(name) in head),
                           "整体" if "整体" in text[:title.end()] else current)
        if current in names:
            found[current] = found.get(current, "") + "\n" + page
    return found


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


def check_output(report, output, classification):
    """All forms of one PDF."""
    disclosure = Disclosure(output, classification)
    evaluations = {e.name: e for e in project_evaluations(disclosure.ledger)}
    overall = overall_evaluation(disclosure.ledger, disclosure.quantities)
    if overall and overall.goals:
        evaluations["整体"] = overall
    with_scores = disclosure.ledger.unit["模板"].split("@")[0] not in WITHOUT_SCORES
    pages = form_pages(pages_text(output.pdf, "-layout"), list(evaluations))
    report.equal(sorted(pages), sorted(evaluations), f"{output.name}: forms printed")
    for name, text in pages.items():
        check_form(report, f"{output.name} {name}自评表", text, evaluations[name], disclosure, with_scores)


def main():
    options = arguments(__doc__)
    report = Report()
    for output in outputs(options):
        check_output(report, output, options.source / "data" / "classification" / "subjects.csv")
    report.finish()


if __name__ == "__main__":
    main()
