"""通行密钥: what a passkey signs, where it can be used, and what refuses it. Pure rules.

The challenge is made of the contract's own digest, so what the device signs is this contract and no other.
Faces and fingerprints never leave the device: what is kept here is a public key.
"""

import hashlib
import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_

_DOMAIN = b"weilidai passkey 1"
REGISTERING, SIGNING = "registering", "signing"


class PasskeyNotHere(WeilidaiError):
    """Raised when the page's address is none that a passkey can belong to: a bare IP address, or no HTTPS."""

    code = "passkey-not-here"
    text = N_("这个网址不能用通行密钥：它需要 localhost，或者带 HTTPS 的域名。")
    next_step = N_("请用 PIN 签署。")
    field = "passkey"


class PasskeyUnknown(WeilidaiError):
    """Raised when the device answers with a passkey that was never set up here."""

    code = "passkey-unknown"
    text = N_("这把通行密钥没有在这里登记过，没有签署。")
    next_step = N_("请用 PIN 签署，或先到安全页登记。")
    field = "passkey"


class PasskeyRefused(WeilidaiError):
    """Raised when the device's answer does not prove that its owner agreed to exactly this, here and now."""

    code = "passkey-refused"
    text = N_("设备的回答没有通过检查，没有签署。")
    next_step = N_("请再试一次，或用 PIN 签署。")
    field = "passkey"


class PasskeySpent(PasskeyRefused):
    """Raised when an answer comes that was used before."""

    code = "passkey-spent"
    text = N_("这个回答已经用过一次，不能再用，没有签署。")


@dataclass(frozen=True)
class Place:
    """Where the page is open: its origin, and the name that its passkeys belong to."""

    origin: str
    name: str


@dataclass(frozen=True)
class Asked:
    """What a device was asked with: the place, and a nonce that is good for one answer."""

    at: Place
    nonce: bytes


def place_of(origin: str) -> Place | None:
    """The place of an origin (https://example.org), or None where no passkey can belong to it."""
    try:
        parts = urlsplit(origin)
        name = parts.hostname or ""
    except ValueError:
        return None
    if not name or _is_address(name) or not (parts.scheme == "https" or name == "localhost"):
        return None
    return Place(f"{parts.scheme}://{parts.netloc}", name)


def challenge(purpose: str, asked: Asked, *, sha256: str) -> bytes:
    """What the device signs: SHA-256 over the purpose, a nonce used once, and the contract's digest."""
    parts = (_DOMAIN, purpose.encode(), asked.nonce, bytes.fromhex(sha256))
    return hashlib.sha256(b"\0".join(parts)).digest()


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
