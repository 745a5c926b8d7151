"""`weilidai keys`: where the keys are, a new one, and what is said when one is lost or another's."""

from pathlib import Path

import pytest

from tests.command_line.conftest import Weilidai
from tests.databases import Databases
from tests.worlds import walked
from weilidai_core.journey import Step
from weilidai_core.store import Store
from weilidai_core.store.opening import _opened
from weilidai_core.vault.key_ring import make_ring


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A key folder of this test alone."""
    monkeypatch.setenv("WEILIDAI_KEY_FOLDER", str(tmp_path / "keys"))
    return tmp_path / "keys"


@pytest.fixture
def url(databases: Databases, engine: str, folder: Path) -> str:
    """A database with a world in it, which no process holds open."""
    url = databases.migrated(engine)
    store = Store(url)
    walked(store, until=Step.WELCOME)
    store.close()
    return url


def test_it_works(weilidai: Weilidai, url: str, folder: Path) -> None:
    shown = weilidai("keys", "show", "--database", url)
    rotated = weilidai("keys", "rotate", "--database", url)
    forgotten = weilidai("keys", "rotate", "--forget-old", "--database", url)

    assert [ran.code for ran in (shown, rotated, forgotten)] == [0, 0, 0]
    assert str(folder / "vault.keys") in shown.out.replace("\n", "")
    assert "编号 2" in rotated.out
    assert "读不出来" in forgotten.out
    assert set(make_ring().keys) == {3}
    keys = (folder / "vault.keys").read_text().split(":")[1].strip()
    assert keys not in shown.out + rotated.out + forgotten.out
    assert weilidai("ledger", "audit", "--database", url).code == 0


def test_a_lost_and_a_wrong_key_are_said_everywhere_and_nothing_is_made(
    weilidai: Weilidai, url: str, folder: Path
) -> None:
    (folder / "vault.keys").rename(folder / "elsewhere")
    for command in (("keys", "show"), ("keys", "rotate"), ("ledger", "audit")):
        ran = weilidai(*command, "--database", url)
        assert ran.code == 2
        assert "找不到保护资料的密钥" in ran.err
        assert "vault.keys" in ran.err.replace("\n", "")
    doctor = weilidai("doctor", "--database", url, lang="en")
    assert doctor.code == 1
    assert "is missing" in doctor.out
    assert not (folder / "vault.keys").exists()

    make_ring()
    assert "不是这个数据库的" in weilidai("ledger", "audit", "--database", url).err

    (folder / "elsewhere").replace(folder / "vault.keys")
    assert weilidai("ledger", "audit", "--database", url).code == 0
    _opened.pop(url).close()
