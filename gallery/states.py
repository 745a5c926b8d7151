"""Which states are photographed: the one table behind the gallery. Every page and every scenario is in it."""

from gallery.before_a_loan import applying, me_and_wallet, own_data
from gallery.state import State
from gallery.with_a_loan import asking, being_told, borrowing, papers, repaying
from weilidai_core.scenarios.scenarios import SCENARIOS


def states() -> list[State]:
    """Every scenario at the page it opens, then the states of each part of the journey."""
    scenes = [State(f"scene-{one.name}", one.title, one.name) for one in SCENARIOS]
    return [
        *scenes,
        *me_and_wallet(),
        *own_data(),
        *applying(),
        *borrowing(),
        *repaying(),
        *papers(),
        *being_told(),
        *asking(),
    ]
