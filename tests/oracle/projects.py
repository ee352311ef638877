"""The amounts of 项目绩效: each project, and all projects by fund."""
from oracle.ledger import FISCAL, ZERO
from oracle.quantities import Quantity


def project_quantity(ledger, project):
    """A project's 年初预算, 预算数, 执行数 over all its funds."""
    rows = list(project["资金"].values()) if "资金" in project else [project]

    def added(key):
        return sum((ledger.amount(row[key]) for row in rows), ZERO) if all(key in row for row in rows) else None
    return Quantity(project["项目"], added("执行数"), None, added("年初预算"), added("预算数"))


def evaluated_by_department(project):
    """Whether the department evaluated the project besides the self-evaluation."""
    return any(row["类型"] == "部门评价" for row in project.get("评价", []))


def executed_by_fund(projects, ledger):
    """执行数 of projects by fund; 上年结转 counts as general budget."""
    totals = {}
    for project in projects:
        for source, row in (project.get("资金") or {FISCAL[0]: project}).items():
            fund = FISCAL[0] if source == "上年结转" else source
            totals[fund] = totals.get(fund, ZERO) + ledger.amount(row["执行数"])
    return totals
