"""The article's three stages of collection: from which day past due, by which ways, on which days. Pure.

The article names the stages and their ways (text message and call back; automatic debit and the emergency
contact; an offline team, for severe cases only) but no days. The days here are this product's own, and every
contact is held against the rules besides.
"""

from collections.abc import Callable
from dataclasses import dataclass

from weilidai_core.collection.case import Case
from weilidai_core.sentences import N_
from weilidai_core.words import ContactWay

OnDay = Callable[[int], bool]


@dataclass(frozen=True)
class Stage:
    """A stage: its first day past due, what it does (catalogue keys), and when each way is meant.

    `calls_wanted` effective calls a day are enough; `dials` is how often it is tried.
    """

    number: int
    from_days: int
    label: str
    does: str
    ways: dict[ContactWay, OnDay]
    calls_wanted: int
    dials: int


def _on(*days: int) -> OnDay:
    return lambda past_due: past_due in days


def _weekly(*weekdays: int, every: int = 7) -> OnDay:
    return lambda past_due: past_due % every in weekdays


STAGES: tuple[Stage, ...] = (
    Stage(
        1,
        1,
        N_("第一阶段：提醒与回访"),
        N_("短信提醒，隔几天电话回访一次，只找您本人。"),
        {ContactWay.SMS: _on(2, 4, 8, 15, 22, 29), ContactWay.CALL: _on(3, 8, 15, 22, 29)},
        calls_wanted=1,
        dials=2,
    ),
    Stage(
        2,
        31,
        N_("第二阶段：自动扣款与查找"),
        N_(
            "到还款日照常自动扣款，短信和电话都找您本人。只有一直找不到您，才问您填的联系人怎样找到您，不说任何债务。"
        ),
        {ContactWay.SMS: _weekly(3), ContactWay.CALL: _weekly(0, 3), ContactWay.LOCATE: _weekly(5)},
        calls_wanted=1,
        dials=3,
    ),
    Stage(
        3,
        91,
        N_("第三阶段：线下专业团队"),
        N_("只针对严重逾期。约好时间才上门，只见您本人，短信和电话照旧。"),
        {
            ContactWay.SMS: _weekly(3),
            ContactWay.CALL: _weekly(0, 3),
            ContactWay.LOCATE: _weekly(5),
            ContactWay.VISIT: _weekly(8, every=14),
        },
        calls_wanted=1,
        dials=3,
    ),
)


def stage_of(case: Case) -> Stage | None:
    """The stage of a case; None in the grace days and where nothing is overdue."""
    return _stage(case.days_past_due, case.grace_days)


def is_contact_day(days_past_due: int, *, grace_days: int) -> bool:
    """Whether any contact is meant on such a day; the rules are not asked yet."""
    stage = _stage(days_past_due, grace_days)
    return stage is not None and any(on_day(days_past_due) for on_day in stage.ways.values())


def _stage(days_past_due: int, grace_days: int) -> Stage | None:
    if days_past_due <= grace_days:
        return None
    return [stage for stage in STAGES if stage.from_days <= days_past_due][-1]
