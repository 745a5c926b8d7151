"""Components draw whatever they are given, and what they are given never becomes markup."""

import re

from streamlit.testing.v1 import AppTest

from pages.kit.components import markup
from tests.conftest import ROOT

STYLE = (ROOT / "pages" / "kit" / "theme.css").read_text(encoding="utf-8")


def every_component() -> None:
    """The script of the test below: each component once, with hostile text in every place."""
    from pages.kit import components as ui

    hostile = '<script>alert(1)</script> **x** [a](http://b) :red[y] $z$ :material/home: "q" \u202e😀'
    ui.amount_hero(hostile, amount=hostile, rate=hostile, note=hostile)
    ui.balance_card((ui.Fact(hostile, hostile),))
    with ui.card("one"):
        ui.section(hostile, note=hostile)
        ui.paragraph(hostile)
        ui.figures((ui.Fact(hostile, hostile),))
        ui.key_values((ui.Fact(hostile, hostile, why=hostile),), title=hostile)
        ui.schedule_bars((ui.Bar(1, 100, 0), ui.Bar(2, 0, 0)), summary=hostile)
        ui.schedule_bars((), summary="")
        ui.schedule_rows((ui.Line(hostile, hostile, hostile, hostile, hostile, "overdue"),))
        ui.steps_bar([hostile, hostile], at=1)
        moments = (ui.Moment(hostile, hostile, hostile, "failed"),)
        ui.timeline(moments)
        ui.review_stages(moments, percent=0)
        ui.note("error", hostile, title=hostile)
        ui.refusal_note(hostile, next_step=hostile)
        ui.result_hero("declined", title=hostile, text=hostile, amount=hostile, rate=hostile)
        ui.receipt(hostile, amount=hostile, facts=(ui.Fact(hostile, hostile),))
        ui.empty_state(hostile, text=hostile)
        ui.error_state(hostile, next_step=hostile)
        ui.bubbles((ui.Bubble(hostile), ui.Bubble(hostile, mine=True)), when=hostile)
        ui.disclaimer(hostile)
    with ui.group("two"):
        ui.cell(hostile, key="a", icon=ui.Icon("home"), value=hostile, hint=hostile, on_click=lambda: None)
        ui.cell(hostile, key="b", value=hostile, hint=hostile)
        ui.cell(hostile, key="c", value=ui.Status(hostile, "error"), on_click=lambda: None)
        ui.cell(hostile, key="d", value=ui.Status(hostile, "error"))
        ui.document_cell(hostile, key="e", read=False, on_open=lambda: None)
    ui.loading_state(hostile)
    ui.secondary(hostile, on_click=lambda: None)
    ui.chips((("a", hostile),), key="chips", on_click=lambda name: None)
    ui.choice(hostile, options={"a": hostile}, value="a", key="c", on_change=lambda value: None)


def test_no_text_becomes_markup() -> None:
    at = AppTest.from_function(every_component).run()

    assert not at.exception
    drawn = "".join(element.proto.body for element in at.get("html"))
    assert "<script" not in drawn
    assert "&lt;script&gt;" in drawn
    assert all(r":red\[y\]" in button.label.replace("\\:", ":") for button in at.button)


def test_a_tapped_cell_is_a_real_button_with_its_words() -> None:
    def script() -> None:
        import streamlit as st

        from pages.kit import components as ui

        ui.cell("银行卡", key="cards", value="2 张", on_click=lambda: st.session_state.update(tapped=True))

    at = AppTest.from_function(script).run()
    at.button[0].click().run()

    assert at.session_state["tapped"]
    assert "银行卡" in at.button[0].label


def test_a_row_says_its_state_in_a_word_and_its_colour_by_its_key() -> None:
    def script() -> None:
        from pages.kit import components as ui

        ui.document_cell("征信查询授权书", key="doc", read=True, on_open=lambda: None)

    row = AppTest.from_function(script).run().button[0]

    assert "`已读`" in row.label
    assert row.key == "cell_blue_doc_is_success"


def test_the_legend_names_the_colours_that_are_there() -> None:
    def script() -> None:
        from pages.kit import components as ui

        bars = (ui.Bar(1, 100, 5, "paid"), ui.Bar(2, 100, 5, "overdue"), ui.Bar(3, 100, 5))
        ui.schedule_bars(bars, summary="")

    drawn = AppTest.from_function(script).run().get("html")[0].proto.body

    assert re.findall(r"<span[^>]*>(\w+)</span>", drawn) == ["本金", "利息", "已还", "已逾期"]


def test_a_refused_choice_shows_what_the_draft_says() -> None:
    def script() -> None:
        from pages.kit import components as ui

        ui.choice(
            "期数", options={"5": "5 期", "10": "10 期"}, value="5", key="tenor", on_change=lambda _: None
        )

    at = AppTest.from_function(script).run()
    at.get("button_group")[0].set_value("10").run()

    assert at.session_state["tenor"] == "5"


def test_labels_are_harmless() -> None:
    assert markup.md("a:b[c]*d*") == r"a\:b\[c\]\*d\*"
    assert markup.esc('<b>"') == "&lt;b&gt;&quot;"


def test_the_style_rests_on_names_that_stay() -> None:
    steady, _, brittle = STYLE.partition("Brittle:")

    assert "st-emotion-cache" not in STYLE
    assert "data-testid" not in steady
    assert len(set(re.findall(r'data-testid="(\w+)"', brittle))) <= 10
