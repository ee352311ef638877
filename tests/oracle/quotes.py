"""What a fact quoted in authored prose, {收支总计.较上年} or {业务数据.名}, must print."""


class Quotes:
    """Knows the names authors may quote: business figures, totals, their bases and changes."""

    BASES = {"较上年": "prior", "较年初预算": "budget", "较全年预算": "full"}

    def __init__(self, ledger, quantities, style):
        self.ledger, self.quantities, self.style = ledger, quantities, style

    def value_of(self, name):
        """The printed text, or None when the name is not one the oracle knows."""
        head, _, rest = name.partition(".")
        if name in ("年度", "上年度", "下年度"):
            return str(self.ledger.year + {"年度": 0, "上年度": -1, "下年度": 1}[name])
        if head == "单位" and isinstance(self.ledger.unit.get(rest), str):
            return self.ledger.unit[rest]
        if head == "业务数据":
            return self._business(rest)
        try:
            quantity = self.quantities.total(head)
        except KeyError:
            return None
        if not rest:
            return self.style.amount(quantity.value)
        if rest in ("上年", "年初预算"):
            base = quantity.prior if rest == "上年" else quantity.budget
            return None if base is None else self.style.amount(base)
        base, _, part = rest.partition(".")
        return self._change(quantity, self.BASES[base], part) if base in self.BASES else None

    def _business(self, name):
        entry = self.ledger.block("业务数据").get(name)
        if isinstance(entry, dict):
            return entry["值"] + entry.get("单位", "")
        return entry

    def _change(self, quantity, base, part):
        change, rate = quantity.change(base), quantity.rate(base)
        if change is None:
            return None
        way = "增加" if change > 0 else "减少"
        words = {"差额": self.style.amount(change), "绝对额": self.style.amount(abs(change)), "增减": way,
                 "升降": "增长" if change > 0 else "下降", "幅度": rate is not None and self.style.percent(abs(rate))}
        if part:
            return words.get(part)
        if change == 0 or rate is None:
            return None
        return f"{way}{words['绝对额']}万元，{words['升降']}{words['幅度']}"
