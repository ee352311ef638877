"""tests/errors/packs: packs, units and installations that are wrong; each sample says in its first lines what must be reported.

  # 命令: check 单位               gongkai's arguments; without it: pack check 样
  # 期望: 文件:行:列 代码          a diagnostic, in the order of the program; "- 代码" when it has no place
  # 状态: 3                        the exit status, when it is not the one that the expected letters ask for
  # 去掉: 路径                     a file or folder of the installation that is not there
  # 断: 路径                       a file cut in half
  # 存为: 路径 gbk                 a file saved in another encoding
  # 换成: 路径 另一路径            a file that holds what another one holds
  --- 路径                         what follows is this file, below the installation
Without files of their own a sample gets a plain pack 样 and a plain unit 单位 that uses it.
"""
import os
import re
import shutil

from support.program import arguments, fresh_folder, run
from support.report import Report

PLAIN = {
    "templates/样/pack.yaml": "名称: 样\n继承: base\n适用年度: [2022, 2035]\n标题: 样\n文件名: 样\n工作簿名: 样表\n",
    "templates/样/disclosure.txt": "# 概况\n{年度}年度收、支总计{收支总计}万元。\n@表 公开01\n",
    "单位/unit.yaml": "名称: 示范市测试中心\n类型: 单位\n性质: 公益一类事业单位\n主管部门: 示范市测试局\n财政级次: 市级\n模板: 样\n"
                    "主要职责: 承担测试工作\n",
    "单位/2024.yaml": "年度: 2024\n金额单位: 元\n收入: {一般公共预算: {2080101: 1000000}}\n"
                    "支出: {一般公共预算: {2080101: {基本支出: 1000000}}}\n经济分类: {基本支出: {30101: 1000000}}\n"
                    "国有资产: {车辆: {}, 百万元以上设备: 0}\n"
                    "上年: {收支总计: 1000000, 本年收入合计: 1000000, 本年支出合计: 1000000, 财政拨款收支总计: 1000000, "
                    "一般公共预算财政拨款收入: 1000000, 一般公共预算财政拨款支出: 1000000}\n",
}
PLACED = re.compile(r"^(\S+?):(\d+):(\d+): (?:错误|提醒|说明) ([EWN]\d{4}) ")
PLACELESS = re.compile(r"^(?:(\S+?): )?(?:错误|提醒|说明) ([EWN]\d{4}) ")


def split_sample(text):
    """(header lines by word, {path: content})."""
    parts = re.split(r"^--- (\S+)\n", text, flags=re.M)
    header = {}
    for word, value in re.findall(r"^# (\S+): (.*)$", parts[0], re.M):
        header.setdefault(word, []).append(value.strip())
    return header, dict(zip(parts[1::2], parts[2::2]))


def install(source, program, home):
    """An installation of its own, so that samples may change it."""
    fresh_folder(home)
    shutil.copytree(source / "templates", home / "templates")
    shutil.copytree(source / "data", home / "data")
    (home / "fonts").mkdir()
    for font in sorted((program.parent / "fonts").iterdir()):
        if font.suffix == ".yaml":
            shutil.copy(font, home / "fonts")
        else:
            os.symlink(font.resolve(), home / "fonts" / font.name)


def spoil(home, header):
    """Takes away or cuts what the header says."""
    for name in header.get("去掉", []):
        path = home / name
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    for name in header.get("断", []):
        content = (home / name).read_bytes()
        (home / name).unlink()
        (home / name).write_bytes(content[:len(content) // 2])
    for name, other in (line.split() for line in header.get("换成", [])):
        (home / name).unlink()
        shutil.copy(home / other, home / name)
    for name, encoding in (line.split() for line in header.get("存为", [])):
        path = home / name
        path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))


def reported(text, home):
    """The diagnostics of the program's output the way headers say them."""
    found = []
    for line in text.splitlines():
        if match := PLACED.match(line):
            path = match[1].removeprefix(str(home) + "/")
            found.append(f"{path}:{match[2]}:{match[3]} {match[4]}")
        elif match := PLACELESS.match(line):
            found.append(f"- {match[2]}")
    return found


def check_sample(report, options, sample):
    """Runs one sample."""
    header, files = split_sample(sample.read_text(encoding="utf-8"))
    home = options.scratch / sample.stem
    install(options.source, options.program, home)
    for path, content in (PLAIN | files).items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_text(content, encoding="utf-8")
    spoil(home, header)
    command = header.get("命令", ["pack check 样"])[0].split()
    result = run([options.program, *command], cwd=home, check=False,
                 environment={"GONGKAI_HOME": str(home), "GONGKAI_FONTS": str(home / "fonts")})
    wanted = header.get("期望", [])
    found = reported(result.stdout + result.stderr, home)
    report.equal(found, wanted, sample.stem)
    status = 1 if any(" E" in line for line in wanted) else 0
    report.equal(result.returncode, int(header.get("状态", [status])[0]), f"{sample.stem}: exit status")
    shutil.rmtree(home)


def main():
    options = arguments(__doc__)
    report = Report()
    samples = sorted((options.source / "tests/errors/packs").glob("*.txt"))
    report.check(len(samples) >= 50, f"only {len(samples)} samples")
    fresh_folder(options.scratch)
    for sample in samples:
        check_sample(report, options, sample)
    report.finish()


if __name__ == "__main__":
    main()
