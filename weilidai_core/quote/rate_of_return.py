"""The search for the rates at which a cash flow comes to nothing; the only place where a float is used.

Law: an answer is checked before it is given. The unknown is h, the growth per unit of time, in
Σ amount × e^(-h × time) = 0: every h stands for a rate above -100 %, so no lower rate can be found. Amounts
may be of any size: nothing is compared with a fixed tolerance.
"""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

import pyxirr

from weilidai_core.basics.rates import MILLION

# A candidate is taken without a search if a Newton step no longer moves it by more than this.
_STILL = 1e-13
_STEPS = 4
# Of an interval's relative width: this is a point; that is too narrow to hold two rates that differ.
_POINT = 2e-15
_NARROW = 1e-9


class Flow(NamedTuple):
    """What happens at one moment: `time` in whole units since the first flow."""

    time: int
    amount: int


def merged(flows: Sequence[Flow]) -> list[Flow]:
    """The flows in the order of time from 0, one per moment; those that come to nothing are left out."""
    sums: dict[int, int] = {}
    for time, amount in flows:
        sums[time] = sums.get(time, 0) + amount
    kept = sorted([(time, amount) for time, amount in sums.items() if amount])
    return [Flow(time - kept[0][0], amount) for time, amount in kept]


def sign_changes(flows: Sequence[Flow]) -> int:
    """How often the flows change their direction: with none there is no rate, with one exactly one."""
    return sum([(one.amount > 0) != (other.amount > 0) for one, other in pairwise(flows)])


def growth_rates(flows: Sequence[Flow], *, guess: Callable[[], float | None]) -> list[float]:
    """Every growth per unit of time at which merged `flows` come to nothing, the lowest first.

    `guess` may name a candidate where there is exactly one rate; it is used only if it proves to be one.
    """
    changes = sign_changes(flows)
    if not changes:
        return []
    if changes == 1:
        first = _polished(flows, guess())
        return [first] if first is not None else [_bisect(flows, *_outer_bounds(flows))]
    low, high = _outer_bounds(flows)
    at_zero = [0.0] if _value(flows, 0.0) == 0 else []
    found = sorted([*_isolated(flows, low, 0.0), *at_zero, *_isolated(flows, 0.0, high)])
    apart = 100 * _NARROW / flows[-1].time
    return [one for place, one in enumerate(found) if not place or one - found[place - 1] > apart]


def periodic_rate_ppm(amounts: Sequence[int], *, times: int) -> int:
    """The rate per period of a loan's equally spaced flows × `times`, in ppm, half up."""
    flows = merged([Flow(number, amount) for number, amount in enumerate(amounts)])
    growth = growth_rates(
        flows, guess=lambda: as_growth(pyxirr.irr([float(amount) for amount in amounts]), 1)
    )
    return as_ppm(growth[0], units=1, times=times)


def as_growth(rate: float | None, units: int) -> float | None:
    """The growth per unit of time of a rate per `units`; None where there is no such growth."""
    return math.log1p(rate) / units if rate is not None and -1 < rate < math.inf else None


def as_ppm(growth: float, *, units: int, times: int = 1) -> int:
    """The rate over so many units of time × `times`, in ppm, half up; OverflowError beyond 300 digits."""
    return math.floor(math.expm1(growth * units) * times * MILLION + 0.5)


def _arms(flows: Sequence[Flow], growth: float) -> list[int]:
    """Each flow's time seen from the first one for growth, from the last for shrinking: no term overflows."""
    origin = 0 if growth >= 0 else flows[-1].time
    return [origin - flow.time for flow in flows]


def _terms(flows: Sequence[Flow], arms: Sequence[int], growth: float) -> list[float]:
    return [flow.amount * math.exp(growth * arm) for flow, arm in zip(flows, arms, strict=True)]


def _value(flows: Sequence[Flow], growth: float) -> float:
    return math.fsum(_terms(flows, _arms(flows, growth), growth))


def _polished(flows: Sequence[Flow], candidate: float | None) -> float | None:
    """The root that a candidate leads to in a few Newton steps, or None where it leads nowhere."""
    for _ in range(_STEPS):
        if candidate is None:
            return None
        arms = _arms(flows, candidate)
        worths = _terms(flows, arms, candidate)
        slope = math.fsum([arm * worth for arm, worth in zip(arms, worths, strict=True)])
        step = math.fsum(worths) / slope if slope else math.inf
        still = _STILL * max(abs(candidate), 1 / flows[-1].time)
        candidate = candidate - step if math.isfinite(step) else None
        if abs(step) <= still:
            return candidate
    return None


def _outer_bounds(flows: Sequence[Flow]) -> tuple[float, float]:
    """Growths beyond which the last, or the first, flow outweighs all the others: no rate lies there."""
    bounds = []
    for direction, chief in ((-1, abs(flows[-1].amount)), (1, abs(flows[0].amount))):
        growth = direction / flows[-1].time
        while math.fsum([abs(worth) for worth in _terms(flows, _arms(flows, growth), growth)]) >= 2 * chief:
            growth *= 2
        bounds.append(growth)
    return bounds[0], bounds[1]


def _bisect(flows: Sequence[Flow], low: float, high: float) -> float:
    """The one growth between two whose values have opposite signs."""
    rising = _value(flows, low) < 0
    while high - low > _POINT * max(abs(low), abs(high), 1e-3 / flows[-1].time):
        middle = (low + high) / 2
        value = _value(flows, middle)
        if value == 0:
            return middle
        low, high = (middle, high) if (value < 0) == rising else (low, middle)
    return (low + high) / 2


def _isolated(flows: Sequence[Flow], low: float, high: float) -> list[float]:
    """Every root strictly between two growths of the same direction, by halving.

    The slope is Σ amount × arm × e^(growth × arm), and arm × e^(growth × arm) rises with growth whatever the
    arm's sign; so over an interval the slope lies between two sums of the terms at its ends. Where it cannot
    be zero there is at most one root; where the value in the middle is more than the slope can undo there is
    none; everything else is halved, until it is too narrow to tell touching zero from crossing it.
    """
    arms = _arms(flows, low)
    narrow = 1 / flows[-1].time
    found, unsettled = [], [(low, high)]
    while unsettled:
        low, high = unsettled.pop()
        middle = (low + high) / 2
        at_low, at_high = _terms(flows, arms, low), _terms(flows, arms, high)
        terms = list(zip(arms, at_low, at_high, strict=True))
        flattest = math.fsum([arm * (right if left < 0 else left) for arm, left, right in terms])
        steepest = math.fsum([arm * (left if left < 0 else right) for arm, left, right in terms])
        value = math.fsum(_terms(flows, arms, middle))
        if abs(value) > (high - low) / 2 * max(steepest, -flattest):
            continue
        if flattest > 0 or steepest < 0:
            if math.fsum(at_low) * math.fsum(at_high) < 0:
                found.append(_bisect(flows, low, high))
        elif high - low <= _NARROW * max(abs(low), abs(high), narrow):
            found.append(middle)
        else:
            found += [middle] if value == 0 else []
            unsettled += [(low, middle), (middle, high)]
    return found
