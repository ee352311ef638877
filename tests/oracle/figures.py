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
    """Sums over one ledger, in 元. Where the prior year is known, `prior` holds its figures."""

    def __init__(self, ledger, prior=None):
        self.ledger = ledger
        self.prior = prior

    def income(self, sources=SOURCES, prefix=""):
        return sum((value for source in sources for code, value in self.ledger.income[source].items()
                    if code.startswith(prefix)), ZERO)

    def spent(self, funds=FUNDS, prefix="", columns=COLUMNS):
        return sum((row.get(column, ZERO) for fund in funds for code, row in self.ledger.expenditure[fund].items()
                    if code.startswith(prefix) for column in columns), ZERO)

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

    def procurement(self, part=None):
        """政府采购支出: of one kind, or all."""
        if part:
            return self.ledger.known("政府采购", part) or ZERO
        whole = self.ledger.known("政府采购", "总额")
        return whole if whole is not None else sum((self.procurement(p) for p in ("货物", "工程", "服务")), ZERO)

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
        """A total by its printed name. In a 万元 ledger the accounting system's own total wins within its bound."""
        value, addends = self._named(name)
        given = self.ledger.known("核对", name)
        if given is not None and not self.ledger.in_yuan and abs(given - value) <= Decimal(50) * (addends + 1):
            return given
        return value

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
