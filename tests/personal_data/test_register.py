"""The register is read off the models: nothing that could be about a person is in none of its kinds."""

import pytest
from pydantic import ValidationError

from weilidai_core.apply.information import TypedInformation
from weilidai_core.events import EVENT
from weilidai_core.personal_data.not_personal import NOT_PERSONAL
from weilidai_core.personal_data.register import fields, holds_text, register
from weilidai_core.scenarios.personas import PERSONAS
from weilidai_core.schema import TABLES
from weilidai_core.vault import personal
from weilidai_core.vault.personal import Level, personal_in


def test_it_works() -> None:
    facts = {entry.fact for entry in register()}

    assert {personal.NAME, personal.ID_NUMBER, personal.PIN, personal.FACE, personal.CREDIT_REPORT} <= facts


def test_every_field_that_holds_text_is_classed_or_declared_not_personal() -> None:
    assert [
        f"{model.__name__}.{field}: type it as one of weilidai_core.vault.personal, or declare its name"
        for model, field in fields()
        if holds_text(model.model_fields[field].annotation)
        and personal_in(model, field) is None
        and not {field, f"{model.__name__}.{field}"} & NOT_PERSONAL
    ] == []


def test_nothing_is_declared_not_personal_that_is_not_there() -> None:
    there = {name for model, field in fields() for name in (field, f"{model.__name__}.{field}")}

    assert NOT_PERSONAL - there == set()


def test_every_kind_that_identifies_says_what_for_and_how_long() -> None:
    assert all(entry.fact.purpose and entry.fact.retention for entry in register())
    assert {entry.fact.label for entry in register() if entry.fact.sensitive} == {
        "银行卡号",
        "钱包余额",
        "信用报告",
        "人脸图像",
    }


def test_what_authenticates_is_hashed_or_never_kept() -> None:
    kept = {entry.fact: entry.places for entry in register() if entry.fact.level is Level.C3}

    assert kept == {personal.PIN: ("PinRow.argon2",), personal.FACE: ()}


def test_tables_keep_what_identifies_in_sealed_columns_only() -> None:
    identifying = {
        f"{table.__name__}.{field}"
        for table in TABLES
        for field in table.model_fields
        if (fact := personal_in(table, field)) is not None and fact.level is Level.C2
    }

    assert identifying == {
        "EventRow.body",
        "StepRow.request",
        "DraftRow.body",
        "ContractRow.text",
        "PasskeyRow.credential_id",
        "SpentChallengeRow.answer",
    }


def test_what_is_printed_shows_nobody() -> None:
    for one in PERSONAS:
        printed = repr(one.profile) + repr(one.typed) + str(one.profile.person)
        for value in (*one.profile.person.model_dump().values(), one.typed.employer, one.typed.residence):
            assert value == "" or value not in printed


def test_a_value_that_cannot_be_read_is_not_quoted_in_the_error() -> None:
    typed = PERSONAS[0].typed.model_dump() | {"employer": 15412345678}
    body = {"kind": "question-asked", "question": ["15412345678"], "intent": "x"}

    for read in (lambda: TypedInformation.model_validate(typed), lambda: EVENT.validate_python(body)):
        with pytest.raises(ValidationError) as refused:
            read()
        assert "15412345678" not in str(refused.value)
