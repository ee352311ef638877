"""What the published disclosures say, the PDF of each real unit says too (white space removed).

published/<unit>.txt: figures with the words around them, in the order of the published text; published/<unit>-contents.txt:
the published 目录. The completion rate 100.9% is the right one, the published 100.1% is not.
"""
import re
from pathlib import Path

from support.contents import contents_entries
from support.pdf import pages_text, squeeze
from support.program import arguments, find_output
from support.report import Report

PUBLISHED = Path(__file__).parent / "published"
REQUIRED = {
    "jianghan": ["收、支总计1,945.8万元", "减少333.71万元", "下降14.6%", "占81%", "占9.9%", "占9.1%"],
    "gedian": ["2027.65万元", "363.15万元", "15.19%", "98.42%", "0.87%", "0.71%", "81.8%"],
}
COMPLETION = {"jianghan": ["103%", "124.8%", "230.3%", "112.5%", "158.8%", "100.9%", "101.3%", "95.1%", "100.2%",
                           "100%"]}
IN_ORDER = ("wuhai",)


def without_page_numbers(page):
    return "\n".join(line for line in page.splitlines() if not re.fullmatch(r"\s*[—–-]\s*\d+\s*[—–-]\s*", line))


def find_after(wanted, text, start):
    """Where `wanted` ends after `start`, not in the middle of a longer figure; -1 when it is not there."""
    before = r"(?<![\d.,])" if wanted[0].isdigit() else ""
    found = re.compile(rf"{before}{re.escape(wanted)}(?![\d.,]*\d)").search(text, start)
    return found.end() if found else -1


def check_unit(report, output):
    """One unit's required strings; the completion rates of the 项 in their printed order."""
    text = squeeze("".join(pages_text(output.pdf)))
    for wanted in REQUIRED[output.name]:
        found = re.search(rf"(?<![\d.,]){re.escape(wanted)}", text)
        report.check(found, f"{output.name}: {wanted} is not in the text")
    if output.name in COMPLETION:
        rates = re.findall(r"（项）[^（]*?完成年初预算的([\d.]+%)", text)
        report.equal(rates, COMPLETION[output.name], f"{output.name}: completion rates of the 项")


def check_order(report, output):
    """The published figures follow each other as they do there, and the 目录 is the published one."""
    pages = pages_text(output.pdf, "-layout")
    entries, indices = contents_entries(pages)
    contents = (PUBLISHED / f"{output.name}-contents.txt").read_text(encoding="utf-8").splitlines()
    report.equal([title for title, _ in entries], contents, f"{output.name}: 目录")
    flow = pages_text(output.pdf)
    body = [page for number, page in enumerate(flow) if number > max(indices, default=0)]
    text, at = squeeze("".join(without_page_numbers(page) for page in body)), 0
    for wanted in (PUBLISHED / f"{output.name}.txt").read_text(encoding="utf-8").splitlines():
        end = find_after(wanted, text, at)
        report.check(end >= 0, f"{output.name}: {wanted} does not follow …{text[max(0, at - 30):at]}")
        at = max(at, end)
    report.check(find_after("1958.1", text, 0) < 0, f"{output.name}: this test must know figures apart")


def main():
    options = arguments(__doc__)
    report = Report()
    for name in REQUIRED:
        check_unit(report, find_output(options.built, options.source, name))
    for name in IN_ORDER:
        check_order(report, find_output(options.built, options.source, name))
    report.finish()


if __name__ == "__main__":
    main()
