"""The session cookie altered, made up or far too long: a new secret and a new world, never another's."""

import secrets

import pytest

from pages.kit import session
from pages.kit.session import Key
from tests.pages.kit.serving.test_http import ask
from tests.pages.tab import Tab
from tests.worlds import walked
from weilidai_core.journey import Step
from weilidai_core.store import open_store
from weilidai_core.world.world import World

KEPT = "k" * 43
ALTERED = [
    KEPT[:-1] + "x",
    "",
    "1",
    "garbage",
    "k" * 42,
    "k" * 44,
    "k" * 4000,
    "微粒贷",
    "' OR 1=1 --",
    "\x00" * 43,
]


def newcomer(world: World | None = None) -> Tab:
    """A tab whose own secret, used where the cookie is none, nobody else in this run has."""
    tab = Tab(world)
    tab.app.session_state[str(Key.SECRET)] = secrets.token_urlsafe(32)
    return tab


@pytest.mark.parametrize("cookie", ALTERED, ids=range(len(ALTERED)))
def test_a_browser_with_an_altered_cookie_enters_nobodys_world(
    monkeypatch: pytest.MonkeyPatch, cookie: str
) -> None:
    theirs = walked(open_store(), until=Step.WELCOME, secret=KEPT)
    monkeypatch.setattr(session, "cookie", lambda name: cookie if name == session.SECRET_COOKIE else "")

    # Even with the address of their tab.
    tab = newcomer(theirs).run()

    assert tab.world.token != theirs.token
    assert tab.steps == ["start-world"]
    assert tab.words


def test_what_anyone_could_think_of_is_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    walked(open_store(), until=Step.WELCOME, secret="1")
    monkeypatch.setattr(session, "cookie", lambda name: "1" if name == session.SECRET_COOKIE else "")

    assert newcomer().run().steps == ["start-world"]


@pytest.mark.parametrize("cookie", ["garbage", "k" * 42, "k" * 4000, '"' * 43])
def test_a_cookie_that_cannot_be_ours_is_replaced(cookie: str) -> None:
    _, headers, _ = ask("/wallet", accept="text/html", cookie=f"weilidai={cookie}")

    assert headers["set-cookie"].startswith("weilidai=")
