"""Files and machines that are not as they should be: a clear message, the documented exit status, nothing published lost."""
import os
import resource
import shutil
import signal
import subprocess
import time

from support.program import arguments, fresh_folder, run, tree_bytes
from support.report import Report

UNIT = "jianghan"
MEGABYTE = 1024 * 1024


class Trial:
    """A published unit, and the program run against what is done to it."""

    def __init__(self, options, report):
        self.program, self.report, self.source = options.program, report, options.source
        self.scratch = fresh_folder(options.scratch)
        self.unit = self.scratch / UNIT
        self.out = self.scratch / "out"
        self.restore()
        run([self.program, "build", self.unit, "-o", self.out])
        self.published = tree_bytes(self.out)

    def restore(self):
        """The unit as it was."""
        shutil.rmtree(self.unit, ignore_errors=True)
        shutil.copytree(self.source / "data" / UNIT, self.unit)

    def expect(self, name, status, words, command="build", path=None, **settings):
        """Runs the program: its exit status, words of its message, and the published pair untouched."""
        target = [] if command == "check" else ["-o", settings.pop("out", self.out), "--force"]
        result = run([self.program, *command.split(), path or self.unit, *target], check=False, **settings)
        said = result.stdout + result.stderr
        self.report.equal(result.returncode, status, f"{name}: exit status ({said[:200]})")
        for word in words:
            self.report.check(word in said, f"{name}: “{word}” is not in: {said[:400]}")
        self.report.check(tree_bytes(self.out) == self.published, f"{name}: the published files changed")
        return said


def check_year_files(trial):
    """What stands in the place of the year file."""
    year = trial.unit / "2024.yaml"
    text = year.read_text(encoding="utf-8")
    sparse = trial.scratch / "sparse"
    with sparse.open("wb") as file:
        file.truncate(100 * MEGABYTE)
    as_bytes = {
        "UTF-16": (text.encode("utf-16"), ["E0103", "UTF-16", "另存为"]),
        "GBK": (text.encode("gbk"), ["E0103", "不是 UTF-8 编码", "GBK"]),
        "a PDF": (b"%PDF-1.7\n\xe2\xe3", ["E0103", "是 PDF 文件"]),
        "only carriage returns": (text.replace("\n", "\r").encode(), ["E0107", "单独的回车符"]),
        "nothing": (b"", ["E0205", "文件是空的"]),
        "a comma": (b",", ["E0201"]),
        "an alias bomb": (b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b,*b]\n", ["E0204"]),
        "deep brackets": (b"a: " + b"[" * 3_000_000, ["E0203", "嵌套太深"]),
        "a zero byte": (text.encode() + b"\0", ["E0103", "不是文本文件"]),
        "hundreds of thousands of tabs": (b"\tx: 1\n" * 300_000, ["E0202", "299000 处没有列出"]),
        "a million zeros": (text.replace("2080109: 303.10", "2080109: " + "0" * MEGABYTE).encode(), ["E0212"]),
    }
    for name, (data, words) in as_bytes.items():
        year.write_bytes(data)
        trial.expect(f"a year file of {name}", 1, words, timeout=120)
    for name, make, words in (("a folder", year.mkdir, ["E0101", "这不是一个文件"]),
                              ("a pipe", lambda: os.mkfifo(year), ["E0101", "这不是一个文件"]),
                              ("a link to itself", lambda: year.symlink_to("2024.yaml"), ["E0101", "没有这个文件"]),
                              ("endless zeros", lambda: year.symlink_to("/dev/zero"), ["E0101", "这不是一个文件"]),
                              ("100 MB", lambda: sparse.rename(year), ["E0102", "文件太大"])):
        year.unlink()
        make()
        limit = lambda: resource.setrlimit(resource.RLIMIT_DATA, (64 * MEGABYTE, 64 * MEGABYTE))
        trial.expect(f"a year file that is {name}", 1, words, command="check", timeout=30,
                     prepare=limit if name == "100 MB" else None)
        if name == "a folder":
            year.rmdir()
            year.touch()
    trial.restore()


def check_folders(trial):
    """Paths that hold no unit."""
    (trial.unit / "unit.yaml").unlink()
    trial.expect("no unit.yaml", 2, ["E0901", "有年度文件，却没有 unit.yaml"])
    trial.expect("no unit.yaml, by file", 1, ["E0101", "unit.yaml"], path=trial.unit / "2024.yaml")
    (trial.unit / "2024.yaml").rename(trial.unit / "说明.txt")
    trial.expect("neither file", 2, ["E0901", "没有可用的账本"])
    trial.expect("a file that is no year", 2, ["E0901", "不是年度文件"], path=trial.unit / "说明.txt")
    trial.expect("no such folder", 2, ["E0901", "没有“"], path=trial.scratch / "没有")
    trial.restore()


def check_long_texts(trial):
    """长文 files that are missing, links, outside the folder or no text."""
    year = trial.unit / "2024.yaml"
    original = year.read_text(encoding="utf-8")
    attachments = trial.unit / "附件"
    attachments.mkdir()
    (attachments / "图.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (attachments / "链接.txt").symlink_to("/etc/hostname")
    (attachments / "控制.txt").write_text("一段\x07文字\n", encoding="utf-8")
    for name, words in (("附件/没有.txt", ["E0101", "没有这个文件"]), ("附件", ["E0101", "不是一个文件"]),
                        ("附件/图.png", ["E0103", "是 PNG 图片"]), ("附件/链接.txt", ["E0104", "链接"]),
                        ("../../etc/passwd", ["E0104", "不能用"]), ("/etc/passwd", ["E0104", "不能用"]),
                        ("附件/控制.txt", ["E0236", "U+0007"])):
        year.write_text(original + f"\n其他说明: {{文件: {name}}}\n", encoding="utf-8")
        trial.expect(f"a long text in {name}", 1, words, command="check")
    trial.restore()


def check_names(trial):
    """Names that become file names."""
    unit_file = trial.unit / "unit.yaml"
    lines = unit_file.read_text(encoding="utf-8").splitlines()
    for value, status, words in (("'甲/乙\\丙:丁'", 0, []), ("'../../../../甲'", 0, []), ('"甲\\n乙"', 1, ["E0229"]),
                                 ('"甲\\0乙"', 1, ["E0236", "U+0000"]), ('"甲\\e[2J乙"', 1, ["E0236", "U+001B"]),
                                 ("甲\u202e乙", 1, ["E0236", "U+202E"]), ("中" * 200, 1, ["E0723"])):
        changed = [f"名称: {value}" if line.startswith("名称:") else line for line in lines]
        unit_file.write_text("\n".join(changed) + "\n", encoding="utf-8")
        out = fresh_folder(trial.scratch / "named")
        said = trial.expect(f"a unit called {value[:20]}", status, words, out=out)
        trial.report.check("\x1b" not in said, f"a unit called {value[:20]}: the terminal is given orders")
        written = [p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()]
        own = [p for p in written if p.startswith(f"{UNIT}/2024/") and "/" not in p.removeprefix(f"{UNIT}/2024/")]
        expected = len(own) if status == 0 else 0
        trial.report.check(len([p for p in written if p.endswith((".pdf", ".xlsx"))]) <= expected,
                           f"a unit called {value[:20]}: files at {written}")
    trial.restore()


def check_fonts(trial):
    """A font file cut in half, no font, missing, and no fonts folder."""
    fonts = trial.scratch / "fonts"
    program_fonts = trial.program.parent / "fonts"
    victim = sorted(p.name for p in program_fonts.iterdir() if p.suffix == ".otf")[0]

    def cut():
        data = (fonts / victim).read_bytes()
        (fonts / victim).write_bytes(data[:len(data) // 2])

    for name, damage, words in (("cut in half", cut, ["E0713", "文件不完整"]),
                                ("a text", lambda: (fonts / victim).write_text("字体"), ["E0713", "不是 OpenType"]),
                                ("missing", lambda: (fonts / victim).unlink(), ["E0712", "缺字体文件"]),
                                ("without roles", lambda: (fonts / "roles.yaml").unlink(), ["E0711"]),
                                ("gone", lambda: shutil.rmtree(fonts), ["E0711"])):
        shutil.rmtree(fonts, ignore_errors=True)
        shutil.copytree(program_fonts, fonts)
        damage()
        said = trial.expect(f"fonts {name}", 3, words, environment={"GONGKAI_FONTS": str(fonts)})
        lines = [line for line in said.splitlines() if line.startswith("错误")]
        trial.report.check(len(lines) == len(set(lines)), f"fonts {name}: one problem said twice")
    trial.expect("no home", 3, ["找不到程序自带的 templates"], environment={"GONGKAI_HOME": str(trial.scratch)})


def check_output(trial):
    """Output that cannot be written."""
    file = trial.scratch / "file"
    file.touch()
    trial.expect("output below a file", 3, ["E0951", "不是文件夹"], out=file)
    trial.expect("output into a device", 3, ["E0951"], out="/dev/full")
    trial.expect("output into the kernel", 3, ["E0951"], out="/proc/out")
    for limit in (0, 1000, 100_000):
        prepare = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        trial.expect(f"at most {limit} bytes a file", 3, ["E0805", "检查磁盘空间"], prepare=prepare)
        if limit < 10_000:
            trial.expect(f"at most {limit} bytes a workbook", 3, ["E0858", "磁盘"], command="build --only xlsx",
                         prepare=prepare)
    with open("/dev/full", "w") as full:
        result = subprocess.run([trial.program, "codes"], stdout=full, stderr=subprocess.PIPE, text=True)
    trial.report.equal(result.returncode, 3, "a full disk behind the standard output: exit status")
    trial.report.check("没能全部写出" in result.stderr, "a full disk behind the standard output: no word of it")


def pair(tree):
    """The two files people read."""
    return {path: data for path, data in tree.items() if path.endswith((".pdf", ".xlsx")) and "/." not in path}


def check_stopped(trial):
    """SIGTERM and SIGINT at any moment: the old pair stays, and the next run clears what was left."""
    begin = time.monotonic()
    run([trial.program, "build", trial.unit, "-o", trial.scratch / "timed", "--force"])
    whole = time.monotonic() - begin
    stopped = 0
    for step, number in enumerate([signal.SIGTERM] * 8 + [signal.SIGINT] * 2):
        process = subprocess.Popen([trial.program, "build", trial.unit, "-o", trial.out, "--force"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(whole * (step % 8) / 9)
        process.send_signal(number)
        status = process.wait(timeout=60)
        if status == 0:
            continue
        stopped += 1
        trial.report.equal(status, -number, "stopped: exit status")
        trial.report.check(pair(tree_bytes(trial.out)) == pair(trial.published), "stopped: the published pair is not whole")
    trial.report.check(stopped > 0, "every run was too fast to be stopped")
    run([trial.program, "build", trial.unit, "-o", trial.out, "--force"])
    left = [p.name for p in trial.out.rglob(".*gongkai-tmp*")]
    trial.report.check(not left, f"left behind: {left}")
    trial.report.equal(tree_bytes(trial.out).keys(), trial.published.keys(), "files after the next run")


def main():
    options = arguments(__doc__)
    report = Report()
    trial = Trial(options, report)
    for check in (check_year_files, check_folders, check_long_texts, check_names, check_fonts, check_output,
                  check_stopped):
        check(trial)
    report.finish()


if __name__ == "__main__":
    main()
