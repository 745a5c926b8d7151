"""From a tap to an act and back: the one place where a page's frozen request meets the core.

`perform` is an `on_click`: it acts once per key, keeps a refusal in the core's own words for the page
to draw beside the typing, and goes on to the next page where the act was done.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from pages.kit import draft, session
from pages.kit.i18n import _, say
from pages.kit.navigation import go, lead_on
from pages.kit.session import Key
from weilidai_core.act import Outcome, act
from weilidai_core.errors import WeilidaiError
from weilidai_core.journey import Step, gate, next_step
from weilidai_core.keys import key_of
from weilidai_core.logbook import error_id_of, fault_of
from weilidai_core.world.step import Request
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World


@dataclass(frozen=True)
class Refusal:
    """A refusal in the chosen language: what happened, what to do next, the field concerned."""

    text: str
    next_step: str
    field: str


NEXT = "next"


def ready(request: Request, *, then: str | Callable[[Outcome], None] | None = NEXT) -> Callable[[], None]:
    """An `on_click` for this request. Its key is reckoned now, when the button is drawn, so that a
    second click, however late it arrives, carries the key of the first."""
    key = key_of(request, read_history(session.world()))
    return partial(perform, request, key, then)


def perform(request: Request, key: str, then: str | Callable[[Outcome], None] | None = NEXT) -> None:
    """Act once for this key; afterwards open page `then` ("next": wherever the journey goes on)."""
    session.take(Key.REFUSAL)
    draft.sent()
    try:
        outcome = act(session.world(), request, key=key)
    except Exception as refused:
        # A rule's refusal, an outage, or a fault of the program: the page says it, nothing was done.
        keep_refusal(fault_of(refused, place=f"act {type(request).__name__}"))
        return
    if callable(then):
        then(outcome)
    elif then == NEXT:
        go(page_of(next_step(read_history(session.world()))))
    elif then:
        go(then)


def require(step: Step) -> World:
    """This tab's world, if `step` may be shown in it; else lead on to the step that is missing."""
    world = session.world()
    closed = gate(step, read_history(world))
    if closed is not None:
        lead_on(page_of(closed.lead_to), closed.because)
    return world


def page_of(step: Step) -> str:
    """The key of the page that shows a step."""
    return step.value.replace("-", "_")


def keep_refusal(refused: WeilidaiError) -> None:
    """Remember a refusal for the page that is being drawn."""
    session.put(Key.REFUSAL, refused)


def what_next(refused: WeilidaiError) -> str:
    """What to do next, with the id under which the operator finds this in the log where there is one."""
    next_step, error_id = say(refused.next_sentence), error_id_of(refused)
    if not error_id:
        return next_step
    return _("{next_step}错误编号 {error_id}。").format(next_step=next_step, error_id=error_id).strip()


def refusal(field: str | None = None) -> Refusal | None:
    """The last refusal on this page; with a field name, only where it concerns that field."""
    kept: WeilidaiError | None = session.get(Key.REFUSAL)
    for part in kept.parts() if kept else ():
        if field is None or part.field == field:
            return Refusal(text=say(part.sentence), next_step=what_next(part), field=part.field or "")
    return None
