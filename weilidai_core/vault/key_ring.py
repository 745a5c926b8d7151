"""钥匙圈: the keys that seal every world's own key; a new one can be put on it, old ones stay till forgotten.

The ring is a file made at the first start, or comes from `WEILIDAI_KEYS` (that file in base64). A line is
`1:<base64 of 32 bytes>`, numbered from 1; the highest number seals what is new. Who loses the ring loses
the personal data: it is backed up apart from the database.
"""

import hmac
import os
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_
from weilidai_core.vault.made_once import KeyDamaged, kept, key_folder, made_once, replaced
from weilidai_core.vault.sealing import KEY_BYTES, Seal, new_key

SETTING = "WEILIDAI_KEYS"
NAME = "vault.keys"
_HEADING = "# Keys of the personal data: keep a copy apart from the database, and show it to nobody."


class KeysLost(WeilidaiError):
    """Raised when the database was sealed with a key that the ring does not have; nothing new is made."""

    code = "keys-lost"
    text = N_("找不到保护资料的密钥（编号 {number}），资料打不开；什么都没有改动。")
    next_step = N_("请把密钥放回 {place}，或用 WEILIDAI_KEYS 给出。没有备份的话，只能换一个新的数据库。")
    for_operator = True


class KeysWrong(WeilidaiError):
    """Raised when the ring has another key under a number than the one that sealed the database."""

    code = "keys-wrong"
    text = N_("密钥（编号 {number}）不是这个数据库的，资料打不开；什么都没有改动。")
    next_step = N_("请检查 {place}：是不是放了另一个数据库的密钥文件。")
    for_operator = True


class KeysInEnvironment(WeilidaiError):
    """Raised when a key is to be made or forgotten where only the environment can say which there are."""

    code = "keys-in-environment"
    text = N_("密钥来自环境变量 WEILIDAI_KEYS，程序不能替您改它。")
    next_step = N_("请先在变量里换上新的密钥，重启应用后再运行一次；步骤见说明文件“密钥”一节。")


@dataclass(frozen=True)
class KeyRing:
    """Keys by their number; never shown, also not in an error."""

    keys: Mapping[int, bytes] = field(repr=False)

    @property
    def newest(self) -> int:
        """The number of the key that seals what is new."""
        return max(self.keys)

    def wrap(self, key: bytes, *, place: str) -> str:
        """A world's key, sealed with the newest key of the ring: "2:…"."""
        return f"{self.newest}:{Seal(self.keys[self.newest]).close(key, place=place)}"

    def unwrap(self, wrapped: str, *, place: str) -> bytes:
        """The world's key again. Raises `KeysLost`, `SealBroken`."""
        number = number_of(wrapped)
        if number not in self.keys:
            raise KeysLost(number=str(number), place=shown_place())
        return Seal(self.keys[number]).open(wrapped.partition(":")[2], place=place)

    def mark(self, number: int) -> str:
        """What the database keeps of a key, to know it again: 32 hex digits, of no other use."""
        return hmac.new(self.keys[number], b"weilidai key mark", sha256).hexdigest()[:32]

    def check(self, marks: Mapping[int, str]) -> None:
        """Whether these are the keys a database was sealed with. Raises `KeysLost`, `KeysWrong`."""
        for number, mark in sorted(marks.items()):
            if number not in self.keys:
                raise KeysLost(number=str(number), place=shown_place())
            if not hmac.compare_digest(self.mark(number), mark):
                raise KeysWrong(number=str(number), place=shown_place())


def number_of(wrapped: str) -> int:
    """The number of the key that sealed a world's key."""
    number = wrapped.partition(":")[0]
    return int(number) if number.isdecimal() else 0


def in_environment() -> bool:
    """Whether the ring comes from the environment."""
    return bool(os.environ.get(SETTING))


def shown_place() -> str:
    """Where the ring is kept, for a sentence to the operator."""
    return SETTING if in_environment() else str(key_folder() / NAME)


def read_ring() -> KeyRing | None:
    """The ring as it is kept, or None where there is none yet. Raises `KeyDamaged` and as a made secret."""
    return make_ring() if kept(NAME, setting=SETTING) else None


def make_ring() -> KeyRing:
    """The ring, made by the first process that needs one. Raises as `read_ring`."""
    return _parsed(made_once(NAME, lambda: _written({1: new_key()}), setting=SETTING))


def add_key(ring: KeyRing) -> KeyRing:
    """The ring with a new key on it, kept. Raises `KeysInEnvironment`, `KeyNotKept`."""
    return _kept({**ring.keys, ring.newest + 1: new_key()})


def only_newest(ring: KeyRing) -> KeyRing:
    """The ring without its old keys, kept. Raises `KeysInEnvironment`, `KeyNotKept`."""
    return _kept({ring.newest: ring.keys[ring.newest]})


def _kept(keys: Mapping[int, bytes]) -> KeyRing:
    if in_environment():
        raise KeysInEnvironment
    replaced(NAME, _written(keys))
    return KeyRing(keys)


def _written(keys: Mapping[int, bytes]) -> bytes:
    lines = [f"{number}:{b64encode(key).decode('ascii')}" for number, key in sorted(keys.items())]
    return "\n".join((_HEADING, *lines, "")).encode()


def _parsed(content: bytes) -> KeyRing:
    keys: dict[int, bytes] = {}
    for line in content.decode("utf-8", "replace").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        number, _, key = line.strip().partition(":")
        try:
            keys[int(number)] = b64decode(key, validate=True)
        except (ValueError, NotBase64):
            raise KeyDamaged(name=NAME) from None
    if not keys or min(keys) < 1 or {len(key) for key in keys.values()} != {KEY_BYTES}:
        raise KeyDamaged(name=NAME)
    return KeyRing(keys)
