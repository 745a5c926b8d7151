"""消息: everything that someone was told, the newest first; opening one marks it as read."""

from functools import partial

from pages.kit import components as ui
from pages.kit import session
from pages.kit.components.notices import mail_cell
from pages.kit.i18n import _
from pages.kit.navigation import go
from pages.kit.perform import ready
from pages.kit.refusals import show_refusal
from weilidai_core.notices.actions import ReadNotices
from weilidai_core.notices.views import MailLine, inbox

view = inbox(session.world())


def draw(line: MailLine) -> None:
    """One line, which leads to its notice."""
    show = partial(go, "message", number=str(line.number))
    read = ready(ReadNotices(numbers=(line.number,)), then=lambda _done: show())
    mail_cell(line, on_click=show if line.is_read else read)


show_refusal()
if view.lines:
    if view.unread:
        all_read = ready(ReadNotices(numbers=view.unread), then=None)
        ui.secondary(_("全部标为已读"), on_click=all_read, key="all_read")
    ui.section(_("收到的消息"))
    with ui.group("mails"):
        for one in view.lines:
            draw(one)
else:
    text = _("放款、还款日、入账和额度变动，都会在这里告诉您。")
    ui.empty_state(_("还没有消息"), text=text, icon="mail")
with ui.group("settings"):
    ui.cell(
        _("通知设置"),
        key="notice_preferences",
        icon=ui.Icon("tune", "quiet"),
        hint=_("哪些能关、哪些不能关、几点以后不打扰"),
        on_click=partial(go, "notice_preferences"),
    )
ui.disclaimer()
