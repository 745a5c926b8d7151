"""What the collection page shows: stage, contacts each with its rule, disputes, wishes, the bureau."""

from dataclasses import dataclass
from datetime import date, time

from weilidai_core.apply.identity import mask_name
from weilidai_core.collection.answers import ABOUT_LABELS
from weilidai_core.collection.case import HOURS
from weilidai_core.collection.rules import FORBIDDEN, RULES, Rule
from weilidai_core.collection.stages import Stage, stage_of
from weilidai_core.collection.standing import (
    Wishes,
    case_of,
    contacts_of,
    disputes_of,
    open_dispute_of,
    overdue_positions,
    plan_until,
    wishes_of,
)
from weilidai_core.collection.wordings import OUTCOME_LABELS, SAID, WAY_LABELS
from weilidai_core.events import BureauNoticeGiven, BureauReported, ContactMade, History
from weilidai_core.product import terms_on
from weilidai_core.sentences import N_, Sentence, sentence
from weilidai_core.words import CallWindow, ContactWay
from weilidai_core.world.clock import day_of
from weilidai_core.world.views import profile_of, read_history
from weilidai_core.world.world import World


@dataclass(frozen=True)
class ContactLine:
    """A contact: labels are catalogue keys; `says` is what was said, `rule` what allowed it."""

    number: int
    on: date
    at: time
    way: ContactWay
    label: str
    outcome: str
    says: Sentence
    rule: Rule


@dataclass(frozen=True)
class DisputeLine:
    """A dispute with its answer, or the day by which it gets one."""

    number: int
    about: str
    opened_on: date
    answer_on: date
    answer: Sentence | None


@dataclass(frozen=True)
class CollectionView:
    """Collection on the world's day; `quiet` says why nobody is contacted now, None where somebody may be."""

    on: date
    stage: Stage | None
    days_past_due: int
    overdue_fen: int
    quiet: Sentence | None
    contacts: tuple[ContactLine, ...]
    disputes: tuple[DisputeLine, ...]
    may_dispute: bool
    wishes: Wishes
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class BureauView:
    """What has to be told before anything is reported; `reports_on` None where nothing is overdue."""

    on: date
    overdue_fen: int
    days_past_due: int
    told_on: date | None
    reports_on: date | None
    reported_on: date | None
    notice_days: int
    report_days: int


WINDOW_LABELS: dict[CallWindow, str] = {
    CallWindow.ANY: N_("白天"),
    CallWindow.MORNING: N_("上午"),
    CallWindow.NOON: N_("中午"),
    CallWindow.EVENING: N_("傍晚"),
    CallWindow.NIGHT: N_("22 点后"),
}


def collection(world: World) -> CollectionView:
    """Collection in a world, the newest contact first."""
    history = read_history(world)
    on = day_of(history)
    overdue = overdue_positions(history, on)
    case = case_of(history, on, overdue)
    name = mask_name(profile_of(history).person.name)
    return CollectionView(
        on=on,
        stage=stage_of(case),
        days_past_due=case.days_past_due,
        overdue_fen=sum(one.overdue_fen for one in overdue),
        quiet=_quiet(history, on, is_overdue=stage_of(case) is not None),
        contacts=tuple(_line(one, name) for one in reversed(contacts_of(history))),
        disputes=tuple(
            DisputeLine(
                one.opened.dispute,
                ABOUT_LABELS[one.opened.about],
                one.opened_on,
                one.opened.answer_on,
                one.answered.outcome if one.answered else None,
            )
            for one in reversed(disputes_of(history))
        ),
        may_dispute=bool(overdue) and open_dispute_of(history) is None,
        wishes=wishes_of(history),
        rules=tuple(FORBIDDEN),
    )


def bureau_report(world: World) -> BureauView:
    """What is told before the bureau is, and whether it has been."""
    history = read_history(world)
    on = day_of(history)
    overdue = overdue_positions(history, on)
    terms = terms_on(on)
    told = _last(history, BureauNoticeGiven)
    reported = _last(history, BureauReported)
    return BureauView(
        on=on,
        overdue_fen=sum(one.overdue_fen for one in overdue),
        days_past_due=overdue[0].days_past_due if overdue else 0,
        told_on=told[0] if told and overdue else None,
        reports_on=told[1].reports_on
        if told and overdue and isinstance(told[1], BureauNoticeGiven)
        else None,
        reported_on=reported[0] if reported and overdue else None,
        notice_days=terms.bureau_notice_days,
        report_days=terms.bureau_report_days,
    )


def hours_of(window: CallWindow) -> tuple[time, time]:
    """The hours of a window."""
    return HOURS[window]


def _last(
    history: History, kind: type[BureauNoticeGiven] | type[BureauReported]
) -> tuple[date, BureauNoticeGiven | BureauReported] | None:
    return next(((each.on, each.event) for each in reversed(history) if isinstance(each.event, kind)), None)


def _line(one: ContactMade, name: str) -> ContactLine:
    facts: dict[str, int | date | Sentence | str] = {
        "name": name,
        "overdue_days": one.days_past_due,
        "owed_fen": one.overdue_fen,
    }
    return ContactLine(
        number=one.number,
        on=one.made_on,
        at=one.at,
        way=one.way,
        label=WAY_LABELS[one.way],
        outcome=OUTCOME_LABELS[one.outcome],
        says=Sentence(text=SAID[one.way], facts=facts),
        rule=RULES[one.rule],
    )


def _quiet(history: History, on: date, *, is_overdue: bool) -> Sentence | None:
    waiting = open_dispute_of(history)
    if waiting is not None:
        return sentence(
            N_("异议正在处理，最迟 {answer_on} 答复，答复之前不会联系您。"),
            answer_on=waiting.opened.answer_on,
        )
    until = plan_until(history)
    if until is not None and on < until:
        return sentence(N_("协商还款方案到 {until_on} 为止，期间不会联系您。"), until_on=until)
    return None if is_overdue else sentence(N_("没有要催收的逾期，不会有人联系您。"))
