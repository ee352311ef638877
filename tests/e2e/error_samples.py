"""tests/errors/rules: each year file says in its first lines what `gongkai check` must report, and nothing else may be.

  # 期望: 行:列 代码     a diagnostic, in the order of the program; "文件:行:列" for another file, "-" for none or the pack's
  # 单位: 键: 值         a line of unit.yaml that differs from the plain one
  # 年度文件: 2019       when it does not stand for 2024.yaml
A file of the same name ending in .prior is last year's ledger.
"""
import functools
import json
import re
from pathlib import Path

from support.program import arguments, fresh_folder, run
from support.report import Report

UNIT = {"名称": "示范市测试中心", "类型": "单位", "性质": "公益一类事业单位", "主管部门": "示范市测试局", "财政级次": "市级",
        "模板": "hubei", "主要职责": "承担测试工作"}


def header(text, word):
    """What stands behind every "# word: "."""
    return [line.split(": ", 1)[1].strip() for line in text.splitlines() if line.startswith(f"# {word}: ")]


def write_unit(folder, sample, text):
    """The unit folder of one sample; returns its year file."""
    unit = dict(UNIT)
    for line in header(text, "单位"):
        key, value = line.split(": ", 1)
        unit[key] = value
    (folder / "unit.yaml").write_text("".join(f"{k}: {v}\n" for k, v in unit.items()), encoding="utf-8")
    year = int((header(text, "年度文件") or ["2024"])[0])
    (folder / f"{year}.yaml").write_text(text, encoding="utf-8")
    prior = sample.with_suffix(".prior")
    if prior.exists():
        (folder / f"{year - 1}.yaml").write_text(prior.read_text(encoding="utf-8"), encoding="utf-8")
    return folder / f"{year}.yaml"


def brief(found, year_file):
    """A diagnostic the way headers say it."""
    name = (found["file"] or "").rsplit("/", 1)[-1]
    if not found["file"] or "templates/" in found["file"]:
        return f"- {found['code']}"
    place = f"{found['line']}:{found['column']}"
    return f"{place if name == year_file.name else name + ':' + place} {found['code']}"


@functools.cache
def rule_variables(source):
    """The names that rules give to the element they look at: messages say the element, never the name."""
    rules = "".join(path.read_text(encoding="utf-8") for path in sorted(source.glob("templates/*/rules.yaml")))
    return sorted(set(re.findall(r"^    作: (\S+)$", rules, re.MULTILINE)))


def found_by_sample(options, folder, year_files, alone):
    """What is reported of each sample: all are one folder of units, checked in one run. A place in a pack does not say whose it is,
    so samples that expect one run `alone`; elsewhere the text, which has a part for each unit, would show it."""
    found = {stem: json.loads(run([options.program, "check", "--format", "json", year_files[stem]], check=False).stdout)
             for stem in alone}
    for d in json.loads(run([options.program, "check", "--format", "json", folder], check=False).stdout):
        if d["file"] and Path(d["file"]).is_relative_to(folder):
            stem = Path(d["file"]).relative_to(folder).parts[0]
            if stem not in alone:
                found.setdefault(stem, []).append(d)
    return found


def texts_by_sample(options, folder):
    """The same as people read it."""
    printed = run([options.program, "check", folder], check=False).stdout
    parts = re.split(r"^(\S+) \d{4}\n", printed, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2]))


def check_sample(report, options, sample, year_file, found, printed):
    """One sample: JSON against its header, the text against the JSON."""
    report.equal([brief(d, year_file) for d in found], header(sample.read_text(encoding="utf-8"), "期望"), sample.stem)
    codes = re.findall(r"(?:错误|提醒|说明) ([EWN]\d{4}) ", printed)
    report.equal(sorted(codes), sorted(d["code"] for d in found), f"{sample.stem}: codes in the text")
    for group in {d["group"] for d in found if d["group"]}:
        report.check(f"【{group}】" in printed, f"{sample.stem}: no heading for {group}")
    count = {severity: sum(d["severity"] == severity for d in found) for severity in ("error", "warning", "note")}
    total = f"共 {count['error']} 处错误，{count['warning']} 处提醒，{count['note']} 处说明"
    report.check(total in printed, f"{sample.stem}: not “{total}”")
    report.check(all(d["message"] and len(d["notes"]) <= 6 for d in found), f"{sample.stem}: too many lines to read")
    for name in rule_variables(options.source):
        report.check(not any(f"{{{name}}}" in d["message"] + d["hint"] for d in found), f"{sample.stem}: {name} unfilled")


def check_statuses(report, options, year_files):
    """Errors make a check fail, warnings only with --strict, notes never."""
    for stem, plain, strict in (("fund-does-not-balance", 1, 1), ("three-public-above-budget", 0, 1), ("rounding-tail", 0, 0)):
        for extra, wanted in (([], plain), (["--strict"], strict)):
            status = run([options.program, "check", *extra, year_files[stem]], check=False).returncode
            report.equal(status, wanted, f"{stem} {' '.join(extra)}: exit status")


def main():
    options = arguments(__doc__)
    report = Report()
    folder = fresh_folder(options.scratch)
    samples = sorted((options.source / "tests/errors/rules").glob("*.yaml"))
    report.check(len(samples) >= 80, f"only {len(samples)} samples")
    year_files = {}
    for sample in samples:
        (folder / sample.stem).mkdir()
        year_files[sample.stem] = write_unit(folder / sample.stem, sample, sample.read_text(encoding="utf-8"))
    alone = {s.stem for s in samples if any(e.startswith("-") for e in header(s.read_text(encoding="utf-8"), "期望"))}
    found, texts = found_by_sample(options, folder, year_files, alone), texts_by_sample(options, folder)
    for sample in samples:
        check_sample(report, options, sample, year_files[sample.stem], found.get(sample.stem, []), texts[sample.stem])
    check_statuses(report, options, year_files)
    report.finish()


if __name__ == "__main__":
    main()
