"""ONE table: what follows of itself from what has happened, in the same transaction; day by day."""

from collections.abc import Callable
from typing import Any

from weilidai_core.apply.actions import decline_before_consent
from weilidai_core.borrow.actions import disburse, draw_up_contract, let_quote_lapse
from weilidai_core.collection.actions import answer_disputes, make_contacts, next_answer_day
from weilidai_core.events import (
    ApplicationDecided,
    AutoDebitFailed,
    BureauNoticeGiven,
    ContractSigned,
    CostConfirmed,
    DayAdvanced,
    EarlySettlementReceived,
    ExtensionGranted,
    Fact,
    HardshipDecided,
    InformationCompleted,
    InstalmentFellDue,
    InstalmentOverdue,
    LimitFrozen,
    LimitUnfrozen,
    LoanDisbursed,
    LoanSettled,
    RepaymentReceived,
    RepaymentReversed,
    WaiverGranted,
)
from weilidai_core.notices.telling import (
    next_reminder_day,
    remind_ahead,
    tell_before_report,
    tell_debit_failed,
    tell_decided,
    tell_disbursed,
    tell_due,
    tell_frozen,
    tell_hardship,
    tell_overdue,
    tell_received,
    tell_settled,
    tell_unfrozen,
)
from weilidai_core.repay.actions import settle_when_repaid
from weilidai_core.repay.day_end import (
    Eventful,
    let_instalments_fall_due,
    next_day,
    next_due_day,
    tomorrow_while_unpaid,
)
from weilidai_core.repay.overdue import freeze_or_unfreeze, note_overdue, report_cured
from weilidai_core.world.doing import Doing

Reaction = Callable[[Doing, Any], None]

_MOVED: tuple[Reaction, ...] = (settle_when_repaid, freeze_or_unfreeze, report_cured)

REACTIONS: dict[type[Fact], tuple[Reaction, ...]] = {
    InformationCompleted: (decline_before_consent,),
    CostConfirmed: (draw_up_contract,),
    ContractSigned: (disburse,),
    RepaymentReceived: (tell_received, *_MOVED),
    EarlySettlementReceived: (tell_received, *_MOVED),
    RepaymentReversed: _MOVED,
    WaiverGranted: _MOVED,
    ExtensionGranted: _MOVED,
    DayAdvanced: (
        let_quote_lapse,
        remind_ahead,
        let_instalments_fall_due,
        note_overdue,
        freeze_or_unfreeze,
        answer_disputes,
        make_contacts,
    ),
    AutoDebitFailed: (tell_debit_failed,),
    InstalmentOverdue: (tell_overdue,),
    BureauNoticeGiven: (tell_before_report,),
    LimitFrozen: (tell_frozen,),
    LimitUnfrozen: (tell_unfrozen,),
    HardshipDecided: (tell_hardship,),
    ApplicationDecided: (tell_decided,),
    LoanDisbursed: (tell_disbursed,),
    InstalmentFellDue: (tell_due,),
    LoanSettled: (tell_settled,),
}

# The days on which something may happen by itself; the calendar passes the others in one step.
EVENTFUL_DAYS: tuple[Eventful, ...] = (
    next_due_day,
    tomorrow_while_unpaid,
    next_reminder_day,
    next_answer_day,
)


def react(doing: Doing) -> None:
    """Run the reactions to every recorded event, and to theirs, until nothing new happens.

    An act that moves the calendar goes on from there, one day after another, each with its own reactions.
    """
    done = 0
    while True:
        while done < len(doing.recorded):
            event = doing.recorded[done].event
            for reaction in REACTIONS.get(type(event), ()):
                reaction(doing, event)
            done += 1
        if not next_day(doing, EVENTFUL_DAYS):
            return
