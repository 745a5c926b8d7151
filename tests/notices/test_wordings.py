"""Every wording on every channel keeps the laws of texts, in both languages, even with the widest facts."""

from datetime import date
from string import Formatter

import pytest

from weilidai_core.language import LANGUAGES, render
from weilidai_core.notices.linter import CHECKS, Told, faults_in, parts_of
from weilidai_core.notices.wordings import WORDINGS
from weilidai_core.sentences import Sentence, sentence
from weilidai_core.words import Channel, Notice

# The widest that each fact can be: the cap of a person's online credit, two-digit days, a long name.
ANSWER = sentence(
    "今天 {on} 有一期账单到期，应还 {total_fen}。日历会等您还完再往后走。",
    on=date(2026, 12, 28),
    total_fen=1_234_56,
)
WIDEST: dict[str, int | date | Sentence | str] = {
    "name": "欧***",
    "card_end": "0018",
    "loan_note": "JJ20261128-12",
    "number": 24,
    "tenor": 24,
    "overdue_days": 120,
    "penalty_percent": 150,
    "outcome": ANSWER,
    "reason": ANSWER,
}
CASES = [
    (notice, channel, lang)
    for notice in Notice
    for channel in WORDINGS[notice].channels
    for lang in LANGUAGES
]


def filled(text: str) -> Sentence:
    """A wording with the widest fact in every place."""
    facts: dict[str, int | date | Sentence | str] = {}
    for _text, name, _spec, _conversion in Formatter().parse(text):
        if name is None:
            continue
        if name.endswith("_fen"):
            facts[name] = 200_000_00
        elif name.endswith("_ppm"):
            facts[name] = 180_000
        elif name.endswith("_on"):
            facts[name] = date(2026, 12, 28)
        else:
            facts[name] = WIDEST[name]
    return Sentence(text=text, facts=facts)


def test_every_notice_has_its_wording_and_stays_in_the_inbox() -> None:
    assert set(WORDINGS) == set(Notice)
    assert all(wording.inbox and wording.title for wording in WORDINGS.values())


@pytest.mark.parametrize(("notice", "channel", "lang"), CASES, ids=lambda value: str(value))
def test_every_wording_keeps_the_laws_of_texts(notice: Notice, channel: Channel, lang: str) -> None:
    for with_penalty in (False, True):
        text = render(filled(WORDINGS[notice].text(channel, with_penalty=with_penalty)), lang)

        assert faults_in(Told(text, channel, lang)) == (), f"{len(text)} characters: {text}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_title_keeps_them_too(lang: str) -> None:
    titles = [render(Sentence(text=WORDINGS[notice].title), lang) for notice in Notice]

    assert [title for title in titles if faults_in(Told(title, Channel.PUSH, lang, is_title=True))] == []


BREACHES = [
    ("length", Told("【星河示例银行】" + "字" * 130 + "（模拟短信）", Channel.SMS, "zh")),
    ("length", Told("字" * 46, Channel.PUSH, "zh")),
    ("length", Told("x" * 361, Channel.VOICE, "en")),
    ("length", Told("一个长得在锁屏上放不下的标题文字", Channel.PUSH, "zh", is_title=True)),
    ("signature", Told("您今天应还 ¥1.00。（模拟短信）", Channel.SMS, "zh")),
    ("signature", Told("Your [Galaxy Example Bank] bill (simulated SMS)", Channel.SMS, "en")),
    ("mark", Told("【星河示例银行】您今天应还 ¥1.00。", Channel.SMS, "zh")),
    ("no-link", Told("请打开 https://a.b 查看", Channel.PUSH, "zh")),
    ("no-link", Told("Visit galaxy.com today", Channel.PUSH, "en")),
    ("no-link", Told("点这个链接还款", Channel.PUSH, "zh")),
    ("no-threat", Told("再不还就起诉您", Channel.VOICE, "zh")),
    ("no-threat", Told("我们会告诉您的家人", Channel.VOICE, "zh")),
    ("no-threat", Told("请立即还款", Channel.VOICE, "zh")),
    ("no-threat", Told("Pay now or else we go to court", Channel.VOICE, "en")),
    ("no-debt-to-others", Told("林先生有一笔款逾期了", Channel.VOICE, "zh", to_third_party=True)),
    ("no-debt-to-others", Told("He owes us", Channel.VOICE, "en", to_third_party=True)),
    ("no-debt-to-others", Told("About ¥1.00", Channel.VOICE, "en", to_third_party=True)),
    ("annual-first", Told("日利率 0.03%，年化利率 10.80%", Channel.INBOX, "zh")),
    ("annual-first", Told("日利率 0.03%", Channel.INBOX, "zh")),
    ("masked", Told("卡号 6222021234567890", Channel.INBOX, "zh")),
    ("filled", Told("应还 {amount_fen}", Channel.INBOX, "zh")),
]


@pytest.mark.parametrize(("law", "told"), BREACHES)
def test_a_breach_is_noticed(law: str, told: Told) -> None:
    assert law in faults_in(told)


def test_every_law_of_texts_has_a_breach_that_is_noticed() -> None:
    assert {law for law, _told in BREACHES} == {check.id for check in CHECKS}


def test_the_annual_rate_first_and_the_daily_after_it_passes() -> None:
    assert faults_in(Told("年化利率 10.80%，日利率 0.03%", Channel.INBOX, "zh")) == ()


def test_the_borrower_may_be_told_of_their_own_debt() -> None:
    assert faults_in(Told("您今天应还 ¥1.00", Channel.VOICE, "zh")) == ()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("字" * 70, 1),
        ("字" * 71, 2),
        ("字" * 134, 2),
        ("字" * 135, 3),
        ("x" * 160, 1),
        ("¥" * 161, 2),
        ("x" * 70 + "周", 2),
    ],
)
def test_an_sms_takes_as_many_text_messages_as_its_letters_need(text: str, parts: int) -> None:
    assert parts_of(text) == parts
