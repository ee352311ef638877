"""The oracle must fail on a wrong figure: every amount cell and every figure of the prose is changed, one at a time."""
from oracle.check_prose import Disclosure
from oracle.check_workbook import check_sheet, expected_places
from oracle.prose_pages import ProsePages
from oracle.sentences import TOKEN, SectionReader
from support.program import arguments, outputs
from support.report import Report
from support.workbook import statistical_sheets


def changed(number):
    """The figure with its last digit changed."""
    return number[:-1] + str((int(number[-1]) + 1) % 10)


def check_prose_mutations(report, name, disclosure, sections):
    """Each figure that stands outside authored prose, changed, must be refused."""
    for title, text in sections:
        text, _ = disclosure.authored.mask(text, disclosure.quotes.value_of)
        phrases, wholes = disclosure.vocabulary.section(title)
        for token in TOKEN.finditer(text):
            wrong = text[:token.start()] + changed(token["number"]) + text[token.end("number"):]
            trial = Report()
            SectionReader(disclosure.style, phrases, wholes, disclosure.drivers, trial, "").read(wrong)
            report.check(trial.failures, f"{name} {title}: nobody notices {token[0]} -> {changed(token['number'])}")


def check_cell_mutations(report, name, sheets, disclosure):
    """Each amount cell, a cent of 万元 off, must be refused; so must an amount where none belongs."""
    for number, sheet in sheets.items():
        places, _ = expected_places(number, sheet, disclosure.quantities.figures, disclosure.subjects)
        honest = sheet.amounts
        for place, value in honest().items():
            trial = Report()
            sheet.amounts = lambda p=place, v=value: {**honest(), p: v + 0.01}
            check_sheet(trial, "", sheet, places)
            report.check(trial.failures, f"{name} 公开{number}表 {place}: nobody notices {value} + 0.01")
        blank = next((place for place, want in places.items() if want == 0), None)
        if blank:
            trial = Report()
            sheet.amounts = lambda p=blank: {**honest(), p: 0.01}
            check_sheet(trial, "", sheet, places)
            report.check(trial.failures, f"{name} 公开{number}表 {blank}: nobody notices an amount in a blank cell")
        sheet.amounts = honest


def main():
    options = arguments(__doc__)
    report = Report()
    for output in outputs(options):
        disclosure = Disclosure(output)
        check_prose_mutations(report, output.name, disclosure, ProsePages(output.pdf).sections())
        check_cell_mutations(report, output.name, statistical_sheets(output.workbook), disclosure)
    report.finish()


if __name__ == "__main__":
    main()
