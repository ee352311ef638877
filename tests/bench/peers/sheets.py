"""A workbook as plain data for the programs that write it again, and the comparison of what they wrote with it."""
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

SIDES = ("left", "right", "top", "bottom")


def style_of(cell):
    """What is set on a cell, as plain data."""
    font, align = cell.font, cell.alignment
    return {"font": {"name": font.name, "size": font.sz, "bold": bool(font.b)}, "format": cell.number_format,
            "align": {"horizontal": align.horizontal, "vertical": align.vertical, "wrapText": bool(align.wrap_text),
                      "indent": int(align.indent or 0)},
            "border": {name: side.style for name, side in ((name, getattr(cell.border, name)) for name in SIDES)
                       if side and side.style}}


def sheet_data(sheet, values, styles):
    """One sheet. `values` is the same sheet with results in place of formulas; new styles are added to `styles`."""
    cells = []
    for row in sheet.iter_rows():
        for cell in row:
            if cell.has_style or cell.value is not None:
                style = style_of(cell)
                if style not in styles:
                    styles.append(style)
                cells.append([cell.row, cell.column, cell.value, values[cell.coordinate].value, styles.index(style)])
    setup, margins = sheet.page_setup, sheet.page_margins
    return {"name": sheet.title, "cells": cells, "merges": [str(area) for area in sheet.merged_cells.ranges],
            "widths": [sheet.column_dimensions[get_column_letter(column)].width for column in range(1, sheet.max_column + 1)],
            "heights": [sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1)],
            "frozen_rows": sheet.freeze_panes and int(sheet.freeze_panes[1:]) - 1, "landscape": setup.orientation == "landscape",
            "margins": {side: getattr(margins, side) for side in (*SIDES, "header", "footer")},
            "title_rows": sheet.print_title_rows, "area": "".join(sheet.print_area or []).replace("$", ""),
            "footer": "&C— &P —"}


def workbook_data(path):
    """The whole workbook; charts are left out (openpyxl reads none, exceljs writes none)."""
    book, values = load_workbook(path), load_workbook(path, data_only=True)
    styles = []
    sheets = [sheet_data(sheet, values[sheet.title], styles) for sheet in book.worksheets]
    return {"styles": styles, "sheets": sheets}


def plain_cells(data):
    """{(sheet, row, column): (value or formula, style)}; a value's formula may come with or without its "="."""
    return {(sheet["name"], row, column): (value, data["styles"][style])
            for sheet in data["sheets"] for row, column, value, _, style in sheet["cells"]}


def differences(wanted, path):
    """What is not as in `wanted` in the workbook at `path`: cells, their styles, merged areas. At most five."""
    got = workbook_data(path)
    want_cells, got_cells = plain_cells(wanted), plain_cells(got)
    found = [f"{place}: {got_cells.get(place)} instead of {cell}" for place, cell in want_cells.items()
             if got_cells.get(place) != cell]
    for want, made in zip(wanted["sheets"], got["sheets"]):
        if sorted(want["merges"]) != sorted(made["merges"]):
            found.append(f"{want['name']}: merged areas differ")
    if len(wanted["sheets"]) != len(got["sheets"]):
        found.append(f"{len(got['sheets'])} sheets")
    return found[:5]
