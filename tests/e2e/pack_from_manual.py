"""A pack made from docs/模板编写.md alone: tables first, codes in three columns, a table the other packs lack."""
import shutil

from support.program import arguments, fresh_folder, run

DATA = ("data/classification", "data/trial", "data/shifan", "templates/base")
PHRASES = ("第一编", "1,212.35", "会议费、培训费支出情况表", "48.00%", "53.33%")


def main():
    options = arguments(__doc__)
    scratch = fresh_folder(options.scratch)
    home = scratch / "home"
    for folder in DATA:
        shutil.copytree(options.source / folder, home / folder)
    shutil.copytree(options.source / "tests/packs/binhai", home / "templates/binhai")
    environment = {"GONGKAI_HOME": str(home)}
    run([options.program, "pack", "check", "binhai", "--strict"], environment=environment)
    run([options.program, "build", options.source / "tests/packs/临港局", "-o", scratch / "out"], environment=environment)
    pdf = next((scratch / "out").rglob("*.pdf"))
    text = run(["pdftotext", "-layout", pdf, "-"]).stdout
    missing = [phrase for phrase in PHRASES if phrase not in text]
    assert not missing, f"not in the document: {missing}"
    assert text.index("第一编 决算表") < text.index("第二编 单位概况"), "the tables come first"
    assert any(line.split()[:3] == ["212", "01", "99"] for line in text.splitlines()), "codes in three columns"


if __name__ == "__main__":
    main()
