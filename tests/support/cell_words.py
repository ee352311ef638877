"""Finding a table cell's text among the words of a page: a cell may wrap over several lines of its column."""
from support.pdf import squeeze

NEAR = 14.0        # points between words of one line of a cell
LINE = 2.4         # a cell's next line starts within so many word heights


def follows(before, word, left, right):
    """Whether `word` may come right after `before` in one cell whose words so far reach from `left` to `right`."""
    same_line = abs(word.middle - before.middle) < before.height * 0.4
    if same_line:
        return -1.0 <= word.left - before.right <= NEAR
    below = before.height * 0.5 < word.middle - before.middle < before.height * LINE
    return below and word.left < right and word.right > left


class WordPool:
    """The words of a table's pages; what a cell has used is gone."""

    def __init__(self, pages):
        self.words = [(page, word) for page, words in enumerate(pages) for word in words if squeeze(word.text)]
        self.used = set()
        self.by_first = {}
        for index, (_, word) in enumerate(self.words):
            self.by_first.setdefault(squeeze(word.text)[0], []).append(index)

    def take(self, text):
        """Uses the words that make up `text`; False when they are not there."""
        candidates = [index for index in self.by_first.get(text[:1], []) if index not in self.used]
        candidates.sort(key=lambda index: squeeze(self.words[index][1].text) != text)   # a whole word before parts
        for index in candidates:
            path = self._extend([index], squeeze(self.words[index][1].text), text)
            if path:
                self.used.update(path)
                return True
        return False

    def _extend(self, path, sofar, text):
        if not text.startswith(sofar):
            return None
        if sofar == text:
            return path
        page, last = self.words[path[-1]]
        left, right = min(self.words[i][1].left for i in path), max(self.words[i][1].right for i in path)
        for index in self.by_first.get(text[len(sofar)], []):
            other_page, word = self.words[index]
            if index not in self.used and index not in path and other_page == page and follows(last, word, left, right):
                found = self._extend([*path, index], sofar + squeeze(word.text), text)
                if found:
                    return found
        return None

    def left_over(self):
        """(page, word) of what no cell used."""
        return [entry for index, entry in enumerate(self.words) if index not in self.used]
