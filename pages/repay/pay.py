"""主动还款: any amount of what is due, over all loan notes; where it would go is shown before it is paid."""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit.components.paying import allocated_facts, pay_from
from pages.kit.draft import forget, keeper, typed
from pages.kit.i18n import _, say
from pages.kit.navigation import go
from pages.kit.perform import ready, require
from pages.kit.refusals import show_refusal
from pages.kit.widgets import AmountWords, amount_entry
from weilidai_core.act import Outcome
from weilidai_core.events import RepaymentReceived
from weilidai_core.journey import Step
from weilidai_core.repay.actions import Repay
from weilidai_core.repay.payment_views import PaymentView, payment

FORM = "pay"
world = require(Step.REPAY)
view = payment(world, typed(world, FORM))


def draw_amount(now: PaymentView) -> None:
    """How much: all of it, or any part, to the fen."""
    with ui.card("amount"):
        ui.section(_("还多少"), note=_("到期 {due}").format(due=figures.money(now.due_fen)))
        amount_entry(
            now.amount,
            key="pay_amount",
            bounds_fen=now.bounds_fen,
            words=AmountWords(_("还款金额（元）"), refused=say(now.refused.sentence) if now.refused else ""),
            on_change=keeper(FORM, "amount"),
            picks_fen=(now.due_fen,),
        )


def draw_allocation(now: PaymentView) -> None:
    """入账顺序: where each yuan would go."""
    with ui.card("allocation"):
        order = _(" → ").join(_(part.label) for part in now.order)
        ui.section(_("这笔钱会还到哪里"))
        ui.paragraph(_("先还最早到期的一期；同一期里，{order}。").format(order=order), small=True)
        for line in now.lines:
            ui.key_values(allocated_facts(line), title=line.loan_note)
        ui.key_values((pay_from(now.card),))


def show_receipt(done: Outcome) -> None:
    """The receipt of the first loan note that was paid."""
    forget(world, FORM)
    came = next(event for event in done.events if isinstance(event, RepaymentReceived))
    go("repay", note=came.loan_note, paid=came.receipt)


if view.due_fen:
    draw_amount(view)
    draw_allocation(view)
    show_refusal()
    ui.note("quiet", _("模拟扣款，不会动用任何真实账户。"))
    label = _("确认还款 {amount}").format(amount=figures.money(view.amount_fen))
    act = ready(Repay(amount_fen=view.amount_fen), then=show_receipt)
    ui.primary(label, on_click=act, key="confirm_payment", disabled=view.refused is not None)
    ui.secondary(_("暂不还"), on_click=partial(go, "bills"), key="leave", here=False)
else:
    ui.empty_state(_("现在没有到期的账单"), text=_("想早点还，可以提前还一部分或提前结清。"), icon="task_alt")
    ui.primary(_("看账单"), on_click=partial(go, "bills"))
ui.disclaimer()
