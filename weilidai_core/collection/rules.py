"""The rules of collection: what allows a contact, what forbids it, each with its source and day. Pure.

Law: a contact needs a rule that allows it and must break none that forbids. GB/T 45251-2025 is the national
standard on collecting personal consumer loans; the guideline is the China Banking Association's of 2026.
What neither says is marked as this product's own, and is always the stricter.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta

from weilidai_core.collection.case import HOURS, Case, Contact, is_missing, made_today
from weilidai_core.collection.stages import stage_of
from weilidai_core.sentences import N_
from weilidai_core.words import CallWindow, ContactOutcome, ContactWay

STANDARD = N_("GB/T 45251-2025")
GUIDELINE = N_("中国银行业协会催收自律指引")
STANDARD_AND_GUIDELINE = N_("GB/T 45251-2025、中国银行业协会催收自律指引")
OWN = N_("本产品的规定，比外部规则更严")
ARTICLE = N_("公开文章所述的三级催收，天数是本产品的设定")
_STANDARD_ON, _GUIDELINE_ON = date(2025, 2, 28), date(2026, 1, 30)
MOST_CALLS, MOST_UNANSWERED = 3, 6
VISITS_FROM, VISITS_TO, VISIT_EVERY_DAYS = time(9), time(18), 7


@dataclass(frozen=True)
class Rule:
    """A rule: its id, name and content (catalogue keys), where it comes from, and since when."""

    id: str
    name: str
    says: str
    source: str
    since: date | None = None


@dataclass(frozen=True)
class Forbids(Rule):
    """A rule that forbids: whether a contact that is meant would break it."""

    is_broken_by: Callable[[Contact, Case, tuple[Contact, ...]], bool] = lambda _meant, _case, _made: False


@dataclass(frozen=True)
class Allows(Rule):
    """A rule that allows: in which stage, by which way."""

    stage: int = 0
    way: ContactWay = ContactWay.SMS


def _at_night(meant: Contact, case: Case, _: tuple[Contact, ...]) -> bool:
    by_day, agreed = HOURS[CallWindow.ANY], HOURS[CallWindow.NIGHT]
    if by_day[0] <= meant.at < by_day[1]:
        return False
    has_agreed = case.window is CallWindow.NIGHT and meant.way is ContactWay.CALL
    return not (has_agreed and agreed[0] <= meant.at < agreed[1])


def _outside_window(meant: Contact, case: Case, _: tuple[Contact, ...]) -> bool:
    start, end = HOURS[case.window]
    return meant.way is ContactWay.CALL and not start <= meant.at < end


def _too_many_calls(meant: Contact, case: Case, made: tuple[Contact, ...]) -> bool:
    calls = made_today(case, made, ContactWay.CALL)
    return meant.way is ContactWay.CALL and _count(calls, ContactOutcome.REACHED) >= MOST_CALLS


def _too_many_dials(meant: Contact, case: Case, made: tuple[Contact, ...]) -> bool:
    if meant.way not in (ContactWay.CALL, ContactWay.LOCATE):
        return False
    return _count(made_today(case, made, meant.way), ContactOutcome.UNANSWERED) >= MOST_UNANSWERED


def _not_missing(meant: Contact, case: Case, made: tuple[Contact, ...]) -> bool:
    return meant.way is ContactWay.LOCATE and not is_missing(case, made)


def _after_refusal(meant: Contact, _: Case, made: tuple[Contact, ...]) -> bool:
    return meant.way is ContactWay.LOCATE and any(
        one.way is ContactWay.LOCATE and one.outcome is ContactOutcome.REFUSED for one in made
    )


def _unannounced_visit(meant: Contact, case: Case, made: tuple[Contact, ...]) -> bool:
    if meant.way is not ContactWay.VISIT:
        return False
    since = case.on - timedelta(days=VISIT_EVERY_DAYS)
    visited = any(one.way is ContactWay.VISIT and one.on > since for one in made)
    return visited or not VISITS_FROM <= meant.at < VISITS_TO


def _count(contacts: list[Contact], outcome: ContactOutcome) -> int:
    return sum(contact.outcome is outcome for contact in contacts)


FORBIDDEN: tuple[Forbids, ...] = (
    Forbids(
        "C-01",
        N_("联系时间"),
        N_("22:00 到次日 08:00 不联系，您自己约定的除外。"),
        STANDARD_AND_GUIDELINE,
        _STANDARD_ON,
        _at_night,
    ),
    Forbids("C-02", N_("约定的时段"), N_("电话只在您选的时段里打。"), OWN, None, _outside_window),
    Forbids(
        "C-03", N_("有效通话"), N_("一天最多 3 次有效语音通话。"), STANDARD, _STANDARD_ON, _too_many_calls
    ),
    Forbids(
        "C-04",
        N_("未接来电"),
        N_("打不通时，同一个人一天最多拨 6 次。"),
        GUIDELINE,
        _GUIDELINE_ON,
        _too_many_dials,
    ),
    Forbids(
        "C-05",
        N_("联系人只用来找人"),
        N_("只有失联时才能联系您填的联系人，只问怎样找到您，不透露任何债务。"),
        STANDARD_AND_GUIDELINE,
        _STANDARD_ON,
        _not_missing,
    ),
    Forbids(
        "C-06", N_("拒绝就停"), N_("联系人说不愿意，就不再打扰。"), STANDARD, _STANDARD_ON, _after_refusal
    ),
    Forbids(
        "C-07",
        N_("异议期间"),
        N_("提出异议后，答复之前不联系。"),
        OWN,
        None,
        lambda _meant, case, _made: case.is_disputed,
    ),
    Forbids(
        "C-08",
        N_("协商方案期间"),
        N_("同意了协商还款，方案期间不联系。"),
        OWN,
        None,
        lambda _meant, case, _made: case.has_plan,
    ),
    Forbids(
        "C-09",
        N_("宽限期"),
        N_("宽限期里不催收。"),
        OWN,
        None,
        lambda _meant, case, _made: case.days_past_due <= case.grace_days,
    ),
    Forbids(
        "C-10",
        N_("上门要预约"),
        N_("上门只在 09:00 到 18:00，七天里最多一次，约好才去，只见本人。"),
        OWN,
        None,
        _unannounced_visit,
    ),
)

ALLOWED: tuple[Allows, ...] = (
    Allows("S1-SMS", N_("逾期短信提醒"), N_("第一阶段隔几天发一条短信。"), ARTICLE, None, 1, ContactWay.SMS),
    Allows("S1-CALL", N_("电话回访"), N_("第一阶段大约每周回访一次。"), ARTICLE, None, 1, ContactWay.CALL),
    Allows("S2-SMS", N_("每周短信"), N_("第二阶段每周一条短信。"), ARTICLE, None, 2, ContactWay.SMS),
    Allows("S2-CALL", N_("每周电话"), N_("第二阶段每周两天打电话。"), ARTICLE, None, 2, ContactWay.CALL),
    Allows(
        "S2-LOCATE",
        N_("向联系人找人"),
        N_("失联时，每周最多一天问联系人怎样找到您。"),
        ARTICLE,
        None,
        2,
        ContactWay.LOCATE,
    ),
    Allows("S3-SMS", N_("每周短信"), N_("第三阶段每周一条短信。"), ARTICLE, None, 3, ContactWay.SMS),
    Allows("S3-CALL", N_("每周电话"), N_("第三阶段每周两天打电话。"), ARTICLE, None, 3, ContactWay.CALL),
    Allows(
        "S3-LOCATE",
        N_("向联系人找人"),
        N_("失联时，每周最多一天问联系人怎样找到您。"),
        ARTICLE,
        None,
        3,
        ContactWay.LOCATE,
    ),
    Allows(
        "S3-VISIT",
        N_("预约上门"),
        N_("严重逾期时，线下专业团队两周最多约见一次。"),
        ARTICLE,
        None,
        3,
        ContactWay.VISIT,
    ),
)
RULES: dict[str, Rule] = {rule.id: rule for rule in (*FORBIDDEN, *ALLOWED)}


def broken_by(meant: Contact, case: Case, made: tuple[Contact, ...]) -> tuple[str, ...]:
    """The ids of the rules that a contact would break; none where it may be made."""
    return tuple(rule.id for rule in FORBIDDEN if rule.is_broken_by(meant, case, made))


def allowed_by(way: ContactWay, case: Case) -> str | None:
    """The id of the rule that allows a way on a case's day, or None."""
    stage = stage_of(case)
    if stage is None or way not in stage.ways or not stage.ways[way](case.days_past_due):
        return None
    return next((rule.id for rule in ALLOWED if rule.stage == stage.number and rule.way is way), None)
