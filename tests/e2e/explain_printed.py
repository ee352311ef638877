"""Any amount a reader sees on a page can be asked for: its figure, and the lines of the ledger behind it."""
import re

from support.pdf import pages_text, squeeze
from support.program import arguments, outputs, run
from support.report import Report

FRAGMENT = re.compile(r"(?<=[，。；])[^，。；：（）]*?\d[\d,.]*万元")
PAGE = re.compile(r"—(\d+)—")
LEAF = re.compile(r"(\S+\.yaml):(\d+)(?::\d+)?")
HEADING = re.compile(r"[一二三四五六七八九十]+、|\d+\.")
ASKED = 6  # a sample


def fragments(pdf):
    """(page number, words that end with an amount) as another program reads them, spread over the file."""
    found = []
    for text in map(squeeze, pages_text(pdf)):
        label = PAGE.findall(text)
        if label:
            found += [(label[-1], words) for words in FRAGMENT.findall(PAGE.sub("", text))
                      if len(words) > 8 and not HEADING.match(words)]
    return found[::max(1, len(found) // ASKED)][:ASKED]


def check_fragment(report, options, output, page, words):
    where = f"{output.name} 第{page}页 “{words}”"
    result = run([options.program, "explain", output.unit_folder, f"第{page}页 “{words}”"], check=False)
    if result.returncode == 2 and "来历不同" in result.stderr:
        report.check(result.stderr.count("第") > 1, f"{where}: no candidates")
        return False
    if not report.equal(result.returncode, 0, f"{where}: {result.stderr[:300]}"):
        return False
    amount = re.findall(r"\d[\d,.]*(?=万元)", words)[-1]
    report.check(any(amount in quoted for quoted in re.findall(r"“([^”]*)”", result.stdout)), f"{where}: not explained")
    leaves = LEAF.findall(result.stdout)
    nothing = not re.search("[1-9]", amount)   # nobody writes down that there is nothing
    report.check((leaves or nothing) and all(0 < int(line) for _, line in leaves), f"{where}: no line of the ledger")
    report.check(f"第{page}页" in result.stdout.splitlines()[0], f"{where}: found on another page")
    return True


def check_refusals(report, options, output):
    """What is not printed, or printed elsewhere, is said so."""
    for question, said in (("第1页 “没有这句话”", "第1页没有"), ("“没有这句话”", "印出的文件里没有"),
                           ("没有这个事实名", "事实名里也没有它"), ("公开05表!A1", "没有“公开05表!A1”这一格")):
        result = run([options.program, "explain", output.unit_folder, question], check=False)
        report.equal(result.returncode, 2, f"{question}: exit status")
        report.check(said in result.stderr, f"{question}: {result.stderr}")


def main():
    options = arguments(__doc__)
    report = Report()
    for output in outputs(options):
        asked = fragments(output.pdf)
        report.check(len(asked) >= ASKED - 1, f"{output.name}: only {len(asked)} amounts found in the prose")
        explained = [check_fragment(report, options, output, page, words) for page, words in asked]
        report.check(sum(explained) * 2 > len(asked), f"{output.name}: most are ambiguous")
    check_refusals(report, options, outputs(options)[0])
    report.finish()


if __name__ == "__main__":
    main()
