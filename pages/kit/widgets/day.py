"""A day to pick from the device's own calendar."""

from collections.abc import Callable
from datetime import date

from pages.kit.widgets.parts import made_of, state

_day = made_of("day")


def day_entry(
    label: str, *, day: date, key: str, bounds: tuple[date, date], on_change: Callable[[str], None]
) -> None:
    """Draw the day; `on_change` gets the text of another one (YYYY-MM-DD) once it is picked or typed.

    The bounds are for the calendar that opens; the core bounds the day.
    """
    low, high = bounds
    data = {"label": label, "day": day.isoformat(), "min": low.isoformat(), "max": high.isoformat()}
    _day(
        key=key,
        data=data,
        default={"day": day.isoformat()},
        on_day_change=lambda: on_change(str(state(key, "day") or "")),
    )
