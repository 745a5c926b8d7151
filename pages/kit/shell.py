"""The frame every page lives in: nav bar, the standing mark, scrolling body, footer.

Laws: the frame is drawn by the entry script, so that a page change never blanks it; the mark
「模拟演示 · 非真实贷款」stands on every screen; no page fails in front of a person without words.
"""

from contextlib import AbstractContextManager
from pathlib import Path

import streamlit as st

from pages.kit import menu, presenter, session
from pages.kit.components.markup import esc, put
from pages.kit.components.results import error_state
from pages.kit.i18n import TAGS, _, lang, say
from pages.kit.navigation import PAGES, TABS, Current, back_of, go
from pages.kit.perform import what_next
from pages.kit.preferences import elder
from pages.kit.session import Key
from pages.kit.widgets.line import line
from weilidai_core.errors import WeilidaiError
from weilidai_core.logbook import fault_of

STYLE = Path(__file__).parent / "theme.css"


def open_document() -> None:
    """Page settings, style, and the document's language; before anything else of a run."""
    st.set_page_config(page_title=_("微粒贷 · 模拟演示"), layout="wide", initial_sidebar_state="collapsed")
    st.html(STYLE)
    # The language and the letter size stay with the browser; a page cannot set a cookie any other way.
    st.html(
        f"""<script>{{
        const root = document.documentElement;
        root.lang = "{TAGS[lang()]}";
        root.toggleAttribute("data-elder", {str(elder()).lower()});
        for (const [name, value] of [["lang", "{lang()}"], ["elder", "{int(elder())}"]])
          document.cookie = `weilidai_${{name}}=${{value}}; path=/; max-age=15552000; samesite=lax`;
        }}</script>""",
        unsafe_allow_javascript=True,
    )


def draw(current: Current, *, closed: WeilidaiError | None = None) -> None:
    """The frame, and the page inside it; or, where no world can be opened, the sentence that says why."""
    entry = current.entry
    with st.container(key="phone", gap=None):
        put('<div class="wl-status" aria-hidden="true"><b>9:41</b><i></i><u></u></div>')
        with st.container(key="bar", horizontal=True, gap=None):
            _back(back_of(entry))
            put(_title(_(entry.title), _("模拟演示 · 非真实贷款")))
            if st.button(_("菜单"), key="menu", icon=":material/more_horiz:", type="tertiary"):
                menu.open_menu()
        lost = esc(_("网络断开了，正在重新连接"))
        put(f'<p class="wl-offline" role="status">{lost}</p>')
        line()
        body = st.container(key=f"body_{entry.key}", gap=None)
        foot = st.container(key="foot", gap=None)
    # Kept for this run only: pages put their button here.
    session.put(Key.FOOT, foot)
    if entry.tab:
        _tabs(foot, entry.key)
    with body:
        if closed is not None:
            tell(closed)
        else:
            _run(current)
    if closed is None and presenter.is_shown():
        # Beside the phone, and only where a screen has room for it.
        with st.container(key="presenter", gap=None):
            presenter.draw_panel(entry.key)


def _title(title: str, mark: str) -> str:
    return f'<div class="wl-title"><h1>{esc(title)}</h1><p class="wl-mark">{esc(mark)}</p></div>'


def _back(key: str) -> None:
    if key:
        st.button(
            _("返回"), key="back", icon=":material/chevron_left:", type="tertiary", on_click=go, args=(key,)
        )


def _tabs(foot: AbstractContextManager[object], here: str) -> None:
    with foot, st.container(key="tabs", horizontal=True, gap=None):
        for key in TABS:
            entry = PAGES[key]
            st.button(
                _(entry.tab),
                key=f"tab_{key}_on" if key == here else f"tab_{key}",
                icon=f":material/{entry.icon}:",
                type="tertiary",
                width="stretch",
                on_click=go,
                args=(key,),
            )


def _run(current: Current) -> None:
    told = session.take(Key.FLASH)
    if told:
        told = told if isinstance(told, str) else say(told)
        put(f'<div class="wl-note wl-info" role="status"><p>{esc(told)}</p></div>')
    if current.entry.script.startswith("lab/") and not session.is_facilitator():
        _closed_to_applicants()
        return
    try:
        current.page.run()
    except Exception as error:
        # A refusal has its words; a fault of the program gets some, and the log has it whole.
        tell(fault_of(error, place=f"page {current.entry.key}"))


def _closed_to_applicants() -> None:
    title, text = _("这里给引导者用"), _("要先输入启动程序时在控制台里显示的口令。")
    put(f'<div class="wl-note wl-info" role="status"><b>{esc(title)}</b><p>{esc(text)}</p></div>')
    enter = esc(_("输入口令"))
    put(f'<a class="wl-way" href="/lab-door" target="_self">{enter}</a>')


def tell(refusal: WeilidaiError) -> None:
    """A refusal in the place of a page: what happened, what to do, the id where the operator must mend it."""
    error_state(say(refusal.sentence), next_step=what_next(refusal))
    # A whole new visit: whatever went wrong in this one is not carried along.
    again = esc(_("重新打开"))
    put(f'<a class="wl-way" href="/" target="_self">{again}</a>')


def fail(error: Exception) -> bool:
    """Streamlit's last resort, for what no page has caught: words and an id, instead of its own English."""
    tell(fault_of(error, place="script"))
    return True
