"""Corrections of jianghan: the comparison names exactly what changed, held against both PDFs' texts and workbooks."""
import json
import re
import shutil
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

from support.pdf import pages_text, squeeze
from support.program import arguments, fresh_folder, run
from support.report import Report
from support.workbook import TABLE_MARK, exact, is_number, plain, printed, statistical_sheets


@dataclass(frozen=True)
class Correction:
    """What is put in place of what in 2024.yaml, the paths to be named, and whether pages move."""
    name: str
    replacements: tuple
    paths: tuple
    pages_move: bool = False


CORRECTIONS = (
    Correction("last year's car costs", (("公务用车运行维护费: 1.95", "公务用车运行维护费: 1.85"),),
               ("上年.三公经费.公务用车运行维护费",)),
    Correction("a business figure", (("稽核人次: {值: ", "稽核人次: {值: 1"),), ("业务数据.稽核人次",)),
    Correction("last year's total", (("  一般公共预算财政拨款支出: 1922.82", "  一般公共预算财政拨款支出: 1912.82"),),
               ("上年.一般公共预算财政拨款支出",)),
    Correction("a subject's expenditure and what must agree with it",
               (("    2080101: 1132.06", "    2080101: 1131.06"), ("{基本支出: 1132.06,", "{基本支出: 1131.06,"),
                ("30103: 499.31", "30103: 498.31")),
               ("收入.一般公共预算.2080101", "支出.一般公共预算.2080101.基本支出", "经济分类.基本支出.30103")),
    Correction("a figure moved to a subject of its own",
               (("    2210203: 41.15", "    2210203: 31.15\n    2080106: 10.00"),
                ("    2210203: {基本支出: 41.15, 年初预算: 41.15}",
                 "    2210203: {基本支出: 31.15, 年初预算: 36.15, 差异原因: 人员变动}\n"
                 "    2080106: {基本支出: 10.00, 年初预算: 5.00, 差异原因: " + "按照新的经办规程增加了事务性支出，" * 45 + "逐项结清}")),
               ("收入.一般公共预算.2210203", "收入.一般公共预算.2080106", "支出.一般公共预算.2210203.基本支出",
                "支出.一般公共预算.2210203.年初预算", "支出.一般公共预算.2210203.差异原因", "支出.一般公共预算.2080106.基本支出",
                "支出.一般公共预算.2080106.年初预算", "支出.一般公共预算.2080106.差异原因"), pages_move=True),
)


@dataclass(frozen=True)
class Built:
    """A published folder; `pages` without white space, page numbers and leaders, `words` as they stand."""
    folder: object
    words: list
    pages: list
    sheets: dict


def build(options, unit, out):
    """Builds the unit and reads the PDF's pages, and the workbook by table."""
    run([options.program, "build", unit, "-o", out])
    folder = next((out / unit.name).iterdir())
    texts = pages_text(next(folder.glob("*.pdf")))
    pages = [re.sub(r"—\d+—|\.{3,}", "", squeeze(text)) for text in texts]
    return Built(folder, [text.split() for text in texts], pages, statistical_sheets(next(folder.glob("*.xlsx"))))


def page_number(name):
    """The place in the file: “第9页（PDF 第12页）” → 12; a page whose number is its place has it once."""
    return int(re.findall(r"第(\d+)页", name)[-1])


def told_places(text, parts):
    """For each character of `text`: whether it stands in one of the parts."""
    told = bytearray(len(text))
    for part in parts:
        start = text.find(part)
        while start >= 0:
            told[start:start + len(part)] = b"\1" * len(part)
            start = text.find(part, start + 1)
    return told


def check_pages(report, name, told, old, new):
    """The pages with a text of their own are the pages named, on either side."""
    gone = {i + 1 for i, text in enumerate(old.pages) if text not in new.pages}
    fresh = {i + 1 for i, text in enumerate(new.pages) if text not in old.pages}
    report.equal({page_number(page["before"]) for page in told["pages"] if page["before"]}, gone, f"{name}: old pages")
    report.equal({page_number(page["after"]) for page in told["pages"] if page["after"]}, fresh, f"{name}: new pages")


def check_texts(report, name, told, old, new):
    """Every difference between the texts lies in cells or sentences that are named."""
    befores = {squeeze(change["before"]) for change in told["cells"] + told["sentences"]} - {""}
    afters = {squeeze(change["after"]) for change in told["cells"] + told["sentences"]} - {""}
    for kind, i, i_end, j, j_end in SequenceMatcher(None, old.pages, new.pages, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        where = f"{name}: pages {i + 1}–{i_end}"
        if TABLE_MARK.search("".join(old.pages[i:i_end])):
            check_words(report, where, (sum(old.words[i:i_end], []), sum(new.words[j:j_end], [])), befores, afters)
        else:
            # With the pages beside them, for sentences that run over.
            beside = "".join(old.pages[max(i - 1, 0):i_end + 1]), "".join(new.pages[max(j - 1, 0):j_end + 1])
            check_characters(report, where, beside, befores, afters)


def check_words(report, where, words, befores, afters):
    """In tables, where each cell is a word: those that came or went are named. Figures must be named whole."""
    for side, other, parts in ((0, 1, befores), (1, 0, afters)):
        for word in Counter(words[side]) - Counter(words[other]):
            whole = word in parts or re.fullmatch(r"[\d,.%-]+", word)
            report.check(word in parts if whole else any(word in part for part in parts), f"{where} “{word}” is not told")


def check_characters(report, where, texts, befores, afters):
    a, b = texts
    told_a, told_b = told_places(a, befores), told_places(b, afters)
    for change, m, m_end, n, n_end in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if change != "equal":
            report.check(all(told_a[m:m_end]) and all(told_b[n:n_end]),
                         f"{where} “{a[m - 8:m_end + 8]}” → “{b[n - 8:n_end + 8]}” is not told")


def check_named(report, name, told, old, new):
    """What is named stands in the old file as before and in the new one as after, on the page named."""
    for change in told["cells"]:
        page = new.pages if change["after"] else old.pages
        report.check(squeeze(change["after"] or change["before"]) in page[page_number(change["page"]) - 1],
                     f"{name}: cell {change} is not on its page")
    for change in told["sentences"]:
        report.check(change["before"] != change["after"], f"{name}: a sentence that is the same: {change['after']}")
        for side, built in (("before", old), ("after", new)):
            if change[side]:
                names = change[f"page_{side}"].split("至")
                there = "".join(built.pages[page_number(names[0]) - 1:page_number(names[-1])])
                report.check(squeeze(change[side]) in there,
                             f"{name}: not on its page: {change[side]}")


def sheet_texts(sheet):
    """Where each cell of a sheet's body stands, and its text as printed."""
    return {(row, column): printed(exact(value)) if is_number(value) else plain(value)
            for row, column, value in sheet.cells_own() if row >= sheet.body_row and plain(value)}


def check_workbooks(report, name, told, old, new):
    """A sheet's cells that differ are the cells named of its table: neither fewer nor more."""
    report.equal(sorted(old.sheets), sorted(new.sheets), f"{name}: sheets")
    for number in sorted(old.sheets):
        before, after = sheet_texts(old.sheets[number]), sheet_texts(new.sheets[number])
        named = [change for change in told["cells"] if TABLE_MARK.findall(change["table"])[:1] == [number]]
        olds = Counter(plain(change["before"]) for change in named if change["before"])
        news = Counter(plain(change["after"]) for change in named if change["after"])
        left, right = Counter(before.values()), Counter(after.values())
        report.equal(olds - news, left - right, f"{name}: 公开{number}表, what went")
        report.equal(news - olds, right - left, f"{name}: 公开{number}表, what came")
        if len(before) == len(after):
            pairs = Counter((before[place], after.get(place)) for place in before if before[place] != after.get(place))
            report.equal(Counter((plain(c["before"]), plain(c["after"])) for c in named), pairs, f"{name}: 公开{number}表")


def check_correction(report, options, scratch, correction):
    name = correction.name
    unit = scratch / "jianghan"
    original = (unit / "2024.yaml").read_text(encoding="utf-8")
    old = build(options, unit, scratch / "old")
    text = original
    for find, put in correction.replacements:
        report.equal(text.count(find), 1, f"{name}: places to correct")
        text = text.replace(find, put)
    (unit / "2024.yaml").write_text(text, encoding="utf-8")
    new = build(options, unit, scratch / "new")
    told = json.loads(run([options.program, "diff", old.folder, new.folder, "--format", "json"]).stdout)
    (unit / "2024.yaml").write_text(original, encoding="utf-8")
    print(name, {key: len(value) for key, value in told.items() if isinstance(value, list)})
    report.equal(sorted(change["path"] for change in told["figures"]), sorted(correction.paths), f"{name}: figures")
    lines = [change["place_after"] for change in told["figures"]]
    report.check(all(re.fullmatch(r"2024\.yaml:\d+", line) for line in lines), f"{name}: lines {lines}")
    report.check(any(set(fact["because"]) & set(correction.paths) for fact in told["facts"]), f"{name}: no fact follows")
    report.check(told["sentences"] or told["cells"], f"{name}: nothing printed changed")
    moved = len(old.pages) != len(new.pages) or any(
        page in new.pages and new.pages.index(page) != index for index, page in enumerate(old.pages))
    report.equal(moved, correction.pages_move, f"{name}: pages move")
    for check in (check_pages, check_texts, check_named, check_workbooks):
        check(report, name, told, old, new)


def main():
    options = arguments(__doc__)
    report = Report()
    scratch = fresh_folder(options.scratch)
    shutil.copytree(options.source / "data" / "jianghan", scratch / "jianghan")
    for correction in CORRECTIONS:
        check_correction(report, options, scratch, correction)
    report.finish()


if __name__ == "__main__":
    main()
