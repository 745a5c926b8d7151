"""试算 as a person tries it: amount, tenor and method above, figures, bars and rows below.

Law: the figures stand right under the slider, and the schedule follows it in plain HTML that changes where it
stands: amount and schedule are all that a step of the slider draws anew. Every row opens its reckoning; what
was typed stays, also where it is refused. One component for the estimate and the quote.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from functools import lru_cache, partial

import streamlit as st

from pages.kit import format as figures
from pages.kit import session
from pages.kit.components.cells import Icon, card, cell
from pages.kit.components.choices import choice
from pages.kit.components.figures import Fact, key_values
from pages.kit.components.markup import html_of
from pages.kit.components.results import toast
from pages.kit.components.schedule import Bar, Line, schedule_bars, schedule_rows
from pages.kit.components.text import note, paragraph, section
from pages.kit.draft import keep, typed
from pages.kit.i18n import _, lang, say
from pages.kit.in_words import in_words
from pages.kit.navigation import go, pending
from pages.kit.perform import page_of, perform
from pages.kit.widgets import AmountWords, amount_entry, in_place
from pages.kit.widgets.parts import state
from weilidai_core.apply.counter_offer import Plan
from weilidai_core.borrow.trial import Trial
from weilidai_core.journey import next_step
from weilidai_core.keys import key_of
from weilidai_core.quote.quote import Quote
from weilidai_core.quote.schedule import Row
from weilidai_core.words import RepaymentMethod
from weilidai_core.world.step import Request
from weilidai_core.world.views import read_history, steps_taken
from weilidai_core.world.world import World

Look = Callable[[World, Mapping[str, str]], Trial]


@st.fragment
def trial_cards(form: str, look: Look) -> None:
    """The entry and the schedule; `form` names the draft, `look` tries what is in it."""
    if pending():
        # A fragment reruns alone; leaving the page is the whole page's business.
        st.rerun()
    with st.container(key="trial", gap=None), in_words():
        _cards(form, look)


def _cards(form: str, look: Look) -> None:
    world = session.world()
    tried = look(world, typed(world, form))
    # Both first: the schedule lies below the choices, and is drawn by the amount's fragment above them.
    amount, plan = card("amount"), card("schedule")
    with amount:
        low, high, step = (figures.whole(fen) for fen in tried.bounds_fen)
        section(
            _("借款金额"), note=_("{low} – {high} 元，{step} 元一档").format(low=low, high=high, step=step)
        )
        _amount_and_schedule(form, look, plan)
        _choices(tried, _name(form, world), partial(_keep, form))
        cell(
            _("对比方案"),
            key="compare",
            icon=Icon("compare_arrows"),
            hint=_("同样的金额，换一种方式或期数"),
            on_click=partial(_compare, form, look),
        )


@st.fragment
def _amount_and_schedule(form: str, look: Look, plan: AbstractContextManager[object]) -> None:
    if pending():
        st.rerun()
    with in_words():
        world = session.world()
        tried = look(world, typed(world, form))
        name = _name(form, world)
        _remember(name, tried)
        _entry(tried, name, partial(_keep, form))
        with plan:
            in_place(_schedule(tried, lang()), key=f"{name}_schedule")


def _head(annual_rate_ppm: int) -> None:
    yearly = _("年化利率（单利）{rate}").format(rate=figures.percent(annual_rate_ppm))
    section(_("还款计划"), note=yearly)


def sending(form: str, look: Look, make: Callable[[Plan], Request]) -> Callable[[], None]:
    """An `on_click` that does what `make` makes of the plan in the entries at that moment.

    Its key is reckoned now, and names the step, not the plan: a second click can only be the same one.
    """
    world = session.world()
    first = look(world, {}).plan
    key = key_of(make(first), read_history(world)) if first else ""
    return partial(_send, form, look, make, key)


def _send(form: str, look: Look, make: Callable[[Plan], Request], key: str) -> None:
    world = session.world()
    if any(step.key == key for step in steps_taken(world)):
        # The first of two clicks has done it, and its draft is gone: go where it led.
        go(page_of(next_step(read_history(world))))
        return
    tried = look(world, _seen(_name(form, world)))
    if tried.plan is not None:
        perform(make(tried.plan), key)
    elif tried.refused is not None:
        toast(say(tried.refused.sentence))


def _compare(form: str, look: Look) -> None:
    world = session.world()
    refused = look(world, _seen(_name(form, world))).refused
    # Of an amount that cannot be lent there is nothing to compare; the entry says why, too.
    if refused is None:
        go("compare", back=form)
    else:
        toast(say(refused.sentence))


def _name(form: str, world: World) -> str:
    # The world is part of the keys: another person's slider must not begin where this one stood.
    return f"{form}_{world.id}"


def _remember(name: str, tried: Trial) -> None:
    """Keep what is drawn, and what the amount entry had reported by then."""
    st.session_state[f"{name}_drawn"] = {**tried.typed, "reported": state(f"{name}_amount", "text")}


def _seen(name: str) -> dict[str, str]:
    """The three entries as the person sees them at this click.

    A tap on the button right after typing arrives together with the typing, and before it is in the draft;
    and another tab may have changed the draft. What is seen here is what is meant.
    """
    drawn = st.session_state[f"{name}_drawn"]
    reported = state(f"{name}_amount", "text")
    return {
        "amount": drawn["amount"] if reported == drawn["reported"] else str(reported or ""),
        "tenor": st.session_state.get(f"{name}_tenor") or drawn["tenor"],
        "method": st.session_state.get(f"{name}_method") or drawn["method"],
    }


def _entry(tried: Trial, name: str, save: Callable[..., None]) -> None:
    amount_entry(
        tried.amount,
        key=f"{name}_amount",
        bounds_fen=tried.bounds_fen,
        words=AmountWords(_("借款金额（元）"), refused=_refused(tried), told=_told(tried.quote)),
        on_change=lambda raw: save(amount=raw),
        picks_fen=tried.picks_fen,
    )


def _told(made: Quote | None) -> list[tuple[str, str]]:
    """What the loan comes to; what is not known yet keeps its place."""
    names = _("首期应还"), _("利息合计"), _("还款总额")
    if made is None:
        return [(name, "—") for name in names]
    cost = made.cost
    fen = cost.first_payment_fen, cost.total_interest_fen, cost.total_payable_fen
    return list(zip(names, map(figures.money, fen), strict=True))


def _choices(tried: Trial, name: str, save: Callable[..., None]) -> None:
    choice(
        _("分几期还（每月一期）"),
        options={str(tenor): str(tenor) for tenor in tried.tenors},
        value=str(tried.tenor),
        key=f"{name}_tenor",
        on_change=lambda tenor: save(tenor=tenor),
    )
    choice(
        _("还款方式"),
        options={method.value: _(method.label) for method in RepaymentMethod},
        value=tried.method.value,
        key=f"{name}_method",
        on_change=lambda method: save(method=method),
    )
    paragraph(_(tried.method.explanation), small=True)
    if tried.moved:
        note("info", say(tried.moved))


def _refused(tried: Trial) -> str:
    if tried.refused is None:
        return ""
    text, next_step = say(tried.refused.sentence), say(tried.refused.next_sentence)
    return _("{text}{next_step}").format(text=text, next_step=next_step).strip()


def _keep(form: str, **changes: str) -> None:
    keep(session.world(), form, **changes)


# The same plan looks the same to everybody, and an audience tries the same few.
@lru_cache(maxsize=512)
def _drawn(made: Quote, _lang: str) -> str:
    """The bars and rows as HTML in the language of the moment, named `_lang`."""
    return html_of(partial(_plan, made))


def _schedule(tried: Trial, language: str) -> str:
    return _drawn(tried.quote, language) if tried.quote else html_of(partial(_none, tried.annual_rate_ppm))


def _none(annual_rate_ppm: int) -> None:
    _head(annual_rate_ppm)
    note("quiet", _("金额改好之后，这里会显示每一期还多少。"))


def _plan(made: Quote) -> None:
    _head(made.annual_rate_ppm)
    schedule_bars(
        [Bar(row.number, row.principal_fen, row.interest_fen) for row in made.rows],
        summary=_("{tenor} 期还款：首期 {first}，末期 {last}，利息合计 {interest}").format(
            tenor=made.tenor,
            first=figures.money(made.cost.first_payment_fen),
            last=figures.money(made.cost.last_payment_fen),
            interest=figures.money(made.cost.total_interest_fen),
        ),
    )
    key_values([Fact(_("首期、利息和总额"), "", why=_("；").join(say(said) for said in made.reckonings))])
    schedule_rows([_line(row) for row in made.rows])


def _line(row: Row) -> Line:
    return Line(
        title=_("第 {number} 期").format(number=row.number),
        day=figures.day(row.due_on),
        total=figures.money(row.total_fen),
        split=_("本金 {principal} + 利息 {interest}").format(
            principal=figures.number(row.principal_fen), interest=figures.number(row.interest_fen)
        ),
        reckoning=_("利息 = {reckoning}（{start} 起，剩余本金 × 日利率 × 天数）").format(
            reckoning=say(row.reckoning), start=figures.day(row.interest_from)
        ),
    )
