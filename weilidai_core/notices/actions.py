"""Sending a notice, opening one, and choosing how they may come."""

from datetime import date, time

from weilidai_core.errors import WeilidaiError
from weilidai_core.events import Muted, NoticePreferencesChanged, NoticeSent, NoticesRead
from weilidai_core.notices.inbox import inbox_of, last_number
from weilidai_core.notices.ports import PORTS, Message
from weilidai_core.notices.preferences import channels_for, check_preferences, preferences_of
from weilidai_core.notices.wordings import WORDINGS
from weilidai_core.sentences import N_, Sentence
from weilidai_core.words import Notice
from weilidai_core.world.doing import Doing
from weilidai_core.world.step import Request


class NoSuchNotice(WeilidaiError):
    """Raised when there is no notice of that number in the world."""

    code = "no-such-notice"
    text = N_("没有找到这条消息。")
    next_step = N_("请从消息列表里选一条。")


class ReadNotices(Request):
    """Open notices, or mark them as read."""

    numbers: tuple[int, ...]


class ChooseNoticePreferences(Request):
    """Switch topics off by channel, and set the quiet time: the whole of it, as it now stands."""

    muted: tuple[Muted, ...]
    quiet_from: time
    quiet_to: time


def read_notices(doing: Doing, request: ReadNotices) -> None:
    """Note what has been read; what was read before is not noted twice. Raises `NoSuchNotice`."""
    mails = {mail.sent.number: mail.is_read for mail in inbox_of(doing.history)}
    if any(number not in mails for number in request.numbers):
        raise NoSuchNotice
    unread = tuple(number for number in dict.fromkeys(request.numbers) if not mails[number])
    if unread:
        doing.record(NoticesRead(numbers=unread))


def choose_notice_preferences(doing: Doing, request: ChooseNoticePreferences) -> None:
    """Keep the choice; it holds from the next notice on. Raises `NoticeMustCome`, `QuietTimeTooShort`."""
    check_preferences(request.muted, quiet_from=request.quiet_from, quiet_to=request.quiet_to)
    muted = tuple(sorted(set(request.muted), key=lambda one: (one.topic, one.channel)))
    doing.record(
        NoticePreferencesChanged(muted=muted, quiet_from=request.quiet_from, quiet_to=request.quiet_to)
    )


def tell(
    doing: Doing,
    notice: Notice,
    *,
    loan_note: str = "",
    on: date | None = None,
    **facts: int | date | Sentence,
) -> None:
    """Send a notice by every channel that is open to it, on the world's day or on an earlier one just passed.

    A fact's name tells its unit, as in a `Sentence`.
    """
    wording, preferences = WORDINGS[notice], preferences_of(doing.history)
    message = Message(notice, on or doing.on, wording.at, preferences)
    channels, withheld = channels_for(wording, preferences)
    doing.record(
        NoticeSent(
            number=last_number(doing.history) + 1,
            notice=notice,
            sent_on=message.on,
            loan_note=loan_note,
            figures={name: fact for name, fact in facts.items() if isinstance(fact, int)},
            days={name: fact for name, fact in facts.items() if isinstance(fact, date)},
            said={name: fact for name, fact in facts.items() if isinstance(fact, Sentence)},
            deliveries=tuple(PORTS[channel].send(message) for channel in channels),
            withheld=withheld,
        )
    )
