"""Figures as sentences print them."""
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


@dataclass(frozen=True)
class ProseStyle:
    """Two decimals; the pack decides separators, the decimals of a percentage, and whether trailing zeros stand."""
    thousands: bool
    percent_decimals: int
    fixed: bool = False

    def amount(self, yuan):
        """`yuan` in 万元 as a sentence prints it, without the unit."""
        return self._printed(Fraction(yuan) / 10000, 2, self.thousands)

    def percent(self, ratio):
        """A ratio with its sign %."""
        return self._printed(ratio * 100, self.percent_decimals, False) + "%"

    def _printed(self, value, decimals, thousands):
        return (rounded if self.fixed else trimmed)(value, decimals, thousands)


def rounded(value, decimals, thousands):
    """An exact fraction rounded half away from zero."""
    scale = 10 ** decimals
    units = int(abs(Fraction(value)) * scale + Fraction(1, 2))
    number = Decimal(units).scaleb(-decimals).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{number:,}" if thousands else f"{number}"
    return f"-{text}" if value < 0 and units else text


def trimmed(value, decimals, thousands):
    """The same, trailing zeros dropped."""
    text = rounded(value, decimals, thousands)
    return text.rstrip("0").rstrip(".") if "." in text else text
