"""Styles and pages of the flat OpenDocument text that to_odf.py writes."""
from html import escape

from composed import TIGHTER, Section, margins
from peer_fonts import BOLD

PITCH = 225 / 22  # mm
MASTERS = {"Front": Section(front=True), "Body": Section(), "Land": Section(landscape=True)}


class OdfStyles:
    """The document's styles in OpenDocument's terms."""

    def __init__(self, document, fonts):
        self.document, self.fonts = document, fonts

    def text_properties(self, role, size):
        """Font and size; digits and Latin are "western" text and come from the role's font of digits."""
        asian = self.fonts.families(role)[0].legacy
        western = (self.fonts.digits(role) or self.fonts.families(role)[0]).legacy
        return (f'<style:text-properties style:font-name="{western}" style:font-name-asian="{asian}" fo:font-size="{size}pt" '
                f'style:font-size-asian="{size}pt" fo:language="zh" style:language-asian="zh" fo:country="CN" '
                'style:country-asian="CN"/>')

    def paragraph(self, name, properties, role, size, inner=""):
        """One paragraph style."""
        return (f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties {properties}>{inner}'
                f'</style:paragraph-properties>{self.text_properties(role, size)}</style:style>')

    def text_style(self, name, style):
        """A style of the document's own."""
        pitch = f"{style['pitch']}pt" if style["pitch"] else f"{PITCH:.4f}mm"
        keep = 'fo:keep-with-next="always"' if name.endswith("标题") else ""
        leaders = ' style:leader-style="dotted" style:leader-text="."'
        inner = self.tab(self.width(False), leaders) if name.startswith("目录") else ""
        return self.paragraph(
            name, f'fo:line-height="{pitch}" fo:text-align="{style["align"]}" fo:text-indent="{style["indent"] * style["size"]}pt" '
            f'fo:margin-top="{style["before"] * PITCH:.2f}mm" fo:margin-bottom="{style["after"] * PITCH:.2f}mm" '
            f'style:text-autospace="none" {keep}', style["font"], style["size"], inner)

    def width(self, landscape):
        """Of the text, in mm."""
        page = self.document["page"]
        return 297 - page["top"] - page["bottom"] if landscape else 210 - page["left"] - page["right"]

    @staticmethod
    def tab(room, leader=""):
        return (f'<style:tab-stops><style:tab-stop style:type="right" style:position="{room}mm"{leader}/></style:tab-stops>')

    def table_styles(self, kind):
        """Paragraphs in cells, one for each alignment and weight, and the title's."""
        style = self.document[kind]
        line = f'fo:line-height="{1.15 * style["size"]:.2f}pt"'
        out = [self.paragraph(f"{kind}-{align}{suffix}", f'{line} fo:text-align="{align}"', role, style["size"])
               for align in ("left", "center", "right")
               for role, suffix in ((style["font"], ""), (style["head_font"], "-h"), (BOLD, "-b"))]
        out.append(self.paragraph(f"{kind}-title", 'fo:text-align="center" fo:keep-with-next="always"', style["title_font"],
                                  style["title_size"]))
        return "".join(out)

    def cell_style(self, kind):
        """The border and padding of cells."""
        style = self.document[kind]
        return (f'<style:style style:name="{kind}-cell" style:family="table-cell"><style:table-cell-properties '
                f'fo:border="{style["inner_rule"]}pt solid #000000" fo:padding-left="{style["padding_x"]}pt" '
                f'fo:padding-right="{style["padding_x"]}pt" fo:padding-top="{TIGHTER * style["padding_y"]:.2f}pt" '
                f'fo:padding-bottom="{TIGHTER * style["padding_y"]:.2f}pt" style:vertical-align="middle"/></style:style>')

    def fonts_used(self):
        names = sorted({face.legacy for role in self.fonts.roles() for face in self.fonts.families(role)})
        return "".join(f'<style:font-face style:name="{name}" svg:font-family="{escape(repr(name))}"/>' for name in names)

    def common(self):
        """What stands in office:styles."""
        out = [self.text_style(name, style) for name, style in self.document["styles"].items()]
        out += [self.table_styles("table"), self.table_styles("form")]
        out += [self.paragraph(name, 'fo:keep-with-next="always"', "宋体", 9.9, self.tab(self.width(landscape)))
                for name, landscape in (("sides", False), ("sides-land", True))]
        out.append('<style:style style:name="figure" style:family="paragraph"><style:paragraph-properties '
                   'fo:text-align="center" fo:keep-with-next="always"/></style:style>'
                   '<style:style style:name="cover-gap" style:family="paragraph"><style:paragraph-properties '
                   'fo:margin-top="80mm"/></style:style>')
        return "".join(out)

    def pages(self):
        """Page layouts, and the page styles that use them."""
        layouts, masters = [], []
        for name, section in MASTERS.items():
            top, right, bottom, left = margins(section, self.document["page"])
            width, height, turned = (297, 210, "landscape") if section.landscape else (210, 297, "portrait")
            foot = 0 if section.front else 12
            layouts.append(f'<style:page-layout style:name="L{name}"><style:page-layout-properties fo:page-width="{width}mm" '
                           f'fo:page-height="{height}mm" style:print-orientation="{turned}" fo:margin-top="{top}mm" '
                           f'fo:margin-right="{right}mm" fo:margin-bottom="{bottom - foot}mm" fo:margin-left="{left}mm"/>'
                           '<style:footer-style><style:header-footer-properties fo:min-height="12mm" fo:margin-top="0mm"/>'
                           "</style:footer-style></style:page-layout>")
            footer = "" if section.front else ('<style:footer><text:p text:style-name="页码">— <text:page-number/> —</text:p>'
                                               "</style:footer>")
            masters.append(f'<style:master-page style:name="{name}" style:page-layout-name="L{name}">{footer}'
                           "</style:master-page>")
        return "".join(layouts), "".join(masters)
