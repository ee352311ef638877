"""The prose of a PDF, cut into its sections by the titles 目录 lists; small print of charts and forms apart."""
import re
from collections import Counter

from support.contents import contents_entries
from support.pdf import pages_text, pages_words, squeeze

PAGE_NUMBER = re.compile(r"^[—–-]?\d+[—–-]?$|^[—–-]$")
SMALL = 0.93   # of the body's word height: print smaller than this is a chart's, a form's or a table's


def body_height(pages):
    """The most frequent height of words with Chinese letters, weighted by their length: the body's."""
    heights = Counter()
    for words in pages:
        for word in words:
            if re.search("[\u4e00-\u9fff]", word.text):
                heights[round(word.height, 1)] += len(word.text)
    return max((height for height, count in heights.items() if count > 300), default=0)


class ProsePages:
    """The pages that are neither cover, nor 目录, nor one of the nine tables."""

    def __init__(self, pdf):
        layout = pages_text(pdf, "-layout")
        self.entries, contents = contents_entries(layout)
        words = pages_words(pdf)
        tables = {i for i, page in enumerate(layout) if re.search(r"公开\d\d表", squeeze(page)) and i not in contents}
        start = max(contents, default=0) + 1
        self.indices = [i for i in range(start, len(layout)) if i not in tables]
        self.limit = body_height([words[i] for i in self.indices]) * SMALL
        self.body = "".join(self._page(words[i], small=False) for i in self.indices)
        self.small = {i: [word for word in words[i] if word.height < self.limit] for i in self.indices}
        self.layout = layout

    def _page(self, words, small):
        kept = [squeeze(word.text) for word in words if (word.height < self.limit) == small]
        while kept and PAGE_NUMBER.match(kept[-1]):
            kept.pop()
        return "".join(kept)

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
