"""Builds all samples once, from an empty output folder, for the tests that look at what was made."""
import sys

from support.program import SAMPLES, arguments, fresh_folder, outputs, run


def main():
    options = arguments(__doc__)
    fresh_folder(options.built)
    units = [options.source / "data" / name for name in SAMPLES]
    result = run([options.program, "build", *units, "-o", options.built], check=False)
    print(result.stdout, result.stderr)
    if result.returncode != 0:
        sys.exit(f"build ended with {result.returncode}")
    for output in outputs(options):
        print(output.name, output.year, output.pdf.stat().st_size, output.workbook.stat().st_size)


if __name__ == "__main__":
    main()
