"""Every cell of the nine tables: the PDF prints what the workbook holds, at the same place, and nothing else.

Amounts are compared by place: the printed rows and columns of amounts must be those of the sheet. Texts are compared
by finding each cell's words on the table's pages; what is left over must be a repeated head, the heading, or the page
number.
"""
import re

from support.cell_words import WordPool
from support.contents import contents_entries
from support.pdf import pages_text, pages_words, squeeze
from support.program import check_outputs
from support.workbook import exact, is_number, plain, printed, statistical_sheets

AMOUNT = re.compile(r"-?\d[\d,]*\.\d\d")
EDGE = 1.0   # points: right edges of one column
ROW = 3.0    # points: one row's words
MARGIN = 78  # points: left of it a landscape page has only its number, where the sheet has its foot


def table_pages(pdf):
    """Table number -> the words of its pages; the pages up to the next table or part belong to it when 续 says so."""
    texts, words, found = pages_text(pdf), pages_words(pdf), {}
    for text, page in zip(texts, words):
        marks = set(re.findall(r"公开(\d\d)表", squeeze(text)))
        if len(marks) == 1:
            found.setdefault(marks.pop(), []).append(page)
    return found


def sheet_rows(sheet):
    """The sheet's rows of printed amounts: [(row, {column: text})]; zeros print blank."""
    rows = {}
    for (row, column), value in sheet.amounts().items():
        text = printed(exact(value))
        if text not in ("0.00", "-0.00"):
            rows.setdefault(row, {})[column] = text
    return sorted(rows.items())


def pdf_rows(pages):
    """The printed rows of amounts from the top: [[(right edge, text)]]."""
    rows = []
    for words in pages:
        amounts = sorted((w for w in words if AMOUNT.fullmatch(w.text)), key=lambda w: (w.middle, w.left))
        start = len(rows)
        for word in amounts:
            if len(rows) > start and abs(rows[-1][0] - word.middle) < ROW:
                rows[-1][1].append(word)
            else:
                rows.append((word.middle, [word]))
    return [[(w.right, w.text) for w in sorted(row, key=lambda w: w.left)] for _, row in rows]


def check_amounts(report, where, sheet, pages):
    """The same rows, and in each row the same amounts in columns that have one right edge each."""
    want, got = sheet_rows(sheet), pdf_rows(pages)
    report.equal([[text for _, text in row] for row in got],
                 [[text for _, text in sorted(cells.items())] for _, cells in want], f"{where}: rows of amounts")
    edges = {}
    for (row, cells), printed_row in zip(want, got):
        for (column, text), (right, _) in zip(sorted(cells.items()), printed_row):
            edge = edges.setdefault(column, right)
            report.check(abs(edge - right) <= EDGE,
                         f"{where} row {row + 1}: {text} ends at {right}, its column at {edge}")
    ordered = [edges[column] for column in sorted(edges)]
    report.check(all(b - a > 10 for a, b in zip(ordered, ordered[1:])), f"{where}: amount columns overlap: {ordered}")



def printed_texts(sheet):
    """The printed text of every cell of a sheet, longest first (a short text may be part of a long one)."""
    amounts = sheet.amounts()
    texts = []
    for row, column, value in sheet.cells_own():
        text = printed(exact(value)) if (row, column) in amounts else plain(value)
        if text and text not in ("0.00", "-0.00"):
            texts.append(text)
    return sorted(texts, key=len, reverse=True)


def check_texts(report, where, sheet, pages, titles):
    """Every cell's text stands on the pages; nothing but heads and page furniture is left."""
    pages = [[word for word in page if word.left > MARGIN] for page in pages]
    pool = WordPool(pages)
    texts = printed_texts(sheet)
    for text in texts:
        report.check(pool.take(text), f"{where}: not on the page: {text}")
    known = "".join(texts) + f"（续）公开{sheet.number}表"
    foot = max((word.middle for page in pages for word in page), default=0)
    for page, word in pool.left_over():
        text = squeeze(word.text)
        number = re.fullmatch(r"[—–-]|\d{1,2}|[—–-]\d+[—–-]", text) and word.middle > foot - ROW
        heading = number or text in titles
        repeated = page > 0 and text in known and not AMOUNT.fullmatch(text)
        report.check(heading or repeated, f"{where}: on page {page + 1} of the table, but in no cell: {text}")


def check_output(report, output):
    """The nine tables of one published pair."""
    pages, sheets = table_pages(output.pdf), statistical_sheets(output.workbook)
    titles = "".join(title for title, _ in contents_entries(pages_text(output.pdf, "-layout"))[0])
    report.equal(sorted(pages), sorted(sheets), f"{output.name}: tables in the PDF and in the workbook")
    for number, sheet in sorted(sheets.items()):
        where = f"{output.name} 公开{number}表"
        check_amounts(report, where, sheet, pages.get(number, []))
        check_texts(report, where, sheet, pages.get(number, []), titles)


if __name__ == "__main__":
    check_outputs(__doc__, check_output)
