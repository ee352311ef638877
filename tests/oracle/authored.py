"""Authored prose inside the printed text: where it stands, and whether the facts it quotes print their values."""
import re
from dataclasses import dataclass

from support.pdf import squeeze

# Keys whose values are sentences or parts of sentences a person wrote.
PROSE_KEYS = {"变动原因", "差异原因", "用途", "成效", "完成情况", "问题", "措施", "开展情况", "结果应用", "拟应用", "评价情况",
              "条文", "正文", "政策落实", "其他说明", "专项转移支付说明", "报告", "主要职责", "机构设置", "偏差原因", "改进措施",
              "年末事项", "分配事项", "年初调整原因", "未开展原因", "工作内容及目标", "年度目标", "其他用车说明", "工作机制",
              "说明", "结论", "备注", "释义", "收入内容", "名词解释", "表注", "原因"}
LEAD = re.compile(r"^\s*([一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\(\d+\)|\d+[.、．])\s*")
QUOTE = re.compile(r"\{([^{}]+)\}")
MASK = "□"


@dataclass(frozen=True)
class Wrong:
    """A quoted fact that prints something else than its value."""
    name: str
    printed: str
    expected: str


def prose_values(node, inside=False):
    """Every authored line of prose below a node."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from prose_values(value, inside or key in PROSE_KEYS)
    elif isinstance(node, list):
        for value in node:
            yield from prose_values(value, inside)
    elif inside and node:
        yield from (line for line in node.splitlines() if line.strip())


def stripped(line):
    """The line without its number and its last mark."""
    return LEAD.sub("", line).rstrip("。；，、 ")


def pattern_of(line):
    """The line as it may be printed: quotes become groups, the lead number and the last full stop may go."""
    pieces = QUOTE.split(stripped(line))
    names = pieces[1::2]
    parts = [re.escape(squeeze(piece)) for piece in pieces[::2]]
    end = r"(?=[。；，、）]|$)" if names and not parts[-1] else ""
    return re.compile("(.{1,80}?)".join(parts) + end), names


class Authored:
    """All prose of one ledger, longest lines first."""

    def __init__(self, ledger):
        names = [squeeze(row[key]) for block, key in ((ledger.projects, "项目"),
                                                      (ledger.block("重点工作").get("事项", []), "重要事项"))
                 for row in block]
        lines = {line for data in (ledger.data, ledger.unit) for line in prose_values(data)}
        for path in sorted(ledger.folder.rglob("*.txt")):
            lines |= {line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()}
        # A short text that is part of a name would blot the name out.
        lines = [line for line in lines if len(squeeze(stripped(line))) >= 4
                 and not any(squeeze(stripped(line)) in name for name in names)]
        self.lines = sorted(lines, key=lambda line: (-len(line), line))

    def mask(self, text, value_of):
        """`text` with authored prose blanked out, and the quoted facts that are wrong.

        `value_of` says what a fact's name must print, or None when the oracle does not know it.
        """
        wrong = []
        for line in self.lines:
            pattern, names = pattern_of(line)

            def blank(match):
                for name, shown in zip(names, match.groups()):
                    expected = value_of(name)
                    if expected != shown:
                        wrong.append(Wrong(name, shown, str(expected)))
                return MASK * len(match[0])
            text = pattern.sub(blank, text)
        return text, wrong
