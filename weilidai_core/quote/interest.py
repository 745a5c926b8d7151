"""Interest: what an instalment period costs on the money still owed.

Law: interest = balance × rate × actual days, rounded half up to the fen once per period. The day of payout
counts and the day of repayment does not. Everything is a whole number over one denominator; nothing is
rounded before that one rounding.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NamedTuple

from weilidai_core.basics.money import round_half_up
from weilidai_core.basics.rates import DailyRate, FlatFee, MonthlyRate, Rate

# A numerator and a denominator to a whole number of fen. The product only ever rounds half up; that the
# reckoning can be asked to round otherwise is what lets another lender's tables be reproduced with it.
Rounding = Callable[[int, int], int]


class Charges(NamedTuple):
    """What one fen bears in each period of a loan: `numerators[k] / denominator`, exactly.

    `flat` says that it is borne by the first principal and not by what is still owed.
    """

    numerators: list[int]
    denominator: int
    flat: bool


def interest_fen(balance_fen: int, *, daily_rate: Fraction, days: int) -> int:
    """The interest in fen on a balance over so many days at a daily rate."""
    return round_half_up(balance_fen * daily_rate.numerator * days, daily_rate.denominator)


def charges(rate: Rate, days: Sequence[int]) -> Charges:
    """What every fen bears in periods of so many days; only a daily rate looks at the days."""
    match rate:
        case DailyRate(per_day):
            each = per_day.numerator
            return Charges([each * day for day in days], per_day.denominator, False)
        case MonthlyRate(per_year):
            return Charges([per_year.numerator] * len(days), 12 * per_year.denominator, False)
        case FlatFee(per_instalment):
            return Charges([per_instalment.numerator] * len(days), per_instalment.denominator, True)


def interest_on(openings: Sequence[int], borne: Charges, *, rounded: Rounding = round_half_up) -> list[int]:
    """The interest of each period on what is owed at its beginning; a flat fee always looks at the first."""
    denominator = borne.denominator
    if borne.flat:
        openings = [openings[0]] * len(openings)
    return [
        rounded(opening * numerator, denominator)
        for opening, numerator in zip(openings, borne.numerators, strict=True)
    ]
