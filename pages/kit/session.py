"""What one browser tab remembers between reruns: typed keys, plain values only.

Everything that must outlive the tab lives in the core; this is the scratch pad beside it. Only this
module and `navigation` name the keys, so no two pages can mean different things by one of them.
"""

import re
import secrets
import time
from enum import StrEnum
from typing import Any

import streamlit as st

from weilidai_core.personal_data.actions import erased_worlds
from weilidai_core.scenarios.scenarios import SCENARIOS, play, scenario
from weilidai_core.store import open_store
from weilidai_core.store.world_keys import WorldErased
from weilidai_core.trust.lab_code import is_lab_pass
from weilidai_core.world.views import visit
from weilidai_core.world.world import World

LANGUAGE_COOKIE = "weilidai_lang"
ELDER_COOKIE = "weilidai_elder"
SECRET_COOKIE = "weilidai"
LAB_COOKIE = "weilidai_lab"
_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")


class Key(StrEnum):
    """The kit's own session keys; widgets have keys of their own."""

    LANGUAGE = "wl_language"
    ELDER = "wl_elder"
    PAGE = "wl_page"
    PENDING = "wl_pending"
    FOOT = "wl_foot"
    FLASH = "wl_flash"
    REFUSAL = "wl_refusal"
    TYPED = "wl_typed"
    LEAVE_SHEET = "wl_leave_sheet"
    MENU_VIEW = "wl_menu_view"
    CHECKED = "wl_checked"
    WORLD = "wl_world"
    SECRET = "wl_secret"
    TAB = "wl_tab"


def get(key: Key, default: Any = None) -> Any:
    """The remembered value, or the default."""
    return st.session_state.get(str(key), default)


def put(key: Key, value: Any) -> None:
    """Remember a plain value for this tab."""
    st.session_state[str(key)] = value


def take(key: Key, default: Any = None) -> Any:
    """The remembered value, forgotten in the same breath."""
    return st.session_state.pop(str(key), default)


def cookie(name: str) -> str:
    """A cookie of this browser, "" where there is none (or no browser, as in tests)."""
    try:
        value: Any = st.context.cookies.get(name, "")
    except (AttributeError, KeyError, RuntimeError):
        return ""
    # Streamlit's own test harness hands out stand-ins that are no text.
    return value if isinstance(value, str) else ""


def origin() -> str:
    """Where the browser says that it is (https://example.org), "" unless it is the host that it reached."""
    try:
        headers: Any = st.context.headers
        said, host = headers.get("Origin", ""), headers.get("Host", "")
    except (AttributeError, KeyError, RuntimeError):
        return ""
    return said if isinstance(said, str) and said.partition("://")[2] == host != "" else ""


def secret() -> str:
    """The browser's own secret: what its worlds belong to.

    A browser that keeps no cookies gets one for as long as its tab lives.
    """
    kept = cookie(SECRET_COOKIE)
    if not is_secret(kept):
        # Altered or made up: what anyone could think of would be a world that anyone could enter.
        kept = get(Key.SECRET, "")
    if not kept:
        kept = secrets.token_urlsafe(32)
        put(Key.SECRET, kept)
    return str(kept)


def is_secret(text: str) -> bool:
    """Whether a cookie can be a secret of ours: long enough not to be guessed, and of our letters only."""
    return bool(_SECRET.fullmatch(text))


def is_facilitator() -> bool:
    """Whether this browser has a pass for the facilitator's area: its own, and still good."""
    return is_lab_pass(cookie(LAB_COOKIE), cookie(SECRET_COOKIE), now=int(time.time()))


def address(name: str) -> str:
    """One parameter of the address, "" where it is missing."""
    return st.query_params.get(name, "")


def typed(field: str, default: str = "") -> str:
    """What was typed into a field, kept even if it was refused."""
    kept: dict[str, str] = get(Key.TYPED, {})
    return kept.get(field, default)


def keep_typed(field: str, text: str) -> None:
    """Keep what was typed, as it was typed."""
    put(Key.TYPED, {**get(Key.TYPED, {}), field: text})


def forget_typed(*fields: str) -> None:
    """Forget the named fields, or all of them where none is named."""
    put(Key.TYPED, {name: text for name, text in get(Key.TYPED, {}).items() if fields and name not in fields})


def restore() -> None:
    """Find this browser's world again, or begin its first one; once a run, before anything is drawn."""
    store = open_store()
    scene = address("scene")
    if scene:
        # Taken out of the address at once: a refresh goes on in the world it began, not in another.
        del st.query_params["scene"]
        wanted = scenario(scene)
        enter(play(store, wanted, secret=secret()))
        put(Key.PENDING, (wanted.page, {}))
        return
    wanted_token = address("w") or get(Key.WORLD)
    found = visit(store, secret(), token=wanted_token)
    if found is None and wanted_token in {one.token for one in erased_worlds(store, secret())}:
        put(Key.FLASH, WorldErased().sentence)
    enter(found or play(store, SCENARIOS[0], secret=secret()))


def enter(world: World) -> None:
    """Make a world this tab's own; the address names it, so that another tab can hold another."""
    put(Key.WORLD, world.token)
    if address("w") != world.token:
        st.query_params["w"] = world.token


def world() -> World:
    """This tab's world. Found by its token each time: nothing of the core lives in the session."""
    found = visit(open_store(), secret(), token=get(Key.WORLD))
    if found is None:
        raise LookupError("restore() gives every run a world")
    return found
