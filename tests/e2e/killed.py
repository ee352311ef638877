"""Whatever ends a build early — SIGKILL at any moment, a full disk, another build of the same unit — the published pair is
the old one or the new one, whole, and the next build leaves no stray file.

GONGKAI_KILLS says how many builds are killed (the default run kills fewer than the nightly one)."""
import os
import random
import resource
import shutil
import signal
import subprocess
import time

from support.program import arguments, fresh_folder, run, tree_bytes
from support.report import Report

DEFAULT_KILLS = 20
FULL_DISK_STEPS = 8


def command(options, unit, out):
    return [str(options.program), "build", str(unit), "-o", str(out)]


def pair(folder):
    """The published files, without hidden ones."""
    return {name: data for name, data in tree_bytes(folder).items() if not name.startswith(".")}


class Alternation:
    """One unit folder whose ledger is exchanged between two versions, and what each of them publishes."""

    def __init__(self, options, scratch):
        self.options = options
        self.unit = scratch / "unit"
        shutil.copytree(options.source / "data" / "jianghan", self.unit)
        self.year = self.unit / "2024.yaml"
        text = self.year.read_text(encoding="utf-8")
        self.texts = (text, text.replace("往来专项经费和社会保险业务经费安排减少", "社会保险业务经费安排减少"))
        self.out = scratch / "out"
        self.target = self.out / "unit" / "2024"
        self.published, self.seconds = [], 0.0
        for version in range(2):
            self.write(version)
            start = time.monotonic()
            run(command(options, self.unit, self.out))
            self.seconds = max(self.seconds, time.monotonic() - start)
            self.published.append(pair(self.target))

    def write(self, version):
        """As an editor saves: in one step, so that the input is never half."""
        fresh = self.year.with_name("fresh")
        fresh.write_text(self.texts[version], encoding="utf-8")
        os.replace(fresh, self.year)

    def start(self, prepare=None):
        return subprocess.Popen(command(self.options, self.unit, self.out), stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL, preexec_fn=prepare)

    def which(self):
        """0 or 1: the version that is published; None when it is neither, whole."""
        found = pair(self.target)
        return self.published.index(found) if found in self.published else None

    def strays(self):
        """Everything in the output that is not a published file."""
        return sorted(str(path.relative_to(self.out)) for path in self.out.rglob("*")
                      if path.name.startswith(".") or (path.is_file() and path.parent != self.target))


def check_kills(report, work, count):
    """Builds killed at moments spread over a whole build; then one that ends, which cleans up."""
    chance = random.Random(20241120)
    seen = {0: 0, 1: 0, None: 0}
    left_behind = 0
    for step in range(count):
        work.write(step % 2)
        process = work.start()
        time.sleep(work.seconds * 1.1 * (step + chance.random()) / count)
        process.send_signal(signal.SIGKILL)
        process.wait()
        version = work.which()
        report.check(version is not None, f"kill {step}: the published files are neither the old nor the new ones")
        seen[version] += 1
        visible = [name for name in work.strays() if not any(part.startswith(".") for part in name.split("/"))]
        report.equal(visible, [], f"kill {step}: stray files")
        left_behind += bool(work.strays())
        if step % 10 == 9:
            run(command(work.options, work.unit, work.out))
            report.equal(work.strays(), [], f"after the build that followed kill {step}")
            report.equal(work.which(), step % 2, f"version after the build that followed kill {step}")
    print(f"{count} kills over {work.seconds:.2f} s: {seen[0]} and {seen[1]} published, {left_behind} left a folder to clean")


def check_two_at_once(report, work):
    """Two builds of one unit: both end well, one whole version stands."""
    for step in range(4):
        work.write(step % 2)
        first = work.start()
        time.sleep(work.seconds * step / 8)
        work.write((step + 1) % 2)
        second = work.start()
        report.equal((first.wait(), second.wait()), (0, 0), "exit status of two builds at once")
        report.check(work.which() is not None, "two builds at once left a mixture")
        report.equal(work.strays(), [], "two builds at once left files")


def check_full_disk(report, work):
    """Writing fails after a growing number of bytes, as on a full disk: refused, and the old pair stays."""
    largest = max(len(data) for data in work.published[0].values())
    run(command(work.options, work.unit, work.out))
    before = work.which()
    work.write(1 - before)
    for step in range(FULL_DISK_STEPS):
        limit = largest * step // FULL_DISK_STEPS

        def prepare(limit=limit):
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        status = work.start(prepare).wait()
        report.equal(status, 3, f"exit status with a disk full at {limit} bytes")
        report.equal(work.which(), before, f"published version with a disk full at {limit} bytes")
        report.equal(work.strays(), [], f"files left with a disk full at {limit} bytes")


def main():
    options = arguments(__doc__)
    report = Report()
    work = Alternation(options, fresh_folder(options.scratch))
    report.check(work.published[0] != work.published[1], "both versions publish the same")
    report.equal(work.which(), 1, "the version published last")
    check_kills(report, work, int(os.environ.get("GONGKAI_KILLS", DEFAULT_KILLS)))
    check_two_at_once(report, work)
    check_full_disk(report, work)
    report.finish()


if __name__ == "__main__":
    main()
