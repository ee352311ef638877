"""Every sentence and figure the record of a build tells stands on the pages it names, as another program reads them."""
import json
import re

from support.pdf import pages_text, squeeze
from support.program import check_outputs

FIGURE = re.compile(r"-?[\d,]+(\.\d+)?%?")


def check_output(report, output):
    content = json.loads((output.pdf.parent / "生成记录.json").read_text(encoding="utf-8"))["content"]
    texts = content["texts"]
    pages = [re.sub(r"—\d+—|\.{3,}", "", squeeze(text)) for text in pages_text(output.pdf)]
    report.equal(len(content["page_labels"]), len(pages), f"{output.name}: pages")
    for section, text, first, last in content["sentences"]:
        section, text = texts[section], texts[text]
        there = "".join(pages[first:last + 1]) if first >= 0 else ""
        report.check(squeeze(text) in there, f"{output.name}: “{text}” of “{section}” is not on page {first + 1}")
    for *names, page in content["cells"]:
        table, row, column, text = (texts[name] for name in names)
        if FIGURE.fullmatch(text):
            report.check(page >= 0 and text in pages[page], f"{output.name}: {table} {row} {column} {text}: page {page}")


if __name__ == "__main__":
    check_outputs(__doc__, check_output)
