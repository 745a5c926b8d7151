"""核对: a genuine paper passes; whatever was done to it, it is refused, with the reason in words."""

import random
from datetime import timedelta

import pytest

from tests.papers.reading import ATTACKS, changed, last_gap
from tests.worlds import note_of, walked
from weilidai_core.journey import Step
from weilidai_core.language import render
from weilidai_core.papers.filing import SignedPaper, contract_receipt, signed_contract
from weilidai_core.store import Store
from weilidai_core.trust.authority import _founded, _read, authority, revocation_list
from weilidai_core.trust.moment import now
from weilidai_core.trust.transparency.receipt import ReceiptOfAnotherFile, check
from weilidai_core.trust.verification import (
    LARGEST,
    AuthorityUnknown,
    CertificateRevoked,
    NotGenuine,
    PaperTooLarge,
    PaperUnreadable,
    verified,
)


def refusal_of(paper: bytes) -> NotGenuine | None:
    """Why a paper is refused, or None where it passes."""
    try:
        verified(paper, root=authority().root)
    except NotGenuine as refusal:
        return refusal
    return None


def test_it_works(contract: SignedPaper) -> None:
    found = verified(contract.content, root=authority().root)

    assert [each.role for each in found.signatures] == ["贷款人", "借款人"]
    assert (found.kind, found.data["number"], found.sha256) == (
        "loan-contract",
        contract.number,
        contract.sha256,
    )
    assert len(found.signatures[1].evidence) == 64
    assert now() - found.signatures[1].at < timedelta(hours=1)


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_refused_for_its_own_reason(contract: SignedPaper, attack: str) -> None:
    do, code = ATTACKS[attack]
    refusal = refusal_of(do(contract.content))

    assert refusal is not None
    assert refusal.code == code
    assert all("{" not in render(refusal.sentence, lang) for lang in ("zh", "en"))


def test_a_revoked_certificate_is_refused(contract: SignedPaper) -> None:
    by = authority()
    serial = verified(contract.content, root=by.root).signatures[1].serial
    listed = revocation_list(by, at=now(), revoked=(serial,))

    with pytest.raises(CertificateRevoked):
        verified(contract.content, root=by.root, revoked=listed)
    assert verified(contract.content, root=by.root, revoked=revocation_list(by, at=now()))


def test_another_authority_is_refused(contract: SignedPaper) -> None:
    with pytest.raises(AuthorityUnknown):
        verified(contract.content, root=_read(_founded(now())).root)


def test_random_single_bytes_are_all_noticed_without_any_receipt(contract: SignedPaper) -> None:
    chance, paper = random.Random(20260915), contract.content
    start, end = last_gap(paper)
    places = [chance.randrange(len(paper)) for _ in range(12)]
    # The last signature does not cover itself: most of the looking is done there.
    places += [chance.randrange(start, end) for _ in range(40)]

    assert [at for at in places if refusal_of(changed(paper, at, by=chance.randrange(1, 256))) is None] == []


def test_a_thousand_random_changes_are_all_refused_with_the_receipt(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.SIGN)
    number = note_of(world).contract
    paper, receipt = signed_contract(world, number).content, contract_receipt(world, number)
    assert check(receipt, document=paper)
    chance = random.Random(2026)

    for _ in range(1000):
        altered = changed(paper, chance.randrange(len(paper)), by=chance.randrange(1, 256))
        with pytest.raises(ReceiptOfAnotherFile):
            check(receipt, document=altered)


@pytest.mark.parametrize("paper", [b"", b"%PDF-1.7", b"not a pdf", b"%PDF-1.7\n" + b"\0" * 5000])
def test_what_is_no_paper_is_refused(paper: bytes) -> None:
    assert isinstance(refusal_of(paper), PaperUnreadable)


def test_what_is_far_too_large_is_not_even_read() -> None:
    assert isinstance(refusal_of(b"%PDF-1.7" + b" " * LARGEST), PaperTooLarge)
