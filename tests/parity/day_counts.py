"""What part of a year a period is, as another lender counts it.

None of this is the product's: its own interest is a daily rate × actual days, and its XIRR is actual ÷ 365.
Where each comes from: `thirty_360`, `actual_actual_fineract` and `actual_actual_29_february` are settings of
Apache Fineract, stated in the published files; the rest are the bond market's, by the names of ISDA's 2006
definitions, section 4.16.
"""

from calendar import isleap
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import NamedTuple


class Period(NamedTuple):
    """From the day that bears interest first to the due date, and how often a payment is due."""

    start: date
    end: date
    every: int
    unit: str

    @property
    def days(self) -> int:
        """The actual days between."""
        return (self.end - self.start).days


YearPart = Callable[[Period], Fraction]

# Fineract's 30/360 looks at the setting and not at the dates: a month has 30 days, a week 7, a day one.
_DAYS_OF_UNIT = {"MONTHS": 30, "WEEKS": 7, "DAYS": 1}


def thirty_360(period: Period) -> Fraction:
    """30/360 by the number of months, weeks or days; so a due date that moves changes no interest."""
    return Fraction(_DAYS_OF_UNIT[period.unit] * period.every, 360)


def thirty_360_bond(period: Period) -> Fraction:
    """ISDA's 30/360: the 31st is a 30th, at the end only if the start is one too."""
    first = min(period.start.day, 30)
    last = 30 if period.end.day == 31 and first == 30 else period.end.day
    return _in_months_of_thirty(period, last - first)


def thirty_360_european(period: Period) -> Fraction:
    """ISDA's 30E/360: every 31st is a 30th."""
    return _in_months_of_thirty(period, min(period.end.day, 30) - min(period.start.day, 30))


def actual_over(year: int) -> YearPart:
    """Actual days over a year of always so many days."""
    return lambda period: Fraction(period.days, year)


def actual_actual_fineract(period: Period) -> Fraction:
    """Each day over the length of its own year; Fineract counts 31 December with the new year."""
    return _by_years(period, lambda year: date(year, 12, 31))


def actual_actual_isda(period: Period) -> Fraction:
    """Each day over the length of its own year, cut at 1 January as ISDA says."""
    return _by_years(period, lambda year: date(year + 1, 1, 1))


def actual_actual_29_february(period: Period) -> Fraction:
    """Actual days over 366 where the period holds a 29 February, else over 365 (a Fineract setting).

    The first day is not part of the period, the due date is.
    """
    years = range(period.start.year, period.end.year + 1)
    leap_days = [date(year, 2, 29) for year in years if isleap(year)]
    held = any(period.start < day <= period.end for day in leap_days)
    return Fraction(period.days, 366 if held else 365)


def _in_months_of_thirty(period: Period, days: int) -> Fraction:
    months = 12 * (period.end.year - period.start.year) + period.end.month - period.start.month
    return Fraction(30 * months + days, 360)


def _by_years(period: Period, cut: Callable[[int], date]) -> Fraction:
    part, start, year = Fraction(0), period.start, period.start.year
    if start >= cut(year):
        year += 1
    while start < period.end:
        end = min(period.end, cut(year))
        part += Fraction((end - start).days, 366 if isleap(year) else 365)
        start, year = end, year + 1
    return part


# As the published files name them: the days of a month (or "act") over the days of a year (or "act").
DAY_COUNTS: dict[str, YearPart] = {
    "30/360": thirty_360,
    "act/360": actual_over(360),
    "act/364": actual_over(364),
    "act/365": actual_over(365),
    "act/act": actual_actual_fineract,
    "act/act-feb29": actual_actual_29_february,
}
