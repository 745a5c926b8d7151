"""The figures keep to the numbers they are given, have words beside them, and colours that can be read."""

import itertools
import json

import pytest
from streamlit.testing.v1 import AppTest

from pages.kit import charts
from tests.pages.kit.contrast import contrast

WHITE = "#ffffff"


@pytest.mark.parametrize("colour", [*charts.TEMPLATE.layout.colorway, charts.INK, charts.GREY])
def test_every_colour_of_the_template_is_read_on_white(colour: str) -> None:
    assert contrast(colour, WHITE) >= 4.5


def test_no_two_colours_of_the_template_are_the_same() -> None:
    assert all(one != other for one, other in itertools.combinations(charts.TEMPLATE.layout.colorway, 2))


def test_a_balance_curve_has_a_point_for_every_balance_and_says_itself_in_words() -> None:
    def script() -> None:
        from pages.kit import charts

        plans = (charts.Balance("2 期", (10000, 0)), charts.Balance("5 期", (10000, 5000, 0), chosen=True))
        charts.balance_curve(plans, key="curve", summary="从 100 元还到 0 元")

    at = AppTest.from_function(script).run()
    chosen, edge, other = json.loads(at.get("plotly_chart")[0].proto.spec)["data"]

    assert not at.exception
    assert [chosen["name"], chosen["y"]] == ["5 期", [100.0, 50.0, 0.0]]
    assert [other["name"], other["y"]] == ["2 期", [100.0, 0.0]]
    assert chosen["line"]["dash"] != other["line"]["dash"]
    # Where both lie on each other: broad, a bright edge upon it, and the other one in its middle.
    assert chosen["line"]["width"] > edge["line"]["width"] > other["line"]["width"]
    assert (edge["y"], edge["showlegend"], edge["line"]["color"]) == (other["y"], False, charts.BRIGHT)
    # The names stand in the order in which they were given, whichever is chosen.
    assert other["legendrank"] < chosen["legendrank"]
    assert "从 100 元还到 0 元" in at.get("html")[0].proto.body


def test_contributions_add_up_to_what_could_be_reached() -> None:
    def script() -> None:
        from pages.kit import charts

        charts.contributions((charts.Part("还款记录", 3273, 4000),), key="parts", summary="还款记录 32.73")

    at = AppTest.from_function(script).run()
    earned, missed = json.loads(at.get("plotly_chart")[0].proto.spec)["data"]

    assert not at.exception
    assert earned["x"][0] + missed["x"][0] == pytest.approx(40)
    assert missed["text"] == ["32.73 / 40.00"]
