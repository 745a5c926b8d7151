"""站内消息: every notice of a history, newest first, read or not. Pure."""

from dataclasses import dataclass

from weilidai_core.events import History, NoticeSent, NoticesRead


@dataclass(frozen=True)
class Mail:
    """A notice in the inbox."""

    sent: NoticeSent
    is_read: bool


def inbox_of(history: History) -> tuple[Mail, ...]:
    """The inbox, newest first."""
    sent: list[NoticeSent] = []
    read: set[int] = set()
    for each in history:
        if isinstance(each.event, NoticeSent):
            sent.append(each.event)
        elif isinstance(each.event, NoticesRead):
            read.update(each.event.numbers)
    return tuple(Mail(one, one.number in read) for one in reversed(sent))


def unread_count(history: History) -> int:
    """How many notices nobody has opened yet."""
    sent = sum(isinstance(each.event, NoticeSent) for each in history)
    return sent - sum(len(each.event.numbers) for each in history if isinstance(each.event, NoticesRead))


def last_number(history: History) -> int:
    """The number of the newest notice, 0 before the first."""
    for each in reversed(history):
        if isinstance(each.event, NoticeSent):
            return each.event.number
    return 0
