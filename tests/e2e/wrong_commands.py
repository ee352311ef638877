"""A command written wrongly: what is said is Chinese, names the word that is wrong and where to read on; status 2."""
import re

from support.program import arguments, run
from support.report import Report

# A command line, and what is said of it.
WRONG = (
    ("", "没有写命令"),
    ("biuld data", "没有命令“biuld”，是不是“build”？"),
    ("--vesion", "没有选项“--vesion”"),
    ("build", "没有写“账本”"),
    ("build data --jobs abc", "“--jobs”要写 1 到 64 的整数，写的是“abc”"),
    ("build data --jobs 0", "“--jobs”要写 1 到 64 的整数，写的是“0”"),
    ("build data --jobs 2.5", "“--jobs”要写 1 到 64 的整数，写的是“2.5”"),
    ("build data --jobs 99999999999999999999", "“--jobs”要写 1 到 64 的整数，写的是“99999999999999999999”"),
    ("build data --jobs", "“--jobs”后面没有写值，或写多了"),
    ("build data --jobs 2 --jobs 3", "“--jobs”后面没有写值，或写多了"),
    ("build data --only pdf,doc", "“--only”要写 pdf 或 xlsx，写的是“doc”"),
    ("build data --shard 4/3", "“--shard”要写成 3/10 这样：第几份/共几份"),
    ("build data --darft", "没有选项“--darft”，是不是“--draft”？"),
    ("build data --draft=abc", "“--draft”后面不用写值"),
    ("build data -z", "没有选项“-z”"),
    ("new data --year 24", "“--year”要写 2001 到 2100 的整数，写的是“24”"),
    ("check data --format xml", "“--format”要写 text 或 json，写的是“xml”"),
    ("explain data", "没有写“问什么”"),
    ("diff a", "没有写“现在的”"),
    ("diff a b c", "多写了“c”"),
    ("diff a b --reason x", "“--reason”要和“--notice”一起写"),
    ("schema foo", "“文件”要写 unit 或 year，写的是“foo”"),
    ("pack", "没有写命令"),
    ("pack chek base", "没有命令“chek”，是不是“check”？"),
)
ENGLISH = re.compile(r"REQUIRED|TEXT|INT\b|Usage|Options|Positionals|Subcommands|Print|Display|[Vv]alue|range")
COMMANDS = ("build", "check", "explain", "new", "diff", "schema", "pack", "fonts", "codes", "dictionary")


def first_command(line):
    """The words of a command line that are commands: the help page that is pointed to."""
    words = []
    for word in line.split():
        if word not in COMMANDS or words:
            break
        words.append(word)
    return "".join(" " + word for word in words)


def main():
    options = arguments(__doc__)
    report = Report()
    for line, expected in WRONG:
        result = run([options.program, *line.split()], check=False)
        report.equal(result.returncode, 2, f"exit status of “{line}”")
        said = f"命令写得不对：{expected}\n看用法：gongkai{first_command(line)} --help\n"
        report.equal(result.stderr, said, f"said of “{line}”")
        report.equal(result.stdout, "", f"standard output of “{line}”")
    for command in ((), *((name,) for name in COMMANDS), ("pack", "check")):
        page = run([options.program, *command, "--help"]).stdout
        report.check("用法：gongkai" in page, f"no usage in the help page of {command}")
        report.equal(ENGLISH.findall(page), [], f"English in the help page of {command}")
    version = run([options.program, "--version"]).stdout
    report.check(re.fullmatch(r"gongkai \d+\.\d+\.\d+( [0-9a-f]{40})?\n", version), f"version {version!r}")
    report.finish()


if __name__ == "__main__":
    main()
