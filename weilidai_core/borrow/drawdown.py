"""支用: a drawdown from the chosen plan to the payout, folded from the history. Pure."""

from dataclasses import dataclass, replace
from datetime import date

from weilidai_core.events import (
    ContractDrawnUp,
    ContractRead,
    ContractSigned,
    CostConfirmed,
    DrawdownAbandoned,
    History,
    LoanDisbursed,
    PlanChosen,
)
from weilidai_core.world.happened import happened


@dataclass(frozen=True)
class Drawdown:
    """One drawdown as it stands; each step is None until it was taken."""

    number: int
    plan: PlanChosen
    chosen_on: date
    cost: CostConfirmed | None = None
    contract: ContractDrawnUp | None = None
    read: ContractRead | None = None
    signed: ContractSigned | None = None
    signed_on: date | None = None
    paid_out: LoanDisbursed | None = None
    abandoned: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it can still go on: neither paid out nor given up."""
        return self.paid_out is None and not self.abandoned


_STEPS = (
    PlanChosen,
    DrawdownAbandoned,
    CostConfirmed,
    ContractDrawnUp,
    ContractRead,
    ContractSigned,
    LoanDisbursed,
)


def drawdowns_of(history: History) -> tuple[Drawdown, ...]:
    """Every drawdown in the order in which they began."""
    found: dict[int, Drawdown] = {}
    by_contract: dict[str, int] = {}
    for each in happened(history, *_STEPS):
        match each.event:
            case PlanChosen() as plan:
                found[plan.drawdown] = Drawdown(number=plan.drawdown, plan=plan, chosen_on=each.on)
            case DrawdownAbandoned() as given_up:
                found[given_up.drawdown] = replace(found[given_up.drawdown], abandoned=True)
            case CostConfirmed() as cost:
                found[cost.drawdown] = replace(found[cost.drawdown], cost=cost)
            case ContractDrawnUp() as contract:
                found[contract.drawdown] = replace(found[contract.drawdown], contract=contract)
                by_contract[contract.contract] = contract.drawdown
            case ContractRead() as read:
                number = by_contract[read.contract]
                found[number] = replace(found[number], read=read)
            case ContractSigned() as signed:
                number = by_contract[signed.contract]
                found[number] = replace(found[number], signed=signed, signed_on=each.on)
            case LoanDisbursed() as paid_out:
                found[paid_out.drawdown] = replace(found[paid_out.drawdown], paid_out=paid_out)
            case _:
                pass
    return tuple(found.values())


def open_drawdown_of(history: History) -> Drawdown | None:
    """The drawdown that is under way, or None; there is never more than one."""
    return next((drawdown for drawdown in reversed(drawdowns_of(history)) if drawdown.is_open), None)
