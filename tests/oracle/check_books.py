"""The samples' books tie: funds balance, the two views of expenditure agree, closing is next year's opening."""
from decimal import Decimal

from oracle.figures import Figures
from oracle.ledger import FISCAL, FUNDS, OTHER_SOURCES, Ledger
from support.program import SAMPLES, arguments
from support.report import Report

CENT = Decimal(100)   # 0.01 万元 in 元


def check_balance(report, where, figures):
    """年初 + 收入 + 使用结余 = 支出 + 分配 + 年末, fund by fund, exactly."""
    for fund in FUNDS:
        sources = OTHER_SOURCES if fund == "非财政拨款" else (fund,)
        coming = figures.balance("年初", (fund,)) + figures.income(sources) + figures.balance("使用非财政拨款结余", (fund,))
        going = figures.spent((fund,)) + figures.balance("结余分配", (fund,)) + figures.balance("年末", (fund,))
        report.equal(going, coming, f"{where} {fund}: out and in")


def check_views(report, where, figures):
    """基本支出 (and 项目支出 when it is written) by economic subjects add up to the functional total."""
    for kind, book in figures.ledger.economic.items():
        if book:
            bound = Decimal(0) if figures.ledger.in_yuan else CENT / 2 * (len(book) + 1)
            gap = figures.economic("", kind) - figures.spent(FISCAL[:1], "", (kind,))
            report.check(abs(gap) <= bound, f"{where} {kind}: economic and functional view differ by {gap} 元")


def main():
    options = arguments(__doc__)
    report = Report()
    for name in SAMPLES:
        folder = options.source / "data" / name
        years = sorted(int(path.stem) for path in folder.glob("20??.yaml"))
        for year in years:
            figures = Figures(Ledger(folder, year))
            check_balance(report, f"{name} {year}", figures)
            check_views(report, f"{name} {year}", figures)
        for before, after in zip(years, years[1:]):
            closing, opening = Figures(Ledger(folder, before)), Figures(Ledger(folder, after))
            for fund in FUNDS:
                report.equal(opening.balance("年初", (fund,)), closing.balance("年末", (fund,)),
                             f"{name} {fund}: opening {after} and closing {before}")
    report.finish()


if __name__ == "__main__":
    main()
