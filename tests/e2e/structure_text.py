"""What a speaking reader gets: the structure tree's text, in order, is the pages' text, with the roles it must have."""
import re

from support.pdf import squeeze
from support.program import check_outputs, run

LINE = re.compile(r"^( *)(?:\"(?P<text>.*)\"|(?P<role>[A-Za-z0-9]+):?(?: .*)?)$")


def read_structure(pdf):
    """(depth, role or None, text or None) of each line pdfinfo prints."""
    found = []
    for line in run(["pdfinfo", "-struct-text", pdf]).stdout.splitlines():
        match = LINE.match(line)
        if match:
            found.append((len(match[1]), match["role"], match["text"]))
    return found


def check_output(report, output):
    """The structure of one PDF."""
    structure = read_structure(output.pdf)
    roles = {}
    for _, role, _ in structure:
        roles[role] = roles.get(role, 0) + 1
    for role in ("Document", "H1", "H2", "P", "TOC", "TOCI", "Link", "Table", "TR", "TH", "TD", "Caption"):
        report.check(roles.get(role), f"{output.name}: no {role} in the structure")
    spoken = squeeze("".join(text for _, _, text in structure if text)).replace("\u2e3a", "——")
    pages = squeeze(run(["pdftotext", "-raw", output.pdf, "-"]).stdout)
    for role, first in (("H1", 1), ("H2", 2)):
        titles = [structure[i + 1][2] for i, (_, kind, _) in enumerate(structure[:-1]) if kind == role]
        for title in titles[first:]:
            report.check(title and squeeze(title).replace("\u2e3a", "——") in pages, f"{output.name}: {role} {title!r}")
    # Artefacts (page numbers, repeated table heads) are printed and not spoken; nothing is spoken that is not printed.
    report.check(0.8 * len(pages) <= len(spoken) <= len(pages), f"{output.name}: {len(spoken)} of {len(pages)} spoken")
    report.check(not re.search(r"—\d+—", spoken), f"{output.name}: page numbers are spoken")


if __name__ == "__main__":
    check_outputs(__doc__, check_output)
