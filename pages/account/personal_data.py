"""个人信息: every kind of data there is about the person, masked; a copy to take along; the end of it."""

from functools import partial

from pages.kit import components as ui
from pages.kit import session
from pages.kit.asked import ask, asked
from pages.kit.components.consents import pair
from pages.kit.components.downloads import download
from pages.kit.erasing import erase_now
from pages.kit.i18n import _, lang, say
from pages.kit.navigation import go
from pages.kit.refusals import show_refusal
from weilidai_core.personal_data.views import Item, copy_as_document, copy_as_json, my_data
from weilidai_core.vault.personal import Level

ERASE = "erase"
world = session.world()
view = my_data(world)


def _item(item: Item) -> None:
    fact = item.fact
    told = _("用途：{purpose}。保存：{retention}。").format(
        purpose=_(fact.purpose), retention=_(fact.retention)
    )
    sensitive = _("敏感信息，单独征得同意。") if fact.sensitive else ""
    ui.cell(_(fact.label), key="item", value=say(item.shown), hint=_whole(told, sensitive))


def _whole(told: str, more: str) -> str:
    return _("{text}{next_step}").format(text=told, next_step=more).strip()


def _erase() -> None:
    show_refusal()
    if view.owes:
        ui.note(
            "warn",
            _("您还有没还清的借款。真实的贷款机构还清后还要把合同资料保存 5 年，只保存、不作他用。"),
        )
    elif view.has_loan:
        ui.note("info", _("真实的贷款机构要把合同资料保存到结清后 5 年，只保存、不作他用。"))
    ui.paragraph(_("这里是样例人物，可以马上清空：销毁这个演示的密钥，删掉草稿、签署 PIN 和通行密钥。"))
    ui.paragraph(_("账目和透明日志留下，但谁也看不出说的是谁。清空以后，这个演示打不开，也恢复不了。"))
    with pair():
        ui.secondary(_("不清空"), key="keep", on_click=ui.close_sheet)
        ui.secondary(_("清空"), key="erase_now", on_click=partial(erase_now, world))


ui.paragraph(
    _("这份登记直接取自程序的数据定义。屏幕上只显示脱敏后的值；身份和财务信息在数据库里都是加密的。")
)
for level in (Level.C2, Level.C3, Level.C1):
    ui.section(_("{level} 级").format(level=level.value), note=_(level.label))
    with ui.group(f"level-{level.value.lower()}"):
        for each in view.of(level):
            _item(each)
with ui.card("copy"):
    ui.section(_("带走一份"), note=_("值已脱敏"))
    document, data = copy_as_document(world, lang=lang()), copy_as_json(world)
    download(_("下载可阅读的文档"), text=document, name="weilidai.html", key="document", mime="text/html")
    download(_("下载 JSON"), text=data, name="weilidai.json", key="json", mime="application/json")
with ui.card("rights"):
    ui.section(_("您的权利"))
    if view.can_correct:
        ui.secondary(_("更正我填的资料"), key="correct", on_click=partial(go, "correction"))
    ui.secondary(_("查看授权记录"), key="past", on_click=partial(go, "consents"))
    ui.secondary(_("清空这个演示的资料"), key="erase", on_click=partial(ask, ERASE))
    ui.secondary(_("查看清空记录"), key="erased", on_click=partial(go, "erased"))
ui.disclaimer()
if asked() == ERASE:
    ui.sheet(_("确定清空吗？"), _erase)
