"""The PDF is sound: qpdf finds nothing, every font is embedded, subset and has a ToUnicode map."""
import re

from support.program import check_outputs, run

FONT_LINE = re.compile(r"^(?P<name>\S+)\s+.*\s(?P<emb>yes|no)\s+(?P<sub>yes|no)\s+(?P<uni>yes|no)\s+\d+\s+\d+$")


def check_output(report, output):
    """qpdf and pdffonts on one PDF."""
    syntax = run(["qpdf", "--check", output.pdf], check=False)
    report.check(syntax.returncode == 0, f"{output.name}: qpdf --check: {syntax.stdout}{syntax.stderr}")
    fonts = run(["pdffonts", output.pdf])
    report.equal(fonts.stderr, "", f"{output.name}: pdffonts complains")
    lines = fonts.stdout.splitlines()[2:]
    report.check(lines, f"{output.name}: no fonts")
    for line in lines:
        match = FONT_LINE.match(line)
        if not report.check(match, f"{output.name}: pdffonts line not understood: {line}"):
            continue
        report.check(re.match(r"[A-Z]{6}\+", match["name"]), f"{output.name}: {match['name']} has no subset tag")
        for column in ("emb", "sub", "uni"):
            report.check(match[column] == "yes", f"{output.name}: {match['name']}: {column} is no")
    info = run(["pdfinfo", output.pdf]).stdout
    sizes = set(re.findall(r"Page size:\s+([\d.]+ x [\d.]+)", info))
    report.check(sizes <= {"595.276 x 841.89", "841.89 x 595.276"}, f"{output.name}: first page is {sizes}, not A4")


if __name__ == "__main__":
    check_outputs(__doc__, check_output)
