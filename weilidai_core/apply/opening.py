"""What the first page of 微粒贷 shows: how it opens for this person, and the product in figures.

The laws kept here: whether one may apply is asked of the same rule that decides it; the price is
the whole range, the annual rate first; the product's ceiling is never shown as somebody's limit.
"""

from dataclasses import dataclass
from enum import StrEnum

from weilidai_core.apply.actions import check_start
from weilidai_core.apply.application import application_of
from weilidai_core.apply.consent import document
from weilidai_core.apply.credit_limit import FIRST_LIMIT_MOST_FEN
from weilidai_core.basics.rates import annual_rate_simple_ppm
from weilidai_core.errors import WeilidaiError
from weilidai_core.product import LENDER, terms_on
from weilidai_core.sentences import Sentence, sentence
from weilidai_core.words import Outcome, RepaymentMethod, ReviewStage
from weilidai_core.world.clock import day_of
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World


class Opening(StrEnum):
    """How the first page of 微粒贷 opens for someone."""

    READY = "ready"
    REFUSED = "refused"
    UNDER_WAY = "under-way"
    DECLINED = "declined"
    HAS_LIMIT = "has-limit"


@dataclass(frozen=True)
class Offering:
    """The product in figures: amounts in fen, rates in ppm (simple, × 360), tenors in instalments."""

    lender: Sentence
    annual_least_ppm: int
    annual_most_ppm: int
    daily_least_ppm: int
    daily_most_ppm: int
    amount_least_fen: int
    amount_most_fen: int
    first_most_fen: int
    tenors: tuple[int, ...]
    methods: tuple[str, ...]


@dataclass(frozen=True)
class Welcome:
    """The first page: how it opens, why not if not, and which document ended the last application.

    `was_queried` says whether that application had already read the credit report.
    """

    opening: Opening
    because: Sentence | None
    next_step: Sentence | None
    ended_by: Sentence | None
    was_queried: bool
    offering: Offering


def welcome(world: World) -> Welcome:
    """What the first page of 微粒贷 shows today."""
    history = read_history(world)
    on = day_of(history)
    application = application_of(history)
    opening, refused = Opening.READY, None
    if application and application.limit:
        opening = Opening.HAS_LIMIT
    elif application and application.decided is None and application.ended is None:
        opening = Opening.UNDER_WAY
    else:
        try:
            check_start(history, on=on)
        except WeilidaiError as error:
            declined = application and application.decided and application.decided.outcome is Outcome.DECLINED
            opening, refused = (Opening.DECLINED if declined else Opening.REFUSED), error
    ended = application.ended if application else None
    terms = terms_on(on)
    return Welcome(
        opening=opening,
        because=refused.sentence if refused else None,
        next_step=refused.next_sentence if refused else None,
        ended_by=sentence(document(ended.because).title) if ended else None,
        was_queried=any(done.stage is ReviewStage.CREDIT_REPORT for done in application.stages)
        if application
        else False,
        offering=Offering(
            lender=sentence(LENDER),
            annual_least_ppm=annual_rate_simple_ppm(terms.daily_rate_least_ppm),
            annual_most_ppm=annual_rate_simple_ppm(terms.daily_rate_most_ppm),
            daily_least_ppm=terms.daily_rate_least_ppm,
            daily_most_ppm=terms.daily_rate_most_ppm,
            amount_least_fen=terms.amount_least_fen,
            amount_most_fen=terms.amount_most_fen,
            first_most_fen=FIRST_LIMIT_MOST_FEN,
            tenors=terms.tenors,
            methods=tuple(method.label for method in RepaymentMethod),
        ),
    )
