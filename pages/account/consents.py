"""授权记录: what each document is for, every answer to it with its day, and the way to take it back."""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.asked import ask, asked
from pages.kit.i18n import _, lang
from pages.kit.navigation import go
from weilidai_core.apply.consent import document_text
from weilidai_core.apply.consent_views import ConsentPast, PastAnswer, consent_history, sections_of
from weilidai_core.wallet import wallet

world = session.world()
past = consent_history(world)


def _answer(answer: PastAnswer) -> ui.Fact:
    return ui.Fact(figures.day(answer.on), _("已同意") if answer.given else _("不同意"))


def _text(answer: PastAnswer) -> str:
    return _("版本 {version} · SHA-256 {sha256}…").format(version=answer.version, sha256=answer.sha256[:16])


def _about(one: ConsentPast) -> None:
    for heading, text in sections_of(document_text(one.document, lang=lang())):
        ui.section(heading)
        ui.paragraph(text)


ui.paragraph(_("撤回和同意一样方便。撤回是一条新的记录，之前的记录不会被改；撤回之前已经做的处理仍然有效。"))
for each in past:
    with ui.card(f"past-{each.document.value}"):
        ui.section(
            _("《{title}》").format(title=_(each.title)), note=_("现在：同意") if each.is_given else ""
        )
        if each.sensitive:
            ui.paragraph(_("涉及敏感信息或对外提供，所以单独征得同意。"), small=True)
        if each.answers:
            ui.key_values([_answer(answer) for answer in each.answers])
            ui.paragraph(_text(each.answers[0]), small=True)
        else:
            ui.paragraph(_("还没有回答过。"), small=True)
        about = partial(ask, each.document.value)
        ui.secondary(_("用途、资料、接收方和期限"), key=f"about-{each.document.value}", on_click=about)
if wallet(world).has_consents:
    ui.primary(_("更改我的选择"), on_click=partial(go, "consent", back="consents"))
ui.disclaimer()
if which := asked():
    chosen = next(one for one in past if one.document.value == which)
    ui.sheet(_(chosen.title), _about, args=(chosen,))
