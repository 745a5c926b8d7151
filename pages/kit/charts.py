"""The figures drawn by Plotly, for pages reached later: plans side by side.

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

FONT = "'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Microsoft YaHei', 'WLD Sans', sans-serif"
# White words on each of these hold 4.5 : 1.
BLUE, GREEN, VIOLET, AMBER, RED = "#1a5fd0", "#0a7a43", "#7a4fb5", "#9a5b00", "#b3261e"
INK, GREY, LINE = "#191919", "#5a6270", "#e5e5e5"
TEMPLATE = go.layout.Template(
    layout={
        "font": {"family": FONT, "size": 13, "color": INK},
        "colorway": [BLUE, GREEN, VIOLET, AMBER, RED],
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 8, "t": 32, "b": 8},
        "xaxis": {"gridcolor": LINE, "zerolinecolor": LINE, "automargin": True, "fixedrange": True},
        "yaxis": {"gridcolor": LINE, "zerolinecolor": LINE, "automargin": True, "fixedrange": True},
        "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 1, "xanchor": "right"},
        "hoverlabel": {"font": {"family": FONT, "size": 13}},
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


def draw(figure: go.Figure, *, key: str, summary: str) -> None:
    """Any figure on the template, with its words for who cannot see it."""
    figure.update_layout(template=TEMPLATE)
    put(f'<p class="wl-hidden">{esc(summary)}</p>')
    options: dict[str, Any] = {"theme": None, "width": "stretch", "config": _CONFIG}
    st.plotly_chart(figure, key=key, **options)


def _hover(plan: Plan) -> str:
    return _("{label}<br>利息合计 {interest}<br>还款总额 {payable}").format(
        label=esc(plan.label),
        interest=figures.money(plan.interest_fen),
        payable=figures.money(plan.payable_fen),
    )
