"""The composed document as HTML with the CSS of paged media, for WeasyPrint."""
import html

from composed import TIGHTER, Section, column_widths, listed_headings, margins, sections_of
from peer_fonts import BOLD

PITCH = 225 / 22  # mm
HEADING_STYLES = ("部分标题", "一级标题", "二级标题", "三级标题")


class HtmlWriter:
    """Writes one document; a chart is an SVG file beside it."""

    def __init__(self, document, fonts):
        self.document, self.fonts, self.charts, self.headings = document, fonts, 0, 0

    def font(self, role):
        """font-family and font-weight of a role. CSS has no way to take only the digits from another family."""
        families = self.fonts.families(role)
        return f"font-family:{','.join(repr(face.family) for face in families)};font-weight:{families[0].weight}"

    def css(self):
        page = self.document["page"]
        rules = ["*{margin:0;padding:0}"]
        for name, landscape, front in (("portrait", False, False), ("landscape", True, False), ("front", False, True)):
            top, right, bottom, left = margins(Section(landscape), page)
            rules.append(f"@page {name}{{size:A4 {'landscape' if landscape else 'portrait'};"
                         f"margin:{top}mm {right}mm {bottom}mm {left}mm}}")
            rules.append(f"section.{name}{{page:{name};break-before:page}}")
            for side, box in (("left", "@bottom-left"), ("right", "@bottom-right")):
                if not front:
                    rules.append(f"@page {name}:{side}{{{box}{{content:'— ' counter(page) ' —';font-size:14pt;"
                                 f"{self.font('宋体')}}}}}")
        for name, style in self.document["styles"].items():
            pitch = f"{style['pitch']}pt" if style["pitch"] else f"{PITCH}mm"
            rules.append(f".{name}{{{self.font(style['font'])};font-size:{style['size']}pt;line-height:{pitch};"
                         f"text-align:{style['align']};text-indent:{style['indent']}em;"
                         f"margin:{style['before'] * PITCH}mm 0 {style['after'] * PITCH}mm}}")
        for name in ("table", "form"):
            style = self.document[name]
            rules.append(f".{name}{{border-collapse:collapse;table-layout:fixed;width:100%;{self.font(style['font'])};"
                         f"font-size:{style['size']}pt;line-height:1.15;font-feature-settings:'hwid';"
                         f"border:{style['outer_rule']}pt solid black}}"
                         f".{name} td,.{name} th{{border:{style['inner_rule']}pt solid black;font-weight:inherit;"
                         f"padding:{TIGHTER * style['padding_y']:.2f}pt {style['padding_x']}pt;vertical-align:middle}}"
                         f".{name} th{{{self.font(style['head_font'])}}}.{name} .b{{{self.font(BOLD)}}}"
                         f".{name}-title{{{self.font(style['title_font'])};font-size:{style['title_size']}pt;text-align:center}}")
        rules.append(".kept{break-inside:avoid}h1,h2,h3,h4{break-after:avoid}.c{text-align:center}.r{text-align:right}"
                     ".l{text-align:left}.sides{display:flex;justify-content:space-between;font-size:9.9pt;"
                     f"{self.font('宋体')}}}a{{color:black;text-decoration:none}}"
                     "a::after{content:leader('.') target-counter(attr(href),page)}thead{display:table-header-group}"
                     "figure{text-align:center}.cover{padding-top:55mm}.lines{position:absolute;top:166mm;width:100%}")
        return "".join(rules)

    def paragraph(self, style, text, tag="p", attributes=""):
        return f"<{tag} class={style}{attributes}>{html.escape(text)}</{tag}>"

    def cell(self, cell):
        tag = "th" if cell["head"] else "td"
        classes = cell["align"][0] + (" b" if cell["bold"] else "")
        spans = "".join(f" {name}={count}" for name, count in (("colspan", cell["columns"]), ("rowspan", cell["rows"]))
                        if count > 1)
        indent = f" style='padding-left:{cell['indent']}em'" if cell["indent"] else ""
        return f"<{tag} class='{classes}'{spans}{indent}>{html.escape(cell['text'])}</{tag}>"

    def table(self, table):
        style = "form" if table["form"] else "table"
        widths = column_widths(table, self.document["page"])
        columns = "".join(f"<col style='width:{width:.2f}mm'>" if width else "<col>" for width in widths)
        rows = ["<tr>" + "".join(self.cell(cell) for cell in row) + "</tr>" for row in table["rows"]]
        count = table["header_rows"]
        sides = "".join(f"<div class=sides><span>{html.escape(left)}</span><span>{html.escape(right)}</span></div>"
                        for left, right in (("", table["number"]), (table["unit_line"], table["money_line"])) if left or right)
        return (f"<p class={style}-title>{html.escape(table['title'])}</p>{sides}<table class={style}>{columns}"
                f"<thead>{''.join(rows[:count])}</thead><tbody>{''.join(rows[count:])}</tbody></table>"
                + "".join(self.paragraph("表注", note) for note in table["notes"]))

    def contents(self, block):
        entries = [self.paragraph("目录标题", block["text"])]
        for number, heading in enumerate(listed_headings(self.document, block["max_level"]), start=1):
            style = "目录一级" if heading["level"] == 1 else "目录二级"
            entries.append(f"<p class={style}><a href='#h{number}'>{html.escape(heading['text'])}</a></p>")
        return "".join(entries)

    def heading(self, block, max_level):
        attributes = ""
        if block["listed"] and block["level"] <= max_level:
            self.headings += 1
            attributes = f" id=h{self.headings}"
        return self.paragraph(HEADING_STYLES[block["level"] - 1], block["text"], f"h{block['level']}", attributes)

    def block(self, block):
        kind = block["kind"]
        if kind == "cover":
            lines = "".join(self.paragraph("封面行", line) for line in block["lines"])
            return f"<div class=cover>{self.paragraph('封面标题', block['text'])}</div><div class=lines>{lines}</div>"
        if kind == "contents":
            return self.contents(block)
        if kind == "heading":
            return self.heading(block, self.max_level())
        if kind == "table":
            return self.table(block)
        if kind == "kept":
            return f"<div class=kept>{''.join(self.block(inner) for inner in block['blocks'])}</div>"
        if kind == "chart":
            self.charts += 1
            return (f"<figure><img src=chart-{self.charts}.svg alt='{html.escape(block['alternative'], quote=True)}'>"
                    f"{self.paragraph('图题', block['text'], 'figcaption')}</figure>")
        return self.paragraph(block["style"], block["text"])

    def max_level(self):
        return max((block["max_level"] for block in self.document["blocks"] if block["kind"] == "contents"), default=0)

    def write(self):
        """The whole document."""
        body = []
        for section in sections_of(self.document):
            name = "front" if section.front else "landscape" if section.landscape else "portrait"
            body.append(f"<section class={name}>{''.join(self.block(block) for block in section.blocks)}</section>")
        return (f"<!doctype html><html lang=zh-CN><meta charset=utf-8><title>{html.escape(self.document['title'])}</title>"
                f"<style>{self.css()}</style><body>{''.join(body)}</body></html>")


def to_html(document, fonts):
    return HtmlWriter(document, fonts).write()
