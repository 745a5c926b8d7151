"""借款: with a limit, what is available, under way and owed; without one, where things stand."""

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.components.borrowing import drawdown_card, loan_notes, without_limit
from pages.kit.components.notices import messages_cell
from pages.kit.i18n import _
from pages.kit.navigation import go
from pages.kit.perform import page_of, ready
from pages.kit.refusals import show_refusal
from weilidai_core.borrow.actions import AbandonDrawdown
from weilidai_core.borrow.available_limit import AvailableLimit
from weilidai_core.borrow.views import Home, home
from weilidai_core.journey import next_step
from weilidai_core.notices.views import unread
from weilidai_core.world.views import read_history


def _limit(limit: AvailableLimit, view: Home, leads_to: str) -> None:
    ui.amount_hero(
        _("可用额度（元）"),
        amount=figures.number(limit.available_fen),
        rate=_("年化利率（单利）{rate}").format(rate=figures.percent(view.annual_rate_ppm)),
        note=_("总额度 {limit} · 已用 {used}").format(
            limit=figures.money(limit.limit_fen), used=figures.money(limit.used_fen)
        ),
    )
    if view.drawdown:
        give_up = ready(AbandonDrawdown(drawdown=view.drawdown.number), then=None)
        drawdown_card(view.drawdown, leads_to=leads_to, give_up=give_up)
    else:
        _borrow(view)
    loan_notes(view.notes, settled=view.settled)


def _borrow(view: Home) -> None:
    with ui.card("borrow"):
        if view.can_borrow:
            label = _("再借一笔") if view.has_borrowed else _("借一笔")
            ui.primary(label, key="borrow", on_click=go, args=("quote",), here=True)
            ui.paragraph(_("先试算，看清每期还多少，再决定借不借。"), small=True)
        else:
            least = figures.money(view.least_fen)
            ui.paragraph(_("可用额度不足 {least}，还一期就会恢复一些。").format(least=least))


world = session.world()
shown = home(world)
onward = page_of(next_step(read_history(world)))
if shown.limit:
    _limit(shown.limit, shown, onward)
else:
    without_limit(shown.state, leads_to=onward)
with ui.group("messages"):
    messages_cell(unread(world))
show_refusal()
ui.disclaimer()
