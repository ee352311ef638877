"""A PDF's objects, from qpdf's JSON."""
import base64
import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import Callable

from support.program import run


@dataclass(frozen=True)
class Clause:
    """One testable demand. `test(pdf)` yields what is wrong."""
    name: str
    says: str
    test: Callable


def is_reference(value):
    """Whether a value of the JSON is an indirect reference ("12 0 R")."""
    return isinstance(value, str) and value.endswith(" R") and value[:1].isdigit()


@dataclass
class Pdf:
    """Objects of one file. Names keep their slash; strings begin with "u:" or "b:"."""
    raw: bytes
    objects: dict
    page_objects: list = field(default_factory=list)

    def resolve(self, value):
        """Follows references; of a stream, its dictionary."""
        while is_reference(value):
            entry = self.objects.get(f"obj:{value}", {"value": None})
            value = entry["value"] if "value" in entry else entry["stream"]["dict"]
        return value

    def get(self, dictionary, *keys):
        """Walks keys of dictionaries, following references; None where the way ends."""
        value = self.resolve(dictionary)
        for key in keys:
            value = self.resolve(value.get(key)) if isinstance(value, dict) else None
        return value

    def stream(self, reference):
        """The decoded bytes of a stream."""
        return base64.b64decode(self.objects[f"obj:{reference}"]["stream"]["data"])

    @property
    def trailer(self):
        return self.objects["trailer"]["value"]

    @property
    def catalog(self):
        return self.resolve(self.trailer["/Root"])

    @property
    def pages(self):
        return [self.resolve(page) for page in self.page_objects]

    def content(self, page):
        """The content of a page, its streams joined."""
        contents = self.resolve(page).get("/Contents")
        parts = contents if isinstance(contents, list) else [contents]
        return b"\n".join(self.stream(part) for part in parts)

    @cached_property
    def elements(self):
        """Every structure element: (its reference, its dictionary, the parent's type or None), in reading order."""
        found = []
        root = self.get(self.catalog, "/StructTreeRoot") or {}

        def walk(value, parent):
            for kid in kids_of(self.resolve(value)):
                element = self.resolve(kid)
                if isinstance(element, dict) and "/S" in element:
                    found.append((kid, element, parent))
                    walk(element, element["/S"])

        walk(root, None)
        return found

    def children(self, element):
        """The structure elements right below one."""
        below = [self.resolve(kid) for kid in kids_of(element)]
        return [kid for kid in below if isinstance(kid, dict) and "/S" in kid]


def kids_of(element):
    """/K as a list."""
    kids = element.get("/K", [])
    return kids if isinstance(kids, list) else [kids]


def text(value):
    """A text string's characters; None for anything else."""
    if not isinstance(value, str):
        return None
    return value[2:] if value.startswith("u:") else value


def read_pdf(path):
    """Reads a file; qpdf must be able to."""
    data = json.loads(run(["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path]).stdout)
    return Pdf(path.read_bytes(), data["qpdf"][1], [page["object"] for page in data["pages"]])
