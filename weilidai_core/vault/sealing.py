"""封存: AES-256-GCM over one text, bound to the place where it is kept.

Law: what is sealed for one column and one row opens nowhere else, and a changed byte opens nowhere at all.
Sealed text is base64 of nonce (12 bytes), ciphertext and tag; it is text, so both engines keep it alike.
"""

import hmac
from binascii import Error as NotBase64
from binascii import a2b_base64, b2a_base64
from hashlib import sha256
from os import urandom

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_

KEY_BYTES = 32
_NONCE_BYTES = 12


class SealBroken(WeilidaiError):
    """Raised when sealed text does not open: changed, moved to another place, or sealed with another key."""

    code = "seal-broken"
    text = N_("有一条封存的资料打不开：它被改过，或者密钥不对。")
    next_step = N_("请先运行 weilidai doctor，再从备份恢复。")
    for_operator = True


def new_key() -> bytes:
    """A new random key of 256 bits."""
    return urandom(KEY_BYTES)


class Seal:
    """One key at work; it never shows the key. Safe to share between threads."""

    __slots__ = ("_box", "_marking")

    def __init__(self, key: bytes) -> None:
        self._box = AESGCM(key)
        # A key of its own for comparing, so that neither use weakens the other (RFC 5869).
        self._marking = HKDF(SHA256(), KEY_BYTES, salt=None, info=b"weilidai blind index").derive(key)

    def close(self, plain: bytes, *, place: str) -> str:
        """The text sealed for one place, such as "event.body:7:12"."""
        nonce = urandom(_NONCE_BYTES)
        sealed = nonce + self._box.encrypt(nonce, plain, place.encode())
        return b2a_base64(sealed, newline=False).decode("ascii")

    def open(self, sealed: str, *, place: str) -> bytes:
        """What was sealed for this place. Raises `SealBroken`."""
        try:
            whole = a2b_base64(sealed, strict_mode=True)
            # The last character has bits that decoding drops; text that says the same otherwise was changed.
            if b2a_base64(whole, newline=False) != sealed.encode():
                raise SealBroken
            return self._box.decrypt(whole[:_NONCE_BYTES], whole[_NONCE_BYTES:], place.encode())
        except (InvalidTag, NotBase64, ValueError):
            # Nothing of what was tried goes into the chain of errors.
            raise SealBroken from None

    def mark(self, content: str) -> str:
        """盲索引: equal for equal content, 64 hex digits, and no use to anyone without this key."""
        return hmac.new(self._marking, content.encode(), sha256).hexdigest()
