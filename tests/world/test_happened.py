"""What of a kind has happened: the same as looking at everything, for any beginning of a history."""

from tests.memory_world import MemoryWorld
from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.events import DayAdvanced, Fact, History, InstalmentFellDue, Recorded, RepaymentReceived
from weilidai_core.world.happened import facts_of, happened, latest

KINDS = (RepaymentReceived, InstalmentFellDue)


def by_looking(history: History, *kinds: type[Fact]) -> tuple[Recorded, ...]:
    """Every event of these kinds, by looking at each."""
    return tuple(each for each in history if isinstance(each.event, kinds))


def lived(days: int = 200) -> MemoryWorld:
    """A world with a loan, some months on."""
    world = MemoryWorld()
    world.lend(3_000_00)
    world.wait(days)
    return world


def test_it_works() -> None:
    history = lived().history

    assert happened(history, *KINDS) == by_looking(history, *KINDS)
    assert facts_of(history, RepaymentReceived) == tuple(
        each.event for each in by_looking(history, RepaymentReceived)
    )
    assert latest(history, DayAdvanced) == by_looking(history, DayAdvanced)[-1]


def test_any_beginning_may_be_asked_after_the_whole() -> None:
    history = lived().history
    happened(history, *KINDS)

    for end in (1, 5, len(history) // 2, len(history) - 1, len(history)):
        assert happened(history[:end], *KINDS) == by_looking(history[:end], *KINDS)
        assert loan_notes_of(history[:end]) == loan_notes_of(tuple(history[:end]))


def test_what_goes_on_is_seen() -> None:
    world = lived(40)
    before = happened(world.history, *KINDS)

    world.wait(100)

    assert happened(world.history, *KINDS) == by_looking(world.history, *KINDS)
    assert len(happened(world.history, *KINDS)) > len(before)


def test_two_futures_of_one_past_are_kept_apart() -> None:
    world = lived(20)
    past = world.history
    world.wait(60)
    one = world.history
    world.history = past
    world.card_holds(0)
    world.wait(60)

    for history in (one, world.history, one, past):
        assert happened(history, *KINDS) == by_looking(history, *KINDS)
    # Folded anew from events that are other objects, nothing is known of them beforehand.
    for history in (one, world.history, one):
        anew = tuple(each._replace() for each in history)
        assert loan_notes_of(history) == loan_notes_of(anew)


def test_of_an_empty_history_nothing_happened() -> None:
    assert happened((), *KINDS) == ()
    assert latest((), *KINDS) is None
