"""Whether a file that was made holds what it should: the document's text and fonts, or the workbook's cells."""
import re
import subprocess
from collections import Counter
from dataclasses import dataclass

from composed import strings_of
from sheets import differences

MISSING = 0.005   # of the characters: what different line ends and leaders may hide from text extraction
PAGES = 0.25      # how far the number of pages may be from gongkai's


class WrongOutput(Exception):
    """What was made is not what was asked for."""


@dataclass
class Expected:
    """What every output is held against."""
    document: dict   # as export_document printed it
    workbook: dict   # as sheets.workbook_data read it


@dataclass
class Made:
    """What is told of an output."""
    kilobytes: float
    pages: int = 0
    tagged: bool = False


def printed(command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True).stdout


def characters(text):
    """How often each character is there, but for blanks and the dots of leaders."""
    return Counter(re.sub(r"[\s.·…\u00ad]", "", text))


def check_pdf(path, expected):
    """Its text has every character of the document's as often, its fonts are embedded, and it has about as many pages."""
    wanted = characters("".join(strings_of(expected.document)))
    missing = wanted - characters(printed(["pdftotext", path, "-"]))
    if missing.total() > MISSING * wanted.total():
        raise WrongOutput(f"{path.name}: {missing.total()} of {wanted.total()} characters are missing: "
                          f"{missing.most_common(10)}")
    fonts = printed(["pdffonts", path]).splitlines()[2:]
    if not fonts or any(re.split(r"\s+", line.rstrip())[-5] != "yes" for line in fonts):
        raise WrongOutput(f"{path.name}: fonts are not embedded")
    about = dict(re.findall(r"^(Pages|Tagged):\s+(\w+)", printed(["pdfinfo", path]), re.MULTILINE))
    pages = int(about["Pages"])
    if abs(pages / expected.document["pages"] - 1) > PAGES:
        raise WrongOutput(f"{path.name}: {pages} pages instead of {expected.document['pages']}")
    return Made(path.stat().st_size / 1024, pages, about.get("Tagged") == "yes")


def check_workbook(path, expected):
    """Its cells, their styles and merged areas are gongkai's."""
    found = differences(expected.workbook, path)
    if found:
        raise WrongOutput(f"{path.name}: " + "; ".join(found))
    return Made(path.stat().st_size / 1024)


def check(paths, expected):
    """All files; what is told of the first PDF, or of the first."""
    made = [check_pdf(path, expected) if path.suffix == ".pdf" else check_workbook(path, expected) for path in sorted(paths)]
    return max(made, key=lambda one: one.pages)
