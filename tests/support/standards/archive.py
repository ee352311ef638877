"""PDF/A-2a: the file, its colours, its metadata."""
import re
import struct
import xml.etree.ElementTree as ElementTree

from support.standards.content import OPERATORS, operations
from support.standards.objects import Clause, text

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
DC = "{http://purl.org/dc/elements/1.1/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"


def header(pdf):
    lines = pdf.raw.split(b"\n", 2)
    if not re.fullmatch(rb"%PDF-1\.[2-7]", lines[0]):
        yield f"first line {lines[0]!r}"
    if not (lines[1].startswith(b"%") and sum(byte > 127 for byte in lines[1][1:5]) == 4):
        yield "second line is no comment of four bytes above 127"


def trailer(pdf):
    if "/Encrypt" in pdf.trailer:
        yield "encrypted"
    identifiers = pdf.trailer.get("/ID", [])
    if len(identifiers) != 2:
        yield "no /ID"
    if not re.search(rb"%%EOF[\r\n]*\Z", pdf.raw):
        yield "bytes after %%EOF"


def object_syntax(pdf):
    for match in re.finditer(rb"endstream", pdf.raw):
        if pdf.raw[match.start() - 1:match.start()] not in (b"\n", b"\r"):
            yield f"no line end before endstream at {match.start()}"
    for match in re.finditer(rb">>\s?stream(.)", pdf.raw, re.DOTALL):
        if match[1] not in (b"\n", b"\r"):
            yield f"no line end after stream at {match.start()}"


def walk(value):
    """Every value inside a value."""
    yield value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)


def all_dictionaries(pdf):
    """(object, its dictionary or value) of the whole file."""
    for name, entry in pdf.objects.items():
        if name != "trailer":
            yield name, entry["value"] if "value" in entry else entry["stream"]["dict"]


def limits(pdf):
    for name, value in all_dictionaries(pdf):
        for inner in walk(value):
            if isinstance(inner, str) and inner.startswith("/") and len(inner.encode()) > 128:
                yield f"{name}: name longer than 127 bytes"
            if isinstance(inner, str) and inner.startswith(("u:", "b:")) and len(inner) > 32767:
                yield f"{name}: string too long"
            if isinstance(inner, int) and not -2 ** 31 <= inner < 2 ** 31:
                yield f"{name}: {inner} is too large"


def filters(pdf):
    for name, value in all_dictionaries(pdf):
        if isinstance(value, dict):
            if "/F" in value and "/Length" in value:
                yield f"{name}: external stream"
            used = value.get("/Filter", [])
            for one in used if isinstance(used, list) else [used]:
                if one in ("/LZWDecode", "/Crypt"):
                    yield f"{name}: filter {one}"


def page_operators(pdf):
    for number, page in enumerate(pdf.page_objects, start=1):
        depth = 0
        fonts = pdf.get(page, "/Resources", "/Font") or {}
        for operator, operands in operations(pdf.content(page)):
            if operator not in OPERATORS:
                yield f"page {number}: operator {operator}"
            depth += {"q": 1, "Q": -1}.get(operator, 0)
            if not 0 <= depth <= 28:
                yield f"page {number}: q and Q do not match"
            if operator == "Tf" and operands[0] not in fonts:
                yield f"page {number}: font {operands[0]} is no resource"
            if operator in ("gs", "Do", "sh", "cs", "CS"):
                yield f"page {number}: {operator} needs a resource that nobody declared"
        if depth != 0:
            yield f"page {number}: q without Q"


def output_intent(pdf):
    intents = [pdf.resolve(intent) for intent in pdf.get(pdf.catalog, "/OutputIntents") or []]
    archive = [intent for intent in intents if intent.get("/S") == "/GTS_PDFA1"]
    if len(archive) != 1:
        yield f"{len(archive)} output intents of PDF/A"
        return
    if not text(archive[0].get("/OutputConditionIdentifier")):
        yield "no OutputConditionIdentifier"
    profile = archive[0].get("/DestOutputProfile")
    yield from profile_problems(pdf.stream(profile), pdf.resolve(profile).get("/N"))


def profile_problems(data, components):
    """What is wrong with an ICC profile."""
    size, version = struct.unpack(">I", data[:4])[0], data[8]
    if size != len(data) or data[36:40] != b"acsp":
        yield "the profile is no ICC profile of its length"
        return
    if version > 4 or data[12:16] not in (b"mntr", b"prtr") or data[16:20] not in (b"RGB ", b"GRAY", b"CMYK"):
        yield "version, class or colour space of the profile"
    if components != {b"RGB ": 3, b"GRAY": 1, b"CMYK": 4}[data[16:20]]:
        yield f"/N {components} for {data[16:20]!r}"
    count = struct.unpack(">I", data[128:132])[0]
    tags = {}
    for index in range(count):
        name, start, length = struct.unpack(">4sII", data[132 + 12 * index:144 + 12 * index])
        tags[name] = data[start:start + length]
        if start % 4 or start + length > len(data):
            yield f"tag {name!r} lies outside the profile"
    for name in (b"desc", b"cprt", b"wtpt", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"):
        if name not in tags:
            yield f"tag {name!r} is missing"
    whites = [sum(struct.unpack(">i", tags[name][at:at + 4])[0] for name in (b"rXYZ", b"gXYZ", b"bXYZ")) / 65536
              for at in (8, 12, 16)] if not {b"rXYZ", b"gXYZ", b"bXYZ"} - set(tags) else []
    for got, want in zip(whites, (0.9642, 1.0, 0.8249)):
        if abs(got - want) > 0.001:
            yield f"the primaries add up to {got:.4f}, not to the white's {want}"


def colours(pdf):
    for number, page in enumerate(pdf.page_objects, start=1):
        if "/Group" in pdf.resolve(page):
            yield f"page {number}: a transparency group"
        for operator, operands in operations(pdf.content(page)):
            if operator in ("g", "G") and not 0 <= operands[0] <= 1:
                yield f"page {number}: grey {operands[0]}"
            if operator in ("k", "K"):
                yield f"page {number}: CMYK without such an output intent"
    for name, value in all_dictionaries(pdf):
        if isinstance(value, dict) and {"/SMask", "/BM", "/CA", "/ca"} & set(value):
            yield f"{name}: transparency"


def forbidden(pdf):
    for name, value in all_dictionaries(pdf):
        if not isinstance(value, dict):
            continue
        if value.get("/Type") in ("/Action", "/Filespec", "/EmbeddedFile", "/OCG") or "/JS" in value:
            yield f"{name}: {value.get('/Type')}"
        if value.get("/Subtype") in ("/Image", "/Form", "/PS"):
            yield f"{name}: {value['/Subtype']} is not tested here"
    for key in ("/AA", "/OpenAction", "/AcroForm", "/OCProperties", "/Requirements", "/NeedsRendering"):
        if key in pdf.catalog:
            yield f"the catalog has {key}"


def annotations(pdf):
    for number, page in enumerate(pdf.pages, start=1):
        for reference in pdf.resolve(page.get("/Annots")) or []:
            annotation = pdf.resolve(reference)
            if annotation.get("/Subtype") != "/Link":
                yield f"page {number}: annotation {annotation.get('/Subtype')}"
            # Printed, and neither hidden nor invisible nor without view.
            if annotation.get("/F", 0) & 0b100111 != 0b100:
                yield f"page {number}: flags {annotation.get('/F')} of a link"


def packet(pdf):
    """The XMP packet, parsed; None when there is none."""
    reference = pdf.catalog.get("/Metadata")
    return ElementTree.fromstring(pdf.stream(reference).decode("utf-8-sig")) if reference else None


def metadata(pdf):
    reference = pdf.catalog.get("/Metadata")
    if not reference:
        yield "no /Metadata"
        return
    dictionary = pdf.resolve(reference)
    if (dictionary.get("/Type"), dictionary.get("/Subtype")) != ("/Metadata", "/XML") or "/Filter" in dictionary:
        yield "the packet must be a plain stream of type Metadata"
    data = pdf.stream(reference)
    if not data.startswith(b"<?xpacket begin=") or b"<?xpacket end=" not in data[-40:] or b"bytes=" in data[:80]:
        yield "no packet wrapper"
    tree = packet(pdf)
    known = {tree.findtext(f".//{PDFA}part"), tree.findtext(f".//{PDFA}conformance")}
    if known != {"2", "A"}:
        yield f"claims {known}"


def same_in_both(pdf):
    tree, information = packet(pdf), pdf.resolve(pdf.trailer["/Info"])
    pairs = {"/Title": f".//{DC}title//{RDF}li", "/Author": f".//{DC}creator//{RDF}li", "/Producer": f".//{PDF}Producer",
             "/Creator": f".//{XMP}CreatorTool"}
    for key, path in pairs.items():
        if text(information.get(key)) != tree.findtext(path):
            yield f"{key} {information.get(key)!r} differs from {tree.findtext(path)!r}"
    for key, path in {"/CreationDate": f".//{XMP}CreateDate", "/ModDate": f".//{XMP}ModifyDate"}.items():
        if re.sub(r"\D", "", text(information.get(key)) or "?") != re.sub(r"\D", "", tree.findtext(path) or "!"):
            yield f"{key} differs from {path}"


def extension_schemas(pdf):
    tree = packet(pdf)
    described = {node.text for node in tree.iter("{http://www.aiim.org/pdfa/ns/schema#}namespaceURI")}
    predefined = {"http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/pdf/1.3/",
                  "http://www.aiim.org/pdfa/ns/id/", "http://www.aiim.org/pdfa/ns/extension/"}
    for description in tree.iter(f"{RDF}Description"):
        for node in description:
            space = node.tag[1:].split("}")[0]
            if space not in predefined | described:
                yield f"{node.tag} belongs to a schema nobody describes"


CLAUSES = [
    Clause("PDF/A 6.1.2", "文件头是 %PDF-1.n，第二行是四个以上大于 127 的字节", header),
    Clause("PDF/A 6.1.3", "有 /ID，没有加密，%%EOF 之后没有内容", trailer),
    Clause("PDF/A 6.1.7", "stream、endstream 的换行合规", object_syntax),
    Clause("PDF/A 6.1.7.2", "没有外部流，没有 LZW 压缩", filters),
    Clause("PDF/A 6.1.13", "名字、字符串、整数不超限", limits),
    Clause("PDF/A 6.2.2", "内容流只用标准的操作符和已声明的资源，q/Q 成对", page_operators),
    Clause("PDF/A 6.2.3", "有一个输出意图，所附 ICC 特性文件完整", output_intent),
    Clause("PDF/A 6.2.4、6.2.10", "颜色只用灰度，没有透明", colours),
    Clause("PDF/A 6.3", "批注只有链接，可打印，不隐藏", annotations),
    Clause("PDF/A 6.4、6.5、6.8、6.9", "没有表单、动作、脚本、附件、图层、图像和外部对象", forbidden),
    Clause("PDF/A 6.6.2", "XMP 是不压缩的流，包头包尾齐全，写明 PDF/A-2A", metadata),
    Clause("PDF/A 6.6.2.3", "XMP 里的每个属性都在已知的或说明过的命名空间里", extension_schemas),
    Clause("PDF/A 6.6.3", "XMP 与文档信息字典一致", same_in_both),
]
