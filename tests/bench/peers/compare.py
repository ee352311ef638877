#!/usr/bin/python3
"""Times gongkai beside other programs on documents with the same text and tables, in turn, in one run.

  compare.py --program build/release/gongkai [--unit data/shifan] [--runs 5]

The document is built once, its text and tables are taken from its tagged PDF and given to each program. Every run's status
and output are checked. Peers that are not installed are named and left out. Times are of whole processes; the start of an
interpreter alone is timed apart.
"""
import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from composed import read_blocks, to_html, to_sheets, to_typst

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parents[2]
PYTHON = "/usr/bin/python3"


@dataclass
class Contender:
    """A program, what it makes, and its runs: seconds of clock and processor, peak MiB."""
    name: str
    command: list
    output: Path
    interpreter: list = None
    runs: list = field(default_factory=list)


def timed(command):
    """Clock and processor seconds and peak MiB of one process with its children; it must end well."""
    start = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               env={**os.environ, "GONGKAI_HOME": str(SOURCE)}, cwd=HERE)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def check_output(path, size):
    """A PDF of at least half the text, or a workbook with all sheets."""
    if path.suffix == ".pdf":
        text = subprocess.run(["pdftotext", path, "-"], stdout=subprocess.PIPE, text=True, check=True).stdout
        if len(re.sub(r"\s", "", text)) < size // 2:
            raise RuntimeError(f"{path}: only {len(text)} characters")
    elif len([name for name in zipfile.ZipFile(path).namelist() if "worksheets/sheet" in name]) == 0:
        raise RuntimeError(f"{path}: no sheets")


def check_outputs(place, size):
    """The file, or all PDF and XLSX files below the folder; there must be one, and it goes, so that each run makes its own."""
    paths = [place] if place.is_file() else [path for path in place.rglob("*.*") if path.suffix in (".pdf", ".xlsx")]
    if not paths:
        raise RuntimeError(f"{place} was not made")
    for path in paths:
        check_output(path, size)
        path.unlink()


def installed(command):
    return shutil.which(command) is not None


def node_has(module):
    return installed("node") and subprocess.run(["node", "-e", f"require('{module}')"], cwd=HERE,
                                                stderr=subprocess.DEVNULL, check=False).returncode == 0


def own(program, unit, kind, scratch):
    """The program itself, making one of its two files."""
    out = scratch / f"own-{kind}"
    return Contender(f"gongkai（{kind}）", [program, "build", unit, "-o", out, "--only", kind, "--force"], out)


def pdf_peers(scratch):
    """Programs that make the PDF, and the reasons for those left out."""
    found, missing = [], []
    if installed("typst"):
        found.append(Contender("Typst", ["typst", "compile", scratch / "d.typ", scratch / "typst.pdf"], scratch / "typst.pdf"))
    else:
        missing.append("Typst：没有 typst 命令")
    if installed("weasyprint"):
        found.append(Contender("WeasyPrint", ["weasyprint", scratch / "d.html", scratch / "weasy.pdf"], scratch / "weasy.pdf",
                               [PYTHON, "-c", "import weasyprint"]))
    else:
        missing.append("WeasyPrint：没有 weasyprint 命令（Debian 软件包 weasyprint）")
    if installed("soffice"):
        found.append(Contender("LibreOffice", ["soffice", "--headless", f"-env:UserInstallation=file://{scratch}/profile",
                                               "--convert-to", "pdf:calc_pdf_Export", "--outdir", scratch / "office",
                                               scratch / "d.html"], scratch / "office" / "d.pdf"))
    else:
        missing.append("LibreOffice：没有 soffice 命令")
    return found, missing


def workbook_peers(scratch):
    """Programs that make the workbook, likewise."""
    found, missing = [], []
    if subprocess.run([PYTHON, "-c", "import openpyxl"], check=False, stderr=subprocess.DEVNULL).returncode == 0:
        found.append(Contender("openpyxl", [PYTHON, HERE / "write_openpyxl.py", scratch / "d.json", scratch / "open.xlsx"],
                               scratch / "open.xlsx", [PYTHON, "-c", "import openpyxl"]))
    else:
        missing.append("openpyxl：没有安装")
    if node_has("exceljs"):
        found.append(Contender("exceljs", ["node", HERE / "write_exceljs.js", scratch / "d.json", scratch / "js.xlsx"],
                               scratch / "js.xlsx", ["node", "-e", "require('exceljs')"]))
    else:
        missing.append("exceljs：node 里没有这个模块")
    return found, missing


def export(program, unit, scratch):
    """Builds the unit and writes its text and tables for the others; returns the number of characters."""
    timed([program, "build", unit, "-o", scratch / "export"])
    pdf = next((scratch / "export").rglob("*.pdf"))
    listing = subprocess.run(["pdfinfo", "-struct-text", pdf], stdout=subprocess.PIPE, text=True, check=True).stdout
    blocks = read_blocks(listing)
    (scratch / "d.html").write_text(to_html(blocks), encoding="utf-8")
    (scratch / "d.typ").write_text(to_typst(blocks), encoding="utf-8")
    (scratch / "d.json").write_text(json.dumps(to_sheets(blocks), ensure_ascii=False), encoding="utf-8")
    return len(re.sub(r"\s", "", subprocess.run(["pdftotext", pdf, "-"], stdout=subprocess.PIPE, text=True, check=True).stdout))


def race(contenders, runs, size):
    """Each in turn, round after round; one round beforehand to warm up. Those that fail are named and dropped."""
    failed = []
    for number in range(runs + 1):
        for contender in list(contenders):
            try:
                result = timed(contender.command)
                check_outputs(contender.output, size)
            except (RuntimeError, OSError, zipfile.BadZipFile) as problem:
                contenders.remove(contender)
                failed.append(f"{contender.name}：{problem}")
                continue
            if number > 0:
                contender.runs.append(result)
    return failed


def report(contenders):
    """Medians, and the median of each round's ratio to the first."""
    print("| 程序 | 墙钟 毫秒 | 处理器 毫秒 | 峰值内存 MiB | 墙钟倍数 | 处理器倍数 | 其中解释器和库的启动 毫秒 |")
    print("|---|---|---|---|---|---|---|")
    first = contenders[0]
    for one in contenders:
        wall, processor, memory = (statistics.median(column) for column in zip(*one.runs))
        ratios = [statistics.median(a[i] / b[i] for a, b in zip(one.runs, first.runs)) for i in (0, 1)]
        start = f"{1000 * timed(one.interpreter)[1]:.0f}" if one.interpreter else "—"
        print(f"| {one.name} | {1000 * wall:.0f} | {1000 * processor:.0f} | {memory:.0f} | {ratios[0]:.1f} | {ratios[1]:.1f} "
              f"| {start} |")
    print()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--unit", type=Path, default=SOURCE / "data" / "shifan")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    program, unit = options.program.resolve(), options.unit.resolve()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        size = export(program, unit, scratch)
        for kind, peers in (("pdf", pdf_peers), ("xlsx", workbook_peers)):
            found, missing = peers(scratch)
            contenders = [own(program, unit, kind, scratch), *found]
            missing += race(contenders, options.runs, size)
            if not contenders or not contenders[0].runs:
                sys.exit("; ".join(missing))
            report(contenders)
            for reason in missing:
                print(f"没有比：{reason}")
            print()


if __name__ == "__main__":
    main()
