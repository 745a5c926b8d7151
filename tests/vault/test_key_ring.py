"""The ring of keys: made once, added to, told apart from a lost and from a wrong one, never shown."""

from base64 import b64encode
from pathlib import Path

import pytest

from weilidai_core.vault.key_ring import (
    KeyRing,
    KeysInEnvironment,
    KeysLost,
    KeysWrong,
    add_key,
    make_ring,
    only_newest,
    read_ring,
)
from weilidai_core.vault.made_once import KeyDamaged
from weilidai_core.vault.sealing import new_key

PLACE = "world_key.sealed:1"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A key folder of this test alone."""
    monkeypatch.setenv("WEILIDAI_KEY_FOLDER", str(tmp_path / "keys"))
    return tmp_path / "keys"


def test_it_works(folder: Path) -> None:
    assert read_ring() is None
    ring = make_ring()

    assert make_ring() == read_ring() == ring
    key = new_key()
    assert ring.unwrap(ring.wrap(key, place=PLACE), place=PLACE) == key


def test_a_new_key_seals_what_is_new_and_the_old_one_still_opens(folder: Path) -> None:
    old = make_ring()
    wrapped = old.wrap(b"k" * 32, place=PLACE)

    ring = add_key(old)

    assert ring.newest == 2
    assert ring.wrap(b"k" * 32, place=PLACE).startswith("2:")
    assert make_ring().unwrap(wrapped, place=PLACE) == b"k" * 32


def test_without_its_key_nothing_opens_and_the_number_is_told(folder: Path) -> None:
    old = make_ring()
    wrapped = old.wrap(b"k" * 32, place=PLACE)
    only_newest(add_key(old))

    with pytest.raises(KeysLost) as refused:
        make_ring().unwrap(wrapped, place=PLACE)
    assert refused.value.facts == {"number": "1", "place": str(folder / "vault.keys")}


def test_another_databases_ring_is_told_apart_from_a_lost_one(folder: Path) -> None:
    mine, other = KeyRing({1: new_key()}), KeyRing({1: new_key()})

    mine.check({1: mine.mark(1)})
    with pytest.raises(KeysWrong):
        mine.check({1: other.mark(1)})
    with pytest.raises(KeysLost):
        mine.check({2: other.mark(1)})


def test_the_environment_goes_before_the_file_and_is_not_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = make_ring()
    given = (folder / "vault.keys").read_bytes()
    (folder / "vault.keys").unlink()
    monkeypatch.setenv("WEILIDAI_KEYS", b64encode(given).decode())

    assert make_ring() == ring
    with pytest.raises(KeysInEnvironment):
        add_key(ring)
    assert not (folder / "vault.keys").exists()


@pytest.mark.parametrize(
    "content", [b"# nothing\n", b"1:short\n", b"one:key\n", b"0:" + b64encode(b"k" * 32)]
)
def test_a_damaged_file_is_refused(folder: Path, content: bytes) -> None:
    make_ring()
    (folder / "vault.keys").write_bytes(content)

    with pytest.raises(KeyDamaged) as refused:
        read_ring()
    assert refused.value.facts == {"name": "vault.keys"}


def test_it_shows_no_key(folder: Path) -> None:
    ring = make_ring()

    assert repr(ring.keys[1])[2:-1] not in repr(ring)
    assert repr(ring) == "KeyRing()"
