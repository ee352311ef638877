"""The composed document as a Typst document that uses disclosure.typ."""
import json

from composed import column_widths, listed_headings, margins, sections_of
from peer_fonts import BOLD

# Typst goes by the name's first entry, which in this font ends with the style.
TYPST_NAMES = {"FandolFang": "FandolFang R"}


def string(text):
    """A Typst string: no character of it is markup."""
    return json.dumps(text, ensure_ascii=False)


class TypstWriter:
    """Writes one document; a chart is an SVG file beside it."""

    def __init__(self, document, fonts):
        self.document, self.fonts, self.charts = document, fonts, 0

    def text_options(self, role):
        """font and weight of a role, digits and Latin from another font where the role says so."""
        families = [string(TYPST_NAMES.get(face.family, face.family)) for face in self.fonts.families(role)]
        digits = self.fonts.digits(role)
        if digits:
            families.insert(0, f'(name: {string(digits.family)}, covers: regex("[0-9A-Za-z.,%+-]"))')
        return f"font: ({', '.join(families)},), weight: {self.fonts.families(role)[0].weight}"

    def styles(self):
        """The styles as a dictionary of Typst."""
        entries = []
        for name, style in self.document["styles"].items():
            options = self.text_options(style["font"])
            entries.append(f"{name}: (size: {style['size']}, pitch: {style['pitch']}, align: {string(style['align'])}, "
                           f"indent: {style['indent']}, before: {style['before']}, after: {style['after']}, "
                           f"{options.replace('font:', 'fonts:', 1)}, text: ({options}))")
        return "#let styles = (\n  " + ",\n  ".join(entries) + ",\n)"

    def table_style(self, name):
        style = self.document[name]
        numbers = ", ".join(f"{key}: {style[key]}" for key in
                            ("size", "pitch", "padding_x", "padding_y", "outer_rule", "inner_rule", "title_size"))
        return (f"#let {name}-style = ({numbers}, text: ({self.text_options(style['font'])}, features: (\"hwid\",)), "
                f"title_text: ({self.text_options(style['title_font'])}))\n"
                f"#let {name}-bold = text.with({self.text_options(BOLD)})\n"
                f"#let {name}-head = text.with({self.text_options(style['head_font'])})")

    def cell(self, cell, style):
        text = string(cell["text"])
        if cell["bold"]:
            text = f"{style}-bold({text})"
        elif cell["head"] and style == "form":
            text = f"{style}-head({text})"
        options = "".join(f"{key}: {value}, " for key, value, plain in (
            ("colspan", cell["columns"], 1), ("rowspan", cell["rows"], 1), ("align", f"horizon + {cell['align']}",
                                                                           "horizon + left")) if value != plain)
        if cell["indent"]:
            text = f"pad(left: {cell['indent']}em, {text})"
        return f"table.cell({options}{text})" if options else text

    def table(self, table):
        style = "form" if table["form"] else "table"
        columns = ", ".join(f"{width:.2f}mm" if width else "1fr" for width in column_widths(table, self.document["page"]))
        rows = ["    " + ", ".join(self.cell(cell, style) for cell in row) for row in table["rows"]]
        count = table["header_rows"]
        header = "  header: (\n" + ",\n".join(rows[:count]) + ",\n  ),\n" if count else ""
        notes = "".join(f"{string(note)}, " for note in table["notes"])
        return (f"#disclosed({style}-style, styles, ({columns},), title: {string(table['title'])}, "
                f"number: {string(table['number'])}, unit: {string(table['unit_line'])}, "
                f"money: {string(table['money_line'])}, notes: ({notes}),\n{header}" + ",\n".join(rows[count:]) + ",\n)")

    def block(self, block):
        kind = block["kind"]
        if kind == "cover":
            return f"#cover(styles, {string(block['text'])}, ({''.join(string(line) + ', ' for line in block['lines'])}))"
        if kind == "contents":
            return f"#contents(styles, {string(block['text'])}, {block['max_level']})"
        if kind == "heading":
            outlined = "" if block["listed"] else ", outlined: false"
            return f"#heading(level: {block['level']}{outlined}, {string(block['text'])})"
        if kind == "table":
            return self.table(block)
        if kind == "kept":
            return "#kept[\n" + "\n\n".join(self.block(inner) for inner in block["blocks"]) + "\n]"
        if kind == "chart":
            self.charts += 1
            width = block["drawing"]["right"] - block["drawing"]["left"]
            return (f"#chart(styles, \"chart-{self.charts}.svg\", {width:.2f}, {string(block['text'])}, "
                    f"{string(block['alternative'])})")
        if block["style"] in ("正文", "编号正文"):
            return f"#par({string(block['text'])})"
        return f"#styled(styles.{block['style']}, {string(block['text'])})"

    def section(self, section):
        top, right, bottom, left = margins(section, self.document["page"])
        body = "\n\n".join(self.block(block) for block in section.blocks)
        return (f"#page(flipped: {'true' if section.landscape else 'false'}, margin: (top: {top}mm, right: {right}mm, "
                f"bottom: {bottom}mm, left: {left}mm), footer: {'none' if section.front else 'number-footer'})[\n{body}\n]")

    def write(self):
        """The whole document."""
        out = ['#import "disclosure.typ": *', self.styles(), self.table_style("table"), self.table_style("form"),
               f"#show: disclosure.with(title: {string(self.document['title'])}, "
               f"author: {string(self.document['author'])}, styles: styles)",
               "#set par(justify: true, leading: pitch - 16pt, spacing: pitch - 16pt, "
               "first-line-indent: (amount: 2em, all: true))"]
        numbered = False
        for section in sections_of(self.document):
            if not section.front and not numbered:
                numbered = True
                out.append("#counter(page).update(1)")
            out.append(self.section(section))
        return "\n\n".join(out) + "\n"


def to_typst(document, fonts):
    return TypstWriter(document, fonts).write()
