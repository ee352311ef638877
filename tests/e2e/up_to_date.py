"""What did not change is left alone and said so; whatever it is made of changes, it is made again."""
import json
import os
import shutil

from support.program import arguments, fresh_folder, run, tree_bytes
from support.report import Report

RECORD = "生成记录.json"


class Builds:
    """One unit built again and again by a program whose packs may be changed."""

    def __init__(self, options, scratch):
        self.options = options
        self.home = scratch / "home"
        shutil.copytree(options.source / "templates", self.home / "templates")
        shutil.copytree(options.source / "data" / "classification", self.home / "data" / "classification")
        self.unit = scratch / "jianghan"
        shutil.copytree(options.source / "data" / "jianghan", self.unit)
        self.out = scratch / "out"

    def said(self, *more, check=True):
        return run([self.options.program, "build", self.unit, "-o", self.out, *more],
                   environment={"GONGKAI_HOME": str(self.home)}, check=check).stderr

    def expect(self, report, built, why, *more):
        """Whether a build makes the files again."""
        said = self.said(*more)
        report.check(("已生成" if built else "没有变化，不用重新生成") in said, f"{why}: {said}")
        return said


def append(path, text):
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def check_inputs(report, builds):
    year = builds.unit / "2024.yaml"
    os.utime(year, (0, 0))
    builds.expect(report, False, "a file touched but the same")
    append(year, "\n# 注\n")
    said = builds.expect(report, True, "a changed comment")
    report.check("内容没有变化" in said, f"a changed comment is not told as no change: {said}")
    year.write_text(year.read_text(encoding="utf-8").replace("公务用车运行维护费: 1.95", "公务用车运行维护费: 1.85"),
                    encoding="utf-8")
    said = builds.expect(report, True, "a corrected figure")
    report.check("比上次生成的：账本改了 1 处" in said, f"the correction is not told: {said}")
    append(builds.home / "templates" / "base" / "facts.yaml", "\n# 注\n")
    builds.expect(report, True, "a changed pack it extends")
    (builds.home / "templates" / "hubei" / "tables" / "附加.yaml").write_text("标题: 一\n", encoding="utf-8")
    report.check("没有变化" not in builds.said(check=False), "a table added to the pack was not seen")
    (builds.home / "templates" / "hubei" / "tables" / "附加.yaml").unlink()
    builds.expect(report, False, "the table gone again")
    (builds.unit / "2023.yaml").write_text("年度: 2023\n", encoding="utf-8")
    report.check("没有生成" in builds.said(check=False), "last year's ledger appeared, but was not read")
    (builds.unit / "2023.yaml").unlink()
    builds.expect(report, False, "last year's ledger gone again")


def check_outputs(report, builds):
    before = tree_bytes(builds.out)
    for suffix in ("*.pdf", "*.xlsx", "数据来源.json", RECORD):
        path = next(builds.out.rglob(suffix))
        path.unlink()
        builds.expect(report, True, f"{path.name} deleted")
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(bytes(content))
        builds.expect(report, True, f"{path.name} tampered with")
        report.check(tree_bytes(builds.out) == before, f"{path.name}: repaired to other bytes")


def check_settings(report, builds):
    before = tree_bytes(builds.out)
    builds.expect(report, True, "--force", "--force")
    report.check(tree_bytes(builds.out) == before, "building again gave other bytes")
    builds.expect(report, True, "only the PDF", "--only", "pdf")
    builds.expect(report, False, "only the PDF again", "--only", "pdf")
    builds.expect(report, True, "with the sheet of sources", "--sources")
    builds.expect(report, True, "both as before")
    report.check(tree_bytes(builds.out) == before, "going back to both gave other bytes")


def check_record(report, builds):
    """The record is small, names inputs so that a copy elsewhere has the same, and another program does not trust it."""
    path = next(builds.out.rglob(RECORD))
    record = json.loads(path.read_text(encoding="utf-8"))["record"]
    files = [file for file, _ in record["inputs"]]
    report.check(all(file.startswith(("单位/", "程序/")) and ".." not in file for file in files), f"inputs {files}")
    report.check({"单位/2024.yaml", "单位/unit.yaml", "单位/2023.yaml"} <= set(files), "an input is missing")
    report.equal(sorted(name for name, _ in record["outputs"]),
                 sorted(p.name for p in path.parent.iterdir() if p.name != RECORD), "outputs")
    pdf = next(builds.out.rglob("*.pdf"))
    report.check(path.stat().st_size < pdf.stat().st_size, f"the record has {path.stat().st_size} bytes")
    other = builds.out.parent / "elsewhere"
    shutil.copytree(builds.unit, other / "jianghan")
    run([builds.options.program, "build", other / "jianghan", "-o", other / "out"],
        environment={"GONGKAI_HOME": str(builds.home)})
    report.check(tree_bytes(other / "out") == tree_bytes(builds.out), "another folder gave other bytes")


def main():
    options = arguments(__doc__)
    report = Report()
    builds = Builds(options, fresh_folder(options.scratch))
    builds.expect(report, True, "the first build")
    builds.expect(report, False, "nothing changed")
    check_inputs(report, builds)
    check_outputs(report, builds)
    check_settings(report, builds)
    check_record(report, builds)
    report.finish()


if __name__ == "__main__":
    main()
