"""What holds at every moment of every life, whatever is asked for and however often it is sent.

1. What is asked for is done whole, or refused by name with nothing written.
2. The same request under the same key changes nothing, at once or at any later time.
3. The books balance and every law of the audit holds.
4. Of every loan note: `tests.invariants.loan_laws`. What is owed never exceeds the credit limit, and at most
   one drawdown is under way.
5. The rows alone, read by somebody new, and the steps alone, taken again, lead to the same state.
"""

import json

from sqlmodel import select

from tests.invariants.loan_laws import loan_laws_hold
from tests.worlds import hash_of, rows
from weilidai_core.act import REQUESTS, act
from weilidai_core.audit import audit
from weilidai_core.borrow.available_limit import available_limit_of
from weilidai_core.borrow.drawdown import drawdowns_of
from weilidai_core.errors import WeilidaiError
from weilidai_core.events import RepaymentReversed
from weilidai_core.journey import gate, next_step
from weilidai_core.ledger.views import account_totals
from weilidai_core.store.history import history_of
from weilidai_core.trust.tables import AuthorisationRow
from weilidai_core.world.step import Request, state_hash
from weilidai_core.world.views import StepTaken, read_history, steps_taken
from weilidai_core.world.world import World


def sent(world: World, request: Request, *, key: str) -> bool:
    """Send a request; whether it was done. A refusal must have written nothing."""
    before = rows(world.store), hash_of(world)
    try:
        act(world, request, key=key)
    except WeilidaiError:
        pass
    else:
        return True
    assert (rows(world.store), hash_of(world)) == before
    return False


def repeats_change_nothing(world: World, request: Request, *, key: str) -> None:
    """Sending a done request again gives its stored outcome."""
    before = rows(world.store), hash_of(world)
    assert act(world, request, key=key).repeated
    assert (rows(world.store), hash_of(world)) == before


def every_step_repeats(world: World, *, last: int | None = None) -> None:
    """The same for every step a world has taken, or for its last few."""
    taken = steps_taken(world)
    before = rows(world.store), hash_of(world)
    for step in taken[-last:] if last else taken:
        outcome = act(world, request_of(step), key=step.key)
        assert (outcome.repeated, outcome.step) == (True, step.number)
    assert (rows(world.store), hash_of(world)) == before


def laws_hold(world: World) -> None:
    """Laws 3 and 4, and that there is always somewhere to go on."""
    found = audit(world.store)
    assert found.broken == ()
    with world.store.reading() as session:
        totals = account_totals(session, world.id)
    assert sum(total.debit_fen for total in totals) == sum(total.credit_fen for total in totals)
    history = read_history(world)
    loan_laws_hold(history)
    limit = available_limit_of(history)
    if limit is not None:
        # A repayment that is taken back owes again, also where its limit has been drawn meanwhile.
        taken_back = any(isinstance(each.event, RepaymentReversed) for each in history)
        assert limit.used_fen >= 0
        assert limit.used_fen <= limit.limit_fen or taken_back
        free_fen = 0 if limit.is_frozen else max(0, limit.limit_fen - limit.used_fen)
        assert limit.available_fen == free_fen
    assert sum(drawdown.is_open for drawdown in drawdowns_of(history)) <= 1
    assert gate(next_step(history), history) is None


def rows_say_the_same(world: World) -> None:
    """Law 5 for the rows: another process, which remembers nothing, reads the same state."""
    remembered = read_history(world)
    world.store._histories._values.pop(world.id, None)
    with world.store.reading() as session:
        assert state_hash(history_of(world.store, session, world.id)) == state_hash(remembered)


def follow(shadow: World, world: World) -> None:
    """Law 5 for the steps: the shadow takes what the world has taken since, and stands where it stands."""
    with world.store.writing() as session:
        # What a rebuilt world inherits, and nothing else: the evidence of the same person's signatures.
        kept = {
            owner.id: {
                row.evidence_id: row
                for row in session.exec(select(AuthorisationRow).where(AuthorisationRow.world_id == owner.id))
            }
            for owner in (shadow, world)
        }
        for name, row in kept[world.id].items():
            if name not in kept[shadow.id]:
                copied = row.model_dump(exclude={"id", "world_id"})
                session.add(AuthorisationRow(**copied, world_id=shadow.id))
    for step in steps_taken(world)[len(steps_taken(shadow)) :]:
        act(shadow, request_of(step), key=step.key)
    assert hash_of(shadow) == hash_of(world)


def request_of(step: StepTaken) -> Request:
    """The request that a step has kept."""
    kept = json.loads(step.request)
    return REQUESTS[kept["kind"]].model_validate(kept["body"])
