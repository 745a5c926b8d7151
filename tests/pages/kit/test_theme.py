"""What axe cannot judge, such as words on a gradient, is reckoned from the style's own tokens."""

import re

import pytest

from tests.conftest import ROOT
from tests.pages.kit.contrast import contrast

STYLE = (ROOT / "pages" / "kit" / "theme.css").read_text(encoding="utf-8")
TOKENS = dict(re.findall(r"--wl-([a-z0-9-]+): (#[0-9a-f]{3,6});", STYLE))
WHITE = "#ffffff"
# WCAG AA: words, and what has to be told apart without words.
WORDS, SHAPES = 4.5, 3.0


def colour(name: str) -> str:
    """A token's colour, all six digits."""
    value = TOKENS[name]
    return value if len(value) == 7 else "#" + "".join(digit * 2 for digit in value[1:])


@pytest.mark.parametrize("ground", ["blue", "blue-light", "blue-deep", "green"])
def test_white_words_are_read_on_every_coloured_ground(ground: str) -> None:
    assert contrast(WHITE, colour(ground)) >= WORDS


@pytest.mark.parametrize("ground", ["surface", "soft", "page"])
@pytest.mark.parametrize("words", ["text", "text-2", "blue-deep", "red", "green"])
def test_every_colour_of_words_is_read_on_every_plain_ground(words: str, ground: str) -> None:
    assert contrast(colour(words), colour(ground)) >= WORDS


@pytest.mark.parametrize("mark", ["blue", "amber-mark", "red-mark", "mark-grey", "line-strong"])
def test_every_colour_of_a_mark_is_seen_on_white(mark: str) -> None:
    assert contrast(colour(mark), WHITE) >= SHAPES


def test_the_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("#000000", WHITE) == pytest.approx(21)
    assert contrast("#767676", WHITE) == pytest.approx(4.54, abs=0.01)
    assert contrast("#3d7fe6", WHITE) < WORDS


def asked_of_descendants(style: str) -> list[str]:
    """Every `:has(…)` of a style sheet, with what it stands behind."""
    return re.findall(r"[^\s,{}]*:has\((?:[^()]|\([^()]*\))*\)", style)


def test_no_rule_lets_a_rerun_style_the_whole_page_anew() -> None:
    """Streamlit changes a class of every element at each rerun: a `:has()` that asks for a piece of a class,
    or one at the top of the page, then styles everything below it, twice a slider step."""
    first_paint = (ROOT / "pages" / "kit" / "serving" / "first_paint.html").read_text(encoding="utf-8")
    asked = asked_of_descendants(STYLE + first_paint)

    assert len(asked) > 5
    assert [rule for rule in asked if "class*=" in rule.partition(":has(")[2]] == []
    assert [
        rule for rule in asked if re.match(r"(html|body|:root|\.stApp|\.st-key-phone)\b[^>]*:has", rule)
    ] == []


def test_the_rule_that_was_there_before_would_be_found() -> None:
    before = (
        '.st-key-phone > div:has(> [class*="st-key-body_"]) {} body:has(.st-key-menu button) #wl-first {}'
    )

    assert asked_of_descendants(before) == [
        'div:has(> [class*="st-key-body_"])',
        "body:has(.st-key-menu button)",
    ]


def test_no_rule_asks_for_a_piece_of_a_class() -> None:
    """Streamlit marks what a rerun may replace by another class, and takes it off again: behind `[class*=…]`
    everything inside is styled anew each time. A key is asked for by `data-key`, which stays."""
    rules = re.sub(r"/\*.*?\*/", "", STYLE, flags=re.DOTALL)

    assert re.findall(r"\[class[^\]]*\]", rules) == []
    assert len(re.findall(r"\[data-key[$^*]=", rules)) > 50
