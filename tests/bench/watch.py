#!/usr/bin/python3
"""Measures `gongkai build --watch`: from saving a correction of one figure to the exchange of the published folder.

Two versions of one ledger take turns, both in balance; each published PDF must be another one. The exchange is seen through
inotify on the folder that holds the published one."""
import argparse
import ctypes
import os
import select
import shutil
import signal
import statistics
import struct
import subprocess
import tempfile
import time
from pathlib import Path

CORRECTION = ("公务用车运行维护费: 1.95", "公务用车运行维护费: 1.85")
IN_MOVED_TO = 0x80
PATIENCE = 30   # seconds; also for the first build
PAUSE = 0.3     # a person does not save again at once


class Exchanges:
    """The moments at which a name appears in a folder, as the kernel tells of them."""

    def __init__(self, folder, name):
        self.libc = ctypes.CDLL(None, use_errno=True)
        self.descriptor = self.libc.inotify_init1(os.O_NONBLOCK)
        self.name = name
        if self.libc.inotify_add_watch(self.descriptor, str(folder).encode(), IN_MOVED_TO) < 0:
            raise OSError(ctypes.get_errno(), f"cannot watch {folder}")

    def wait(self):
        """The time of the next one."""
        end = time.monotonic() + PATIENCE
        while select.select([self.descriptor], [], [], max(0, end - time.monotonic()))[0]:
            now = time.monotonic()
            data, at = os.read(self.descriptor, 65536), 0
            while at < len(data):
                length = struct.unpack_from("iIII", data, at)[3]
                if data[at + 16:at + 16 + length].rstrip(b"\0").decode() == self.name:
                    return now
                at += 16 + length
        raise TimeoutError("nothing was published")


def published(folder):
    return next(folder.glob("*.pdf")).read_bytes()


def measure(options, scratch):
    """Seconds of each correction."""
    unit, out = scratch / "jianghan", scratch / "out"
    shutil.copytree(options.source / "data" / "jianghan", unit)
    year, folder = unit / "2024.yaml", out / "jianghan" / "2024"
    texts = [year.read_text(encoding="utf-8")]
    texts.append(texts[0].replace(*CORRECTION))
    if texts[0] == texts[1]:
        raise RuntimeError(f"{CORRECTION[0]} is not in {year}")
    with open(scratch / "log", "w", encoding="utf-8") as log:
        process = subprocess.Popen([options.program, "build", "--watch", unit, "-o", out], stdout=log, stderr=log)
        try:
            end = time.monotonic() + PATIENCE
            while "正在看着" not in (scratch / "log").read_text(encoding="utf-8"):
                if time.monotonic() > end or process.poll() is not None:
                    raise RuntimeError((scratch / "log").read_text(encoding="utf-8"))
                time.sleep(0.01)
            return correct(options.number, year, texts, folder)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()


def correct(number, year, texts, folder):
    exchanges = Exchanges(folder.parent, folder.name)
    seconds = []
    for step in range(number):
        before = published(folder)
        time.sleep(PAUSE)
        fresh = year.with_name(".2024.yaml.new")
        fresh.write_text(texts[(step + 1) % 2], encoding="utf-8")
        start = time.monotonic()
        os.replace(fresh, year)   # as editors save
        seconds.append(exchanges.wait() - start)
        if published(folder) == before:
            raise RuntimeError("the PDF is the old one")
    return seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True, help="the gongkai binary")
    parser.add_argument("--source", type=Path, required=True, help="the source folder (holds data/)")
    parser.add_argument("--number", type=int, default=21, help="how many corrections")
    options = parser.parse_args()
    options.program, options.source = options.program.resolve(), options.source.resolve()
    with tempfile.TemporaryDirectory() as scratch:
        seconds = measure(options, Path(scratch))
    milliseconds = sorted(1000 * one for one in seconds)
    print(f"{len(seconds)} corrections: median {statistics.median(milliseconds):.1f} ms, "
          f"best {milliseconds[0]:.1f}, worst {milliseconds[-1]:.1f}")


if __name__ == "__main__":
    main()
