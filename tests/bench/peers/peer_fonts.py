"""The fonts gongkai uses, by the names other programs ask for: families and weights of each role in fonts/roles.yaml."""
from pathlib import Path
from typing import NamedTuple

import yaml
from fontTools.ttLib import TTFont

BOLD = "宋体加粗"


class Face(NamedTuple):
    """A font as programs name it. `legacy` is the family of programs that know only regular and bold."""
    family: str
    weight: int
    legacy: str


class PeerFonts:
    """Roles to families. `digits` is None where a role's own digits serve."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self._roles = yaml.safe_load((self.folder / "roles.yaml").read_text(encoding="utf-8"))
        self._faces = {}

    def families(self, role):
        """The faces of the role's fonts, first choice first."""
        return [self._face(entry) for entry in self._roles[role]["字体"]]

    def digits(self, role):
        """The face its digits and Latin letters come from, or None."""
        entry = self._roles[role].get("数字")
        return self._face(entry) if entry else None

    def roles(self):
        return list(self._roles)

    def _face(self, entry):
        name = entry["文件"]
        if name not in self._faces:
            with TTFont(self.folder / name, lazy=True) as font:
                self._faces[name] = Face(entry["字族"], font["OS/2"].usWeightClass, font["name"].getDebugName(1))
        return self._faces[name]

    def write_fontconfig(self, folder):
        """A configuration that knows these fonts alone, with a cache of its own; returns its path."""
        path = Path(folder) / "fonts.conf"
        path.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>'
                        f"<dir>{self.folder}</dir><cachedir>{folder}/fontcache</cachedir></fontconfig>", encoding="utf-8")
        return path
