"""The program knows no region: names of regions, of their packs and of the samples' units stand in data, never in src/.

The names are those of the pack folders, the place names the packs' own names begin with, and the names of the samples.
"""
import re

from support.program import arguments
from support.report import Report

PROVINCES = ("北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 "
             "西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾").split()
SHARED = ("base",)
INVENTED = "示范"   # what the names of invented units begin with


def value_of(path, key):
    """The scalar under a top-level key of a YAML file."""
    found = re.search(rf"(?m)^{key}: *(.+)$", path.read_text(encoding="utf-8"))
    return found[1].strip() if found else ""


def region_words(source):
    """Every word that would tie the program to a region."""
    words = set(PROVINCES)
    for folder in (source / "templates").iterdir():
        if folder.name in SHARED:
            continue
        words |= {folder.name, *re.split(r"[-@]", folder.name)[:2]} - {""}
        place = re.match(r"(.{2,6}?)(省|市|自治区|区|县)", value_of(folder / "pack.yaml", "名称"))
        words |= {place[1]} if place else set()
    for folder in (source / "data").iterdir():
        name = value_of(folder / "unit.yaml", "名称") if (folder / "unit.yaml").exists() else INVENTED
        if not name.startswith(INVENTED):
            words |= {name, name[:2], folder.name}
    return {word for word in words if word and not word.isdigit()}


def main():
    options = arguments(__doc__)
    report = Report()
    words = region_words(options.source)
    for known in ("湖北", "武汉", "鄂州", "内蒙古", "乌海", "hubei", "wuhan", "neimenggu", "wuhai"):
        report.check(known in words, f"{known} is not looked for")
    pattern = re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))
    files = [path for path in sorted((options.source / "src").rglob("*")) if path.is_file()]
    report.check(len(files) > 300, f"only {len(files)} files in src/")
    for path in files:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            found = pattern.search(line)
            report.check(not found, f"{path.relative_to(options.source)}:{number}: {found and found[0]}: {line.strip()}")
    report.finish()


if __name__ == "__main__":
    main()
