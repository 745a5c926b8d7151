"""Histories from before receipts had lines: read as they were, folded as they were."""

from datetime import date

from tests.memory_world import MemoryWorld
from weilidai_core.events import EVENT, EarlySettlementReceived, RepaymentReceived
from weilidai_core.repay.consistency import allocated_otherwise
from weilidai_core.repay.position import position
from weilidai_core.words import RepaymentChannel, RepaymentPurpose

REPAID = (
    '{"kind":"repayment-received","loan_note":"JJ-1","number":1,"principal_fen":100000,'
    '"interest_fen":14400,"card":"9999"}'
)
SETTLED = (
    '{"kind":"early-settlement-received","loan_note":"JJ-1","principal_fen":1100000,"interest_fen":13640,'
    '"interest_saved_fen":100,"card":"9999"}'
)
ACCRUED = (
    '{"kind":"interest-accrued","loan_note":"JJ-1","from_on":"2026-09-15","to_on":"2026-10-15",'
    '"balance_fen":1200000,"interest_fen":14400}'
)


def test_it_works() -> None:
    receipt = EVENT.validate_json(REPAID)

    assert isinstance(receipt, RepaymentReceived)
    assert (receipt.number, receipt.principal_fen, receipt.interest_fen) == (1, 1_000_00, 144_00)
    assert (receipt.amount_fen, receipt.penalty_fen) == (1_144_00, 0)
    assert (receipt.channel, receipt.purpose) == (RepaymentChannel.MANUAL, RepaymentPurpose.BILL)
    assert EVENT.validate_json(receipt.model_dump_json()) == receipt


def test_an_older_settlement_is_one_too() -> None:
    receipt = EVENT.validate_json(SETTLED)

    assert isinstance(receipt, EarlySettlementReceived)
    assert (receipt.amount_fen, receipt.purpose) == (11_136_40, RepaymentPurpose.SETTLE)


def test_an_older_history_stands_where_it_stood() -> None:
    # 12,000 yuan at 0.04 %: 1,144.00 on 15 October; on 15 November 11,000 with 136.40 settled it.
    world = MemoryWorld()
    world.lend()
    world.card_holds(0)
    world.wait(30)
    assert world.on == date(2026, 10, 15)
    for body in (ACCRUED, REPAID):
        world.happen(EVENT.validate_json(body))
    now = position(world.notes[0], on=world.on)
    assert (now.due_fen, now.outstanding_fen, world.notes[0].paid_count) == (0, 11_000_00, 1)

    world.wait(31)
    world.happen(EVENT.validate_json(SETTLED))

    assert position(world.notes[0], on=world.on).owed_fen == 0
    assert list(allocated_otherwise(world.history)) == []
