"""`build --watch`: a save is answered at once, also by editors that rename; errors are told; signals end it cleanly."""
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

from support.program import arguments, fresh_folder
from support.report import Report

PATIENCE = 60   # seconds; a loaded machine is slow, a hanging program is a failure


class Watch:
    """A running `gongkai build --watch`; its messages go to a file."""

    def __init__(self, options, units, out, log):
        self.log = log
        self.stream = open(log, "w", encoding="utf-8")
        self.process = subprocess.Popen([str(options.program), "build", "--watch", str(units), "-o", str(out)],
                                        stdout=self.stream, stderr=self.stream)

    def said(self):
        return self.log.read_text(encoding="utf-8", errors="replace")

    def wait_for(self, words, after=0):
        """Seconds until `words` are said behind position `after`; None when they never are."""
        start = time.monotonic()
        while time.monotonic() - start < PATIENCE and self.process.poll() is None:
            if words in self.said()[after:]:
                return time.monotonic() - start
            time.sleep(0.005)
        return None

    def processor_seconds(self):
        """What the program has used so far: what a save costs, however busy the machine is."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self, number):
        self.process.send_signal(number)
        status = self.process.wait(PATIENCE)
        self.stream.close()
        return status


def published(out, name):
    return next((out / name / "2024").glob("*.pdf")).stat().st_mtime_ns


def save_in_place(path, text):
    path.write_text(text, encoding="utf-8")


def save_by_rename(path, text):
    """What vim and others do: a new file takes the old one's name."""
    fresh = path.with_name(path.name + "~new")
    fresh.write_text(text, encoding="utf-8")
    os.replace(fresh, path)


def check_saves(report, watch, year, out):
    text = year.read_text(encoding="utf-8")
    times, used = [], watch.processor_seconds()
    for number, save in enumerate((save_in_place, save_by_rename, save_in_place, save_by_rename)):
        before, said = published(out, "jianghan"), len(watch.said())
        save(year, text + f"# {number}\n其他说明: 第 {number} 次保存\n")
        took = watch.wait_for("jianghan 2024：已生成", said)
        report.check(took is not None, f"no build after {save.__name__}\n{watch.said()}")
        report.check(published(out, "jianghan") != before, f"the PDF is the old one after {save.__name__}")
        report.check("gedian" not in watch.said()[said:], "a unit that was not touched was built")
        times.append(took or PATIENCE)
    print("seconds from save to PDF: " + ", ".join(f"{took:.2f}" for took in times)
          + f"; processor seconds each: {(watch.processor_seconds() - used) / len(times):.2f}")
    return text


def check_error(report, watch, year, out, text):
    """An error is told, the good file stays, and the correction builds again."""
    before, said = published(out, "jianghan"), len(watch.said())
    save_in_place(year, text.replace("2080109: 303.10", "2080109: 三百", 1))
    report.check(watch.wait_for("E0212", said) is not None, f"the error was not told\n{watch.said()}")
    report.equal(published(out, "jianghan"), before, "the PDF after an error")
    said = len(watch.said())
    save_by_rename(year, text)
    report.check(watch.wait_for("jianghan 2024：", said) is not None, "no build after the correction")


def check_units(report, options, watch, units):
    """A unit that comes while watching is built and watched; a year file put aside and brought back is built again."""
    said = len(watch.said())
    shutil.copytree(options.source / "data" / "shifan", units / "shifan")
    report.check(watch.wait_for("shifan 2024：已生成", said) is not None, f"the new unit was not built\n{watch.said()[said:]}")
    year = units / "shifan" / "2024.yaml"
    for save in (save_in_place, save_by_rename):
        said = len(watch.said())
        save(year, year.read_text(encoding="utf-8") + "# 注\n")
        report.check(watch.wait_for("shifan 2024：已生成", said) is not None, "the new unit is not watched")
    aside = year.with_name("2024.yaml~")
    said = len(watch.said())
    year.rename(aside)
    time.sleep(0.5)
    aside.rename(year)
    report.check(watch.wait_for("shifan 2024：", said) is not None, f"nothing said of the file brought back\n{watch.said()[said:]}")


def main():
    options = arguments(__doc__)
    report = Report()
    scratch = fresh_folder(options.scratch)
    units, out = scratch / "units", scratch / "out"
    for name in ("jianghan", "gedian"):
        shutil.copytree(options.source / "data" / name, units / name)
    watch = Watch(options, units, out, scratch / "log")
    report.check(watch.wait_for("正在看着 2 个单位") is not None, f"watching did not begin\n{watch.said()}")
    year = units / "jianghan" / "2024.yaml"
    text = check_saves(report, watch, year, out)
    check_error(report, watch, year, out, text)
    check_units(report, options, watch, units)
    report.equal(watch.stop(signal.SIGINT), 0, "exit status after SIGINT")
    second = Watch(options, units, out, scratch / "log2")
    report.check(second.wait_for("正在看着") is not None, "watching did not begin again")
    report.equal(second.stop(signal.SIGTERM), 0, "exit status after SIGTERM")
    report.equal([path.name for path in out.rglob(".*")], [], "files left in the output")
    report.finish()


if __name__ == "__main__":
    main()
