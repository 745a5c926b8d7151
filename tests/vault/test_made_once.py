"""A secret is made at the first start, once, whole, for one account alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from weilidai_core.vault.made_once import KeyDamaged, KeyNotKept, KeyOpenToOthers, kept, made_once

ROOT = Path(__file__).parents[2]
SETTING = "WEILIDAI_TEST_KEY"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A key folder of this test alone, not there yet."""
    monkeypatch.setenv("WEILIDAI_KEY_FOLDER", str(tmp_path / "var" / "keys"))
    return tmp_path / "var" / "keys"


def made(content: bytes = b"secret") -> bytes:
    """The test's secret."""
    return made_once("test.key", lambda: content, setting=SETTING)


def test_it_works(folder: Path) -> None:
    assert not kept("test.key", setting=SETTING)

    assert made(b"first") == b"first"
    assert made(b"second") == b"first"
    assert kept("test.key", setting=SETTING)


def test_only_its_account_may_read_it_and_nothing_else_is_left(folder: Path) -> None:
    made()

    assert [file.name for file in folder.iterdir()] == ["test.key"]
    assert (folder / "test.key").stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_the_setting_goes_before_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, "c2V0dGluZw==")

    assert made() == b"setting"
    assert kept("test.key", setting=SETTING)
    assert not folder.exists()


def test_a_setting_that_is_no_base64_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, "not base64!")

    with pytest.raises(KeyDamaged) as refusal:
        made()
    assert "base64" not in str(refusal.value.facts)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o666])
def test_a_file_that_others_may_read_is_refused(folder: Path, mode: int) -> None:
    made()
    (folder / "test.key").chmod(mode)

    with pytest.raises(KeyOpenToOthers):
        made()


def test_an_empty_file_is_refused_and_not_written_over(folder: Path) -> None:
    made()
    (folder / "test.key").write_bytes(b"")

    with pytest.raises(KeyDamaged):
        made()
    assert (folder / "test.key").read_bytes() == b""


def test_a_folder_that_cannot_be_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("WEILIDAI_KEY_FOLDER", str(tmp_path / "file" / "keys"))

    with pytest.raises(KeyNotKept):
        made()


def test_a_maker_that_fails_leaves_nothing(folder: Path) -> None:
    def broken() -> bytes:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        made_once("test.key", broken, setting=SETTING)
    assert list(folder.iterdir()) == []


def test_a_hundred_and_fifty_that_start_at_once_have_one_key(folder: Path, tmp_path: Path) -> None:
    # Six processes of twenty-five threads, all waiting for the same moment.
    program = (
        "import secrets, sys, time; from pathlib import Path\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "from weilidai_core.vault.made_once import made_once\n"
        "def one(_):\n"
        "    while not Path(sys.argv[1]).exists(): time.sleep(0.0005)\n"
        f"    return made_once('test.key', lambda: secrets.token_bytes(4000), setting='{SETTING}').hex()\n"
        "pool = ThreadPoolExecutor(25); found = [pool.submit(one, n) for n in range(25)]\n"
        "print('ready', flush=True)\n"
        "print('\\n'.join(each.result() for each in found))\n"
    )
    go = tmp_path / "go"
    started = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(go)],
            cwd=ROOT, env=dict(os.environ), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for _ in range(6)
    ]  # fmt: skip
    for process in started:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    go.touch()
    told = [process.communicate(timeout=60) for process in started]

    assert [error for _, error in told] == [""] * 6
    keys = [key for out, _ in told for key in out.split()]
    assert len(keys) == 150
    assert set(keys) == {(folder / "test.key").read_bytes().hex()}
    assert [file.name for file in folder.iterdir()] == ["test.key"]
