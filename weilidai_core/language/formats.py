"""How figures are written: ¥1,234.56 · 2026年3月8日 / 8 Mar 2026 · 10.80 %.

Pure text from whole fen, whole parts per million and dates; nothing is rounded here except a rate
to two decimals, which is said in the content rules (percent with two decimals).
"""

from datetime import date
from functools import lru_cache

from babel.dates import format_date

_DAY = {"zh": ("zh_CN", "y年M月d日"), "en": ("en_US", "d MMM y")}
_SHORT_DAY = {"zh": ("zh_CN", "M月d日"), "en": ("en_US", "d MMM")}


def number(amount_fen: int) -> str:
    """An amount without its sign of currency: 1,234.56."""
    sign = "-" if amount_fen < 0 else ""
    yuan, fen = divmod(abs(amount_fen), 100)
    return f"{sign}{yuan:,}.{fen:02d}"


def money(amount_fen: int) -> str:
    """An amount in yuan: ¥1,234.56, or -¥1,234.56."""
    text = number(amount_fen)
    return f"-¥{text[1:]}" if text.startswith("-") else f"¥{text}"


def percent(rate_ppm: int) -> str:
    """A rate in parts per million as a percentage: 10.80%.

    Two decimals, half up; a daily rate that needs more (0.045 %) keeps them, since a rounded daily
    rate would be a wrong one.
    """
    sign = "-" if rate_ppm < 0 else ""
    if abs(rate_ppm) < 10_000 and rate_ppm % 100:
        return f"{sign}0.{abs(rate_ppm):04d}".rstrip("0") + "%"
    hundredths = (abs(rate_ppm) + 50) // 100
    return f"{sign}{hundredths // 100}.{hundredths % 100:02d}%"


@lru_cache(maxsize=4096)
def day(on: date, lang: str) -> str:
    """A date in words: 2026年3月8日 or 8 Mar 2026."""
    locale, pattern = _DAY[lang]
    return str(format_date(on, pattern, locale=locale))


@lru_cache(maxsize=4096)
def short_day(on: date, lang: str) -> str:
    """A date without its year: 3月8日 or 8 Mar."""
    locale, pattern = _SHORT_DAY[lang]
    return str(format_date(on, pattern, locale=locale))
