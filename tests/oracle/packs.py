"""What the packs of the samples do differently. Known here by hand, not read from the packs."""
from dataclasses import dataclass

from oracle import tables
from oracle.printing import ProseStyle

NINE_TABLES = {"01": tables.expected_01, "02": tables.expected_02, "03": tables.expected_03, "04": tables.expected_04,
               "05": tables.expected_05, "06": tables.expected_06, "07": tables.expected_fund_balances,
               "08": tables.expected_capital_spending, "09": tables.expected_hospitality}
ELEVEN_TABLES = {**NINE_TABLES, "07": tables.expected_projects, "08": tables.expected_fund_balances,
                 "09": tables.expected_capital_balances, "10": tables.expected_hospitality,
                 "11": tables.expected_information}


@dataclass(frozen=True)
class Pack:
    """One region's ways."""
    style: ProseStyle
    execution_points: int = 20   # of 100 in the forms, for the rate of execution; 0: the forms have no scores
    charts: int = 4
    tables: tuple = tuple(NINE_TABLES.items())
    summary: bool = True         # a table of all projects stands before the forms


PACKS = {
    "hubei": Pack(ProseStyle(thousands=False, percent_decimals=1)),
    "hubei-wuhan": Pack(ProseStyle(thousands=True, percent_decimals=1)),
    "hubei-ezhou": Pack(ProseStyle(thousands=False, percent_decimals=2), execution_points=0),
    "neimenggu": Pack(ProseStyle(thousands=False, percent_decimals=2, fixed=True), execution_points=10, charts=2,
                      tables=tuple(ELEVEN_TABLES.items()), summary=False),
}


def pack_of(ledger):
    """The pack a unit's disclosure is made with, whatever its year."""
    return PACKS[ledger.unit["模板"].split("@")[0]]
