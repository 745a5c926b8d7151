"""Consent: four documents, each with its text in both languages, its version and its hash."""

import pytest

from weilidai_core.apply.consent import DOCUMENTS, NECESSARY, document, document_sha256, document_text
from weilidai_core.product import LENDER, PARTNER_BANK
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
