"""Finding a browser's world, and reading its history, its day, its drafts."""

import hashlib
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func
from sqlmodel import col, select

from weilidai_core.events import History, WorldStarted
from weilidai_core.events.made_of import MadeOf
from weilidai_core.store import Store
from weilidai_core.store.history import history_of
from weilidai_core.store.world_keys import WorldErased, seal_of
from weilidai_core.world.actions import draft_body, find_world
from weilidai_core.world.clock import day_of
from weilidai_core.world.profile import Profile
from weilidai_core.world.tables import BrowserRow, StepRow, WorldRow, opened_request
from weilidai_core.world.world import World

_PROFILES: MadeOf[Profile] = MadeOf()


def visit(store: Store, secret: str, *, token: str | None = None) -> World | None:
    """A browser's world: the one named by `token` if it is its own, else its newest, or None."""
    digest = hashlib.sha256(secret.encode()).hexdigest()
    known: World | None = store.visits.get((digest, token or ""), None)
    if known is not None:
        return known
    with store.reading() as session:
        browser = session.exec(select(BrowserRow).where(BrowserRow.secret_sha256 == digest)).one_or_none()
        if browser is None:
            return None
        row = find_world(session, token) if token else None
        if row is not None and row.browser_id != browser.id:
            row = None
        if row is None and browser.world_id is not None:
            row = session.get(WorldRow, browser.world_id)
        if row is None:
            return None
        world = _handle(store, row)
        try:
            if not history_of(store, session, world.id):
                return None
        except WorldErased:
            return None
    if world.token == token:
        store.visits.put((digest, token), world)
    return world


def world_by_token(store: Store, token: str) -> World:
    """A world by its token, for the command line and tests; pages go through `visit`."""
    with store.reading() as session:
        return _handle(store, session.exec(select(WorldRow).where(WorldRow.token == token)).one())


def parent_of(world: World, *, having: int) -> World | None:
    """The world that this one was rebuilt from, if step `having` was taken there; else None."""
    with world.store.reading() as session:
        row = session.get(WorldRow, world.id)
        if row is None or row.parent_id is None or row.parent_steps < having:
            return None
        parent = session.get(WorldRow, row.parent_id)
        return _handle(world.store, parent) if parent else None


def read_history(world: World) -> History:
    """All that has happened in a world, oldest first."""
    with world.store.reading(once=True) as session:
        history = history_of(world.store, session, world.id)
    world.store.remember(world.id, history)
    return history


def today(world: World) -> date:
    """The world's simulated day."""
    return day_of(read_history(world))


def profile_of(history: History) -> Profile:
    """What was known of the person when the world began."""
    known = _PROFILES.of(history)
    if known is not None:
        return known.value
    first = history[0].event
    if not isinstance(first, WorldStarted):
        raise LookupError("a history begins with WorldStarted")
    profile = Profile.model_validate(first.profile)
    _PROFILES.keep(history[:1], profile)
    return profile


def read_draft(world: World, *, form: str) -> str | None:
    """What was typed into a form and not yet sent, or None."""
    with world.store.reading(once=True) as session:
        return draft_body(session, world.id, form)


@dataclass(frozen=True)
class StepTaken:
    """One step of a world: its key, its day, and its request as it was kept, opened."""

    number: int
    key: str
    on: date
    request: str = field(repr=False)


def steps_taken(world: World) -> list[StepTaken]:
    """The steps of a world in order; enough to build it again. Raises `WorldErased`."""
    with world.store.reading() as session:
        seal = seal_of(session, world.id)
        rows = session.exec(
            select(StepRow).where(StepRow.world_id == world.id).order_by(col(StepRow.number))
        ).all()
        return [StepTaken(row.number, row.key, row.on, opened_request(row, seal)) for row in rows]


def worlds_by_persona(store: Store) -> tuple[tuple[str, int], ...]:
    """How many worlds there are of each sample person; for the facilitator, names and secrets stay out."""
    with store.reading() as session:
        rows = session.exec(
            select(WorldRow.persona, func.count()).group_by(WorldRow.persona).order_by(WorldRow.persona)
        ).all()
    return tuple((persona, int(count)) for persona, count in rows)


def _handle(store: Store, row: WorldRow) -> World:
    return World(store=store, id=row.id or 0, token=row.token, persona=row.persona, scenario=row.scenario)
