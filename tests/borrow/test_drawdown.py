"""支用: plan, cost, contract, signature, payout; one at a time, each once, and only in this order."""

from datetime import timedelta

import pytest

from tests.worlds import (
    choosing,
    confirm_cost,
    do,
    draw,
    give_pin,
    happened,
    hash_of,
    note_of,
    notes,
    open_drawdown,
    plan,
    rows,
    signing,
    wait,
    walked,
)
from weilidai_core.apply.actions import DecideConsent
from weilidai_core.apply.consent import document
from weilidai_core.audit import audit
from weilidai_core.borrow.actions import AbandonDrawdown, ConfirmCost, ReadContract
from weilidai_core.borrow.drawdown import drawdowns_of, open_drawdown_of
from weilidai_core.borrow.paperwork import cost_table_of
from weilidai_core.borrow.refusals import (
    ConsentWithdrawn,
    ContractChanged,
    ContractNotRead,
    CostAlreadyConfirmed,
    CostChanged,
    CostNotConfirmed,
    NoLimitYet,
    NotThisDrawdown,
)
from weilidai_core.events import DrawdownAbandoned, LoanDisbursed, PlanChosen
from weilidai_core.journey import Step
from weilidai_core.product import AmountNotBorrowable, NothingBorrowable, TenorNotOffered
from weilidai_core.store import Store
from weilidai_core.words import ConsentDocument, RepaymentMethod
from weilidai_core.world.views import profile_of, read_history, today
from weilidai_core.world.world import World


def reading(world: World) -> ReadContract:
    """The request that the open drawdown's contract was read."""
    contract = open_drawdown(world).contract
    assert contract is not None
    return ReadContract(contract=contract.contract, sha256=contract.sha256)


def withdraw(world: World, which: ConsentDocument, *, given: bool = False) -> None:
    """Answer a document anew."""
    terms = document(which)
    do(world, DecideConsent(document=which, version=terms.version, sha256=terms.sha256, given=given))


def test_it_works(store: Store) -> None:
    world = walked(store, until=Step.REVIEW)
    give_pin(world)

    note = draw(world, 1_000_00, tenor=3)

    assert (note.principal_fen, note.tenor, note.outstanding_fen) == (1_000_00, 3, 1_000_00)
    assert note.interest_from == today(world)
    assert open_drawdown_of(read_history(world)) is None
    assert audit(store).is_clean


def test_the_money_goes_to_the_bound_card_which_is_masked(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    card = profile_of(read_history(world)).person.card_number

    paid_out = happened(world, LoanDisbursed)[0]

    assert isinstance(paid_out, LoanDisbursed)
    assert paid_out.card.endswith(card[-4:])
    assert card not in paid_out.card


def test_the_rate_is_the_limits_own(store: Store) -> None:
    world = walked(store, until=Step.REVIEW)

    do(world, choosing())

    assert open_drawdown(world).plan.daily_rate_ppm == 400


def test_nothing_can_be_borrowed_before_there_is_a_limit(store: Store) -> None:
    with pytest.raises(NoLimitYet):
        do(walked(store, until=Step.ESTIMATE), choosing())


def test_who_was_declined_has_nothing_to_draw_on(store: Store) -> None:
    with pytest.raises(NoLimitYet):
        do(walked(store, who="indebted", until=Step.REVIEW), choosing())


@pytest.mark.parametrize("amount_fen", [0, -50_00, 1, 49_99, 50_01, 3_900_01, 3_950_00, 10**12])
def test_an_amount_outside_the_limit_or_its_steps_is_refused(sqlite_store: Store, amount_fen: int) -> None:
    world = walked(sqlite_store, until=Step.REVIEW)
    before = rows(sqlite_store)

    with pytest.raises(AmountNotBorrowable) as refused:
        do(world, choosing(amount_fen))

    assert refused.value.facts["most_fen"] == 3_900_00
    assert rows(sqlite_store) == before


@pytest.mark.parametrize("amount_fen", [50_00, 3_900_00])
def test_the_smallest_amount_and_the_whole_limit_can_be_borrowed(store: Store, amount_fen: int) -> None:
    world = walked(store, until=Step.REVIEW)

    do(world, choosing(amount_fen))

    assert open_drawdown(world).plan.principal_fen == amount_fen


@pytest.mark.parametrize(
    ("tenor", "method"),
    [
        (0, RepaymentMethod.EQUAL_PRINCIPAL),
        (4, RepaymentMethod.EQUAL_PRINCIPAL),
        (-3, RepaymentMethod.EQUAL_PRINCIPAL),
        (36, RepaymentMethod.EQUAL_INSTALMENT),
        (24, RepaymentMethod.INTEREST_FIRST),
    ],
)
def test_a_tenor_the_product_does_not_have_is_refused(
    sqlite_store: Store, tenor: int, method: RepaymentMethod
) -> None:
    with pytest.raises(TenorNotOffered):
        do(walked(sqlite_store, until=Step.REVIEW), choosing(tenor=tenor, method=method))


def test_what_is_left_below_the_smallest_loan_is_nothing(store: Store) -> None:
    world = walked(store, who="steady", until=Step.SIGN)

    with pytest.raises(NothingBorrowable):
        do(world, choosing(50_00))


def test_another_plan_gives_the_first_one_up(store: Store) -> None:
    world = walked(store, until=Step.REVIEW)
    do(world, choosing(1_000_00))

    do(world, choosing(2_000_00))

    first, second = drawdowns_of(read_history(world))
    assert (first.abandoned, second.is_open, second.plan.principal_fen) == (True, True, 2_000_00)


def test_a_drawdown_can_be_given_up_and_begun_again(store: Store) -> None:
    world = walked(store, until=Step.COST)
    number = open_drawdown(world).number

    do(world, AbandonDrawdown(drawdown=number))

    assert open_drawdown_of(read_history(world)) is None
    with pytest.raises(NotThisDrawdown):
        do(world, AbandonDrawdown(drawdown=number), key="again")
    do(world, choosing())
    assert open_drawdown(world).number == number + 1


def test_a_paid_out_drawdown_cannot_be_given_up(store: Store) -> None:
    world = walked(store, until=Step.SIGN)

    with pytest.raises(NotThisDrawdown):
        do(world, AbandonDrawdown(drawdown=1))


@pytest.mark.parametrize("until", [Step.RESULT, Step.COST, Step.CONTRACT])
def test_a_plan_lapses_with_the_day(store: Store, until: Step) -> None:
    world = walked(store, until=until)

    wait(world, 1)

    assert happened(world, DrawdownAbandoned) == [DrawdownAbandoned(drawdown=1)]
    assert open_drawdown_of(read_history(world)) is None


def test_a_lapsed_contract_cannot_be_signed(store: Store) -> None:
    world = walked(store, until=Step.CONTRACT)
    give_pin(world)
    request = signing(world)
    wait(world, 1)

    with pytest.raises(NotThisDrawdown):
        do(world, request)
    assert rows(store)["loan_note"] == 0


def test_a_plan_chosen_on_another_day_has_that_days_dates(store: Store) -> None:
    world = walked(store, until=Step.RESULT)
    wait(world, 30)
    give_pin(world)

    note = draw(world)

    assert note.interest_from == today(world)
    assert note.rows[0].due_on - today(world) >= timedelta(days=28)


def test_confirming_other_figures_is_refused(store: Store) -> None:
    world = walked(store, until=Step.RESULT)

    with pytest.raises(CostChanged):
        do(world, ConfirmCost(drawdown=1, sha256="0" * 64))


def test_confirming_the_figures_of_an_earlier_plan_is_refused(store: Store) -> None:
    world = walked(store, until=Step.RESULT)
    old = cost_table_of(open_drawdown(world), on=today(world)).sha256
    do(world, choosing(2_000_00))

    with pytest.raises(NotThisDrawdown):
        do(world, ConfirmCost(drawdown=1, sha256=old))
    with pytest.raises(CostChanged):
        do(world, ConfirmCost(drawdown=2, sha256=old))


def test_a_cost_confirmed_twice_draws_up_one_contract(store: Store) -> None:
    world = walked(store, until=Step.RESULT)
    confirm_cost(world)
    state = hash_of(world)

    assert confirm_cost(world).repeated
    request = ConfirmCost(drawdown=1, sha256=cost_table_of(open_drawdown(world), on=today(world)).sha256)
    with pytest.raises(CostAlreadyConfirmed):
        do(world, request, key="another tab")

    assert (rows(store)["contract"], hash_of(world)) == (1, state)


def test_a_contract_is_read_only_after_the_cost_was_confirmed(store: Store) -> None:
    world = walked(store, until=Step.RESULT)

    with pytest.raises(CostNotConfirmed):
        do(world, ReadContract(contract="HT20260915-01", sha256="0" * 64))


@pytest.mark.parametrize("wrong", [{"contract": "HT20260915-02"}, {"sha256": "0" * 64}])
def test_another_text_is_not_the_contract(store: Store, wrong: dict[str, str]) -> None:
    world = walked(store, until=Step.COST)

    with pytest.raises(ContractChanged):
        do(world, reading(world).model_copy(update=wrong))


def test_an_unread_contract_cannot_be_signed(store: Store) -> None:
    world = walked(store, until=Step.COST)
    give_pin(world)

    with pytest.raises(ContractNotRead):
        do(world, signing(world))


def test_without_a_drawdown_there_is_nothing_to_confirm_read_or_sign(store: Store) -> None:
    world = walked(store, until=Step.COST)
    give_pin(world)
    requests = [ConfirmCost(drawdown=1, sha256="0" * 64), reading(world), signing(world)]
    do(world, AbandonDrawdown(drawdown=1))

    for number, request in enumerate(requests):
        with pytest.raises(NotThisDrawdown):
            do(world, request, key=str(number))


def test_a_signature_pays_out_once_however_often_it_is_sent(store: Store) -> None:
    world = walked(store, until=Step.CONTRACT)
    give_pin(world)
    request = signing(world)

    assert [do(world, request).repeated for _ in range(3)] == [False, True, True]
    with pytest.raises(NotThisDrawdown):
        do(world, request, key="another tab")

    assert len(happened(world, LoanDisbursed)) == 1


def test_a_second_drawdown_needs_no_second_application(store: Store) -> None:
    world = walked(store, until=Step.SIGN, plan=plan(1_000_00))

    second = draw(world, 500_00)

    assert [note.number for note in notes(world)] == ["JJ20260915-01", second.number]
    assert len(happened(world, PlanChosen)) == 2
    assert rows(store)["contract"] == 2
    assert audit(store).is_clean


def test_a_withdrawn_necessary_consent_stops_new_loans_until_it_is_given_again(store: Store) -> None:
    world = walked(store, until=Step.SIGN, plan=plan(1_000_00))
    withdraw(world, ConsentDocument.CREDIT_REPORT)
    with pytest.raises(ConsentWithdrawn):
        do(world, choosing(500_00))

    withdraw(world, ConsentDocument.CREDIT_REPORT, given=True)
    do(world, choosing(500_00))

    assert open_drawdown(world).plan.principal_fen == 500_00


def test_a_consent_withdrawn_under_way_stops_the_signature_too(store: Store) -> None:
    world = walked(store, until=Step.CONTRACT)
    give_pin(world)
    request = signing(world)
    withdraw(world, ConsentDocument.PERSONAL_INFORMATION)

    with pytest.raises(ConsentWithdrawn):
        do(world, request)

    assert happened(world, LoanDisbursed) == []


def test_refusing_what_is_not_necessary_stops_nothing(store: Store) -> None:
    world = walked(store, until=Step.REVIEW)
    withdraw(world, ConsentDocument.PARTNER_BANK)
    give_pin(world)

    assert draw(world, 500_00) == note_of(world)
