"""Tests PDF files given on the command line and lists the clauses that do not hold."""
import sys
from pathlib import Path

from support.standards import CLAUSES, problems
from support.standards.objects import read_pdf


def main():
    bad = 0
    for name in sys.argv[1:]:
        found = problems(read_pdf(Path(name)))
        bad += len(found)
        print(f"{name}: {len(CLAUSES)} clauses, {len(found)} problems")
        for clause, problem in found[:40]:
            print(f"  {clause}: {problem}")
    sys.exit(1 if bad or len(sys.argv) < 2 else 0)


if __name__ == "__main__":
    main()
