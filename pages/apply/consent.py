"""授权: four documents, each read and answered on its own; refusing is as near as agreeing."""

from functools import partial

from pages.kit import components as ui
from pages.kit import session
from pages.kit.asked import ask, asked, turn, view
from pages.kit.components.consents import consent_card, consent_paper, pair
from pages.kit.components.offering import application_steps
from pages.kit.draft import draft, keep
from pages.kit.i18n import _
from pages.kit.navigation import go
from pages.kit.perform import NEXT, ready, require
from pages.kit.refusals import show_refusal
from weilidai_core.apply.consent_views import Answer, ConsentView, consents
from weilidai_core.journey import Step


def _is_read(one: ConsentView) -> bool:
    return draft(session.world(), "consent", {one.document: ""})[one.document] == one.mark


def _card(one: ConsentView) -> None:
    # An answer that needs the text, or its consequence, to be seen first opens the document there.
    give = ready(one.give, then=None) if _is_read(one) else partial(ask, one.document)
    refuse = partial(ask, one.document, "refuse") if one.necessary else ready(one.refuse, then=None)
    answers = {Answer.GIVEN: give, Answer.REFUSED: refuse}
    consent_card(one, read=_is_read(one), on_open=partial(ask, one.document), answers=answers)


def _sheet(document: str) -> None:
    one = next(each for each in consents(session.world()).documents if each.document == document)
    show_refusal()
    (_refuse if view() == "refuse" else _read)(one)


def _read(one: ConsentView) -> None:
    is_read, is_given = _is_read(one), one.answer is Answer.GIVEN
    on_read = partial(keep, session.world(), "consent", **{one.document: one.mark})
    consent_paper(one, read=is_read, on_read=on_read)
    no = partial(turn, "refuse") if one.necessary else ready(one.refuse, then=_close)
    yes = _("已同意") if is_given else _("同意") if is_read else _("读完再同意")
    with pair():
        ui.secondary(_("不同意"), key="refuse", on_click=no, disabled=one.answer is Answer.REFUSED)
        give = ready(one.give, then=_close)
        ui.primary(yes, key="give", on_click=give, disabled=is_given or not is_read, here=True)


def _refuse(one: ConsentView) -> None:
    ui.note("warn", _(one.refusing), title=_("确定不同意吗？"))
    ui.paragraph(_(one.afterwards), small=True)
    with pair():
        ui.secondary(_("再看看文件"), key="look", on_click=turn, args=("",))
        label = _("不同意") if found.decided else _("不同意，结束申请")
        end = ready(one.refuse, then=_close if found.decided else NEXT)
        ui.secondary(label, key="end", on_click=end)


def _close(_outcome: object) -> None:
    ui.close_sheet()


def _onward() -> None:
    progress = _("请逐份选择（{done}/{all}）").format(done=found.answered, all=len(found.documents))
    label = _("下一步，试算额度") if found.complete else progress
    ui.primary(label, on_click=go, args=("estimate",), disabled=not found.complete)


found = consents(require(Step.CONSENT))
if found.applying:
    application_steps(2)
    ui.paragraph(_("四份文件互不绑定，请逐份选择；可选的不同意，也不影响额度和利率。"))
    _onward()
else:
    ui.paragraph(_("您的选择随时可以改，撤回和同意一样方便。"))
for each in found.documents:
    _card(each)
ui.disclaimer()
if which := asked():
    ui.sheet(_(next(one.title for one in found.documents if one.document == which)), _sheet, args=(which,))
