"""The presenter's panel beside the phone: where the walk stands, the simulated day, other scenes.

Laws: it is drawn only for a browser with the facilitator's pass, and only where it was asked for; what it
does goes the same way as the menu's; nothing on the phone changes by its being there.
"""

from functools import partial

from pages.kit import format as figures
from pages.kit import session, world_menu
from pages.kit.components.buttons import secondary
from pages.kit.components.cells import Icon, cell, group
from pages.kit.components.figures import Fact, key_values
from pages.kit.components.person import person_card
from pages.kit.components.text import paragraph, section
from pages.kit.i18n import _
from pages.kit.navigation import PAGES
from pages.kit.perform import page_of
from weilidai_core.journey import next_step
from weilidai_core.world.views import read_history

# Kept in the address, so that a participant's tab beside it in the same browser stays as it is.
PANEL = "presenter"
SHOWN = "1"


def is_shown() -> bool:
    """Whether this tab shows the panel: asked for in its address, by a browser with a facilitator's pass."""
    return session.address(PANEL) == SHOWN and session.is_facilitator()


def draw_panel(page: str) -> None:
    """The panel's content, for the page on the phone; its ground is the shell's."""
    view, actions = world_menu.now()
    section(_("演示者面板"))
    paragraph(_("只有这块宽屏看得到，手机里没有。"), small=True)
    if view.person:
        person_card(view.person.name, line=view.person.line, pin=view.pin)
    ahead = page_of(next_step(read_history(session.world())))
    facts = [Fact(_("手机上的页面"), _(PAGES[page].title)), Fact(_("旅程的下一步"), _(PAGES[ahead].title))]
    if view.day:
        facts.append(Fact(_("模拟日期"), figures.day(view.day)))
    key_values(facts)
    if view.next_due_on and actions.move_to:
        label = _("到下一个应还日（{day}）").format(day=figures.short_day(view.next_due_on))
        secondary(label, key="panel_due", on_click=actions.move_to, args=(view.next_due_on.isoformat(),))
    if actions.restart:
        secondary(_("从头再来"), key="panel_restart", on_click=actions.restart)
    if actions.open_scene:
        section(_("打开一个场景"))
        with group("panel"):
            for scene in view.scenes:
                cell(
                    scene.name,
                    key=f"panel_{scene.key}",
                    icon=Icon("movie", "quiet"),
                    on_click=partial(actions.open_scene, scene.key),
                )
