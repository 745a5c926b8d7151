"""Browsers, the rows of their worlds, and drafts: what exists before and beside the history."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from datetime import date
from typing import Annotated

from sqlalchemy import and_, bindparam, insert, update
from sqlmodel import Session, col, select

from weilidai_core.errors import WeilidaiError
from weilidai_core.events import WorldStarted
from weilidai_core.sentences import N_
from weilidai_core.store import Store
from weilidai_core.store.tables import WorldKeyRow
from weilidai_core.store.world_keys import give_key, seal_of, seal_with
from weilidai_core.vault import personal
from weilidai_core.world.doing import Doing
from weilidai_core.world.profile import Profile
from weilidai_core.world.step import Request
from weilidai_core.world.tables import BrowserRow, DraftRow, WorldRow
from weilidai_core.world.world import World

_DRAFT = DraftRow.__table__  # type: ignore[attr-defined]
_KEY = WorldKeyRow.__table__  # type: ignore[attr-defined]
_THIS = (_DRAFT.c.world_id == bindparam("of_world"), _DRAFT.c.form == bindparam("of_form"))
# Built once and run below the object mapper: a slider's every step writes and reads its draft.
_READ = (
    select(_KEY.c.sealed, _DRAFT.c.body)
    .join_from(
        _KEY,
        _DRAFT,
        and_(_DRAFT.c.world_id == _KEY.c.world_id, _DRAFT.c.form == bindparam("of_form")),
        isouter=True,
    )
    .where(_KEY.c.world_id == bindparam("of_world"))
)
_CHANGE = update(_DRAFT).where(*_THIS).values(body=bindparam("body"))
_ADD = insert(_DRAFT)

# More than anyone types; a whole form of such fields must fit, or its draft would be cut in the middle.
FIELD_LONGEST = 10_000
DRAFT_LONGEST = 1_000_000


class WorldAlreadyStarted(WeilidaiError):
    """Raised when a world that has begun is to begin again."""

    code = "world-already-started"
    text = N_("这个演示已经开始了。")
    next_step = N_("要重来，请在右上角菜单里选「从头再来」。")


class StartWorld(Request):
    """The first step of every world: whose it is, its first day, and what is known of the person."""

    persona: str
    first_day: date
    profile: Annotated[Profile, personal.KNOWN]


def start_world(doing: Doing, request: StartWorld) -> None:
    """Begin a world. Raises `WorldAlreadyStarted`."""
    if doing.history:
        raise WorldAlreadyStarted
    doing.record(
        WorldStarted(
            persona=request.persona,
            first_day=request.first_day,
            profile=request.profile.model_dump(mode="json"),
        )
    )


def open_browser(session: Session, secret: str) -> BrowserRow:
    """The row of the browser whose cookie holds `secret`, made at its first visit."""
    digest = hashlib.sha256(secret.encode()).hexdigest()
    found = session.exec(select(BrowserRow).where(BrowserRow.secret_sha256 == digest)).one_or_none()
    if found is None:
        found = BrowserRow(secret_sha256=digest)
        session.add(found)
        session.flush()
    return found


def make_world(
    store: Store,
    *,
    persona: str,
    scenario: str,
    secret: str | None = None,
    parent: World | None = None,
    steps: int = 0,
) -> World:
    """A new, empty world, which becomes the current one of its browser if it has one."""
    with store.writing() as session:
        browser = open_browser(session, secret) if secret else None
        row = WorldRow(
            token=secrets.token_urlsafe(9),
            browser_id=browser.id if browser else None,
            persona=persona,
            scenario=scenario,
            parent_id=parent.id if parent else None,
            parent_steps=steps,
        )
        session.add(row)
        session.flush()
        give_key(session, row.id or 0)
        if browser:
            browser.world_id = row.id
        return World(store=store, id=row.id or 0, token=row.token, persona=persona, scenario=scenario)


def find_world(session: Session, token: str) -> WorldRow | None:
    """The row of the world with this token, or None; a token comes from an address and may be anything."""
    if not token.isprintable():
        return None
    return session.exec(select(WorldRow).where(WorldRow.token == token)).one_or_none()


def save_draft(world: World, *, form: str, body: str) -> None:
    """Keep what was typed into a form; the newest typing wins, and it is not part of the history."""
    with world.store.writing(waits_for_disk=False) as session:
        _write_draft(session, world.id, form, body)


def merge_draft(world: World, *, form: str, changes: Mapping[str, str]) -> dict[str, str]:
    """Keep some fields of a form as they now stand, the others as they were; all of them, as they are kept.

    The form's body is a JSON object. One transaction reads and writes: two fields that are kept at the same
    moment are both kept. A field is kept as it was typed, to its first `FIELD_LONGEST` characters.
    """
    kept = {name: text[:FIELD_LONGEST] for name, text in changes.items()}
    with world.store.writing(waits_for_disk=False) as session:
        fields = {**fields_of(draft_body(session, world.id, form)), **kept}
        return fields_of(_write_draft(session, world.id, form, json.dumps(fields, ensure_ascii=False)))


def fields_of(body: str | None) -> dict[str, str]:
    """The fields in a draft's body; none where it holds no JSON object."""
    try:
        found = json.loads(body) if body else {}
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: text for name, text in found.items() if isinstance(text, str)}


def draft_body(session: Session, world_id: int, form: str) -> str | None:
    """What is kept of a form, or None. Raises `WorldErased`, `SealBroken`."""
    found = session.connection().execute(_READ, {"of_world": world_id, "of_form": form}).one_or_none()
    seal = seal_with(session, world_id, found.sealed if found else None)
    return seal.open(found.body, place=_place(world_id, form)).decode() if found and found.body else None


def _write_draft(session: Session, world_id: int, form: str, body: str) -> str:
    # PostgreSQL keeps no NUL in a text, no database half a character, and nobody types either on purpose.
    body = body.replace("\0", "").encode("utf-8", "replace").decode()[:DRAFT_LONGEST]
    seal = seal_of(session, world_id)
    sealed = seal.close(body.encode(), place=_place(world_id, form))
    key = {"of_world": world_id, "of_form": form}
    # Writers take turns, so nothing comes between these two.
    changed = session.connection().execute(_CHANGE, {**key, "body": sealed})
    if not changed.rowcount:
        session.connection().execute(_ADD, {"world_id": world_id, "form": form, "body": sealed})
    return body


def _place(world_id: int, form: str) -> str:
    return f"draft.body:{world_id}:{form}"


def forget_drafts(session: Session, world_id: int, *, forms: tuple[str, ...]) -> None:
    """Remove drafts that have been sent."""
    for row in session.exec(
        select(DraftRow).where(DraftRow.world_id == world_id, col(DraftRow.form).in_(forms))
    ):
        session.delete(row)
