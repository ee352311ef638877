"""PDF/UA-1 and level A of PDF/A: structure, language, links, headings."""
from support.standards.archive import PDFUA, packet
from support.standards.content import PAINTING, mark_of, operations
from support.standards.objects import Clause, kids_of, text

STANDARD_TYPES = {"/" + name for name in """Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private
    P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link
    Annot Ruby Warichu Figure Formula Form""".split()}
CHILDREN = {"/Table": {"/TR", "/THead", "/TBody", "/TFoot", "/Caption"}, "/TR": {"/TH", "/TD"},
            "/TOC": {"/TOCI", "/TOC", "/Caption"}, "/THead": {"/TR"}, "/TBody": {"/TR"}, "/TFoot": {"/TR"}}
PARENTS = {"/TR": {"/Table", "/THead", "/TBody", "/TFoot"}, "/TH": {"/TR"}, "/TD": {"/TR"}, "/TOCI": {"/TOC"}}


def declarations(pdf):
    if pdf.get(pdf.catalog, "/MarkInfo", "/Marked") is not True:
        yield "not marked"
    if pdf.get(pdf.catalog, "/MarkInfo", "/Suspects"):
        yield "suspects"
    if not pdf.get(pdf.catalog, "/StructTreeRoot"):
        yield "no structure tree"
    if (packet(pdf) is None or packet(pdf).findtext(f".//{PDFUA}part")) != "1":
        yield "does not say which part of PDF/UA"


def title(pdf):
    if pdf.get(pdf.catalog, "/ViewerPreferences", "/DisplayDocTitle") is not True:
        yield "the window does not show the title"
    if not (packet(pdf).findtext(".//{http://purl.org/dc/elements/1.1/}title//*/*") or "").strip():
        yield "no title"


def language(pdf):
    if not (text(pdf.catalog.get("/Lang")) or "").startswith("zh"):
        yield f"language {pdf.catalog.get('/Lang')}"


def marked_content(pdf):
    """Everything painted is an artefact or belongs to an element; neither lies inside the other."""
    for number, page in enumerate(pdf.page_objects, start=1):
        open_marks, seen = [], set()
        for operator, operands in operations(pdf.content(page)):
            if operator in ("BMC", "BDC"):
                mark = mark_of(operator, operands)
                if mark is not None and any(outer is not None for outer in open_marks):
                    yield f"page {number}: {mark} inside {open_marks}"
                if mark in seen and isinstance(mark, int):
                    yield f"page {number}: MCID {mark} twice"
                seen.add(mark)
                open_marks.append(mark)
            elif operator == "EMC":
                open_marks.pop()
            elif operator in PAINTING and all(mark is None for mark in open_marks):
                yield f"page {number}: {operator} paints what is neither artefact nor content"
        if open_marks:
            yield f"page {number}: a mark is not closed"
        yield from parents_of_marks(pdf, number, page, {mark for mark in seen if isinstance(mark, int)})


def parents_of_marks(pdf, number, page, marks):
    """The parent tree's entry of a page has one element for each mark, which names the mark among its kids."""
    elements = parent_tree(pdf).get(pdf.resolve(page).get("/StructParents"))
    if not isinstance(elements, list) or len(elements) != len(marks) or marks != set(range(len(marks))):
        yield f"page {number}: marks {len(marks)}, entries of the parent tree {elements and len(elements)}"
        return
    for mark, reference in enumerate(elements):
        element = pdf.resolve(reference)
        direct = mark in kids_of(element) and element.get("/Pg") == page
        named = any(isinstance(kid, dict) and kid.get("/MCID") == mark and kid.get("/Pg", element.get("/Pg")) == page
                    for kid in kids_of(element))
        if not direct and not named:
            yield f"page {number}: mark {mark} is not among the kids of {reference}"


def parent_tree(pdf):
    """By key: elements of a page, or the element of an annotation."""
    numbers = pdf.get(pdf.catalog, "/StructTreeRoot", "/ParentTree", "/Nums") or []
    return {key: pdf.resolve(value) if isinstance(value, list) else value
            for key, value in zip(numbers[::2], numbers[1::2])}


def types(pdf):
    for reference, element, parent in pdf.elements:
        kind = element["/S"]
        if kind not in STANDARD_TYPES:
            yield f"{reference}: type {kind}"
        if parent in CHILDREN and kind not in CHILDREN[parent]:
            yield f"{reference}: {kind} in {parent}"
        if kind in PARENTS and parent not in PARENTS[kind]:
            yield f"{reference}: {kind} in {parent}"
    top = pdf.children(pdf.get(pdf.catalog, "/StructTreeRoot"))
    if [element["/S"] for element in top] != ["/Document"]:
        yield "the tree does not begin with one Document"


def links_up(pdf):
    """/P leads to the element that has this one among its kids."""
    root = pdf.catalog.get("/StructTreeRoot")
    for reference, element, parent in pdf.elements:
        above = pdf.resolve(element.get("/P"))
        if (above is None or above.get("/S") != parent) and element.get("/P") != root:
            yield f"{reference}: parent {element.get('/P')}"


def headings(pdf):
    """From H1 on, no level skipped on the way down."""
    last = 0
    for reference, element, _ in pdf.elements:
        kind = element["/S"]
        if kind[1:2] == "H" and kind[2:].isdigit():
            level = int(kind[2:])
            if level > last + 1:
                yield f"{reference}: H{level} after H{last}"
            last = level


def figures(pdf):
    for reference, element, _ in pdf.elements:
        if element["/S"] not in ("/Figure", "/Formula"):
            continue
        if not (text(element.get("/Alt")) or "").strip():
            yield f"{reference}: no alternative text"
        box = pdf.get(element, "/A", "/BBox")
        if not box or not (box[0] < box[2] and box[1] < box[3]):
            yield f"{reference}: no box"


def notes(pdf):
    names = [element.get("/ID") for _, element, _ in pdf.elements if element["/S"] == "/Note"]
    if None in names or len(set(names)) != len(names):
        yield "notes without an /ID of their own"


def links(pdf):
    parents = parent_tree(pdf)
    for number, page in enumerate(pdf.pages, start=1):
        references = pdf.resolve(page.get("/Annots")) or []
        if references and page.get("/Tabs") != "/S":
            yield f"page {number}: the order of tabs is not the structure's"
        for reference in references:
            annotation = pdf.resolve(reference)
            if not (text(annotation.get("/Contents")) or "").strip():
                yield f"page {number}: a link without words"
            element = pdf.resolve(parents.get(annotation.get("/StructParent"))) or {}
            objects = [kid.get("/Obj") for kid in map(pdf.resolve, kids_of(element)) if isinstance(kid, dict)]
            if element.get("/S") != "/Link" or reference not in objects:
                yield f"page {number}: a link outside a Link element"


CLAUSES = [
    Clause("PDF/UA 5、6.2，PDF/A 6.7.2", "有结构树，MarkInfo 标明，XMP 写明 PDF/UA-1", declarations),
    Clause("PDF/UA 7.1（标题）", "有标题，窗口显示标题", title),
    Clause("PDF/UA 7.2，PDF/A 6.7.4", "全文语言是中文", language),
    Clause("PDF/UA 7.1（标记），PDF/A 6.7.3", "每笔内容不是版面装饰（Artifact）就属于一个结构元素，父树与之对应", marked_content),
    Clause("PDF/UA 7.1（类型），PDF/A 6.7.3.4", "只用标准的结构类型，嵌套合规（TOC/TOCI、Table/TR/TH/TD）", types),
    Clause("ISO 32000-1 14.7.2", "每个结构元素都指回上级", links_up),
    Clause("PDF/UA 7.4.2", "标题从 H1 起，不跳级", headings),
    Clause("PDF/UA 7.3", "图有替代文字和外框", figures),
    Clause("PDF/UA 7.9", "注有各自的 /ID", notes),
    Clause("PDF/UA 7.18", "链接在 Link 元素里，有说明文字，按结构次序跳转", links),
]
