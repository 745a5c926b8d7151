"""One random life as a machine: at every moment something that somebody might do next, on either engine.

After every step all laws hold (`tests.invariants.laws`). Hypothesis chooses who, from where, what and how
often, and shrinks a life that breaks a law to the shortest one that still does.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import ClassVar

from argon2 import PasswordHasher
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.databases import Databases
from tests.invariants.laws import every_step_repeats, follow, laws_hold, rows_say_the_same, sent
from tests.invariants.lives import AMOUNTS, BEGINNINGS, METHODS, PEOPLE, TENORS, wishes
from tests.worlds import (
    choosing,
    confirm_cost,
    do,
    give_pin,
    hash_of,
    notes,
    open_drawdown,
    repaying,
    signing,
    walked,
)
from weilidai_core.act import act
from weilidai_core.audit import audit
from weilidai_core.borrow.actions import ReadContract
from weilidai_core.borrow.drawdown import open_drawdown_of
from weilidai_core.borrow.loan_note import LoanNote
from weilidai_core.keys import key_of
from weilidai_core.repay.day_end import AdvanceDay
from weilidai_core.repay.position import position
from weilidai_core.scenarios.rebuilding import fork
from weilidai_core.settle.actions import SettleEarly
from weilidai_core.store import Store
from weilidai_core.trust import actions as trust
from weilidai_core.trust.actions import has_pin
from weilidai_core.world.step import Request
from weilidai_core.world.views import read_history, steps_taken, today
from weilidai_core.world.world import World

STEPS_OF_A_LIFE = 14


class Life(RuleBasedStateMachine):
    """A person, the world they are in, and its shadow, which is built from its steps alone."""

    open: ClassVar[Callable[[], Store]]
    close: ClassVar[Callable[[], None]]

    def __init__(self) -> None:
        super().__init__()
        self.world: World
        self.shadow: World
        self.left: list[World] = []
        self.last: tuple[Request, str] | None = None

    @initialize(who=PEOPLE, beginning=BEGINNINGS)
    def begin(self, who: str, beginning: str) -> None:
        """Somebody, some way into the journey."""
        self.world = walked(type(self).open(), who=who, until=beginning)
        if not has_pin(self.world.store, self.world.id):
            give_pin(self.world)
        self.shadow = fork(self.world, step=len(steps_taken(self.world)))

    @rule(data=st.data())
    def ask_for_something(self, data: st.DataObject) -> None:
        """Anything at all, mostly what comes next of itself."""
        self.send(data.draw(wishes(self.world)))

    @precondition(lambda self: self.last is not None)
    @rule(times=st.integers(1, 3))
    def click_again(self, times: int) -> None:
        """A double click, however late: the stored outcome."""
        assert self.last is not None
        request, key = self.last
        before = hash_of(self.world)
        assert all(act(self.world, request, key=key).repeated for _ in range(times))
        assert hash_of(self.world) == before

    @precondition(lambda self: self.last is not None)
    @rule()
    def do_the_same_in_another_tab(self) -> None:
        """The same request under a key of its own: done or refused by name."""
        assert self.last is not None
        self.send(self.last[0], key=f"another tab {len(steps_taken(self.world))}")

    @precondition(lambda self: self.has_limit_free())
    @rule(amount_fen=AMOUNTS, tenor=TENORS, method=METHODS)
    def draw_to_the_end(self, amount_fen: int, tenor: int, method: str) -> None:
        """A whole drawdown, from the plan to the payout, or as far as the rules allow."""
        if not self.send(choosing(amount_fen, tenor=tenor, method=method)):
            return
        confirm_cost(self.world)
        contract = open_drawdown(self.world).contract
        assert contract is not None
        do(self.world, ReadContract(contract=contract.contract, sha256=contract.sha256))
        self.send(signing(self.world))

    @precondition(lambda self: self.owed())
    @rule(instalments=st.integers(1, 3))
    def repay_on_time(self, instalments: int) -> None:
        """Wait for what falls due, and repay it."""
        for _ in range(instalments):
            coming = [(note.next_row.due_on, note) for note in self.owed() if note.next_row is not None]
            if not coming:
                return
            due_on, note = min(coming, key=lambda each: (each[0], each[1].number))
            if due_on > today(self.world):
                self.send(AdvanceDay(to_on=due_on))
            self.send(repaying(note))

    @precondition(lambda self: self.owed())
    @rule(which=st.integers(0, 5))
    def settle_one_early(self, which: int) -> None:
        """The whole rest of one loan."""
        owed = self.owed()
        note = owed[which % len(owed)]
        total_fen = position(note, on=today(self.world)).owed_fen
        self.send(SettleEarly(loan_note=note.number, total_fen=total_fen))

    @rule(days=st.integers(1, 70))
    def let_days_pass(self, days: int) -> None:
        """The calendar stops by itself on a due day."""
        self.send(AdvanceDay(to_on=today(self.world) + timedelta(days=days)))

    @rule(data=st.data(), goes_on_there=st.booleans())
    def rewind(self, data: st.DataObject, goes_on_there: bool) -> None:
        """Back to an earlier step, in a world of its own; the one that was left stays as it was."""
        step = data.draw(st.integers(1, len(steps_taken(self.world))), label="back to step")
        kept = hash_of(self.world)
        earlier = fork(self.world, step=step)
        assert hash_of(self.world) == kept
        assert [row.request for row in steps_taken(earlier)] == [
            row.request for row in steps_taken(self.world)[:step]
        ]
        if goes_on_there:
            self.left.append(self.world)
            self.world, self.shadow, self.last = earlier, fork(earlier, step=step), None

    @invariant()
    def all_laws_hold(self) -> None:
        """After every step."""
        laws_hold(self.world)
        rows_say_the_same(self.world)
        follow(self.shadow, self.world)
        every_step_repeats(self.world, last=2)

    def teardown(self) -> None:
        """At the end of the life: every step ever taken repeats, and all of them lead to the same state."""
        try:
            for world in (self.world, *self.left):
                every_step_repeats(world)
                assert hash_of(fork(world, step=len(steps_taken(world)))) == hash_of(world)
            assert audit(self.world.store).broken == ()
        finally:
            type(self).close()

    def send(self, request: Request, *, key: str | None = None) -> bool:
        """Send a request, and remember it if it was done."""
        key = key or key_of(request, read_history(self.world))
        if not sent(self.world, request, key=key):
            return False
        self.last = (request, key)
        return True

    def has_limit_free(self) -> bool:
        """Whether somebody with a limit has no drawdown under way."""
        history = read_history(self.world)
        return bool(notes(self.world)) and open_drawdown_of(history) is None

    def owed(self) -> list[LoanNote]:
        """The loan notes that are not settled."""
        return [note for note in notes(self.world) if note.settled_on is None]


def live(databases: Databases, engine: str, *, lives: int) -> None:
    """Live so many random lives on an engine, each in a database of its own."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    strong, trust._HASHER = trust._HASHER, quick  # how long hashing takes is no matter of these laws
    bound = {
        "open": staticmethod(lambda: databases.store(engine)),
        "close": staticmethod(databases.remove),
    }
    try:
        run_state_machine_as_test(
            type("LifeOn" + engine.title(), (Life,), bound),
            settings=settings(
                max_examples=lives,
                stateful_step_count=STEPS_OF_A_LIFE,
                suppress_health_check=list(HealthCheck),
                deadline=None,
            ),
        )
    finally:
        trust._HASHER = strong
