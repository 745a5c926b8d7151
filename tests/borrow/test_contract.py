"""借款合同: the same facts give the same characters, with the whole schedule in them, and one digest."""

import hashlib
from datetime import date

import pytest
from sqlmodel import select

from tests.worlds import choosing, confirm_cost, do, note_of, open_drawdown, walked
from weilidai_core.apply.actions import DecideConsent
from weilidai_core.apply.consent import DOCUMENTS, document
from weilidai_core.borrow.contract import Contract, contract_number, loan_note_number, sha256_of
from weilidai_core.borrow.drawdown import drawdowns_of
from weilidai_core.borrow.paperwork import drawn_up
from weilidai_core.borrow.tables import ContractRow, opened_text
from weilidai_core.events import ContractDrawnUp, ContractSigned
from weilidai_core.journey import Step
from weilidai_core.language import day, money, number, percent
from weilidai_core.store import Store
from weilidai_core.store.world_keys import seal_of
from weilidai_core.words import ConsentDocument
from weilidai_core.world.views import profile_of, read_history, today
from weilidai_core.world.world import World


def drawn(world: World, *, lang: str = "zh") -> Contract:
    """The latest drawdown's contract, drawn up again from the history."""
    history = read_history(world)
    drawdown = drawdowns_of(history)[-1]
    assert drawdown.contract is not None
    made = drawdown.contract
    return drawn_up(history, drawdown, number=made.contract, on=made.drawn_up_on, lang=lang)


def kept(world: World) -> ContractRow:
    """The contract as it is stored, its text opened."""
    with world.store.reading() as session:
        row = session.exec(select(ContractRow).where(ContractRow.world_id == world.id)).one()
        return ContractRow(
            number=row.number, sha256=row.sha256, text=opened_text(row, seal_of(session, world.id))
        )


def test_it_works(store: Store) -> None:
    world = walked(store, until=Step.COST)

    assert kept(world).number == "HT20260915-01"
    assert "微粒贷" in kept(world).text or "借款合同" in kept(world).text


def test_the_digest_is_over_the_exact_bytes(store: Store) -> None:
    row = kept(walked(store, until=Step.COST))

    assert row.sha256 == hashlib.sha256(row.text.encode("utf-8")).hexdigest() == sha256_of(row.text)


def test_what_is_drawn_up_again_later_is_the_same_to_the_character(store: Store) -> None:
    world = walked(store, until=Step.SETTLE)

    assert (drawn(world).text, drawn(world).sha256) == (kept(world).text, kept(world).sha256)


def test_two_applicants_with_the_same_facts_have_the_same_text(store: Store) -> None:
    one, other = walked(store, until=Step.COST), walked(store, until=Step.COST)

    assert drawn(one).text == drawn(other).text


def test_what_is_signed_is_what_is_kept(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    events = [each.event for each in read_history(world)]

    digests = {event.sha256 for event in events if isinstance(event, ContractDrawnUp | ContractSigned)}
    assert digests == {kept(world).sha256}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_whole_schedule_is_in_it(sqlite_store: Store, lang: str) -> None:
    world = walked(sqlite_store, until=Step.SIGN)
    text = drawn(world, lang=lang).text

    for row in note_of(world).rows:
        figures = (row.opening_fen, row.principal_fen, row.interest_fen, row.total_fen, row.outstanding_fen)
        line = " | ".join([str(row.number), day(row.due_on, lang), str(row.days), *map(number, figures)])
        assert f"| {line} |" in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_annual_rate_and_the_whole_cost_are_in_it(sqlite_store: Store, lang: str) -> None:
    world = walked(sqlite_store, until=Step.SIGN)
    text, cost = drawn(world, lang=lang).text, note_of(world).quote.cost

    for rate_ppm in (
        cost.annual_rate_simple_360_ppm,
        cost.annual_rate_simple_365_ppm,
        cost.annual_rate_irr_ppm,
        cost.annual_rate_xirr_ppm,
    ):
        assert percent(rate_ppm) in text
    assert money(cost.total_interest_fen) in text
    assert money(cost.total_payable_fen) in text


def test_the_english_copy_has_the_digest_of_the_chinese_text(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.COST)
    chinese, english = drawn(world), drawn(world, lang="en")

    assert english.sha256 == chinese.sha256 == sha256_of(chinese.text)
    assert english.text != chinese.text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_is_left_to_fill_in(sqlite_store: Store, lang: str) -> None:
    text = drawn(walked(sqlite_store, until=Step.COST), lang=lang).text

    assert not set("{}") & set(text)
    assert "None" not in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_parties_are_masked(sqlite_store: Store, lang: str) -> None:
    world = walked(sqlite_store, until=Step.COST)
    person = profile_of(read_history(world)).person
    text = drawn(world, lang=lang).text

    for secret in (person.id_number, person.mobile, person.card_number, person.name):
        assert secret not in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_says_that_it_is_a_demonstration(sqlite_store: Store, lang: str) -> None:
    text = drawn(walked(sqlite_store, until=Step.COST), lang=lang).text.lower()

    assert ("演示" if lang == "zh" else "demonstration") in text


def test_every_consent_is_named_with_its_answer_and_its_digest(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.COST)
    text = drawn(world).text

    assert all(f"{terms.title}：同意 ({terms.sha256})" in text for terms in DOCUMENTS)


def test_a_refused_consent_stands_in_it_as_refused(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.REVIEW)
    face = document(ConsentDocument.FACE)
    do(world, DecideConsent(document=face.document, version=face.version, sha256=face.sha256, given=False))
    do(world, choosing())
    confirm_cost(world)

    assert f"{face.title}：不同意 ({face.sha256})" in drawn(world).text


def test_a_consent_withdrawn_later_leaves_the_contract_as_it_was_signed(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    before = drawn(world), drawn(world, lang="en")
    bank = document(ConsentDocument.PARTNER_BANK)

    do(world, DecideConsent(document=bank.document, version=bank.version, sha256=bank.sha256, given=False))

    assert (drawn(world), drawn(world, lang="en")) == before
    assert drawn(world).sha256 == kept(world).sha256


def test_numbers_come_from_the_day_and_the_drawdown() -> None:
    assert contract_number(1, on=date(2026, 3, 8)) == "HT20260308-01"
    assert loan_note_number(12, on=date(2026, 12, 31)) == "JJ20261231-12"


def test_a_second_drawdown_on_the_same_day_has_another_number(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.COST)
    do(world, choosing())
    confirm_cost(world)

    second = open_drawdown(world).contract
    assert second is not None
    assert second.contract == contract_number(2, on=today(world)) == "HT20260915-02"
