"""What is typed into a form and not yet sent: kept in the world, so that a refresh, a new tab or a
restart finds it again. Secrets never come here.

Law: what was typed stays as it was typed, right or wrong; only a field nobody could fill by hand is cut.
"""

import json
from collections.abc import Iterable, Mapping

import streamlit as st

from weilidai_core.world.actions import save_draft
from weilidai_core.world.views import read_draft
from weilidai_core.world.world import World

FIELD_LONGEST = 1000


def draft(world: World, form: str, defaults: Mapping[str, str]) -> dict[str, str]:
    """The form's fields: as typed where something was, else as `defaults` say; no other field."""
    return {**defaults, **{name: text for name, text in _kept(world, form).items() if name in defaults}}


def keep(world: World, form: str, **changes: str) -> None:
    """Keep the named fields as they now stand, the others as they were."""
    now = {**_kept(world, form), **{name: text[:FIELD_LONGEST] for name, text in changes.items()}}
    save_draft(world, form=form, body=json.dumps(now, ensure_ascii=False))


def entered(form: str, names: Iterable[str]) -> dict[str, str]:
    """What stands in the form's fields at this click, in case the last keystroke was not kept yet.

    A field's widget has the key `<form>_<name>`.
    """
    found = {name: st.session_state.get(f"{form}_{name}") for name in names}
    return {name: str(text or "")[:FIELD_LONGEST] for name, text in found.items()}


def _kept(world: World, form: str) -> dict[str, str]:
    body = read_draft(world, form=form)
    try:
        found = json.loads(body) if body else {}
    except ValueError:
        return {}
    return {name: text for name, text in found.items() if isinstance(text, str)}
