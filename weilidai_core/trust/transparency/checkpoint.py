"""检查点: the size and root of the log, signed: an Ed25519 note in the form that C2SP publishes
(c2sp.org/tlog-checkpoint, c2sp.org/signed-note). Pure.

Law: a note is read only if it is, character for character, what its contents are written as; two notes
that say the same are the same.
"""

import base64
import binascii
import hashlib
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

SEED_BYTES = 32
_ED25519 = b"\x01"
_DASH = "— "


class Checkpoint(NamedTuple):
    """What is signed: which log, how many leaves, and the root over all of them."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The signed text."""
        return f"{self.origin}\n{self.size}\n{encoded(self.root)}\n"


class NotGenuine(Exception):
    """Raised when a note or a key is not what it claims to be; the caller says what follows of it."""


def encoded(content: bytes) -> str:
    """Base64 as text."""
    return base64.b64encode(content).decode()


def decoded(text: str, *, length: int | None = None) -> bytes:
    """The bytes of a base64 text in its one proper form. Raises `NotGenuine`."""
    try:
        content = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise NotGenuine from error
    # The last character has bits that no byte needs: with any other value it would decode to the same.
    if encoded(content) != text or (length is not None and len(content) != length):
        raise NotGenuine
    return content


def public_key_of(seed: bytes) -> bytes:
    """The public key of a signing key. Raises ValueError for anything but 32 bytes."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def verifier_key(origin: str, public: bytes) -> str:
    """The key as it is printed and handed round: name+hash+key, as in c2sp.org/signed-note."""
    return f"{origin}+{_key_hash(origin, public).hex()}+{encoded(_ED25519 + public)}"


def public_key_in(key: str) -> tuple[str, bytes]:
    """The origin and the public key of a printed key. Raises `NotGenuine`."""
    origin, _, rest = key.partition("+")
    _, _, last = rest.partition("+")
    content = decoded(last, length=1 + SEED_BYTES)
    if verifier_key(origin, content[1:]) != key:
        raise NotGenuine
    return origin, content[1:]


def signed(checkpoint: Checkpoint, seed: bytes) -> str:
    """The checkpoint as a signed note. The same checkpoint and key give the same note."""
    key = Ed25519PrivateKey.from_private_bytes(seed)
    public = key.public_key().public_bytes_raw()
    signature = _key_hash(checkpoint.origin, public) + key.sign(checkpoint.text.encode())
    return f"{checkpoint.text}\n{_DASH}{checkpoint.origin} {encoded(signature)}\n"


def read(note: str, *, key: str) -> Checkpoint:
    """The checkpoint in a note that this printed key has signed. Raises `NotGenuine`."""
    origin, public = public_key_in(key)
    lines = note.split("\n")
    if len(lines) != 6 or not lines[1].isascii() or not lines[1].isdigit():
        raise NotGenuine
    checkpoint = Checkpoint(origin, int(lines[1]), decoded(lines[2], length=32))
    head = f"{_DASH}{origin} "
    signature = decoded(lines[4].removeprefix(head), length=68)
    if note != f"{checkpoint.text}\n{head}{encoded(signature)}\n" or signature[:4] != _key_hash(
        origin, public
    ):
        raise NotGenuine
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature[4:], checkpoint.text.encode())
    except InvalidSignature as error:
        raise NotGenuine from error
    return checkpoint


def _key_hash(origin: str, public: bytes) -> bytes:
    return hashlib.sha256(origin.encode() + b"\n" + _ED25519 + public).digest()[:4]
