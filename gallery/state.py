"""One thing to look at, and how to get there."""

from dataclasses import dataclass
from urllib.parse import urlencode

from gallery.steps import Step as Tap
from gallery.worlds import Happening
from pages.kit.navigation import PAGES
from weilidai_core.scenarios.scenarios import scenario


@dataclass(frozen=True)
class State:
    """One thing to look at: a scenario, what happened in it since, the page, and what is tapped there.

    Without a page it is opened as a visitor would, by `?scene=`. Who
    `facilitates` has the pass of the facilitator's area.
    """

    name: str
    shows: str
    scene: str = "first-timer"
    page: str = ""
    happened: tuple[Happening, ...] = ()
    query: tuple[tuple[str, str], ...] = ()
    taps: tuple[Tap, ...] = ()
    is_error: bool = False
    facilitates: bool = False
    first_paint: bool = False

    @property
    def opens(self) -> str:
        """The key of the page it opens."""
        if self.page or self.is_error:
            return self.page
        return scenario(self.scene).page

    def address(self, *, lang: str, elder: bool, world: str = "") -> str:
        """The address below the server's; `world` is the world's token, where it was made beforehand."""
        where = {"w": world} if world else {"scene": self.scene}
        asks = {"lang": lang, "elder": str(int(elder)), **where, **dict(self.query)}
        return f"/{PAGES[self.opens].url if world else ''}?{urlencode(asks)}"
