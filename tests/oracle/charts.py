"""The figures printed in the charts: exactly those of the quantities they show."""
import re
from collections import Counter
from fractions import Fraction

from oracle.figures import REVENUE_NAMES
from oracle.ledger import OTHER_SOURCES
from support.pdf import squeeze

FIGURE = re.compile(r"-?\d[\d,]*(?:\.\d+)?%?")


def income_parts(quantities):
    """The parts a chart of income may show: 财政拨款收入 as one, and as its three funds."""
    names = ["财政拨款收入", *(name + "收入" for name in REVENUE_NAMES.values()), *OTHER_SOURCES]
    return [quantities.total(name).value for name in names]


def wanted_figures(caption, disclosure):
    """(must appear, may appear): the printed figures of the chart with this caption."""
    quantities, style = disclosure.quantities, disclosure.style
    if "变动" in caption:
        total = quantities.total("财政拨款收支总计" if "财政拨款" in caption else "收支总计")
        shown = [style.amount(value) for value in (total.value, total.prior) if value is not None]
        years = [str(disclosure.ledger.year), str(disclosure.ledger.year - 1)]
        return shown, shown + years
    if "收入" in caption:
        parts, whole = income_parts(quantities), quantities.total("本年收入合计")
    else:
        parts, whole = [q.value for q in quantities.columns().values()], quantities.total("本年支出合计")
    parts = [part for part in parts if part]
    shares = [style.percent(Fraction(part) / Fraction(whole.value)) for part in parts] if whole.value else []
    must = [style.amount(part) for part in parts if "收入" not in caption]
    return must, [style.amount(part) for part in parts] + shares + [style.amount(whole.value)]


def plain_figure(text):
    """A figure without separators or trailing zeros, so that a chart may print 8.00 or 8."""
    sign = "%" if text.endswith("%") else ""
    text = text.rstrip("%").replace(",", "")
    return (text.rstrip("0").rstrip(".") if "." in text else text) + sign


def check_charts(report, name, disclosure, pages):
    """Every chart: its figures are its quantities' and no other; the pack's charts are all there."""
    captions = 0
    for index in pages.indices:
        text = squeeze(pages.layout[index])
        found = re.findall(r"图\d+[：.]([^图\d]*?(?:变动情况|结构|决算图))", text)
        captions += len(found)
        must, may = Counter(), set()
        for caption in found:
            needed, allowed = wanted_figures(caption, disclosure)
            must.update(plain_figure(figure) for figure in needed)
            may |= {plain_figure(figure) for figure in allowed}
        if found:
            check_page(report, f"{name} page {index + 1}", pages.small[index], must, may)
    report.equal(captions, disclosure.pack.charts, f"{name}: charts found")


def check_page(report, where, texts, must, may):
    """The small print of one page with charts."""
    shown = Counter()
    for text in texts:
        text = re.sub(r"图\d+[：.]?|\d+年度?", "", text)
        shown.update(plain_figure(figure) for figure in FIGURE.findall(text))
    for figure in must:
        report.check(shown[figure] > 0, f"{where}: the chart does not print {figure}")
    for figure in shown:
        report.check(figure in may, f"{where}: a chart prints {figure}, which is none of its figures {sorted(may)}")
