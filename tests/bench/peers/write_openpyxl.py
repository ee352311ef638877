"""write_openpyxl.py sheets.json result.xlsx: the tables with openpyxl, one sheet each."""
import json
import sys

from openpyxl import Workbook

book = Workbook()
book.remove(book.active)
with open(sys.argv[1], encoding="utf-8") as sheets:
    for number, rows in enumerate(json.load(sheets), start=1):
        sheet = book.create_sheet(f"表{number}")
        for row in rows:
            sheet.append(row)
book.save(sys.argv[2])
