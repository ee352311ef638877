"""How the packs of the samples print figures in sentences. Known here by hand, not read from the pack."""
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


@dataclass(frozen=True)
class ProseStyle:
    """Two decimals without trailing zeros; the pack decides separators and the decimals of a percentage."""
    thousands: bool
    percent_decimals: int

    def amount(self, yuan):
        """`yuan` in 万元 as a sentence prints it, without the unit."""
        return trimmed(Fraction(yuan) / 10000, 2, self.thousands)

    def percent(self, ratio):
        """A ratio with its sign %."""
        return trimmed(ratio * 100, self.percent_decimals, False) + "%"


def trimmed(value, decimals, thousands):
    """An exact fraction rounded half away from zero, trailing zeros dropped."""
    scale = 10 ** decimals
    units = int(abs(Fraction(value)) * scale + Fraction(1, 2))
    number = Decimal(units).scaleb(-decimals).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{number:,}" if thousands else f"{number}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"-{text}" if value < 0 and units else text


STYLES = {
    "hubei": ProseStyle(thousands=False, percent_decimals=1),
    "hubei-wuhan": ProseStyle(thousands=True, percent_decimals=1),
    "hubei-ezhou": ProseStyle(thousands=False, percent_decimals=2),
}
