"""No amount and no percentage is typed in the text of a template pack; figures come from facts alone."""
import re

from support.program import arguments
from support.report import Report

FIGURE = re.compile(r"[\d一二三四五六七八九十百千]+(?:\.\d+)?\s*(?:万元|亿元|元|%|％|个百分点)")
# The standard's own terms: a class of assets, and the three grades of a qualitative score.
# A fact's own name and an expression's default for what is missing are no text either.
TERMS = re.compile(r"单[价位](?:价值)?\s*100\s*万元(?:（含）)?以上|分别在分值的.*之间确定得分|国有资产\.百万元以上设备|缺省\([^()]*\)")
VALUE = re.compile(r"\{[^{}]*\}")
LITERAL = re.compile(r"['“]([^'”]*)['”]")


def literal_text(line):
    """A template line without the values it puts in, the standard's terms and comments."""
    if line.lstrip().startswith(("#注", "@注", "@如果", "@否则如果", "@每个")):
        return ""
    # A text literal inside a value is typed text too.
    return TERMS.sub("", VALUE.sub(lambda value: " ".join(LITERAL.findall(value[0])), line))


def yaml_text(line):
    """The same for a line of a table or form: comments and parameters (widths, thresholds) are no text."""
    return literal_text(re.sub(r"(^|\s)#.*", "", line)) if "幅度:" not in line else ""


def main():
    options = arguments(__doc__)
    report = Report()
    for path in sorted((options.source / "templates").rglob("*")):
        if path.suffix not in (".txt", ".yaml") or path.name in ("glossary.yaml", "facts.yaml", "rules.yaml"):
            continue
        clean = literal_text if path.suffix == ".txt" else yaml_text
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            found = FIGURE.search(clean(line))
            where = f"{path.relative_to(options.source)}:{number}"
            report.check(not found, f"{where}: {found and found[0]} is typed by hand")
    report.finish()


if __name__ == "__main__":
    main()
