"""ONE table: what follows of itself from what has happened, in the same transaction."""

from collections.abc import Callable
from typing import Any

from weilidai_core.apply.actions import decline_before_consent
from weilidai_core.borrow.actions import disburse, draw_up_contract, let_quote_lapse
from weilidai_core.events import (
    ApplicationDecided,
    ContractSigned,
    CostConfirmed,
    DayAdvanced,
    EarlySettlementReceived,
    Fact,
    InformationCompleted,
    InstalmentFellDue,
    LoanDisbursed,
    LoanSettled,
    RepaymentReceived,
)
from weilidai_core.notices.telling import (
    remind_ahead,
    tell_decided,
    tell_disbursed,
    tell_due,
    tell_received,
    tell_settled,
)
from weilidai_core.repay.actions import settle_when_repaid
from weilidai_core.repay.day_end import let_instalments_fall_due
from weilidai_core.world.doing import Doing

Reaction = Callable[[Doing, Any], None]

REACTIONS: dict[type[Fact], tuple[Reaction, ...]] = {
    InformationCompleted: (decline_before_consent,),
    CostConfirmed: (draw_up_contract,),
    ContractSigned: (disburse,),
    RepaymentReceived: (tell_received, settle_when_repaid),
    DayAdvanced: (let_quote_lapse, remind_ahead, let_instalments_fall_due),
    ApplicationDecided: (tell_decided,),
    LoanDisbursed: (tell_disbursed,),
    InstalmentFellDue: (tell_due,),
    EarlySettlementReceived: (tell_received,),
    LoanSettled: (tell_settled,),
}


def react(doing: Doing) -> None:
    """Run the reactions to every recorded event, and to theirs, until nothing new happens."""
    done = 0
    while done < len(doing.recorded):
        event = doing.recorded[done].event
        for reaction in REACTIONS.get(type(event), ()):
            reaction(doing, event)
        done += 1
