"""The operators of a content stream."""
import re

TOKEN = re.compile(rb"""
    (?P<space>[\s\0]+|%[^\r\n]*)
  | (?P<open><<|\[) | (?P<close>>>|\])
  | (?P<hex><[0-9A-Fa-f\s]*>)
  | (?P<string>\((?:[^()\\]|\\.)*\))
  | (?P<name>/[^\s\0()<>\[\]{}/%]*)
  | (?P<number>[+-]?(?:\d+\.?\d*|\.\d+))
  | (?P<operator>[A-Za-z'"*][A-Za-z0-9*]*)
""", re.VERBOSE | re.DOTALL)

OPERATORS = set("""b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l M m MP n
    q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' " """.split())
PAINTING = {"b", "B", "b*", "B*", "f", "F", "f*", "s", "S", "sh", "Do", "Tj", "TJ", "'", '"'}

ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def operations(stream):
    """(operator, operands) of a content stream. Operands are lists, dictionaries as flat lists, bytes for strings,
    numbers, and names as text."""
    stack, operands, at = [], [], 0
    while at < len(stream):
        match = TOKEN.match(stream, at)
        if not match:
            raise ValueError(f"not understood: {stream[at:at + 20]!r}")
        at = match.end()
        kind, token = match.lastgroup, match[0]
        if kind == "open":
            stack.append(operands)
            operands = []
        elif kind == "close":
            inner, operands = operands, stack.pop()
            operands.append(inner)
        elif kind == "operator" and not stack:
            yield token.decode(), operands
            operands = []
        elif kind != "space":
            operands.append(value_of(kind, token))


def value_of(kind, token):
    """One operand."""
    if kind == "hex":
        digits = re.sub(rb"\s", b"", token[1:-1])
        return bytes.fromhex(digits.decode() + "0" * (len(digits) % 2))
    if kind == "string":
        return re.sub(rb"\\(.)", lambda escape: ESCAPED.get(escape[1], escape[1]), token[1:-1], flags=re.DOTALL)
    if kind == "number":
        return float(token)
    return token.decode(errors="replace")


def mark_of(operator, operands):
    """What BMC or BDC begins: "artifact", an MCID, or None (neither)."""
    if operands and operands[0] == "/Artifact":
        return "artifact"
    if operator == "BDC" and isinstance(operands[-1], list):
        pairs = dict(zip(operands[-1][::2], operands[-1][1::2]))
        if "/MCID" in pairs:
            return int(pairs["/MCID"])
    return None


def shown_text(stream):
    """(font, bytes shown, ActualText around it or None) of every string a content stream shows."""
    font, actual = None, []
    for operator, operands in operations(stream):
        if operator == "Tf":
            font = operands[0]
        elif operator in ("BDC", "BMC"):
            flat = operands[-1] if isinstance(operands[-1], list) else []
            actual.append(dict(zip(flat[::2], flat[1::2])).get("/ActualText"))
        elif operator == "EMC":
            actual.pop()
        elif operator in ("Tj", "TJ"):
            parts = operands[0] if isinstance(operands[0], list) else [operands[0]]
            shown = b"".join(part for part in parts if isinstance(part, bytes))
            yield font, shown, next((value for value in reversed(actual) if value), None)
