"""A new key on the ring: everything still opens, running processes go on, the old key can go."""

from base64 import b64encode
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.worlds import hash_of, walked
from weilidai_core.act import act
from weilidai_core.apply.actions import StartApplication
from weilidai_core.journey import Step
from weilidai_core.store import Store, open_store
from weilidai_core.store.rotation import rotate
from weilidai_core.vault.key_ring import KeysInEnvironment, KeysLost, make_ring
from weilidai_core.world.views import read_history, world_by_token


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A key folder of this test alone."""
    monkeypatch.setenv("WEILIDAI_KEY_FOLDER", str(tmp_path / "keys"))
    return tmp_path / "keys"


def sealed(store: Store) -> list[str]:
    """How the worlds' keys are kept, oldest first."""
    with store.engine.connect() as connection:
        return list(
            connection.execute(text("SELECT sealed FROM world_key ORDER BY world_id")).scalars().all()
        )


def again(store: Store, token: str) -> str:
    """The world's state as another process reads it."""
    elsewhere = Store(store.url)
    try:
        return hash_of(world_by_token(elsewhere, token))
    finally:
        elsewhere.close()


def test_it_works(store: Store) -> None:
    world = walked(store, until=Step.REPAY)
    before = hash_of(world)

    done = rotate(store)

    assert (done.number, done.worlds) == (2, 1)
    assert [kept.partition(":")[0] for kept in sealed(store)] == ["2"]
    assert again(store, world.token) == before
    walked(store, until=Step.WALLET)
    assert [kept.partition(":")[0] for kept in sealed(store)] == ["2", "2"]


def test_a_process_that_knew_only_the_old_key_goes_on(store: Store) -> None:
    world = walked(store, until=Step.WALLET)
    elsewhere = Store(store.url)
    there = world_by_token(elsewhere, world.token)
    read_history(there)

    rotate(store, forget_old=True)

    assert not act(there, StartApplication(), key="go on").repeated
    walked(elsewhere, until=Step.WALLET)
    assert {kept.partition(":")[0] for kept in sealed(store)} == {"2"}
    elsewhere.close()


def test_the_old_key_goes_only_when_it_is_asked(store: Store) -> None:
    world = walked(store, until=Step.WALLET)
    before = hash_of(world)

    rotate(store)
    assert set(make_ring().keys) == {1, 2}
    rotate(store, forget_old=True)

    assert set(make_ring().keys) == {3}
    assert again(store, world.token) == before
    open_store(store.url).keys.forget()


def test_keys_from_the_environment_are_taken_but_not_made(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = walked(store, until=Step.WALLET)
    before = hash_of(world)
    given = (folder / "vault.keys").read_bytes()
    monkeypatch.setenv("WEILIDAI_KEYS", b64encode(given).decode())
    with pytest.raises(KeysInEnvironment):
        rotate(store)
    assert sealed(store)[0].startswith("1:")

    newer = given + b"2:" + b64encode(b"n" * 32) + b"\n"
    monkeypatch.setenv("WEILIDAI_KEYS", b64encode(newer).decode())

    assert rotate(store).number == 2
    assert again(store, world.token) == before


def test_a_lost_ring_rotates_nothing(store: Store, folder: Path) -> None:
    walked(store, until=Step.WALLET)
    before = sealed(store)
    (folder / "vault.keys").rename(folder / "elsewhere")
    store.keys.forget()

    elsewhere = Store(store.url)
    with pytest.raises(KeysLost):
        rotate(elsewhere)
    elsewhere.close()
    assert sealed(store) == before
