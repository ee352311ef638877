"""Every code that src/ uses is listed, every listed code is used, in the manual, and has a sample or a reason for having none."""
import re

from support.program import arguments, run
from support.report import Report

CODE = re.compile(r"\"([EWN]\d{4})\"")


def listed_codes(source):
    """Codes of base/codes.h."""
    return CODE.findall((source / "src/base/codes.h").read_text(encoding="utf-8"))


def used_codes(source):
    """Codes that stand in quotes anywhere else in src/, comments apart."""
    used = set()
    for path in sorted([*(source / "src").rglob("*.cc"), *(source / "src").rglob("*.h")]):
        if path.name != "codes.h":
            used |= set(CODE.findall(re.sub(r"//.*", "", path.read_text(encoding="utf-8"))))
    return used


def rule_codes(source):
    """Codes of every pack's rules."""
    codes = set()
    for path in sorted((source / "templates").glob("*/rules.yaml")):
        codes |= set(re.findall(r"^  ([EWN]\d{4}):", path.read_text(encoding="utf-8"), re.M))
    return codes


def sampled_codes(source):
    """Codes that some sample of tests/errors expects; the tests that run the samples hold them to it."""
    codes = set()
    for path in sorted((source / "tests/errors").rglob("*.*")):
        if path.suffix in (".yaml", ".txt"):
            codes |= set(re.findall(r"^# 期望: .*?([EWN]\d{4})$", path.read_text(encoding="utf-8"), re.M))
    return codes


def excused_codes(source):
    """tests/errors/without-sample.md: codes that no sample can show -> the reason, with the test that holds them."""
    text = (source / "tests/errors/without-sample.md").read_text(encoding="utf-8")
    return {code: (reason, test) for code, reason, test in
            re.findall(r"^\| ([EWN]\d{4}) \| (.+?) \| (.*?) \|$", text, re.M)}


def check_excuses(report, source, excused):
    """The named test exists and speaks of the code; no test at all needs “—”."""
    for code, (reason, test) in excused.items():
        if test == "—":
            continue
        path = source / test
        report.check(path.exists() and code in path.read_text(encoding="utf-8"), f"{code}: {test} does not hold it")


def main():
    options = arguments(__doc__)
    report = Report()
    manual = run([options.program, "codes"]).stdout
    listed = listed_codes(options.source)
    report.check(listed == sorted(set(listed)), "codes.h is not sorted, or has a code twice")
    rules, used = rule_codes(options.source), used_codes(options.source)
    for code in sorted(used - set(listed) - rules):
        report.check(False, f"{code} is used in src/ and not listed")
    for code in sorted(set(listed) - used):
        report.check(False, f"{code} is listed and nothing reports it")
    for code in sorted(set(listed) & rules):
        report.check(False, f"{code} is both built in and a rule")
    known = set(listed) | rules
    for code in sorted(known):
        report.check(f"| {code} |" in manual, f"{code} is not in the manual")
    sampled, excused = sampled_codes(options.source), excused_codes(options.source)
    for code in sorted(known - sampled - set(excused)):
        report.check(False, f"{code} has neither a sample nor a reason why not")
    for code in sorted(set(excused) & sampled):
        report.check(False, f"{code} has a sample: take it off the list of those without")
    # A 尾差 is reported under the number of its rule, as a note or a warning.
    tails = {letter + code[1:] for code in rules for letter in "WN"}
    for code in sorted((set(excused) | sampled) - known - tails):
        report.check(False, f"{code} is in a sample or a reason, and no code")
    check_excuses(report, options.source, excused)
    report.check(len(known) > 200, f"only {len(known)} codes")
    report.finish()


if __name__ == "__main__":
    main()
