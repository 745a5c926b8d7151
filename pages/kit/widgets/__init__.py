"""The few entries a round trip would spoil, as components of the page: no build step, no iframe."""

from pages.kit.widgets.amount import AmountWords, amount_entry
from pages.kit.widgets.day import day_entry
from pages.kit.widgets.in_place import in_place
from pages.kit.widgets.pin import PIN_DIGITS, pin_entry
from pages.kit.widgets.reading import reading

__all__ = ["PIN_DIGITS", "AmountWords", "amount_entry", "day_entry", "in_place", "pin_entry", "reading"]
