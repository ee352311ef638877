"""目录: every entry's number is printed on the page where its heading stands, and its link and outline lead there."""
from support.contents import contents_entries, printed_number
from support.navigation import Navigation
from support.pdf import pages_text, squeeze, structure
from support.program import check_outputs


def check_entries(report, name, pages, entries, indices):
    """Each entry's page: its number is printed there and its heading stands there, in order."""
    numbers = {printed_number(page): index for index, page in enumerate(pages)
               if index not in indices and printed_number(page) is not None}
    last = 0
    for title, number in entries:
        index = numbers.get(number)
        if not report.check(index is not None, f"{name}: no page is numbered {number} (目录: {title})"):
            continue
        report.check(title in squeeze(pages[index]), f"{name}: {title} does not stand on page {number}")
        report.check(index >= last, f"{name}: {title}: 目录 goes back from page {last} to {index}")
        last = index
    return numbers


def check_links(report, name, navigation, indices, entries, numbers):
    """Each 目录 line is a link to the page its number says; no link of the file is dead."""
    links = list(navigation.links())
    for link in links:
        report.check(navigation.page_of(link.target) is not None, f"{name}: link {link.target} leads nowhere")
    ordered = sorted((link for link in links if link.page in indices), key=lambda l: (l.page, -l.rect[3]))
    targets = [navigation.page_of(link.target) for link in ordered]
    merged = [page for i, page in enumerate(targets) if i == 0 or ordered[i].target != ordered[i - 1].target]
    report.equal(merged, [numbers.get(number) for _, number in entries], f"{name}: pages the 目录 links lead to")


def check_outline(report, name, navigation, pages):
    """Every outline entry stands on the page it leads to."""
    entries = list(navigation.outline_entries())
    report.check(len(entries) > 20, f"{name}: outline has only {len(entries)} entries")
    for title, page in entries:
        report.check(page is not None and squeeze(title) in squeeze(pages[page]),
                     f"{name}: outline entry {title} leads to page {page}, where it does not stand")


def check_labels(report, name, navigation, numbers):
    """A viewer's page label of a numbered page is the number printed on it."""
    for number, index in numbers.items():
        report.equal(navigation.label(index), str(number), f"{name}: label of the page that prints {number}")


def check_output(report, output):
    """目录, links, outline and labels of one PDF."""
    pages = pages_text(output.pdf, "-layout")
    entries, indices = contents_entries(pages)
    report.check(len(entries) >= 25, f"{output.name}: only {len(entries)} entries in 目录")
    numbers = check_entries(report, output.name, pages, entries, indices)
    navigation = Navigation(structure(output.pdf))
    check_links(report, output.name, navigation, indices, entries, numbers)
    check_outline(report, output.name, navigation, pages)
    check_labels(report, output.name, navigation, numbers)


if __name__ == "__main__":
    check_outputs(__doc__, check_output)
