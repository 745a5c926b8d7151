"""Collection as it is read: a contact with the rule behind it, a rule with its source, a dispute."""

from collections.abc import Callable
from functools import partial

from pages.kit import format as figures
from pages.kit.components.buttons import secondary
from pages.kit.components.cells import Icon, card, cell
from pages.kit.components.choices import choice
from pages.kit.components.markup import esc, put
from pages.kit.components.notices import clock, switch
from pages.kit.components.text import note, paragraph, section
from pages.kit.i18n import _, say
from pages.kit.navigation import go
from weilidai_core.collection.answers import ABOUT_LABELS
from weilidai_core.collection.rules import FORBIDDEN, Rule
from weilidai_core.collection.standing import Wishes
from weilidai_core.collection.views import WINDOW_LABELS, ContactLine, DisputeLine, hours_of
from weilidai_core.words import CallWindow, ContactWay, DisputeAbout

_SIGNS = {
    ContactWay.SMS: "sms",
    ContactWay.CALL: "call",
    ContactWay.LOCATE: "person_search",
    ContactWay.VISIT: "handshake",
}


def collection_cell() -> None:
    """The way to the contacts and the rules behind them."""
    cell(
        _("催收记录与规则"),
        key="collection",
        icon=Icon("rule", "quiet"),
        on_click=partial(go, "collection"),
    )


def contact_row(line: ContactLine) -> None:
    """A contact: when, how, what became of it; opened, what was said and which rule allowed it."""
    said = esc(_("说了什么：{text}").format(text=say(line.says)))
    rule = esc(
        _("依据 {id} {name}：{says}").format(id=line.rule.id, name=_(line.rule.name), says=_(line.rule.says))
    )
    kept = esc(
        _("还查过 {first} 到 {last}，都没有违反。").format(first=FORBIDDEN[0].id, last=FORBIDDEN[-1].id)
    )
    source = _from(line.rule)
    put(
        f'<details class="wl-contact"><summary><i class="wl-icon" aria-hidden="true">{_SIGNS[line.way]}</i>'
        f"<b>{esc(_(line.label))} · {esc(_(line.outcome))}</b>"
        f"<span>{esc(figures.short_day(line.on))} {esc(clock(line.at))}</span>"
        f'<em class="wl-why">{esc(line.rule.id)}</em></summary>'
        f"<p>{said}</p><p>{rule}</p><p>{source}</p><p>{kept}</p></details>"
    )


def rule_list(rules: tuple[Rule, ...]) -> None:
    """Every rule that forbids, each with its source."""
    drawn = "".join(
        f"<li><b>{esc(rule.id)} {esc(_(rule.name))}</b><p>{esc(_(rule.says))}</p>"
        f"<small>{_from(rule)}</small></li>"
        for rule in rules
    )
    put(f'<ul class="wl-rules">{drawn}</ul>')


def _from(rule: Rule) -> str:
    return esc(_("来源：{source}").format(source=source_of(rule)))


def source_of(rule: Rule) -> str:
    """Where a rule comes from, and since when."""
    if rule.since is None:
        return _(rule.source)
    return _("{source}（{day}）").format(source=_(rule.source), day=figures.day(rule.since))


def dispute_card(line: DisputeLine) -> None:
    """A dispute, with its answer or the day by which there is one."""
    with card(f"dispute_{line.number}"):
        section(_("第 {number} 号异议").format(number=line.number), note=figures.short_day(line.opened_on))
        paragraph(_(line.about))
        if line.answer is None:
            note("info", _("最迟 {day} 答复。").format(day=figures.day(line.answer_on)))
        else:
            note("success", say(line.answer), title=_("答复"))


def dispute_choices(open_it: Callable[[DisputeAbout], Callable[[], None]]) -> None:
    """What can be disputed; a tap opens the dispute."""
    paragraph(_("选一项，异议马上登记。答复之前，所有催收联系都停止。"))
    for about, label in ABOUT_LABELS.items():
        secondary(_(label), key=f"dispute_{about.value}", on_click=open_it(about))


def wishes_card(wishes: Wishes, *, on_change: Callable[[CallWindow, bool], None]) -> None:
    """When the borrower wants to be called, and whether the sample person picks up."""
    with card("wishes"):
        section(_("您希望什么时候接电话"))
        choice(
            _("时段"),
            options={window.value: _(label) for window, label in WINDOW_LABELS.items()},
            value=wishes.window.value,
            key="call_window",
            on_change=lambda value: on_change(CallWindow(value), wishes.picks_up),
        )
        start, end = hours_of(wishes.window)
        paragraph(
            _("{start} 到 {end} 之间才打。22 点以后只有您自己要求才行。").format(
                start=clock(start), end=clock(end)
            ),
            small=True,
        )
        switch(
            _("演示人物会接电话"),
            is_on=wishes.picks_up,
            key="picks_up",
            on_change=lambda: on_change(wishes.window, not wishes.picks_up),
        )
