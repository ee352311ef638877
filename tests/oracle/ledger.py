"""Reads a unit's YAML for the oracle. Scalars stay text; amounts become Decimal 元."""
from decimal import Decimal

import yaml

FISCAL = ("一般公共预算", "政府性基金", "国有资本经营预算")
OTHER_SOURCES = ("上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")
SOURCES = FISCAL + OTHER_SOURCES
FUNDS = FISCAL + ("非财政拨款",)
COLUMNS = ("基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出")
BALANCE_KEYS = ("年初", "年末", "使用非财政拨款结余", "结余分配")
ZERO = Decimal(0)


def load_yaml(path):
    """The file with every scalar as the text that stands in it (no octal, no float, no yes/no)."""
    with open(path, encoding="utf-8") as stream:
        return yaml.load(stream, Loader=yaml.BaseLoader) or {}


def texts_of(node):
    """Every authored text below a node: values, and keys too (names of things are keys)."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield key
            yield from texts_of(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts_of(value)
    elif node:
        yield node


class Ledger:
    """One year of one unit: the authored books."""

    def __init__(self, folder, year):
        self.folder = folder
        self.year = year
        self.data = load_yaml(folder / f"{year}.yaml")
        self.unit = {**load_yaml(folder / "unit.yaml"), **self.data.get("单位", {})}
        self.projects = self._projects()
        self.in_yuan = self.data["金额单位"] == "元"
        self.factor = Decimal(1) if self.in_yuan else Decimal(10000)
        self.income = {source: {code: self.item(entry) for code, entry in self.block("收入", source).items()}
                       for source in SOURCES}
        self.expenditure = {fund: self._expenditure(fund) for fund in FUNDS}
        self.balances = {fund: self._balances(fund) for fund in FUNDS}
        self.economic = {kind: self._economic(self.block("经济分类", kind)) for kind in ("基本支出", "项目支出")}

    def _projects(self):
        """项目绩效, each project with what 项目自评 adds to it."""
        details = {entry["项目"]: entry for entry in self.data.get("项目自评", [])}
        return [{**project, **details.get(project["项目"], {})} for project in self.data.get("项目绩效", [])]

    def block(self, *path):
        """The mapping at a path of keys; {} when it is not written."""
        node = self.data
        for key in path:
            node = node.get(key, {}) if isinstance(node, dict) else {}
        return node if isinstance(node, dict) else {}

    def amount(self, text):
        """An authored amount in 元."""
        return Decimal(text) * self.factor

    def item(self, entry):
        """A 金额项: an amount, or a mapping that holds one under 金额."""
        return self.amount(entry["金额"] if isinstance(entry, dict) else entry)

    def known(self, *path):
        """The amount at a path, or None when it is not written."""
        node = self.data
        for key in path:
            if not isinstance(node, dict) or key not in node:
                return None
            node = node[key]
        if isinstance(node, dict) and "金额" not in node:
            return None
        return self.item(node)

    def _expenditure(self, fund):
        book = {}
        for code, row in self.block("支出", fund).items():
            if len(code) == 7:
                book[code] = {column: self.amount(row[column]) for column in COLUMNS if column in row}
        return book

    def _balances(self, fund):
        block = self.block("结转结余", fund)
        if not block:
            return {}
        by_code = all(isinstance(value, dict) for value in block.values())
        return {code: {key: self.amount(row.get(key, "0")) for key in BALANCE_KEYS}
                for code, row in (block if by_code else {"": block}).items()}

    def _economic(self, block):
        return {code: self.item(entry) for code, entry in block.items()
                if len(code) == 5 and (not isinstance(entry, dict) or "金额" in entry)}

    def prior(self):
        """Last year's ledger of the same folder, or None."""
        return Ledger(self.folder, self.year - 1) if (self.folder / f"{self.year - 1}.yaml").exists() else None

    def authored_texts(self):
        """Every text a person wrote for this disclosure, long texts kept in files of their own included."""
        found = [*texts_of(self.data), *texts_of(self.unit)]
        for path in sorted(self.folder.rglob("*.txt")):
            found.append(path.read_text(encoding="utf-8"))
        return found
