"""What can be asked: danger is understood first, a button always means itself, and nothing is guessed."""

import pytest

from weilidai_core.help.intents import QUESTIONS, WORDING, Intent, understood
from weilidai_core.language import LANGUAGES, translator


def test_it_works() -> None:
    assert understood("我一共还欠多少") is Intent.OWED


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.intent)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_buttons_wording_means_itself_in_both_languages(question: object, language: str) -> None:
    asked = next(each for each in QUESTIONS if each is question)

    assert understood(translator(language).gettext(asked.wording)) is asked.intent


def test_every_intent_but_the_unknown_has_its_question_once() -> None:
    assert [question.intent for question in QUESTIONS] == list(WORDING)
    assert set(WORDING) == set(Intent) - {Intent.UNKNOWN}


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("有人让我先交保证金，我的额度会变高吗", Intent.SCAM),
        ("对方要验证码，利率是多少", Intent.SCAM),
        ("Is it a scam? They want my code to raise my limit", Intent.SCAM),
        ("我失业了，下一期什么时候还", Intent.HARDSHIP),
        ("I lost my job and cannot pay the next bill", Intent.HARDSHIP),
        ("I can’t pay", Intent.HARDSHIP),
        ("利息太高了，我要投诉", Intent.HUMAN),
        ("I want a person to explain the interest", Intent.HUMAN),
    ],
)
def test_words_about_danger_come_first_whatever_else_is_said(text: str, intent: Intent) -> None:
    assert understood(text) is intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("  利率是多少  ", Intent.RATE),
        ("年化多少", Intent.RATE),
        ("WHAT IS MY LIMIT?", Intent.LIMIT),
        ("我的limit是多少", Intent.LIMIT),
        ("When is the next bill", Intent.NEXT_DUE),
        ("提前还款有违约金吗", Intent.SETTLE),
        ("would like to settle early", Intent.SETTLE),
        ("为什么拒绝我", Intent.DECLINED),
        ("罚息怎么收", Intent.OVERDUE),
        ("What if I am late?", Intent.OVERDUE),
        ("会上征信吗", Intent.CREDIT_QUERY),
        ("Who sees my personal data?", Intent.PERSONAL_DATA),
        ("为什么别人有邀请", Intent.INVITATION),
        ("审核要多久", Intent.PROGRESS),
    ],
)
def test_everyday_questions_are_understood(text: str, intent: Intent) -> None:
    assert understood(text) is intent


@pytest.mark.parametrize(
    "text",
    ["今天天气怎么样", "asdfgh", "你好", "🙂", "?", "１２３４", "'; DROP TABLE event; --", "**bold**", "-1"],
)
def test_what_is_not_understood_is_not_guessed(text: str) -> None:
    assert understood(text) is Intent.UNKNOWN


@pytest.mark.parametrize(
    "text", ["however", "translate this", "separate", "barcode", "procedure", "unlimited"]
)
def test_an_english_word_inside_another_means_nothing(text: str) -> None:
    assert understood(text) is Intent.UNKNOWN
