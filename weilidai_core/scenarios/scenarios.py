"""剧本: one declared table that the app's `?scene=`, the command line, the gallery and the tests read.

A scenario is a sample person and how far their journey has gone; it is started by walking it, never
by inserting rows.
"""

from datetime import date

from weilidai_core.apply.counter_offer import Plan
from weilidai_core.basics.typed_text import shown
from weilidai_core.errors import WeilidaiError
from weilidai_core.journey import Step
from weilidai_core.scenarios.being_told import BEING_TOLD
from weilidai_core.scenarios.personas import PERSONAS, persona
from weilidai_core.scenarios.repaying import REPAYING
from weilidai_core.scenarios.scene import Scenario
from weilidai_core.scenarios.walking import Walk, start, walk
from weilidai_core.sentences import N_
from weilidai_core.store import Store
from weilidai_core.world.world import World


class ScenarioUnknown(WeilidaiError):
    """Raised when no scenario has this name."""

    code = "scenario-unknown"
    text = N_("没有叫“{name}”的场景。")
    next_step = N_("可以在右上角菜单里选一个场景。")
    field = "scene"


_STAGES = (
    ("review", Step.ESTIMATE, Step.REVIEW, N_("刚提交，正在审核")),
    ("result", Step.REVIEW, Step.RESULT, N_("审核结果")),
    ("cost", Step.RESULT, Step.COST, N_("看综合融资成本")),
    ("contract", Step.COST, Step.CONTRACT, N_("读合同")),
    ("sign", Step.CONTRACT, Step.SIGN, N_("签署合同")),
    ("paid", Step.SIGN, Step.PAID, N_("刚放款")),
    ("repaid", Step.REPAY, Step.BILLS, N_("还了一期")),
    ("settled", Step.SETTLE, Step.SETTLED, N_("已经结清")),
)

SCENARIOS: tuple[Scenario, ...] = (
    *(
        Scenario(name=one.name, title=one.who, persona=one.name, until=Step.WALLET, opens=Step.WALLET)
        for one in PERSONAS
    ),
    *(
        Scenario(name=f"first-timer-{stage}", title=title, persona="first-timer", until=until, opens=opens)
        for stage, until, opens, title in _STAGES
    ),
    Scenario(
        name="counter-offer",
        title=N_("减额：要的比额度多"),
        persona="shopkeeper",
        until=Step.REVIEW,
        opens=Step.RESULT,
    ),
    Scenario(
        name="declined",
        title=N_("没有通过：负债太高"),
        persona="indebted",
        until=Step.REVIEW,
        opens=Step.RESULT,
    ),
    Scenario(
        name="student-declined",
        title=N_("没有通过：在校学生"),
        persona="student",
        until=Step.INFORMATION,
        opens=Step.RESULT,
    ),
    Scenario(
        name="second-drawdown",
        title=N_("有额度，再借一笔"),
        persona="steady",
        until=Step.REPAY,
        opens=Step.HOME,
    ),
    *REPAYING,
    *BEING_TOLD,
)


def scenario(name: str) -> Scenario:
    """The scenario of that name. Raises `ScenarioUnknown`."""
    for one in SCENARIOS:
        if one.name == name:
            return one
    raise ScenarioUnknown(name=shown(name))


def play(
    store: Store,
    wanted: Scenario,
    *,
    on: date | None = None,
    plan: Plan | None = None,
    secret: str | None = None,
) -> World:
    """A new world in which the scenario's steps have been walked."""
    who = persona(wanted.persona)
    world = start(store, who, scenario=wanted.name, on=on, secret=secret)
    walking = Walk(world, who, plan or wanted.plan or who.plan)
    walk(walking, until=wanted.until)
    for happening in wanted.then:
        happening(walking)
    return world
