"""核对: whether a signed paper is exactly what its parties signed, or by which rule it is refused.

The acceptance rule: exactly the parties that its kind of paper has, each signature whole, trusted and dated
by this installation's authority, nothing added after the last one, nothing in a signature that does not
have to be there; and whatever cannot be read is refused.
"""

import hashlib
import json
import logging
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from asn1crypto import crl as asn1_crl
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_, sentence
from weilidai_core.trust.aside import outside_any_loop
from weilidai_core.trust.authority import EVIDENCE
from weilidai_core.trust.bare_signature import is_bare, time_of
from weilidai_core.trust.signing import BORROWER, LENDER

LARGEST = 5_000_000
CONTRACT, CERTIFICATE = "loan-contract", "settlement-certificate"
_PARTIES = {CONTRACT: (LENDER, BORROWER), CERTIFICATE: (LENDER,)}
_ROLES = {LENDER: N_("贷款人"), BORROWER: N_("借款人")}

# It tells of every hostile file at length; the refusal says the same in one sentence.
logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)


class NotGenuine(WeilidaiError):
    """Raised when a paper is not exactly what was signed."""

    code = "not-genuine"
    text = N_("这份文件没有通过核对。")
    next_step = N_("请重新下载一份原件再核对。")
    field = "paper"


class PaperUnreadable(NotGenuine):
    """Raised when a file is no signed paper, or its structure or a signature in it is damaged."""

    code = "paper-unreadable"
    text = N_("读不了这份文件：它不是这里签出的 PDF，或者结构、签名已经损坏。")


class PaperTooLarge(NotGenuine):
    """Raised when a file is larger than any paper of ours."""

    code = "paper-too-large"
    text = N_("这份文件太大了，不会是这里签出的合同。")


class PartiesDiffer(NotGenuine):
    """Raised when it is not signed by exactly the parties that have to sign it."""

    code = "parties-differ"
    text = N_("签名方不对：应当正好是 {wanted}，文件里有效的签名只有 {found}。")


class ContentChanged(NotGenuine):
    """Raised when bytes that a party signed are no longer those bytes."""

    code = "content-changed"
    text = N_("{party}签名之后，文件里的内容被改过：签名对不上了。")


class AddedAfterwards(NotGenuine):
    """Raised when something was added to the file after the last signature."""

    code = "added-afterwards"
    text = N_("最后一个签名之后，文件里又加了东西。")


class AuthorityUnknown(NotGenuine):
    """Raised when a signature's certificate or its timestamp is not from this installation's authority."""

    code = "authority-unknown"
    text = N_("{party}的证书或时间戳不是本演示的机构签发的。")


class CertificateRevoked(NotGenuine):
    """Raised when a signer's certificate was revoked."""

    code = "certificate-revoked"
    text = N_("{party}的证书已被吊销。")


@dataclass(frozen=True)
class Signature:
    """One party's signature: its role (a catalogue key), the certificate's name and serial number, the
    timestamp's moment, and the SHA-256 of the evidence behind it ("" where there is none)."""

    role: str
    name: str
    at: datetime
    serial: int
    evidence: str


@dataclass(frozen=True)
class Genuine:
    """A paper that passed: its kind, the data it carries, who signed, and the whole file's SHA-256."""

    kind: str
    data: dict[str, Any]
    signatures: tuple[Signature, ...]
    sha256: str


def verified(
    paper: bytes,
    *,
    root: x509.Certificate,
    revoked: x509.CertificateRevocationList | None = None,
) -> Genuine:
    """What a paper says, if it is genuine under this root; `revoked` is the issuer's latest list.

    Raises `NotGenuine`, always as one of its kinds.
    """
    if len(paper) > LARGEST:
        raise PaperTooLarge
    try:
        return _verified(paper, root, revoked)
    except NotGenuine:
        raise
    except Exception as error:  # whatever cannot be read is refused, whichever way it breaks
        raise PaperUnreadable from error


def _verified(
    paper: bytes, root: x509.Certificate, revoked: x509.CertificateRevocationList | None
) -> Genuine:
    reader = PdfFileReader(BytesIO(paper), strict=True)
    fields = [(name, value is not None) for name, value, _ in enumerate_sig_fields(reader)]
    found = tuple(name for name, is_signed in fields if is_signed)
    # A field that is not signed has lost its signature: it counts, and is not among those found.
    if tuple(name for name, _ in fields) not in _PARTIES.values() or len(found) != len(fields):
        raise PartiesDiffer(wanted=_named((LENDER, BORROWER)), found=_named(found) or sentence(N_("没有")))
    by_name = {each.field_name: each for each in reader.embedded_signatures}
    trusted = asn1_x509.Certificate.load(root.public_bytes(Encoding.DER))
    for each in by_name.values():
        _check_signature(each, reader, paper, trusted)
    last = by_name[found[-1]]
    last.compute_integrity_info()
    if last.coverage is not SignatureCoverageLevel.ENTIRE_FILE:
        raise AddedAfterwards
    # Only now is what the file says worth reading.
    data = _attached(reader)
    parties = _PARTIES[data["kind"]]
    if found != parties:
        raise PartiesDiffer(wanted=_named(parties), found=_named(found))
    signatures = tuple(_signature(by_name[role], role) for role in parties)
    listed = {each.serial_number for each in revoked or ()}
    for signature in signatures:
        if signature.serial in listed:
            raise CertificateRevoked(party=sentence(signature.role))
    return Genuine(data["kind"], data, signatures, hashlib.sha256(paper).hexdigest())


def _check_signature(
    each: EmbeddedPdfSignature, reader: PdfFileReader, paper: bytes, root: asn1_x509.Certificate
) -> None:
    party = sentence(_ROLES[each.field_name])
    known = _known(reader, root, time_of(each))
    status = outside_any_loop(
        lambda: validate_pdf_signature(
            each, ValidationContext(**known), ts_validation_context=ValidationContext(**known)
        )
    )
    if not (status.intact and status.valid):
        raise ContentChanged(party=party)
    if not status.trusted or status.timestamp_validity is None or not status.timestamp_validity.trusted:
        raise AuthorityUnknown(party=party)
    if status.coverage is not SignatureCoverageLevel.ENTIRE_FILE and not status.docmdp_ok:
        raise AddedAfterwards
    if not status.bottom_line:
        raise ContentChanged(party=party)
    if not is_bare(each, paper, known=(root, *known["other_certs"])):
        raise PaperUnreadable


def _known(reader: PdfFileReader, root: asn1_x509.Certificate, at: datetime) -> dict[str, Any]:
    store = DocumentSecurityStore.read_dss(reader)
    lists = [asn1_crl.CertificateList.load(each.get_object().data) for each in store.crls]
    others = list(store.load_certs())
    return {
        "trust_roots": [root],
        "other_certs": others,
        "crls": lists,
        "revocation_mode": "require",
        "moment": at,
        "allow_fetching": False,
    }


def _signature(each: EmbeddedPdfSignature, role: str) -> Signature:
    certificate = x509.load_der_x509_certificate(each.signer_cert.dump())
    names = certificate.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    evidence = b""
    for extension in certificate.extensions:
        if extension.oid == EVIDENCE and isinstance(extension.value, x509.UnrecognizedExtension):
            evidence = extension.value.value
    return Signature(
        role=_ROLES[role],
        name=str(names[0].value),
        at=time_of(each),
        serial=certificate.serial_number,
        evidence=evidence.hex(),
    )


def _attached(reader: PdfFileReader) -> dict[str, Any]:
    files = reader.root["/AF"]
    if len(files) != 1:
        raise PaperUnreadable
    content = json.loads(files[0]["/EF"]["/F"].data)
    if not isinstance(content, dict):
        raise PaperUnreadable
    return content


def _named(roles: tuple[str, ...]) -> Any:
    known = [sentence(_ROLES[role]) for role in roles if role in _ROLES]
    if len(known) < 2:
        return known[0] if known else ""
    return sentence(N_("{first}、{second}"), first=known[0], second=known[1])
