"""After an erasure nothing of a person is anywhere; the books and the log still add up."""

from pathlib import Path

import pytest
from sqlalchemy import text

from tests.databases import SQLITE, Databases
from tests.store.test_sealed_at_rest import SAMPLE, WHO, as_bytes, found_in
from tests.worlds import do, rows, walked
from weilidai_core.audit import audit
from weilidai_core.events import History
from weilidai_core.events.made_of import EVERY_MADE_OF
from weilidai_core.help.actions import AskServiceDesk
from weilidai_core.journey import Step
from weilidai_core.personal_data.actions import erase_browser, erase_world, erased_worlds
from weilidai_core.store import Store
from weilidai_core.store.world_keys import WorldErased
from weilidai_core.trust.transparency.audit_views import audit_log
from weilidai_core.world.actions import save_draft
from weilidai_core.world.views import profile_of, read_draft, read_history, today, visit

SECRET = "s" * 43
QUESTION = "我叫林小满，利率是多少"


def test_it_works(store: Store) -> None:
    world = walked(store, until=Step.SETTLE, secret=SECRET)
    do(world, AskServiceDesk(question=QUESTION))
    save_draft(world, form="information", body=WHO.typed.model_dump_json())
    before, day = rows(store), today(world)

    erase_world(world)

    assert audit(store).is_clean
    assert audit_log(store).is_clean
    gone = {"draft": 0, "pin": 0, "log_salt": 0}
    assert rows(store) == {**before, **gone}
    (erased,) = erased_worlds(store, SECRET)
    assert (erased.token, erased.on, erased.events) == (world.token, day, before["event"])
    assert erased.entries == before["journal_entry"] > 0


def test_nothing_personal_is_left_in_any_file(databases: Databases, tmp_path: Path) -> None:
    store = databases.store(SQLITE)
    world = walked(store, until=Step.SETTLE, secret=SECRET)
    save_draft(world, form="information", body=WHO.typed.model_dump_json())
    with store.engine.connect() as connection:
        sealed = str(connection.execute(text("SELECT sealed FROM world_key")).scalar_one())
        drafted = str(connection.execute(text("SELECT body FROM draft")).scalar_one())
        hashed = str(connection.execute(text("SELECT argon2 FROM pin")).scalar_one())
    there = found_in(tmp_path, [sealed, drafted, hashed])
    assert {value for _, value in there} == {sealed, drafted, hashed}

    erase_world(world)

    assert found_in(tmp_path, [*SAMPLE, sealed, drafted, hashed]) == []
    assert all(as_bytes(value) for value in SAMPLE)


def made_of(history: History) -> list[object]:
    """All that is kept in memory that was made of this history."""
    return [each.of(history) for each in EVERY_MADE_OF if each.of(history) is not None]


def test_what_was_remembered_of_it_is_gone_too(store: Store) -> None:
    world = walked(store, until=Step.WELCOME, secret=SECRET)
    elsewhere = Store(store.url)
    there = visit(elsewhere, SECRET, token=world.token)
    assert there is not None
    history = read_history(there)
    assert profile_of(history)
    assert made_of(history)

    erase_world(world)

    assert not made_of(history)
    for one in (world, there):
        with pytest.raises(WorldErased):
            read_history(one)
        with pytest.raises(WorldErased):
            read_draft(one, form="information")
        with pytest.raises(WorldErased):
            save_draft(one, form="information", body="again")
        assert one.store.remembered(one.id) == ()
    elsewhere.close()


def test_an_erased_world_is_visited_no_more(store: Store) -> None:
    world = walked(store, until=Step.WALLET, secret=SECRET)
    assert visit(store, SECRET, token=world.token) is not None

    erase_world(world)

    assert visit(store, SECRET, token=world.token) is None
    with pytest.raises(WorldErased):
        erase_world(world)


def test_ending_erases_every_world_of_this_browser_and_no_other(store: Store) -> None:
    mine = [walked(store, until=Step.WALLET, secret=SECRET) for _ in range(2)]
    other = walked(store, until=Step.WELCOME, secret="o" * 43)

    assert erase_browser(store, SECRET) == 2
    assert erase_browser(store, SECRET) == 0

    assert {one.token for one in erased_worlds(store, SECRET)} == {one.token for one in mine}
    assert len(read_history(other)) == 2
    assert erased_worlds(store, "o" * 43) == ()
