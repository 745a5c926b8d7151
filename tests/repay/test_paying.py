"""主动还款 and 提前还一部分: any part of what is due, or a part ahead; the card, the refusals, the refund."""

from datetime import timedelta

import pytest

from tests.memory_world import MemoryWorld
from weilidai_core.errors import WeilidaiError
from weilidai_core.events import Overpaid, Prepaid, Refunded, RepaymentReceived
from weilidai_core.ledger.accounts import Account
from weilidai_core.repay.actions import (
    MOST_ON_CARD_FEN,
    ChangeRepaymentCard,
    FundCard,
    PrepayPart,
    Repay,
)
from weilidai_core.repay.card import card_balance_fen, cards_of, repayment_card
from weilidai_core.repay.day_end import AdvanceToNextDue
from weilidai_core.repay.position import position
from weilidai_core.repay.refusals import (
    AlreadyRepaid,
    CardShort,
    DueFirst,
    NoInstalmentToKeep,
    NoSuchCard,
    NoSuchLoanNote,
    NothingDue,
    PrepaymentOutside,
    RepaymentAmountOutside,
    TooEarlyToPrepay,
)
from weilidai_core.words import RepaymentChannel, RepaymentMethod, RepaymentPurpose
from weilidai_core.world.step import Request

# 12,000 yuan at 0.04 % a day in 12 parts: the first bill is 1,000 + 12,000 × 0.04 % × 30 = 1,144.00.
BILL_FEN = 1_144_00
KEEP_TENOR, KEEP_INSTALMENT = RepaymentPurpose.KEEP_TENOR, RepaymentPurpose.KEEP_INSTALMENT


def due_today() -> MemoryWorld:
    """A world in which the first bill is due today, and the card holds enough."""
    world = MemoryWorld()
    world.lend()
    world.do(AdvanceToNextDue())
    world.card_holds(20_000_00)
    return world


def prepaying(amount_fen: int, purpose: RepaymentPurpose = KEEP_TENOR, *, note: str = "JJ-1") -> PrepayPart:
    """The request to repay a part of the first note ahead."""
    return PrepayPart(loan_note=note, amount_fen=amount_fen, purpose=purpose)


def test_it_works() -> None:
    world = due_today()

    world.do(Repay(amount_fen=500_00))

    (received,) = world.happened(RepaymentReceived)
    assert (received.interest_fen, received.principal_fen, received.channel) == (
        144_00,
        356_00,
        RepaymentChannel.MANUAL,
    )
    assert position(world.notes[0], on=world.on).due_fen == BILL_FEN - 500_00
    assert card_balance_fen(world.history) == 19_500_00


def test_one_payment_can_be_for_one_note_alone() -> None:
    world = MemoryWorld()
    world.lend()
    world.lend(1_000_00, tenor=3)
    world.do(AdvanceToNextDue())

    world.do(Repay(amount_fen=100_00, loan_notes=("JJ-2",)))

    assert [each.loan_note for each in world.happened(RepaymentReceived)] == ["JJ-2"]


def test_what_is_sent_too_much_goes_back() -> None:
    world = due_today()

    world.do(Repay(amount_fen=BILL_FEN + 56_00, channel=RepaymentChannel.TRANSFER))

    assert [each.excess_fen for each in world.happened(Overpaid)] == [56_00]
    assert [each.amount_fen for each in world.happened(Refunded)] == [56_00]
    assert world.balances()[Account.OVERPAYMENT] == 0
    assert world.balances()[Account.SETTLEMENT] == BILL_FEN - 12_000_00


def test_a_part_ahead_says_what_it_saves() -> None:
    world = MemoryWorld()
    world.lend()
    world.wait(10)

    world.do(prepaying(3_048_00, KEEP_INSTALMENT))

    (prepaid,) = world.happened(Prepaid)
    assert (prepaid.principal_fen, prepaid.interest_fen) == (3_000_00, 48_00)
    assert (prepaid.instalments_before, prepaid.instalments_after) == (12, 9)
    assert prepaid.interest_saved_fen == sum(
        row.interest_fen for row in world.notes[0].quote.rows
    ) - 48_00 - (sum(row.interest_fen for row in world.notes[0].latest.plan))


REFUSED: list[tuple[Request, type[WeilidaiError]]] = [
    (Repay(amount_fen=0), RepaymentAmountOutside),
    (Repay(amount_fen=-1), RepaymentAmountOutside),
    (Repay(amount_fen=BILL_FEN + 1), RepaymentAmountOutside),
    (Repay(amount_fen=1, loan_notes=("JJ-9",)), NoSuchLoanNote),
    (prepaying(3_000_00), DueFirst),
    (prepaying(3_000_00, note="🙂"), NoSuchLoanNote),
    (ChangeRepaymentCard(card="9999"), NoSuchCard),
    (FundCard(balance_fen=-1), RepaymentAmountOutside),
    (FundCard(balance_fen=MOST_ON_CARD_FEN + 1), RepaymentAmountOutside),
]


@pytest.mark.parametrize(("request_", "refusal"), REFUSED)
def test_on_a_due_day_this_is_refused(request_: Request, refusal: type[WeilidaiError]) -> None:
    world = due_today()
    before = world.history

    with pytest.raises(refusal):
        world.do(request_)

    assert world.history == before


def test_without_a_bill_there_is_nothing_to_pay() -> None:
    world = MemoryWorld()
    world.lend()

    with pytest.raises(NothingDue):
        world.do(Repay(amount_fen=1))


def test_what_the_card_does_not_hold_is_refused_with_the_balance() -> None:
    world = due_today()
    world.card_holds(99_99)

    with pytest.raises(CardShort) as refused:
        world.do(Repay(amount_fen=100_00))

    assert refused.value.facts == {"amount_fen": 100_00, "balance_fen": 99_99}


@pytest.mark.parametrize(
    ("amount_fen", "purpose", "refusal"),
    [
        (48_00, KEEP_TENOR, PrepaymentOutside),  # no more than the interest to the day
        (12_048_00, KEEP_TENOR, PrepaymentOutside),  # everything
        (3_048_00, RepaymentPurpose.SETTLE, PrepaymentOutside),
        (3_048_00, RepaymentPurpose.BILL, PrepaymentOutside),
    ],
)
def test_a_part_ahead_lies_between_the_interest_and_everything(
    amount_fen: int, purpose: RepaymentPurpose, refusal: type[WeilidaiError]
) -> None:
    world = MemoryWorld()
    world.lend()
    world.wait(10)

    with pytest.raises(refusal):
        world.do(prepaying(amount_fen, purpose))


def test_interest_first_has_no_instalment_to_keep() -> None:
    world = MemoryWorld()
    world.lend(method=RepaymentMethod.INTEREST_FIRST)
    world.wait(10)

    with pytest.raises(NoInstalmentToKeep):
        world.do(prepaying(3_048_00, KEEP_INSTALMENT))


def test_on_the_payout_day_it_is_too_early() -> None:
    world = MemoryWorld()
    world.lend()

    with pytest.raises(TooEarlyToPrepay) as refused:
        world.do(prepaying(3_000_00))

    assert refused.value.facts == {"first_on": world.on + timedelta(days=1)}


def test_a_settled_note_takes_nothing_ahead() -> None:
    world = MemoryWorld()
    world.lend(1_000_00, tenor=3)
    world.wait(200)

    with pytest.raises(AlreadyRepaid):
        world.do(prepaying(100_00))


def test_another_card_is_debited_from_then_on() -> None:
    world = due_today()
    other = cards_of(world.history)[1]

    world.do(ChangeRepaymentCard(card=other))
    world.wait(1)

    assert repayment_card(world.history) == other
    assert world.happened(RepaymentReceived)[-1].card == other
    with pytest.raises(NoSuchCard):
        world.do(ChangeRepaymentCard(card=other))
