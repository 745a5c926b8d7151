"""结清证明: that nothing is owed any more, signed by the lender alone."""

import pytest

from tests.papers.reading import changed
from tests.worlds import do, happened, note_of, plan, repay_next, walked
from weilidai_core.events import RepaymentReceived
from weilidai_core.journey import Step
from weilidai_core.papers.certificate import certificate_text
from weilidai_core.papers.filing import signed_certificate, signed_contract
from weilidai_core.papers.refusals import NotSettled
from weilidai_core.repay.correcting import ReverseRepayment
from weilidai_core.settle.views import settled
from weilidai_core.store import Store
from weilidai_core.trust.authority import authority
from weilidai_core.trust.verification import NotGenuine, verified


def test_it_works(store: Store) -> None:
    world = walked(store, until=Step.SETTLE)
    note, view = note_of(world), settled(world)
    paper = signed_certificate(world, note.number)
    found = verified(paper.content, root=authority().root)

    assert view is not None
    assert (found.kind, [each.role for each in found.signatures]) == ("settlement-certificate", ["贷款人"])
    assert (found.data["interest_fen"], found.data["total_fen"]) == (view.interest_fen, view.total_fen)
    assert found.data["settled_on"] == view.settled_on.isoformat()
    assert signed_certificate(world, note.number) == paper
    for lang in ("zh", "en"):
        assert "{" not in certificate_text(found.data, lang)


def test_a_changed_certificate_is_refused(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.SETTLE)
    paper = signed_certificate(world, note_of(world).number)

    with pytest.raises(NotGenuine):
        verified(changed(paper.content, 9000), root=authority().root)


def test_it_is_another_paper_than_the_contract(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.SETTLE)
    note = note_of(world)

    assert signed_certificate(world, note.number).number == "JQ20260915-01"
    assert signed_contract(world, note.contract).number == "HT20260915-01"


def test_what_is_still_owed_has_no_certificate(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.REPAY)

    for number in (note_of(world).number, "nothing"):
        with pytest.raises(NotSettled):
            signed_certificate(world, number)


def test_a_loan_settled_anew_after_a_payment_came_back_has_another_certificate(store: Store) -> None:
    world = walked(store, plan=plan(1_000_00, tenor=3), until=Step.SIGN)
    for _ in range(3):
        repay_next(world)
    first = signed_certificate(world, note_of(world).number)
    receipts = [event for event in happened(world, RepaymentReceived) if isinstance(event, RepaymentReceived)]
    do(world, ReverseRepayment(receipt=receipts[-1].receipt))
    with pytest.raises(NotSettled):
        signed_certificate(world, note_of(world).number)

    repay_next(world)

    second = signed_certificate(world, note_of(world).number)
    assert (first.number, second.number) == ("JQ20260915-01", "JQ20260915-01-2")
    assert verified(second.content, root=authority().root).data["number"] == second.number
