"""tests/errors/rules: each year file says in its first lines what `gongkai check` must report, and nothing else may be.

  # 期望: 行:列 代码     a diagnostic, in the order of the program; "文件:行:列" for another file, "-" for none or the pack's
  # 单位: 键: 值         a line of unit.yaml that differs from the plain one
  # 年度文件: 2019       when it does not stand for 2024.yaml
A file of the same name ending in .prior is last year's ledger.
"""
import functools
import json
import re

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


def check_sample(report, options, folder, sample):
    """One sample, as JSON against its header and as text against the JSON."""
    text = sample.read_text(encoding="utf-8")
    year_file = write_unit(folder, sample, text)
    result = run([options.program, "check", "--format", "json", year_file], check=False)
    found = json.loads(result.stdout)
    report.equal([brief(d, year_file) for d in found], header(text, "期望"), sample.stem)
    errors = any(d["severity"] == "error" for d in found)
    report.equal(result.returncode, 1 if errors else 0, f"{sample.stem}: exit status")
    strict = run([options.program, "check", "--strict", year_file], check=False)
    unclean = any(d["severity"] != "note" for d in found)
    report.equal(strict.returncode, 1 if unclean else 0, f"{sample.stem}: exit status with --strict")
    printed = re.findall(r"(?:错误|提醒|说明) ([EWN]\d{4}) ", strict.stdout)
    report.equal(sorted(printed), sorted(d["code"] for d in found), f"{sample.stem}: codes in the text")
    for group in {d["group"] for d in found if d["group"]}:
        report.check(f"【{group}】" in strict.stdout, f"{sample.stem}: no heading for {group}")
    report.check(all(d["message"] and len(d["notes"]) <= 6 for d in found), f"{sample.stem}: too many lines to read")
    for name in rule_variables(options.source):
        report.check(not any(f"{{{name}}}" in d["message"] + d["hint"] for d in found), f"{sample.stem}: {name} unfilled")


def main():
    options = arguments(__doc__)
    report = Report()
    samples = sorted((options.source / "tests/errors/rules").glob("*.yaml"))
    report.check(len(samples) >= 80, f"only {len(samples)} samples")
    for sample in samples:
        check_sample(report, options, fresh_folder(options.scratch / sample.stem), sample)
    report.finish()


if __name__ == "__main__":
    main()
