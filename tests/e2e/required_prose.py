"""Strings the PDF of each real unit must contain, white space removed (figures of the published disclosures; the
completion rate 100.9% is the right one, the published 100.1% is not)."""
import re

from support.pdf import pages_text, squeeze
from support.program import arguments, find_output
from support.report import Report

REQUIRED = {
    "jianghan": ["收、支总计1,945.8万元", "减少333.71万元", "下降14.6%", "占81%", "占9.9%", "占9.1%"],
    "gedian": ["2027.65万元", "363.15万元", "15.19%", "98.42%", "0.87%", "0.71%", "81.8%"],
}
COMPLETION = {"jianghan": ["103%", "124.8%", "230.3%", "112.5%", "158.8%", "100.9%", "101.3%", "95.1%", "100.2%",
                           "100%"]}


def check_unit(report, output):
    """One unit's required strings; the completion rates of the 项 in their printed order."""
    text = squeeze("".join(pages_text(output.pdf)))
    for wanted in REQUIRED[output.name]:
        found = re.search(rf"(?<![\d.,]){re.escape(wanted)}", text)
        report.check(found, f"{output.name}: {wanted} is not in the text")
    if output.name in COMPLETION:
        rates = re.findall(r"（项）[^（]*?完成年初预算的([\d.]+%)", text)
        report.equal(rates, COMPLETION[output.name], f"{output.name}: completion rates of the 项")


def main():
    options = arguments(__doc__)
    report = Report()
    for name in REQUIRED:
        check_unit(report, find_output(options.built, options.source, name))
    report.finish()


if __name__ == "__main__":
    main()
