"""Nothing about a region is code: no province, no pack and no sample unit is named in src/."""
import re

from support.program import arguments
from support.report import Report

PROVINCES = ("北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西",
             "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃",
             "青海", "宁夏", "新疆", "武汉", "鄂州", "乌海", "江汉", "葛店")


def pack_names(source):
    """Folder names of packs, without their year; base is everybody's."""
    return {folder.name.split("@")[0] for folder in (source / "templates").iterdir()} - {"base"}


def main():
    options = arguments(__doc__)
    report = Report()
    names = [*PROVINCES, *sorted(pack_names(options.source))]
    found = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    files = [path for path in sorted((options.source / "src").rglob("*")) if path.is_file()]
    report.check(len(files) > 200, f"only {len(files)} files in src")
    for path in files:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            said = found.search(line)
            if said:
                report.check(False, f"{path.relative_to(options.source)}:{number} names {said[0]}")
        report.checked += 1
    report.finish()


if __name__ == "__main__":
    main()
