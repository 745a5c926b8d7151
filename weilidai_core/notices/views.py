"""What the messages show: the inbox, one notice with what every port was given, and the preferences."""

from dataclasses import dataclass
from datetime import date, time

from weilidai_core.apply.identity import mask_name
from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.events import History, Muted, NoticeSent
from weilidai_core.language import render
from weilidai_core.notices.actions import ChooseNoticePreferences, NoSuchNotice
from weilidai_core.notices.calendar import calendar_file, sequence_of
from weilidai_core.notices.inbox import Mail, inbox_of, unread_count
from weilidai_core.notices.linter import CHECKS, LONGEST, Told, faults_in, parts_of
from weilidai_core.notices.ports import PORTS
from weilidai_core.notices.preferences import CHANNEL_LABELS, TOPICS, Preferences, preferences_of
from weilidai_core.notices.wordings import WORDINGS
from weilidai_core.repay.payment_views import chosen_note
from weilidai_core.sentences import Sentence
from weilidai_core.words import Channel, Topic
from weilidai_core.world.clock import day_of
from weilidai_core.world.views import profile_of, read_history
from weilidai_core.world.world import World


@dataclass(frozen=True)
class MailLine:
    """A notice in the list; `title` is a catalogue key."""

    number: int
    title: str
    brief: Sentence
    says: Sentence
    on: date
    at: time
    topic: Topic
    is_read: bool


@dataclass(frozen=True)
class InboxView:
    """The inbox, newest first, and the numbers nobody has opened."""

    lines: tuple[MailLine, ...]
    unread: tuple[int, ...]


@dataclass(frozen=True)
class Checked:
    """One law of texts and whether this one keeps it; `asks` is a catalogue key."""

    asks: str
    is_kept: bool


@dataclass(frozen=True)
class PortRecord:
    """What one port was given; `label` and `port` are catalogue keys, `parts` the text messages it takes."""

    channel: Channel
    label: str
    port: str
    on: date
    at: time
    is_held: bool
    text: str
    length: int
    longest: int
    parts: int
    checks: tuple[Checked, ...]


@dataclass(frozen=True)
class MailView:
    """A notice with what was sent where; `withheld` names the channels that were switched off."""

    line: MailLine
    loan_note: str
    leads_to: str
    records: tuple[PortRecord, ...]
    withheld: tuple[str, ...]


@dataclass(frozen=True)
class ChannelChoice:
    """A channel of a topic: on or off, and whether that may be changed."""

    channel: Channel
    label: str
    is_on: bool
    may_change: bool


@dataclass(frozen=True)
class TopicChoices:
    """A topic with its channels; `label` and `why` are catalogue keys."""

    topic: Topic
    label: str
    why: str
    channels: tuple[ChannelChoice, ...]


@dataclass(frozen=True)
class PreferencesView:
    """The preferences as they stand."""

    chosen: Preferences
    topics: tuple[TopicChoices, ...]

    def toggled(self, topic: Topic, channel: Channel) -> ChooseNoticePreferences:
        """The request that switches one channel of a topic over and leaves the rest as it is."""
        return self._request(self.chosen.muted ^ {(topic, channel)})

    def with_quiet(self, at: str, *, begins: bool) -> ChooseNoticePreferences:
        """The request for a quiet time that begins or ends at another hour, as HH:MM."""
        hour = time.fromisoformat(at)
        quiet_from = hour if begins else self.chosen.quiet_from
        quiet_to = self.chosen.quiet_to if begins else hour
        asked = self._request(self.chosen.muted)
        return asked.model_copy(update={"quiet_from": quiet_from, "quiet_to": quiet_to})

    def _request(self, muted: frozenset[tuple[Topic, Channel]]) -> ChooseNoticePreferences:
        return ChooseNoticePreferences(
            muted=tuple(Muted(topic=topic, channel=channel) for topic, channel in sorted(muted)),
            quiet_from=self.chosen.quiet_from,
            quiet_to=self.chosen.quiet_to,
        )


def unread(world: World) -> int:
    """How many notices nobody has opened yet."""
    return unread_count(read_history(world))


def inbox(world: World) -> InboxView:
    """The inbox of a world."""
    history = read_history(world)
    lines = tuple(_line(history, mail) for mail in inbox_of(history))
    return InboxView(lines, tuple(line.number for line in lines if not line.is_read))


def mail(world: World, number: str, *, lang: str) -> MailView:
    """The notice of that number, as in the address, its texts in a language. Raises `NoSuchNotice`."""
    history = read_history(world)
    found = next((one for one in inbox_of(history) if str(one.sent.number) == number), None)
    if found is None:
        raise NoSuchNotice
    sent = found.sent
    return MailView(
        line=_line(history, found),
        loan_note=sent.loan_note,
        leads_to=WORDINGS[sent.notice].leads_to,
        records=_records(history, sent, lang),
        withheld=tuple(CHANNEL_LABELS[channel] for channel in sent.withheld),
    )


def notice_preferences(world: World) -> PreferencesView:
    """How notices may come, topic by topic."""
    chosen = preferences_of(read_history(world))
    return PreferencesView(chosen, tuple(_topic(topic, chosen) for topic in TOPICS))


def said(history: History, sent: NoticeSent, channel: Channel) -> Sentence:
    """What a notice says on a channel, with its facts and the borrower's masked name and card."""
    note = next((note for note in loan_notes_of(history) if note.number == sent.loan_note), None)
    facts: dict[str, int | date | Sentence | str] = {
        **sent.figures,
        **sent.days,
        **sent.said,
        "name": mask_name(profile_of(history).person.name),
        "loan_note": sent.loan_note,
        "card_end": note.card[-4:] if note else "",
    }
    with_penalty = sent.figures.get("penalty_fen", 0) > 0
    return Sentence(text=WORDINGS[sent.notice].text(channel, with_penalty=with_penalty), facts=facts)


def _line(history: History, mail: Mail) -> MailLine:
    sent = mail.sent
    wording = WORDINGS[sent.notice]
    first = sent.deliveries[0]
    return MailLine(
        number=sent.number,
        title=wording.title,
        brief=said(history, sent, Channel.PUSH),
        says=said(history, sent, Channel.INBOX),
        on=first.on,
        at=first.at,
        topic=wording.topic,
        is_read=mail.is_read,
    )


def _records(history: History, sent: NoticeSent, lang: str) -> tuple[PortRecord, ...]:
    records = []
    for one in sent.deliveries:
        text = render(said(history, sent, one.channel), lang)
        told = Told(text, one.channel, lang)
        broken = faults_in(told)
        records.append(
            PortRecord(
                channel=one.channel,
                label=CHANNEL_LABELS[one.channel],
                port=PORTS[one.channel].name,
                on=one.on,
                at=one.at,
                is_held=one.is_held,
                text=text,
                length=len(text),
                longest=LONGEST[one.channel][lang],
                parts=parts_of(text) if one.channel is Channel.SMS else 0,
                checks=tuple(
                    Checked(check.asks, check.id not in broken)
                    for check in CHECKS
                    if one.channel in check.channels
                ),
            )
        )
    return tuple(records)


def _topic(topic: Topic, chosen: Preferences) -> TopicChoices:
    rule = TOPICS[topic]
    carried = {
        channel for wording in WORDINGS.values() if wording.topic is topic for channel in wording.channels
    }
    return TopicChoices(
        topic,
        rule.label,
        rule.why,
        tuple(
            ChannelChoice(
                channel,
                CHANNEL_LABELS[channel],
                chosen.lets(topic, channel),
                channel is not Channel.INBOX and channel not in rule.must,
            )
            for channel in Channel
            if channel in carried
        ),
    )


@dataclass(frozen=True)
class CalendarFile:
    """A calendar to keep: its file name and its bytes."""

    name: str
    content: bytes


def repayment_calendar(world: World, *, number: str, lang: str) -> CalendarFile:
    """The calendar of a loan note (see `chosen_note`) on the world's day. Raises `NoSuchLoanNote`."""
    history = read_history(world)
    note = chosen_note(history, number)
    sequence = sequence_of(history, note.number)
    content = calendar_file(note, on=day_of(history), sequence=sequence, lang=lang)
    return CalendarFile(f"{note.number}.ics", content)
