"""Every amount and percentage of the PDF's prose, charts and quoted facts, recomputed; an unexplained figure fails."""
import re

from oracle.authored import Authored
from oracle.charts import check_charts
from oracle.drivers import Drivers
from oracle.ledger import Ledger
from oracle.packs import pack_of
from oracle.prose_pages import ProsePages
from oracle.quantities import Quantities
from oracle.quotes import Quotes
from oracle.sentences import TOKEN, SectionReader
from oracle.subjects import Subjects
from oracle.vocabulary import Vocabulary
from support.program import check_outputs


class Disclosure:
    """All the oracle needs to judge the prose of one published PDF."""

    def __init__(self, output):
        self.ledger = Ledger(output.unit_folder, output.year)
        self.subjects = Subjects(output.classification, self.ledger)
        self.quantities = Quantities(self.ledger)
        self.pack = pack_of(self.ledger)
        self.style = self.pack.style
        self.authored = Authored(self.ledger)
        self.vocabulary = Vocabulary(self.quantities, self.subjects)
        self.drivers = Drivers(self.quantities, self.subjects)
        self.quotes = Quotes(self.ledger, self.quantities, self.style)


def check_sections(report, name, disclosure, sections):
    """The figures of all sections; returns how many were checked."""
    figures = 0
    for title, text in sections:
        where = f"{name} {title}"
        text, wrong = disclosure.authored.mask(text, disclosure.quotes.value_of)
        for quote in wrong:
            report.check(False, f"{where}: {{{quote.name}}} prints {quote.printed}, expected {quote.expected}")
        figures += len(TOKEN.findall(text))
        phrases, wholes = disclosure.vocabulary.section(title)
        SectionReader(disclosure.style, phrases, wholes, disclosure.drivers, report, where).read(text)
    return figures


def check_output(report, output):
    """One PDF: its sentences, then its charts."""
    disclosure = Disclosure(output)
    pages = ProsePages(output.pdf)
    sections = pages.sections()
    figures = check_sections(report, output.name, disclosure, sections)
    report.check(figures >= 40, f"{output.name}: only {figures} figures were found in the prose")
    report.check(len(sections) >= 20, f"{output.name}: only {len(sections)} sections were found")
    everywhere = len(TOKEN.findall(re.sub(r"\s", "", pages.body)))
    in_sections = sum(len(TOKEN.findall(text)) for _, text in sections)
    report.equal(in_sections, everywhere, f"{output.name}: figures inside the sections and in the whole body")
    check_charts(report, output.name, disclosure, pages)


if __name__ == "__main__":
    check_outputs(__doc__, check_output)
