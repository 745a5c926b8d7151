"""授权记录: every answer with its day, what each document says of itself, and the way to change it."""

import pytest

from tests.pages.tab import Tab, scene
from weilidai_core.apply.consent import DOCUMENTS


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_document_stands_with_its_answer(lang: str) -> None:
    tab = Tab(scene("first-timer-paid"), lang=lang).open("consents")

    assert tab.page == "consents"
    assert all(terms.sha256[:16] in tab.words for terms in DOCUMENTS)


def test_what_a_document_says_of_itself_is_a_tap_away() -> None:
    tab = Tab(scene("first-timer-paid")).open("consents").tap("about-face")

    assert all(told in tab.words for told in ("做什么用", "用到哪些数据", "谁会收到", "保存多久", "怎样撤回"))


def test_before_any_answer_it_says_so_and_offers_no_change() -> None:
    tab = Tab(scene("first-timer")).open("consents")

    assert "还没有回答过" in tab.words
    assert "primary" not in tab.keys
