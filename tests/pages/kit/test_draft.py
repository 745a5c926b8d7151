"""What was just kept is drawn without asking for it again, and never longer than it holds."""

from collections.abc import Iterator

import pytest

from pages.kit import draft
from tests.databases import counted
from tests.worlds import walked
from weilidai_core.store import Store
from weilidai_core.world.actions import FIELD_LONGEST, fields_of, merge_draft
from weilidai_core.world.views import read_draft
from weilidai_core.world.world import World

FORM = "estimate"


@pytest.fixture
def world(store: Store) -> Iterator[World]:
    """A world, and a run in which nothing was kept yet."""
    draft.sent()
    yield walked(store, until="wallet")
    draft.sent()


def test_it_works(world: World) -> None:
    draft.keep(world, FORM, amount="1000")
    with counted(world.store) as asked:
        assert draft.typed(world, FORM) == {"amount": "1000"}
    assert asked == []

    with counted(world.store) as asked:
        assert draft.typed(world, FORM) == {"amount": "1000"}
    assert asked != []


def test_all_fields_are_there_as_the_database_has_them(world: World) -> None:
    draft.keep(world, FORM, tenor="6")
    draft.keep(world, FORM, amount="1\ud8000" + "0" * FIELD_LONGEST)
    kept = draft.typed(world, FORM)

    assert kept == fields_of(read_draft(world, form=FORM))
    assert kept == {"tenor": "6", "amount": "1?0" + "0" * (FIELD_LONGEST - 3)}


def test_another_form_is_asked_for(world: World) -> None:
    draft.keep(world, FORM, amount="1000")

    assert draft.typed(world, "quote") == {}


@pytest.mark.parametrize("forgotten", [lambda world: draft.sent(), lambda world: draft.forget(world, FORM)])
def test_once_something_was_done_the_database_is_asked(world: World, forgotten: object) -> None:
    draft.keep(world, FORM, amount="1000")
    merge_draft(world, form=FORM, changes={"amount": "2000"})
    assert callable(forgotten)
    forgotten(world)

    assert draft.typed(world, FORM) in ({"amount": "2000"}, {})


def test_what_another_tab_kept_is_seen_a_moment_later(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    draft.keep(world, FORM, amount="1000")
    merge_draft(world, form=FORM, changes={"amount": "2000"})
    now = draft.time.monotonic()
    monkeypatch.setattr(draft.time, "monotonic", lambda: now + 1)

    assert draft.typed(world, FORM) == {"amount": "2000"}
