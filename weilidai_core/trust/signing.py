"""Signing a PDF: the lender certifies it, then the borrower signs, each with a timestamp (PAdES B-LT).

Every field exists before the first signature, and what is needed to check a signature lies in the very
revision that it signs: so the last signature covers the whole file, and nothing may come after it.
"""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from asn1crypto import crl as asn1_crl
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.font.opentype import GlyphAccumulatorFactory
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, InnerScaling, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.text import TextBoxStyle
from pyhanko.sign import fields, signers
from pyhanko.sign.signers.pdf_signer import DSSContentSettings, SigDSSPlacementPreference
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko.stamp import TextStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from weilidai_core.sentences import N_
from weilidai_core.trust.aside import outside_any_loop
from weilidai_core.trust.authority import Authority, Key, event_certificate, revocation_list

LENDER, BORROWER = "Lender", "Borrower"
# The boxes on the last page, in points from its lower left corner; the paper's template draws the frames.
_BOXES = {LENDER: (340, 636, 532, 722), BORROWER: (340, 528, 532, 614)}
# Only what a stamp says: a whole font would take longer to cut than the signature to make.
_STAMP_FONT = Path(__file__).parents[1] / "papers" / "fonts" / "NotoSansSC-Stamp.ttf"
_STAMP = {LENDER: N_("电子签名（演示）贷款人证明"), BORROWER: N_("电子签名（演示）借款人")}
_DATED = N_("演示时间戳")


@dataclass(frozen=True)
class Consented:
    """That the borrower agreed: the name on the certificate, and the SHA-256 of the evidence."""

    name: str
    evidence: bytes


def signed(pdf: bytes, *, by: Authority, at: datetime, borrower: Consented | None) -> bytes:
    """The PDF, certified by the lender at the moment `at` and, where there is one, signed by the borrower."""
    roles = (LENDER, BORROWER) if borrower else (LENDER,)
    signing = _with_fields(pdf, roles)
    signing = _with_signature(signing, LENDER, (by.lender, by.lender_key), by=by, at=at)
    if borrower is not None:
        certificate = event_certificate(by, name=borrower.name, evidence=borrower.evidence, at=at)
        signing = _with_signature(signing, BORROWER, certificate, by=by, at=at)
    return signing


def _with_fields(pdf: bytes, roles: tuple[str, ...]) -> bytes:
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    last = int(PdfFileReader(BytesIO(pdf)).root["/Pages"]["/Count"]) - 1
    for role in roles:
        fields.append_signature_field(
            writer, fields.SigFieldSpec(sig_field_name=role, on_page=last, box=_BOXES[role])
        )
    return _written(writer)


def _with_signature(
    pdf: bytes, role: str, who: tuple[x509.Certificate, Key], *, by: Authority, at: datetime
) -> bytes:
    certificate, key = who
    chain = SimpleCertificateStore.from_certs([_asn1(by.issuing), _asn1(by.root)])
    known: dict[str, Any] = {
        "trust_roots": [_asn1(by.root)],
        "other_certs": [_asn1(by.issuing), _asn1(by.timestamping)],
        "crls": [_asn1_list(by.root_list), _asn1_list(revocation_list(by, at=at))],
        "revocation_mode": "require",
        "moment": at,
    }
    signing = signers.PdfSigner(
        signers.PdfSignatureMetadata(
            field_name=role,
            md_algorithm="sha256",
            subfilter=fields.SigSeedSubFilter.PADES,
            certify=role == LENDER,
            docmdp_permissions=fields.MDPPerm.FILL_FORMS,
            validation_context=ValidationContext(**known),
            embed_validation_info=True,
            dss_settings=DSSContentSettings(
                placement=SigDSSPlacementPreference.TOGETHER_WITH_SIGNATURE, include_vri=False
            ),
        ),
        signer=signers.SimpleSigner(
            signing_cert=_asn1(certificate),
            signing_key=_asn1_key(key),
            cert_registry=chain,
            embed_roots=False,
        ),
        timestamper=DummyTimeStamper(
            tsa_cert=_asn1(by.timestamping),
            tsa_key=_asn1_key(by.timestamping_key),
            certs_to_embed=chain,
            fixed_dt=at,
        ),
        stamp_style=_stamp(role, at),
    )
    return _written(
        IncrementalPdfFileWriter(BytesIO(pdf)),
        lambda writer, output: outside_any_loop(lambda: signing.sign_pdf(writer, output=output)),
    )


def _written(writer: IncrementalPdfFileWriter, write: Any = None) -> bytes:
    output = BytesIO()
    if write:
        write(writer, output)
    else:
        writer.write(output)
    return output.getvalue()


def _stamp(role: str, at: datetime) -> TextStampStyle:
    return TextStampStyle(
        stamp_text=f"{_STAMP[role]}\n{at:%Y-%m-%d %H:%M:%S} UTC\n{_DATED} · PAdES B-LT",
        border_width=0,
        background=None,
        text_box_style=TextBoxStyle(
            font=GlyphAccumulatorFactory(str(_STAMP_FONT)), font_size=9, leading=14, border_width=0
        ),
        inner_content_layout=SimpleBoxLayoutRule(
            x_align=AxisAlignment.ALIGN_MIN,
            y_align=AxisAlignment.ALIGN_MID,
            margins=Margins.uniform(4),
            inner_content_scaling=InnerScaling.SHRINK_TO_FIT,
        ),
    )


def _asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER))


def _asn1_key(key: Key) -> asn1_keys.PrivateKeyInfo:
    return asn1_keys.PrivateKeyInfo.load(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))


def _asn1_list(listed: x509.CertificateRevocationList) -> asn1_crl.CertificateList:
    return asn1_crl.CertificateList.load(listed.public_bytes(Encoding.DER))
