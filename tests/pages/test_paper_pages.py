"""Checking a paper and tampering with one, as a visitor does it, over the real core."""

import base64

import pytest

from pages.kit.session import Key
from tests.pages.conftest import OpenScene
from tests.pages.tab import Tab
from tests.papers.reading import changed
from weilidai_core.language import translator
from weilidai_core.papers.filing import is_filed, signed_contract
from weilidai_core.papers.views import FORGING
from weilidai_core.trust.verification import CONTRACT


def upload(tab: Tab, content: bytes | str) -> Tab:
    """Choose a file on the page that checks."""
    sent = content if isinstance(content, str) else base64.b64encode(content).decode()
    return tab.run(tab.trigger("paper", "file", sent))


def contract_of(tab: Tab) -> bytes:
    """The tab's own signed contract."""
    return signed_contract(tab.world, "HT20260915-01").content


def test_it_works(open_scene: OpenScene) -> None:
    tab = open_scene("first-timer-paid").open("verify")

    tab.tap("cell_green_own_0")

    for words in (
        "是原件",
        "贷款人",
        "借款人",
        "HT20260915-01",
        "¥3,000.00",
        "不具有法律效力",
        "日志里的位置",
    ):
        assert words in tab.words


def test_a_file_from_the_device_is_told_from_a_changed_one(open_scene: OpenScene) -> None:
    tab = open_scene("first-timer-paid").open("verify")
    assert "是原件" in upload(tab, contract_of(tab)).words

    words = upload(tab, changed(contract_of(tab), 9000)).words

    assert "没有通过" in words
    assert "被改过" in words
    assert "是原件" not in words


@pytest.mark.parametrize("sent", ["", "no base64 at all", base64.b64encode(b"no paper").decode()])
def test_what_is_no_paper_is_refused_in_words(open_scene: OpenScene, sent: str) -> None:
    assert "没有通过" in upload(open_scene("first-timer").open("verify"), sent).words


def test_the_last_answer_is_gone_when_the_page_is_opened_again(open_scene: OpenScene) -> None:
    tab = upload(open_scene("first-timer").open("verify"), b"no paper")

    tab.open("me").open("verify")

    assert "没有通过" not in tab.words
    assert str(Key.CHECKED) not in tab.app.session_state


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_way_of_forging_is_caught_and_the_original_is_not(open_scene: OpenScene, lang: str) -> None:
    tab = open_scene("first-timer-paid", lang=lang).open("tamper")
    say = translator(lang).gettext

    for way in FORGING if lang == "zh" else FORGING[:3]:
        words = tab.tap(f"cell_amber_{way.name.replace('-', '_')}").words
        assert (say("没有通过") in words) == (way.name != "untouched")
        assert (say("谁签的") in words) == (way.name == "untouched")


def test_who_has_signed_nothing_is_told_where_to_begin(open_scene: OpenScene) -> None:
    tab = open_scene("first-timer").open("tamper")

    assert "还没有签过合同" in tab.words
    assert tab.tap("primary").page in {"home", "me", "welcome", "wallet"}


def test_a_ceremony_leaves_the_signed_file_and_a_scene_signs_nothing_before_it_is_asked(
    open_scene: OpenScene,
) -> None:
    scene = open_scene("first-timer-paid")
    assert not is_filed(scene.world, CONTRACT, "HT20260915-01")

    tab = open_scene("first-timer-sign").type_pin("402719", "402719")

    assert tab.page == "paid"
    assert is_filed(tab.world, CONTRACT, "HT20260915-01")


def test_the_settled_page_offers_the_certificate(open_scene: OpenScene) -> None:
    assert "结清证明" in open_scene("first-timer-settled").words
