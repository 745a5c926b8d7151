"""A fragment runs again by itself, outside the frame's guard: a refusal raised there is told in words,
and the language is asked for once."""

from collections.abc import Iterator
from contextlib import contextmanager

from pages.kit.components.results import error_state
from pages.kit.i18n import in_one_language, say
from weilidai_core.errors import WeilidaiError


@contextmanager
def in_words() -> Iterator[None]:
    """Draw a refusal raised inside as the state of this part of the page, with its next step."""
    try:
        with in_one_language():
            yield
    except WeilidaiError as refused:
        error_state(say(refused.sentence), next_step=say(refused.next_sentence))
