"""Scores of self-evaluation forms (data dictionary 3.17); ratios are exact, each score is rounded once."""
from fractions import Fraction

from oracle.ledger import FUNDS, ZERO
from oracle.projects import project_quantity


def rounded(value):
    """A score to two decimals, half up."""
    return Fraction(int(value * 100 + Fraction(1, 2)), 100)


def actual_text(row, business):
    """The 实际 of an indicator: written, or taken from 业务数据 by 引用."""
    if "引用" not in row:
        return row.get("实际", "")
    entry = business[row["引用"]]
    return entry["值"] if isinstance(entry, dict) else entry


def completion(row, business):
    """How far an indicator was reached, from 0 to 1, not rounded."""
    actual, target = actual_text(row, business), row["目标"]
    kind = row.get("性质") or {"定性": "定性", "小于等于": "反向", "小于": "反向", "≤": "反向", "<": "反向"}.get(row["方向"], "正向")
    if kind == "定性":
        done = row.get("完成程度")
        return Fraction(1) if done is None else Fraction(done.rstrip("%")) / 100
    actual, target = Fraction(actual), Fraction(target)
    if kind == "正向":
        return min(Fraction(1), actual / target) if target else Fraction(1)
    if target == 0:
        return Fraction(1 if actual == 0 else 0)
    return min(Fraction(1), target / actual) if actual else Fraction(1)


def indicator_rows(goals):
    """All rows of a list of goals, 组 rows gathered with the row that carries their points."""
    rows = [row for goal in goals for row in goal.get("指标", [])]
    groups = []
    for row in rows:
        if row.get("组") and groups and groups[-1][0].get("组") == row["组"]:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def scores(goals, business):
    """The score of every indicator (one for a 组), in order."""
    result = []
    for group in indicator_rows(goals):
        first = group[0]
        if "得分" in first:
            result.append(Fraction(first["得分"]))
        elif "分值" in first:
            average = sum((completion(row, business) for row in group), Fraction(0)) / len(group)
            result.append(rounded(Fraction(first["分值"]) * average))
    return result


class Evaluation:
    """One self-evaluation: its budget, execution, scores and total; `points` are those of the rate of execution."""

    def __init__(self, quantity, goals, given_total, business, points):
        self.name, self.quantity, self.goals = quantity.name, quantity, goals
        self.rate = quantity.completion("full")
        self.execution = None if self.rate is None else rounded(points * min(Fraction(1), self.rate))
        self.scores = scores(goals, business)
        if self.scores and self.execution is not None:
            self.total = self.execution + sum(self.scores)
        else:
            self.total = Fraction(given_total) if given_total else None
        self.stated = Fraction(given_total) if given_total else None


def goals_of(block):
    """绩效目标, or the short form 年度目标 with 指标."""
    return block.get("绩效目标") or ([block] if "指标" in block else [])


def project_evaluations(ledger, points):
    """The evaluation of every project."""
    business = ledger.block("业务数据")
    return [Evaluation(project_quantity(ledger, project), goals_of(project), project.get("自评得分"), business,
                       points)
            for project in ledger.projects]


def overall_evaluation(ledger, quantities, points):
    """整体绩效, or None. Without 预算数 the items' 全年预算 add up to it."""
    block = ledger.block("整体绩效")
    if not block or "未开展原因" in block:
        return None
    quantity = quantities.total("本年支出合计")
    quantity.full = ledger.known("整体绩效", "预算数")
    if quantity.full is None:
        parts = [quantities.budget(fund, "", "全年预算") for fund in FUNDS if quantities.figures.spent((fund,))]
        quantity.full = sum(parts, ZERO) if all(part is not None for part in parts) else None
    return Evaluation(quantity, goals_of(block), block.get("自评得分"), ledger.block("业务数据"), points)
