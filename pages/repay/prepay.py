"""提前还一部分: how much, in which way, and what it saves, before anything is paid; no fee."""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.components.prepaying import prepayment_effect
from pages.kit.draft import forget, keeper, typed
from pages.kit.i18n import _, say
from pages.kit.navigation import go
from pages.kit.perform import ready, require, what_next
from pages.kit.refusals import show_refusal
from pages.kit.widgets import AmountWords, amount_entry
from weilidai_core.act import Outcome
from weilidai_core.events import RepaymentReceived
from weilidai_core.journey import Step
from weilidai_core.repay.actions import PrepayPart
from weilidai_core.repay.payment_views import PrepaymentView, prepaying

FORM = "prepay"
world = require(Step.REPAY)
view = prepaying(world, typed(world, FORM), number=session.address("note"))
back = partial(go, "loan_note", note=view.note.number)


def draw_entries(now: PrepaymentView) -> None:
    """The amount and the way."""
    with ui.card("amount"):
        ui.section(_("提前还多少"), note=_("现在一共欠 {owed}").format(owed=figures.money(now.most_fen)))
        refused = say(now.refused.sentence) if now.refused else ""
        amount_entry(
            now.amount,
            key="prepay_amount",
            bounds_fen=now.bounds_fen,
            words=AmountWords(_("提前还的金额（元）"), refused=refused),
            on_change=keeper(FORM, "amount"),
        )
        ways = {way.value: _(way.kept) for way in now.ways}
        change = keeper(FORM, "purpose")
        ui.choice(
            _("还完之后"), options=ways, value=now.purpose.value, key="prepay_purpose", on_change=change
        )
        ui.paragraph(_(now.purpose.explanation), small=True)


def show_receipt(done: Outcome) -> None:
    """The receipt of the part that was repaid ahead."""
    forget(world, FORM)
    came = next(event for event in done.events if isinstance(event, RepaymentReceived))
    go("repay", note=came.loan_note, paid=came.receipt)


if view.closed:
    ui.empty_state(say(view.closed.sentence), text=what_next(view.closed), icon="event_available")
    ui.primary(_("回到借据"), on_click=back, key="back_to_note")
else:
    draw_entries(view)
    if view.would:
        prepayment_effect(view.would, view.card)
    show_refusal()
    request = PrepayPart(loan_note=view.note.number, amount_fen=view.amount_fen, purpose=view.purpose)
    label = _("确认提前还 {amount}").format(amount=figures.money(view.amount_fen))
    act = ready(request, then=show_receipt)
    ui.primary(label, on_click=act, key="confirm_prepayment", disabled=view.would is None)
    ui.secondary(_("暂不还"), on_click=back, key="leave", here=False)
ui.disclaimer()
