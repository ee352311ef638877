"""The composed document as a flat OpenDocument text, for LibreOffice Writer."""
import base64
from html import escape
from pathlib import Path

from composed import column_widths, listed_headings, sections_of
from odf_styles import OdfStyles

HEADING_STYLES = ("部分标题", "一级标题", "二级标题", "三级标题")
NAMESPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{place}:1.0"' for name, place in (
    ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
    ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("dc", "dc"))) + ' xmlns:xlink="http://www.w3.org/1999/xlink"'


def master_of(section):
    """The page style of a section."""
    return "Front" if section.front else "Land" if section.landscape else "Body"


class OdfWriter:
    """Writes one document; charts are read from the SVG files in `folder`."""

    def __init__(self, document, fonts, folder):
        self.document, self.styles, self.folder = document, OdfStyles(document, fonts), Path(folder)
        self.charts = self.tables = self.headings = 0
        self.numbered = False
        self.automatic = []   # styles made while the body is written
        self.pending = None   # page style of the paragraph that comes next

    def opening(self, name):
        """The style of the next paragraph: its own, or one made from it that starts a page of another style."""
        if self.pending is None:
            return name
        number = ' style:page-number="1"' if self.pending == "Body" and not self.numbered else ""
        self.numbered = self.numbered or bool(number)
        made = f"P{len(self.automatic)}"
        self.automatic.append(f'<style:style style:name="{made}" style:family="paragraph" style:parent-style-name="{name}" '
                              f'style:master-page-name="{self.pending}"><style:paragraph-properties{number}/></style:style>')
        self.pending = None
        return made

    def paragraph(self, style, text):
        return f'<text:p text:style-name="{self.opening(style)}">{escape(text)}</text:p>'

    def heading(self, block):
        self.headings += 1
        style = self.opening(HEADING_STYLES[block["level"] - 1])
        name = f'text:name="h{self.headings}"'
        return (f'<text:h text:style-name="{style}" text:outline-level="{block["level"]}"><text:bookmark-start {name}/>'
                f'{escape(block["text"])}<text:bookmark-end {name}/></text:h>')

    def contents(self, block):
        out = [self.paragraph("目录标题", block["text"])]
        listed = {id(heading) for heading in listed_headings(self.document, block["max_level"])}
        headings = [heading for heading in self.document["blocks"] if heading["kind"] == "heading"]
        for number, heading in enumerate(headings, start=1):
            if id(heading) in listed:
                style = "目录一级" if heading["level"] == 1 else "目录二级"
                link = f'<text:a xlink:href="#h{number}">{escape(heading["text"])}</text:a>'
                out.append(f'<text:p text:style-name="{style}">{link}<text:tab/>'
                           f'<text:bookmark-ref text:reference-format="page" text:ref-name="h{number}"/></text:p>')
        return "".join(out)

    def cell(self, cell, kind):
        suffix = "-b" if cell["bold"] else "-h" if cell["head"] else ""
        spans = f' table:number-columns-spanned="{cell["columns"]}" table:number-rows-spanned="{cell["rows"]}"' if (
            cell["columns"] > 1 or cell["rows"] > 1) else ""
        blanks = "　" * cell["indent"]
        return (f'<table:table-cell table:style-name="{kind}-cell"{spans}>'
                f'<text:p text:style-name="{kind}-{cell["align"]}{suffix}">{blanks}{escape(cell["text"])}</text:p>'
                "</table:table-cell>")

    def rows(self, table, kind):
        """The rows with the covered cells OpenDocument wants."""
        count = len(table["widths"])
        covered = [[False] * count for _ in table["rows"]]
        out = []
        for row, cells in enumerate(table["rows"]):
            line, waiting = [], iter(cells)
            for column in range(count):
                if covered[row][column]:
                    line.append("<table:covered-table-cell/>")
                    continue
                cell = next(waiting)
                for below in range(row, row + cell["rows"]):
                    for beside in range(column, column + cell["columns"]):
                        covered[below][beside] = True
                line.append(self.cell(cell, kind))
            out.append(f"<table:table-row>{''.join(line)}</table:table-row>")
        return out

    def columns(self, table, name):
        """Column styles; columns without a width share what the others leave."""
        widths = column_widths(table, self.document["page"])
        room = self.styles.width(table["landscape"])
        share = (room - sum(widths)) / max(1, widths.count(0))
        for number, width in enumerate(widths):
            self.automatic.append(f'<style:style style:name="{name}.{number}" style:family="table-column">'
                                  f'<style:table-column-properties style:column-width="{width or share:.2f}mm"/></style:style>')
        self.automatic.append(f'<style:style style:name="{name}" style:family="table"><style:table-properties '
                              f'style:width="{room}mm" table:align="margins" table:border-model="collapsing"/></style:style>')
        return "".join(f'<table:table-column table:style-name="{name}.{number}"/>' for number in range(len(widths)))

    def table(self, table):
        kind = "form" if table["form"] else "table"
        self.tables += 1
        name = f"T{self.tables}"
        before = self.paragraph(f"{kind}-title", table["title"])
        for left, right in (("", table["number"]), (table["unit_line"], table["money_line"])):
            if left or right:
                style = "sides-land" if table["landscape"] else "sides"
                before += f'<text:p text:style-name="{style}">{escape(left)}<text:tab/>{escape(right)}</text:p>'
        columns, rows, count = self.columns(table, name), self.rows(table, kind), table["header_rows"]
        head = f"<table:table-header-rows>{''.join(rows[:count])}</table:table-header-rows>" if count else ""
        return (f'{before}<table:table table:name="{name}" table:style-name="{name}">{columns}{head}{"".join(rows[count:])}'
                "</table:table>" + "".join(self.paragraph("表注", note) for note in table["notes"]))

    def chart(self, block):
        self.charts += 1
        drawing = block["drawing"]
        picture = base64.b64encode((self.folder / f"chart-{self.charts}.svg").read_bytes()).decode()
        frame = (f'<draw:frame text:anchor-type="as-char" svg:width="{drawing["right"] - drawing["left"]:.2f}pt" '
                 f'svg:height="{drawing["bottom"] - drawing["top"]:.2f}pt"><draw:image draw:mime-type="image/svg+xml">'
                 f"<office:binary-data>{picture}</office:binary-data></draw:image>"
                 f'<svg:desc>{escape(block["alternative"])}</svg:desc></draw:frame>')
        return f'<text:p text:style-name="figure">{frame}</text:p>{self.paragraph("图题", block["text"])}'

    def block(self, block):
        kind = block["kind"]
        if kind == "cover":
            title = self.paragraph("封面标题", block["text"])
            lines = "".join(self.paragraph("封面行", line) for line in block["lines"])
            return f'{title}<text:p text:style-name="cover-gap"/>{lines}'
        if kind == "contents":
            return self.contents(block)
        if kind == "heading":
            return self.heading(block)
        if kind == "table":
            return self.table(block)
        if kind == "kept":
            return "".join(self.block(inner) for inner in block["blocks"])
        if kind == "chart":
            return self.chart(block)
        return self.paragraph(block["style"], block["text"])

    def write(self):
        """The whole document."""
        body = []
        for section in sections_of(self.document):
            self.pending = master_of(section)
            body += [self.block(block) for block in section.blocks]
        layouts, masters = self.styles.pages()
        cells = self.styles.cell_style("table") + self.styles.cell_style("form")
        return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMESPACES} office:version="1.3" '
                'office:mimetype="application/vnd.oasis.opendocument.text">'
                f"<office:font-face-decls>{self.styles.fonts_used()}</office:font-face-decls>"
                f"<office:styles>{self.styles.common()}</office:styles>"
                f"<office:automatic-styles>{layouts}{cells}{''.join(self.automatic)}</office:automatic-styles>"
                f"<office:master-styles>{masters}</office:master-styles>"
                f"<office:body><office:text>{''.join(body)}</office:text></office:body></office:document>")


def to_odf(document, fonts, folder):
    return OdfWriter(document, fonts, folder).write()
