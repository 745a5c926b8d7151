"""How a page writes a figure: money, rate, day, in the chosen language. No arithmetic."""

from datetime import date

from pages.kit.i18n import lang
from weilidai_core import language


def money(amount_fen: int) -> str:
    """¥1,234.56"""
    return language.money(amount_fen)


def number(amount_fen: int) -> str:
    """1,234.56, where the sign of currency stands elsewhere."""
    return language.number(amount_fen)


def plain(amount_fen: int) -> str:
    """1234 or 1234.50: as a person would type it; what an amount entry starts with."""
    return language.number(amount_fen).replace(",", "").removesuffix(".00")


def whole(amount_fen: int) -> str:
    """1,234 where there are no fen, else 1,234.56; for bounds and chips."""
    return language.number(amount_fen).removesuffix(".00")


def percent(rate_ppm: int) -> str:
    """10.80%"""
    return language.percent(rate_ppm)


def day(on: date) -> str:
    """2026年3月8日 or 8 Mar 2026"""
    return language.day(on, lang())


def short_day(on: date) -> str:
    """3月8日 or 8 Mar"""
    return language.short_day(on, lang())


def count(things: int) -> str:
    """1,234"""
    return f"{things:,}"
