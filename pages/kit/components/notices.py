"""Notices as they are listed and read: the way to them, a line of the list, what each port was given."""

from collections.abc import Callable, Sequence
from datetime import time
from functools import partial

import streamlit as st

from pages.kit import format as figures
from pages.kit.components.cells import Icon, Tone, card, cell
from pages.kit.components.markup import esc, md, put
from pages.kit.components.text import note, paragraph, section
from pages.kit.i18n import _, ngettext, say
from pages.kit.navigation import go
from weilidai_core.notices.views import Checked, MailLine, PortRecord
from weilidai_core.words import Topic

_ICONS: dict[Topic, tuple[str, Tone]] = {
    Topic.REMINDER: ("event", "main"),
    Topic.DUE: ("today", "warm"),
    Topic.RECEIPT: ("task_alt", "good"),
    Topic.OVERDUE: ("error", "danger"),
    Topic.LIMIT: ("speed", "warm"),
    Topic.OFFER: ("trending_up", "main"),
    Topic.REQUEST: ("forum", "good"),
}


def messages_cell(unread: int, *, key: str = "messages") -> None:
    """The way to the messages, with how many nobody has opened."""
    cell(
        _("消息"),
        key=f"{key}_unread_" if unread else key,
        icon=Icon("mail", "danger" if unread else "good"),
        value=ngettext("{count} 条未读", "{count} 条未读", unread).format(count=unread) if unread else "",
        on_click=partial(go, "messages"),
    )


def mail_cell(line: MailLine, *, on_click: Callable[[], None]) -> None:
    """A notice in the list; one that nobody has opened says so and has its dot."""
    name, tone = _ICONS[line.topic]
    brief = say(line.brief)
    cell(
        _(line.title),
        key=f"mail_{line.number}" if line.is_read else f"mail_unread_{line.number}",
        icon=Icon(name, tone),
        value=figures.short_day(line.on),
        hint=brief if line.is_read else _("未读 · {text}").format(text=brief),
        on_click=on_click,
    )


def moment(record: PortRecord) -> str:
    """3月8日 10:00"""
    return f"{figures.short_day(record.on)} {clock(record.at)}"


def clock(at: time) -> str:
    """10:00"""
    return at.strftime("%H:%M")


def port_record(record: PortRecord) -> None:
    """What one port was given, when, how long it is, and which laws of texts it was held against."""
    with card(f"port_{record.channel.value}"):
        section(_(record.label), note=_(record.port))
        note("quiet", record.text)
        length = _("{length}/{longest} 字").format(length=record.length, longest=record.longest)
        told = [_("{moment} 送出").format(moment=moment(record)), length]
        if record.parts:
            told.append(ngettext("{count} 条短信", "{count} 条短信", record.parts).format(count=record.parts))
        if record.is_held:
            told.append(_("避开安静时段"))
        paragraph(" · ".join(told), small=True)
        put(_checks(record.checks))


def _checks(checks: Sequence[Checked]) -> str:
    drawn = "".join(f"<li>{esc(('✓ ' if one.is_kept else '✗ ') + _(one.asks))}</li>" for one in checks)
    return f'<ul class="wl-checks">{drawn}</ul>'


def switch(label: str, *, is_on: bool, key: str, on_change: Callable[[], None], locked: bool = False) -> None:
    """A row with a switch at its right; one that is locked cannot be moved."""
    st.session_state[key] = is_on
    with st.container(key=f"switch-{key}", gap=None):
        st.toggle(md(label), key=key, on_change=on_change, disabled=locked)
