"""The figures drawn by Plotly, for pages reached later: plans side by side, what is still owed, a score.

One template for all: the page's own font, colours that hold for the colour-blind and on paper, no tool
bar. Law: a picture never says more than the numbers beside it, and has words for who cannot see it.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import plotly.graph_objects as go
import streamlit as st

from pages.kit import format as figures
from pages.kit.components.markup import esc, put
from pages.kit.i18n import _
from pages.kit.preferences import elder

FONT = "'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Microsoft YaHei', 'WLD Sans', sans-serif"
# White words on each of these hold 4.5 : 1.
BLUE, GREEN, VIOLET, AMBER, RED = "#1a5fd0", "#0a7a43", "#7a4fb5", "#9a5b00", "#b3261e"
INK, GREY, LINE, PALE, WARM = "#191919", "#5a6270", "#e5e5e5", "#e8eaee", "#f6e3e1"
BRIGHT = "#ffffff"
_LINES, _BROAD = (BLUE, GREEN, VIOLET, AMBER, RED), 8
_DASHES = ("dash", "dot", "dashdot")
_MOST_TICKS, _MOST_LARGE_TICKS = 12, 6
_LETTERS, _LARGE = 13, 16
_BELOW = {"y": -0.28, "yanchor": "top", "x": 0, "xanchor": "left"}
_BELOW_LARGE = {**_BELOW, "y": -0.38}
TEMPLATE = go.layout.Template(
    layout={
        "font": {"family": FONT, "color": INK},
        "colorway": list(_LINES),
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 8, "t": 32, "b": 8},
        "xaxis": {"gridcolor": LINE, "zerolinecolor": LINE, "automargin": True, "fixedrange": True},
        "yaxis": {"gridcolor": LINE, "zerolinecolor": LINE, "automargin": True, "fixedrange": True},
        "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 1, "xanchor": "right"},
        "hoverlabel": {"font": {"family": FONT}},
        "bargap": 0.4,
        "separators": ".,",
    }
)
_CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False}


class Plan(NamedTuple):
    """One plan to compare: its name, total interest and total payable (fen); `chosen` is the current one."""

    label: str
    interest_fen: int
    payable_fen: int
    chosen: bool = False


class Balance(NamedTuple):
    """What is still owed under one plan (fen): before the first instalment, then after each."""

    label: str
    owed_fen: Sequence[int]
    chosen: bool = False


class Part(NamedTuple):
    """What one factor contributed to a score and could have contributed: hundredths of a point."""

    label: str
    points: int
    most: int


def plan_comparison(plans: Sequence[Plan], *, key: str, summary: str) -> None:
    """Total interest of each plan as one bar, its amount written on it; `summary` says it in words."""
    colours = [BLUE if plan.chosen else GREY for plan in plans]
    figure = go.Figure(
        go.Bar(
            x=[plan.interest_fen / 100 for plan in plans],
            # A long name stands on two lines, so that the bars keep their room on a narrow phone.
            y=[plan.label.replace(" · ", "<br>") for plan in plans],
            orientation="h",
            marker={"color": colours, "cornerradius": 4},
            text=[figures.money(plan.interest_fen) for plan in plans],
            textposition="auto",
            insidetextanchor="end",
            hovertext=[_hover(plan) for plan in plans],
            hoverinfo="text",
        )
    )
    figure.update_layout(height=64 + 56 * len(plans), showlegend=False, margin_t=8)
    figure.update_xaxes(rangemode="tozero", tickprefix="¥", tickformat=",", nticks=4)
    figure.update_yaxes(autorange="reversed", showgrid=False, ticklabelstandoff=8)
    draw(figure, key=key, summary=summary)


def balance_curve(balances: Sequence[Balance], *, key: str, summary: str) -> None:
    """What is still owed after each instalment, a line for each plan; `summary` says it in words."""
    ranked = sorted(enumerate(balances), key=lambda each: not each[1].chosen)
    figure = go.Figure([line for at, one in ranked for line in _lines(at, one)])
    figure.update_layout(
        height=276 + 24 * len(balances),
        margin={"t": 8, "r": 18},
        hovermode="closest",
        legend=_BELOW_LARGE if elder() else _BELOW,
    )
    # From the first instalment on: at nought the two axes would write over each other.
    last = max((len(one.owed_fen) for one in balances), default=1) - 1
    step = max(1, -(-last // (_MOST_LARGE_TICKS if elder() else _MOST_TICKS)))
    figure.update_xaxes(
        title=_("还了几期"), showgrid=False, range=[0, last], tickvals=list(range(step, last + 1, step))
    )
    figure.update_yaxes(rangemode="tozero", tickprefix="¥", tickformat=",", nticks=5)
    draw(figure, key=key, summary=summary)


def _lines(at: int, one: Balance) -> list[go.Scatter]:
    """The line of the plan at that place; strength and dashes tell it from the others, not colour alone.

    Plans that go down alike lie on each other: the chosen one is a broad line, and another has a bright edge
    that shows it in the middle of the broad one.
    """
    line = go.Scatter(
        x=list(range(len(one.owed_fen))),
        y=[fen / 100 for fen in one.owed_fen],
        name=one.label,
        mode="lines",
        line={
            "width": _BROAD if one.chosen else 2,
            "dash": "solid" if one.chosen else _DASHES[at % 3],
            "color": _LINES[at % len(_LINES)],
        },
        legendrank=at,
        hovertext=[_owed(one.label, number, fen) for number, fen in enumerate(one.owed_fen)],
        hoverinfo="text",
    )
    if one.chosen:
        return [line]
    edge = go.Scatter(
        x=line.x,
        y=line.y,
        mode="lines",
        line={"width": 4, "color": BRIGHT},
        showlegend=False,
        hoverinfo="skip",
    )
    return [edge, line]


def waiting_cost(fen: Sequence[int], *, key: str, summary: str) -> None:
    """What being late costs in all after so many more days of waiting (fen); `summary` says it in words."""
    hover = [
        _("再等 {days} 天，罚息共 {amount}").format(days=days, amount=figures.money(one))
        for days, one in enumerate(fen)
    ]
    line = go.Scatter(
        x=list(range(len(fen))),
        y=[one / 100 for one in fen],
        mode="lines",
        line={"width": 4, "color": RED},
        fill="tozeroy",
        fillcolor=WARM,
        hovertext=hover,
        hoverinfo="text",
    )
    figure = go.Figure(line)
    figure.update_layout(height=240, margin_t=8, showlegend=False)
    figure.update_xaxes(
        title=_("再等几天"), showgrid=False, range=[0, len(fen) - 1], tickvals=_marks(len(fen) - 1)
    )
    figure.update_yaxes(rangemode="tozero", tickprefix="¥", tickformat=",.2~f", nticks=5)
    draw(figure, key=key, summary=summary)


def _marks(last: int) -> list[int]:
    """Every 30 days; nought is left out, where the two axes would write over each other."""
    return list(range(30, last + 1, 30))


def contributions(parts: Sequence[Part], *, key: str, summary: str) -> None:
    """What each factor contributed of what it could have, as bars; `summary` says it in words."""
    names = [part.label for part in parts]
    figure = go.Figure(
        [
            go.Bar(
                x=[part.points / 100 for part in parts],
                y=names,
                orientation="h",
                name=_("得到的分"),
                marker={"color": BLUE, "cornerradius": 4},
                hoverinfo="skip",
            ),
            go.Bar(
                x=[(part.most - part.points) / 100 for part in parts],
                y=names,
                orientation="h",
                name=_("没得到的分"),
                marker={"color": PALE, "line": {"color": GREY, "width": 1}, "cornerradius": 4},
                text=[f"{part.points / 100:.2f} / {part.most / 100:.2f}" for part in parts],
                textposition="outside",
                cliponaxis=False,
                hoverinfo="skip",
            ),
        ]
    )
    figure.update_layout(
        height=72 + 52 * len(parts), barmode="stack", margin_t=8, legend=_BELOW | {"y": -0.04}
    )
    most = max((part.most for part in parts), default=0) / 100
    # Room at the right for what is written behind the longest bar.
    figure.update_xaxes(range=[0, most * 1.5], showgrid=False, showticklabels=False, zeroline=False)
    figure.update_yaxes(autorange="reversed", showgrid=False, ticklabelstandoff=8)
    draw(figure, key=key, summary=summary)


def draw(figure: go.Figure, *, key: str, summary: str) -> None:
    """Any figure on the template, with its words for who cannot see it."""
    # Large letters are large in a figure, too.
    size = _LARGE if elder() else _LETTERS
    figure.update_layout(template=TEMPLATE, font_size=size, hoverlabel_font_size=size)
    figure.update_xaxes(title_font_size=size)
    put(f'<p class="wl-hidden">{esc(summary)}</p>')
    options: dict[str, Any] = {"theme": None, "width": "stretch", "config": _CONFIG}
    st.plotly_chart(figure, key=key, **options)


def _owed(label: str, number: int, fen: int) -> str:
    return _("{label}<br>还了 {number} 期，还欠 {amount}").format(
        label=esc(label), number=number, amount=figures.money(fen)
    )


def _hover(plan: Plan) -> str:
    return _("{label}<br>利息合计 {interest}<br>还款总额 {payable}").format(
        label=esc(plan.label),
        interest=figures.money(plan.interest_fen),
        payable=figures.money(plan.payable_fen),
    )
