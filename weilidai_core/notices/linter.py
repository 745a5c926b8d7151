"""What no text may be, whoever wrote it: too long, unsigned, a link, a threat, another's business. Pure.

Sources: GB/T 45251-2025 and the 2026 guideline of the China Banking Association (no threats, no false
consequences, no debt details to third parties); PBOC announcement [2021] No. 3 (annual rate not after the
daily one). That no message carries a link is this product's own rule: a link is how phishing looks.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from weilidai_core.sentences import N_
from weilidai_core.words import Channel

SIGNATURES = {"zh": "【星河示例银行】", "en": "[Galaxy Example Bank]"}
MARKS = {"zh": "模拟短信", "en": "simulated SMS"}
# A Chinese text message has 70 characters, and 67 a part where it takes several; an English one 160 and 153.
SMS_PART = {"zh": (70, 67), "en": (160, 153)}
# English needs about three letters for one Chinese character. A voice notice takes half a minute.
LONGEST: dict[Channel, dict[str, int]] = {
    Channel.INBOX: {"zh": 160, "en": 480},
    Channel.PUSH: {"zh": 45, "en": 120},
    Channel.SMS: {"zh": 134, "en": 306},
    Channel.VOICE: {"zh": 120, "en": 360},
}
LONGEST_TITLE = {"zh": 14, "en": 44}

_LINK = re.compile(
    r"https?:|www\.|//|\b[\w-]+\.(?:com|cn|net|org|info|io|me|cc|top|xyz|app|ly)\b"
    r"|链接|二维码|扫码|\bclick\b|\blink\b|\bQR\b",
    re.IGNORECASE,
)
_THREATS = re.compile(
    r"法院|起诉|公安|警察|报警|坐牢|刑事|律师函|黑名单|曝光|公开您|后果自负|否则|最后通牒|立即|马上|务必|"
    r"家人|单位领导|子女|上门抓|冒充|骗贷|"
    r"\b(?:court|sue[ds]?|police|jail|prison|criminal|lawyer|blacklist|expose|or else|final warning|"
    r"immediately|at once|your family|your employer|consequences|must)\b",
    re.IGNORECASE,
)
_DEBT = re.compile(
    r"借|欠|还款|应还|逾期|贷|债|催|额度|罚息|征信|¥|"
    r"\b(?:loan|owe[sd]?|debt|repay\w*|overdue|borrow\w*|instalment|interest|penalty|bureau)\b",
    re.IGNORECASE,
)
_ANNUAL = re.compile(r"年化|年利率|\bannual", re.IGNORECASE)
_DAILY = re.compile(r"日利率|每日利率|\bdaily rate|\brate a day", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"(?<![\dA-Z-])\d{7,}(?!\d)")
_UNFILLED = re.compile(r"[{}]")


@dataclass(frozen=True)
class Told:
    """A text as it would arrive: by which channel, in which language, to the borrower or to somebody else."""

    text: str
    channel: Channel
    lang: str
    to_third_party: bool = False
    is_title: bool = False


def _too_long(told: Told) -> bool:
    longest = LONGEST_TITLE if told.is_title else LONGEST[told.channel]
    return len(told.text) > longest[told.lang]


def _unsigned(told: Told) -> bool:
    return _is_sms(told) and not told.text.startswith(SIGNATURES[told.lang])


def _unmarked(told: Told) -> bool:
    return _is_sms(told) and MARKS[told.lang] not in told.text


def _is_sms(told: Told) -> bool:
    return told.channel is Channel.SMS and not told.is_title


def _tells_a_debt(told: Told) -> bool:
    return told.to_third_party and bool(_DEBT.search(told.text))


def _daily_first(told: Told) -> bool:
    daily, annual = _DAILY.search(told.text), _ANNUAL.search(told.text)
    return daily is not None and (annual is None or annual.start() > daily.start())


@dataclass(frozen=True)
class Check:
    """One law of texts: its id, what it asks (a catalogue key), when it is broken, where it applies."""

    id: str
    asks: str
    is_broken_by: Callable[[Told], bool]
    channels: tuple[Channel, ...] = tuple(Channel)


CHECKS: tuple[Check, ...] = (
    Check("length", N_("不超过这个渠道的字数"), _too_long),
    Check("signature", N_("短信有虚构机构的署名"), _unsigned, (Channel.SMS,)),
    Check("mark", N_("短信写明是模拟短信"), _unmarked, (Channel.SMS,)),
    Check("no-link", N_("没有链接和二维码"), lambda told: bool(_LINK.search(told.text))),
    Check("no-threat", N_("没有威胁和催促的话"), lambda told: bool(_THREATS.search(told.text))),
    Check("no-debt-to-others", N_("不向别人透露债务"), _tells_a_debt),
    Check("annual-first", N_("先说年化利率，再说日利率"), _daily_first),
    Check("masked", N_("没有完整的证件号、卡号或手机号"), lambda told: bool(_LONG_NUMBER.search(told.text))),
    Check("filled", N_("没有漏填的地方"), lambda told: bool(_UNFILLED.search(told.text))),
)


def faults_in(told: Told) -> tuple[str, ...]:
    """The ids of the laws that a text breaks; none where it may be sent."""
    return tuple(check.id for check in CHECKS if check.is_broken_by(told))


def parts_of(text: str) -> int:
    """How many text messages an SMS takes; one Chinese letter, as in a name, makes it a Chinese one."""
    whole, part = SMS_PART["zh" if any(ord(letter) > 0xFF for letter in text) else "en"]
    return 1 if len(text) <= whole else -(-len(text) // part)
