"""The prose of a PDF, cut into its sections by the titles 目录 lists; small print of charts and forms apart."""
import re

from support.contents import contents_entries
from support.pdf import pages_pieces, pages_text, squeeze

BODY = 15.0    # points: body and headings are 16 and more
SMALL = 13.0   # charts, notes and forms are set smaller; page numbers (14) lie between


class ProsePages:
    """The pages that are neither cover, nor 目录, nor one of the nine tables."""

    def __init__(self, pdf):
        layout = pages_text(pdf, "-layout")
        self.entries, contents = contents_entries(layout)
        pieces = pages_pieces(pdf)
        tables = {i for i, page in enumerate(layout) if re.search(r"公开\d\d表", squeeze(page)) and i not in contents}
        start = max(contents, default=0) + 1
        self.indices = [i for i in range(start, len(layout)) if i not in tables]
        self.body = "".join(squeeze(piece.text) for i in self.indices for piece in pieces[i] if piece.size > BODY)
        self.small = {i: [squeeze(piece.text) for piece in pieces[i] if piece.size < SMALL] for i in self.indices}
        self.layout = layout

    def sections(self):
        """(title, text) of every section that has prose, in order. Titles not on these pages are skipped."""
        found, position = [], 0
        for title, _ in self.entries:
            at = self.body.find(title, position)
            if at >= 0:
                found.append((title, at))
                position = at + len(title)
        ends = [at for _, at in found[1:]] + [len(self.body)]
        return [(title, self.body[at + len(title):end]) for (title, at), end in zip(found, ends)]
