"""A receipt shows one person alone that their file is in the log; changed in anything, it is refused."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from tests.databases import SQLITE, Databases
from tests.worlds import note_of, walked
from weilidai_core.borrow.signing_views import contract_text
from weilidai_core.errors import WeilidaiError
from weilidai_core.journey import Step
from weilidai_core.trust.transparency.actions import printed_key
from weilidai_core.trust.transparency.receipt import (
    CheckpointNotSigned,
    LogRewritten,
    NotInTheLog,
    Receipt,
    ReceiptOfAnotherFile,
    ReceiptOfAnotherLog,
    ReceiptUnreadable,
    check,
    receipt_in,
)
from weilidai_core.trust.transparency.views import NoReceipt, signature_receipt
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World


@dataclass(frozen=True)
class HandedOut:
    """A contract, its receipt of the day of signing, and its receipt after others had signed too."""

    document: bytes
    at_once: Receipt
    later: Receipt
    key: str


def receipt_of(world: World) -> Receipt:
    """The receipt of a world's first contract."""
    return signature_receipt(world.store, world.id, read_history(world), contract=note_of(world).contract)


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> HandedOut:
    """One contract's receipts, out of one log."""
    made = Databases(tmp_path_factory.mktemp("receipt"), request)
    world = walked(made.store(SQLITE), until=Step.SIGN)
    at_once = receipt_of(world)
    walked(world.store, until=Step.SIGN)
    with world.store.writing() as session:
        key = printed_key(session)
    document = contract_text(world, note_of(world).contract).encode()
    later = receipt_of(world)
    made.remove()
    return HandedOut(document, at_once, later, key)


def test_it_works(handed_out: HandedOut) -> None:
    for receipt in (handed_out.at_once, handed_out.later):
        shown = check(receipt_in(receipt.as_json()), document=handed_out.document, key=handed_out.key)
        assert shown.logged["kind"] == "contract-signed"
    assert shown.checkpoint.size > shown.signed_checkpoint.size


def test_it_is_small(handed_out: HandedOut) -> None:
    assert len(handed_out.later.as_json().encode()) <= 2048


def test_it_says_nothing_personal(handed_out: HandedOut) -> None:
    logged = json.loads(handed_out.later.entry.text)

    assert sorted(logged) == ["contract", "evidence_id", "kind", "method", "on", "sha256"]


def test_another_file_is_refused(handed_out: HandedOut) -> None:
    for document in (handed_out.document + b"\n", handed_out.document[:-1], b""):
        with pytest.raises(ReceiptOfAnotherFile):
            check(handed_out.later, document=document)


def test_another_key_than_the_contracts_is_refused(handed_out: HandedOut) -> None:
    with pytest.raises(ReceiptOfAnotherLog):
        check(handed_out.later, document=handed_out.document, key=handed_out.key + "x")


Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        (lambda one: one.update(index=one["index"] + 1), NotInTheLog),
        (lambda one: one.update(index=one["index"] - 1), NotInTheLog),
        (lambda one: one["path"].pop(), NotInTheLog),
        (lambda one: one["path"].reverse(), NotInTheLog),
        (lambda one: one["consistency"].pop(), LogRewritten),
        (lambda one: one["consistency"].append(one["path"][0]), LogRewritten),
        (lambda one: one.update(checkpoint=one["signed_checkpoint"]), NotInTheLog),
        (lambda one: one.update(checkpoint=one["checkpoint"].replace("\n", "\n1", 1)), CheckpointNotSigned),
        (lambda one: one.update(checkpoint=one["checkpoint"] + "\n"), CheckpointNotSigned),
        (lambda one: one.update(signed_checkpoint=""), CheckpointNotSigned),
        (lambda one: one.update(key=one["key"][:-2] + "A="), CheckpointNotSigned),
        (lambda one: one["entry"].update(text=one["entry"]["text"].replace("pin", "pen", 1)), NotInTheLog),
        (lambda one: one["entry"].update(text=" " + one["entry"]["text"]), ReceiptUnreadable),
        (lambda one: one["entry"].update(salt="AAAA"), ReceiptUnreadable),
        (lambda one: one.update(index=float(one["index"])), ReceiptUnreadable),
        (lambda one: one.update(index=str(one["index"])), ReceiptUnreadable),
        (lambda one: one.update(index=-1), ReceiptUnreadable),
        (lambda one: one.update(form="weilidai-receipt-2"), ReceiptUnreadable),
        (lambda one: one.update(more=""), ReceiptUnreadable),
        (lambda one: one.pop("consistency"), ReceiptUnreadable),
        (lambda one: one.update(path=["A" * 44] * 200), ReceiptUnreadable),
    ],
)
def test_a_change_is_refused_by_its_name(
    handed_out: HandedOut, change: Change, refusal: type[WeilidaiError]
) -> None:
    content = json.loads(handed_out.later.as_json())
    change(content)

    with pytest.raises(refusal):
        check(receipt_in(json.dumps(content)), document=handed_out.document)


@pytest.mark.parametrize("content", ["", "{}", "[]", "null", "{", "\x00", "[" * 30_000, '"x"'])
def test_what_is_no_receipt_is_refused(content: str) -> None:
    with pytest.raises(ReceiptUnreadable):
        receipt_in(content)


def test_two_thousand_changed_bytes_are_refused_unless_the_content_is_the_same(handed_out: HandedOut) -> None:
    chance = random.Random(2026)
    genuine = handed_out.later.as_json().encode()
    parsed = json.loads(genuine)
    accepted = []
    for _ in range(2_000):
        changed = bytearray(genuine)
        place = chance.randrange(len(changed))
        changed[place] = chance.choice([changed[place] ^ (1 << chance.randrange(8)), chance.randrange(256)])
        try:
            check(receipt_in(bytes(changed)), document=handed_out.document, key=handed_out.key)
        except WeilidaiError:
            continue
        if json.loads(bytes(changed)) != parsed:
            accepted.append(place)

    assert accepted == []


def test_no_contract_no_receipt(databases: Databases) -> None:
    world = walked(databases.store(SQLITE), until=Step.CONTRACT)

    with pytest.raises(NoReceipt):
        signature_receipt(world.store, world.id, read_history(world), contract="HT20260308-01")
