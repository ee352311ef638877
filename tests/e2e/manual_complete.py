"""docs/模板参考.md names everything a pack may say: every key the loaders read, every directive, format and function,
every code a pack can cause, every construct the invented pack uses, and the keys of base's tables."""
import re

import yaml

from support.program import arguments, run
from support.report import Report

# Where the keys of pack files are read; input and the ledger's own keys have their dictionary.
READERS = ("src/pack/*.cc", "src/facts/facts_file*.cc", "src/check/rule_set.cc", "src/audit/selfcheck_load.cc")
TAKEN = re.compile(r'(?:fields|keys|known|point|cover|panel)\.(?:take|take_map|take_list|require|text|texts|flag|integer|'
                   r'measure|text_template|text_templates|expression)\(\s*"([^"]+)"')
CHOSEN = re.compile(r'read_choice<[^>]+>\(\s*fields,\s*"([^"]+)",\s*\{(.*?)\}\s*,', re.S)
COMPARED = re.compile(r'(?:part\.key|entry\.key|key|name) == "([^"]+)"')
FOUND = re.compile(r'(?:find|text|optional)\((?:\w+(?:\.value)?, )?"([^"]+)"')
# Words of these maps are the author's own names.
NAMES_UNDER = {"变量", "事实", "列表", "字段", "字段组", "词条", "科目", "规则", "改列", "改行", "跨", "沿用"}


def loader_keys(source):
    keys = set()
    for pattern in READERS:
        for path in source.glob(pattern):
            text = path.read_text(encoding="utf-8")
            for expression in (TAKEN, COMPARED, FOUND):
                keys |= set(expression.findall(text))
            for key, choices in CHOSEN.findall(text):
                keys |= {key, *re.findall(r'"([^"]+)"', choices)}
    return {key for key in keys if re.search("[\u4e00-\u9fff]", key) and " " not in key}


def columns_of(node, found):
    """Every 键 of a column or row: these are names when they stand in a row."""
    if isinstance(node, dict):
        found |= {str(node["键"])} if "键" in node else set()
        for value in node.values():
            columns_of(value, found)
    elif isinstance(node, list):
        for value in node:
            columns_of(value, found)
    return found


def used_keys(node, names, own, found):
    if isinstance(node, dict):
        for key, value in node.items():
            key = str(key)
            if not own and key not in names:
                found.add(key)
            used_keys(value, names, key in NAMES_UNDER and isinstance(value, dict), found)
    elif isinstance(node, list):
        for value in node:
            used_keys(value, names, False, found)
    return found


def pack_words(source):
    """Keys and directives in the files of the invented pack."""
    names = set()
    trees = {}
    base = list((source / "templates/base/tables").glob("*.yaml"))
    own = sorted((source / "tests/packs/binhai").rglob("*.yaml"))
    for path in base + own:
        tree = yaml.safe_load(path.read_text(encoding="utf-8"))
        columns_of(tree, names)
        trees[path] = tree
    words = set()
    for path in own:
        used_keys(trees[path], names, path.name == "charts.yaml", words)
    text = (source / "tests/packs/binhai/disclosure.txt").read_text(encoding="utf-8")
    return words, {"@" + word for word in re.findall(r"(?m)^@(\S+)", text)}


def main():
    options = arguments(__doc__)
    report = Report()
    docs = options.source / "docs"
    reference = (docs / "模板参考.md").read_text(encoding="utf-8")
    quoted = " ".join(re.findall(r"`([^`]+)`", reference))

    def named(word, what):
        report.check(re.search(rf"(?<![\u4e00-\u9fff]){re.escape(word)}(?![\u4e00-\u9fff])", quoted),
                     f"{what} “{word}” is not in docs/模板参考.md")

    keys = loader_keys(options.source)
    report.check(len(keys) > 120, f"only {len(keys)} keys found in the loaders")
    for key in sorted(keys):
        named(key, "the key")
    parser = (options.source / "src/pack/prose_parser.cc").read_text(encoding="utf-8")
    directives = set(re.findall(r'\{"([^"]+)", &ProseParser', parser)) | set(re.findall(r'\{"([^"]+)", EditKind', parser))
    report.check(len(directives) > 15, f"only {len(directives)} directives found in the parser")
    for word in sorted(directives | {"否则", "否则如果", "完", "注", "移", "片段"}):
        report.check(f"`@{word}" in reference or f" @{word}" in quoted, f"the directive @{word} is not in the reference")
    formats = re.search(r"kFormats = \{(.*?)\}", (options.source / "src/pack/text_template.cc").read_text("utf-8"))[1]
    for word in re.findall(r'"([^"]+)"', formats):
        report.check(f"| `{word}` |" in reference, f"the format {word} is not in the reference")
    tests = (options.source / "src/audit/selfcheck_tests.cc").read_text(encoding="utf-8")
    for word in re.findall(r'NamedTest\{"([^"]+)"', tests):
        named(word, "the self-check test")
    facts = run([options.program, "pack", "facts", "base"]).stdout
    functions = facts[facts.index("## 函数"):facts.index("## 事实")]
    for row in re.findall(r"(?m)^\| `.*$", functions):
        report.check(row in reference, f"the function's row is not in the reference: {row}")
    for code in re.findall(r"(?m)^\| (?:<[^>]*>)?`?([EWN]05\d\d|E060\d|W057\d)", run([options.program, "codes"]).stdout):
        if code == "E0566":  # the unit's own mistake, not the pack's
            continue
        report.check(code in reference, f"{code} is not among the messages of the reference")

    trials = yaml.safe_load((options.source / "data/trial/trials.yaml").read_text(encoding="utf-8"))["试账"]
    for trial in trials:
        report.check(trial["名"] in reference[reference.index("试账在"):], f"the trial ledger {trial['名']} is not named")

    words, used_directives = pack_words(options.source)
    report.check(len(words) > 40, f"only {len(words)} keys in the invented pack")
    for word in sorted(words):
        named(word, "the invented pack's key")
    for word in sorted(used_directives):
        report.check(word in reference, f"the invented pack's {word} is not in the reference")
    table_keys = reference[reference.index("### 3.5"):reference.index("## 4 ")]
    listed = set(" ".join(re.findall(r"`([^`]+)`", table_keys)).split())
    for path in sorted((options.source / "templates/base/tables").glob("公开*.yaml")):
        for key in sorted(columns_of(yaml.safe_load(path.read_text(encoding="utf-8")), set())):
            report.check(key.isdigit() or key in listed, f"{path.name}: the key {key} is not in 3.5 of the reference")
    manual = (docs / "模板编写.md").read_text(encoding="utf-8")
    for text, name in ((manual, "模板编写"), (reference, "模板参考")):
        for link in re.findall(r"\]\(([^)#]+)\)", text):
            report.check((docs / link).exists(), f"docs/{name}.md links to {link}, which is not there")
    report.finish()


if __name__ == "__main__":
    main()
