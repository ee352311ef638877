"""timed.py COMMAND…: runs it and prints its seconds of clock and processor, peak MiB, and exit status, as JSON.

A program of its own because a new process counts the memory of the one it was forked from as its own peak: this one's is
small (about 9 MiB, below which no peak can be seen).
"""
import os
import sys
import time

QUIET = [(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)]

start = time.monotonic()
pid = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=QUIET)
_, status, usage = os.wait4(pid, 0)
wall = time.monotonic() - start
print(f'{{"wall": {wall}, "processor": {usage.ru_utime + usage.ru_stime}, "peak": {usage.ru_maxrss / 1024}, '
      f'"status": {os.waitstatus_to_exitcode(status)}}}')
