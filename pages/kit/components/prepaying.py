"""What a part prepayment would change: what it saves, how the schedule goes on, line by line."""

from pages.kit import format as figures
from pages.kit.components.cells import card as ground
from pages.kit.components.figures import Fact, key_values
from pages.kit.components.figures import figures as three_figures
from pages.kit.components.paying import pay_from
from pages.kit.components.text import section
from pages.kit.i18n import _, ngettext
from weilidai_core.repay.bill_views import CardView
from weilidai_core.repay.prepayment import Prepayment


def prepayment_effect(would: Prepayment, card: CardView) -> None:
    """What it saves and how the schedule goes on."""
    first, now = would.before[0], would.after[0]
    count = ngettext("{count} 期", "{count} 期", len(would.after)).format(count=len(would.after))
    with ground("effect"):
        section(_("还完之后会怎样"))
        three_figures(
            (
                Fact(_("少付利息"), figures.money(would.saved_fen)),
                Fact(_("下一期"), figures.money(now.total_fen)),
                Fact(_("还剩"), count),
            )
        )
        key_values(
            (
                Fact(_("其中本金"), figures.money(would.principal_fen)),
                Fact(_("其中到今天的利息"), figures.money(would.interest_fen)),
                Fact(_("违约金、手续费"), figures.money(0)),
                Fact(_("原来的下一期"), figures.money(first.total_fen)),
                Fact(_("下一期应还日"), figures.day(now.due_on)),
                pay_from(card),
            )
        )
