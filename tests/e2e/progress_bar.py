"""On a terminal the build shows a bar with the unit being built, and takes it away; elsewhere plain lines."""
import os
import pty
import subprocess

from support.program import arguments, fresh_folder, run
from support.report import Report

UNITS = ("jianghan", "gedian")


def on_terminal(command):
    """Standard error of a run whose standard error is a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    said = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        said += part
    os.close(ours)
    return process.wait(), said.decode("utf-8", errors="replace")


def main():
    options = arguments(__doc__)
    report = Report()
    scratch = fresh_folder(options.scratch)
    units = [options.source / "data" / name for name in UNITS]
    command = [options.program, "build", *units, "--only", "xlsx", "-o"]
    status, said = on_terminal([*command, scratch / "terminal"])
    report.equal(status, 0, f"exit status on a terminal\n{said}")
    for number, name in enumerate(UNITS):
        report.check(f"{number}/2 正在生成 {name} 2024" in said, f"no bar for {name}: {said!r}")
        report.check(f"{name} 2024：已生成" in said, f"no line for {name}: {said!r}")
    report.check("█" in said and said.rstrip().endswith("没有生成 0 个"), f"the bar is left behind: {said!r}")
    plain = run([*command, scratch / "plain"]).stderr
    report.check("█" not in plain and "\r" not in plain and "\033" not in plain, f"a bar without a terminal: {plain!r}")
    report.finish()


if __name__ == "__main__":
    main()
