"""The life of loans: two years of one person through the database, a year of a thousand people in memory."""

import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, cast

from bench.measuring import Line
from weilidai_core.act import act
from weilidai_core.events import Event, History, LoanDisbursed, PlanChosen, Recorded, WorldStarted
from weilidai_core.reactions import react
from weilidai_core.repay.actions import FundCard
from weilidai_core.repay.day_end import AdvanceDay, advance_day
from weilidai_core.scenarios.personas import PERSONAS
from weilidai_core.scenarios.scenarios import play, scenario
from weilidai_core.store import Store, open_store
from weilidai_core.words import RepaymentMethod
from weilidai_core.world.doing import Doing
from weilidai_core.world.views import read_history, today

TITLE = "The life of loans"
DAYS_24_MONTHS, DAYS_12_MONTHS = 731, 366
BAR_SECONDS = 2.0
PEOPLE = 1_000


def lines() -> Iterator[Line]:
    """24 months of one person who pays, and of one who does not; 12 months of a thousand."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'bench.sqlite3'}")
        yield _two_years(store, "24 months of one person, every bill debited", balance_fen=1_000_000_00)
        yield _two_years(store, "24 months of one person, nothing ever paid", balance_fen=0)
        store.close()
    seconds = _a_year_of(PEOPLE)
    days = PEOPLE * DAYS_12_MONTHS
    note = f"{seconds / days * 1e6:.1f} µs a loan-day, in memory"
    yield Line(f"12 months of {PEOPLE:,} people", seconds, note=note)


def _two_years(store: Store, what: str, *, balance_fen: int) -> Line:
    world = play(store, scenario("first-timer-paid"))
    act(world, FundCard(balance_fen=balance_fen), key="fund")
    before = len(read_history(world))
    started = time.perf_counter()
    act(world, AdvanceDay(to_on=today(world) + timedelta(days=DAYS_24_MONTHS)), key="two years")
    seconds = time.perf_counter() - started
    events = len(read_history(world)) - before
    return Line(what, seconds, note=f"{events} events; bar {BAR_SECONDS:.0f} s", holds=seconds <= BAR_SECONDS)


def _a_year_of(people: int) -> float:
    started = time.perf_counter()
    for number in range(people):
        _a_year(number)
    return time.perf_counter() - started


def _a_year(number: int) -> None:
    """One person's year: a loan whose amount, method and rate differ from the next person's."""
    history: History = ()
    for event in _lent(number):
        on = date(2026, 9, 15)
        history = (*history, Recorded(len(history) + 1, len(history) + 1, on, event))
    doing = Doing(session=cast(Any, None), world_id=1, step=len(history) + 1, history=history)
    advance_day(doing, AdvanceDay(to_on=doing.on + timedelta(days=DAYS_12_MONTHS)))
    react(doing)


def _lent(number: int) -> Iterator[Event]:
    who = PERSONAS[number % len(PERSONAS)]
    method = list(RepaymentMethod)[number % 3]
    plan = {
        "drawdown": 1,
        "principal_fen": 1_000_00 + number * 50_00 % 9_000_00,
        "tenor": 12,
        "method": method,
        "daily_rate_ppm": 200 + number % 300,
    }
    yield WorldStarted(
        persona=who.name, first_day=date(2026, 9, 15), profile=who.profile.model_dump(mode="json")
    )
    yield PlanChosen.model_validate(plan)
    yield LoanDisbursed.model_validate(
        {**plan, "loan_note": "JJ", "contract": "HT", "interest_from": date(2026, 9, 15), "card": "9999"}
    )
