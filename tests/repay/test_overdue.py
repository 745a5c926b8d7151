"""逾期, 困难帮扶, 还款日变更: what being overdue brings, what a plan changes, what another day changes."""

from datetime import date

import pytest

from tests.memory_world import MemoryWorld
from weilidai_core.borrow.available_limit import is_frozen
from weilidai_core.errors import WeilidaiError
from weilidai_core.events import (
    BureauNoticeGiven,
    BureauReported,
    ExtensionGranted,
    HardshipDecided,
    InstalmentOverdue,
    LimitFrozen,
    LimitUnfrozen,
    WaiverGranted,
)
from weilidai_core.ledger.accounts import Account
from weilidai_core.product import terms_on
from weilidai_core.repay.actions import Repay
from weilidai_core.repay.day_end import AdvanceToNextDue, AdvanceUntilOverdue
from weilidai_core.repay.hardship import AskHardship, DecideHardship
from weilidai_core.repay.position import position
from weilidai_core.repay.refusals import (
    HardshipMonthsOutside,
    HardshipUnderWay,
    NoHardshipCase,
    NothingOwed,
    NotWhileDue,
    RepaymentDayOutside,
)
from weilidai_core.repay.repayment_day import ChangeRepaymentDay, effects
from weilidai_core.words import HardshipReason
from weilidai_core.world.step import Request

ASKING = AskHardship(reason=HardshipReason.ILLNESS, months=2)


def overdue(days: int) -> MemoryWorld:
    """A world in which the only loan is so many days past due."""
    world = MemoryWorld()
    world.lend()
    world.card_holds(0)
    world.do(AdvanceUntilOverdue(days_past_due=days))
    return world


def test_it_works() -> None:
    world = overdue(31)

    assert [each.days_past_due for each in world.happened(InstalmentOverdue)] == [
        day for day in terms_on(world.on).overdue_milestones if day <= 31
    ]
    assert position(world.notes[0], on=world.on).penalty_to_day_fen == 18_60


def test_the_limit_is_frozen_after_the_grace_day_and_freed_by_the_payment() -> None:
    assert not is_frozen(overdue(1).history)
    world = overdue(2)
    assert is_frozen(world.history)
    world.card_holds(2_000_00)

    world.do(Repay(amount_fen=position(world.notes[0], on=world.on).due_fen))

    assert not is_frozen(world.history)
    assert [len(world.happened(kind)) for kind in (LimitFrozen, LimitUnfrozen)] == [1, 1]


def test_the_bureau_is_told_after_the_person_and_told_when_it_is_over() -> None:
    world = overdue(6)
    (notice,) = world.happened(BureauNoticeGiven)
    (report,) = world.happened(BureauReported)
    assert (notice.days_past_due, report.days_past_due) == (2, 5)
    assert notice.reports_on == date(2026, 10, 20)
    world.card_holds(2_000_00)

    world.do(Repay(amount_fen=position(world.notes[0], on=world.on).due_fen))

    assert [each.days_past_due for each in world.happened(BureauReported)] == [5, 0]


def test_a_plan_carries_what_is_overdue_on_and_waives_the_penalty() -> None:
    world = overdue(31)
    world.do(ASKING)

    world.do(DecideHardship(case=1, granted=True, months=2, waives_penalty=True))

    now = position(world.notes[0], on=world.on)
    assert (now.due_fen, now.days_past_due, now.penalty_to_day_fen) == (0, 0, 0)
    assert [each.penalty_fen for each in world.happened(WaiverGranted)] == [18_60]
    (extension,) = world.happened(ExtensionGranted)
    assert extension.first_due_on == now.account.plan[0].due_on == date(2027, 2, 15)
    assert not is_frozen(world.history)
    assert world.balances()[Account.WAIVER] == 18_60


def test_a_case_that_is_refused_changes_nothing_owed() -> None:
    world = overdue(31)
    owed_fen = position(world.notes[0], on=world.on).owed_fen
    world.do(ASKING)

    world.do(DecideHardship(case=1, granted=False))

    assert [each.granted for each in world.happened(HardshipDecided)] == [False]
    assert position(world.notes[0], on=world.on).owed_fen == owed_fen
    world.do(ASKING)  # and may be asked for again


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        ([ASKING, ASKING], HardshipUnderWay),
        ([AskHardship(reason=HardshipReason.FAMILY, months=0)], HardshipMonthsOutside),
        ([AskHardship(reason=HardshipReason.FAMILY, months=4)], HardshipMonthsOutside),
        ([DecideHardship(case=1, granted=True, months=1)], NoHardshipCase),
        ([ASKING, DecideHardship(case=2, granted=True, months=1)], NoHardshipCase),
        ([ASKING, DecideHardship(case=1, granted=True)], HardshipMonthsOutside),
        ([ASKING, DecideHardship(case=1, granted=True, months=4)], HardshipMonthsOutside),
    ],
)
def test_a_plan_that_cannot_be(asked: list[Request], refusal: type[WeilidaiError]) -> None:
    world = overdue(3)
    for request in asked[:-1]:
        world.do(request)

    with pytest.raises(refusal):
        world.do(asked[-1])


def test_who_owes_nothing_needs_no_plan_and_has_no_repayment_day() -> None:
    for request in (ASKING, ChangeRepaymentDay(day=5)):
        with pytest.raises(NothingOwed):
            MemoryWorld().do(request)


def test_another_repayment_day_is_shown_first_and_then_kept() -> None:
    world = MemoryWorld()
    world.lend()
    (effect,) = effects(world.history, 5)

    world.do(ChangeRepaymentDay(day=5))

    # 15 September to 5 October are 20 days: 12,000 × 0.04 % × 20 = 96.00 instead of 144.00.
    assert (effect.due_before_on, effect.due_after_on) == (date(2026, 10, 15), date(2026, 10, 5))
    assert (effect.next_before_fen, effect.next_after_fen) == (1_144_00, 1_096_00)
    assert [row.due_on.day for row in world.notes[0].latest.plan] == [5] * 12
    world.do(AdvanceToNextDue())
    assert world.on == date(2026, 10, 5)


@pytest.mark.parametrize("day", [0, 15, 29, 31, -1])
def test_a_day_that_cannot_be_the_repayment_day(day: int) -> None:
    world = MemoryWorld()
    world.lend()

    with pytest.raises(RepaymentDayOutside):
        world.do(ChangeRepaymentDay(day=day))


def test_the_day_does_not_move_while_a_bill_is_due() -> None:
    with pytest.raises(NotWhileDue):
        overdue(1).do(ChangeRepaymentDay(day=5))
