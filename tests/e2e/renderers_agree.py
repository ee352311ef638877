"""Poppler and mupdf paint the same picture: the ink of each small square of each page is nearly equal."""
from support.pictures import RESOLUTION, check_page, paint
from support.program import arguments, fresh_folder, outputs, run
from support.report import Report


def check_output(report, output, folder):
    """All pages of one PDF."""
    ones = paint(output.pdf, folder)
    run(["mutool", "draw", "-q", "-r", RESOLUTION, "-c", "gray", "-o", folder / "mupdf-%03d.pgm", output.pdf])
    others = sorted(folder.glob("mupdf-*.pgm"))
    report.equal(len(ones), len(others), f"{output.name}: pages painted")
    for number, (one, other) in enumerate(zip(ones, others), start=1):
        check_page(report, f"{output.name} page {number}", one, other)
    for number, (one, other) in enumerate(zip(ones, others[1:]), start=1):
        trial = Report()
        check_page(trial, "", one, other)
        report.check(trial.failures, f"{output.name}: pages {number} and {number + 1} are taken for the same picture")


def main():
    options = arguments(__doc__)
    report = Report()
    for output in outputs(options):
        check_output(report, output, fresh_folder(options.scratch / output.name))
    report.finish()


if __name__ == "__main__":
    main()
