"""清空记录: which of this browser's demos were erased, and what is left of them."""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.i18n import _
from pages.kit.navigation import go
from weilidai_core.personal_data.actions import erased_worlds
from weilidai_core.store import open_store

erased = erased_worlds(open_store(), session.secret())
if not erased:
    ui.empty_state(_("没有清空过"), text=_("在「个人信息」里可以清空一个演示的资料。"))
else:
    ui.result_hero(
        "success",
        title=_("资料已经清空"),
        text=_("密钥已销毁，留下的记录谁也读不出来。现在是一个新的演示。"),
    )
for number, each in enumerate(erased):
    with ui.card(f"erased-{number}"):
        ui.key_values(
            (
                ui.Fact(_("演示"), each.token),
                ui.Fact(_("清空时的模拟日期"), figures.day(each.on)),
                ui.Fact(_("密钥、草稿、PIN、通行密钥"), _("已销毁")),
                ui.Fact(_("封存的事件"), _("{count} 个，读不出来").format(count=each.events)),
                ui.Fact(_("账目"), _("{count} 笔，仍然对得上").format(count=each.entries)),
            )
        )
ui.primary(_("回到「我」"), on_click=partial(go, "me"))
ui.disclaimer()
