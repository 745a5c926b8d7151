"""微粒贷: who lends, at what price, in which steps; and whether this wallet may apply at all."""

from functools import partial

from pages.kit import components as ui
from pages.kit import session
from pages.kit.components.offering import price, terms, the_way
from pages.kit.i18n import _, say
from pages.kit.navigation import go
from pages.kit.perform import page_of, ready
from pages.kit.refusals import show_refusal
from weilidai_core.apply.actions import StartApplication
from weilidai_core.apply.opening import Opening, Welcome, welcome
from weilidai_core.journey import next_step
from weilidai_core.world.views import read_history


def _told(view: Welcome) -> None:
    if view.because:
        ui.note("warn", say(view.next_step), title=say(view.because))
    elif view.ended_by and view.opening is Opening.READY:
        unread = _("没有查询信用报告，钱包的其他功能不受影响。改变主意，可以重新申请。")
        read = _("结束之前已经做的处理仍然有效，钱包的其他功能不受影响。改变主意，可以重新申请。")
        title = _("上次申请已结束：您没有同意《{title}》").format(title=say(view.ended_by))
        ui.note("info", read if view.was_queried else unread, title=title)


def _button(view: Welcome) -> None:
    on = partial(go, page_of(next_step(read_history(world))))
    match view.opening:
        case Opening.READY:
            ui.primary(_("查额度"), on_click=ready(StartApplication()))
        case Opening.UNDER_WAY:
            ui.primary(_("继续申请"), on_click=on)
        case Opening.HAS_LIMIT:
            ui.primary(_("查看我的额度"), on_click=on)
        case Opening.DECLINED:
            ui.primary(_("看上次的结果"), on_click=partial(go, "result"))
        case Opening.REFUSED:
            ui.primary(_("回到钱包"), on_click=partial(go, "wallet"))


world = session.world()
view = welcome(world)
price(view.offering)
terms(view.offering)
_told(view)
show_refusal()
if view.opening in {Opening.READY, Opening.UNDER_WAY}:
    the_way()
ui.disclaimer()
_button(view)
