"""Reads the sentences of a section from left to right and checks each amount and percentage it prints.

A sentence names a quantity, then says its value, its bases, its changes and its shares. Every figure must follow from
the quantity last named; a figure that no rule explains is an error.
"""
import re

# “单价100万元（含）以上设备” names a class of assets, it is no figure of the unit.
TOKEN = re.compile(r"(?P<number>-?\d[\d,]*(?:\.\d+)?)(?P<unit>万元|%)(?!(?:（含）)?以上)")
BASES = [(r"与?20\d\d年度?(决算数?)?相比|较上年(度)?(决算数?)?|比上年(度)?(决算数?)?|与上年(度)?(决算数?)?相比|[与比]20\d\d年度决算数(相比)?",
          "prior"),
         (r"与年初预算数?相比|[较比]年初预算数?", "budget"), (r"与全年预算数?相比|[较比]全年预算数?", "full")]
CHANGE = re.compile(r"(?P<way>增加|减少|增长|下降|降低|提高|上升)了?$")
BUDGET = re.compile(r"年初预算(数|总额)?(为|是)?$")
FULL = re.compile(r"(全年|调整)预算数?(为|是)?$")
VALUE = re.compile(r"(支出决算(数)?|决算(数)?|执行数|支出|资金|金额)(为|是|均为)?$")
COMPLETION = re.compile(r"完成(?P<base>年初预算|全年预算|预算)数?的?$")
EXECUTION = re.compile(r"(预算)?执行率(为|是)?$")
SHARE = re.compile(r"占[^，。；：]*$")
UP = ("增加", "增长", "提高", "上升")


class SectionReader:
    """Checks the figures of one section. `style` prints, `drivers` knows the parts of a change by name."""

    def __init__(self, style, phrases, wholes, drivers, report, where):
        self.style, self.drivers, self.report, self.where = style, drivers, report, where
        self.phrases = [(re.compile(pattern), quantity) for pattern, quantity in phrases]
        self.wholes = [(re.compile(pattern + "的?$"), value) for pattern, value in wholes]
        self.subject, self.base, self.naming_drivers = None, None, False

    def read(self, text):
        """Every amount and percentage of the text must be explained."""
        end = 0
        for token in TOKEN.finditer(text):
            clause = text[end:token.start()]
            end = token.end()
            self._move(clause)
            wanted = self._expected(clause, token["unit"])
            shown = token["number"] + ("%" if token["unit"] == "%" else "")
            around = f"…{clause[-40:]}{token[0]}"
            if wanted is None:
                self.report.check(False, f"{self.where}: nothing says what this figure is: {around}")
            else:
                self.report.check(shown == wanted, f"{self.where}: expected {wanted}: {around}")

    def _move(self, clause):
        """Follows a clause: which quantity and which base it speaks of from here on."""
        if "。" in clause or "；" in clause:
            self.naming_drivers = False
        if re.search("从(构成|资金用途|收入来源|支出构成)看", clause):
            self.naming_drivers = True
        if self.naming_drivers:
            return
        named = SHARE.sub("", clause)   # what a share is of is not what the sentence is about
        found = [(match.end(), match.end() - match.start(), quantity) for pattern, quantity in self.phrases
                 for match in pattern.finditer(named)]
        if found:
            self.subject = max(found, key=lambda item: item[:2])[2]
            self.base = None if "。" in clause or "；" in clause else self.base
        bases = [(match.end(), base) for pattern, base in BASES for match in re.finditer(pattern, clause)]
        if bases:
            self.base = max(bases)[1]

    def _expected(self, clause, unit):
        if self.naming_drivers:
            change = CHANGE.search(clause)
            return self._driver(clause, change["way"]) if change and unit == "万元" else None
        if self.subject is None:
            return None
        return self._amount(clause) if unit == "万元" else self._percentage(clause)

    def _driver(self, clause, way):
        name = re.sub(r"^.*(主要是|、|，|；)", "", clause[:-len(way)])
        return self.drivers(self.subject, name, way in UP, self.style)

    def _amount(self, clause):
        change = CHANGE.search(clause)
        if change:
            return self._change(change["way"])
        for pattern, value in ((BUDGET, self.subject.budget), (FULL, self.subject.full)):
            if pattern.search(clause):
                return None if value is None else self.style.amount(value)
        named = any(re.search(pattern.pattern + r"(共|为|各|均为|合计|总额|达到|支出)?$", clause)
                    for pattern, _ in self.phrases)
        return self.style.amount(self.subject.value) if named or VALUE.search(clause) else None

    def _change(self, way):
        change = self.subject.change(self.base) if self.base else None
        if change is None or change == 0 or (change > 0) != (way in UP):
            return f"no {way} here ({self.subject.name}, {self.base}: {change})"
        return self.style.amount(abs(change))

    def _percentage(self, clause):
        subject, change = self.subject, CHANGE.search(clause)
        if change:
            rate = subject.rate(self.base) if self.base else None
            if rate is None or (rate > 0) != (change["way"] in UP):
                return f"no {change['way']} here ({subject.name}, {self.base}: {rate})"
            return self.style.percent(abs(rate))
        done = COMPLETION.search(clause)
        if done:
            bases = {"年初预算": ["budget"], "全年预算": ["full"], "预算": ["full", "budget"]}[done["base"]]
            rates = [rate for rate in map(subject.completion, bases) if rate is not None]
            return self.style.percent(rates[0]) if rates else f"no completion of {bases} ({subject.name})"
        if EXECUTION.search(clause):
            rate = subject.completion("full")
            return None if rate is None else self.style.percent(rate)
        if SHARE.search(clause):
            for pattern, whole in self.wholes:
                if pattern.search(clause):
                    share = subject.share(whole)
                    return f"no share of zero ({subject.name})" if share is None else self.style.percent(share)
        return None
