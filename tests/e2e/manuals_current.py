"""The generated manuals in docs/ are what the program says today."""
from support.program import arguments, run
from support.report import Report

MANUALS = {
    "数据字典.md": ["dictionary"],
    "错误代码.md": ["codes"],
    "事实.md": ["pack", "facts", "base"],
    "schema/unit.json": ["schema", "unit"],
    "schema/year.json": ["schema", "year"],
}


def main():
    options = arguments(__doc__)
    report = Report()
    for name, command in MANUALS.items():
        written = (options.source / "docs" / name).read_text(encoding="utf-8")
        said = run([options.program, *command]).stdout
        report.check(written == said, f"docs/{name} is stale: gongkai {' '.join(command)} > docs/{name}")
    report.finish()


if __name__ == "__main__":
    main()
