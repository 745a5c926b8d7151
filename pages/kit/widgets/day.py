"""A day to pick from the device's own calendar."""

from collections.abc import Callable
from datetime import date

from pages.kit.widgets.parts import made_of, state

_day = made_of("day")


def day_entry(
    label: str, *, day: date, key: str, bounds: tuple[date, date], on_change: Callable[[date], None]
) -> None:
    """Draw the day; `on_change` gets another one, inside the bounds, once it is picked."""
    low, high = bounds
    data = {"label": label, "day": day.isoformat(), "min": low.isoformat(), "max": high.isoformat()}
    _day(
        key=key,
        data=data,
        default={"day": day.isoformat()},
        on_day_change=lambda: _hear(key, bounds, on_change),
    )


def _hear(key: str, bounds: tuple[date, date], on_change: Callable[[date], None]) -> None:
    try:
        picked = date.fromisoformat(str(state(key, "day")))
    except ValueError:
        return
    if bounds[0] <= picked <= bounds[1]:
        on_change(picked)
