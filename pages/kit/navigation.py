"""Where everything is: the one table of pages, and the one way to go from page to page.

Laws: every page is always registered, so a deep link is served inside the frame; `go` carries the
language, the world and the letter size, which a bare switch would drop; a page opened before its time
leads on with one sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlencode

import streamlit as st

from pages.kit import session
from pages.kit.i18n import N_, _, lang, say
from pages.kit.session import Key
from weilidai_core.sentences import Sentence

ROOT = Path(__file__).resolve().parent.parent
# What every address keeps: the language, the world, the letter size, the presenter's panel.
CARRIED = ("w", "elder", "presenter")


@dataclass(frozen=True)
class Entry:
    """One page: its key, script, address, title; the page that "back" leads to; whether it has the tabs."""

    key: str
    script: str
    url: str
    title: str
    back: str = ""
    tab: str = ""
    icon: str = ""


_WALLET = "account_balance_wallet"
PAGES: dict[str, Entry] = {
    entry.key: entry
    for entry in (
        Entry("me", "me/me.py", "", N_("我"), tab=N_("我"), icon="person"),
        Entry(
            "wallet",
            "me/wallet.py",
            "wallet",
            N_("钱包"),
            back="me",
            tab=N_("钱包"),
            icon="account_balance_wallet",
        ),
        Entry("welcome", "apply/welcome.py", "welcome", N_("微粒贷"), back="wallet"),
        Entry("identity", "apply/identity.py", "identity", N_("身份核对"), back="welcome"),
        Entry("information", "apply/information.py", "information", N_("完善信息"), back="identity"),
        Entry("consent", "apply/consent.py", "consent", N_("授权"), back="information"),
        Entry("estimate", "apply/estimate.py", "estimate", N_("额度试算"), back="consent"),
        Entry("review", "apply/review.py", "review", N_("审核"), back="wallet"),
        Entry("result", "apply/result.py", "result", N_("审核结果"), back="wallet"),
        Entry("home", "borrow/home.py", "borrow", N_("借款"), tab=N_("借款"), icon="water_drop"),
        Entry("quote", "borrow/quote.py", "quote", N_("借款试算"), back="home"),
        Entry("compare", "borrow/compare.py", "compare", N_("方案对比"), back="quote"),
        Entry("cost", "borrow/cost_table.py", "cost", N_("综合融资成本"), back="quote"),
        Entry("contract", "borrow/contract.py", "contract", N_("借款合同"), back="cost"),
        Entry("sign", "borrow/sign.py", "sign", N_("签署合同"), back="contract"),
        Entry("paid", "borrow/paid.py", "paid", N_("放款"), back="home"),
        Entry("bills", "repay/bills.py", "bills", N_("账单"), back="home"),
        Entry("loan_note", "repay/loan_note.py", "loan-note", N_("借据"), back="bills"),
        Entry("repay", "repay/repay.py", "repay", N_("还款"), back="bills"),
        Entry("pay", "repay/pay.py", "pay", N_("主动还款"), back="bills"),
        Entry("prepay", "repay/prepay.py", "prepay", N_("提前还一部分"), back="bills"),
        Entry("overdue", "repay/overdue.py", "overdue", N_("逾期说明"), back="bills"),
        Entry("hardship", "repay/hardship.py", "hardship", N_("暂时还不上"), back="bills"),
        Entry("settle", "settle/early_settlement.py", "settle-early", N_("提前结清"), back="bills"),
        Entry("settled", "settle/settled.py", "settled", N_("已结清"), back="home"),
        Entry("verify", "trust/verify.py", "verify", N_("核对合同"), back="me"),
        Entry("tamper", "trust/tamper.py", "tamper", N_("篡改实验"), back="verify"),
        Entry("collection", "repay/collection.py", "collection", N_("催收记录"), back="bills"),
        Entry(
            "bureau_report", "repay/bureau_report.py", "bureau-report", N_("征信报送告知"), back="collection"
        ),
        Entry("messages", "account/messages.py", "messages", N_("消息"), back="me"),
        Entry("message", "account/message.py", "message", N_("消息详情"), back="messages"),
        Entry(
            "notice_preferences",
            "account/notice_preferences.py",
            "notice-preferences",
            N_("通知设置"),
            back="messages",
        ),
        Entry("consents", "account/consents.py", "consents", N_("授权记录"), back="personal_data"),
        Entry("personal_data", "account/personal_data.py", "personal-data", N_("个人信息"), back="me"),
        Entry("correction", "account/correction.py", "correction", N_("更正资料"), back="personal_data"),
        Entry("erased", "account/erased.py", "erased", N_("清空记录"), back="personal_data"),
        Entry("security", "account/security.py", "security", N_("签署安全"), back="me"),
        Entry("log", "trust/log.py", "log", N_("透明日志"), back="me"),
        Entry("lab", "lab/lab.py", "lab", N_("引导者"), back="me"),
        Entry("chat", "help/chat.py", "chat", N_("客服"), tab=N_("客服"), icon="support_agent"),
    )
}
TABS = ("wallet", "home", "chat", "me")
FIRST = "me"


@dataclass(frozen=True)
class Current:
    """The page of this run: its table entry and Streamlit's own handle."""

    entry: Entry
    page: Any


def register() -> Current:
    """Tell Streamlit every page of the table; the page this run is for."""
    made = {
        entry.key: st.Page(
            ROOT / entry.script, title=_(entry.title), url_path=entry.url or None, default=entry.key == FIRST
        )
        for entry in PAGES.values()
        if (ROOT / entry.script).is_file()
    }
    chosen = st.navigation(list(made.values()), position="hidden")
    key = next(key for key, page in made.items() if page.url_path == chosen.url_path)
    _leave_if_asked(made)
    if session.get(Key.PAGE) != key:
        session.put(Key.PAGE, key)
        session.take(Key.REFUSAL)
        session.take(Key.CHECKED)
    return Current(entry=PAGES[key], page=chosen)


def current() -> str:
    """The key of the page being drawn."""
    return str(session.get(Key.PAGE, FIRST))


def back_of(entry: Entry) -> str:
    """The page that "back" leads to: the one named in the address by who led here, else the table's own."""
    named = session.address("back")
    return "" if entry.tab else named if named in PAGES else entry.back


def address(key: str, **params: str) -> str:
    """The address of a page with what every address keeps; for links in text."""
    return f"/{PAGES[key].url}?{urlencode(_carried(params))}"


def kept_query() -> str:
    """What every address keeps, as a query."""
    return urlencode(_carried({}))


def go(key: str, **params: str) -> None:
    """Open another page after this click; for `on_click` (also inside a sheet)."""
    session.put(Key.PENDING, (key, params))


def go_now(key: str, **params: str) -> NoReturn:
    """Open another page at once; for a page's own script, never for a callback."""
    session.put(Key.PENDING, (key, params))
    st.rerun()


def lead_on(key: str, because: Sentence | str) -> NoReturn:
    """Leave a page that is too early or already past, and say why in one sentence on the next one."""
    session.put(Key.FLASH, say(because) if isinstance(because, Sentence) else because)
    go_now(key)


def pending() -> bool:
    """Whether a click has asked for another page (a sheet then closes itself)."""
    return session.get(Key.PENDING) is not None


def _carried(params: Mapping[str, str]) -> dict[str, str]:
    kept = {name: session.address(name) for name in CARRIED if session.address(name)}
    asked = {"lang": lang(), **kept, **params}
    return {name: value for name, value in asked.items() if value}


def _leave_if_asked(made: Mapping[str, Any]) -> None:
    wish = session.take(Key.PENDING)
    if wish is None or wish[0] not in made:
        return
    key, params = wish
    st.switch_page(made[key], query_params=_carried(params))
