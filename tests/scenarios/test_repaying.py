"""The scenes of a loan's life stand where their names say."""

import pytest

from weilidai_core.borrow.available_limit import available_limit_of
from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.events import (
    AutoDebitFailed,
    ExtensionGranted,
    Prepaid,
    RepaymentReceived,
    RepaymentReversed,
)
from weilidai_core.repay.bill import bill_of
from weilidai_core.repay.hardship import open_case
from weilidai_core.repay.position import position
from weilidai_core.scenarios.scenarios import play, scenario
from weilidai_core.store import Store
from weilidai_core.world.happened import happened
from weilidai_core.world.views import read_history, today


@pytest.mark.parametrize("days", [1, 3, 4, 30, 91])
def test_an_overdue_scene_is_so_many_days_past_due(sqlite_store: Store, days: int) -> None:
    world = play(sqlite_store, scenario(f"overdue-{days}"))
    history = read_history(world)
    limit = available_limit_of(history)

    (note,) = loan_notes_of(history)
    assert position(note, on=today(world)).days_past_due == days
    assert limit is not None
    assert limit.is_frozen == (days > 1)


# Notes with a bill to pay, instalments repaid in all, and how often each of these happened.
KINDS = (RepaymentReceived, RepaymentReversed, AutoDebitFailed, Prepaid, ExtensionGranted)


@pytest.mark.parametrize(
    ("name", "bills", "repaid", "times"),
    [
        ("bill-due", 1, 0, (0, 0, 0, 0, 0)),
        ("bill-paid", 0, 1, (1, 0, 0, 0, 0)),
        ("card-short", 1, 0, (0, 0, 1, 0, 0)),
        ("card-short-then-paid", 0, 1, (1, 0, 1, 0, 0)),
        ("prepaid-keep-tenor", 0, 0, (1, 0, 0, 1, 0)),
        ("prepaid-keep-instalment", 0, 0, (1, 0, 0, 1, 0)),
        ("settled-in-time", 0, 12, (12, 0, 0, 0, 0)),
        ("reversed", 1, 0, (1, 1, 0, 0, 0)),
    ],
)
def test_a_scene_has_come_as_far_as_it_says(
    sqlite_store: Store, name: str, bills: int, repaid: int, times: tuple[int, ...]
) -> None:
    world = play(sqlite_store, scenario(name))
    history = read_history(world)
    notes = loan_notes_of(history)

    assert len(bill_of(notes, on=today(world))) == bills
    assert sum(note.paid_count for note in notes) == repaid
    assert tuple(len(happened(history, kind)) for kind in KINDS) == times


def test_hardship_is_asked_for_and_then_granted(sqlite_store: Store) -> None:
    asked, granted = (
        read_history(play(sqlite_store, scenario(name))) for name in ("hardship-asked", "hardship-granted")
    )

    assert open_case(asked) is not None
    assert open_case(granted) is None
    assert len(happened(granted, ExtensionGranted)) == 1


def test_two_notes_have_bills_of_their_own_days(sqlite_store: Store) -> None:
    world = play(sqlite_store, scenario("two-notes"))

    notes = loan_notes_of(read_history(world))
    assert len({note.next_due_on for note in notes}) == len(notes) == 2
