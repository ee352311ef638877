"""Which words name which quantity, section by section of the 情况说明."""
import re
from decimal import Decimal

from oracle.figures import HOSPITALITY, REVENUE_NAMES
from oracle.ledger import COLUMNS, FISCAL, OTHER_SOURCES, ZERO
from oracle.projects import evaluated_by_department, executed_by_fund, project_quantity
from oracle.quantities import Quantity

GENERAL, FUND, CAPITAL = FISCAL


class Vocabulary:
    """For each section: phrases (regular expressions) and the quantities they name; wholes of shares."""

    def __init__(self, quantities, subjects):
        self.q = quantities
        self.ledger = quantities.ledger
        self.figures = quantities.figures
        self.subjects = subjects

    def section(self, title):
        """(phrases, wholes) of the section with this title: lists of (pattern, Quantity or function of the match)."""
        for words, build in (("收入支出决算总体", self._overall), ("财政拨款收入支出决算总体", self._fiscal),
                             ("一般公共预算财政拨款支出决算", self._general), ("基本支出决算", self._basic), ("项目支出决算", self._project_spending),
                             ("政府性基金", self._fund), ("国有资本", self._capital), ("三公", self._hospitality),
                             ("机关运行", self._running), ("政府采购", self._procurement), ("绩效", self._performance),
                             ("专项", self._performance), ("收入决算", self._income), ("支出决算", self._spending)):
            if words in title and (words != "收入支出决算总体" or "财政拨款" not in title):
                return build()
        return [], []

    def _overall(self):
        total = self.q.total("收支总计")
        phrases = [(r"(收、支|收入、支出)(决算)?总计(均为|各)?", total), (r"(收入|支出)决算总计", total)]
        phrases += [(rf"本年{side}决算合计", self.q.total(f"本年{side}合计")) for side in ("收入", "支出")]
        return phrases + [(name + "(（含专用结余）)?", self.q.total(name)) for name in
                          ("使用非财政拨款结余", "年初结转和结余", "结余分配", "年末结转和结余")], []

    def _income(self):
        total = self.q.total("本年收入合计")
        phrases = [(r"收入(决算)?合计", total), (r"财政拨款收入", self.q.total("财政拨款收入"))]
        phrases += [(name, self.q.total(name)) for name in OTHER_SOURCES]
        phrases += [(name + "收入", self.q.total(name + "收入")) for name in REVENUE_NAMES.values()]
        return phrases, [(r"占(本年收入(合计)?)?", total.value)]

    def _spending(self):
        total = self.q.total("本年支出合计")
        phrases = [(r"支出(决算)?合计", total), *((name, quantity) for name, quantity in self.q.columns().items())]
        return phrases, [(r"占(本年支出(合计)?)?", total.value)]

    def _fiscal(self):
        phrases = [(r"(财政拨款收(入)?、支(出决算)?|收、支)总计(均为|各)?", self.q.total("财政拨款收支总计")),
                   (r"(?<!预算)财政拨款收入", self.q.total("财政拨款收入"))]
        return phrases + [(name + "收入", self.q.total(name + "收入")) for name in REVENUE_NAMES.values()], []

    def _general(self):
        total = self.q.spent(GENERAL)
        kind = {name: Quantity(name, self.figures.spent((GENERAL,), "", (name,))) for name in COLUMNS[:2]}
        phrases = [(r"一般公共预算财政拨款支出", total), *((name, quantity) for name, quantity in kind.items())]
        phrases += self._subjects(GENERAL) + self._projects()
        return phrases, [(r"占本年支出合计", self.figures.spent()), (r"占", total.value)]

    def _subjects(self, fund):
        """类, 类款项 and 项 by their names; of two 项 with one name the full name decides."""
        codes = {code[:n] for code in self.ledger.block("支出", fund) for n in (3, 7) if len(code) == 7}
        phrases = []
        for code in sorted(codes):
            names = [re.escape(self.subjects.names[code[:n]].strip()) for n in (3, 5, 7)[:1 if len(code) == 3 else 3]]
            quantity = self.q.spent(fund, code)
            if len(code) == 3:
                stem = re.sub("支出$", "", names[0])
                phrases += [(rf"{names[0]}(（类）)?(项)?。?", quantity), (rf"{stem}（类）支出", quantity)]
            else:
                phrases.append((rf"{names[0]}（类）{names[1]}（款）{names[2]}（项）。?", quantity))
                phrases.append((rf"(?<!（类）){names[1]}（款）{names[2]}（项）。?", quantity))
                phrases.append((rf"(?<!（款）){names[2]}（项）。?", quantity))
        return phrases

    def _projects(self):
        return [(re.escape(re.sub(r"\s", "", project["项目"])) + "(项目)?(绩效自评综述：)?(项目)?",
                 project_quantity(self.ledger, project)) for project in self.ledger.projects]

    def _basic(self):
        phrases = [(r"基本支出", Quantity("基本支出", self.figures.spent((GENERAL,), "", ("基本支出",)))),
                   (r"人员经费", Quantity("人员经费", self.figures.named("人员经费合计"))),
                   (r"公用经费", Quantity("公用经费", self.figures.named("公用经费合计")))]
        phrases += [(r"[：、，]" + re.escape(re.sub(r"\s", "", self.subjects.names[code])), Quantity(code, value))
                    for code, value in self.ledger.economic["基本支出"].items()]
        return phrases, []

    def _project_spending(self):
        figures = self.figures
        codes = {code[:n] for code in self.ledger.economic["项目支出"] for n in (3, 5)}
        whole = Quantity("项目支出", figures.named("一般公共预算财政拨款项目支出"))
        return [(r"财政拨款项目支出", whole)] + [
            (r"(^|[：、，。）])" + re.escape(re.sub(r"\s", "", self.subjects.names[code])),
             Quantity(code, figures.economic(code, "项目支出"))) for code in sorted(codes)], []

    def _fund(self):
        figures, fund = self.figures, (FUND,)
        phrases = [(r"年初结转和结余", Quantity("年初", figures.balance("年初", fund))),
                   (r"本年收入", Quantity("收入", figures.income(fund))),
                   (r"本年支出|基金预算财政拨款支出", Quantity("支出", figures.spent(fund))),
                   (r"年末结转和结余", Quantity("年末", figures.balance("年末", fund)))]
        for code in sorted({*self.ledger.block("支出", FUND), *self.ledger.income[FUND]}):
            if len(code) == 7:
                name = re.escape(self.subjects.names[code]) + r"（项）。?"
                values = {"(本年支出)": figures.spent(fund, code), "(年初结转和结余)": figures.balance("年初", fund, code),
                          "(本年收入)": figures.income(fund, code)}
                phrases += [(name + word, Quantity(code, value)) for word, value in values.items()]
        return phrases, []

    def _capital(self):
        return [(r"国有资本经营预算财政拨款(本年)?支出", self.q.spent(CAPITAL)), *self._subjects(CAPITAL)], []

    def _hospitality(self):
        q = self.q
        reception = self.ledger.block("三公经费", "公务接待费")
        phrases = [(r"“三公”经费(财政拨款)?", q.all_hospitality()), *((re.escape(n), q.hospitality(n)) for n in HOSPITALITY),
                   (r"公务用车购置及运行(维护)?费", q.hospitality(HOSPITALITY[1], HOSPITALITY[2]))]
        details = reception.get("接待明细", [])
        abroad = {kind: sum((self.ledger.amount(row["金额"]) for row in details if row.get("对象", "国内") == kind),
                            Decimal(0)) or self.ledger.amount(reception.get(kind, {}).get("金额", "0"))
                  for kind in ("外宾", "国（境）外")}
        home = q.hospitality("公务接待费").value - sum(abroad.values())
        phrases += [(r"外宾接待支出", Quantity("外宾", abroad["外宾"])), (r"国内(公务)?接待支出", Quantity("国内", home)),
                    (r"国（境）外接待支出", Quantity("国（境）外", abroad["国（境）外"]))]
        for name in HOSPITALITY:
            for key, value in self.ledger.block("三公经费", name, "费用明细").items():
                phrases.append((rf"(其中|[：、，]){re.escape(key)}", Quantity(key, self.ledger.amount(value))))
        phrases += [(re.escape(row["事项"]), Quantity(row["事项"], self.ledger.amount(row["金额"]))) for row in details]
        return phrases, []

    def _running(self):
        return [(r"机关运行经费(支出)?", self.q.running_costs()), (r"公用经费(支出)?", self.q.public_costs())], []

    def _procurement(self):
        figures = self.figures
        phrases = [(r"支出总额", Quantity("采购", figures.procurement()))]
        wholes = [(r"占政府采购支出总额", figures.procurement())]
        for part in ("货物", "工程", "服务"):
            phrases.append((rf"政府采购{part}支出", Quantity(part, figures.procurement(part))))
            given = figures.contracts("授予中小企业", part)
            if given is not None:
                phrases.append((rf"{part}采购授予中小企业合同金额", Quantity(part, given)))
            wholes.append((rf"占(政府采购)?{part}(采购)?支出(金额)?", figures.procurement(part)))
        for key in ("授予中小企业", "授予小微企业"):
            if figures.contracts(key) is not None:
                phrases.append((rf"(?<!采购){key}合同金额", Quantity(key, figures.contracts(key))))
        if figures.contracts("授予中小企业"):
            wholes.append((r"占授予中小企业合同金额", figures.contracts("授予中小企业")))
        return phrases, wholes

    def _performance(self):
        ledger, figures = self.ledger, self.figures
        overall = ledger.block("整体绩效")
        full = ledger.known("整体绩效", "预算数")
        phrases = self._projects()
        phrases += [(r"整体支出(开展)?(绩效)?自评|整体支出绩效", Quantity(
            "整体", figures.spent(), None, self.q.total("收支总计").budget, full))] if overall else []
        phrases += [(rf"{name}(支出)?总额", Quantity(name, figures.spent(columns=(name,)))) for name in COLUMNS[:2]]
        phrases.append((r"支出决算", Quantity("支出", figures.spent())))
        wholes, totals = [], executed_by_fund(ledger.projects, ledger)
        evaluated = executed_by_fund([project for project in ledger.projects if evaluated_by_department(project)], ledger)
        for fund in FISCAL:
            phrases.append((rf"{fund}(预算)?项目[^。；]*?资金", Quantity(fund, totals.get(fund, ZERO))))
            phrases.append((rf"(涉及|，){fund}支出", Quantity(fund, evaluated.get(fund, ZERO))))
            wholes.append((rf"占(应纳入绩效自评的)?{fund}(预算)?项目支出总额", figures.spent((fund,), "", ("项目支出",))))
        return phrases, wholes
