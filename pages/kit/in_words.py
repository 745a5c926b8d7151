"""A fragment runs again by itself, outside the frame's guard: a refusal raised there is told in words."""

from collections.abc import Iterator
from contextlib import contextmanager

from pages.kit.components.results import error_state
from pages.kit.i18n import say
from weilidai_core.errors import WeilidaiError


@contextmanager
def in_words() -> Iterator[None]:
    """Draw a refusal raised inside as the state of this part of the page, with its next step."""
    try:
        yield
    except WeilidaiError as refused:
        step = refused.next_sentence
        error_state(say(refused.sentence), next_step=say(step) if step else "")
