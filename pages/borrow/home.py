"""借款: the tab of borrowing. With a limit: what is available, what is under way, what is owed; else the way there."""

from functools import partial

from pages.kit import components as ui
from pages.kit import format as figures
from pages.kit import session
from pages.kit.components.decision import drawdown_card, loan_notes
from pages.kit.i18n import _
from pages.kit.navigation import go
from pages.kit.perform import page_of, refusal
from weilidai_core.borrow.views import Home, HomeState, home
from weilidai_core.journey import next_step
from weilidai_core.world.views import read_history

_TOLD = {
    HomeState.NOT_INVITED: (
        "mail",
        N_("还没有收到邀请"),
        N_("微粒贷由系统邀请开通，不能申请，也不能购买。声称付费“强开”的都是骗局。"),
    ),
}
