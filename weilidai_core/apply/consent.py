"""授权: four documents, each agreed to or refused on its own, never pre-ticked, never bundled.

The laws kept here: a document's text, version and hash belong together, so that a consent names exactly
what was read (a changed text needs a new version, and a test fails without one); only what the review
cannot do without is necessary; refusing says what follows before it is chosen.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from weilidai_core.sentences import N_
from weilidai_core.words import ConsentDocument

LANGUAGES_OF_TEXTS = ("zh", "en")
_CONTENT = Path(__file__).parent / "content"


class DocumentTerms(NamedTuple):
    """One document: its version and the SHA-256 of its Chinese text, and what refusing it means.

    `refusing` and the other wordings are catalogue keys.
    """

    document: ConsentDocument
    version: str
    sha256: str
    title: str
    summary: str
    necessary: bool
    refusing: str


DOCUMENTS = (
    DocumentTerms(
        ConsentDocument.CREDIT_REPORT,
        "2026-09",
        "756c8501a90477fa07369d125f251714c3d8c269ac0b89ae1a0d1846d34faba0",
        N_("征信查询授权书"),
        N_("为审核这一次申请，查询您的信用报告。"),
        True,
        N_("不同意，申请会在这里结束。没有信用报告，就无法判断您能不能还。"),
    ),
    DocumentTerms(
        ConsentDocument.PERSONAL_INFORMATION,
        "2026-09",
        "5f0e00e39844bab6bb9bb0fecf62b3fd0080ac13cc0d6f949e8fc7226bceb9d3",
        N_("个人信息处理授权书"),
        N_("用您的身份、收入和钱包资料来审核、签约和还款提醒。"),
        True,
        N_("不同意，申请会在这里结束。没有这些资料，就无法核对身份和签约。"),
    ),
    DocumentTerms(
        ConsentDocument.FACE,
        "2026-09",
        "145acf486f0ef0b6f972b87c47eeace6630784535bbeb12849fc86904b24b928",
        N_("人脸信息授权书"),
        N_("签署时用刷脸确认是您本人。这里没有摄像头。"),
        False,
        N_("不同意也没关系：签署时用 6 位数字 PIN，额度和利率都不变。"),
    ),
    DocumentTerms(
        ConsentDocument.PARTNER_BANK,
        "2026-09",
        "213991178466365ed956a3f82f80ca1a455ce960c7d45036aa9148ea233b31f2",
        N_("合作银行共享授权书"),
        N_("让合作银行一起出资，并收到审核所需的资料。"),
        False,
        N_("不同意也没关系：由一家银行单独出资，额度和利率都不变。"),
    ),
)

NECESSARY = frozenset(terms.document for terms in DOCUMENTS if terms.necessary)


def document(which: ConsentDocument) -> DocumentTerms:
    """The terms in force of one document."""
    return next(terms for terms in DOCUMENTS if terms.document is which)


@cache
def document_text(which: ConsentDocument, *, lang: str) -> str:
    """The whole text, Markdown, in "zh" or "en"; the Chinese one is what is agreed to."""
    name = f"consent_{which.value.replace('-', '_')}.{lang}.md"
    return (_CONTENT / name).read_text(encoding="utf-8")


@cache
def document_sha256(which: ConsentDocument, *, lang: str = "zh") -> str:
    """The SHA-256 of a text's UTF-8 bytes, reckoned from the file; the Chinese one is what is agreed to."""
    return hashlib.sha256(document_text(which, lang=lang).encode()).hexdigest()
