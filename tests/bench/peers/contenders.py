"""The programs that are timed, how each is called, and why one is left out."""
import json
import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from composed import svg_of
from peer_fonts import PeerFonts
from to_html import to_html
from to_odf import to_odf
from to_typst import to_typst

HERE = Path(__file__).resolve().parent
PYTHON = "/usr/bin/python3"
TYPST = "@myriaddreamin/typst-ts-node-compiler"
TAGGED_PDF = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


@dataclass
class Contender:
    """A program: what it makes (pdf, xlsx, both; "" for a bare start), its command, and its runs so far."""
    name: str
    makes: str
    command: list
    output: Path = None          # the file, or the folder of files
    environment: dict = field(default_factory=dict)
    runs: dict = field(default_factory=dict)   # by round: (clock, processor, peak)
    made: object = None


def own(program, unit, home, scratch):
    """gongkai making the PDF, the workbook, both."""
    contenders = []
    for makes, options in (("both", []), ("pdf", ["--only", "pdf"]), ("xlsx", ["--only", "xlsx"])):
        out = scratch / f"own-{makes}"
        contenders.append(Contender("gongkai", makes, [program, "build", unit, "-o", out, "--force", *options], out,
                                    {"GONGKAI_HOME": str(home)}))
    return contenders


def write_inputs(document, workbook, font_folder, scratch):
    """The peers' inputs in `scratch`; returns the path of a fontconfig file that knows the fonts alone."""
    fonts = PeerFonts(font_folder)
    charts = [block for block in document["blocks"] if block["kind"] == "chart"]
    for number, chart in enumerate(charts, start=1):
        svg = svg_of(chart["drawing"], fonts.families("宋体")[0].family)
        (scratch / f"chart-{number}.svg").write_text(svg, encoding="utf-8")
    shutil.copy(HERE / "disclosure.typ", scratch)
    (scratch / "main.typ").write_text(to_typst(document, fonts), encoding="utf-8")
    (scratch / "main.html").write_text(to_html(document, fonts), encoding="utf-8")
    (scratch / "main.fodt").write_text(to_odf(document, fonts, scratch), encoding="utf-8")
    (scratch / "sheets.json").write_text(json.dumps(workbook, ensure_ascii=False), encoding="utf-8")
    return fonts.write_fontconfig(scratch)


def package_version(folder, name):
    """Of an npm package in the peers' folder; None when it is not there."""
    path = folder / "node_modules" / name / "package.json" if folder else None
    return json.loads(path.read_text(encoding="utf-8"))["version"] if path and path.exists() else None


def first_line(command):
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    return result.stdout.splitlines()[0].strip() if result.returncode == 0 and result.stdout else None


class Peers:
    """The programs found; in `starts` the bare starts of their interpreters, in `missing` why others were not found."""

    def __init__(self, peers_folder, scratch, fontconfig):
        self.folder, self.scratch = peers_folder, scratch
        self.environment = {"FONTCONFIG_FILE": str(fontconfig)}
        self.found, self.starts, self.missing, self.versions = [], [], [], []
        self._node_peers()
        self._weasyprint()
        self._libreoffice()
        self._openpyxl()

    def _add(self, name, version, makes, command, output, environment, start):
        self.found.append(Contender(name, makes, command, self.scratch / output, environment))
        self.starts.append(Contender(name, "", start, environment=environment))
        self.versions.append(f"{name} {version}")

    def _node_peers(self):
        node = first_line(["node", "--version"])
        for name, package, makes, script, source, output in (
                ("Typst", TYPST, "pdf", "write_typst.js", "main.typ", "typst.pdf"),
                ("exceljs", "exceljs", "xlsx", "write_exceljs.js", "sheets.json", "exceljs.xlsx")):
            version = package_version(self.folder, package)
            if node is None or version is None:
                self.missing.append(f"{name}：没有 node 或 npm 包 {package}（install.sh）")
                continue
            label = f"{version}（node {node.lstrip('v')}）"
            if name == "Typst":
                label = f"0.14.2（npm {package} {version}，node {node.lstrip('v')}）"
            self._add(name, label, makes,
                      ["node", HERE / script, self.folder, self.scratch / source, self.scratch / output], output, self.environment,
                      ["node", "-e", f"require('{self.folder}/node_modules/{package}')"])

    def _weasyprint(self):
        version = first_line(["weasyprint", "--version"]) if shutil.which("weasyprint") else None
        if version is None:
            self.missing.append("WeasyPrint：没有 weasyprint 命令（Debian 软件包 weasyprint）")
            return
        self._add("WeasyPrint", version.split()[-1], "pdf",
                  ["weasyprint", self.scratch / "main.html", self.scratch / "weasy.pdf"], "weasy.pdf", self.environment,
                  [PYTHON, "-c", "import weasyprint"])

    def _libreoffice(self):
        writer = Path(os.path.realpath(shutil.which("soffice") or "/")).parent / "libswlo.so"
        if not writer.exists():
            self.missing.append("LibreOffice：没有 soffice 或没有文字处理（Debian 软件包 libreoffice-writer-nogui）")
            return
        office = ["soffice", "--headless", f"-env:UserInstallation=file://{self.scratch}/profile"]
        self._add("LibreOffice", first_line(["soffice", "--version"]).split()[1], "pdf",
                  [*office, "--convert-to", TAGGED_PDF, "--outdir", self.scratch / "office", self.scratch / "main.fodt"],
                  Path("office") / "main.pdf", self.environment, [*office, "--terminate_after_init"])

    def _openpyxl(self):
        version = first_line([PYTHON, "-c", "import openpyxl; print(openpyxl.__version__)"])
        if version is None:
            self.missing.append("openpyxl：没有安装（Debian 软件包 python3-openpyxl）")
            return
        self._add("openpyxl", version, "xlsx",
                  [PYTHON, HERE / "write_openpyxl.py", self.scratch / "sheets.json", self.scratch / "openpyxl.xlsx"],
                  "openpyxl.xlsx", {}, [PYTHON, "-c", "import openpyxl"])
