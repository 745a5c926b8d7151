"""审核结果里的方案: what was asked for against the limit that was granted.

The law kept here: the applicant's own plan is kept wherever the limit allows it. Where it does not, only
the amount changes, to what was granted; tenor and method stay as chosen, and it is an offer that can be
left alone.
"""

from pydantic import BaseModel, ConfigDict, PositiveInt

from weilidai_core.sentences import N_, Sentence
from weilidai_core.words import Outcome, RepaymentMethod


class Plan(BaseModel):
    """An amount in fen, a number of instalments, and a repayment method."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    principal_fen: PositiveInt
    tenor: PositiveInt
    method: RepaymentMethod


class Offer(BaseModel):
    """The outcome, the plan asked for, the plan on offer (None when declined), and one sentence."""

    model_config = ConfigDict(frozen=True)

    outcome: Outcome
    asked: Plan
    offered: Plan | None
    sentence: Sentence


def offer(asked: Plan, *, limit_fen: int) -> Offer:
    """The asked plan as it is, a counter-offer at the limit, or a decline when the limit is 0."""
    if limit_fen == 0:
        return Offer(
            outcome=Outcome.DECLINED,
            asked=asked,
            offered=None,
            sentence=Sentence(text=N_("这次没有开通额度，原因和能做的事都写在下面。")),
        )
    if asked.principal_fen <= limit_fen:
        return Offer(
            outcome=Outcome.GRANTED,
            asked=asked,
            offered=asked,
            sentence=Sentence(
                text=N_("额度 {limit_fen}，您要的 {asked_fen} 可以借。"),
                facts={"limit_fen": limit_fen, "asked_fen": asked.principal_fen},
            ),
        )
    return Offer(
        outcome=Outcome.COUNTER_OFFERED,
        asked=asked,
        offered=asked.model_copy(update={"principal_fen": limit_fen}),
        sentence=Sentence(
            text=N_(
                "您要 {asked_fen}，额度是 {limit_fen}。期数和还款方式不变，可以借 {limit_fen}，也可以不借。"
            ),
            facts={"limit_fen": limit_fen, "asked_fen": asked.principal_fen},
        ),
    )
