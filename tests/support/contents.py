"""The 目录 of a PDF and the page numbers printed at the foot of its pages."""
import re

from support.pdf import squeeze

PAGE_NUMBER = re.compile(r"^[—–-]+(\d+)[—–-]+$")
ENTRY = re.compile(r"^(?P<title>.*?)[.…·․‥．]{3,}(?P<page>\d+)$")


def printed_number(page):
    """The number at the foot of a page ("— 3 —"), or None."""
    numbers = [PAGE_NUMBER.match(squeeze(line)) for line in page.splitlines()]
    numbers = [int(match[1]) for match in numbers if match]
    return numbers[-1] if numbers else None


def contents_entries(pages):
    """(title, printed number) of every entry and the indices of the pages 目录 stands on. Entries may wrap."""
    entries, indices, pending = [], [], ""
    start = next((i for i, page in enumerate(pages) if squeeze(page).startswith("目录")), None)
    if start is None:
        return [], []
    for index in range(start, len(pages)):
        lines = [squeeze(line) for line in pages[index].splitlines() if squeeze(line)]
        if not any(ENTRY.match(line) for line in lines):
            break
        indices.append(index)
        for line in lines:
            match = ENTRY.match(line)
            if match:
                entries.append((pending + match["title"], int(match["page"])))
                pending = ""
            elif line != "目录" and not PAGE_NUMBER.match(line):
                pending += line
    return entries, indices
