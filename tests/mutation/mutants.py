"""The mutants of a sample ledger, and what the program says of each."""
import csv
import json
import multiprocessing
import shutil
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import yaml

from mutation.figures import Figure, figures, mutations
from mutation.identities import broken
from support.program import run

MOST_CANDIDATES = 5
BATCH = 80
# In 万元 a sum of 39 figures, the longest of the samples, may be out by 0.005 × 40.
WIDEST_TAIL = Decimal("0.2")
# A ledger that passes is laid out as well, which takes longest: of those that break nothing, every third will do.
ONE_OF_SILENT = 3
UNBOUND_FAMILIES = ("加一元", "多一个零", "两位颠倒")


class TextLoader(yaml.CSafeLoader):
    """Numbers and 是/否 stay what they are; amounts must not pass through floats. In C: thousands of texts are read."""


TextLoader.yaml_implicit_resolvers = {k: [(t, r) for t, r in v if t == "tag:yaml.org,2002:null"]
                                      for k, v in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def load(text):
    """The ledger as nested maps of texts."""
    return yaml.load(text, Loader=TextLoader)


@dataclass
class Mutant:
    """One amount mistyped. `breaks`: "勾稽", "尾差" (an identity of a 万元 ledger, within its tail) or "" (none)."""
    unit: str
    family: str
    figure: Figure
    text: str
    breaks: str
    reported: bool = False
    noted: bool = False
    located: bool = False


@dataclass
class Sample:
    """A unit as it stands."""
    unit: str
    folder: Path
    text: str
    prior: dict | None
    wan: bool
    known: set = field(repr=False)
    tails: int = 0  # identities of a 万元 ledger that are out by a tail as it stands

    @classmethod
    def read(cls, source, unit):
        """Reads data/<unit>."""
        folder = source / "data" / unit
        text = (folder / "2024.yaml").read_text(encoding="utf-8")
        prior = folder / "2023.yaml"
        with (source / "data/classification/subjects.csv").open(encoding="utf-8") as stream:
            known = {row[0] for row in csv.reader(stream) if row and row[0].isdigit()}
        sample = cls(unit, folder, text, load(prior.read_text(encoding="utf-8")) if prior.exists() else None,
                     "金额单位: 万元" in text, known)
        sample.tails = len(broken(load(text), sample.prior))
        return sample

    def breaks(self, text):
        """What a mutated text breaks that the ledger as it stands does not."""
        ledger = load(text)
        if broken(ledger, self.prior, WIDEST_TAIL if self.wan else Decimal(0)):
            return "勾稽"
        if self.wan and len(broken(ledger, self.prior)) > self.tails:
            return "尾差"
        return ""

    def mutants(self):
        """Every mutant that breaks an identity, and some of those that break none."""
        if self.breaks(self.text) == "勾稽":
            raise RuntimeError(f"{self.unit} as it stands breaks an identity")
        found = figures(self.text)
        used = {f.key for f in found if f.key.isdigit()}
        silent = 0
        for figure in found:
            for family, text in mutations(figure, self.text, used, self.known):
                if text == self.text:
                    continue
                breaks = self.breaks(text)
                if breaks != "勾稽":
                    if not breaks and family not in UNBOUND_FAMILIES:
                        continue
                    silent += 1
                    if silent % ONE_OF_SILENT != 0:
                        continue
                yield Mutant(self.unit, family, figure, text, breaks)


def reports(found):
    """(severity, code, message, lines) of each diagnostic: its own line first, then those it names, five at most."""
    for d in found:
        lines = [d.get("line")] + [n.get("line") for n in d["notes"] if n.get("file")]
        distinct = list(dict.fromkeys(line for line in lines if line))
        yield d["severity"], d["code"], d["message"], distinct[:MOST_CANDIDATES]


def check_batch(task):
    """Runs one batch in one process of the program; the mutants come back judged."""
    program, scratch, number, folder, mutants, before = task
    batch = scratch / f"{folder.name}-{number}"
    for i, mutant in enumerate(mutants):
        shutil.copytree(folder, batch / f"u{i}")
        (batch / f"u{i}" / "2024.yaml").write_text(mutant.text, encoding="utf-8")
    by_unit = {}
    for d in json.loads(run([program, "check", "--format", "json", batch], check=False).stdout):
        place = Path(d["file"]) if d["file"] else None
        if place is not None and place.is_relative_to(batch):
            by_unit.setdefault(place.relative_to(batch).parts[0], []).append(d)
    for i, mutant in enumerate(mutants):
        fresh = [(s, lines) for s, code, message, lines in reports(by_unit.get(f"u{i}", []))
                 if (code, message) not in before]
        loud = [lines for severity, lines in fresh if severity != "note"]
        mutant.reported, mutant.noted = bool(loud), bool(fresh)
        mutant.located = any(mutant.figure.line in lines for lines in loud)
        mutant.text = ""
    shutil.rmtree(batch)
    return mutants


def judged(program, scratch, samples):
    """All mutants of the samples, judged by the program."""
    tasks = []
    for sample in samples:
        result = run([program, "check", "--format", "json", sample.folder / "2024.yaml"], check=False)
        before = {(code, message) for _, code, message, _ in reports(json.loads(result.stdout))}
        mutants = list(sample.mutants())
        tasks += [(program, scratch, at, sample.folder, mutants[at:at + BATCH], before)
                  for at in range(0, len(mutants), BATCH)]
    with multiprocessing.Pool(2) as pool:
        return [mutant for batch in pool.map(check_batch, tasks, chunksize=1) for mutant in batch]
