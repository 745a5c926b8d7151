"""What the menu shows of this browser's world, and what its buttons do to it: the seam to the core."""

from datetime import date

from pages.kit import format as figures
from pages.kit import session
from pages.kit.i18n import _
from pages.kit.menu_words import MenuActions, MenuView, Person
from pages.kit.navigation import go
from pages.kit.perform import keep_refusal, page_of, perform, refusal
from pages.kit.session import Key
from weilidai_core.act import Outcome
from weilidai_core.basics.calendar import parse_day
from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.errors import WeilidaiError
from weilidai_core.events import DayAdvanced, History, InstalmentFellDue
from weilidai_core.journey import next_step
from weilidai_core.keys import key_of
from weilidai_core.notices.inbox import unread_count
from weilidai_core.repay.actions import FundCard
from weilidai_core.repay.day_end import AdvanceDay, AdvanceUntilOverdue, latest_day, most_days_past_due
from weilidai_core.repay.position import due_after
from weilidai_core.scenarios.personas import PERSONAS, Persona, persona
from weilidai_core.scenarios.rebuilding import fork, reset
from weilidai_core.scenarios.scenarios import SCENARIOS, play, scenario
from weilidai_core.store import open_store
from weilidai_core.world.clock import day_of
from weilidai_core.world.views import read_history

# How late a scene can be made, and how many days back the menu offers.
DAYS_OVERDUE = (1, 3, 4, 30, 91)
MOST_BACK = 6


def now() -> tuple[MenuView, MenuActions]:
    """The menu's values and callbacks of this run."""
    world = session.world()
    history = read_history(world)
    today = day_of(history)
    who = persona(world.persona)
    owes = any(note.settled_on is None for note in loan_notes_of(history))
    longest = most_days_past_due(history)
    view = MenuView(
        person=_person(who),
        pin=who.pin,
        day=today,
        furthest_day=latest_day(today),
        next_due_on=due_after(loan_notes_of(history), on=today),
        unread=unread_count(history),
        days_overdue=tuple(days for days in DAYS_OVERDUE if owes and days > longest),
        days_back=_days_back(history),
        people=tuple(_person(one) for one in PERSONAS),
        scenes=tuple(
            Person(key=one.name, name=_(one.title), line="") for one in SCENARIOS if one.name != one.persona
        ),
    )
    return view, MenuActions(
        move_to=_move_to,
        play=_open,
        open_scene=_open,
        restart=_restart,
        be_overdue=_be_overdue,
        back_to=_back_to,
    )


def _person(who: Persona) -> Person:
    return Person(key=who.name, name=who.profile.person.name, line=_(who.who))


def _move_to(typed: str) -> None:
    """Move the simulated day; whatever stopped it is said on the page behind the menu."""
    try:
        request = AdvanceDay(to_on=parse_day(typed, field="day"))
    except WeilidaiError as refused:
        keep_refusal(refused)
    else:
        perform(request, key_of(request, read_history(session.world())), then=_arrived)
    told = refusal()
    if told is not None:
        # Said once: the page behind has nothing of its own to refuse.
        session.take(Key.REFUSAL)
        session.put(Key.FLASH, f"{told.text}{told.next_step}")


def _arrived(outcome: Outcome) -> None:
    days = [at for at, event in enumerate(outcome.events) if isinstance(event, DayAdvanced)]
    if not days:
        return
    last = outcome.events[days[-1] :]
    arrived = next(event.to_on for event in last if isinstance(event, DayAdvanced))
    due = any(isinstance(event, InstalmentFellDue) for event in last)
    told = _("模拟日到了 {day}，有一期账单今天到期。") if due else _("模拟日到了 {day}。")
    session.put(Key.FLASH, told.format(day=figures.day(arrived)))


def _be_overdue(days: int) -> None:
    """Empty the simulated card, then let the days pass until something is so many days past due."""
    world = session.world()
    for request in (FundCard(balance_fen=0), AdvanceUntilOverdue(days_past_due=days)):
        perform(request, key_of(request, read_history(world)), then=None)
        told = refusal()
        if told is not None:
            session.take(Key.REFUSAL)
            session.put(Key.FLASH, f"{told.text}{told.next_step}")
            return
    go("bills")


def _back_to(step: int) -> None:
    session.enter(fork(session.world(), step=step, secret=session.secret()))
    go(page_of(next_step(read_history(session.world()))))


def _days_back(history: History) -> tuple[tuple[int, date], ...]:
    """The last step that ended on each earlier day, the newest first; at most six."""
    ends = {each.step: each.on for each in history}
    last = {on: step for step, on in ends.items()}
    return tuple((step, on) for on, step in reversed(last.items()) if on < day_of(history))[:MOST_BACK]


def _open(name: str) -> None:
    wanted = scenario(name)
    session.enter(play(open_store(), wanted, secret=session.secret()))
    go(wanted.page)


def _restart() -> None:
    world = session.world()
    session.enter(reset(world, secret=session.secret()))
    go(scenario(world.scenario).page)
