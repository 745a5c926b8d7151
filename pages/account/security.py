"""签署安全: what signs for this person, PIN and passkeys, and what is kept of either."""

from functools import partial

from pages.kit import components as ui
from pages.kit import session
from pages.kit.i18n import _
from pages.kit.navigation import go
from pages.kit.signing import draw_new_passkey, passkey_here
from weilidai_core.trust.actions import has_pin
from weilidai_core.trust.passkeys import passkeys

world = session.world()
here, registered = passkey_here(), passkeys(world.store, world.id)

ui.section(_("怎么签署"))
with ui.group("ways"):
    set_up, missing = ui.Status(_("已设置"), "success"), ui.Status(_("未设置"))
    ui.cell(
        _("签署 PIN"),
        key="pin",
        icon=ui.Icon("pin", "good"),
        hint=_("六位数字，第一次签署时设置；任何时候都能用。"),
        value=set_up if has_pin(world.store, world.id) else missing,
    )
    ui.cell(
        _("通行密钥（Face ID / 指纹）"),
        key="passkey",
        icon=ui.Icon("fingerprint"),
        hint=_("由设备确认是您本人，再由设备签下这一份合同。"),
        value=set_up if registered else missing,
    )
with ui.card("device"):
    ui.section(_("这台设备"))
    if here is None:
        ui.paragraph(_("这个网址不能用通行密钥：它需要 localhost，或者带 HTTPS 的域名。签署请用 PIN。"))
    else:
        if registered:
            ui.paragraph(_("登记过的设备：{count} 台。下次签署可以直接用它。").format(count=registered))
        draw_new_passkey(at=here)
if registered and session.address("back") == "sign":
    ui.primary(_("回去签署"), on_click=partial(go, "sign"))
ui.note("info", _("指纹和人脸不会离开您的设备，这里只保存一把公钥；PIN 只保存无法还原的摘要。"))
ui.disclaimer()
