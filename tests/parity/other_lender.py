"""The product's own reckoning, driven with another lender's rules.

The rows come from `weilidai_core.quote.instalment`, which is given what every fen bears in each period. What
is not ours is here and is an argument: rounding half to even, an instalment in whole yuan, the smoothing of
the last row, grace on principal, interest that is put off, due dates that roll over a month's end. The rules
are those of Apache Fineract's progressive and cumulative loans, as the published files state them.
"""

import math
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from tests.parity.day_counts import Period, YearPart
from weilidai_core.basics.calendar import due_dates
from weilidai_core.quote.instalment import Spread, in_parts, paid_equally, solved_instalment_fen
from weilidai_core.quote.interest import Charges, Rounding


def half_even(numerator: int, denominator: int) -> int:
    """The nearest whole number, a half going to the even one."""
    return round(Fraction(numerator, denominator))


def half_even_to_whole_yuan(numerator: int, denominator: int) -> int:
    """The nearest whole yuan, in fen: the cumulative loan's setting "instalment in multiples of 1"."""
    return 100 * half_even(numerator, 100 * denominator)


def given(factors: Sequence[Fraction], *, flat: bool = False) -> Charges:
    """What a fen bears in each period, from factors of any kind."""
    denominator = math.lcm(*[factor.denominator for factor in factors])
    return Charges([int(factor * denominator) for factor in factors], denominator, flat)


def borne(annual: Fraction, periods: Sequence[Period], day_count: YearPart, *, flat: bool = False) -> Charges:
    """What a fen bears in each period at an annual rate under a day count."""
    return given([annual * day_count(period) for period in periods], flat=flat)


def rolled_due_dates(on: date, tenor: int) -> tuple[date, ...]:
    """Due dates from the first day; where ours stay at a month's end they go to the 1st of the next."""
    return tuple(due if due.day == on.day else due + timedelta(days=1) for due in due_dates(on, tenor))


def equal_instalments(
    principal_fen: int, charged: Charges, *, to: Rounding = half_even, smoothed: bool = False
) -> Spread:
    """Equal instalments rounded by `to`; interest half to even; the remainder in the last row.

    `smoothed`: where the last instalment is off by more than half as many fen as there are rows, a regular
    one that carries its share of the difference is tried once, and kept if the last one then is closer.
    """
    instalment = solved_instalment_fen(principal_fen, charged, rounded=to)
    rows = paid_equally(principal_fen, charged, instalment, rounded=half_even)
    tenor, off = len(rows.parts), _last(rows) - instalment
    if not smoothed or abs(off) <= tenor // 2:
        return rows
    instalment += half_even(off, tenor)
    again = paid_equally(principal_fen, charged, instalment, rounded=half_even)
    return again if abs(_last(again) - instalment) < abs(off) else rows


def equal_principal(principal_fen: int, charged: Charges) -> Spread:
    """The nearest equal part each time, and the remainder in the last row."""
    part = half_even(principal_fen, len(charged.numerators))
    return in_parts(principal_fen, charged, part, rounded=half_even)


def bullet(principal_fen: int, charged: Charges) -> Spread:
    """Interest each time and the principal in one piece in the last row."""
    return in_parts(principal_fen, charged, 0, rounded=half_even)


def flat_instalments(principal_fen: int, charged: Charges) -> Spread:
    """Instalments in whole yuan of interest on the first principal; the last row makes up both totals."""
    tenor, numerator = len(charged.numerators), charged.numerators[0]
    share = Fraction(principal_fen, tenor) + Fraction(principal_fen * numerator, charged.denominator)
    instalment = half_even_to_whole_yuan(share.numerator, share.denominator)
    each = half_even(principal_fen * numerator, charged.denominator)
    rows = in_parts(principal_fen, charged, instalment - each, rounded=half_even)
    total = half_even(principal_fen * sum(charged.numerators), charged.denominator)
    return rows._replace(interest=[*rows.interest[:-1], total - sum(rows.interest[:-1])])


def after_grace(principal_fen: int, charged: Charges, *, periods: int, to: Rounding) -> Spread:
    """Interest only for so many periods, then equal instalments."""
    if not periods:
        return equal_instalments(principal_fen, charged, to=to)
    waiting = bullet(principal_fen, charged._replace(numerators=charged.numerators[:periods]))
    then = equal_instalments(principal_fen, charged._replace(numerators=charged.numerators[periods:]), to=to)
    return Spread(
        waiting.openings + then.openings, [0] * periods + then.parts, waiting.interest + then.interest
    )


def put_off(rows: Spread, *, periods: int) -> Spread:
    """The interest of the first periods falls due together in the one after them."""
    together = sum(rows.interest[: periods + 1])
    return rows._replace(interest=[0] * periods + [together] + rows.interest[periods + 1 :])


def _last(rows: Spread) -> int:
    return rows.parts[-1] + rows.interest[-1]
