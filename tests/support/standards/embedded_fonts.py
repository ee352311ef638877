"""Fonts: embedded, complete, with the widths and the text the file says."""
import io
import re
from functools import lru_cache

from fontTools.cffLib import CFFFontSet
from fontTools.misc.psCharStrings import T2WidthExtractor
from fontTools.ttLib import TTFont

from support.standards.content import shown_text
from support.standards.objects import Clause


def fonts(pdf):
    """(resource name, the Type0 font's dictionary, its descendant) of every font."""
    found = {}
    for page in pdf.pages:
        for name, reference in (pdf.get(page, "/Resources", "/Font") or {}).items():
            font = pdf.resolve(reference)
            descendants = pdf.resolve(font.get("/DescendantFonts")) or [{}]
            found[name] = (font, pdf.resolve(descendants[0]))
    return [(name, *pair) for name, pair in sorted(found.items())]


def used_codes(pdf):
    """By font resource: the codes shown."""
    used = {}
    for page in pdf.page_objects:
        for font, shown, _ in shown_text(pdf.content(page)):
            used.setdefault(font, set()).update(int.from_bytes(shown[i:i + 2], "big") for i in range(0, len(shown), 2))
    return used


def encodings(pdf):
    for name, font, descendant in fonts(pdf):
        if (font.get("/Subtype"), font.get("/Encoding")) != ("/Type0", "/Identity-H"):
            yield f"{name}: {font.get('/Subtype')} with {font.get('/Encoding')}"
        system = pdf.resolve(descendant.get("/CIDSystemInfo")) or {}
        if set(system) != {"/Registry", "/Ordering", "/Supplement"}:
            yield f"{name}: CIDSystemInfo {system}"
        if descendant.get("/Subtype") == "/CIDFontType2" and descendant.get("/CIDToGIDMap") != "/Identity":
            yield f"{name}: no CIDToGIDMap"
        if descendant.get("/BaseFont") != font.get("/BaseFont"):
            yield f"{name}: two names"


def program(pdf, descendant):
    """The embedded font program: widths in thousandths by code, or None."""
    descriptor = pdf.resolve(descendant.get("/FontDescriptor")) or {}
    if "/FontFile3" in descriptor:
        return cff_widths(pdf.stream(descriptor["/FontFile3"]))
    if "/FontFile2" in descriptor:
        return truetype_widths(pdf.stream(descriptor["/FontFile2"]))
    return None


@lru_cache(maxsize=16)
def cff_widths(data):
    """By CID (by glyph where the font is not CID-keyed)."""
    fonts_in_file = CFFFontSet()
    fonts_in_file.decompile(io.BytesIO(data), None)
    top = fonts_in_file[0]
    widths = {}
    for index, name in enumerate(top.charset):
        charstring, selector = top.CharStrings.getItemAndSelector(name)
        private = top.FDArray[selector].Private if hasattr(top, "FDArray") else top.Private
        extractor = T2WidthExtractor([], [], private.nominalWidthX, private.defaultWidthX)
        extractor.execute(charstring)
        code = int(name[3:]) if hasattr(top, "ROS") and name.startswith("cid") else index
        scale = getattr(top, "FontMatrix", [0.001])[0] * 1000
        widths[code] = extractor.width * scale
    return widths


@lru_cache(maxsize=16)
def truetype_widths(data):
    """By glyph index, which Identity makes the code."""
    font = TTFont(io.BytesIO(data))
    scale = 1000 / font["head"].unitsPerEm
    return {index: font["hmtx"][name][0] * scale for index, name in enumerate(font.getGlyphOrder())}


def declared_widths(pdf, descendant):
    """/W by code."""
    widths, flat = {}, pdf.resolve(descendant.get("/W")) or []
    at = 0
    while at + 1 < len(flat):
        if isinstance(flat[at + 1], list):
            widths.update({flat[at] + i: width for i, width in enumerate(flat[at + 1])})
            at += 2
        else:
            widths.update({code: flat[at + 2] for code in range(flat[at], flat[at + 1] + 1)})
            at += 3
    return widths


def embedding(pdf):
    for name, _, descendant in fonts(pdf):
        if program(pdf, descendant) is None:
            yield f"{name}: not embedded"
        descriptor = pdf.resolve(descendant.get("/FontDescriptor")) or {}
        if "/FontFile3" in descriptor and pdf.resolve(descriptor["/FontFile3"]).get("/Subtype") != "/CIDFontType0C":
            yield f"{name}: subtype of the font program"
        if "/FontFile2" in descriptor and "glyf" not in TTFont(io.BytesIO(pdf.stream(descriptor["/FontFile2"]))):
            yield f"{name}: a TrueType file without outlines"
        if not re.match(r"/[A-Z]{6}\+", str(descriptor.get("/FontName"))):
            yield f"{name}: a subset without its tag"
        if "/CIDSet" in descriptor:
            yield f"{name}: a CIDSet, which is not tested here"


def glyphs_and_widths(pdf):
    used = used_codes(pdf)
    for name, _, descendant in fonts(pdf):
        inside = program(pdf, descendant) or {}
        declared = declared_widths(pdf, descendant)
        for code in sorted(used.get(name, ())):
            if code == 0:
                yield f"{name}: shows .notdef"
            elif code not in inside:
                yield f"{name}: code {code} has no glyph"
            elif abs(declared.get(code, descendant.get("/DW", 1000)) - inside[code]) > 1:
                yield f"{name}: code {code} is {inside[code]} wide, declared {declared.get(code)}"


def unicode_map(data):
    """By code: the text of a ToUnicode map whose ranges name the text of each code."""
    texts_of = {}
    for first, last, values in re.findall(rb"<([0-9A-F]{4})><([0-9A-F]{4})>\[([<>0-9A-F]*)\]\n", data):
        shown = [bytes.fromhex(value.decode()).decode("utf-16-be") for value in re.findall(rb"<([0-9A-F]*)>", values)]
        if len(shown) != int(last, 16) - int(first, 16) + 1 or first[:2] != last[:2]:
            raise ValueError(f"a range of {len(shown)} texts from {first} to {last}")
        texts_of.update({int(first, 16) + i: text for i, text in enumerate(shown)})
    return texts_of


def texts(pdf):
    maps = {name: unicode_map(pdf.stream(font["/ToUnicode"])) for name, font, _ in fonts(pdf) if "/ToUnicode" in font}
    for number, page in enumerate(pdf.page_objects, start=1):
        for font, shown, actual in shown_text(pdf.content(page)):
            for at in range(0, len(shown), 2):
                code = int.from_bytes(shown[at:at + 2], "big")
                text = maps.get(font, {}).get(code)
                if text is None:
                    yield f"page {number}: code {code} of {font} stands for no text"
                elif actual is None and any(
                        c in "\0\ufeff\ufffe" or "\ue000" <= c <= "\uf8ff" for c in text):
                    yield f"page {number}: code {code} of {font} stands for {text!r}"


CLAUSES = [
    Clause("PDF/A 6.2.11.3，PDF/UA 7.21.3", "字体编码是 Identity-H，CIDSystemInfo、CIDToGIDMap 齐全", encodings),
    Clause("PDF/A 6.2.11.4，PDF/UA 7.21.4", "字体全部嵌入，子集带标记", embedding),
    Clause("PDF/A 6.2.11.5、6.2.11.8，PDF/UA 7.21.5", "用到的字形都在字体里，宽度与声明一致，没有 .notdef", glyphs_and_widths),
    Clause("PDF/A 6.2.11.7，PDF/UA 7.21.7", "每个字形都对应文字，没有私用区字符", texts),
]
