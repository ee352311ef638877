"""Reading a PDF through poppler, mupdf and qpdf."""
import json
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass

from support.program import output_of


def squeeze(text):
    """`text` without any white space (the ideographic blank included)."""
    return re.sub(r"[\s\u3000\u200b\u2060\ufeff]+", "", text)


def pages_text(pdf, *options):
    """The text of every page as pdftotext gives it."""
    pages = output_of(["pdftotext", "-enc", "UTF-8", *options, pdf, "-"]).split("\f")
    return pages[:-1] if pages and not pages[-1].strip() else pages


def pages_text_mupdf(pdf):
    """The text of every page as mupdf gives it."""
    pages = output_of(["mutool", "draw", "-q", "-F", "txt", pdf]).split("\f")
    return pages[:-1] if pages and not pages[-1].strip() else pages


@dataclass(frozen=True)
class Word:
    """A word and its box in points from the upper left corner of its page."""
    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self):
        return (self.top + self.bottom) / 2

    @property
    def height(self):
        return self.bottom - self.top


def pages_words(pdf):
    """The words of every page in the order poppler reads them."""
    xml = output_of(["pdftotext", "-enc", "UTF-8", "-bbox", pdf, "-"])
    xml = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", xml)
    pages = []
    for page in ElementTree.fromstring(xml).iter("{http://www.w3.org/1999/xhtml}page"):
        pages.append([Word(word.text or "", float(word.get("xMin")), float(word.get("yMin")),
                           float(word.get("xMax")), float(word.get("yMax"))) for word in page])
    return pages


@dataclass(frozen=True)
class Piece:
    """Text of one font and size in one line, in the order it was drawn."""
    text: str
    size: float
    font: str


def pages_pieces(pdf):
    """The pieces of text of every page, as mupdf tells them with their fonts."""
    document = ElementTree.fromstring(output_of(["mutool", "draw", "-q", "-F", "stext", pdf]))
    return [[Piece("".join(char.get("c") for char in font), float(font.get("size")), font.get("name"))
             for font in page.iter("font")] for page in document.iter("page")]


def structure(pdf):
    """qpdf's JSON of the file: pages, page labels, outlines and every object."""
    return json.loads(output_of(["qpdf", "--json=2", pdf]))
