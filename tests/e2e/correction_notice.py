"""The 更正说明 says every sentence and cell that changed, in the words of the pack, and nothing of a faulty ledger."""
import json
import shutil

from support.pdf import pages_text, squeeze
from support.program import arguments, fresh_folder, run
from support.report import Report

REASON = "上年数填错一位"
OWN_WORDS = "@换 开头\n{单位.名称}就以下内容作出更正。\n@完\n"


def text_of(pdf):
    return squeeze("".join(pages_text(pdf)))


def check_notice(report, options, scratch, old, new):
    pdf = scratch / "更正说明.pdf"
    command = [options.program, "diff", old, new, "--format", "json", "--notice", pdf, "--reason", REASON]
    told = json.loads(run(command).stdout)
    first = pdf.read_bytes()
    run(["qpdf", "--check", pdf])
    text = text_of(pdf)
    report.check("的更正说明" in text and REASON in text, f"no title or reason: {text[:200]}")
    report.check(told["sentences"] and told["cells"], "the correction changes no sentence or no cell")
    for change in told["sentences"]:
        report.check(squeeze("原文：" + change["before"]) in text, f"not said before: {change['before']}")
        report.check(squeeze("更正为：" + change["after"]) in text, f"not said after: {change['after']}")
    for change in told["cells"]:
        report.check(squeeze(change["before"] + change["after"]) in text, f"not in the table: {change}")
    run(command)
    report.check(pdf.read_bytes() == first, "the same correction gave other bytes")


def check_own_words(report, options, scratch, old, new):
    """A pack changes a part of the common text."""
    home = scratch / "home"
    shutil.copytree(options.source / "templates", home / "templates")
    shutil.copytree(options.source / "data" / "classification", home / "data" / "classification")
    (home / "templates" / "hubei" / "correction.txt").write_text(OWN_WORDS, encoding="utf-8")
    pdf = scratch / "own.pdf"
    run([options.program, "diff", old, new, "--notice", pdf], environment={"GONGKAI_HOME": str(home)})
    text = text_of(pdf)
    report.check("就以下内容作出更正" in text and "已经公开的" not in text, f"the pack's words are not there: {text[:200]}")
    (home / "templates" / "hubei" / "correction.txt").write_text("{更正.句字}\n", encoding="utf-8")
    refused = run([options.program, "pack", "check", "hubei"], environment={"GONGKAI_HOME": str(home)}, check=False)
    report.check(refused.returncode == 1 and "correction.txt:1" in refused.stdout + refused.stderr,
                 f"a wrong name is not reported: {refused.stdout}{refused.stderr}")


def check_refusals(report, options, scratch, old, new):
    pdf = scratch / "refused.pdf"
    run([options.program, "build", new, "-o", scratch / "out"])
    built = run([options.program, "diff", old, scratch / "out" / "jianghan", "--notice", pdf], check=False)
    report.equal(built.returncode, 2, "a notice of a built folder")
    year = new / "2024.yaml"
    year.write_text(year.read_text(encoding="utf-8").replace("    2080101: 1132.06", "    2080101: 1032.06"),
                    encoding="utf-8")
    faulty = run([options.program, "diff", old, new, "--notice", pdf], check=False)
    report.equal(faulty.returncode, 1, "a notice of a faulty ledger")
    report.check("处错误" in faulty.stderr, f"the errors are not told: {faulty.stderr}")
    report.check(not pdf.exists(), "a refused notice was written")


def main():
    options = arguments(__doc__)
    report = Report()
    scratch = fresh_folder(options.scratch)
    old, new = scratch / "old" / "jianghan", scratch / "new" / "jianghan"
    for unit in (old, new):
        shutil.copytree(options.source / "data" / "jianghan", unit)
    year = new / "2024.yaml"
    year.write_text(year.read_text(encoding="utf-8").replace("稽核人次: {值: ", "稽核人次: {值: 1"), encoding="utf-8")
    check_notice(report, options, scratch, old, new)
    check_own_words(report, options, scratch, old, new)
    check_refusals(report, options, scratch, old, new)
    report.finish()


if __name__ == "__main__":
    main()
