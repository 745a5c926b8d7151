"""The scenarios of messages and collection: unread, the three stages, a dispute that waits."""

from weilidai_core.collection.actions import ChooseContactWishes, OpenDispute
from weilidai_core.journey import Step
from weilidai_core.scenarios.happenings import Happening, overdue
from weilidai_core.scenarios.scene import Scenario
from weilidai_core.scenarios.walking import Walk
from weilidai_core.sentences import N_
from weilidai_core.words import CallWindow, DisputeAbout


def never_picks_up(walking: Walk) -> None:
    """The sample person lets the telephone ring."""
    walking.do(ChooseContactWishes(window=CallWindow.ANY, picks_up=False))


def amount_disputed(walking: Walk) -> None:
    """The amount was disputed."""
    walking.do(OpenDispute(about=DisputeAbout.AMOUNT))


_STAGES: tuple[tuple[str, str, tuple[Happening, ...]], ...] = (
    ("collection-stage-1", N_("催收第一阶段：逾期 8 天"), overdue(8)),
    ("collection-stage-2", N_("催收第二阶段：逾期 35 天，找不到人"), (never_picks_up, *overdue(35))),
    ("collection-stage-3", N_("催收第三阶段：逾期 92 天"), (never_picks_up, *overdue(92))),
    ("dispute-opened", N_("提出异议：等答复"), (*overdue(8), amount_disputed)),
)

BEING_TOLD: tuple[Scenario, ...] = (
    Scenario(
        name="notices-unread",
        title=N_("消息：还没读"),
        persona="first-timer",
        until=Step.REPAY,
        opens=Step.BILLS,
        opens_page="messages",
    ),
    *(
        Scenario(
            name=name,
            title=title,
            persona="first-timer",
            until=Step.SIGN,
            opens=Step.BILLS,
            opens_page="collection",
            then=then,
        )
        for name, title, then in _STAGES
    ),
)
