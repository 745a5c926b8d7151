"""What holds at every moment of every life, whatever is asked for and however often it is sent.

1. What is asked for is done whole, or refused by name with nothing written.
2. The same request under the same key changes nothing, at once or at any later time.
3. The books balance and every law of the audit holds.
4. What is owed never exceeds the credit limit, and at most one drawdown is under way.
5. The steps alone lead to the same state again.
"""

import shutil
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.invariants.lives import BEGINNINGS, LENGTHS, PEOPLE, WISHES, wishes
from tests.worlds import give_pin, hash_of, rows, walked
from weilidai_core.act import ACTIONS, REQUESTS, act
from weilidai_core.audit import audit
from weilidai_core.borrow.available_limit import available_limit_of
from weilidai_core.borrow.drawdown import drawdowns_of
from weilidai_core.errors import WeilidaiError
from weilidai_core.journey import gate, next_step
from weilidai_core.keys import key_of
from weilidai_core.ledger.views import account_totals
from weilidai_core.scenarios.rebuilding import fork
from weilidai_core.store import Store
from weilidai_core.trust import actions as trust
from weilidai_core.trust.actions import has_pin
from weilidai_core.world.actions import StartWorld
from weilidai_core.world.step import Request
from weilidai_core.world.views import read_history, steps_taken
from weilidai_core.world.world import World


@pytest.fixture(autouse=True)
def quick_pin(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PIN hash of no strength: how long hashing takes is no matter of these laws."""
    monkeypatch.setattr(trust, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


def sent(world: World, request: Request, *, key: str) -> bool:
    """Send a request; whether it was done. A refusal must have written nothing."""
    before = rows(world.store), hash_of(world)
    try:
        act(world, request, key=key)
    except WeilidaiError:
        pass
    else:
        return True
    assert (rows(world.store), hash_of(world)) == before
    return False


def repeats_change_nothing(world: World, request: Request, *, key: str) -> None:
    """Sending a done request again gives its stored outcome."""
    before = rows(world.store), hash_of(world)
    assert act(world, request, key=key).repeated
    assert (rows(world.store), hash_of(world)) == before


def laws_hold(world: World) -> None:
    """Laws 3 and 4, and that there is always somewhere to go on."""
    found = audit(world.store)
    assert found.broken == ()
    with world.store.reading() as session:
        totals = account_totals(session, world.id)
    assert sum(total.debit_fen for total in totals) == sum(total.credit_fen for total in totals)
    history = read_history(world)
    limit = available_limit_of(history)
    if limit is not None:
        assert 0 <= limit.used_fen <= limit.limit_fen
        assert limit.available_fen == limit.limit_fen - limit.used_fen
    assert sum(drawdown.is_open for drawdown in drawdowns_of(history)) <= 1
    assert gate(next_step(history), history) is None


def test_it_works(sqlite_store: Store) -> None:
    world = walked(sqlite_store)

    laws_hold(world)


def test_every_kind_of_act_may_be_wished_for() -> None:
    assert set(WISHES) == set(ACTIONS) - {StartWorld}


@settings(max_examples=30, suppress_health_check=list(HealthCheck))
@given(data=st.data(), who=PEOPLE, beginning=BEGINNINGS, length=LENGTHS)
def test_every_life_keeps_the_laws(
    data: st.DataObject, who: str, beginning: str, length: int, migrated_file: Path, tmp_path: Path
) -> None:
    file = tmp_path / "life.sqlite3"
    for old in tmp_path.glob("life.sqlite3*"):
        old.unlink()
    shutil.copyfile(migrated_file, file)
    store = Store(f"sqlite:///{file}")
    world = walked(store, who=who, until=beginning)
    if not has_pin(store, world.id):
        give_pin(world)

    for number in range(length):
        request = data.draw(wishes(world))
        key = key_of(request, read_history(world))
        if sent(world, request, key=key):
            if data.draw(st.booleans(), label="double click"):
                repeats_change_nothing(world, request, key=key)
            if data.draw(st.integers(0, 4), label="another tab") == 0:
                sent(world, request, key=f"another tab {number}")
        laws_hold(world)

    for step in steps_taken(world):
        kind, _, body = step.request.removeprefix('{"kind":"').partition('","body":')
        repeats_change_nothing(world, REQUESTS[kind].model_validate_json(body[:-1]), key=step.key)
    assert hash_of(fork(world, step=len(steps_taken(world)))) == hash_of(world)
    assert audit(store).is_clean
    store.close()
