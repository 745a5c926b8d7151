"""还款计划的重排: what is still ahead, drawn up anew after a prepayment, an extension, a new day. Pure.

Law: whatever is drawn up adds up to the balance it starts from, its last row takes the remainder, and its
due dates are reckoned from a day of the month, clamped to the month's end, never from one another.
"""

from datetime import date
from typing import NamedTuple

from weilidai_core.basics.calendar import due_dates
from weilidai_core.basics.money import round_half_up
from weilidai_core.basics.rates import DailyRate
from weilidai_core.quote.instalment import spread
from weilidai_core.quote.interest import charges
from weilidai_core.quote.schedule import Row
from weilidai_core.words import RepaymentMethod


class Ahead(NamedTuple):
    """Where a plan starts: what is owed, from which day it bears interest, and when it falls due."""

    balance_fen: int
    start: date
    due: tuple[date, ...]
    first_number: int


def monthly(first: date, day: int, count: int) -> tuple[date, ...]:
    """`count` due dates from the month of `first` on, each on `day` or the month's last day."""
    # A seed in the December before, which has 31 days, so that no month's end is lost.
    seed = date(first.year - 1, 12, day)
    skipped = first.month - 1
    return due_dates(seed, skipped + count)[skipped:]


def same_tenor(ahead: Ahead, *, daily_rate_ppm: int, method: RepaymentMethod) -> tuple[Row, ...]:
    """The balance spread over all due dates by the loan's own method."""
    rate = DailyRate.of_ppm(daily_rate_ppm)
    made = spread(ahead.balance_fen, charges(rate, _days(ahead)), method)
    return _rows(ahead, made.parts, made.interest, rate)


def same_instalment(
    ahead: Ahead, *, daily_rate_ppm: int, method: RepaymentMethod, usual: Row
) -> tuple[Row, ...]:
    """The balance repaid at the usual pace, in as many instalments as that takes.

    等额本息 keeps the whole instalment, 等额本金 its principal; 先息后本 has no pace to keep, so its due
    dates stay.
    """
    if method is RepaymentMethod.INTEREST_FIRST:
        return same_tenor(ahead, daily_rate_ppm=daily_rate_ppm, method=method)
    rate = DailyRate.of_ppm(daily_rate_ppm)
    borne = charges(rate, _days(ahead))
    balance = ahead.balance_fen
    parts: list[int] = []
    interest: list[int] = []
    for numerator in borne.numerators:
        bears = round_half_up(balance * numerator, borne.denominator)
        is_last = len(parts) == len(ahead.due) - 1
        pace = usual.principal_fen if method is RepaymentMethod.EQUAL_PRINCIPAL else usual.total_fen - bears
        part = balance if is_last else min(max(pace, 0), balance)
        parts.append(part)
        interest.append(bears)
        balance -= part
        if not balance:
            break
    return _rows(ahead, parts, interest, rate)


def _days(ahead: Ahead) -> list[int]:
    starts = (ahead.start, *ahead.due[:-1])
    return [(end - start).days for start, end in zip(starts, ahead.due, strict=True)]


def _rows(ahead: Ahead, parts: list[int], interest: list[int], rate: DailyRate) -> tuple[Row, ...]:
    rows, balance, start = [], ahead.balance_fen, ahead.start
    for index, (part, bears) in enumerate(zip(parts, interest, strict=True)):
        due_on = ahead.due[index]
        rows.append(
            Row(
                number=ahead.first_number + index,
                interest_from=start,
                due_on=due_on,
                days=(due_on - start).days,
                opening_fen=balance,
                principal_fen=part,
                interest_fen=bears,
                total_fen=part + bears,
                outstanding_fen=balance - part,
                charged_fen=balance,
                rate=rate,
            )
        )
        balance, start = balance - part, due_on
    return tuple(rows)
