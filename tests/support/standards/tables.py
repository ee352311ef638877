"""Tables: header cells with a scope, and rows that fill the same grid."""
from support.standards.objects import Clause


def attribute(pdf, element, name, default=None):
    """An attribute of owner Table."""
    attributes = pdf.resolve(element.get("/A"))
    for one in attributes if isinstance(attributes, list) else [attributes]:
        one = pdf.resolve(one)
        if isinstance(one, dict) and one.get("/O") == "/Table" and name in one:
            return one[name]
    return default


def rows_of(pdf, table):
    """The TR elements of a table, those in groups too."""
    for child in pdf.children(table):
        if child["/S"] == "/TR":
            yield child
        elif child["/S"] in ("/THead", "/TBody", "/TFoot"):
            yield from rows_of(pdf, child)


def scopes(pdf):
    for reference, element, _ in pdf.elements:
        if element["/S"] == "/TH" and attribute(pdf, element, "/Scope") not in ("/Row", "/Column", "/Both"):
            yield f"{reference}: header cell without a scope"


def header_cells(pdf):
    for reference, element, _ in pdf.elements:
        if element["/S"] == "/Table" and not any(
                cell["/S"] == "/TH" for row in rows_of(pdf, element) for cell in pdf.children(row)):
            yield f"{reference}: a table without header cells"


def grid(pdf):
    """With their spans, the cells of every row fill the same columns, none twice."""
    for reference, element, _ in pdf.elements:
        if element["/S"] != "/Table":
            continue
        widths, carried = set(), {}
        for row in rows_of(pdf, element):
            filled = set(column for column, left in carried.items() if left > 0)
            carried = {column: left - 1 for column, left in carried.items() if left > 1}
            column = 0
            for cell in pdf.children(row):
                while column in filled:
                    column += 1
                for covered in range(column, column + attribute(pdf, cell, "/ColSpan", 1)):
                    if covered in filled:
                        yield f"{reference}: two cells in one place"
                    filled.add(covered)
                    span = attribute(pdf, cell, "/RowSpan", 1)
                    if span > 1:
                        carried[covered] = span - 1
            widths.add(len(filled))
        if carried or len(widths) != 1:
            yield f"{reference}: rows of {sorted(widths)} columns, {len(carried)} spans beyond the last row"


CLAUSES = [
    Clause("PDF/UA 7.5（表头）", "每张表有表头单元格，并写明管行还是管列", scopes),
    Clause("PDF/UA 7.5（有表头）", "每张表都有表头", header_cells),
    Clause("ISO 32000-1 14.8.4.3.4", "跨行跨列之后，每行的单元格填满同样的列，不重叠", grid),
]
