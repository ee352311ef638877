"""Collects the checks of one test. A test that checked nothing fails."""
import sys


class Report:
    """Counts checks and keeps what failed, so that one run shows every problem."""

    def __init__(self, shown=60):
        self.checked = 0
        self.failures = []
        self.shown = shown

    def check(self, condition, message):
        """One check; `message` is said when it fails. Returns the condition."""
        self.checked += 1
        if not condition:
            self.failures.append(message)
        return bool(condition)

    def equal(self, got, want, what):
        """`got` must equal `want`."""
        return self.check(got == want, f"{what}: expected {want!r}, got {got!r}")

    def finish(self):
        """Prints the failures and a count; ends the process with status 1 when one failed or none was made."""
        for message in self.failures[:self.shown]:
            print(f"FAILED {message}")
        if len(self.failures) > self.shown:
            print(f"… and {len(self.failures) - self.shown} more")
        if self.checked == 0:
            print("FAILED nothing was checked")
        print(f"{self.checked - len(self.failures)} of {self.checked} checks passed")
        sys.exit(1 if self.failures or self.checked == 0 else 0)
