"""A pack that says 附件: 是 gets the answered self-check list as the last appendix; without it the list is only printed."""
import re
import shutil

from support.program import arguments, fresh_folder, output_of, run
from support.report import Report

LIST = "templates/hubei-wuhan/selfcheck.yaml"
TITLE = "部门决算公开工作情况自查表"


def pdf_text(folder):
    """The text of the one PDF below `folder`."""
    return output_of(["pdftotext", "-layout", next(folder.rglob("*.pdf")), "-"])


def main():
    options = arguments(__doc__)
    report = Report()
    home = fresh_folder(options.scratch)
    for name in ("templates", "data"):
        shutil.copytree(options.source / name, home / name)
    pack = (home / LIST).read_text(encoding="utf-8")
    report.equal(pack.count("附件: 否"), 1, "the list says whether it is an appendix")
    (home / LIST).write_text(pack.replace("附件: 否", "附件: 是"), encoding="utf-8")
    environment = {"GONGKAI_HOME": str(home), "GONGKAI_FONTS": str(options.program.parent / "fonts")}
    run([options.program, "build", home / "data/jianghan", "-o", home / "out", "--only", "pdf"], environment=environment)
    text = pdf_text(home / "out")
    appendix = text[text.rindex(f"、{TITLE}\n"):]
    rows = [int(number) for number in re.findall(r"^ *(\d{1,2}) +[\u4e00-\u9fff]{2,4}(?: |$)", appendix, re.M)]
    report.equal(rows, list(range(1, 55)), "the appendix has every item in order")
    report.check(re.search(rf"、{TITLE} \.+ \d+", text), "目录 lists the appendix")
    plain = pdf_text(options.built / "jianghan")
    report.check(TITLE not in plain, "a pack that does not ask has no such appendix")

    printed = run([options.program, "check", "--selfcheck", options.source / "data/jianghan"]).stdout
    numbers = [int(number) for number in re.findall(r"^ ?(\d{1,2})  (?:是|否|待人回答)", printed, re.M)]
    report.equal(numbers, list(range(1, 55)), "every item is answered or left for a person")
    report.check("共 54 项：" in printed and "不合格 0" in printed, "the count at the end")
    report.check(re.search(r"^42  .*\n.*反向题", printed, re.M), "item 42 is the other way round")
    report.finish()


if __name__ == "__main__":
    main()
