"""可用额度: limit − used, never below zero, nothing while frozen. Pure, derived from the history."""

from dataclasses import dataclass
from datetime import date

from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.events import History, LimitFrozen, LimitGranted, LimitUnfrozen
from weilidai_core.world.happened import latest


@dataclass(frozen=True)
class AvailableLimit:
    """The credit limit as it stands; amounts in fen, the rate in ppm a day."""

    limit_fen: int
    used_fen: int
    available_fen: int
    daily_rate_ppm: int
    granted_on: date
    is_frozen: bool = False


def available_limit_of(history: History) -> AvailableLimit | None:
    """The limit, what loan notes use of it, and what is left; None before a limit is granted."""
    for each in reversed(history):
        if isinstance(each.event, LimitGranted):
            used = sum(note.outstanding_fen for note in loan_notes_of(history))
            return AvailableLimit(
                limit_fen=each.event.limit_fen,
                used_fen=used,
                available_fen=0 if is_frozen(history) else max(0, each.event.limit_fen - used),
                daily_rate_ppm=each.event.daily_rate_ppm,
                granted_on=each.on,
                is_frozen=is_frozen(history),
            )
    return None


def is_frozen(history: History) -> bool:
    """Whether the limit is frozen at the end of a history."""
    last = latest(history, LimitFrozen, LimitUnfrozen)
    return last is not None and isinstance(last.event, LimitFrozen)
