"""The figures of a disclosure, recomputed from the ledger by their definitions (data dictionary, part five)."""
from decimal import Decimal

from oracle.ledger import COLUMNS, FISCAL, FUNDS, OTHER_SOURCES, SOURCES, ZERO

REVENUE_NAMES = {"一般公共预算": "一般公共预算财政拨款", "政府性基金": "政府性基金预算财政拨款",
                 "国有资本经营预算": "国有资本经营预算财政拨款"}
STAFF_CLASSES = ("301", "303")
HOSPITALITY = ("因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费")
HOSPITALITY_SUBJECTS = {"因公出国（境）费": ("30212",), "公务用车购置费": ("31013", "30913"),
                        "公务用车运行维护费": ("30231",), "公务接待费": ("30217",)}


class Figures:
    """Sums over one ledger, in 元.

    In a 万元 ledger the accounting system's own total (核对) wins within the bound of rounding; with `stated` false
    every figure is the plain sum of its lines.
    """

    def __init__(self, ledger, stated=True):
        self.ledger = ledger
        self.stated = stated

    def settled(self, name, value, addends):
        """`value`, or the total of that name the unit took from its accounting system."""
        given = self.ledger.known("核对", name) if self.stated and not self.ledger.in_yuan else None
        return given if given is not None and abs(given - value) <= Decimal(50) * (addends + 1) else value

    def income(self, sources=SOURCES, prefix=""):
        if not prefix and len(sources) > 1:
            return sum((self.income((source,)) for source in sources), ZERO)
        parts = [value for source in sources for code, value in self.ledger.income[source].items()
                 if code.startswith(prefix)]
        whole = {SOURCES: "全部", FISCAL: "财政拨款"}.get(tuple(sources), sources[0])
        name = f"收入.{whole}.{prefix}" if prefix else REVENUE_NAMES.get(whole, "") + "收入" * (whole in REVENUE_NAMES)
        return self.settled(name or whole, sum(parts, ZERO), len(parts))

    def spent(self, funds=FUNDS, prefix="", columns=COLUMNS):
        if not prefix and tuple(funds) == FUNDS and len(columns) > 1:
            value = sum((self.spent(FUNDS, "", (column,)) for column in columns), ZERO)
            return self.settled("本年支出合计", value, 2) if tuple(columns) == COLUMNS else value
        if not prefix and tuple(funds) == FISCAL and tuple(columns) == COLUMNS:
            return sum((self.spent((fund,)) for fund in funds), ZERO)
        parts = [row[column] for fund in funds for code, row in self.ledger.expenditure[fund].items()
                 if code.startswith(prefix) for column in columns if column in row]
        return self.settled(self._name_of_spent(tuple(funds), prefix, tuple(columns)), sum(parts, ZERO), len(parts))

    @staticmethod
    def _name_of_spent(funds, prefix, columns):
        """The name of a sum of expenditure, as 核对 would call it."""
        whole = {FUNDS: "全部", FISCAL: "财政拨款"}.get(funds, funds[0])
        column = columns[0] if len(columns) == 1 else ""
        if prefix:
            return f"支出.{whole}.{prefix}" + (f".{column}" if column else "")
        return {"全部": column}.get(whole, REVENUE_NAMES.get(whole, whole) + (column or "支出"))

    def balance(self, key, funds=FUNDS, prefix=""):
        return sum((row[key] for fund in funds for code, row in self.ledger.balances[fund].items()
                    if code.startswith(prefix)), ZERO)

    def economic(self, prefix="", kind="基本支出"):
        return sum((value for code, value in self.ledger.economic[kind].items() if code.startswith(prefix)), ZERO)

    def hospitality(self, part, key):
        """公开09表: 预算 or 决算 of one of the four parts; 决算 may follow from the economic subjects."""
        value = self.ledger.known("三公经费", part, key)
        if value is not None:
            return value
        if key == "决算":
            return sum((self.economic(code, kind) for code in HOSPITALITY_SUBJECTS[part]
                        for kind in ("基本支出", "项目支出")), ZERO)
        return ZERO

    def running_costs(self):
        """机关运行经费: written, else 公用经费合计."""
        return self.ledger.known("机关运行经费", "决算") or self.named("公用经费合计")

    def public_costs(self):
        """公用经费 of all funds: written, else that of the general budget."""
        return self.ledger.known("公用经费", "决算") or self.named("公用经费合计")

    def procurement(self, part=None):
        """政府采购支出: of one kind, or all."""
        if part:
            return self.ledger.known("政府采购", part) or ZERO
        whole = self.ledger.known("政府采购", "总额")
        if whole is not None:
            return whole
        return self.settled("政府采购.总额", sum((self.procurement(p) for p in ("货物", "工程", "服务")), ZERO), 3)

    def contracts(self, key, part=None):
        """授予中小企业、授予小微企业: of one kind, or all; None when not written."""
        entry = self.ledger.data.get("政府采购", {}).get(key)
        if entry is None:
            return None
        if isinstance(entry, dict):
            parts = {name: self.ledger.amount(value) for name, value in entry.items()}
            return parts.get(part, ZERO) if part else sum(parts.values(), ZERO)
        return None if part else self.ledger.amount(entry)

    def named(self, name):
        """A total by its printed name."""
        value, addends = self._named(name)
        return self.settled(name, value, addends)

    def _named(self, name):
        """The sum behind a name and how many authored figures it adds."""
        ledger = self.ledger
        incomes = sum(len(book) for book in ledger.income.values())
        basics = len(ledger.economic["基本支出"])
        staff = sum((self.economic(code) for code in STAFF_CLASSES), ZERO)
        table = {
            "本年收入合计": (self.income(), incomes),
            "本年支出合计": (self.spent(), sum(len(r) for f in FUNDS for r in ledger.expenditure[f].values())),
            "财政拨款收入": (self.income(FISCAL), incomes),
            "财政拨款支出": (self.spent(FISCAL), incomes),
            "使用非财政拨款结余": (self.balance("使用非财政拨款结余"), 1),
            "结余分配": (self.balance("结余分配"), 1),
            "年初结转和结余": (self.balance("年初"), 1),
            "年末结转和结余": (self.balance("年末"), 1),
            "年初财政拨款结转和结余": (self.balance("年初", FISCAL), 1),
            "年末财政拨款结转和结余": (self.balance("年末", FISCAL), 1),
            "收支总计": (self.income() + self.balance("使用非财政拨款结余") + self.balance("年初"), incomes),
            "财政拨款收支总计": (self.income(FISCAL) + self.balance("年初", FISCAL), incomes),
            "人员经费合计": (staff, basics),
            "公用经费合计": (self.economic() - staff, basics),
            "一般公共预算财政拨款基本支出": (self.spent(FISCAL[:1], "", ("基本支出",)), incomes),
            "一般公共预算财政拨款项目支出": (self.spent(FISCAL[:1], "", ("项目支出",)), incomes),
        }
        for fund, long_name in REVENUE_NAMES.items():
            table[long_name + "收入"] = (self.income((fund,)), incomes)
            table[long_name + "支出"] = (self.spent((fund,)), incomes)
        for source in OTHER_SOURCES:
            table[source] = (self.income((source,)), 1)
        for column in COLUMNS:
            table[column] = (self.spent(FUNDS, "", (column,)), incomes)
        return table[name]
