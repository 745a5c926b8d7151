"""What an applicant can download: the signed bytes themselves, the reading copy, the schedule."""

import csv
import hashlib
import json
from pathlib import Path

import pytest

from tests.worlds import do, draw, note_of, notes, open_drawdown, plan, walked
from weilidai_core.apply.actions import DecideConsent
from weilidai_core.apply.consent import document
from weilidai_core.basics.money import yuan_text
from weilidai_core.events import ContractSigned
from weilidai_core.journey import Step
from weilidai_core.scenarios.downloads import FolderNotWritable, save_downloads
from weilidai_core.store import Store
from weilidai_core.words import ConsentDocument
from weilidai_core.world.views import read_history


def test_it_works(store: Store, tmp_path: Path) -> None:
    saved = save_downloads(walked(store, until=Step.SIGN), tmp_path / "out" / "of" / "here")

    assert sorted(file.name for file in saved) == [
        "HT20260915-01.en.md",
        "HT20260915-01.json",
        "HT20260915-01.zh.md",
        "JJ20260915-01.csv",
        "contract.pdf",
        "receipt.json",
        "root.pem",
        "verify.html",
    ]


def test_the_chinese_file_has_the_sha256_that_was_signed(store: Store, tmp_path: Path) -> None:
    world = walked(store, until=Step.SIGN)
    save_downloads(world, tmp_path)
    signed = next(each.event for each in read_history(world) if isinstance(each.event, ContractSigned))

    told = json.loads((tmp_path / "HT20260915-01.json").read_text())

    assert hashlib.sha256((tmp_path / told["text"]).read_bytes()).hexdigest() == signed.sha256
    assert (told["contract"], told["sha256"]) == (signed.contract, signed.sha256)


def test_a_consent_withdrawn_later_does_not_change_a_signed_contract(store: Store, tmp_path: Path) -> None:
    world = walked(store, until=Step.SIGN)
    save_downloads(world, tmp_path / "before")
    bank = document(ConsentDocument.PARTNER_BANK)
    do(world, DecideConsent(document=bank.document, version=bank.version, sha256=bank.sha256, given=False))

    save_downloads(world, tmp_path / "after")

    for name in ("HT20260915-01.zh.md", "HT20260915-01.en.md"):
        assert (tmp_path / "after" / name).read_bytes() == (tmp_path / "before" / name).read_bytes()


def test_the_schedule_is_the_loan_notes_own(store: Store, tmp_path: Path) -> None:
    world = walked(store, until=Step.SIGN)
    save_downloads(world, tmp_path)

    with (tmp_path / "JJ20260915-01.csv").open(newline="") as opened:
        found = list(csv.DictReader(opened))

    assert [(row["due_on"], row["total"], row["outstanding"]) for row in found] == [
        (row.due_on.isoformat(), yuan_text(row.total_fen), yuan_text(row.outstanding_fen))
        for row in note_of(world).rows
    ]


def test_every_contract_and_every_note_is_there(store: Store, tmp_path: Path) -> None:
    world = walked(store, until=Step.SIGN, plan=plan(1_000_00))
    draw(world, 500_00)

    names = {file.name for file in save_downloads(world, tmp_path)}

    assert {f"{note.number}.csv" for note in notes(world)} <= names
    assert {f"{note.contract}.zh.md" for note in notes(world)} <= names


def test_a_contract_not_yet_signed_can_be_downloaded_too(store: Store, tmp_path: Path) -> None:
    world = walked(store, until=Step.COST)
    contract = open_drawdown(world).contract
    assert contract is not None

    save_downloads(world, tmp_path)

    text = (tmp_path / f"{contract.contract}.zh.md").read_bytes()
    assert hashlib.sha256(text).hexdigest() == contract.sha256


def test_who_has_no_contract_has_nothing_to_download(store: Store, tmp_path: Path) -> None:
    assert save_downloads(walked(store, until=Step.REVIEW), tmp_path) == ()


def test_a_folder_that_cannot_be_is_refused(sqlite_store: Store, tmp_path: Path) -> None:
    file = tmp_path / "a file"
    file.write_text("")

    for folder in (file, file / "below"):
        with pytest.raises(FolderNotWritable):
            save_downloads(walked(sqlite_store, until=Step.SIGN), folder)
