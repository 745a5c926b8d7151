"""What was made of a history is known by the history itself, and is gone when a world is erased."""

from datetime import date

from weilidai_core.events import DayAdvanced, History, Recorded
from weilidai_core.events.made_of import WORLDS_KEPT, MadeOf, forget_what_was_made

DAY = date(2026, 9, 1)


def lived(days: int) -> History:
    """A history of so many days, its events objects of its own."""
    return tuple(Recorded(seq, seq, DAY, DayAdvanced(from_on=DAY, to_on=DAY)) for seq in range(1, days + 1))


def test_a_history_knows_its_own_its_beginnings_and_what_goes_on_from_it() -> None:
    made: MadeOf[str] = MadeOf()
    history = lived(5)
    made.keep(history[:3], "of three days")

    for end in range(1, 6):
        assert made.of(history[:end]) == (history[:3], "of three days")
    made.keep(history, "of five")
    assert made.of(history[:2]) == (history, "of five")


def test_another_history_of_the_same_days_is_another() -> None:
    made: MadeOf[str] = MadeOf()
    history = lived(5)
    made.keep(history, "kept")

    assert made.of(lived(5)) is None
    # Another future of the same past.
    assert made.of(history[:3] + lived(5)[3:]) is None
    assert made.of(()) is None


def test_only_the_newest_are_kept() -> None:
    made: MadeOf[int] = MadeOf()
    histories = [lived(1) for _one in range(WORLDS_KEPT + 3)]
    for number, history in enumerate(histories):
        made.keep(history, number)
        made.of(histories[0])

    assert [number for number, one in enumerate(histories) if made.of(one) is None] == [1, 2, 3]


def test_all_of_it_can_be_forgotten_at_once() -> None:
    one: MadeOf[int] = MadeOf()
    other: MadeOf[str] = MadeOf()
    history = lived(2)
    one.keep(history, 1)
    other.keep(history, "one")

    forget_what_was_made()

    assert (one.of(history), other.of(history)) == (None, None)
