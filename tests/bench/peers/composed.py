"""The composed document as `export_document` printed it, put into sections of one paper orientation each.

Every peer's input is made from these sections, so that all get the same text, tables, drawings and page starts.
"""
import html
from dataclasses import dataclass, field

# Of a cell's padding above and below, for programs that cannot make a table fit its page: so most tables do.
TIGHTER = 0.5


@dataclass
class Section:
    """Blocks on paper of one orientation that start on a page of their own."""
    landscape: bool = False
    front: bool = False  # cover and contents: without a page number
    blocks: list = field(default_factory=list)


def trailing_headings(blocks):
    """How many headings stand at the end."""
    count = 0
    while count < len(blocks) and blocks[-1 - count]["kind"] == "heading":
        count += 1
    return count


def add_page_table(sections, table):
    """A statistical table or a form: on a page of its own with the headings before it, as gongkai sets them."""
    blocks = sections[-1].blocks
    count = trailing_headings(blocks)
    headings = blocks[len(blocks) - count:]
    if headings and headings[0]["level"] == 1 and not table["landscape"]:
        # A part's title stays above its first table if that fits on the page.
        own = headings[1:]
        del blocks[len(blocks) - len(own):]
        blocks.append({"kind": "kept", "blocks": [*own, table]})
        return
    if headings and headings[0]["level"] == 1:
        headings = headings[1:]
    del blocks[len(blocks) - len(headings):]
    if table["form"]:  # may be longer than a page
        sections.append(Section(table["landscape"], blocks=[*headings, table]))
    else:
        sections.append(Section(table["landscape"], blocks=[{"kind": "kept", "blocks": [*headings, table]}]))


def sections_of(document):
    """The document's blocks in sections; none is empty."""
    sections = [Section()]
    for block in document["blocks"]:
        if block["kind"] in ("cover", "contents"):
            sections += [Section(front=True, blocks=[block]), Section()]
        elif block["kind"] == "page_break":
            sections.append(Section())
        elif block["kind"] == "table" and not block["in_text"]:
            add_page_table(sections, block)
            sections.append(Section())
        else:
            if block["kind"] == "heading" and block["new_page"]:
                sections.append(Section())
            sections[-1].blocks.append(block)
    return [section for section in sections if section.blocks]


def column_widths(table, page):
    """Millimetres of each column; those the pack leaves to the contents get 0. Scaled down to the text's width."""
    room = 297 - page["top"] - page["bottom"] if table["landscape"] else 210 - page["left"] - page["right"]
    widths = table["widths"]
    given = sum(widths)
    if given > room or (given < room and 0 not in widths):
        return [width * room / given for width in widths]
    return widths


def margins(section, page):
    """Top, right, bottom, left of the paper as it is read: a landscape page is the portrait one turned."""
    if section.landscape:
        return page["left"], page["top"], page["right"], page["bottom"]
    return page["top"], page["right"], page["bottom"], page["left"]


def listed_headings(document, max_level):
    """The entries of the contents."""
    return [block for block in document["blocks"]
            if block["kind"] == "heading" and block["listed"] and block["level"] <= max_level]


def svg_of(drawing, family):
    """A chart as SVG, at the size gongkai draws it."""
    width, height = drawing["right"] - drawing["left"], drawing["bottom"] - drawing["top"]

    def shifted(numbers):
        return " ".join(f"{number - (drawing['top'] if index % 2 else drawing['left']):.2f}"
                        for index, number in enumerate(numbers))

    shapes = []
    for shape in drawing["shapes"]:
        outline = " ".join(point[0] + shifted(point[1:]) for point in shape["points"])
        fill = "none" if shape["gray"] is None else f"rgb({','.join(3 * [str(round(255 * shape['gray']))])})"
        stroke = f'stroke="black" stroke-width="{shape["stroke"]:.2f}"' if shape["stroke"] else ""
        shapes.append(f'<path d="{outline}" fill="{fill}" {stroke}/>')
    for text in drawing["texts"]:
        x, y = shifted([text["x"], text["y"]]).split()
        shapes.append(f'<text x="{x}" y="{y}" font-size="{text["size"]:.2f}">{html.escape(text["text"])}</text>')
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2f}pt" height="{height:.2f}pt" '
            f'viewBox="0 0 {width:.2f} {height:.2f}" font-family="{family}">' + "".join(shapes) + "</svg>")


def strings_of(document):
    """Every text that must be in a PDF, one a paragraph or cell."""
    for block in document["blocks"]:
        if block["kind"] == "table":
            yield from (cell["text"] for row in block["rows"] for cell in row)
            yield from (block["title"], block["number"], block["unit_line"], block["money_line"], *block["notes"])
        elif block["kind"] == "chart":
            yield from (block["text"], *(text["text"] for text in block["drawing"]["texts"]))
        else:
            yield from (block["text"], *block.get("lines", []))
    yield from (heading["text"] for block in document["blocks"] if block["kind"] == "contents"
                for heading in listed_headings(document, block["max_level"]))
