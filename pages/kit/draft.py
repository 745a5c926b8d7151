"""What is typed into a form and not yet sent: kept in the world, so that a refresh, a new tab or a
restart finds it again. Secrets never come here.

Law: what was typed stays as it was typed, right or wrong; only a field nobody could fill by hand is cut.
"""

import time
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import NamedTuple

import streamlit as st

from pages.kit import session
from weilidai_core.world.actions import FIELD_LONGEST, fields_of, forget_drafts, merge_draft
from weilidai_core.world.views import read_draft
from weilidai_core.world.world import World


class _Kept(NamedTuple):
    of: tuple[int, str]
    fields: dict[str, str]
    at: float


# A slider's step keeps its amount and is drawn from it in the same breath, which asks the database once less.
_A_MOMENT = 0.25
_just_kept: ContextVar[_Kept | None] = ContextVar("_just_kept", default=None)


def draft(world: World, form: str, defaults: Mapping[str, str]) -> dict[str, str]:
    """The form's fields: as typed where something was, else as `defaults` say; no other field."""
    kept = typed(world, form)
    return {name: kept.get(name, default) for name, default in defaults.items()}


def typed(world: World, form: str) -> dict[str, str]:
    """The form's fields that were typed, and no others."""
    kept = _just_kept.get()
    _just_kept.set(None)
    if kept and kept.of == (world.id, form) and time.monotonic() - kept.at < _A_MOMENT:
        return kept.fields
    return fields_of(read_draft(world, form=form))


def keep(world: World, form: str, **changes: str) -> None:
    """Keep the named fields as they now stand, the others as they were."""
    fields = merge_draft(world, form=form, changes=changes)
    _just_kept.set(_Kept((world.id, form), fields, time.monotonic()))


def sent() -> None:
    """Something was done, which may have forgotten a form: what was just kept holds no longer."""
    _just_kept.set(None)


def forget(world: World, form: str) -> None:
    """Forget what was typed into a form, once it has been sent."""
    sent()
    with world.store.writing() as writing:
        forget_drafts(writing, world.id, forms=(form,))


def keeper(form: str, name: str) -> Callable[[str], None]:
    """An `on_change` that keeps one field of this tab's world."""
    return lambda text: keep(session.world(), form, **{name: text})


def entered(world: World, form: str, defaults: Mapping[str, str]) -> dict[str, str]:
    """The form at this click: what stands in its fields, in case the last keystroke was not kept yet.

    A field's widget has the key `<form>_<name>`; one that is not on the screen is as it was kept.
    """
    shown = {
        name: st.session_state[f"{form}_{name}"] for name in defaults if f"{form}_{name}" in st.session_state
    }
    now = {name: str(text or "")[:FIELD_LONGEST] for name, text in shown.items()}
    return {**draft(world, form, defaults), **now}
