"""The quantities sentences speak of: a figure with its bases of comparison and the wholes it is a share of."""
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from oracle.figures import HOSPITALITY, Figures
from oracle.ledger import COLUMNS, FISCAL, FUNDS, ZERO


@dataclass
class Quantity:
    """All in 元; None is unknown, which is not zero."""
    name: str
    value: Decimal
    prior: Decimal | None = None
    budget: Decimal | None = None
    full: Decimal | None = None
    wholes: dict = field(default_factory=dict)

    def change(self, base):
        """The signed change against 'prior', 'budget' or 'full', or None."""
        against = getattr(self, base)
        return None if against is None else self.value - against

    def rate(self, base):
        """The change as a fraction of the base; None when the base is unknown or zero."""
        against = getattr(self, base)
        return None if not against else Fraction(self.value - against) / Fraction(against)

    def completion(self, base):
        """Value over base; None when the base is unknown or zero."""
        against = getattr(self, base)
        return None if not against else Fraction(self.value) / Fraction(against)

    def share(self, whole):
        """Value over a whole; None when the whole is zero."""
        return None if not whole else Fraction(self.value) / Fraction(whole)


class Quantities:
    """Makes quantities for one disclosure."""

    def __init__(self, ledger):
        self.ledger = ledger
        before = ledger.prior()
        self.figures = Figures(ledger)
        self.before = Figures(before) if before else None

    def total(self, name):
        """A named total, compared with last year's ledger or with what 上年 gives."""
        prior = self.before.named(name) if self.before else self.ledger.known("上年", name)
        budget = self.ledger.known("年初预算", name)
        only_fiscal = name == "收支总计" and not self.ledger.balances["非财政拨款"] and not self.figures.spent(FUNDS[3:])
        if budget is None and (name == "财政拨款收支总计" or only_fiscal):
            parts = [self.budget(fund) for fund in FISCAL if self.figures.spent((fund,))]
            budget = sum(parts, ZERO) if all(part is not None for part in parts) else None
        return Quantity(name, self.figures.named(name), prior, budget)

    def spent(self, fund, prefix=""):
        """Expenditure of one fund on a 类, 款, 项 or all, with its budgets."""
        prior = self.before.spent((fund,), prefix) if self.before else (
            self.ledger.known("上年", f"{fund}财政拨款支出" if fund == FISCAL[0] else f"{fund}预算财政拨款支出")
            if not prefix else None)
        return Quantity(f"{fund}.支出.{prefix}", self.figures.spent((fund,), prefix), prior,
                        self.budget(fund, prefix), self.budget(fund, prefix, "全年预算"))

    def budget(self, fund, prefix="", key="年初预算"):
        """The opening (or full) budget of a subject: the items when all say theirs, else the level that is written."""
        rows = {code: row for code, row in self.ledger.block("支出", fund).items()
                if len(code) == 7 and code.startswith(prefix)}
        if rows and all(key in row for row in rows.values()):
            return sum((self.ledger.amount(row[key]) for row in rows.values()), ZERO)
        if key != "年初预算":
            return None
        written = self.ledger.block("年初预算", fund)
        label = prefix or "合计"
        if label in written:
            return self.ledger.item(written[label])
        longer = {code[:n] for code in rows for n in (3, 5, 7) if n > len(prefix)}
        children = {code for code in longer if len(code) == min(map(len, longer))} if longer else set()
        parts = [self.budget(fund, child) for child in children if len(prefix) < 7]
        return sum(parts, ZERO) if parts and all(part is not None for part in parts) else None

    def hospitality(self, *parts):
        """One or several of the four parts of 三公经费 added up."""
        def added(ledger, key):
            figures = Figures(ledger)
            if key == "决算":
                return sum((figures.hospitality(part, "决算") for part in parts), ZERO)
            values = [ledger.known("三公经费", part, key) for part in parts if ledger.block("三公经费", part)]
            return sum(values, ZERO) if all(value is not None for value in values) else None
        if self.before:
            prior = added(self.before.ledger, "决算")
        else:
            known = self.ledger.block("上年").get("三公经费")
            prior = sum((self.ledger.known("上年", "三公经费", part) or ZERO for part in parts),
                        ZERO) if known is not None else None
        return Quantity("+".join(parts), added(self.ledger, "决算"), prior, added(self.ledger, "年初预算"),
                        added(self.ledger, "预算"))

    def all_hospitality(self):
        return self.hospitality(*HOSPITALITY)

    def running_costs(self):
        """机关运行经费."""
        prior = self.before.running_costs() if self.before else self.ledger.known("机关运行经费", "上年")
        return Quantity("机关运行经费", self.figures.running_costs(), prior,
                        self.ledger.known("机关运行经费", "年初预算"))

    def public_costs(self):
        """公用经费."""
        prior = self.before.public_costs() if self.before else self.ledger.known("公用经费", "上年")
        return Quantity("公用经费", self.figures.public_costs(), prior, self.ledger.known("公用经费", "年初预算"))

    def column(self, name):
        """A column of 公开03表 over all funds."""
        prior = self.before.named(name) if self.before else None
        return Quantity(name, self.figures.spent(FUNDS, "", (name,)), prior)

    def columns(self):
        return {name: self.column(name) for name in COLUMNS}
