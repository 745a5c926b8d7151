"""回执: what shows one person, without us, that their file is in the log and the log was not rewritten. Pure.

It holds what was logged with its salt, the way from there to a signed checkpoint, the checkpoint of the day
of signing, and the proof that the later log begins with the earlier. Law: a receipt whose content differs in
anything from the one that was handed out is refused.
"""

import hashlib
import json
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_
from weilidai_core.trust.transparency.checkpoint import Checkpoint, NotGenuine, decoded, encoded, read
from weilidai_core.trust.transparency.logged import SALT_BYTES, canonical, entry_of
from weilidai_core.trust.transparency.tree import HASH_BYTES, is_consistent, is_included

FORM: Literal["weilidai-receipt-1"] = "weilidai-receipt-1"
_VERIFIER = Path(__file__).parent / "verifier.html"
LONGEST = 20_000
DEEPEST = 64


class ReceiptUnreadable(WeilidaiError):
    """Raised when a file is no receipt, or was changed so that it is none any more."""

    code = "receipt-unreadable"
    text = N_("这份回执读不出来，或者被改动过。")
    next_step = N_("请重新下载回执再核对。")
    field = "receipt"


class ReceiptOfAnotherFile(WeilidaiError):
    """Raised when the file is not, byte for byte, the one the receipt is for."""

    code = "receipt-of-another-file"
    text = N_("这个文件和回执里登记的不是同一份：内容有改动，或者拿错了文件。")
    next_step = N_("请换成当时下载的原文件。")
    field = "file"


class ReceiptOfAnotherLog(WeilidaiError):
    """Raised when the receipt's key is not the one that is trusted."""

    code = "receipt-of-another-log"
    text = N_("回执上的日志公钥不是合同里印的那一个。")
    next_step = N_("请以合同里印的公钥为准。")
    field = "receipt"


class CheckpointNotSigned(WeilidaiError):
    """Raised when a checkpoint in the receipt is not signed by the log's key."""

    code = "checkpoint-not-signed"
    text = N_("回执里的检查点没有日志的有效签名。")
    next_step = N_("它被改动过，或不是这份日志出具的，不能采信。")
    field = "receipt"


class NotInTheLog(WeilidaiError):
    """Raised when the way from the entry does not lead to the signed root."""

    code = "not-in-the-log"
    text = N_("按回执里的路径算不出签名的根，登记的内容不在日志的这个位置。")
    next_step = N_("回执被改动过，不能采信。")
    field = "receipt"


class LogRewritten(WeilidaiError):
    """Raised when the later log does not begin with the log of the day of signing."""

    code = "log-rewritten"
    text = N_("日志前后对不上：现在的日志不是从签署那天的日志接着写下来的。")
    next_step = N_("请保留两份检查点，它们就是证据。")
    field = "receipt"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class LoggedText(_Frozen):
    """What was logged, and the salt that was put before it."""

    salt: str
    text: str


Way = Annotated[tuple[str, ...], Field(max_length=DEEPEST)]


class Receipt(_Frozen):
    """The receipt as it is downloaded; bytes are base64."""

    form: Literal["weilidai-receipt-1"]
    key: str
    entry: LoggedText
    index: Annotated[int, Field(ge=0, lt=2**53)]
    path: Way
    checkpoint: str
    signed_checkpoint: str
    consistency: Way

    def as_json(self) -> str:
        """The file's content."""
        return self.model_dump_json(indent=1) + "\n"


class Checked(NamedTuple):
    """What a receipt has shown: whose key, what was logged, where, and in which log."""

    key: str
    logged: dict[str, object]
    leaf: int
    checkpoint: Checkpoint
    signed_checkpoint: Checkpoint


def receipt_in(content: str | bytes) -> Receipt:
    """The receipt in a file. Raises `ReceiptUnreadable`."""
    if len(content) > LONGEST:
        raise ReceiptUnreadable
    try:
        return Receipt.model_validate_json(content)
    except (ValidationError, ValueError) as error:
        raise ReceiptUnreadable from error


def check(receipt: Receipt, *, document: bytes, key: str | None = None) -> Checked:
    """What the receipt shows of a file; with `key` only under that log's key.

    Raises `ReceiptOfAnotherLog`, `CheckpointNotSigned`, `ReceiptUnreadable`, `NotInTheLog`, `LogRewritten`
    and `ReceiptOfAnotherFile`, in the order in which each rests on the one before.
    """
    if key is not None and key != receipt.key:
        raise ReceiptOfAnotherLog
    try:
        now = read(receipt.checkpoint, key=receipt.key)
        then = read(receipt.signed_checkpoint, key=receipt.key)
    except NotGenuine as error:
        raise CheckpointNotSigned from error
    entry, logged, path, consistency = _content(receipt)
    included = is_included(entry, index=receipt.index, size=now.size, path=path, root=now.root)
    if not included or receipt.index >= then.size:
        raise NotInTheLog
    if not is_consistent(old=then.size, old_root=then.root, size=now.size, root=now.root, path=consistency):
        raise LogRewritten
    if logged.get("sha256") != hashlib.sha256(document).hexdigest():
        raise ReceiptOfAnotherFile
    return Checked(receipt.key, logged, receipt.index, now, then)


def _content(receipt: Receipt) -> tuple[bytes, dict[str, object], list[bytes], list[bytes]]:
    try:
        logged = json.loads(receipt.entry.text)
        if not isinstance(logged, dict) or canonical(logged) != receipt.entry.text:
            raise ReceiptUnreadable
        return (
            entry_of(decoded(receipt.entry.salt, length=SALT_BYTES), receipt.entry.text),
            logged,
            [decoded(each, length=HASH_BYTES) for each in receipt.path],
            [decoded(each, length=HASH_BYTES) for each in receipt.consistency],
        )
    except (NotGenuine, ValueError) as error:
        raise ReceiptUnreadable from error


def verifier() -> str:
    """The page that checks a file and its receipt alone: opened from a folder, it needs nothing of ours."""
    return _VERIFIER.read_text(encoding="utf-8")


def written(values: list[bytes]) -> tuple[str, ...]:
    """Hashes as a receipt holds them."""
    return tuple(encoded(value) for value in values)
