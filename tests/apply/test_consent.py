"""Consent: four documents, each with its text in both languages, its version and its hash."""

import hashlib
from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from tests.worlds import do, walked
from weilidai_core.apply.actions import DecideConsent
from weilidai_core.apply.consent import DOCUMENTS, NECESSARY, document, document_sha256, document_text
from weilidai_core.apply.consent_views import consent_history, sections_of
from weilidai_core.apply.tables import ConsentRow, ConsentTextRow
from weilidai_core.journey import Step
from weilidai_core.product import LENDER, PARTNER_BANK
from weilidai_core.store import Store
from weilidai_core.words import ConsentDocument

PARTS = {
    "zh": ("做什么用", "用到哪些数据", "谁会收到", "保存多久", "不同意会怎样", "怎样撤回"),
    "en": (
        "What it is for",
        "Which data",
        "Who receives it",
        "How long it is kept",
        "If you refuse",
        "How to withdraw",
    ),
}
MARK = {"zh": "模拟演示 · 非真实贷款", "en": "Simulation · not a real loan"}

every_document = pytest.mark.parametrize("which", ConsentDocument)
both_languages = pytest.mark.parametrize("lang", ["zh", "en"])


def test_it_works() -> None:
    assert [terms.document for terms in DOCUMENTS] == list(ConsentDocument)
    assert {ConsentDocument.CREDIT_REPORT, ConsentDocument.PERSONAL_INFORMATION} == NECESSARY


@every_document
def test_the_hash_is_that_of_the_text_so_a_changed_text_needs_a_new_version(which: ConsentDocument) -> None:
    assert document(which).sha256 == document_sha256(which)


@every_document
@both_languages
def test_every_document_names_its_version_its_lender_and_that_it_is_a_simulation(
    which: ConsentDocument, lang: str
) -> None:
    text = document_text(which, lang=lang)

    assert document(which).version in text
    assert MARK[lang] in text
    assert {"zh": LENDER, "en": "Galaxy Example Bank (fictional)"}[lang] in text


@every_document
@both_languages
def test_every_document_says_purpose_data_recipient_retention_refusal_and_withdrawal(
    which: ConsentDocument, lang: str
) -> None:
    headings = [
        line.removeprefix("## ") for line in document_text(which, lang=lang).splitlines() if line[:3] == "## "
    ]

    assert [heading for heading in headings if heading in PARTS[lang]] == list(PARTS[lang])


@every_document
def test_both_languages_have_the_same_parts(which: ConsentDocument) -> None:
    counts = {
        lang: [
            line.split()[0] for line in document_text(which, lang=lang).splitlines() if line.startswith("#")
        ]
        for lang in ("zh", "en")
    }

    assert counts["zh"] == counts["en"]


def test_sharing_names_the_one_bank_that_receives_the_data() -> None:
    assert PARTNER_BANK in document_text(ConsentDocument.PARTNER_BANK, lang="zh")


@every_document
def test_refusing_says_what_follows(which: ConsentDocument) -> None:
    ends = "申请会在这里结束" in document(which).refusing

    assert ends is document(which).necessary


def answered(store: Store) -> list[tuple[str, bool]]:
    """Every answer that is kept, with the document of its text."""
    with store.reading() as session:
        rows = session.exec(
            select(ConsentRow, ConsentTextRow).join(ConsentTextRow).order_by(col(ConsentRow.id))
        ).all()
        return [(text.document, answer.given) for answer, text in rows]


def test_every_answer_is_kept_with_the_exact_text_it_is_to(store: Store) -> None:
    world = walked(store, until=Step.CONSENT)

    with store.reading() as session:
        kept = {row.sha256: row.body for row in session.exec(select(ConsentTextRow))}
    assert answered(store) == [(terms.document, True) for terms in DOCUMENTS]
    assert all(hashlib.sha256(body.encode()).hexdigest() == sha256 for sha256, body in kept.items())
    assert set(kept) == {
        document_sha256(terms.document, lang=lang) for terms in DOCUMENTS for lang in ("zh", "en")
    }
    assert consent_history(world)[0].is_given


def test_withdrawing_is_a_new_row_and_changes_none(store: Store) -> None:
    world = walked(store, until=Step.CONSENT)
    face = document(ConsentDocument.FACE)

    do(world, DecideConsent(document=face.document, version=face.version, sha256=face.sha256, given=False))

    assert answered(store)[-1] == (ConsentDocument.FACE, False)
    assert len(answered(store)) == len(DOCUMENTS) + 1
    past = next(one for one in consent_history(world) if one.document is ConsentDocument.FACE)
    assert [one.given for one in past.answers] == [False, True]
    assert not past.is_given


@pytest.mark.parametrize("sha256", ["0" * 64, ""])
def test_a_consent_to_an_unknown_text_is_impossible_in_the_database(store: Store, sha256: str) -> None:
    world = walked(store, until=Step.CONSENT)
    before = answered(store)

    answer = ConsentRow(world_id=world.id, seq=900, text_sha256=sha256, given=True, on=date(2026, 9, 15))
    with pytest.raises(IntegrityError), store.writing() as session:
        session.add(answer)

    assert answered(store) == before


def test_a_text_once_kept_cannot_be_changed_or_removed(store: Store) -> None:
    walked(store, until=Step.CONSENT)

    for statement in ("UPDATE consent_text SET body = ''", "DELETE FROM consent_text", "DELETE FROM consent"):
        with pytest.raises(IntegrityError, match="append-only"), store.writing() as session:
            session.connection().execute(text(statement))


@both_languages
def test_every_document_says_its_parts_in_sections(lang: str) -> None:
    for terms in DOCUMENTS:
        sections = sections_of(document_text(terms.document, lang=lang))
        assert set(PARTS[lang]) <= {heading for heading, _ in sections}
        assert all(said for _, said in sections)
