"""A published disclosure as headings, paragraphs and tables, taken from its tagged PDF, and the same for other programs."""
import html
import json
import re
from dataclasses import dataclass, field

HEADING = re.compile(r"H[1-6]")
LINE = re.compile(r"^(?P<indent> *)(?:\"(?P<text>.*)\"|(?P<role>[A-Za-z0-9]+):?(?: .*)?|/(?P<key>\w+) (?P<value>.*))$")


@dataclass
class Block:
    """One element of the structure tree: its role, text, attributes, and what lies below it."""
    role: str
    text: str = ""
    attributes: dict = field(default_factory=dict)
    children: list = field(default_factory=list)


def read_blocks(listing):
    """The top-level blocks in what `pdfinfo -struct-text` printed."""
    root = Block("Root")
    stack = [(-1, root)]
    for line in listing.splitlines():
        match = LINE.match(line)
        if not match:
            continue
        depth = len(match["indent"])
        if match["text"] is not None:
            stack[-1][1].text += match["text"]
        elif match["key"]:
            stack[-1][1].attributes[match["key"]] = match["value"]
        else:
            while stack[-1][0] >= depth:
                stack.pop()
            block = Block(match["role"])
            stack[-1][1].children.append(block)
            stack.append((depth, block))
    return root.children[0].children if root.children else []


def all_text(block):
    """Its text and that of everything below it."""
    return block.text + "".join(all_text(child) for child in block.children)


def rows_of(table):
    """The rows of a table: (text, is a header, columns, rows) of each cell."""
    return [[(all_text(cell), cell.role == "TH", int(cell.attributes.get("ColSpan", 1)), int(cell.attributes.get("RowSpan", 1)))
             for cell in row.children] for row in table.children if row.role == "TR"]


def to_html(blocks):
    """For WeasyPrint and LibreOffice: A4, the fonts of this program by their families."""
    body = []
    for block in blocks:
        if HEADING.fullmatch(block.role):
            body.append(f"<{block.role.lower()}>{html.escape(all_text(block))}</{block.role.lower()}>")
        elif block.role == "Table":
            cells = "".join("<tr>" + "".join(
                f"<{'th' if head else 'td'} colspan={columns} rowspan={rows}>{html.escape(text)}</{'th' if head else 'td'}>"
                for text, head, columns, rows in row) + "</tr>" for row in rows_of(block))
            body.append(f"<table border=1>{cells}</table>")
        else:
            body.append(f"<p>{html.escape(all_text(block))}</p>")
    return ("<!doctype html><html lang=zh-CN><meta charset=utf-8><style>@page{size:A4;margin:37mm 26mm 35mm 28mm}"
            "body{font:16pt/28pt 'Noto Serif CJK SC'}table{border-collapse:collapse;font-size:9pt;line-height:1.2;width:100%}"
            "h1,h2{font-family:'Noto Sans CJK SC'}</style><body>" + "\n".join(body) + "</body></html>")


def to_typst(blocks):
    """Typst markup with every text as a string, so that nothing in it is markup."""
    def string(text):
        return json.dumps(text, ensure_ascii=False)

    out = ['#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm))',
           '#set text(font: "Noto Serif CJK SC", size: 16pt, lang: "zh")']
    for block in blocks:
        if HEADING.fullmatch(block.role):
            out.append(f"#heading(level: {block.role[1]}, {string(all_text(block))})")
        elif block.role == "Table":
            rows = rows_of(block)
            columns = max((sum(cell[2] for cell in row) for row in rows), default=1)
            cells = ", ".join(f"table.cell(colspan: {c}, rowspan: {r}, {string(text)})" for row in rows for text, _, c, r in row)
            out.append(f"#text(size: 9pt, table(columns: {columns}, {cells}))")
        else:
            out.append(f"#par({string(all_text(block))})")
    return "\n".join(out)


def to_sheets(blocks):
    """For the workbook programs: one sheet a table, numbers as numbers."""
    def value(text):
        plain = text.replace(",", "")
        return float(plain) if re.fullmatch(r"-?\d+\.\d+", plain) else text

    return [[[value(text) for text, _, _, _ in row] for row in rows_of(block)] for block in blocks if block.role == "Table"]
