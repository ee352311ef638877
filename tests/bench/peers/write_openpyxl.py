"""write_openpyxl.py sheets.json result.xlsx: the workbook with openpyxl. A style is made once and shared by its cells."""
import json
import sys
from copy import copy

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter


def made_style(sheet, style):
    """The style as openpyxl keeps it in a cell."""
    cell = sheet["A1"]
    font, align = style["font"], style["align"]
    cell.font = Font(name=font["name"], sz=font["size"], b=font["bold"])
    cell.alignment = Alignment(horizontal=align["horizontal"], vertical=align["vertical"], wrap_text=align["wrapText"],
                               indent=align["indent"])
    cell.border = Border(**{side: Side(style=line) for side, line in style["border"].items()})
    cell.number_format = style["format"]
    return copy(cell._style)


def fill(sheet, data, styles):
    """One sheet."""
    for row, column, value, _, _ in data["cells"]:
        if value is not None:
            sheet.cell(row, column).value = value
    for area in data["merges"]:
        sheet.merge_cells(area)
    # After merging, which resets what the covered cells looked like.
    for row, column, _, _, style in data["cells"]:
        sheet.cell(row, column)._style = copy(styles[style])
    for column, width in enumerate(data["widths"], start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, height in enumerate(data["heights"], start=1):
        sheet.row_dimensions[row].height = height
    if data["frozen_rows"]:
        sheet.freeze_panes = f"A{data['frozen_rows'] + 1}"
    if data["title_rows"]:
        sheet.print_title_rows = data["title_rows"].replace("$", "")
    if data["area"]:
        sheet.print_area = data["area"]
    sheet.page_setup.orientation = "landscape" if data["landscape"] else "portrait"
    sheet.page_setup.paperSize = 9
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    for side, inches in data["margins"].items():
        setattr(sheet.page_margins, side, inches)
    sheet.oddFooter.center.text = data["footer"].removeprefix("&C")
    sheet.print_options.horizontalCentered = True


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        data = json.load(file)
    book = Workbook()
    scratch = book.active
    styles = [made_style(scratch, style) for style in data["styles"]]
    for sheet in data["sheets"]:
        fill(book.create_sheet(sheet["name"]), sheet, styles)
    book.remove(scratch)
    book.save(sys.argv[2])


main()
