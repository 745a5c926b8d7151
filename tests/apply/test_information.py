"""Information: what can be typed, and one clear sentence for each thing that cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weilidai_core.apply.information import (
    LABELS,
    LONGEST,
    Information,
    Purpose,
    TypedInformation,
    check_information,
    prefilled,
)
from weilidai_core.apply.typing_errors import InformationRefused
from weilidai_core.language import render
from weilidai_core.scenarios.personas import PERSONAS, Persona, persona
from weilidai_core.world.profile import Occupation, Source

RIGHT = TypedInformation(
    occupation="employee",
    employer="晴川科技有限公司（样例）",
    monthly_income="6,500.50",
    residence="广东省佛山市样例路 16 号",
    contact_name="李秀芳",
    contact_mobile="15420260112",
    purpose="daily",
)


def refusal(field: str, typed: str) -> str:
    """The code of the one refusal that a field gets for what was typed in it."""
    with pytest.raises(InformationRefused) as refused:
        check_information(RIGHT.model_copy(update={field: typed}))
    (error,) = refused.value.errors
    assert error.field == field
    for lang in ("zh", "en"):
        assert render(error.sentence, lang)
    return error.code


def test_it_works() -> None:
    assert check_information(RIGHT) == Information(
        occupation=Occupation.EMPLOYEE,
        employer="晴川科技有限公司（样例）",
        monthly_income_fen=6_500_50,
        residence="广东省佛山市样例路 16 号",
        contact_name="李秀芳",
        contact_mobile="15420260112",
        purpose=Purpose.DAILY,
    )


def test_an_empty_form_is_refused_field_by_field_in_the_order_of_the_form() -> None:
    with pytest.raises(InformationRefused) as refused:
        check_information(TypedInformation())

    assert [error.field for error in refused.value.parts()] == list(LABELS)
    assert {error.code for error in refused.value.errors} == {"field-empty"}
    assert refused.value.facts == {"count": 7}


@pytest.mark.parametrize("field", LABELS)
@pytest.mark.parametrize("blank", ["", " ", "\n\t", "　"])
def test_a_blank_field_is_refused(field: str, blank: str) -> None:
    assert refusal(field, blank) == "field-empty"


@pytest.mark.parametrize("field", ["employer", "residence", "contact_name"])
@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("晴" * 61, "too-long"),
        ("晴川１２", "full-width-characters"),
        ("晴川ＡＢ", "full-width-characters"),
        ("晴川🙂", "emoji-not-allowed"),
        ("晴川❤️", "emoji-not-allowed"),
        ("晴川👨‍👩‍👧", "emoji-not-allowed"),
        ("'; DROP TABLE x;--", "character-not-allowed"),
        ("晴川' OR '1'='1", "character-not-allowed"),
        ("晴川--", "character-not-allowed"),
        ("**晴川**", "character-not-allowed"),
        ("# 晴川", "character-not-allowed"),
        ("[晴川](x)", "character-not-allowed"),
        ("<b>晴川</b>", "character-not-allowed"),
        ("晴\n川", "character-not-allowed"),
        ("晴\u200b川", "character-not-allowed"),
        ("晴\u202e川", "character-not-allowed"),
        ("Привет", "character-not-allowed"),
        ("ありがとう", "character-not-allowed"),
        ("مرحبا", "character-not-allowed"),
    ],
)
def test_what_is_no_plain_chinese_text_is_refused_by_name(field: str, typed: str, code: str) -> None:
    assert refusal(field, typed) == code


@pytest.mark.parametrize("field", ["employer", "residence"])
@pytest.mark.parametrize("typed", ["Acme Ltd", "-5", "0", "99999", "晴", "DROP TABLE event"])
def test_a_name_or_place_without_chinese_is_refused(field: str, typed: str) -> None:
    assert refusal(field, typed) == "too-few-chinese-characters"


@pytest.mark.parametrize("typed", ["Li Xiufang", "李", "李1", "-5", "0", "李 秀芳", "··"])
def test_a_contact_needs_a_chinese_name(typed: str) -> None:
    assert refusal("contact_name", typed) == "contact-name-not-chinese"


@pytest.mark.parametrize("field", LONGEST)
def test_the_longest_text_is_accepted_and_one_more_is_not(field: str) -> None:
    longest = "晴" * LONGEST[field]

    assert getattr(check_information(RIGHT.model_copy(update={field: longest})), field) == longest
    assert refusal(field, longest + "川") == "too-long"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("abc", "amount-unreadable"),
        ("八千", "amount-unreadable"),
        ("６５００", "full-width-typed"),
        ("6500🙂", "amount-unreadable"),
        ("-6500", "amount-negative"),
        ("0", "income-zero"),
        ("0.00", "income-zero"),
        ("6500.123", "amount-too-fine"),
        ("1000000.01", "income-too-high"),
        ("9" * 40, "amount-too-long"),
        ("1; DROP TABLE event", "amount-unreadable"),
        ("**6500**", "amount-unreadable"),
        ("1e5", "amount-unreadable"),
        ("٦٥٠٠", "amount-unreadable"),
    ],
)
def test_an_income_that_is_no_amount_is_refused_by_name(typed: str, code: str) -> None:
    assert refusal("monthly_income", typed) == code


def test_the_highest_income_is_accepted() -> None:
    typed = RIGHT.model_copy(update={"monthly_income": "1,000,000"})

    assert check_information(typed).monthly_income_fen == 1_000_000_00


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("13800138000", "contact-mobile-not-sample"),
        ("1542026011", "contact-mobile-length"),
        ("154202601122", "contact-mobile-length"),
        ("1" * 500, "contact-mobile-length"),
        ("１５４２０２６０１１２", "full-width-typed"),
        ("+8615420260112", "not-digits"),
        ("154 2026 0112", "not-digits"),
        ("-15420260112", "not-digits"),
        ("0", "contact-mobile-length"),
        ("李秀芳", "not-digits"),
        ("📱", "not-digits"),
        ("1542026011²", "not-digits"),
        ("' OR 1=1 --", "not-digits"),
    ],
)
def test_a_contact_number_that_is_no_sample_is_refused_by_name(typed: str, code: str) -> None:
    assert refusal("contact_mobile", typed) == code


@pytest.mark.parametrize("field", ["occupation", "purpose"])
@pytest.mark.parametrize(
    "typed", ["housing", "shares", "EMPLOYEE", "企业员工", "🙂", "-1", "0", "x" * 9999, "' OR 1=1"]
)
def test_a_choice_that_is_not_on_offer_is_refused(field: str, typed: str) -> None:
    assert refusal(field, typed) == "not-among-choices"


def test_spaces_around_a_text_do_not_matter() -> None:
    spaced = RIGHT.model_copy(update={"employer": "  晴川科技 ", "contact_mobile": " 15420260112\n"})

    assert check_information(spaced).employer == "晴川科技"
    assert check_information(spaced).contact_mobile == "15420260112"


def test_what_is_known_is_filled_in_and_says_its_source() -> None:
    filled = prefilled(persona("shopkeeper").profile)

    assert filled.typed.monthly_income == "12000"
    assert filled.typed.occupation == "self-employed"
    assert filled.typed.residence == ""
    assert filled.sources["monthly_income"] is Source.MERCHANT
    assert "residence" not in filled.sources


@pytest.mark.parametrize("one", PERSONAS, ids=lambda one: one.name)
def test_what_sources_fill_in_is_itself_acceptable(one: Persona) -> None:
    check_information(one.typed)


@given(
    typed=st.builds(
        TypedInformation, **{field: st.text(max_size=80) for field in TypedInformation.model_fields}
    )
)
def test_anything_typed_is_understood_or_refused_by_name(typed: TypedInformation) -> None:
    try:
        check_information(typed)
    except InformationRefused as refused:
        for error in refused.errors:
            assert error.field in LABELS
            assert render(error.sentence, "zh")
            assert render(error.sentence, "en")
