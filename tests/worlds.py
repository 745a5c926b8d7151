"""Worlds for tests: sample people walked as far as a test needs them, and what can be asked of a world."""

from datetime import date, timedelta

from sqlalchemy import func
from sqlalchemy import select as sql_select
from sqlmodel import select

from weilidai_core.act import Outcome, act
from weilidai_core.apply.counter_offer import Plan
from weilidai_core.borrow.actions import ChoosePlan, ConfirmCost, ReadContract, SignContract
from weilidai_core.borrow.drawdown import Drawdown, open_drawdown_of
from weilidai_core.borrow.loan_note import LoanNote, loan_notes_of
from weilidai_core.borrow.paperwork import cost_table_of
from weilidai_core.events import Event
from weilidai_core.journey import Step
from weilidai_core.keys import key_of
from weilidai_core.repay.actions import FundCard, RepayInstalment
from weilidai_core.repay.day_end import AdvanceDay
from weilidai_core.repay.position import due_after
from weilidai_core.scenarios.personas import persona
from weilidai_core.scenarios.walking import Walk, start, walk
from weilidai_core.schema import TABLES
from weilidai_core.store import Store
from weilidai_core.trust.actions import authorise, set_pin
from weilidai_core.words import RepaymentMethod
from weilidai_core.world.step import Request, state_hash
from weilidai_core.world.views import read_history, today
from weilidai_core.world.world import World


def walked(
    store: Store,
    *,
    who: str = "first-timer",
    until: Step = Step.SIGN,
    plan: Plan | None = None,
    on: date | None = None,
    secret: str | None = None,
) -> World:
    """A world in which a sample person has gone as far as `until`."""
    one = persona(who)
    world = start(store, one, on=on, secret=secret)
    walk(Walk(world, one, plan or one.plan), until=until)
    return world


def plan(
    amount_fen: int = 3_000_00, *, tenor: int = 12, method: RepaymentMethod = RepaymentMethod.EQUAL_INSTALMENT
) -> Plan:
    """A plan to ask for."""
    return Plan(principal_fen=amount_fen, tenor=tenor, method=method)


def choosing(
    amount_fen: int = 1_000_00, *, tenor: int = 3, method: RepaymentMethod = RepaymentMethod.EQUAL_PRINCIPAL
) -> ChoosePlan:
    """The request to borrow within the limit."""
    return ChoosePlan(amount_fen=amount_fen, tenor=tenor, method=method)


def do(world: World, request: Request, *, key: str | None = None) -> Outcome:
    """Do one thing, under its natural key unless told otherwise."""
    return act(world, request, key=key or key_of(request, read_history(world)))


def draw(world: World, amount_fen: int = 1_000_00, *, tenor: int = 3) -> LoanNote:
    """A further drawdown, from the plan to the payout; the applicant has a PIN already."""
    do(world, choosing(amount_fen, tenor=tenor))
    confirm_cost(world)
    drawdown = open_drawdown(world)
    assert drawdown.contract is not None
    do(world, ReadContract(contract=drawdown.contract.contract, sha256=drawdown.contract.sha256))
    do(world, signing(world))
    return notes(world)[-1]


def confirm_cost(world: World) -> Outcome:
    """Confirm the cost table of the open drawdown."""
    drawdown = open_drawdown(world)
    table = cost_table_of(drawdown, on=today(world))
    return do(world, ConfirmCost(drawdown=drawdown.number, sha256=table.sha256))


def give_pin(world: World) -> str:
    """Set the sample person's signing PIN."""
    pin = persona(world.persona).pin
    set_pin(world.store, world.id, pin=pin, again=pin)
    return pin


def signing(world: World) -> SignContract:
    """The request to sign the open drawdown's contract, the PIN just entered."""
    drawdown = open_drawdown(world)
    assert drawdown.contract is not None
    sha256 = drawdown.contract.sha256
    pin = persona(world.persona).pin
    authorised = authorise(world.store, world.id, pin=pin, sha256=sha256, on=today(world))
    return SignContract(contract=drawdown.contract.contract, authorised=authorised)


def open_drawdown(world: World) -> Drawdown:
    """The drawdown under way."""
    drawdown = open_drawdown_of(read_history(world))
    assert drawdown is not None
    return drawdown


def notes(world: World) -> tuple[LoanNote, ...]:
    """The loan notes, in the order of payout."""
    return loan_notes_of(read_history(world))


def note_of(world: World) -> LoanNote:
    """The first loan note."""
    return notes(world)[0]


def wait(world: World, days: int) -> Outcome:
    """Let days pass, or as many as there are before the next instalment falls due."""
    to_on = today(world) + timedelta(days=days)
    due_on = due_after(notes(world), on=today(world))
    return do(world, AdvanceDay(to_on=to_on if due_on is None else min(to_on, due_on)))


def let_pass(world: World, days: int) -> Outcome:
    """Let days pass, whatever happens on the way."""
    return do(world, AdvanceDay(to_on=today(world) + timedelta(days=days)))


def card_holds(world: World, balance_fen: int) -> Outcome:
    """Set the simulated balance of the repayment card."""
    return do(world, FundCard(balance_fen=balance_fen))


def repaying(note: LoanNote) -> RepayInstalment:
    """The request to repay a note's next instalment."""
    row = note.next_row
    assert row is not None
    return RepayInstalment(loan_note=note.number, number=row.number, total_fen=row.total_fen)


def repay_next(world: World) -> Outcome:
    """Let the first note's next instalment fall due, and repay it."""
    row = note_of(world).next_row
    assert row is not None
    if row.due_on > today(world):
        do(world, AdvanceDay(to_on=row.due_on))
    return do(world, repaying(note_of(world)))


def happened(world: World, kind: type[Event]) -> list[Event]:
    """Every event of a kind, oldest first."""
    return [each.event for each in read_history(world) if isinstance(each.event, kind)]


def hash_of(world: World) -> str:
    """The world's state hash."""
    return state_hash(read_history(world))


def rows(store: Store) -> dict[str, int]:
    """How many rows each table holds; asked in one sentence, since random lives ask it all the time."""
    counts = [select(func.count()).select_from(table).scalar_subquery() for table in TABLES]
    with store.reading() as session:
        found = session.execute(sql_select(*counts)).one()
    return {str(table.__tablename__): int(count) for table, count in zip(TABLES, found, strict=True)}
