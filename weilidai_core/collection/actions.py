"""Contacts of a day, disputes with their answers, and the borrower's wishes.

Every contact is simulated and goes through the planner; nothing here can make one that no rule allows.
"""

import hashlib
from datetime import date, timedelta

from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.collection.answers import answer_to
from weilidai_core.collection.case import Contact, made_today
from weilidai_core.collection.planner import next_contact
from weilidai_core.collection.stages import is_contact_day
from weilidai_core.collection.standing import (
    ANSWER_DAYS,
    as_contacts,
    case_of,
    contacts_of,
    disputes_of,
    open_dispute_of,
    overdue_positions,
    wishes_of,
)
from weilidai_core.errors import WeilidaiError
from weilidai_core.events import (
    ContactMade,
    ContactWishesChosen,
    DayAdvanced,
    DisputeAnswered,
    DisputeOpened,
    History,
)
from weilidai_core.notices.actions import tell
from weilidai_core.product import terms_on
from weilidai_core.sentences import N_
from weilidai_core.words import CallWindow, ContactOutcome, ContactWay, DisputeAbout, Notice
from weilidai_core.world.doing import Doing
from weilidai_core.world.step import Request


class NothingToDispute(WeilidaiError):
    """Raised when there is no loan note that anything could be claimed on."""

    code = "nothing-to-dispute"
    text = N_("还没有借款，没有可以提出异议的事。")
    next_step = N_("有别的问题，可以问客服。")


class DisputeIsOpen(WeilidaiError):
    """Raised when a dispute is opened while another one waits for its answer."""

    code = "dispute-is-open"
    text = N_("已经有一件异议在处理，最迟 {answer_on} 答复。")
    next_step = N_("答复之前不会有催收联系；有了答复可以再提。")


class OpenDispute(Request):
    """Dispute what is claimed."""

    about: DisputeAbout


class ChooseContactWishes(Request):
    """Choose the hours of calls, and whether the sample person picks up."""

    window: CallWindow
    picks_up: bool


def open_dispute(doing: Doing, request: OpenDispute) -> None:
    """Register a dispute; contacts stop at once. Raises `NothingToDispute`, `DisputeIsOpen`."""
    if not loan_notes_of(doing.history):
        raise NothingToDispute
    waiting = open_dispute_of(doing.history)
    if waiting is not None:
        raise DisputeIsOpen(answer_on=waiting.opened.answer_on)
    number = len(disputes_of(doing.history)) + 1
    answer_on = doing.on + timedelta(days=ANSWER_DAYS)
    doing.record(DisputeOpened(dispute=number, about=request.about, answer_on=answer_on))
    tell(doing, Notice.DISPUTE_OPENED, number=number, answer_on=answer_on)


def choose_contact_wishes(doing: Doing, request: ChooseContactWishes) -> None:
    """Keep the wishes; they hold from the next contact on."""
    doing.record(ContactWishesChosen(window=request.window, picks_up=request.picks_up))


def answer_disputes(doing: Doing, _: DayAdvanced) -> None:
    """Reaction to a new day: a dispute whose day has come gets its answer, reckoned from the account."""
    waiting = open_dispute_of(doing.history)
    if waiting is None or doing.on < waiting.opened.answer_on:
        return
    number = waiting.opened.dispute
    outcome = answer_to(doing.history, waiting, on=doing.on)
    doing.record(DisputeAnswered(dispute=number, outcome=outcome))
    tell(doing, Notice.DISPUTE_ANSWERED, number=number, outcome=outcome)


def next_answer_day(history: History) -> date | None:
    """The day on which the open dispute is answered, so that the calendar does not pass it."""
    waiting = open_dispute_of(history)
    return waiting.opened.answer_on if waiting else None


def make_contacts(doing: Doing, _: DayAdvanced) -> None:
    """Reaction to a new day: the day's contacts, one after another, each with the rule that allowed it."""
    overdue = overdue_positions(doing.history, doing.on)
    # Most days are no day of contact in any stage, and then nothing else has to be looked at.
    grace_days = terms_on(doing.on).grace_days
    if not overdue or not is_contact_day(overdue[0].days_past_due, grace_days=grace_days):
        return
    case = case_of(doing.history, doing.on, overdue)
    earlier = contacts_of(doing.history)
    number, made = len(earlier), as_contacts(earlier)
    while (planned := next_contact(case, made)) is not None:
        contact = planned.contact
        outcome = _outcome(contact, made_before=len(made_today(case, made, contact.way)), doing=doing)
        made = (*made, contact._replace(outcome=outcome))
        number += 1
        doing.record(
            ContactMade(
                number=number,
                made_on=contact.on,
                at=contact.at,
                way=contact.way,
                stage=planned.stage,
                rule=planned.rule,
                outcome=outcome,
                overdue_fen=sum(one.overdue_fen for one in overdue),
                days_past_due=case.days_past_due,
            )
        )


def _outcome(contact: Contact, *, made_before: int, doing: Doing) -> ContactOutcome:
    """What becomes of a contact in this simulation: the same for the same day and hour, on any machine."""
    if contact.way is ContactWay.SMS:
        return ContactOutcome.SENT
    chance = hashlib.sha256(
        f"{contact.on.isoformat()} {contact.at.isoformat()} {contact.way}".encode()
    ).digest()[0]
    if contact.way is ContactWay.LOCATE:
        if chance % 4 == 0:
            return ContactOutcome.REFUSED
        return ContactOutcome.UNANSWERED if chance % 4 == 1 else ContactOutcome.REACHED
    if not wishes_of(doing.history).picks_up:
        return ContactOutcome.UNANSWERED
    # Whoever picks up may miss the first call, never the second.
    return ContactOutcome.UNANSWERED if made_before == 0 and chance % 2 else ContactOutcome.REACHED
