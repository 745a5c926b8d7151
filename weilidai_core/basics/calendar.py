"""Days: when interest starts, when each instalment is due, and how many days lie between.

Law: a day is a `datetime.date`. Due dates are all reckoned from the first day and clamped to the month's
end, never chained from one another, so a loan of the 31st returns to the 31st after February.
"""

import re
from calendar import isleap
from datetime import date

from weilidai_core.basics.typed_text import FullWidthTyped, half_width, is_full_width
from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


class DayMissing(WeilidaiError):
    """Raised when no day was typed."""

    code = "day-missing"
    text = N_("还没有填写日期。")
    next_step = N_("请这样写：2026-03-08。")


class DayUnreadable(WeilidaiError):
    """Raised when what was typed is not a day in the form YYYY-MM-DD."""

    code = "day-unreadable"
    text = N_("看不懂这个日期。")
    next_step = N_("请这样写：2026-03-08。")


class DayNotInCalendar(WeilidaiError):
    """Raised when the calendar has no such day, as 30 February."""

    code = "day-not-in-calendar"
    text = N_("日历上没有 {typed} 这一天。")
    next_step = N_("检查一下月份和日子。")


class DayOutOfRange(WeilidaiError):
    """Raised when a day lies outside the years that are reckoned with."""

    code = "day-out-of-range"
    text = N_("日期要在 {earliest} 到 {latest} 之间。")
    next_step = N_("换一个日期，再试一次。")


def parse_day(typed: str, *, field: str | None = None) -> date:
    """The day that was typed as YYYY-MM-DD.

    `field` is carried by the refusal: DayMissing, DayUnreadable, DayNotInCalendar, DayOutOfRange,
    FullWidthTyped.
    """
    plain = half_width(typed)
    if not plain:
        raise DayMissing(field=field)
    read = _DAY.fullmatch(plain)
    if read is None:
        raise DayUnreadable(field=field)
    try:
        day = date(int(read[1]), int(read[2]), int(read[3]))
    except ValueError:
        raise DayNotInCalendar(field=field, typed=plain) from None
    if is_full_width(typed):
        raise FullWidthTyped(field=field, half_width=plain)
    return day_in_range(day, field=field)


def day_in_range(day: date, *, field: str | None = None) -> date:
    """`day` itself; raises DayOutOfRange outside 1900 to 2199."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise DayOutOfRange(field=field, earliest=FIRST_DAY, latest=LAST_DAY)
    return day


def add_months(on: date, months: int) -> date:
    """The same day of the month `months` later, or that month's last day where it is shorter."""
    return _monthly(on, range(months, months + 1))[0]


def due_dates(on: date, tenor: int) -> tuple[date, ...]:
    """The `tenor` monthly due dates of a loan paid out `on`, each from that first day."""
    return tuple(_monthly(on, range(1, tenor + 1)))


def _monthly(on: date, months: range) -> list[date]:
    first, day = on.year * 12 + on.month - 1, on.day
    dates = []
    for number in months:
        year, month = divmod(first + number, 12)
        # Every month has 28 days: only the last days of a month need a look at its length.
        dates.append(date(year, month + 1, day if day <= 28 else min(day, _length(year, month))))
    return dates


def _length(year: int, month: int) -> int:
    """The days of a month, January being 0."""
    return 29 if month == 1 and isleap(year) else _LENGTHS[month]


def days_between(start: date, end: date) -> int:
    """The days that bear interest: `start` counts, `end` does not."""
    return (end - start).days
