"""逾期说明: what being late has cost, what one more day costs, what follows and when; and the way out."""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit.charts import waiting_cost
from pages.kit.components.bills import bill_cell, days_overdue
from pages.kit.components.paying import trouble_cell
from pages.kit.i18n import _, say
from pages.kit.navigation import go
from pages.kit.perform import require
from weilidai_core.journey import Step
from weilidai_core.repay.overdue_views import OverdueView, overdue

view = overdue(require(Step.REPAY))


def draw_cost(now: OverdueView) -> None:
    """The penalty so far, tomorrow's, and the reckoning behind it."""
    with ui.card("cost"):
        ui.section(_("逾期要多付多少"))
        rate = _("{normal} × 1.5 = {penalty}").format(
            normal=figures.percent(now.daily_rate_ppm), penalty=figures.percent(now.penalty_daily_rate_ppm)
        )
        ui.key_values(
            (
                ui.Fact(_("罚息年化（单利）"), figures.percent(now.penalty_annual_rate_ppm)),
                ui.Fact(_("罚息日利率"), figures.percent(now.penalty_daily_rate_ppm), rate),
                ui.Fact(_("到今天的罚息"), figures.money(now.penalty_fen), say(now.reckoning)),
                ui.Fact(_("再拖一天多付的罚息"), figures.money(now.tomorrow_fen), strong=True),
            )
        )
        last = len(now.waiting_fen) - 1
        summary = _("今天罚息 {today}；一直不还，{days} 天后是 {then}").format(
            today=figures.money(now.penalty_fen), days=last, then=figures.money(now.waiting_fen[last])
        )
        waiting_cost(now.waiting_fen, key="waiting", summary=summary)
        ui.paragraph(summary, small=True)


def draw_what_follows(now: OverdueView) -> None:
    """What follows on which day; nothing is held over anyone's head that is not a rule."""
    with ui.card("follows"):
        ui.section(_("接下来会怎样"))
        steps = (
            (_("应还日"), now.due_on, True),
            (_("宽限期过了，从应还日起算罚息"), now.penalty_from, not now.is_in_grace),
            (_("额度暂停，还清后恢复"), now.penalty_from, now.is_frozen),
            (_("报送征信之前，先提醒您"), now.notice_on, now.is_noticed),
            (_("报送征信（模拟）"), now.report_on, now.is_reported),
        )
        ui.timeline([ui.Moment(name, figures.day(on), state=ui.reached(come)) for name, on, come in steps])


if view:
    ui.amount_hero(
        _("已经逾期（元）"), amount=figures.number(view.overdue_fen), note=days_overdue(view.days_past_due)
    )
    with ui.card("bills"):
        for bill in view.bills:
            bill_cell(bill)
    draw_cost(view)
    draw_what_follows(view)
    with ui.group("ways"):
        trouble_cell()
    ui.primary(_("去还款"), on_click=partial(go, "pay"))
else:
    text = _("按时还款，就没有罚息，额度和信用记录也不受影响。")
    ui.empty_state(_("现在没有逾期"), text=text, icon="task_alt")
    ui.primary(_("看账单"), on_click=partial(go, "bills"))
ui.disclaimer()
