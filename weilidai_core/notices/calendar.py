"""The repayment calendar of a loan note, for any calendar program: one event for each instalment. Pure.

Laws: an instalment keeps its UID for life; every change of the loan note raises SEQUENCE, so that a program
which has the calendar already takes the new figures over; what need not be repaid any more is cancelled, not
left out, since a program cannot know that something is missing. An event is private: a shared calendar shows
others that there is something, not what.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from icalendar import Alarm, Calendar, Event

from weilidai_core.borrow.loan_note import LoanNote
from weilidai_core.events import History
from weilidai_core.language import render
from weilidai_core.loan.account import FallingDue
from weilidai_core.quote.schedule import Row
from weilidai_core.repay.position import RowState, position
from weilidai_core.sentences import N_, Sentence, sentence

PRODUCT_ID = "-//Galaxy Example Bank (fictional)//Weilidai simulation//"
DOMAIN = "weilidai.example"
# A day before, and three days before, at ten in the morning: the hours of the reminders.
ALARMS = (timedelta(days=-3, hours=10), timedelta(days=-1, hours=10))
# What changes a loan note's instalments, or one of them.
CHANGES = frozenset(
    {
        "repayment-received",
        "early-settlement-received",
        "repayment-reversed",
        "prepaid",
        "extension-granted",
        "waiver-granted",
        "repayment-day-changed",
        "loan-settled",
        "loan-reopened",
    }
)


def sequence_of(history: History, loan_note: str) -> int:
    """How often the instalments of a loan note have changed: the SEQUENCE of its calendar."""
    return sum(
        each.event.kind in CHANGES and getattr(each.event, "loan_note", "") == loan_note for each in history
    )


def calendar_file(note: LoanNote, *, on: date, sequence: int, lang: str) -> bytes:
    """The calendar of a loan note as it stands `on`, as the bytes of an .ics file (RFC 5545)."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT_ID + lang.upper())
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", render(sentence(N_("微粒贷还款（模拟）· {note}"), note=note.number), lang))
    now = {row.number: row for row in note.rows}
    signed = {row.number: row for row in note.quote.rows}
    standing = position(note, on=on)
    for number in sorted(now.keys() | signed.keys()):
        row = now.get(number)
        state = standing.state_of(row) if row else RowState.SETTLED
        row = row or signed[number]
        falling = FallingDue(row.principal_fen, row.interest_fen, 0)
        if state in (RowState.DUE, RowState.AHEAD):
            # An extension puts off what was billed before to the same day: one debit, one event.
            falling = note.latest.falling_on(row.due_on)
        shown = _Shown(row, falling, state)
        calendar.add_component(_event(note, shown, on=on, sequence=sequence, lang=lang))
    return bytes(calendar.to_ical())


class _Shown(NamedTuple):
    """An instalment as its event shows it."""

    row: Row
    falling: FallingDue
    state: RowState


def _event(note: LoanNote, shown: _Shown, *, on: date, sequence: int, lang: str) -> Event:
    row, state = shown.row, shown.state
    stamp = datetime.combine(on, time(0), UTC)
    event = Event()
    event.add("uid", f"{note.number}-{row.number}@{DOMAIN}")
    event.add("sequence", sequence)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("dtstart", row.due_on)
    event.add("dtend", row.due_on + timedelta(days=1))
    event.add("summary", render(_summary(shown), lang))
    event.add("description", render(_description(note, shown), lang))
    event.add("status", "CANCELLED" if state is RowState.SETTLED else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    if state not in (RowState.PAID, RowState.SETTLED):
        for trigger in ALARMS:
            event.add_component(_alarm(trigger, render(_summary(shown), lang)))
    return event


def _alarm(trigger: timedelta, said: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", said)
    alarm.add("trigger", trigger)
    return alarm


def _summary(shown: _Shown) -> Sentence:
    if shown.state is RowState.PAID:
        return sentence(N_("已还 {amount_fen}（模拟）"), amount_fen=shown.falling.total_fen)
    if shown.state is RowState.SETTLED:
        return sentence(N_("已取消：不用再还（模拟）"))
    return sentence(N_("还款 {amount_fen}（模拟）"), amount_fen=shown.falling.total_fen)


def _description(note: LoanNote, shown: _Shown) -> Sentence:
    if shown.state is RowState.SETTLED:
        return sentence(
            N_("借据 {note} 的第 {number} 期不用再还。模拟演示，非真实贷款。"),
            note=note.number,
            number=shown.row.number,
        )
    text = N_(
        "借据 {note} 第 {number}/{tenor} 期：本金 {principal_fen}，利息 {interest_fen}。"
        "从尾号 {card_end} 的卡扣款。模拟演示，非真实贷款。"
    )
    with_penalty = N_(
        "借据 {note} 第 {number}/{tenor} 期：本金 {principal_fen}，利息 {interest_fen}，罚息 {penalty_fen}。"
        "从尾号 {card_end} 的卡扣款。模拟演示，非真实贷款。"
    )
    return sentence(
        with_penalty if shown.falling.penalty_fen else text,
        note=note.number,
        number=shown.row.number,
        tenor=note.tenor,
        card_end=note.card[-4:],
        **shown.falling._asdict(),
    )
