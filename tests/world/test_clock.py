"""The world's own day: its first day, or where it was last moved to; never the real one."""

from datetime import date

import pytest

from tests.worlds import wait, walked
from weilidai_core.journey import Step
from weilidai_core.store import Store
from weilidai_core.world.clock import day_of
from weilidai_core.world.views import profile_of, read_history, today


def test_it_works(store: Store) -> None:
    world = walked(store, until=Step.WALLET, on=date(2027, 2, 28))

    assert today(world) == date(2027, 2, 28)


def test_the_day_is_where_it_was_last_moved_to(store: Store) -> None:
    world = walked(store, until=Step.WALLET, on=date(2027, 12, 31))

    wait(world, 1)
    wait(world, 2)

    assert today(world) == date(2028, 1, 3)


def test_two_worlds_have_two_days(store: Store) -> None:
    one, other = walked(store, until=Step.WALLET), walked(store, until=Step.WALLET)
    wait(one, 30)

    assert (today(one) - today(other)).days == 30


def test_a_history_that_has_not_begun_has_no_day_and_no_profile(sqlite_store: Store) -> None:
    later = read_history(walked(sqlite_store, until=Step.WELCOME))[1:]

    with pytest.raises(LookupError):
        day_of(())
    with pytest.raises(LookupError):
        profile_of(later)
