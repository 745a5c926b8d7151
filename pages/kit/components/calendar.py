"""The simulated day, moved from a page on which nothing can happen before another day."""

from datetime import date

from pages.kit import format as figures
from pages.kit.components.buttons import secondary
from pages.kit.i18n import _
from pages.kit.perform import ready
from weilidai_core.repay.day_end import AdvanceDay


def jump_to(day: date, *, then: str | None = None, key: str = "advance") -> None:
    """A quiet button that moves the simulated day to `day`; afterwards page `then`, as in `ready`."""
    label = _("模拟日：跳到 {day}").format(day=figures.short_day(day))
    secondary(label, on_click=ready(AdvanceDay(to_on=day), then=then), key=key)
