"""No page is left out of the gallery; every state meets every size, both languages and both letter sizes."""

import pytest

from gallery.state import State
from gallery.states import states
from gallery.views import SIZES, View, views_of
from pages.kit.navigation import PAGES, ROOT

THE_THREE_SIZES = {"phone", "small", "desktop"}
LEAST_STATES = 60


def pages_shown(shown: list[State]) -> set[str]:
    """The keys of the pages that these states open."""
    return {state.opens for state in shown}


def pages_missing(shown: list[State]) -> list[str]:
    """The pages of the navigation table that no state opens; a page without its script is not there yet."""
    seen = pages_shown(shown)
    return [key for key, entry in PAGES.items() if (ROOT / entry.script).is_file() and key not in seen]


def test_every_page_of_the_navigation_table_is_in_the_gallery() -> None:
    assert pages_missing(states()) == []


def test_a_page_that_is_left_out_is_noticed() -> None:
    assert pages_missing([state for state in states() if state.opens != "compare"]) == ["compare"]


def test_there_are_at_least_sixty_states_and_no_name_twice() -> None:
    names = [state.name for state in states()]

    assert len(names) >= LEAST_STATES
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("number", range(4 * 7))
def test_a_state_meets_every_size_both_languages_and_both_letters(number: int) -> None:
    seen = views_of(number)

    assert {view.size for view in seen} >= THE_THREE_SIZES
    assert {view.lang for view in seen} == {"zh", "en"}
    assert {view.elder for view in seen} == {True, False}


def test_all_states_together_bring_every_pair() -> None:
    seen: set[View] = {view for number in range(len(states())) for view in views_of(number)}

    assert {(view.size, view.lang) for view in seen} == {
        (size, lang) for size in SIZES for lang in ("zh", "en")
    }
    assert {(view.size, view.elder) for view in seen} >= {
        (s, e) for s in THE_THREE_SIZES for e in (True, False)
    }
    assert {(view.lang, view.elder) for view in seen} == {
        ("zh", False),
        ("zh", True),
        ("en", False),
        ("en", True),
    }
