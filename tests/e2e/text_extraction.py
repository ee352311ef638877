"""What stands on the pages comes back as text: authored paragraphs are found, two programs read the same."""
import re
from collections import Counter

from oracle.ledger import load_yaml
from support.pdf import pages_text, pages_text_mupdf, squeeze
from support.program import check_outputs

# Long texts that every pack of the samples prints.
LONG_TEXTS = {
    "unit.yaml": [("主要职责",)],
    "year": [("绩效管理", "结果应用"), ("其他说明",), ("整体绩效", "评价情况")],
}
LEAD = re.compile(r"^\s*([一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\(\d+\)|\d+[.、．])\s*")


def at_path(node, path):
    for key in path:
        node = node.get(key) if isinstance(node, dict) else None
    return node if isinstance(node, str) else None


def paragraphs(text):
    """The fixed pieces of each authored line: without its number, cut where a figure is quoted."""
    for line in text.splitlines():
        for piece in re.split(r"\{[^{}]*\}", LEAD.sub("", line)):
            if squeeze(piece):
                yield squeeze(piece)


def authored(output):
    """The authored long texts of one sample, with their names."""
    files = {"unit.yaml": load_yaml(output.unit_folder / "unit.yaml"), "year": load_yaml(output.year_file)}
    for file, paths in LONG_TEXTS.items():
        for path in paths:
            text = at_path(files[file], path)
            if text:
                yield ".".join(path), text
    for project in files["year"].get("项目绩效", []) + files["year"].get("项目自评", []):
        for key in ("完成情况", "问题", "措施"):
            if key in project:
                yield f"项目绩效.{project['项目']}.{key}", project[key]


def without_page_numbers(page):
    return "\n".join(line for line in page.splitlines() if not re.fullmatch(r"\s*[—-]\s*\d+\s*[—-]\s*", line))


def check_output(report, output):
    """One PDF through poppler and mupdf."""
    poppler, mupdf = pages_text(output.pdf), pages_text_mupdf(output.pdf)
    report.equal(len(poppler), len(mupdf), f"{output.name}: pages seen by poppler and mupdf")
    for number, (one, other) in enumerate(zip(poppler, mupdf), start=1):
        difference = Counter(squeeze(one))
        difference.subtract(Counter(squeeze(other)))
        odd = {char: count for char, count in difference.items() if count}
        report.check(not odd, f"{output.name} page {number}: poppler and mupdf read differently: {odd}")
        report.check(not re.search("[\ufffd\ue000-\uf8ff]", one), f"{output.name} page {number}: unreadable characters")
    text = squeeze("".join(without_page_numbers(page) for page in poppler))
    for name, long_text in authored(output):
        for piece in paragraphs(long_text):
            report.check(piece in text, f"{output.name} {name}: not found in the PDF: {piece}")


if __name__ == "__main__":
    check_outputs(__doc__, check_output)
