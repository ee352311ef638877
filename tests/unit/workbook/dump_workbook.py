"""Prints what a spreadsheet reader finds in a workbook, one line a thing, for the tests to compare.

usage: dump_workbook.py FILE.xlsx
"""
import sys

import openpyxl

path = sys.argv[1]
formulas = openpyxl.load_workbook(path)
values = openpyxl.load_workbook(path, data_only=True)
properties = formulas.properties
print(f"title={properties.title} author={properties.creator} created={properties.created:%Y-%m-%d %H:%M:%S}")
for sheet in formulas.worksheets:
    cached = values[sheet.title]
    setup = sheet.page_setup
    print(f"sheet={sheet.title} orientation={setup.orientation} paper={setup.paperSize} "
          f"fit={sheet.sheet_properties.pageSetUpPr.fitToPage if sheet.sheet_properties.pageSetUpPr else None}"
          f"/{setup.fitToWidth}/{setup.fitToHeight} freeze={sheet.freeze_panes} "
          f"titles={sheet.print_title_rows} area={sheet.print_area} centered={sheet.print_options.horizontalCentered} "
          f"footer={sheet.oddFooter.center.text} header={sheet.oddHeader.center.text} charts={len(sheet._charts)}")
    print("merges=" + " ".join(sorted(str(r) for r in sheet.merged_cells.ranges)))
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            line = f"{cell.coordinate} {cell.data_type} {cell.value!r} [{cell.number_format}]"
            if cell.data_type == "f":
                line += f" cached={cached[cell.coordinate].value!r}"
            print(line)
