"""消息详情: one notice, the one thing that can be done about it, and what every simulated port was given."""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.components.notices import clock, port_record
from pages.kit.i18n import _, lang, say
from pages.kit.navigation import PAGES, go, lead_on
from weilidai_core.notices.actions import NoSuchNotice
from weilidai_core.notices.views import mail

try:
    view = mail(session.world(), session.address("number"), lang=lang())
except NoSuchNotice as missing:
    lead_on("messages", missing.sentence)
line, sent = view.line, view.records[1:]

with ui.card("mail"):
    when = _("{day} {at}").format(day=figures.day(line.on), at=clock(line.at))
    ui.section(_(line.title), note=when)
    ui.paragraph(say(line.says))
if sent or view.withheld:
    ui.section(_("同一件事，各渠道这样告诉您（模拟）"))
for record in sent:
    port_record(record)
if view.withheld:
    off = _("、").join(_(label) for label in view.withheld)
    ui.note("info", _("{channels}没有发：您在通知设置里关掉了，或者还没打开。").format(channels=off))
with ui.group("settings"):
    ui.cell(
        _("通知设置"),
        key="notice_preferences",
        icon=ui.Icon("tune", "quiet"),
        on_click=partial(go, "notice_preferences"),
    )
ui.disclaimer()
if view.leads_to in PAGES:
    where = {"note": view.loan_note} if view.loan_note else {}
    label = _("去看{page}").format(page=_(PAGES[view.leads_to].title))
    ui.primary(label, on_click=partial(go, view.leads_to, **where))
