"""The world a state is photographed in: a scenario, and what happened after it; all through the core's acts."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from weilidai_core.apply.actions import DecideConsent
from weilidai_core.apply.consent import DOCUMENTS
from weilidai_core.borrow.actions import ChoosePlan, ConfirmCost, ReadContract, SignContract
from weilidai_core.borrow.drawdown import Drawdown, open_drawdown_of
from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.borrow.paperwork import cost_table_of
from weilidai_core.borrow.views import limit_trial
from weilidai_core.errors import WeilidaiError
from weilidai_core.journey import Step
from weilidai_core.repay.day_end import AdvanceDay
from weilidai_core.repay.position import next_due_on
from weilidai_core.scenarios.personas import persona
from weilidai_core.scenarios.scenarios import play, scenario
from weilidai_core.scenarios.walking import Walk, walk
from weilidai_core.store import Store
from weilidai_core.trust.actions import authorise
from weilidai_core.words import RepaymentMethod
from weilidai_core.world.views import read_history, today
from weilidai_core.world.world import World

Happening = Callable[[Walk], None]


def world_for(store: Store, scene: str, happened: tuple[Happening, ...], *, secret: str) -> World:
    """The scenario's world, with what happened after it."""
    wanted = scenario(scene)
    world = play(store, wanted, secret=secret)
    who = persona(wanted.persona)
    walking = Walk(world, who, who.plan)
    for happening in happened:
        happening(walking)
    return world


def walked(until: Step) -> Happening:
    """The journey from the wallet as far as a step."""
    return lambda walking: _walk(walking, until)


def _walk(walking: Walk, until: Step) -> None:
    walk(walking, until=until)


def necessary_refused(walking: Walk) -> None:
    """The first document was refused, which ended the application."""
    terms = DOCUMENTS[0]
    walking.do(
        DecideConsent(document=terms.document, version=terms.version, sha256=terms.sha256, given=False)
    )


def days_later(days: int) -> Happening:
    """So many simulated days have passed."""
    return lambda walking: walking.do(AdvanceDay(to_on=today(walking.world) + timedelta(days=days)))


def due_day(walking: Walk) -> None:
    """The next due day has come."""
    day = next_due_on(loan_notes_of(read_history(walking.world)))
    if day is not None:
        walking.do(AdvanceDay(to_on=day))


def plan_chosen(walking: Walk) -> None:
    """All that is available was chosen to be drawn down."""
    most = limit_trial(walking.world, {}).bounds_fen[1]
    walking.do(ChoosePlan(amount_fen=most, tenor=12, method=RepaymentMethod.EQUAL_INSTALMENT))


def cost_confirmed(walking: Walk) -> None:
    """The cost table of the open drawdown was confirmed."""
    drawdown = _open(walking)
    table = cost_table_of(drawdown, on=today(walking.world))
    walking.do(ConfirmCost(drawdown=drawdown.number, sha256=table.sha256))


def contract_read(walking: Walk) -> None:
    """Its contract was read."""
    drawdown = _open(walking)
    if drawdown.contract is not None:
        walking.do(ReadContract(contract=drawdown.contract.contract, sha256=drawdown.contract.sha256))


def signed(walking: Walk) -> None:
    """Its contract was signed."""
    world, drawdown = walking.world, _open(walking)
    if drawdown.contract is not None:
        sha256 = drawdown.contract.sha256
        proof = authorise(world.store, world.id, pin=walking.persona.pin, sha256=sha256, on=today(world))
        walking.do(SignContract(contract=drawdown.contract.contract, authorised=proof))


def pin_locked(walking: Walk) -> None:
    """The PIN was wrong so often that it is locked."""
    world, drawdown = walking.world, _open(walking)
    for _attempt in range(6):
        with suppress(WeilidaiError):
            if drawdown.contract is not None:
                sha256 = drawdown.contract.sha256
                authorise(world.store, world.id, pin="190537", sha256=sha256, on=today(world))


TO_SIGN = (plan_chosen, cost_confirmed, contract_read)


def _open(walking: Walk) -> Drawdown:
    drawdown = open_drawdown_of(read_history(walking.world))
    if drawdown is None:
        raise LookupError("nothing is being drawn down")
    return drawdown
