"""Mistypes one amount of the samples at a time and counts how often the program says so, with the line among its candidates.

A mutation counts when it breaks an identity of identities.py. It is seen when the program reports an error or a warning that was
not there before, and located when its line is among the at most five lines of one such report. At least 95 % must be seen.
"""
import csv
import json
import multiprocessing
import shutil
from collections import Counter
from pathlib import Path

import yaml

from mutation.figures import figures, mutations
from mutation.identities import broken
from support.program import arguments, fresh_folder, run
from support.report import Report

UNITS = ("gedian", "shifan")
WANTED_SEEN = 0.95
WANTED_LOCATED = 0.95
MOST_CANDIDATES = 5


class TextLoader(yaml.SafeLoader):
    """Numbers and 是/否 stay what they are; amounts must not pass through floats."""


TextLoader.yaml_implicit_resolvers = {k: [(t, r) for t, r in v if t == "tag:yaml.org,2002:null"]
                                      for k, v in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def load(text):
    """The ledger as nested maps of texts."""
    return yaml.load(text, Loader=TextLoader)


def candidates(found):
    """(code, lines) of each error or warning: its own line first, then those it names, five at most."""
    reports = []
    for d in found:
        if d["severity"] == "note":
            continue
        lines = [d.get("line")] + [n.get("line") for n in d["notes"] if n.get("file")]
        distinct = list(dict.fromkeys(line for line in lines if line))
        reports.append((d["code"], d["message"], distinct[:MOST_CANDIDATES]))
    return reports


def check(program, folder):
    """What the program reports of the unit."""
    result = run([program, "check", "--format", "json", folder / "2024.yaml"], check=False)
    return candidates(json.loads(result.stdout))


def try_one(task):
    """(unit, family, block, seen, located, line, key) of one mutation."""
    program, folder, unit, family, figure, text, before = task
    own = folder / f"{unit}-{multiprocessing.current_process().pid}"
    if not own.exists():
        shutil.copytree(folder / unit, own)
    (own / "2024.yaml").write_text(text, encoding="utf-8")
    fresh = [(code, lines) for code, message, lines in check(program, own) if (code, message) not in before]
    located = any(figure.line in lines for _, lines in fresh)
    return unit, family, figure.block, bool(fresh), located, figure.line, figure.key


def tasks_of(options, scratch, unit, known):
    """Every mutation of one unit that breaks a listed identity."""
    shutil.copytree(options.source / "data" / unit, scratch / unit)
    text = (scratch / unit / "2024.yaml").read_text(encoding="utf-8")
    prior_file = scratch / unit / "2023.yaml"
    prior = load(prior_file.read_text(encoding="utf-8")) if prior_file.exists() else None
    if broken(load(text), prior):
        raise RuntimeError(f"{unit} as it stands breaks {broken(load(text), prior)}")
    before = {(code, message) for code, message, _ in check(options.program, scratch / unit)}
    all_figures = figures(text)
    used = {f.key for f in all_figures if f.key.isdigit()}
    tasks = []
    for figure in all_figures:
        for family, mutated in mutations(figure, text, used, known):
            if mutated != text and broken(load(mutated), prior):
                tasks.append((options.program, scratch, unit, family, figure, mutated, before))
    return tasks


def print_score(results):
    """The score by family, and what was missed."""
    total, seen, located = Counter(), Counter(), Counter()
    for _, family, _, was_seen, was_located, _, _ in results:
        total[family] += 1
        seen[family] += was_seen
        located[family] += was_located
    for family in total:
        print(f"{family}\t{total[family]} 处\t报告 {seen[family]}\t点到那一行 {located[family]}")
    count = len(results)
    print(f"合计\t{count} 处\t报告 {sum(seen.values())}（{sum(seen.values()) / count:.1%}）\t"
          f"点到那一行 {sum(located.values())}（{sum(located.values()) / count:.1%}）")
    for unit, family, block, was_seen, was_located, line, key in results:
        if not was_located:
            print(f"{'没有点到' if was_seen else '没有报告'}：{unit} 第 {line} 行 {block} {key} {family}")
    return sum(seen.values()) / count, sum(located.values()) / count


def main():
    options = arguments(__doc__)
    scratch = fresh_folder(options.scratch)
    with (options.source / "data/classification/subjects.csv").open(encoding="utf-8") as stream:
        known = {row[0] for row in csv.reader(stream) if row and row[0].isdigit()}
    tasks = [task for unit in UNITS for task in tasks_of(options, scratch, unit, known)]
    with multiprocessing.Pool(2) as pool:
        results = pool.map(try_one, tasks, chunksize=8)
    report = Report()
    report.check(len(results) > 300, f"only {len(results)} mutations")
    seen, located = print_score(results)
    report.check(seen >= WANTED_SEEN, f"only {seen:.1%} are reported")
    report.check(located >= WANTED_LOCATED, f"only {located:.1%} are reported with their line")
    report.finish()


if __name__ == "__main__":
    main()
