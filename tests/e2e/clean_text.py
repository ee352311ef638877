"""No residue in what is published: placeholders, zeros in tables, doubled punctuation, words of the engine."""
import re

from support.pdf import pages_text, squeeze
from support.program import arguments, outputs
from support.report import Report
from support.workbook import plain, printed, statistical_sheets

RESIDUE = {
    "a choice left open": r"增加（减少）|增长（下降）|减少（增加）|下降（增长）|升高（降低）|单位（部门）|部门（单位）|高于（低于）|大于（小于）",
    "an unfilled place": r"[XＸxｘ×]{2,}|＿{2,}|_{3,}|请填|填写说明|（填写|此处|待补|某某",
    "an ellipsis": r"……|。。|\.\.\.",
    "a word of the template language": r"[{}｛｝]|@[如否每完表图段块]|不存在|monostate|nullptr|\bnan\b|\binf\b",
    "doubled punctuation": r"[，、；：。！？][，、；：。！？]|[，、；：][）”]?$|（）|“”|^[，、；。：）”]",
    "an amount without a figure": r"(?<![\d十百千万亿元美原])万元(?=[，。；、）])",
    "a percent sign without a figure": r"(?<!\d)%(?=[，。；、）])",
    "a doubled unit": r"万元万元|%%|元元|年年度|年度年度|（类）（类）|（款）（款）|（项）（项）|支出支出",
    "a negative change in words": r"(增加|减少|增长|下降|降低|为|占)-\d",
    "infinite or missing growth": r"(增长|下降|完成[^，。]{0,6}预算的?)(100%)?(?=0/0)|增加0万元|减少0万元|增长0%|下降0%",
}
# Cells that stand side by side may read so.
NOT_IN_TABLES = ("doubled punctuation", "a doubled unit", "an amount without a figure",
                 "a percent sign without a figure")
ENTRY = re.compile(r"[.…·․‥．]{3,}\s*\d+\s*$")


def prose_lines(page):
    """The lines of a page without 目录's leader dots."""
    for line in page.splitlines():
        if line.strip() and not ENTRY.search(squeeze(line)):
            yield squeeze(line)


def check_residue(report, where, text, skipped=()):
    """Looks for every kind of residue but the skipped ones."""
    for name, pattern in RESIDUE.items():
        if name in skipped:
            continue
        for match in re.finditer(pattern, text):
            around = text[max(0, match.start() - 15):match.end() + 15]
            report.check(False, f"{where}: {name}: …{around}…")
    report.checked += len(RESIDUE)


def check_paragraph_ends(report, where, text):
    """A paragraph is not joined to the next without an end, and no sentence is empty."""
    for match in re.finditer(r"[，、；]。|。[，、；]", text):
        report.check(False, f"{where}: broken sentence: …{text[max(0, match.start() - 15):match.end() + 10]}…")


def check_patterns(report):
    """What real disclosures left in is noticed, and a clean sentence is not."""
    for bad in ("比上年增加（减少）0万元", "共涉及项目XX个", "本单位（部门）", "完成预算的%，", "支出为万元。", "其中：{收支总计}",
                "收入，，其他", "支出……", "减少-3万元", "增长0%", "2024年度年度收入"):
        trial = Report()
        check_residue(trial, "", bad)
        report.check(trial.failures, f"nobody notices: {bad}")
    trial = Report()
    check_residue(trial, "", "2024年度收、支总计1,945.8万元，下降14.6%，占100%。因公出国（境）费无预算安排（均为零）。")
    report.check(not trial.failures, f"a clean sentence is refused: {trial.failures}")


def check_pdf(report, output):
    """The text of every page."""
    pages = pages_text(output.pdf)
    for number, page in enumerate(pages, start=1):
        where = f"{output.name} page {number}"
        text = "".join(prose_lines(page))
        table = re.search(r"公开\d\d表|自评表", text)
        check_residue(report, where, text, NOT_IN_TABLES if table else ())
        if not table:
            check_paragraph_ends(report, where, text)


def check_workbook(report, output):
    """No text of residue, no printed zero, no error value."""
    for number, sheet in statistical_sheets(output.workbook).items():
        where = f"{output.name} 公开{number}表"
        for row, column, value in sheet.cells_own():
            if isinstance(value, str):
                check_residue(report, f"{where} row {row + 1}", plain(value), NOT_IN_TABLES)
                report.check(not value.startswith("#"), f"{where} row {row + 1}: error value {value}")
        for (row, column), value in sheet.amounts().items():
            formats = sheet.worksheet.cell(row + 1, column + 1).number_format.split(";")
            shown = printed(repr(value)) not in ("0.00", "-0.00") or len(formats) > 2 and formats[2].strip('" ') == ""
            shown = shown or formats[-1] == "" and len(formats) == 3
            report.check(shown, f"{where} row {row + 1} column {column + 1} prints a zero")


def check_zero_pages(report, output):
    """On the pages of the nine tables no 0.00 is printed."""
    for number, page in enumerate(pages_text(output.pdf, "-layout"), start=1):
        if re.search(r"公开\d\d表", page):
            report.check(not re.search(r"(?<![\d,.])-?0\.00(?!\d)", page),
                         f"{output.name} page {number}: 0.00 in a table")


def main():
    options = arguments(__doc__)
    report = Report()
    check_patterns(report)
    for output in outputs(options):
        check_pdf(report, output)
        check_workbook(report, output)
        check_zero_pages(report, output)
    report.finish()


if __name__ == "__main__":
    main()
