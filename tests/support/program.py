"""Running the program under test and the tools that look at its files."""
import argparse
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from support.report import Report

SAMPLES = ("jianghan", "gedian", "shifan", "wuhai")


def arguments(description):
    """The arguments every end-to-end test takes."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--program", type=Path, required=True, help="the gongkai binary")
    parser.add_argument("--source", type=Path, required=True, help="the source folder (holds data/)")
    parser.add_argument("--built", type=Path, required=True, help="where the samples were built")
    parser.add_argument("--scratch", type=Path, required=True, help="a folder this test may use as it likes")
    return parser.parse_args()


def fresh_folder(path):
    """`path` as an empty folder."""
    if path.exists():
        shutil.rmtree(path)
    path.mkdir(parents=True)
    return path


def run(command, cwd=None, environment=None, check=True, prepare=None, timeout=None):
    """Runs `command`; output is captured as text. With `check` a failure is an exception that shows the output."""
    result = subprocess.run([str(part) for part in command], cwd=cwd, env={**os.environ, **(environment or {})},
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace",
                            preexec_fn=prepare, timeout=timeout)
    if check and result.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {result.returncode}\n"
                           f"{result.stdout}\n{result.stderr}")
    return result


def output_of(command):
    """Standard output of a tool, as text."""
    return run(command).stdout


@dataclass(frozen=True)
class Output:
    """The published pair of one unit and year, and the folder it was made from."""
    name: str
    year: int
    pdf: Path
    workbook: Path
    unit_folder: Path

    @property
    def year_file(self):
        return self.unit_folder / f"{self.year}.yaml"

    @property
    def classification(self):
        """The subjects of the standard, beside the units."""
        return self.unit_folder.parent / "classification" / "subjects.csv"


def find_output(built, source, name):
    """The one PDF and the one workbook of sample `name` below `built`."""
    years = sorted(p for p in (built / name).iterdir() if p.is_dir() and p.name.isdigit())
    if len(years) != 1:
        raise RuntimeError(f"{built / name} holds {len(years)} years, expected one")
    pdfs, books = sorted(years[0].glob("*.pdf")), sorted(years[0].glob("*.xlsx"))
    if len(pdfs) != 1 or len(books) != 1:
        raise RuntimeError(f"{years[0]} holds {len(pdfs)} PDF and {len(books)} workbooks, expected one of each")
    return Output(name, int(years[0].name), pdfs[0], books[0], source / "data" / name)


def outputs(options):
    """The published pairs of all samples."""
    return [find_output(options.built, options.source, name) for name in SAMPLES]


def check_outputs(description, check_output):
    """The whole of a test that looks at every published pair: `check_output(report, output)` for each."""
    report = Report()
    for output in outputs(arguments(description)):
        check_output(report, output)
    report.finish()


def tree_bytes(folder):
    """Every file below `folder`: relative path -> bytes."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
