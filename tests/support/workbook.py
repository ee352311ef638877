"""Reading the generated workbook: sheets as grids whose merged cells are known."""
import re
from decimal import ROUND_HALF_UP, Decimal

import openpyxl

TABLE_MARK = re.compile(r"公开(\d\d)表")


def plain(value):
    """A cell's text without white space; '' for a blank."""
    return "" if value is None else re.sub(r"[\s\u3000]+", "", str(value))


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def exact(value):
    """A number of the workbook as the exact 万元 it stands for (whole 分, six decimals)."""
    return Decimal(repr(value)).quantize(Decimal("0.000001"), ROUND_HALF_UP)


def printed(value, decimals=2, thousands=True):
    """万元 as a table prints it."""
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{rounded:,}" if thousands else str(rounded)


class Sheet:
    """A statistical sheet. Rows and columns count from 0; a merged area's value is seen in each of its cells."""

    def __init__(self, worksheet):
        self.title = worksheet.title
        self.worksheet = worksheet
        self.values = [[cell.value for cell in row] for row in worksheet.iter_rows()]
        self.origin = {}
        for area in worksheet.merged_cells.ranges:
            for row in range(area.min_row - 1, area.max_row):
                for column in range(area.min_col - 1, area.max_col):
                    self.origin[row, column] = (area.min_row - 1, area.min_col - 1)
        self.number = self._table_number()
        self.band_row = self._find_band_row()
        self.head_row = self._find_head_row()
        self.body_row = self.band_row + 1 if self.band_row is not None else self._find_first_figure()

    def _table_number(self):
        said = [value for row in self.values[:6] for value in row if not str(value).startswith("=")]
        marks = {mark for value in said for mark in TABLE_MARK.findall(plain(value))}
        return marks.pop() if len(marks) == 1 else None

    def _find_band_row(self):
        """The row that counts the columns: it begins with 栏次, or (公开09表) is just 1, 2, 3, …"""
        for index, row in enumerate(self.values):
            texts = [plain(value) for value in row if plain(value)]
            if texts and (texts[0] == "栏次" or (len(texts) > 3 and texts == [str(i + 1) for i in range(len(texts))])):
                return index
        return None

    def _find_head_row(self):
        """The first row of the head: below the title, the table's number and the lines of unit and money."""
        above = [row for row, values in enumerate(self.values[:6])
                 if any(TABLE_MARK.search(plain(value)) or "单位：" in plain(value) for value in values)]
        return max(above, default=-1) + 1

    def _find_first_figure(self):
        """Without a 栏次 row the body begins with the first code or number below the head."""
        return next((row for row, _, value in self.cells_own() if row >= self.head_row
                     and (is_number(value) or re.fullmatch(r"\d{3,7}", plain(value)))), self.height)

    def value(self, row, column):
        """The value seen at a place, through merges."""
        row, column = self.origin.get((row, column), (row, column))
        return self.values[row][column] if row < len(self.values) and column < len(self.values[row]) else None

    def text(self, row, column):
        return plain(self.value(row, column))

    @property
    def width(self):
        return max((len(row) for row in self.values), default=0)

    @property
    def height(self):
        return len(self.values)

    def heads(self, column):
        """The head texts above a column, from the top, each once."""
        found = []
        for row in range(self.head_row, self.band_row if self.band_row is not None else self.body_row):
            text = self.text(row, column)
            if text and text not in found:
                found.append(text)
        return found

    def cells_own(self):
        """(row, column, value) of every cell that has its own value, in reading order."""
        for row, values in enumerate(self.values):
            for column, value in enumerate(values):
                if value is not None and self.origin.get((row, column), (row, column)) == (row, column):
                    yield row, column, value

    def amounts(self):
        """(row, column) -> number of every amount below the head; 行次 columns and the 栏次 row are not amounts."""
        lines = {column for column in range(self.width) if self.heads(column)[-1:] == ["行次"]}
        return {(row, column): value for row, column, value in self.cells_own()
                if is_number(value) and row >= self.body_row and column not in lines}


def statistical_sheets(path, values=True):
    """Table number ('01' … '09') -> Sheet. With `values` false formulas are seen instead of their cached values."""
    book = openpyxl.load_workbook(path, data_only=values)
    sheets = {}
    for worksheet in book.worksheets:
        sheet = Sheet(worksheet)
        if sheet.number:
            if sheet.number in sheets:
                raise RuntimeError(f"two sheets say 公开{sheet.number}表")
            sheets[sheet.number] = sheet
    return sheets
