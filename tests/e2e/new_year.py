"""`gongkai new`: rolls samples forward, touches nothing that exists, and what is blank is told once and not built."""
import shutil

from support.program import arguments, fresh_folder, run
from support.report import Report


def check_rolled(report, options, unit):
    """The new file is reported as unfilled in one paragraph, and build refuses it."""
    year = unit / "2025.yaml"
    text = year.read_text(encoding="utf-8")
    report.check("年度: 2025" in text and "# 上年：" in text, f"{year} has no last year's figures")
    checked = run([options.program, "check", unit], check=False)
    report.equal(checked.returncode, 1, f"exit status of check on {unit.name}")
    report.equal(checked.stdout.count("错误 E0231"), 1, f"reports of blanks in {unit.name}")
    report.equal(checked.stdout.count("错误 E"), 1, f"errors in {unit.name}\n{checked.stdout}")
    out = unit / "out"
    built = run([options.program, "build", unit, "-o", out], check=False)
    report.equal(built.returncode, 1, "exit status of build on an unfilled file")
    report.check(not list(out.rglob("*.pdf")), "an unfilled file was built")


def check_refusals(report, options, unit):
    """An existing file stays, a missing predecessor and broken data are told."""
    year = unit / "2025.yaml"
    year.write_text("# mine\n", encoding="utf-8")
    again = run([options.program, "new", unit, "--year", "2025"], check=False)
    report.equal(again.returncode, 1, "exit status when the file exists")
    report.check("E0906" in again.stderr, f"message when the file exists: {again.stderr}")
    report.equal(year.read_text(encoding="utf-8"), "# mine\n", "the existing file")
    far = run([options.program, "new", unit, "--year", "2030"], check=False)
    report.equal(far.returncode, 1, "exit status without a predecessor")
    report.check("2029.yaml" in far.stderr, f"message without a predecessor: {far.stderr}")
    year.unlink()
    old = unit / "2024.yaml"
    old.write_text(old.read_text(encoding="utf-8").replace("金额单位: 元", "金额单位: 圆"), encoding="utf-8")
    broken = run([options.program, "new", unit], check=False)
    report.equal(broken.returncode, 1, "exit status with a broken predecessor")
    report.check("E0217" in broken.stderr and not year.exists(), f"a broken file was rolled: {broken.stderr}")


def main():
    options = arguments(__doc__)
    report = Report()
    units = fresh_folder(options.scratch) / "units"
    for name in ("gedian", "jianghan", "shifan", "wuhai"):
        shutil.copytree(options.source / "data" / name, units / name)
    unit_texts = {path: path.read_bytes() for path in units.rglob("unit.yaml")}
    run([options.program, "new", units, "--year", "2025"])
    for path, text in unit_texts.items():
        report.equal(path.read_bytes(), text, f"{path} was changed")
        check_rolled(report, options, path.parent)
    department = units.parent / "renshe"
    shutil.copytree(options.source / "data" / "renshe", department)
    run([options.program, "new", department])
    report.equal(len(list(department.rglob("2025.yaml"))), 5, "files of a department and its units")
    check_refusals(report, options, units / "gedian")
    report.finish()


if __name__ == "__main__":
    main()
