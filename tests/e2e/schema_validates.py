"""docs/schema holds what editors check against: every sample passes, and the usual slips do not."""
import copy
import json

import yaml
from jsonschema import Draft7Validator

from support.program import arguments
from support.report import Report

HEADER = "# yaml-language-server: $schema=../../docs/schema/{}.json"


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: a date is a text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, expression) for tag, expression in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def as_json(value):
    """Keys become texts, as in JSON."""
    if isinstance(value, dict):
        return {str(key): as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return value


def read(path):
    return as_json(yaml.load(path.read_text(encoding="utf-8"), EditorLoader))


def schema_name(path):
    return "unit" if path.name == "unit.yaml" else "year"


def misspelt_key(year):
    year["收人"] = year.pop("收入")


def amount_as_text(year):
    year["收入"]["一般公共预算"] = {"2080505": "五万"}


def misspelt_choice(year):
    year["金额单位"] = "亿元"


def unknown_code(year):
    year["收入"]["一般公共预算"]["2089998"] = 1


def code_of_a_parent(year):
    year["收入"]["一般公共预算"]["20805"] = 1


def derived_total(year):
    year["收入"]["合计"] = 1


def negative_count(year):
    year["三公经费"]["公务接待费"] = {"决算": 1, "国内": {"批次": -1, "人次": 3}}


SLIPS = (misspelt_key, amount_as_text, misspelt_choice, unknown_code, code_of_a_parent, derived_total, negative_count)


def main():
    options = arguments(__doc__)
    report = Report()
    validators = {}
    for name in ("unit", "year"):
        schema = json.loads((options.source / "docs/schema" / f"{name}.json").read_text(encoding="utf-8"))
        Draft7Validator.check_schema(schema)
        validators[name] = Draft7Validator(schema)

    samples = sorted((options.source / "data").glob("*/*.yaml"))
    samples = [path for path in samples if path.parent.name != "trial"]
    report.check(len(samples) > 8, "the samples are not where they were")
    for path in samples:
        name = schema_name(path)
        problems = sorted(validators[name].iter_errors(read(path)), key=lambda error: list(map(str, error.path)))
        shown = "; ".join(f"{'.'.join(map(str, p.path))}: {p.message[:200]}" for p in problems[:3])
        report.check(not problems, f"{path.parent.name}/{path.name} does not validate: {shown}")
        first_line = path.read_text(encoding="utf-8").splitlines()[0]
        report.equal(first_line, HEADER.format(name), f"{path.parent.name}/{path.name}, the editor's line")

    sound = read(options.source / "data/jianghan/2024.yaml")
    for slip in SLIPS:
        year = copy.deepcopy(sound)
        slip(year)
        report.check(not validators["year"].is_valid(year), f"the schema lets a {slip.__name__.replace('_', ' ')} pass")
    declared = copy.deepcopy(sound)
    unknown_code(declared)
    declared["自定义科目"] = {"2089998": "本地新科目"}
    report.check(validators["year"].is_valid(declared), "a declared subject is refused")
    report.finish()


if __name__ == "__main__":
    main()
