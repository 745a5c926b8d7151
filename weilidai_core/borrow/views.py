"""借款: what the borrow tab, the two trials and the comparison show, every figure ready in it.

The law kept here: before a limit is granted a trial rests on the estimate, afterwards on the available
limit at its own rate; which of the two holds is decided here and nowhere in a page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from weilidai_core.apply.actions import information_of
from weilidai_core.apply.application import Application, application_of
from weilidai_core.apply.credit_limit import FIRST_LIMIT_MOST_FEN
from weilidai_core.apply.estimate import CEILING_NOTE, NOT_A_PROMISE, RATE_NOTE, Estimate, estimate
from weilidai_core.apply.refusals import InformationMissing
from weilidai_core.basics.rates import annual_rate_simple_ppm
from weilidai_core.borrow.available_limit import AvailableLimit, available_limit_of
from weilidai_core.borrow.drawdown import Drawdown, open_drawdown_of
from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.borrow.refusals import NoLimitYet
from weilidai_core.borrow.trial import Room, Trial, at_other_tenors, trial, under_each_method
from weilidai_core.events import History
from weilidai_core.events.made_of import MadeOf
from weilidai_core.quote.quote import Quote
from weilidai_core.sentences import Sentence, sentence
from weilidai_core.world.clock import day_of
from weilidai_core.world.views import profile_of, read_history
from weilidai_core.world.world import World

_ESTIMATES: MadeOf[Estimate] = MadeOf()


class HomeState(StrEnum):
    """What the borrow tab is about."""

    NOT_INVITED = "not-invited"
    NOT_APPLIED = "not-applied"
    UNDER_WAY = "under-way"
    ENDED = "ended"
    DECLINED = "declined"
    LIMIT = "limit"


@dataclass(frozen=True)
class NoteSummary:
    """One open loan note: outstanding principal and the next instalment (fen), and its due date."""

    number: str
    principal_fen: int
    outstanding_fen: int
    next_number: int
    next_fen: int
    next_due_on: date
    tenor: int


@dataclass(frozen=True)
class Home:
    """The borrow tab: its state, the limit if there is one, an unsigned drawdown, open loan notes.

    `can_borrow` is False where what is left is below the smallest loan (`least_fen`); `settled` counts the
    loan notes that are repaid.
    """

    state: HomeState
    limit: AvailableLimit | None
    annual_rate_ppm: int
    can_borrow: bool
    least_fen: int
    drawdown: Drawdown | None
    notes: tuple[NoteSummary, ...]
    settled: int

    @property
    def has_borrowed(self) -> bool:
        """Whether a loan was ever paid out."""
        return bool(self.notes or self.settled)


@dataclass(frozen=True)
class EstimateTrial:
    """额度试算: the estimated range (fen), what it rests on, and the trial within it."""

    is_possible: bool
    low_fen: int
    high_fen: int
    income: Sentence
    not_a_promise: Sentence
    rate_note: Sentence
    ceiling_note: Sentence
    declined: tuple[Sentence, ...]
    advice: tuple[Sentence, ...]
    trial: Trial


@dataclass(frozen=True)
class Comparison:
    """One amount under several plans: every method at the chosen tenor, the chosen method at other tenors.

    `form` names the draft that a choice goes into ("estimate" or "quote"); there is no plan at all where
    the amount is refused.
    """

    form: str
    trial: Trial
    by_method: tuple[Quote, ...]
    by_tenor: tuple[Quote, ...]

    @property
    def plans(self) -> tuple[Quote, ...]:
        """All plans, the methods first."""
        return *self.by_method, *self.by_tenor

    @property
    def cheapest(self) -> Quote | None:
        """The plan with the least interest, or None."""
        return min(self.plans, key=lambda made: made.cost.total_interest_fen, default=None)


def home(world: World) -> Home:
    """The borrow tab as it stands today."""
    history = read_history(world)
    limit, application = available_limit_of(history), application_of(history)
    on = day_of(history)
    room = Room(limit.available_fen if limit else 0, limit.daily_rate_ppm if limit else 0, on)
    notes = loan_notes_of(history)
    return Home(
        state=_state(history, limit, application),
        limit=limit,
        annual_rate_ppm=annual_rate_simple_ppm(room.daily_rate_ppm),
        can_borrow=room.most_fen > 0,
        least_fen=room.terms.amount_least_fen,
        drawdown=open_drawdown_of(history),
        notes=tuple(
            NoteSummary(
                number=note.number,
                principal_fen=note.principal_fen,
                outstanding_fen=note.outstanding_fen,
                next_number=row.number,
                next_fen=note.next_fen,
                next_due_on=note.next_due_on or row.due_on,
                tenor=note.tenor,
            )
            for note in notes
            if (row := note.next_row) is not None
        ),
        settled=sum(note.settled_on is not None for note in notes),
    )


def estimate_trial(world: World, typed: Mapping[str, str]) -> EstimateTrial:
    """The estimate and the trial within it. Raises `InformationMissing` before the form is complete."""
    history = read_history(world)
    found = _estimate(history)
    ppm = found.indicative_daily_rate_ppm
    return EstimateTrial(
        is_possible=found.is_possible,
        low_fen=found.low_fen,
        high_fen=found.high_fen,
        income=found.income.sentence,
        not_a_promise=sentence(NOT_A_PROMISE),
        rate_note=sentence(RATE_NOTE, annual_ppm=annual_rate_simple_ppm(ppm), rate_ppm=ppm),
        ceiling_note=sentence(CEILING_NOTE, ceiling_fen=found.ceiling_fen, first_fen=FIRST_LIMIT_MOST_FEN),
        declined=tuple(reason.sentence for reason in found.declined),
        advice=tuple(reason.helps for reason in found.declined if reason.helps),
        trial=trial(Room(found.high_fen, ppm, day_of(history)), typed),
    )


def limit_trial(world: World, typed: Mapping[str, str]) -> Trial:
    """The trial within the available limit, at its own rate. Raises `NoLimitYet`."""
    history = read_history(world)
    limit = available_limit_of(history)
    if limit is None:
        raise NoLimitYet
    return trial(Room(limit.available_fen, limit.daily_rate_ppm, day_of(history)), typed)


def trial_form(world: World) -> str:
    """Which trial holds now: "quote" with a limit in hand, "estimate" before."""
    return "quote" if available_limit_of(read_history(world)) else "estimate"


def comparison(world: World, typed: Mapping[str, str]) -> Comparison:
    """The plans for what is typed in the trial that holds now."""
    form = trial_form(world)
    tried = limit_trial(world, typed) if form == "quote" else estimate_trial(world, typed).trial
    return Comparison(
        form=form, trial=tried, by_method=under_each_method(tried), by_tenor=at_other_tenors(tried)
    )


def _estimate(history: History) -> Estimate:
    # No step of a slider reckons it anew.
    known = _ESTIMATES.of(history)
    if known is not None and len(known.history) == len(history):
        return known.value
    application = application_of(history)
    if application is None:
        raise InformationMissing
    made = estimate(profile_of(history), information=information_of(application), on=day_of(history))
    _ESTIMATES.keep(history, made)
    return made


def _state(history: History, limit: AvailableLimit | None, application: Application | None) -> HomeState:
    if limit is not None:
        return HomeState.LIMIT
    if application is None:
        return HomeState.NOT_APPLIED if profile_of(history).invited else HomeState.NOT_INVITED
    if application.ended is not None:
        return HomeState.ENDED
    return HomeState.DECLINED if application.decided is not None else HomeState.UNDER_WAY
