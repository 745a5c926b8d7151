"""罚息: what overdue principal bears instead of ordinary interest. Pure.

Rule: overdue principal × daily rate × 1.5 × actual days, from the due date on (that day counts, the day of
repayment does not), one rounding per instalment, simple, never on interest. Whoever pays within the grace
days pays none; whoever does not, pays from the due date. Public pages agree on the 1.5, not on the grace.
"""

from datetime import date, timedelta

from weilidai_core.basics.money import round_half_up

MILLION, PERCENT = 1_000_000, 100


def penalty_fen(
    left: tuple[tuple[date, int], ...],
    *,
    on: date,
    daily_rate_ppm: int,
    grace_days: int,
    times_percent: int,
) -> int:
    """The penalty in fen that one instalment has borne up to a day.

    `left` is the principal still owed on it: (from this day, so much), the first pair on its due date.
    """
    due_on = left[0][0]
    grace_ends = due_on + timedelta(days=grace_days)
    if on <= grace_ends:
        return 0
    # What was paid within the grace days counts as paid on the due date.
    changes = [(due_on if day <= grace_ends else day, amount) for day, amount in left]
    ends = [day for day, _ in changes[1:]] + [on]
    borne = sum(
        amount * max(0, (min(end, on) - start).days)
        for (start, amount), end in zip(changes, ends, strict=True)
    )
    return round_half_up(borne * daily_rate_ppm * times_percent, MILLION * PERCENT)
