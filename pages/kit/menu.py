"""The "···" menu: the sample person, the simulated day, language and letters, other people, the way out.

Draws from plain values and calls back with plain values; `world_menu` fills them from the core. Each
view of the menu is the same sheet, drawn anew.
"""

from collections.abc import Callable
from datetime import date
from functools import partial

from pages.kit import format as figures
from pages.kit import navigation, preferences, session, world_menu
from pages.kit.about import about
from pages.kit.components.buttons import secondary
from pages.kit.components.cells import Icon, cell, group
from pages.kit.components.choices import choice
from pages.kit.components.markup import esc, put
from pages.kit.components.notices import messages_cell
from pages.kit.components.person import person_card
from pages.kit.components.sheets import close_sheet, sheet
from pages.kit.components.text import paragraph, section
from pages.kit.i18n import _, ngettext
from pages.kit.menu_words import MenuActions, MenuView, Person
from pages.kit.session import Key
from pages.kit.widgets import day_entry

_LANGUAGES = {"zh": "中文", "en": "English"}


def open_menu(view: str = "") -> None:
    """Open the menu as a sheet, at its first view or at another ("people", "scenes", "about")."""
    session.put(Key.MENU_VIEW, view)
    sheet(_("菜单"), _draw)


def _draw() -> None:
    view, actions = world_menu.now()
    shown = session.get(Key.MENU_VIEW, "")
    if shown == "people" and actions.play:
        _people(view.people, actions.play, view.person)
    elif shown == "scenes" and actions.open_scene:
        _people(view.scenes, actions.open_scene, None)
    elif shown == "time":
        _time(view, actions)
    elif shown == "about":
        _about()
    else:
        _first(view, actions)


def _first(view: MenuView, actions: MenuActions) -> None:
    if view.person:
        person_card(view.person.name, line=view.person.line, pin=view.pin)
    if view.day and view.furthest_day and actions.move_to:
        _calendar(view.day, view.furthest_day, view.next_due_on, actions.move_to)
    section(_("显示"))
    choice(_("语言"), options=_LANGUAGES, value=preferences.lang(), key="menu_language", on_change=_speak)
    letters = {"0": _("标准"), "1": _("大字")}
    choice(
        _("字号"),
        options=letters,
        value=str(int(preferences.elder())),
        key="menu_letters",
        on_change=_letters,
    )
    with group("menu"):
        messages_cell(view.unread, key="menu_messages")
        if view.people and actions.play:
            cell(
                _("换一位演示人物"), key="menu_people", icon=Icon("group"), on_click=partial(_show, "people")
            )
        if view.days_overdue or view.days_back:
            cell(
                _("时间与进度"),
                key="menu_time",
                icon=Icon("history"),
                hint=_("跳到应还日、拖到逾期、回到前面"),
                on_click=partial(_show, "time"),
            )
        if view.scenes and actions.open_scene:
            cell(
                _("打开一个场景"),
                key="menu_scenes",
                icon=Icon("movie", "warm"),
                on_click=partial(_show, "scenes"),
            )
        if actions.restart:
            cell(
                _("从头再来"),
                key="menu_restart",
                icon=Icon("restart_alt", "good"),
                on_click=partial(_then_close, actions.restart),
            )
        cell(_("关于本演示"), key="menu_about", icon=Icon("info", "quiet"), on_click=partial(_show, "about"))
    label = esc(_("结束并清空"))
    put(f'<a class="wl-end" href="{esc(_end_address())}">{label}</a>')


def _calendar(day: date, furthest: date, next_due: date | None, move_to: Callable[[str], None]) -> None:
    move = partial(_move, move_to)
    section(_("模拟日期"), note=figures.day(day))
    day_entry(_("前进到"), day=day, key="menu_day", bounds=(day, furthest), on_change=move)
    if next_due:
        secondary(
            _("到下一个应还日（{day}）").format(day=figures.short_day(next_due)),
            key="menu_next_due",
            on_click=move,
            args=(next_due.isoformat(),),
        )


def _time(view: MenuView, actions: MenuActions) -> None:
    """Forward into being overdue, or back to how things stood at the end of an earlier day."""
    secondary(_("返回菜单"), key="menu_back", on_click=_show, args=("",))
    if view.days_overdue and actions.be_overdue:
        section(_("往后走"))
        paragraph(_("卡里的钱会自动扣款；想看逾期，会先把还款卡的模拟余额改成 0。"), small=True)
        for days in view.days_overdue:
            onward = partial(_then_close, partial(actions.be_overdue, days))
            label = ngettext("直到逾期 {days} 天", "直到逾期 {days} 天", days).format(days=days)
            secondary(label, key=f"menu_overdue_{days}", on_click=onward)
    if view.days_back and actions.back_to:
        section(_("往回走"))
        with group("back"):
            for step, day in view.days_back:
                there = partial(_then_close, partial(actions.back_to, step))
                cell(figures.day(day), key=f"back_{step}", icon=Icon("undo"), on_click=there)


def _people(people: tuple[Person, ...], choose: Callable[[str], None], playing: Person | None) -> None:
    secondary(_("返回菜单"), key="menu_back", on_click=_show, args=("",))
    with group("people"):
        for person in people:
            here = playing is not None and person.key == playing.key
            cell(
                person.name,
                key=f"person_{person.key}",
                icon=Icon("person", "good" if here else "main"),
                value=_("正在使用") if here else "",
                hint=person.line,
                on_click=partial(_then_close, partial(choose, person.key)),
            )


def _about() -> None:
    about()
    secondary(_("返回菜单"), key="menu_back", on_click=_show, args=("",))


def _show(view: str) -> None:
    session.put(Key.MENU_VIEW, view)


def _then_close(act: Callable[[], None]) -> None:
    act()
    close_sheet()


def _move(move_to: Callable[[str], None], day: str) -> None:
    move_to(day)
    close_sheet()


def _speak(language: str) -> None:
    preferences.switch_language(language)
    close_sheet()


def _letters(size: str) -> None:
    preferences.set_elder(size == "1")
    close_sheet()


def _end_address() -> str:
    return f"/end?{navigation.kept_query()}"
