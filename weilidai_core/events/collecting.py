"""What happens while something is overdue: contacts with the rule that allowed each, disputes, wishes."""

from datetime import date, time
from typing import Literal

from weilidai_core.events.fact import Fact
from weilidai_core.sentences import Sentence
from weilidai_core.words import CallWindow, ContactOutcome, ContactWay, DisputeAbout


class ContactMade(Fact):
    """催收联系: the `number`-th contact of a world, simulated; `rule` is the id of the rule that allowed it.

    Amount and days are those of that day, over all that was overdue.
    """

    kind: Literal["contact-made"] = "contact-made"
    number: int
    made_on: date
    at: time
    way: ContactWay
    stage: int
    rule: str
    outcome: ContactOutcome
    overdue_fen: int
    days_past_due: int


class ContactWishesChosen(Fact):
    """When a borrower wants to be called, and whether the sample person picks the telephone up."""

    kind: Literal["contact-wishes-chosen"] = "contact-wishes-chosen"
    window: CallWindow
    picks_up: bool


class DisputeOpened(Fact):
    """异议: somebody disputes what is claimed; nobody contacts them until it is answered."""

    kind: Literal["dispute-opened"] = "dispute-opened"
    dispute: int
    about: DisputeAbout
    answer_on: date


class DisputeAnswered(Fact):
    """A dispute got its answer."""

    kind: Literal["dispute-answered"] = "dispute-answered"
    dispute: int
    outcome: Sentence
