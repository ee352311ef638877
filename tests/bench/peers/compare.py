#!/usr/bin/python3
"""Times gongkai beside other programs on the same documents, in turn, in one run, and prints the result as Markdown.

  compare.py --program build/release/gongkai --peers-folder FOLDER [--units gedian,shifan] [--runs 9] [--keep FOLDER]

Every program gets the text, tables, drawings, styles and fonts of the document gongkai composes, and every run's status and
output are checked. Times are of whole processes, cold but for the file cache; README.md says what is and is not alike.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from checks import Expected
from contenders import Contender, Peers, own, write_inputs
from race import race
from report import combined, machine_of, starts_of, summary_of, table_of, targets_of
from sheets import workbook_data

SOURCE = Path(__file__).resolve().parents[3]


def export(options, unit, scratch):
    """The document as gongkai composes it, and the workbook it makes of it."""
    year_file = max(unit.glob("2*.yaml"))
    document = subprocess.run([options.exporter, SOURCE, year_file, options.fonts], stdout=subprocess.PIPE, check=True)
    subprocess.run([options.program, "build", unit, "-o", scratch / "export", "--force"], check=True,
                   stdout=subprocess.DEVNULL, env={**os.environ, "GONGKAI_HOME": str(SOURCE)})
    return Expected(json.loads(document.stdout), workbook_data(next((scratch / "export").rglob("*.xlsx"))))


def compare(options, unit, scratch):
    """The Markdown of one document, the programs with their runs, their versions, and the reasons for what is missing."""
    expected = export(options, unit, scratch)
    fontconfig = write_inputs(expected.document, expected.workbook, options.fonts, scratch)
    peers = Peers(options.peers_folder, scratch, fontconfig)
    left_out = [name for names in options.without for name in names.split(",")]
    contenders = [*own(options.program, unit, SOURCE, scratch), *(one for one in peers.found if one.name not in left_out)]
    starts = [one for one in peers.starts if one.name not in left_out]
    dropped = race([*contenders, *starts], expected, options.runs, options.slow_runs,
                   lambda step: progress(f"{unit.name} {step}"))
    if not all(one.runs for one in contenders if one.name == "gongkai"):
        sys.exit("; ".join(dropped))
    by_name = {one.name: one for one in contenders if one.runs}
    if "Typst" in by_name and "exceljs" in by_name:
        contenders.append(combined(by_name["Typst"], by_name["exceljs"], Contender))
    size = f"{expected.document['pages']} 页，{sum(len(sheet['cells']) for sheet in expected.workbook['sheets'])} 个单元格"
    text = [f"### {unit.name}（{size}）", table_of(contenders), starts_of(starts), targets_of(contenders, starts)]
    return "\n\n".join(part for part in text if part), contenders, peers.versions, peers.missing + dropped


def options_given():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True, help="the gongkai binary, a Release build")
    parser.add_argument("--exporter", type=Path, help="export_document; beside the program unless given")
    parser.add_argument("--fonts", type=Path, help="the prepared fonts; beside the program unless given")
    parser.add_argument("--peers-folder", type=Path, help="where install.sh put the npm packages")
    parser.add_argument("--units", default="gedian,jianghan,shifan,wuhai", help="folders in data/, or paths")
    parser.add_argument("--without", action="append", default=[],
                        help="programs to leave out, with commas or said again: WeasyPrint takes its time")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--slow-runs", type=int, default=3, help="rounds of programs that take more than three seconds")
    parser.add_argument("--markdown", type=Path, help="also write the result to this file")
    parser.add_argument("--keep", type=Path, help="keep inputs and outputs in this folder, to look at them")
    options = parser.parse_args()
    options.program = options.program.resolve()
    options.exporter = (options.exporter or options.program.parent / "export_document").resolve()
    options.fonts = (options.fonts or options.program.parent / "fonts").resolve()
    options.peers_folder = options.peers_folder.resolve() if options.peers_folder else None
    for path in (options.program, options.exporter, options.fonts):
        if not path.exists():
            parser.error(f"{path} is missing")
    return options


def progress(step):
    print(step, file=sys.stderr, flush=True)


def main():
    options = options_given()
    head = f"机器：{machine_of()}。每种 {options.runs} 轮，轮流运行；中位数（四分位）。"
    texts, raced, versions, missing = [], [], [], []
    for name in options.units.split(","):
        unit = SOURCE / "data" / name if (SOURCE / "data" / name).is_dir() else Path(name).resolve()
        with tempfile.TemporaryDirectory() as folder:
            scratch = (options.keep / unit.name).resolve() if options.keep else Path(folder)
            scratch.mkdir(parents=True, exist_ok=True)
            text, contenders, versions, left_out = compare(options, unit, scratch)
        texts.append(text)
        raced.append(contenders)
        missing += [reason for reason in left_out if reason not in missing]
    if len(raced) > 1:
        texts.insert(0, f"### {len(raced)} 份合起来（各份中位数的范围）\n\n" + summary_of(raced))
    text = "\n\n".join([head + ("与之相比的：" + "，".join(versions) + "。" if versions else ""), *texts,
                        *(f"没有比：{reason}" for reason in missing)]) + "\n"
    print(text)
    if options.markdown:
        options.markdown.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
