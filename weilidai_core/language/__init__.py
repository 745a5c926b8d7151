"""中文 and English: one catalogue, one way to write a date, an amount and a rate."""

from weilidai_core.language.catalogue import LANGUAGES, render, translator
from weilidai_core.language.formats import day, money, number, percent, short_day

__all__ = ["LANGUAGES", "day", "money", "number", "percent", "render", "short_day", "translator"]
