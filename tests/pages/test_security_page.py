"""签署安全: what signs for this person, and how a device is set up, as its answers reach the page."""

import json

import pytest

from pages.kit import session
from tests.pages.conftest import OpenScene
from tests.pages.tab import Tab
from tests.trust.device import Device
from weilidai_core.events import ContractSigned
from weilidai_core.trust.passkeys import passkeys
from weilidai_core.words import SigningMethod
from weilidai_core.world.views import read_history

ORIGIN = "http://localhost:8501"


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is open at an address that passkeys can belong to."""
    monkeypatch.setattr(session, "origin", lambda: ORIGIN)


def asked(tab: Tab, key: str) -> str:
    """What the page lets the device be asked."""
    return str(json.loads(tab.component(key).json)["options"])


def set_up(tab: Tab, device: Device) -> Tab:
    """Let the device answer the page that sets it up."""
    return tab.run(tab.trigger("new_passkey", "answer", device.make(asked(tab, "new_passkey"))))


@pytest.mark.usefixtures("here")
def test_it_works(open_scene: OpenScene) -> None:
    device = Device()
    tab = set_up(open_scene("first-timer-sign").open("security", back="sign"), device)
    assert "登记过的设备：1 台" in tab.words

    tab.tap("primary")
    tab.run(tab.trigger("passkey", "answer", device.sign(asked(tab, "passkey"))))

    assert tab.page == "paid"
    assert "用通行密钥签署" in tab.words
    signed = [each.event for each in read_history(tab.world) if isinstance(each.event, ContractSigned)]
    assert [each.method for each in signed] == [SigningMethod.PASSKEY]


@pytest.mark.usefixtures("here")
def test_an_answer_that_does_not_count_is_refused_in_words_and_the_pin_stays(open_scene: OpenScene) -> None:
    device = Device()
    tab = set_up(open_scene("first-timer-sign").open("security", back="sign"), device).tap("primary")
    old = asked(tab, "passkey")
    tab.run(tab.trigger("passkey", "answer", Device().sign(old)))

    assert "没有在这里登记过" in tab.words
    assert asked(tab, "passkey") != old
    assert tab.type_pin("402719", "402719").page == "paid"


@pytest.mark.usefixtures("here")
def test_a_device_that_does_not_verify_its_holder_is_not_set_up(open_scene: OpenScene) -> None:
    tab = set_up(open_scene("first-timer").open("security"), Device(is_verified=False))

    assert "没有通过检查" in tab.words
    assert passkeys(tab.world.store, tab.world.id) == 0


def test_where_passkeys_do_not_work_it_says_so_and_offers_none(open_scene: OpenScene) -> None:
    tab = open_scene("first-timer-sign").open("security")

    assert "不能用通行密钥" in tab.words
    assert not any(key.startswith("new_passkey") for key in tab.components)
    assert not any("security" in key for key in tab.open("sign").keys)
