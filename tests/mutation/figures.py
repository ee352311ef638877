"""The authored amounts of a year file, line by line, and ways to mistype one."""
import re
from dataclasses import dataclass
from decimal import Decimal

# An amount stands behind a key; 7-, 5- and 3-digit keys are subjects.
AMOUNT = re.compile(r"(?P<key>[\w（）、]+): (?P<amount>-?\d+(?:\.\d+)?)(?=[,}\s]|$)")
COUNTS = {"年度", "保有量", "批次", "人次", "陪同人次", "百万元以上设备", "应急保障用车", "目标", "实际", "分值", "得分", "值",
          "自评得分", "评价单位数", "发现", "已整改", "团组数", "购置数"}
BLOCKS = ("收入", "支出", "结转结余", "经济分类", "三公经费", "政府采购", "项目绩效", "核对", "年初预算", "上年", "机关运行经费",
          "公用经费", "整体绩效")


@dataclass(frozen=True)
class Figure:
    """One amount in the text."""
    line: int
    start: int
    end: int
    key: str
    amount: str
    block: str


def figures(text):
    """Every authored amount of the blocks that hold amounts."""
    found, block = [], ""
    offset = 0
    for number, line in enumerate(text.split("\n"), 1):
        top = re.match(r"([\w]+):", line)
        if top:
            block = top.group(1)
        if block in BLOCKS and not line.lstrip().startswith("#"):
            for match in AMOUNT.finditer(line):
                if match["key"] not in COUNTS:
                    found.append(Figure(number, offset + match.start("amount"), offset + match.end("amount"),
                                        match["key"], match["amount"], block))
        offset += len(line) + 1
    return found


def swapped(amount):
    """The first two neighbouring digits that differ, exchanged; None when there are none."""
    for i in range(len(amount) - 1):
        a, b = amount[i], amount[i + 1]
        if a.isdigit() and b.isdigit() and a != b and not (i == 0 and b == "0"):
            return amount[:i] + b + a + amount[i + 2:]
    return None


def neighbour(code, used, known):
    """The nearest known subject of the same parent that the block does not use; of two as near, the lower code."""
    same = sorted((c for c in known if len(c) == len(code) and c[:-2] == code[:-2] and c not in used),
                  key=lambda c: (abs(int(c) - int(code)), c))
    return same[0] if same else None


def mutations(figure, text, used, known):
    """(family, new text) for each way to mistype one amount."""
    value = Decimal(figure.amount)
    put = lambda new: text[:figure.start] + str(new) + text[figure.end:]
    yield "加一分", put(value + Decimal("0.01"))
    yield "减一分", put(value - Decimal("0.01"))
    yield "加一元", put(value + 1)
    yield "减一元", put(value - 1)
    yield "多一个零", put(value * 10)
    if swapped(figure.amount):
        yield "两位颠倒", put(swapped(figure.amount))
    if value:
        yield "正负号", put(-value)
        yield "删去", put(0)
        yield "重复计入", put(value * 2)
    if figure.key.isdigit():
        other = neighbour(figure.key, used, known)
        key_at = text.rindex(figure.key, 0, figure.start)
        if other and ":" not in text[key_at + len(figure.key) + 1:figure.start].strip(": "):
            yield "错到邻近科目", text[:key_at] + other + text[key_at + len(figure.key):]
