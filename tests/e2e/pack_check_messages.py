"""gongkai pack check on packs broken on purpose: every mistake is said at its file and line, in words that help."""
import re
import shutil

from support.program import arguments, fresh_folder, run
from support.report import Report

SETTINGS = "名称: 试验\n继承: base\n标题: '{年度}'\n文件名: '{年度}'\n工作簿名: '{年度}'\n"

NAMES = {
    "pack.yaml": SETTINGS + "数子: {正文小数: 2}\n",
    "disclosure.txt": """# 说明
收入合计{本年收入合记}万元。
支出1,234万元。
部门（单位）收入{收支总计}万元。
@如果 有.政府采购
政府采购{政府采购.总额|三位}万元。
@表 公开50
@图像 收入结构
""",
    "tables/甲表.yaml": """标题: 甲
列:
  - {键: 名称, 标题: [项目], 类型: 文字}
  - {键: 金额, 标题: [金额], 类型: 金额}
行:
  - {名称: 合计, 金额: 收支总记}
  - {名陈: 其中, 金额: 单位.名称}
""",
    "facts.yaml": "事实: {接待: {式: 账(三公经费.公务接带费.决算), 说: 接待}, 收: {式: '收入[来源: 事业收人]', 说: 收}}\n",
    "style.yaml": "文字: {正文: {字体: 防宋}}\n",
    "selfcheck.yaml": "标题: 自查\n条目:\n  1: {组: 格式, 文: 有表, 类: 人, 盼: [{有表: [公开01]}]}\n",
}
NAME_MESSAGES = (
    ("pack.yaml:6", "E0526", "没有“数子”这个键", "是不是“数字”"),
    ("disclosure.txt:2", "E0504", "本年收入合记", "本年收入合计"),
    ("disclosure.txt:3", "E0535", "写死了“1,234万元”", "数字一律取自事实"),
    ("disclosure.txt:4", "E0536", "部门（单位）", ""),
    ("disclosure.txt:5", "E0531", "没有对应的 @完", "补上 @完"),
    ("disclosure.txt:6", "E0534", "没有“三位”这种格式", "两位"),
    ("disclosure.txt:7", "E0537", "没有名为“公开50”的表", "公开0"),
    ("disclosure.txt:8", "E0530", "不认识的指令 @图像", "图"),
    ("tables/甲表.yaml:7", "E0526", "名陈", "名称"),
    ("facts.yaml:1", "E0504", "没有“公务接带费”这个键", "公务接待费"),
    ("facts.yaml:1", "E0505", "账本“收入”的来源没有“事业收人”", "事业收入"),
    ("style.yaml:1", "E0527", "“字体”不能是“防宋”", "仿宋"),
    ("selfcheck.yaml:3", "E0565", "没有“盼”这个键", ""),
)

SENTENCES = {
    "pack.yaml": SETTINGS,
    "disclosure.txt": """# 说明
## 一句一病
@段
收入{本年收入合计}万元，
@如果 非 本年支出合计.为零
支出{本年支出合计}万元
@完
，均为财政拨款。
@完
@段
收入{本年收入合计}万元。
@如果 非 本年支出合计.为零
支出{本年支出合计}万元
@完
。
@完
@段
收入{本年收入合计}万元（
@如果 本年收入合计.较上年.情形 = '增加'
增加
@完
）。
@完
@段
收入{本年收入合计}万元，其中：
@每个 筛(本年收入合计.结构, 非 为零)
{名称}{金额}万元；
@完
。
@完
收入{本年收入合计}万元，支出{本年支出合计}万元
收入增加的原因是{收支总计.较上年.原因}。
## 没有内容的一节
## 表
@表 甲表
""",
    "tables/甲表.yaml": """标题: 没有空表说明的表
列:
  - {键: 名称, 标题: [项目], 类型: 文字}
  - {键: 金额, 标题: [金额], 类型: 金额}
行:
  - {名称: 政府采购, 金额: 政府采购.总额}
""",
    "tables/乙表.yaml": "标题: 没用到的表\n列: [{键: 名称, 标题: [项目]}]\n行: [{名称: 甲}]\n",
}
SENTENCE_MESSAGES = (
    ("disclosure.txt:8", "E0604", "标点重叠“，，”", "试账：零"),
    ("disclosure.txt:15", "E0604", "标点重叠“。。”", "试账：零"),
    ("disclosure.txt:18", "E0571", "有“（）”", "@如果 存在(…)"),
    ("disclosure.txt:25", "E0571", "有“其中：。”", "试账：零"),
    ("disclosure.txt:31", "E0571", "没有以句号结尾", "试账：零、一项、齐全、由零增加、由有到无、红字、结转"),
    ("disclosure.txt:32", "E0601", "收支总计.较上年.原因", "存在("),
    ("disclosure.txt:33", "W0572", "“没有内容的一节”下面什么也没有", ""),
    ("tables/甲表.yaml:3", "W0573", "没有数，却没有说明", "空表"),
    ("tables/乙表.yaml:1", "N0501", "“乙表”没有用到", ""),
)


def messages_of(output):
    """The parts of the output that begin with a place, by "file:line"."""
    return re.split(r"(?m)^(?=\S*/templates/)", output)[1:]


def check_pack(options, home, name, files, expected, report):
    folder = home / "templates" / name
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    result = run([options.program, "pack", "check", name], environment={"GONGKAI_HOME": str(home)}, check=False)
    (home / f"{name}.txt").write_text(result.stdout, encoding="utf-8")
    report.equal(result.returncode, 1, f"status of {name}")
    found = messages_of(result.stdout)
    for place, code, said, hint in expected:
        fits = [m for m in found if f"templates/{name}/{place}:" in m and code in m and said in m and hint in m]
        report.check(fits, f"{name}: no message {code} at {place} with “{said}”, “{hint}”")
    report.check(len(found) < 2 * len(expected), f"{name}: {len(found)} messages for {len(expected)} mistakes")


def main():
    options = arguments(__doc__)
    report = Report()
    home = fresh_folder(options.scratch)
    for folder in ("data/classification", "data/trial", "data/shifan", "templates/base"):
        shutil.copytree(options.source / folder, home / folder)
    check_pack(options, home, "坏名字", NAMES, NAME_MESSAGES, report)
    check_pack(options, home, "坏句子", SENTENCES, SENTENCE_MESSAGES, report)
    for pack in sorted(path.name for path in (options.source / "templates").iterdir()):
        result = run([options.program, "pack", "check", pack, "--strict"], check=False)
        clean = result.returncode == 0 and result.stdout.startswith(f"版式包“{pack}”没有发现问题")
        report.check(clean, f"{pack} does not pass clean: {result.stdout[:600]}")
    report.finish()


if __name__ == "__main__":
    main()
