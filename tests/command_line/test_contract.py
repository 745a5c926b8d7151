"""`weilidai contract verify`: exit code 0 for the original, 1 for anything else, and the reason in words."""

from pathlib import Path

import pytest

from tests.command_line.conftest import Weilidai


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the whole journey leaves behind."""
    from weilidai_core.journey import Step
    from weilidai_core.scenarios.downloads import save_downloads
    from weilidai_core.scenarios.personas import persona
    from weilidai_core.scenarios.walking import Walk, start, walk
    from weilidai_core.store import open_store

    made = tmp_path_factory.mktemp("out")
    store = open_store(f"sqlite:///{made}/journey.sqlite3")
    one = persona("first-timer")
    world = start(store, one)
    walk(Walk(world, one, one.plan), until=Step.SETTLE)
    save_downloads(world, made)
    store.close()
    return made


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("paper", ["contract", "certificate"])
def test_it_works(weilidai: Weilidai, folder: Path, paper: str, lang: str) -> None:
    ran = weilidai("contract", "verify", folder / f"{paper}.pdf", lang=lang)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("✓")
    assert ("贷款人" if lang == "zh" else "Lender") in ran.out


def test_it_may_be_read_by_a_program(weilidai: Weilidai, folder: Path) -> None:
    ran = weilidai("contract", "verify", folder / "contract.pdf", "--root", folder / "root.pem", "--json")

    assert (ran.code, ran.data["genuine"], ran.data["data"]["number"]) == (0, True, "HT20260915-01")
    assert [each["role"] for each in ran.data["signatures"]] == ["贷款人", "借款人"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_changed_file_is_refused_in_words(
    weilidai: Weilidai, folder: Path, tmp_path: Path, lang: str
) -> None:
    altered = tmp_path / "altered.pdf"
    altered.write_bytes((folder / "contract.pdf").read_bytes() + b"\n")
    ran = weilidai("contract", "verify", altered, lang=lang)

    assert (ran.code, ran.err) == (1, "")
    assert ("又加了东西" if lang == "zh" else "added to the file") in ran.out
    ran = weilidai("contract", "verify", altered, "--json")
    assert (ran.code, ran.data["genuine"], ran.data["code"]) == (1, False, "added-afterwards")


def test_a_file_that_is_not_there_is_a_misuse(weilidai: Weilidai, tmp_path: Path) -> None:
    ran = weilidai("contract", "verify", tmp_path / "nothing.pdf")

    assert (ran.code, ran.out) == (2, "")


def test_without_anything_to_check_against_it_says_so(
    weilidai: Weilidai, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WEILIDAI_KEY_FOLDER", str(tmp_path / "keys"))
    ran = weilidai("contract", "verify", folder / "contract.pdf")

    assert ran.code == 2
    assert "root.pem" in ran.err
    assert not (tmp_path / "keys").exists()


def test_with_its_receipt_it_says_where_it_is_in_the_log(weilidai: Weilidai, folder: Path) -> None:
    given = ("contract", "verify", folder / "contract.pdf", "--receipt", folder / "receipt.json")

    assert "日志" in weilidai(*given).out
    ran = weilidai(*given, "--json")
    assert (ran.code, ran.data["log"]["leaf"] > 0) == (0, True)
    assert ran.data["log"]["key"] == ran.data["data"]["log_key"]


def test_the_receipt_of_another_file_is_refused(weilidai: Weilidai, folder: Path) -> None:
    given = ("contract", "verify", folder / "certificate.pdf", "--receipt", folder / "receipt.json")
    ran = weilidai(*given, "--json")

    assert (ran.code, ran.data["code"]) == (1, "receipt-of-another-file")


@pytest.mark.parametrize("content", ["", "{}", '{"form": "weilidai-receipt-1"}'])
def test_what_is_no_receipt_is_refused_though_the_file_is_genuine(
    weilidai: Weilidai, folder: Path, tmp_path: Path, content: str
) -> None:
    (tmp_path / "receipt.json").write_text(content)
    ran = weilidai("contract", "verify", folder / "contract.pdf", "--receipt", tmp_path / "receipt.json")

    assert ran.code == 1
    assert "回执" in ran.out
