"""A sentence and its facts, put into a language only at the edge."""

from datetime import date

import pytest
from pydantic import ValidationError

from weilidai_core.errors import WeilidaiError
from weilidai_core.language import LANGUAGES, render, translator
from weilidai_core.sentences import Sentence, sentence
from weilidai_core.words import ConsentDocument, Outcome, RepaymentMethod, ReviewStage


def test_it_works() -> None:
    told = sentence("请选晚一些的日子。")

    assert render(told, "zh") == "请选晚一些的日子。"


def test_facts_are_written_by_their_units() -> None:
    told = sentence(
        "{a_fen} {b_ppm} {on} {count} {name}",
        a_fen=1_234_56,
        b_ppm=450,
        on=date(2026, 3, 8),
        count=3,
        name="杨",
    )

    assert render(told, "zh") == "¥1,234.56 0.045% 2026年3月8日 3 杨"
    assert render(told, "en") == "¥1,234.56 0.045% 8 Mar 2026 3 杨"


def test_a_sentence_inside_another_is_put_into_the_same_language() -> None:
    told = sentence("{method}", method=sentence(RepaymentMethod.EQUAL_PRINCIPAL.label))

    assert render(told, "zh") == "等额本金"
    assert render(told, "en") == translator("en").gettext("等额本金") != "等额本金"


def test_a_fact_with_braces_in_it_stays_what_it_is() -> None:
    assert render(sentence("“{name}”", name="{0} {name} %s"), "zh") == "“{0} {name} %s”"


def test_what_is_not_in_the_catalogue_is_shown_in_chinese() -> None:
    assert render(sentence("这一句没有英文"), "en") == "这一句没有英文"


def test_a_sentence_is_the_same_after_a_trip_through_json() -> None:
    told = sentence("{on} {sum_fen} {inner}", on=date(2026, 3, 8), sum_fen=1, inner=sentence("{x}", x="2026"))

    assert Sentence.model_validate_json(told.model_dump_json()) == told


def test_a_text_that_looks_like_a_number_stays_a_text() -> None:
    told = sentence("{a} {b_fen} {c}", a="26.1", b_fen="100", c="007")

    again = Sentence.model_validate_json(told.model_dump_json())

    assert render(again, "zh") == render(told, "zh") == "26.1 100 007"


def test_a_sentence_is_frozen() -> None:
    with pytest.raises(ValidationError):
        sentence("x").text = "y"


def test_every_code_word_has_its_name_in_both_languages() -> None:
    labels = [method.label for method in RepaymentMethod] + [method.explanation for method in RepaymentMethod]

    assert all(translator("en").gettext(label) != label for label in labels)
    assert LANGUAGES == ("zh", "en")
    assert all(list(words) for words in (ConsentDocument, Outcome, ReviewStage))


def test_a_refusal_says_what_happened_and_what_to_do_and_hides_its_facts_from_logs() -> None:
    class NotToday(WeilidaiError):
        """Raised when it is not the day."""

        code = "not-today"
        text = "{name} 今天不行"
        next_step = "明天"

    refusal = NotToday(name="杨志强", field="day")

    assert (str(refusal), refusal.field, refusal.parts()) == ("not-today", "day", (refusal,))
    assert refusal.sentence == sentence("{name} 今天不行", name="杨志强")
    assert refusal.next_sentence == Sentence(text="明天", facts={"name": "杨志强"})
    assert "杨志强" not in str(refusal)
    assert WeilidaiError().next_sentence is None
