"""Runs the contenders in turn, round after round, and checks every output."""
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from checks import WrongOutput, check

HERE = Path(__file__).resolve().parent
SLOW = 3.0  # seconds of the warm-up from which a program runs in the first `slow_runs` rounds only


class Failed(Exception):
    """A program ended with an error."""


def timed(command, environment):
    """Clock and processor seconds and peak MiB of one process with its children; it must end well."""
    line = [sys.executable, "-I", "-S", HERE / "timed.py", *command]
    result = subprocess.run([str(part) for part in line], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                            env={**os.environ, **environment}, check=True)
    run = json.loads(result.stdout)
    if run["status"] != 0:
        raise Failed(f"以 {run['status']} 结束：{result.stderr.strip()[-300:]}")
    return run["wall"], run["processor"], run["peak"]


def remove_output(contender):
    if contender.output and contender.output.is_dir():
        shutil.rmtree(contender.output)
    elif contender.output:
        contender.output.unlink(missing_ok=True)


def files_of(contender):
    """The PDF and XLSX files it made."""
    place = contender.output
    paths = [place] if place.is_file() else [path for path in place.rglob("*.*") if path.suffix in (".pdf", ".xlsx")]
    if len(paths) != (2 if contender.makes == "both" else 1):
        raise WrongOutput(f"{contender.output.name}: {len(paths)} files")
    return paths


def run_once(contender, expected):
    """One run into an empty place, checked."""
    remove_output(contender)
    result = timed(contender.command, contender.environment)
    if contender.output:
        contender.made = check(files_of(contender), expected)
    return result


def race(contenders, expected, runs, slow_runs, progress):
    """A round to warm up, then `runs` rounds, each starting with another program. Returns why some were dropped."""
    dropped, slow, running = [], set(), list(contenders)
    for number in range(runs + 1):
        turn = number % max(1, len(running))
        for contender in running[turn:] + running[:turn]:
            if number > slow_runs and id(contender) in slow:
                continue
            progress(f"{number}/{runs} {contender.name} {contender.makes or 'start'}")
            try:
                result = run_once(contender, expected)
            except (Failed, WrongOutput, OSError, subprocess.CalledProcessError) as problem:
                running.remove(contender)
                contender.runs.clear()
                dropped.append(f"{contender.name}（{contender.makes or '启动'}）：{problem}")
                continue
            if number > 0:
                contender.runs[number] = result
            elif result[0] > SLOW:
                slow.add(id(contender))
    return dropped
