"""A machine that gives no more threads: that is said, and nothing is waited for."""
import resource

from support.program import arguments, fresh_folder, run
from support.report import Report

STACK = 8 << 30     # of each thread: there is no room for one
ADDRESSES = 4 << 30
PATIENCE = 60       # seconds; hanging would be for ever


def without_threads():
    _, most = resource.getrlimit(resource.RLIMIT_STACK)
    resource.setrlimit(resource.RLIMIT_STACK, (STACK, most))
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))


def main():
    options = arguments(__doc__)
    report = Report()
    scratch = fresh_folder(options.scratch)
    if run([options.program, "--version"], check=False, prepare=without_threads).returncode != 0:
        print("the program itself (a sanitizer's) does not start in so little room: the rest was not tried")
        report.equal(run([options.program, "--version"]).returncode, 0, "status with room enough")
        report.finish()
    unit = options.source / "data" / "jianghan"
    alone = run([options.program, "build", unit, "-o", scratch / "alone"], check=False, prepare=without_threads,
                timeout=PATIENCE)
    report.equal(alone.returncode, 3, f"status of a build without threads\n{alone.stderr}")
    report.check("系统不给新的线程" in alone.stderr, f"said: {alone.stderr!r}")
    report.check(not list((scratch / "alone").rglob("*.pdf")), "a PDF was published all the same")
    report.finish()


if __name__ == "__main__":
    main()
