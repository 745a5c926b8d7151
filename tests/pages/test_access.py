"""One browser's worlds are nobody else's: every address and every act, tried with a foreign world's token."""

import json

import pytest

from pages.kit import session
from pages.kit.navigation import PAGES
from pages.kit.session import Key
from tests.pages.tab import Tab
from tests.worlds import hash_of, note_of, rows, walked
from weilidai_core.act import REQUESTS, act
from weilidai_core.errors import WeilidaiError
from weilidai_core.journey import Step
from weilidai_core.scenarios.personas import persona
from weilidai_core.store import Store, open_store
from weilidai_core.trust.lab_code import lab_pass
from weilidai_core.world.views import read_history, steps_taken, visit
from weilidai_core.world.world import World

THEIRS, MINE = "their browser's secret", "my browser's secret"
LAB_PAGES = [key for key, entry in PAGES.items() if entry.script.startswith("lab/")]


@pytest.fixture(scope="module")
def theirs() -> World:
    """A foreign world that has been through everything."""
    return walked(open_store(), who="shopkeeper", until=Step.SETTLE, secret=THEIRS)


def tab_of(secret: str, token: str) -> Tab:
    """A tab of a browser that opens an address with this world's token in it."""
    tab = Tab()
    tab.app.session_state[str(Key.SECRET)] = secret
    tab.app.query_params["w"] = token
    return tab.run()


def test_it_works(theirs: World) -> None:
    assert persona("shopkeeper").profile.person.name[:1] in tab_of(THEIRS, theirs.token).words
    assert tab_of(THEIRS, theirs.token).world.token == theirs.token


@pytest.mark.parametrize("page", PAGES)
def test_no_page_shows_a_foreign_world(theirs: World, page: str) -> None:
    before, person = hash_of(theirs), persona("shopkeeper").profile.person
    tab = tab_of(MINE, theirs.token)

    tab.open(page, note=note_of(theirs).number, w=theirs.token)

    assert tab.world.token != theirs.token
    for secret in (person.name, person.mobile, person.id_number, theirs.token):
        assert secret not in tab.words
    assert hash_of(theirs) == before


@pytest.mark.parametrize("token", ["", "none", "\x00", "x" * 10_000, "' OR 1=1 --", "💥"])
def test_a_token_that_was_made_up_leads_to_ones_own_world(token: str) -> None:
    mine = tab_of(MINE, "").world

    assert tab_of(MINE, token).world.token == mine.token


def test_the_store_gives_a_foreign_world_to_nobody(store: Store) -> None:
    foreign = walked(store, until=Step.WELCOME, secret=THEIRS)
    mine = walked(store, until=Step.WELCOME, secret=MINE)

    assert visit(store, THEIRS, token=foreign.token) == foreign
    assert visit(store, MINE, token=foreign.token) == mine
    assert visit(store, "a third", token=foreign.token) is None


def test_no_act_of_mine_reaches_a_foreign_world(store: Store) -> None:
    foreign = walked(store, who="shopkeeper", until=Step.SETTLE, secret=THEIRS)
    before, taken = hash_of(foreign), steps_taken(foreign)
    mine = walked(store, who="steady", until=Step.WALLET, secret=MINE)
    counted = rows(store)

    # Everything that was ever asked for in their world, asked for in mine, under their keys and numbers.
    for step in taken:
        kept = json.loads(step.request)
        try:
            act(mine, REQUESTS[kept["kind"]].model_validate(kept["body"]), key=step.key)
        except WeilidaiError:
            continue

    assert hash_of(foreign) == before
    assert steps_taken(foreign) == taken
    assert rows(store)["world"] == counted["world"]
    for each in read_history(mine):
        assert "LoanDisbursed" not in type(each.event).__name__
    assert rows(store)["loan_note"] == counted["loan_note"]


@pytest.mark.parametrize("page", LAB_PAGES)
def test_the_facilitators_area_is_closed_without_a_pass(page: str) -> None:
    tab = tab_of(MINE, "").open(page)

    assert tab.page == page
    assert "这里给引导者用" in tab.words
    assert "/lab-door" in tab.markup
    assert tab.keys <= {"menu", "back"}


@pytest.mark.parametrize("page", LAB_PAGES)
def test_the_facilitators_area_opens_with_ones_own_pass_only(
    monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    browser, until = "b" * 43, 4_000_000_000
    cookies = {"weilidai": browser, "weilidai_lab": lab_pass(browser, until=until)}
    monkeypatch.setattr(session, "cookie", lambda name: cookies.get(name, ""))
    opened = Tab().open(page).words

    cookies["weilidai_lab"] = lab_pass("c" * 43, until=until)
    closed = Tab().open(page).words

    assert "这里给引导者用" not in opened
    assert "这里给引导者用" in closed


def test_the_facilitator_sees_counts_and_can_audit(monkeypatch: pytest.MonkeyPatch, theirs: World) -> None:
    browser = "b" * 43
    cookies = {"weilidai": browser, "weilidai_lab": lab_pass(browser, until=4_000_000_000)}
    monkeypatch.setattr(session, "cookie", lambda name: cookies.get(name, ""))
    tab = Tab().open("lab")

    assert persona("shopkeeper").profile.person.name not in tab.words
    assert "都对得上" in tab.tap("audit").words
