"""Days as they are typed, and due dates reckoned from the first day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weilidai_core.basics.calendar import (
    DayMissing,
    DayNotInCalendar,
    DayOutOfRange,
    DayUnreadable,
    add_months,
    day_in_range,
    days_between,
    due_dates,
    parse_day,
)
from weilidai_core.basics.typed_text import FullWidthTyped


def test_a_day_is_read() -> None:
    assert parse_day(" 2026-03-08 ") == date(2026, 3, 8)


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("", DayMissing),
        ("  ", DayMissing),
        ("2026/03/08", DayUnreadable),
        ("2026-3-8", DayUnreadable),
        ("20260308", DayUnreadable),
        ("8 March 2026", DayUnreadable),
        ("2026年3月8日", DayUnreadable),
        ("2026-03-08T00:00", DayUnreadable),
        ("😀", DayUnreadable),
        ("٢٠٢٦-٠٣-٠٨", DayUnreadable),
        ("2026-02-29", DayNotInCalendar),
        ("2026-13-01", DayNotInCalendar),
        ("0000-01-01", DayNotInCalendar),
        ("1899-12-31", DayOutOfRange),
        ("9999-12-31", DayOutOfRange),
        ("２０２６-03-08", FullWidthTyped),
    ],
)
def test_what_is_no_day_is_refused_by_name(typed: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        parse_day(typed)


def test_a_day_that_does_not_exist_is_shown_back() -> None:
    with pytest.raises(DayNotInCalendar) as refused:
        parse_day("2026-02-30", field="on")

    assert (refused.value.facts, refused.value.field) == ({"typed": "2026-02-30"}, "on")


def test_the_outermost_days_are_within_range() -> None:
    assert [day_in_range(date(1900, 1, 1)), day_in_range(date(2199, 12, 31))] == [
        date(1900, 1, 1),
        date(2199, 12, 31),
    ]


@pytest.mark.parametrize(
    ("on", "months", "expected"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2025, 1, 31), 2, date(2025, 3, 31)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2000, 1, 30), 1, date(2000, 2, 29)),
        (date(2099, 12, 31), 2, date(2100, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 12, 15), 0, date(2026, 12, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_months_are_added_within_the_months_end(on: date, months: int, expected: date) -> None:
    assert add_months(on, months) == expected


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(1, 60))
def test_due_dates_are_one_a_month_on_the_first_days_day(on: date, tenor: int) -> None:
    due = due_dates(on, tenor)

    assert list(due) == [add_months(on, number) for number in range(1, tenor + 1)]
    assert [day.year * 12 + day.month for day in due] == [
        on.year * 12 + on.month + number for number in range(1, tenor + 1)
    ]
    assert all(27 < day.day <= on.day or day.day == on.day for day in due)


def test_the_first_day_bears_interest_and_the_last_does_not() -> None:
    assert days_between(date(2024, 2, 28), date(2024, 3, 1)) == 2
