"""Which states are photographed: the one table behind the gallery. Every page is in it by itself."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from pages.kit.navigation import PAGES
from weilidai_core.scenarios.scenarios import SCENARIOS


@dataclass(frozen=True)
class State:
    """One thing to look at: a page, what its address asks for besides, and what it shows."""

    name: str
    path: str
    shows: str
    asks: tuple[tuple[str, str], ...] = ()

    def address(self, *, lang: str) -> str:
        """The address below the server's."""
        return f"/{self.path}?{urlencode((('lang', lang), *self.asks))}"


def states() -> list[State]:
    """Every page as a new visitor finds it, then every scenario at the page it opens."""
    pages = [
        State(name=re.sub(r"[^a-z0-9]+", "-", key), path=entry.url, shows=entry.title)
        for key, entry in PAGES.items()
    ]
    scenes = [
        State(name=f"scene-{one.name}", path="", shows=one.title, asks=(("scene", one.name),))
        for one in SCENARIOS
    ]
    return [*pages, *scenes]
