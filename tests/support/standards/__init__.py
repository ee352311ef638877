"""The clauses of PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) that a program can test, and a reader of PDF objects.

Usage: PYTHONPATH=tests python3 -m support.standards FILE.pdf …
"""
from support.standards.access import CLAUSES as ACCESS
from support.standards.archive import CLAUSES as ARCHIVE
from support.standards.embedded_fonts import CLAUSES as FONTS
from support.standards.tables import CLAUSES as TABLES

CLAUSES = [*ARCHIVE, *FONTS, *ACCESS, *TABLES]


def problems(pdf):
    """(clause, what is wrong) of everything wrong with the file, clause by clause."""
    return [(clause.name, problem) for clause in CLAUSES for problem in clause.test(pdf)]
