"""What must hold in a ledger, said independently of the program: each identity names the figures it binds.

A ledger here is plain nested dictionaries of `Decimal`, read with PyYAML; an identity is (name, left − right, kind) where kind
is "=" (zero when it holds) or "<=" (not positive when it holds).
"""
from decimal import Decimal

FISCAL = ("一般公共预算", "政府性基金", "国有资本经营预算")
NON_FISCAL = ("上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")
COLUMNS = ("基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出")
THREE_PUBLIC = {"因公出国（境）费": ("30212",), "公务用车购置费": ("31013", "30913"), "公务用车运行维护费": ("30231",),
                "公务接待费": ("30217",)}


def number(value):
    """A plain amount or a map with 金额; 0 when there is none."""
    if isinstance(value, dict):
        value = value.get("金额", 0)
    return Decimal(str(value)) if value not in (None, "") else Decimal(0)


def table(ledger, *path):
    """The map at a path, or an empty one."""
    for key in path:
        ledger = ledger.get(key) or {} if isinstance(ledger, dict) else {}
    return ledger if isinstance(ledger, dict) else {}


def income(ledger, sources, code=None):
    """Income of some sources, of one 项 or all."""
    return sum((number(v) for s in sources for c, v in table(ledger, "收入", s).items() if code in (None, str(c))),
               Decimal(0))


def spent(ledger, fund, columns=COLUMNS, prefix=""):
    """Expenditure of a fund by columns below a code."""
    rows = table(ledger, "支出", fund).items()
    return sum((number(row.get(k)) for c, row in rows if str(c).startswith(prefix) and isinstance(row, dict)
                for k in columns if k in row), Decimal(0))


def balance(ledger, fund, column):
    """年初, 年末 … of a fund, itemised or not."""
    block = table(ledger, "结转结余", fund)
    return number(block.get(column)) + sum((number(v.get(column)) for v in block.values() if isinstance(v, dict)),
                                           Decimal(0))


def economic(ledger, column, prefixes=("",)):
    """Economic subjects of the general budget."""
    return sum((number(v) for c, v in table(ledger, "经济分类", column).items()
                if len(str(c)) == 5 and str(c).startswith(tuple(prefixes))), Decimal(0))


def fund_balances(ledger):
    """年初 ＋ 收入 ＋ 使用结余 ＝ 支出 ＋ 分配 ＋ 年末, by fund; by 项 where balances are itemised."""
    for fund in FISCAL + ("非财政拨款",):
        sources = NON_FISCAL if fund == "非财政拨款" else (fund,)
        yield (f"{fund}收支平衡", balance(ledger, fund, "年初") + income(ledger, sources)
               + balance(ledger, fund, "使用非财政拨款结余") - spent(ledger, fund) - balance(ledger, fund, "结余分配")
               - balance(ledger, fund, "年末"), "=")
    for fund in FISCAL[1:]:
        codes = {str(c) for part in ("收入", "支出", "结转结余") for c in table(ledger, part, fund)}
        for code in sorted(codes):
            rest = table(ledger, "结转结余", fund).get(int(code)) or table(ledger, "结转结余", fund).get(code) or {}
            yield (f"{fund}{code}收支平衡", number(rest.get("年初")) + income(ledger, (fund,), code)
                   - spent(ledger, fund, prefix=code) - number(rest.get("年末")), "=")


def items_without_balances(ledger):
    """A ledger without any fiscal balance: each 项 spends what it gets."""
    if any(balance(ledger, f, c) for f in FISCAL for c in ("年初", "年末")):
        return
    codes = {str(c) for f in FISCAL for part in ("收入", "支出") for c in table(ledger, part, f) if len(str(c)) == 7}
    for code in sorted(codes):
        yield (f"{code}收入＝支出", income(ledger, FISCAL, code) - sum((spent(ledger, f, prefix=code) for f in FISCAL),
                                                                 Decimal(0)), "=")


def classifications(ledger):
    """Functional against economic classification of the general budget."""
    general = FISCAL[0]
    yield ("基本支出两种分类", economic(ledger, "基本支出") - spent(ledger, general, ("基本支出",)), "=")
    if economic(ledger, "项目支出"):
        yield ("项目支出两种分类", economic(ledger, "项目支出") - spent(ledger, general, ("项目支出",)), "=")
    for name, codes in THREE_PUBLIC.items():
        mine = number(table(ledger, "三公经费", name).get("决算"))
        both = economic(ledger, "基本支出", codes) + economic(ledger, "项目支出", codes)
        yield (f"经济分类里的{name}", both - mine, "<=")


def details(ledger):
    """Parts against their wholes in 三公经费, 政府采购, 项目绩效."""
    for name in THREE_PUBLIC:
        block = table(ledger, "三公经费", name)
        parts = table(block, "费用明细")
        if parts:
            yield (f"{name}费用明细", sum(map(number, parts.values())) - number(block.get("决算")), "=")
    bought = table(ledger, "政府采购")
    if isinstance(bought.get("授予中小企业"), dict):
        for kind in ("货物", "工程", "服务"):
            yield (f"中小企业{kind}", number(bought["授予中小企业"].get(kind)) - number(bought.get(kind)), "<=")
            small = bought.get("授予小微企业")
            if isinstance(small, dict):
                yield (f"小微企业{kind}", number(small.get(kind)) - number(bought["授予中小企业"].get(kind)), "<=")
    projects = [p for p in ledger.get("项目绩效") or [] if isinstance(p, dict)]
    done = sum((number(p.get("执行数")) + number(table(p, "资金", "一般公共预算").get("执行数")) for p in projects), Decimal(0))
    if projects:
        yield ("一般公共预算项目执行数", done - spent(ledger, FISCAL[0], ("项目支出",)), "=")
        for fund in FISCAL[1:]:
            yield (f"{fund}项目执行数", sum((number(table(p, "资金", fund).get("执行数")) for p in projects), Decimal(0))
                   - spent(ledger, fund, ("项目支出",)), "=")


def control_totals(ledger):
    """核对 and the sums of last year's block."""
    given = table(ledger, "核对")
    derived = {
        "本年收入合计": lambda: income(ledger, FISCAL + NON_FISCAL),
        "收支总计": lambda: income(ledger, FISCAL + NON_FISCAL) + sum(
            (balance(ledger, f, c) for f in FISCAL + ("非财政拨款",) for c in ("年初", "使用非财政拨款结余")), Decimal(0)),
        "人员经费合计": lambda: economic(ledger, "基本支出", ("301", "303")),
        "公用经费合计": lambda: economic(ledger, "基本支出", ("302", "31", "399")),
        "一般公共预算财政拨款项目支出": lambda: spent(ledger, FISCAL[0], ("项目支出",)),
    }
    for name, value in given.items():
        if name in derived:
            yield (f"核对{name}", derived[name]() - number(value), "=")


def prior_balances(ledger, prior):
    """Last year's closing is this year's opening, fund by fund."""
    if prior is None:
        return
    for fund in FISCAL + ("非财政拨款",):
        yield (f"{fund}年初＝上年年末", balance(ledger, fund, "年初") - balance(prior, fund, "年末"), "=")


def broken(ledger, prior, tail=Decimal(0)):
    """Names of the identities that are out by more than `tail`."""
    found = []
    for group in (fund_balances(ledger), items_without_balances(ledger), classifications(ledger), details(ledger),
                  control_totals(ledger), prior_balances(ledger, prior)):
        found += [name for name, gap, kind in group if (abs(gap) > tail if kind == "=" else gap > tail)]
    return found
