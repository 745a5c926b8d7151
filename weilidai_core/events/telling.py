"""What someone is told, and what they do about it: notices sent, read, and how they may come."""

from datetime import date, time
from typing import Literal

from weilidai_core.events.fact import Fact
from weilidai_core.sentences import Sentence
from weilidai_core.words import Channel, Notice, Topic


class Delivery(Fact):
    """What a simulated port did with one message: when it hands it over, and why not at once."""

    channel: Channel
    on: date
    at: time
    is_held: bool = False


class NoticeSent(Fact):
    """The `number`-th notice of a world, about a loan note or about none.

    The wording is not kept: it is the notice's own, filled with these facts. `withheld` are the channels
    that were switched off.
    """

    kind: Literal["notice-sent"] = "notice-sent"
    number: int
    notice: Notice
    sent_on: date
    loan_note: str = ""
    figures: dict[str, int]
    days: dict[str, date]
    said: dict[str, Sentence]
    deliveries: tuple[Delivery, ...]
    withheld: tuple[Channel, ...] = ()


class NoticesRead(Fact):
    """Notices were opened, or marked as read."""

    kind: Literal["notices-read"] = "notices-read"
    numbers: tuple[int, ...]


class Muted(Fact):
    """One topic that does not come by one channel."""

    topic: Topic
    channel: Channel


class NoticePreferencesChanged(Fact):
    """Which notices no longer come by which channel, and the hours in which nothing rings."""

    kind: Literal["notice-preferences-changed"] = "notice-preferences-changed"
    muted: tuple[Muted, ...]
    quiet_from: time
    quiet_to: time
