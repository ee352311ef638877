"""Mistypes one amount of the samples at a time and counts how often the program says so, with the line among its candidates.

A mutant that breaks an identity of identities.py counts as reported when the program prints an error or a warning that was not there
before, and as located when its line is among the at most five lines of one such report. Ledgers in 元 and in 万元 are scored apart.
The tables of docs/检查的限度.md are the scores in 元; the test keeps them current.
"""
import re
from collections import Counter

from mutation.mutants import Sample, judged
from support.program import arguments, fresh_folder
from support.report import Report

YUAN, WAN = ("gedian", "shifan"), ("jianghan", "wuhai")
WANTED = 0.95
# Roundings of dozens of figures hide which one is out.
WANTED_LOCATED_IN_WAN = 0.8
PAGE = "docs/检查的限度.md"
BEGIN, END = "<!-- 成绩开始：由测试 mutation 算出 -->", "<!-- 成绩结束 -->"


def share(part, whole):
    """"97.5%" with one decimal; "" of nothing."""
    return f"{100 * part / whole:.1f}%" if whole else "—"


def table(head, rows):
    """A Markdown table."""
    return ["| " + " | ".join(head) + " |", "|" + "---|" * len(head), *("| " + " | ".join(map(str, row)) + " |" for row in rows), ""]


def family_rows(mutants):
    """One row a family, then the sum."""
    families = list(dict.fromkeys(m.family for m in mutants))
    for name in [*families, "合计"]:
        mine = [m for m in mutants if name in (m.family, "合计")]
        reported, located = sum(m.reported for m in mine), sum(m.located for m in mine)
        yield (name, len(mine), reported, share(reported, len(mine)), located, share(located, len(mine)))


def missed_rows(mutants):
    """What was not located, by place and family."""
    missed = Counter((m.figure.block, "科目" if m.figure.key.isdigit() else m.figure.key, m.family,
                      "报告了，没有点到那一行" if m.reported else "没有报告") for m in mutants if not m.located)
    return [(f"{block}　{key}", family, count, how) for (block, key, family, how), count in sorted(missed.items())]


def unbound_rows(mutants):
    """Figures nothing else binds, by the key they are written at."""
    places = [(m.figure.block, "科目" if m.figure.key.isdigit() else m.figure.key) for m in mutants]
    for place in sorted(set(places)):
        mine = [m for m, at in zip(mutants, places) if at == place]
        yield "　".join(place), len(mine), sum(m.reported for m in mine)


HEAD = ("改法", "处数", "报告", "占", "点到那一行", "占")


def page_text(mutants):
    """The generated part of the page: ledgers in 元."""
    bound = [m for m in mutants if m.unit in YUAN and m.breaks == "勾稽"]
    free = [m for m in mutants if m.unit in YUAN and not m.breaks]
    lines = ["### 改了就破坏勾稽的", "", *table(HEAD, family_rows(bound)), "其中没有报告、或没有点到那一行的：", "",
             *table(("在哪里", "改法", "处数", "结果"), missed_rows(bound)), "### 没有第二个数可对的（抽查）", "",
             *table(("在哪里", "处数", "仍被别的规则提醒"), unbound_rows(free))]
    return "\n".join(lines).strip()


def wan_text(mutants):
    """The score of ledgers in 万元, for the log of the test."""
    bound = [m for m in mutants if m.unit in WAN and m.breaks == "勾稽"]
    tails = [m for m in mutants if m.breaks == "尾差"]
    return "\n".join([f"以万元填列，差数超出尾差的（{'、'.join(WAN)}）", "", *table(HEAD, family_rows(bound)),
                      f"尾差以内的抽查 {len(tails)} 处：{sum(m.noted for m in tails)} 处作为尾差说明，"
                      f"{sum(m.reported for m in tails)} 处作为提醒"])


def check_page(report, options, text):
    """The page holds these scores."""
    page = (options.source / PAGE).read_text(encoding="utf-8")
    held = re.search(re.escape(BEGIN) + r"\n(.*?)\n" + re.escape(END), page, re.S)
    fresh = options.scratch / "检查的限度.md"
    fresh.write_text(page if held is None else page[:held.start(1)] + text + page[held.end(1):], encoding="utf-8")
    report.check(held is not None and held[1].strip() == text, f"{PAGE} is stale: copy {fresh} over it")


def main():
    options = arguments(__doc__)
    fresh_folder(options.scratch)
    mutants = judged(options.program, options.scratch, [Sample.read(options.source, unit) for unit in YUAN + WAN])
    text = page_text(mutants)
    print(text, wan_text(mutants), sep="\n\n")
    report = Report()
    for names, located in ((YUAN, WANTED), (WAN, WANTED_LOCATED_IN_WAN)):
        mine = [m for m in mutants if m.unit in names and m.breaks == "勾稽"]
        report.check(len(mine) > 300, f"only {len(mine)} mutants of {names}")
        report.check(sum(m.reported for m in mine) >= WANTED * len(mine), f"too few mutants of {names} are reported")
        report.check(sum(m.located for m in mine) >= located * len(mine), f"too few mutants of {names} are located")
    check_page(report, options, text)
    report.finish()


if __name__ == "__main__":
    main()
