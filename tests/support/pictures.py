"""Pages as pictures, and whether two of them show the same."""
import re

from support.program import run

RESOLUTION = 60
SQUARE = 12           # pixels: 5 mm
LIMIT = 0.13          # of a square's full black; two renderers smooth edges differently (measured: up to 0.095)
PAGE_LIMIT = 0.009    # mean difference of a page (measured: up to 0.0061)


def read_pgm(path):
    """Width, height and bytes (0 black … 255 white) of a binary PGM."""
    data = path.read_bytes()
    head = re.match(rb"P5\s(?:#.*\s)*(\d+)\s+(\d+)\s+255\s", data)
    return int(head[1]), int(head[2]), data[head.end():]


def ink(width, height, pixels):
    """The mean darkness (0…1) of each square."""
    rows = []
    for top in range(0, height - SQUARE + 1, SQUARE):
        sums = [0] * (width // SQUARE)
        for y in range(top, top + SQUARE):
            start = y * width
            for index in range(len(sums)):
                sums[index] += sum(pixels[start + index * SQUARE:start + (index + 1) * SQUARE])
        rows.append([1 - total / (255 * SQUARE * SQUARE) for total in sums])
    return rows


def check_page(report, where, one, other):
    """Compares two pictures of a page, square by square."""
    size_one, size_other = read_pgm(one), read_pgm(other)
    close = abs(size_one[0] - size_other[0]) <= 1 and abs(size_one[1] - size_other[1]) <= 1
    if not report.check(close, f"{where}: sizes differ {size_one[:2]} {size_other[:2]}"):
        return
    differences = [abs(a - b) for rows in zip(ink(*size_one), ink(*size_other)) for a, b in zip(*rows)]
    worst, mean = max(differences), sum(differences) / len(differences)
    report.check(worst <= LIMIT, f"{where}: a square differs by {worst:.3f}")
    report.check(mean <= PAGE_LIMIT, f"{where}: the page differs by {mean:.4f} on average")


def paint(pdf, folder):
    """The pictures poppler makes of all pages, in order."""
    # Without "shape" poppler paints a hairline a whole pixel wide, which is its choice, not the file's.
    run(["pdftoppm", "-gray", "-thinlinemode", "shape", "-r", RESOLUTION, pdf, folder / "poppler"])
    return sorted(folder.glob("poppler-*.pgm"))
