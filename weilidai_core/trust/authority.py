"""演示签发机构: the demonstration authority that certifies who signs, and dates what is signed.

A root that signs twice and whose key is then thrown away, an issuing authority, a timestamp authority and
the lender's own certificate: made at first start, kept in one file. Whoever signs as an applicant gets a
certificate for one hour and one signature; its key is dropped. Nothing here is a licensed authority.
"""

import json
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from weilidai_core.trust.moment import now
from weilidai_core.vault.made_once import KeyDamaged, kept, made_once

# Under a UUID's own arc, as anyone may make one: the SHA-256 of the evidence that the signer agreed.
EVIDENCE = x509.ObjectIdentifier(f"2.25.{uuid.UUID('6d1d7b0e-5b0c-4f0b-9d57-2f6c7d9a4e11').int}")
NAME, SETTING = "authority.json", "WEILIDAI_AUTHORITY"
ORGANISATION = "Weilidai demonstration"
_LIFE = timedelta(days=365 * 30)
_EVENT = timedelta(hours=1)
_EARLIER = timedelta(minutes=5)

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True)
class Authority:
    """The installation's certificates, and the keys that it needs to sign."""

    root: x509.Certificate
    issuing: x509.Certificate
    timestamping: x509.Certificate
    lender: x509.Certificate
    root_list: x509.CertificateRevocationList
    issuing_key: ec.EllipticCurvePrivateKey
    timestamping_key: rsa.RSAPrivateKey
    lender_key: ec.EllipticCurvePrivateKey

    @property
    def fingerprint(self) -> str:
        """The root certificate's SHA-256: what a paper is checked against."""
        return self.root.fingerprint(hashes.SHA256()).hex()


def authority() -> Authority:
    """This installation's authority, made where there is none.

    Raises `KeyNotKept`, `KeyOpenToOthers` and `KeyDamaged`.
    """
    return _read(made_once(NAME, lambda: _founded(now()), setting=SETTING))


def own_root() -> x509.Certificate | None:
    """This installation's root, or None where it has signed nothing yet; makes nothing."""
    return authority().root if kept(NAME, setting=SETTING) else None


def unknown_authority() -> Authority:
    """An authority that nobody trusts, made up on the spot under the same names: what a forger would do."""
    return _read(_founded(now()))


def event_certificate(
    by: Authority, *, name: str, evidence: bytes, at: datetime
) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    """A certificate for `name` and for one hour from `at`, with the evidence's SHA-256 in it, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    return (
        _certificate(
            name,
            key,
            issuer=(by.issuing, by.issuing_key),
            dates=(at - _EARLIER, at - _EARLIER + _EVENT),
            uses="sign",
            evidence=evidence,
        ),
        key,
    )


def revocation_list(
    by: Authority, *, at: datetime, revoked: tuple[int, ...] = ()
) -> x509.CertificateRevocationList:
    """The issuing authority's list of revoked serial numbers, as of `at`, good for a day."""
    return _list(
        by.issuing.subject, by.issuing_key, at=at - _EARLIER, until=at + timedelta(days=1), revoked=revoked
    )


def _founded(at: datetime) -> bytes:
    root_key, issuing_key, lender_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
    # The timestamper of the signing library takes RSA keys only.
    timestamping_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    dates = (at - _EARLIER, at + _LIFE)
    root = _certificate("Weilidai Demo Root CA", root_key, issuer=(None, root_key), dates=dates, uses="ca")
    issuing = _certificate(
        "Weilidai Demo Issuing CA", issuing_key, issuer=(root, root_key), dates=dates, uses="ca"
    )
    certificates: dict[str, x509.Certificate | x509.CertificateRevocationList] = {
        "root": root,
        "issuing": issuing,
        "timestamping": _certificate(
            "Weilidai Demo TSA",
            timestamping_key,
            issuer=(issuing, issuing_key),
            dates=dates,
            uses="timestamp",
        ),
        "lender": _certificate(
            "Weilidai Demo Lender", lender_key, issuer=(issuing, issuing_key), dates=dates, uses="sign"
        ),
        "root_list": _list(root.subject, root_key, at=at - _EARLIER, until=at + _LIFE, revoked=()),
    }
    keys: dict[str, Key] = {
        "issuing_key": issuing_key,
        "timestamping_key": timestamping_key,
        "lender_key": lender_key,
    }
    pem = serialization.Encoding.PEM
    plain = serialization.NoEncryption()
    made = {name: each.public_bytes(pem).decode() for name, each in certificates.items()}
    made |= {
        name: key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain).decode()
        for name, key in keys.items()
    }
    return json.dumps(made, indent=1).encode()


@lru_cache(maxsize=8)
def _read(content: bytes) -> Authority:
    try:
        parts = {name: text.encode() for name, text in json.loads(content).items()}
        certificates = {
            name: x509.load_pem_x509_certificate(parts[name])
            for name in ("root", "issuing", "timestamping", "lender")
        }
        keys = {
            name: serialization.load_pem_private_key(parts[name], password=None)
            for name in ("issuing_key", "timestamping_key", "lender_key")
        }
        return Authority(
            **certificates,  # type: ignore[arg-type]
            **keys,  # type: ignore[arg-type]
            root_list=x509.load_pem_x509_crl(parts["root_list"]),
        )
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise KeyDamaged(name=NAME) from error


def _certificate(
    name: str,
    key: Key,
    *,
    issuer: tuple[x509.Certificate | None, ec.EllipticCurvePrivateKey],
    dates: tuple[datetime, datetime],
    uses: str,
    evidence: bytes = b"",
) -> x509.Certificate:
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, ORGANISATION),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )
    by, by_key = issuer
    is_ca = uses == "ca"
    building = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(dates[0])
        .not_valid_after(dates[1])
        .add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
        .add_extension(_key_usage(is_ca=is_ca), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(by_key.public_key()), critical=False
        )
    )
    if uses == "timestamp":
        building = building.add_extension(
            x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True
        )
    if evidence:
        building = building.add_extension(x509.UnrecognizedExtension(EVIDENCE, evidence), critical=False)
    return building.sign(by_key, hashes.SHA256())


def _key_usage(*, is_ca: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_ca,
        content_commitment=not is_ca,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_ca,
        crl_sign=is_ca,
        encipher_only=False,
        decipher_only=False,
    )


def _list(
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    *,
    at: datetime,
    until: datetime,
    revoked: tuple[int, ...],
) -> x509.CertificateRevocationList:
    building = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer)
        .last_update(at)
        .next_update(until)
        .add_extension(x509.CRLNumber(int(at.timestamp())), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False)
    )
    for serial in revoked:
        building = building.add_revoked_certificate(
            x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(at).build()
        )
    return building.sign(key, hashes.SHA256())
