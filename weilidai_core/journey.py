"""The applicant's journey: its steps in order, where someone stands, and what a step must wait for. Pure.

Pages, the command line and the scenarios all read this one table; a page that is opened before its
time leads on to the step that is missing, in one sentence.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from weilidai_core.apply.application import Application, application_of
from weilidai_core.borrow.available_limit import available_limit_of
from weilidai_core.borrow.drawdown import Drawdown, open_drawdown_of
from weilidai_core.borrow.loan_note import LoanNote, loan_notes_of
from weilidai_core.events import History
from weilidai_core.sentences import N_, Sentence, sentence
from weilidai_core.words import Outcome


class Step(StrEnum):
    """One step of the journey; the order is the applicant's own."""

    WALLET = "wallet"
    WELCOME = "welcome"
    IDENTITY = "identity"
    INFORMATION = "information"
    CONSENT = "consent"
    ESTIMATE = "estimate"
    REVIEW = "review"
    RESULT = "result"
    HOME = "home"
    QUOTE = "quote"
    COMPARE = "compare"
    COST = "cost"
    CONTRACT = "contract"
    SIGN = "sign"
    PAID = "paid"
    BILLS = "bills"
    LOAN_NOTE = "loan-note"
    REPAY = "repay"
    SETTLE = "settle"
    SETTLED = "settled"


class Gate(NamedTuple):
    """Why a step cannot be shown now, and the step to go to instead."""

    lead_to: Step
    because: Sentence


class Standing(NamedTuple):
    """What the gates look at, folded once from a history."""

    application: Application | None
    has_limit: bool
    drawdown: Drawdown | None
    notes: tuple[LoanNote, ...]


def standing(history: History) -> Standing:
    """Where someone stands at the end of a history."""
    return Standing(
        application_of(history),
        available_limit_of(history) is not None,
        open_drawdown_of(history),
        loan_notes_of(history),
    )


def next_step(history: History) -> Step:
    """The step that comes next of itself: what「继续」leads to."""
    return _next(standing(history))


def gate(step: Step, history: History) -> Gate | None:
    """None when the step may be shown, else where to go instead and why."""
    rule = _GATES.get(step)
    if rule is None:
        return None
    because = rule(standing(history))
    if because is None:
        return None
    return Gate(_next(standing(history)), because)


def _next(now: Standing) -> Step:
    if now.has_limit:
        return _next_with_limit(now)
    application = now.application
    if application is None or application.ended is not None:
        return Step.WELCOME
    for step, is_done in _APPLYING:
        if not is_done(application):
            return step
    return Step.RESULT


def _next_with_limit(now: Standing) -> Step:
    drawdown = now.drawdown
    if drawdown is not None:
        if drawdown.cost is None:
            return Step.COST
        return Step.CONTRACT if drawdown.read is None else Step.SIGN
    return Step.HOME if now.notes else Step.RESULT


_APPLYING: tuple[tuple[Step, Callable[[Application], bool]], ...] = (
    (Step.RESULT, lambda now: now.decided is None),
    (Step.IDENTITY, lambda now: now.identity is not None),
    (Step.INFORMATION, lambda now: now.information is not None),
    (Step.CONSENT, lambda now: now.consents_answered),
    (Step.ESTIMATE, lambda now: now.submitted is not None),
    (Step.REVIEW, lambda now: now.decided is not None),
)


def _before_submission(now: Standing) -> Sentence | None:
    application = now.application
    if application is None:
        return sentence(N_("请先从微粒贷首页开始申请。"))
    if application.ended is not None:
        return sentence(N_("上一次申请已经结束，可以从这里重新开始。"))
    if application.decided is not None:
        return sentence(N_("这次申请已经有结果了。"))
    if application.submitted is not None:
        return sentence(N_("申请已经提交，正在审核。"))
    return None


def _information(now: Standing) -> Sentence | None:
    because = _before_submission(now)
    if because is None and now.application and now.application.identity is None:
        return sentence(N_("请先核对身份，再完善信息。"))
    return because


def _consent(now: Standing) -> Sentence | None:
    if now.application and now.application.submitted and not now.application.ended:
        # Withdrawing is as easy as giving: the page stays open once the documents were answered.
        return None
    return _to_consent(now)


def _to_consent(now: Standing) -> Sentence | None:
    because = _information(now)
    if because is None and now.application and now.application.information is None:
        return sentence(N_("请先完善信息，再看授权书。"))
    return because


def _estimate(now: Standing) -> Sentence | None:
    because = _to_consent(now)
    if because is None and now.application and not now.application.consents_answered:
        return sentence(N_("请先对四份授权书逐份作出选择，再试算额度。"))
    return because


def _review(now: Standing) -> Sentence | None:
    application = now.application
    if application is not None and application.decided is not None:
        return sentence(N_("审核已经完成，这里是结果。"))
    if application is None or application.submitted is None or application.ended is not None:
        return sentence(N_("申请还没有提交，先完成这一步。"))
    return None


def _result(now: Standing) -> Sentence | None:
    if now.application is None or now.application.decided is None:
        return sentence(N_("审核还没有结果，先完成这一步。"))
    return None


def _limit(now: Standing) -> Sentence | None:
    if not now.has_limit:
        if (
            now.application
            and now.application.decided
            and now.application.decided.outcome is Outcome.DECLINED
        ):
            return sentence(N_("这次没有开通额度，暂时不能借款。"))
        return sentence(N_("获得额度之后才能借款，先完成申请。"))
    return None


def _compare(now: Standing) -> Sentence | None:
    return None if now.has_limit else _estimate(now)


def _cost(now: Standing) -> Sentence | None:
    because = _limit(now)
    if because is None and now.drawdown is None:
        return sentence(N_("先选好借款方案，再看综合融资成本。"))
    return because


def _contract(now: Standing) -> Sentence | None:
    because = _cost(now)
    if because is None and now.drawdown and now.drawdown.cost is None:
        return sentence(N_("先确认综合融资成本，再看合同。"))
    return because


def _sign(now: Standing) -> Sentence | None:
    because = _contract(now)
    if because is None and now.drawdown and now.drawdown.read is None:
        return sentence(N_("先把合同读到末尾，再签署。"))
    return because


def _note(now: Standing) -> Sentence | None:
    return None if now.notes else sentence(N_("还没有借款，没有要还的账单。"))


_GATES: dict[Step, Callable[[Standing], Sentence | None]] = {
    Step.IDENTITY: _before_submission,
    Step.INFORMATION: _information,
    Step.CONSENT: _consent,
    Step.ESTIMATE: _estimate,
    Step.REVIEW: _review,
    Step.RESULT: _result,
    Step.QUOTE: _limit,
    Step.COMPARE: _compare,
    Step.COST: _cost,
    Step.CONTRACT: _contract,
    Step.SIGN: _sign,
    Step.PAID: _note,
    Step.LOAN_NOTE: _note,
    Step.REPAY: _note,
    Step.SETTLE: _note,
    Step.SETTLED: _note,
}
