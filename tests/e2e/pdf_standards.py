"""The samples keep every clause of PDF/A-2a and PDF/UA-1 that can be tested; each test sees a file that breaks it."""
import base64
import copy

from support.program import arguments, outputs
from support.report import Report
from support.standards import CLAUSES, problems
from support.standards.objects import Pdf, read_pdf


def first(pdf, kind):
    """The first structure element of a type."""
    return next(element for _, element, _ in pdf.elements if element["/S"] == kind)


def font(pdf):
    """The first font of the first page: its dictionary and its descendant's."""
    fonts = pdf.get(pdf.page_objects[0], "/Resources", "/Font")
    one = pdf.resolve(next(iter(fonts.values())))
    return one, pdf.resolve(pdf.resolve(one["/DescendantFonts"])[0])


def stream_entry(pdf, reference):
    return pdf.objects[f"obj:{reference}"]["stream"]


def change_stream(pdf, reference, old, new):
    """Replaces bytes of a stream, once."""
    entry = stream_entry(pdf, reference)
    data = base64.b64decode(entry["data"])
    if old not in data:
        raise RuntimeError(f"{old!r} is not in {reference}")
    entry["data"] = base64.b64encode(data.replace(old, new, 1)).decode()


def change_content(pdf, old, new):
    change_stream(pdf, pdf.pages[0]["/Contents"], old, new)


def change_metadata(pdf, old, new):
    change_stream(pdf, pdf.catalog["/Metadata"], old, new)


def first_link(pdf):
    return next(pdf.resolve(page["/Annots"][0]) for page in pdf.pages if "/Annots" in page)


# What breaks each clause, by the clause's name.
BREAKS = {
    "PDF/A 6.1.2": lambda pdf: setattr(pdf, "raw", pdf.raw.replace(b"%PDF-1.7", b"%PDF-2.0")),
    "PDF/A 6.1.3": lambda pdf: pdf.trailer.pop("/ID"),
    "PDF/A 6.1.7": lambda pdf: setattr(pdf, "raw", pdf.raw.replace(b"\nendstream", b" endstream", 1)),
    "PDF/A 6.1.7.2": lambda pdf: stream_entry(pdf, pdf.pages[0]["/Contents"])["dict"].update({"/Filter": "/LZWDecode"}),
    "PDF/A 6.1.13": lambda pdf: pdf.pages[0].update({"/Name": "/" + "n" * 200}),
    "PDF/A 6.2.2": lambda pdf: change_content(pdf, b"ET", b"Q ET"),
    "PDF/A 6.2.3": lambda pdf: pdf.catalog.pop("/OutputIntents"),
    "PDF/A 6.2.4、6.2.10": lambda pdf: pdf.pages[0].update({"/Group": {"/S": "/Transparency"}}),
    "PDF/A 6.3": lambda pdf: first_link(pdf).update({"/F": 2}),
    "PDF/A 6.4、6.5、6.8、6.9": lambda pdf: pdf.catalog.update({"/OpenAction": {"/S": "/JavaScript"}}),
    "PDF/A 6.6.2": lambda pdf: change_metadata(pdf, b"<pdfaid:part>2", b"<pdfaid:part>3"),
    "PDF/A 6.6.2.3": lambda pdf: change_metadata(pdf, b"URI>http://www.aiim.org/pdfua/", b"URI>http://example.org/"),
    "PDF/A 6.6.3": lambda pdf: pdf.resolve(pdf.trailer["/Info"]).update({"/Author": "u:别人"}),
    "PDF/A 6.2.11.3，PDF/UA 7.21.3": lambda pdf: font(pdf)[0].update({"/Encoding": "/WinAnsiEncoding"}),
    "PDF/A 6.2.11.4，PDF/UA 7.21.4": lambda pdf: pdf.resolve(font(pdf)[1]["/FontDescriptor"]).pop("/FontFile3"),
    "PDF/A 6.2.11.5、6.2.11.8，PDF/UA 7.21.5": lambda pdf: font(pdf)[1].update({"/DW": 700, "/W": []}),
    "PDF/A 6.2.11.7，PDF/UA 7.21.7": lambda pdf: font(pdf)[0].pop("/ToUnicode"),
    "PDF/UA 5、6.2，PDF/A 6.7.2": lambda pdf: pdf.catalog["/MarkInfo"].update({"/Marked": False}),
    "PDF/UA 7.1（标题）": lambda pdf: pdf.catalog.pop("/ViewerPreferences"),
    "PDF/UA 7.2，PDF/A 6.7.4": lambda pdf: pdf.catalog.pop("/Lang"),
    "PDF/UA 7.1（标记），PDF/A 6.7.3": lambda pdf: change_content(pdf, b"MCID 0", b"MCOD 0"),
    "PDF/UA 7.1（类型），PDF/A 6.7.3.4": lambda pdf: first(pdf, "/TD").update({"/S": "/P"}),
    "ISO 32000-1 14.7.2": lambda pdf: first(pdf, "/TD").update({"/P": pdf.catalog["/Metadata"]}),
    "PDF/UA 7.4.2": lambda pdf: first(pdf, "/H2").update({"/S": "/H4"}),
    "PDF/UA 7.3": lambda pdf: first(pdf, "/Figure").pop("/Alt"),
    "PDF/UA 7.9": lambda pdf: first(pdf, "/Note").pop("/ID"),
    "PDF/UA 7.18": lambda pdf: first_link(pdf).pop("/Contents"),
    "PDF/UA 7.5（表头）": lambda pdf: first(pdf, "/TH").pop("/A"),
    "PDF/UA 7.5（有表头）": lambda pdf: [cell.update({"/S": "/TD"}) for _, cell, _ in pdf.elements
                                        if cell["/S"] == "/TH"],
    "ISO 32000-1 14.8.4.3.4": lambda pdf: first(pdf, "/TR")["/K"].pop(),
}


def check_breaks(report, sound):
    """Every clause fails on a file made to break it."""
    for clause in CLAUSES:
        broken = Pdf(sound.raw, copy.deepcopy(sound.objects), sound.page_objects)
        BREAKS[clause.name](broken)
        broken.__dict__.pop("elements", None)
        report.check(list(clause.test(broken)), f"{clause.name}: its test does not see a file that breaks it")


def check_manual(report, source):
    """The manual lists exactly the clauses tested."""
    manual = (source / "docs" / "PDF标准.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1:3] for line in manual.splitlines() if line.startswith(("| PDF/", "| ISO "))]
    listed = [(name.strip(), says.strip()) for name, says in rows]
    report.equal(listed, [(clause.name, clause.says) for clause in CLAUSES], "docs/PDF标准.md, clauses tested")


def main():
    options = arguments(__doc__)
    report = Report()
    for output in outputs(options):
        pdf = read_pdf(output.pdf)
        found = problems(pdf)
        report.check(not found, f"{output.name}: {len(found)} problems, {found[:5]}")
    check_breaks(report, pdf)
    check_manual(report, options.source)
    report.finish()


if __name__ == "__main__":
    main()
