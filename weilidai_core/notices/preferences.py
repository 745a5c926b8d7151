"""What may be switched off and what may not, and the hours in which nothing rings. Pure.

Laws: the inbox keeps every notice; a notice that protects the borrower keeps its SMS; nothing rings between
22:00 and 08:00, and the borrower may only make that quiet time longer, never shorter.
"""

from dataclasses import dataclass
from datetime import date, time, timedelta

from weilidai_core.errors import WeilidaiError
from weilidai_core.events import Delivery, History, Muted, NoticePreferencesChanged
from weilidai_core.notices.wording import Wording
from weilidai_core.sentences import N_, sentence
from weilidai_core.words import Channel, Topic

QUIET_FROM, QUIET_TO = time(22), time(8)
QUIET_FROM_CHOICES = (time(20), time(21), time(22))
QUIET_TO_CHOICES = (time(8), time(9), time(10))


class NoticeMustCome(WeilidaiError):
    """Raised when a notice is to be switched off on a channel by which it has to come."""

    code = "notice-must-come"
    text = N_("“{topic}”的{channel}关不掉：{why}")
    next_step = N_("其他渠道可以关。")


class QuietTimeTooShort(WeilidaiError):
    """Raised when the quiet time is to be other than one of the choices, all at least 22:00 to 08:00."""

    code = "quiet-time-too-short"
    text = N_("安静时段至少是 22:00 到次日 08:00，只能更长。")
    next_step = N_("请从列出的时间里选。")


@dataclass(frozen=True)
class TopicRule:
    """A topic: its name, the channels by which it must come and why, and what is off until wanted."""

    label: str
    why: str
    must: frozenset[Channel] = frozenset()
    off_at_first: frozenset[Channel] = frozenset({Channel.VOICE})


_SMS = frozenset({Channel.SMS})
_ANY = N_("可以按渠道关掉，站内消息总会留一份。")

TOPICS: dict[Topic, TopicRule] = {
    Topic.REMINDER: TopicRule(N_("还款提醒"), _ANY),
    Topic.DUE: TopicRule(N_("还款日与扣款失败"), N_("没扣到款又不知道，会变成逾期，所以短信关不掉。"), _SMS),
    Topic.RECEIPT: TopicRule(N_("放款、入账与结清"), _ANY),
    Topic.OVERDUE: TopicRule(
        N_("逾期与征信"),
        N_("报送不良信息之前必须告知本人（《征信业管理条例》第十五条），所以短信关不掉。"),
        _SMS,
    ),
    Topic.LIMIT: TopicRule(N_("额度变动"), N_("额度变动要说明原因，所以短信关不掉。"), _SMS),
    Topic.OFFER: TopicRule(
        N_("提额邀请"),
        N_("这是营销信息，默认不打扰，想收才打开（《个人信息保护法》第二十四条）。"),
        off_at_first=frozenset({Channel.PUSH, Channel.SMS, Channel.VOICE}),
    ),
    Topic.REQUEST: TopicRule(N_("申请、协商与异议"), N_("您提出的事要答复到您，所以短信关不掉。"), _SMS),
}
CHANNEL_LABELS: dict[Channel, str] = {
    Channel.INBOX: N_("站内消息"),
    Channel.PUSH: N_("推送"),
    Channel.SMS: N_("短信"),
    Channel.VOICE: N_("语音"),
}


@dataclass(frozen=True)
class Preferences:
    """How notices may come, as the borrower last left it."""

    muted: frozenset[tuple[Topic, Channel]]
    quiet_from: time = QUIET_FROM
    quiet_to: time = QUIET_TO

    def lets(self, topic: Topic, channel: Channel) -> bool:
        """Whether a topic comes by a channel."""
        return (topic, channel) not in self.muted


AT_FIRST = Preferences(
    frozenset((topic, channel) for topic, rule in TOPICS.items() for channel in rule.off_at_first)
)


def preferences_of(history: History) -> Preferences:
    """The preferences at the end of a history."""
    for each in reversed(history):
        if isinstance(each.event, NoticePreferencesChanged):
            chosen = each.event
            muted = frozenset((one.topic, one.channel) for one in chosen.muted)
            return Preferences(muted, chosen.quiet_from, chosen.quiet_to)
    return AT_FIRST


def check_preferences(muted: tuple[Muted, ...], *, quiet_from: time, quiet_to: time) -> None:
    """Refuse what cannot be switched off. Raises `NoticeMustCome`, `QuietTimeTooShort`."""
    for one in muted:
        rule = TOPICS[one.topic]
        if one.channel is Channel.INBOX or one.channel in rule.must:
            raise NoticeMustCome(
                topic=sentence(rule.label),
                channel=sentence(CHANNEL_LABELS[one.channel]),
                why=sentence(rule.why),
            )
    if quiet_from not in QUIET_FROM_CHOICES or quiet_to not in QUIET_TO_CHOICES:
        raise QuietTimeTooShort


def delivery(channel: Channel, *, on: date, at: time, preferences: Preferences) -> Delivery:
    """When a message that is ready `on` `at` is handed over: at once, or when the quiet time has passed.

    The inbox makes no sound and waits for nothing.
    """
    if channel is Channel.INBOX:
        return Delivery(channel=channel, on=on, at=at)
    if at >= preferences.quiet_from:
        return Delivery(channel=channel, on=on + timedelta(days=1), at=preferences.quiet_to, is_held=True)
    if at < preferences.quiet_to:
        return Delivery(channel=channel, on=on, at=preferences.quiet_to, is_held=True)
    return Delivery(channel=channel, on=on, at=at)


def channels_for(
    wording: Wording, preferences: Preferences
) -> tuple[tuple[Channel, ...], tuple[Channel, ...]]:
    """The channels by which a notice comes, and those it has words for that are switched off."""
    wanted = tuple(one for one in wording.channels if preferences.lets(wording.topic, one))
    return wanted, tuple(one for one in wording.channels if one not in wanted)
