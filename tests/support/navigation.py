"""Links, destinations, outline and page labels of a PDF, from qpdf's JSON."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A link annotation: the page it stands on (from 0), its box, and where it leads."""
    page: int
    rect: tuple
    target: object


class Navigation:
    """What qpdf tells of a file's navigation. Pages count from 0."""

    def __init__(self, data):
        self.data = data
        self.objects = data["qpdf"][1]
        self.pages = [page["object"] for page in data["pages"]]
        self.labels = data.get("pagelabels", [])
        self.outlines = data.get("outlines", [])
        self.names = dict(self._name_tree(self._catalog().get("/Names")))
        self.names.update(self._resolve(self._catalog().get("/Dests")) or {})

    def _resolve(self, value):
        """Follows an indirect reference ("12 0 R")."""
        while isinstance(value, str) and value.endswith(" R"):
            entry = self.objects[f"obj:{value}"]
            value = entry["value"] if "value" in entry else entry["stream"]["dict"]
        return value

    def _catalog(self):
        return self._resolve(self._resolve(self.objects["trailer"]["value"])["/Root"])

    def _name_tree(self, names):
        node = self._resolve((self._resolve(names) or {}).get("/Dests"))
        stack = [node] if node else []
        while stack:
            node = self._resolve(stack.pop())
            stack.extend(node.get("/Kids", []))
            flat = node.get("/Names", [])
            yield from zip(flat[::2], flat[1::2])

    def page_of(self, target):
        """The page a destination leads to (from 0), or None when it leads nowhere."""
        target = self._resolve(target)
        if isinstance(target, str):
            key = target if target in self.names else target.replace("u:", "/", 1)
            target = self._resolve(self.names.get(key))
        if isinstance(target, dict):
            target = self._resolve(target.get("/D"))
        if isinstance(target, list) and target and target[0] in self.pages:
            return self.pages.index(target[0])
        return None

    def links(self):
        """Every link annotation of the file."""
        for index, page in enumerate(self.pages):
            for reference in self._resolve(self._resolve(page).get("/Annots")) or []:
                annotation = self._resolve(reference)
                if annotation.get("/Subtype") == "/Link":
                    action = self._resolve(annotation.get("/A")) or {}
                    yield Link(index, tuple(map(float, annotation["/Rect"])),
                               annotation.get("/Dest", action.get("/D")))

    def outline_entries(self, entries=None):
        """(title, page from 0 or None) of every outline entry, in order."""
        for entry in self.outlines if entries is None else entries:
            page = entry.get("destpageposfrom1")
            yield entry["title"], page - 1 if page else None
            yield from self.outline_entries(entry["kids"])

    def label(self, page):
        """What a viewer calls a page (from 0): the prefix, and the number when the style is decimal."""
        current = [entry for entry in self.labels if entry["index"] <= page]
        if not current:
            return str(page + 1)
        label = current[-1]["label"]
        number = label.get("/St", 1) + page - current[-1]["index"]
        return label.get("/P", "u:")[2:] + (str(number) if label.get("/S") == "/D" else "")
