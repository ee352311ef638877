"""The parts of a change by name: what fell or rose by how much against last year's ledger."""
import re

from oracle.ledger import COLUMNS, FISCAL, FUNDS, SOURCES

INCOME_TOTALS = ("收支总计", "本年收入合计")


class Drivers:
    """Knows the change of every part a sentence may name. A part is found by its printed name and its direction."""

    def __init__(self, quantities, subjects):
        self.q, self.subjects = quantities, subjects

    def __call__(self, subject, name, up, style):
        """What the amount after `name` must print: the one change of a part of that name with that direction."""
        if self.q.before is None:
            return "no drivers without last year's ledger"
        changes = {self._change(now, before) for now, before in self._parts(subject.name, name)}
        wanted = {style.amount(abs(change)) for change in changes if change and (change > 0) == up}
        return wanted.pop() if len(wanted) == 1 else f"one of {sorted(wanted)}" if wanted else f"no such part as {name}"

    @staticmethod
    def _change(now, before):
        return now - before

    @staticmethod
    def _other_side(total, name):
        """The side a total (or, of 收支总计, the part's name) does not speak of; None when it may be either."""
        word = name if "收支" in total else total
        if re.search("收入(合计)?$", word):
            return "spent"
        return "income" if re.search("支出(合计)?$", word) or "支出" in total else None

    def _parts(self, total, name):
        """(now, before) of every part of `total` that is called `name`."""
        now, before = self.q.figures, self.q.before
        for side, owners in (("income", SOURCES), ("spent", FUNDS)):
            if self._other_side(total, name) == side:
                continue
            measure_now, measure_before = getattr(now, side), getattr(before, side)
            scope = FISCAL if "财政拨款" in total else owners
            for fund in FISCAL:
                scope = (fund,) if total.startswith(fund) else scope
            for owner in scope:
                if name.startswith(owner):
                    yield measure_now((owner,)), measure_before((owner,))
            for code, subject_name in self.subjects.names.items():
                if subject_name == name and code.startswith("2"):
                    yield measure_now(scope, code), measure_before(scope, code)
        for column in COLUMNS:
            if name == column:
                scope = FISCAL if "财政拨款" in total else FUNDS
                yield now.spent(scope, "", (column,)), before.spent(scope, "", (column,))
        yield from self._economic(name)

    def _economic(self, name):
        now, before = self.q.figures, self.q.before
        for code, subject_name in self.subjects.names.items():
            if subject_name == name and code.startswith("3"):
                for kind in ("基本支出", "项目支出"):
                    yield now.economic(code, kind), before.economic(code, kind)
