"""What is typed into a form and not yet sent: kept in the world, so that a refresh, a new tab or a
restart finds it again. Secrets never come here.

Law: what was typed stays as it was typed, right or wrong; only a field nobody could fill by hand is cut.
"""

from collections.abc import Callable, Mapping

import streamlit as st

from pages.kit import session
from weilidai_core.world.actions import FIELD_LONGEST, fields_of, forget_drafts, merge_draft
from weilidai_core.world.views import read_draft
from weilidai_core.world.world import World


def draft(world: World, form: str, defaults: Mapping[str, str]) -> dict[str, str]:
    """The form's fields: as typed where something was, else as `defaults` say; no other field."""
    kept = typed(world, form)
    return {name: kept.get(name, default) for name, default in defaults.items()}


def typed(world: World, form: str) -> dict[str, str]:
    """The form's fields that were typed, and no others."""
    return fields_of(read_draft(world, form=form))


def keep(world: World, form: str, **changes: str) -> None:
    """Keep the named fields as they now stand, the others as they were."""
    merge_draft(world, form=form, changes=changes)


def forget(world: World, form: str) -> None:
    """Forget what was typed into a form, once it has been sent."""
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
