"""The race's results as Markdown: medians, quartiles, and ratios taken round by round."""
import os
import platform
import re
import statistics
from pathlib import Path

WALL, PROCESSOR, PEAK = 0, 1, 2
MAKES = {"pdf": "PDF", "xlsx": "工作簿", "both": "PDF 和工作簿"}


def spread(values, digits=0):
    """Median, with the quartiles when there are enough values."""
    middle = f"{statistics.median(values):.{digits}f}"
    if len(values) < 4:
        return middle
    low, _, high = statistics.quantiles(values, n=4, method="inclusive")
    return f"{middle}（{low:.{digits}f}–{high:.{digits}f}）"


def ratios(contender, base, what):
    """Of each round both ran in."""
    return [contender.runs[number][what] / base.runs[number][what] for number in contender.runs if number in base.runs]


def combined(first, second, make):
    """Two programs one after the other, as if they were one: times added round by round."""
    joined = make(f"{first.name} + {second.name}", "both", [])
    joined.runs = {number: (first.runs[number][WALL] + second.runs[number][WALL],
                            first.runs[number][PROCESSOR] + second.runs[number][PROCESSOR],
                            max(first.runs[number][PEAK], second.runs[number][PEAK]))
                   for number in first.runs if number in second.runs}
    return joined


def row_of(one, alike, whole):
    """One line: times, memory, how many times as long as gongkai for the same, and as gongkai for everything."""
    cells = [one.name, MAKES[one.makes], spread([1000 * run[WALL] for run in one.runs.values()]),
             spread([1000 * run[PROCESSOR] for run in one.runs.values()]),
             f"{statistics.median(run[PEAK] for run in one.runs.values()):.0f}"]
    for base in (alike, whole):
        cells += [spread(ratios(one, base, what), 1) for what in (WALL, PROCESSOR)] if one is not base else ["1", "1"]
    made = one.made
    cells.append(f"{made.pages} 页，{'有' if made.tagged else '无'}标签" if made and made.pages else "—")
    cells.append(f"{made.kilobytes:.0f}" if made and one.makes != "both" else "—")
    return "| " + " | ".join(cells) + " |"


def table_of(contenders):
    """All programs of one document."""
    bases = {one.makes: one for one in contenders if one.name == "gongkai"}
    lines = ["| 程序 | 产物 | 墙钟 毫秒 | 处理器 毫秒 | 峰值 MiB | 墙钟，gongkai 同样产物的几倍 | 处理器，同左 "
             "| 墙钟，gongkai 两种产物的几倍 | 处理器，同左 | 页 | KB |", "|---|---|--:|--:|--:|--:|--:|--:|--:|---|--:|"]
    return "\n".join(lines + [row_of(one, bases[one.makes], bases["both"]) for one in contenders if one.runs])


def starts_of(starts):
    """The bare starts: the interpreter with the program's library, nothing done."""
    found = [f"{one.name} {spread([1000 * run[WALL] for run in one.runs.values()])}"
             f"（处理器 {statistics.median(1000 * run[PROCESSOR] for run in one.runs.values()):.0f}）"
             for one in starts if one.runs]
    return "其中只启动解释器、装入库的墙钟毫秒：" + "，".join(found) + "。" if found else ""


def without_start(contender, start):
    """The runs less the bare start of the same round: what a program without an interpreter would take, about."""
    return {number: tuple(run[what] - start.runs[number][what] for what in (WALL, PROCESSOR))
            for number, run in contender.runs.items() if number in start.runs}


def targets_of(contenders, starts):
    """The two aims, said in numbers."""
    by_name = {(one.name, one.makes): one for one in contenders if one.runs}
    both, typst = by_name.get(("gongkai", "both")), by_name.get(("Typst", "pdf"))
    lines = []
    if both and typst:
        net = without_start(typst, next(one for one in starts if one.name == "Typst"))
        for what, name in ((WALL, "墙钟"), (PROCESSOR, "处理器")):
            ratio = statistics.median(ratios(typst, both, what))
            rest = [run[what] / both.runs[number][what] for number, run in net.items() if number in both.runs]
            aside = f"；不算 node 的启动是 1/{statistics.median(rest):.1f}" if rest else ""
            lines.append(f"- gongkai 生成 PDF 和工作簿的{name}时间是 Typst 只生成 PDF 的 1/{ratio:.1f}"
                         f"（目标 1/8：{'达到' if ratio >= 8 else '没有达到'}{aside}）。")
    if both:
        peak = max(run[PEAK] for run in both.runs.values())
        lines.append(f"- gongkai 的峰值内存最多 {peak:.1f} MiB（目标 50：{'达到' if peak <= 50 else '没有达到'}）。")
    return "\n".join(lines)


def span(values, digits=0):
    """The least and the greatest."""
    low, high = f"{min(values):.{digits}f}", f"{max(values):.{digits}f}"
    return low if low == high else f"{low}–{high}"


def summary_of(by_unit):
    """One line a program over all documents: the range of the documents' medians."""
    lines = ["| 程序 | 产物 | 墙钟 毫秒 | 处理器 毫秒 | 峰值 MiB | 墙钟，gongkai 同样产物的几倍 | 处理器，同左 "
             "| 墙钟，gongkai 两种产物的几倍 | 处理器，同左 |", "|---|---|--:|--:|--:|--:|--:|--:|--:|"]
    keys = list(dict.fromkeys((one.name, one.makes) for contenders in by_unit for one in contenders if one.runs))
    for name, makes in keys:
        found = [({(one.name, one.makes): one for one in contenders}, one) for contenders in by_unit
                 for one in contenders if (one.name, one.makes) == (name, makes) and one.runs]
        cells = [span([scale * statistics.median(run[what] for run in one.runs.values()) for _, one in found])
                 for what, scale in ((WALL, 1000), (PROCESSOR, 1000), (PEAK, 1))]
        for base in (makes, "both"):
            cells += [span([statistics.median(ratios(one, all_of[("gongkai", base)], what)) for all_of, one in found], 1)
                      for what in (WALL, PROCESSOR)]
        lines.append(f"| {name} | {MAKES[makes]} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def machine_of():
    """Processor, cores, system, and how busy it is."""
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    system = re.search(r'PRETTY_NAME="(.*)"', Path("/etc/os-release").read_text(encoding="utf-8"))
    return (f"{model[1] if model else platform.machine()}，{os.cpu_count()} 核，{system[1] if system else ''}，"
            f"开始时负载 {os.getloadavg()[0]:.2f}")
