"""The samples of real units keep the ledgers taken from the published disclosures, line for line.

tests/unit/input/published holds those ledgers as they were taken; a sample may add lines between theirs, for instance
names, purposes and reasons, and must not change, drop or reorder one.
"""
from support.program import arguments
from support.report import Report

LEDGERS = {"jianghan": "wan.yaml", "gedian": "yuan.yaml", "wuhai": "carry-over.yaml"}


def first_lost(wanted, lines):
    """The first of `wanted` that does not follow the one before it in `lines`, or None."""
    rest = iter(lines)
    return next((line for line in wanted if all(line != found for found in rest)), None)


def main():
    options = arguments(__doc__)
    report = Report()
    for name, ledger in LEDGERS.items():
        wanted = (options.source / "tests/unit/input/published" / ledger).read_text(encoding="utf-8").splitlines()
        lines = (options.source / "data" / name / "2024.yaml").read_text(encoding="utf-8").splitlines()
        report.equal(first_lost(wanted, lines), None, f"data/{name}/2024.yaml: a line of {ledger} that is not kept")
        report.equal(first_lost(wanted, [line for line in lines if "年度: 2024" not in line]), "年度: 2024",
                     f"{name}: this test must notice a lost line")
        report.check(first_lost(wanted, lines[::-1]) is not None, f"{name}: this test must notice another order")
    report.finish()


if __name__ == "__main__":
    main()
