"""A world by its handle: which database, which world. All a page keeps of it is the token."""

from dataclasses import dataclass

from weilidai_core.store import Store


@dataclass(frozen=True)
class World:
    """One applicant's private universe, found by its browser; never built by hand in a page."""

    store: Store
    id: int
    token: str
    persona: str
    scenario: str
