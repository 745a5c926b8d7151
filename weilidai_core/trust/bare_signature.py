"""A signature with nothing in it that does not have to be there.

The bytes of the last signature are the one place in a file that it does not cover itself. What lies there
must be what the signing made: upper-case hexadecimal, zeros to the end, and between them the message that
comes out when it is built again from its verified parts alone.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from asn1crypto import algos, cms, core, x509
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

_HEX = re.compile(rb"<((?:[0-9A-F]{2})+)>")
_SHA256 = algos.DigestAlgorithm({"algorithm": "sha256", "parameters": core.Null()})
_ECDSA = algos.SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"})
_RSA = algos.SignedDigestAlgorithm({"algorithm": "rsassa_pkcs1v15", "parameters": core.Null()})
_NOTHING = cms.ContentInfo({"content_type": "data"})


def time_of(each: EmbeddedPdfSignature) -> datetime:
    """The moment in a signature's timestamp. Raises `ValueError` where it has none, or more than one."""
    at: datetime = _token(each)["encap_content_info"]["content"].parsed["gen_time"].native
    return at


def is_bare(each: EmbeddedPdfSignature, paper: bytes, *, known: Iterable[x509.Certificate]) -> bool:
    """Whether a valid signature holds nothing but what it must; `known` are the certificates that the signed
    part of the file holds, and the root."""
    start, length, after, _rest = (int(number) for number in each.byte_range)
    found = _HEX.fullmatch(paper[start + length : after])
    if start != 0 or found is None:
        return False
    padded = bytes.fromhex(found[1].decode())
    built = _built(each, {each.serial_number: each for each in known})
    return padded.startswith(built) and not padded[len(built) :].strip(b"\0")


def _built(each: EmbeddedPdfSignature, known: Mapping[int, x509.Certificate]) -> bytes:
    """The message from its parts: whatever else was in it is not in this one."""
    data, token = each.signed_data, _token(each)
    authority = known[_signer(token)]
    issuing = _issuer(authority, known)
    dated = _message(
        token,
        version="v3",
        content=cms.EncapsulatedContentInfo(
            {
                "content_type": "tst_info",
                "content": core.ParsableOctetString(bytes(token["encap_content_info"]["content"])),
            }
        ),
        algorithm=_RSA,
        chain=(_issuer(issuing, known), issuing, authority),
    )
    stamp = cms.CMSAttribute({"type": "signature_time_stamp_token", "values": cms.SetOfContentInfo([dated])})
    signer = known[_signer(data)]
    message = _message(
        data,
        version="v1",
        content=_NOTHING,
        algorithm=_ECDSA,
        chain=(_issuer(signer, known), signer),
        unsigned=cms.CMSAttributes([stamp]),
    )
    return bytes(message.dump())


def _signer(data: Any) -> int:
    (info,) = data["signer_infos"]
    return int(info["sid"].chosen["serial_number"].native)


def _issuer(of: x509.Certificate, known: Mapping[int, x509.Certificate]) -> x509.Certificate:
    return next(each for each in known.values() if each.subject == of.issuer)


def _token(each: EmbeddedPdfSignature) -> Any:
    (stamp,) = each.signer_info["unsigned_attrs"]
    (token,) = stamp["values"]
    return token["content"]


def _message(
    data: Any,
    *,
    version: str,
    content: Any,
    algorithm: Any,
    chain: tuple[x509.Certificate, ...],
    unsigned: Any = None,
) -> cms.ContentInfo:
    (info,) = data["signer_infos"]
    signer = chain[-1]
    parts = {
        "version": "v1",
        "sid": cms.SignerIdentifier(
            {
                "issuer_and_serial_number": cms.IssuerAndSerialNumber(
                    {"issuer": signer.issuer, "serial_number": signer.serial_number}
                )
            }
        ),
        "digest_algorithm": _SHA256,
        "signature_algorithm": algorithm,
        "signed_attrs": cms.CMSAttributes.load(info["signed_attrs"].untag().dump()),
        "signature": info["signature"].native,
    }
    if unsigned is not None:
        parts["unsigned_attrs"] = unsigned
    return cms.ContentInfo(
        {
            "content_type": "signed_data",
            "content": cms.SignedData(
                {
                    "version": version,
                    "digest_algorithms": cms.DigestAlgorithms([_SHA256]),
                    "encap_content_info": content,
                    "certificates": cms.CertificateSet(
                        [cms.CertificateChoices({"certificate": each}) for each in chain]
                    ),
                    "signer_infos": cms.SignerInfos([cms.SignerInfo(parts)]),
                }
            ),
        }
    )
