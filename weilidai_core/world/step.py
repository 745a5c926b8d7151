"""What makes two requests the same, and a world's state hash: the same on any machine for the same acts."""

import hashlib
import json

from pydantic import ConfigDict

from weilidai_core.errors import WeilidaiError
from weilidai_core.events import History
from weilidai_core.sentences import N_
from weilidai_core.vault.personal import Discreet


class KeyUsedOtherwise(WeilidaiError):
    """Raised when a key that stands for one act comes again with another content."""

    code = "key-used-otherwise"
    text = N_("这一步已经在别处用不同的内容完成了，刚才的内容没有提交。")
    next_step = N_("请看当前进度，再决定下一步。")


class Request(Discreet):
    """Base of everything that can be asked for; frozen, and validated at the edge."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


def canonical(request: Request) -> str:
    """The request's kind and body as canonical JSON: equal for equal requests."""
    return _canonical([type(request).__name__, request.model_dump(mode="json")])


def state_hash(history: History) -> str:
    """SHA-256 of every event's day, kind and business fields; no row id, no clock, no secret."""
    content = [[each.on.isoformat(), each.event.kind, each.event.model_dump(mode="json")] for each in history]
    return hashlib.sha256(_canonical(content).encode()).hexdigest()


def canonical_of(stored: str) -> str:
    """The same of a request as a step keeps it. Raises ValueError or LookupError for what is none."""
    kept = json.loads(stored)
    return _canonical([kept["kind"], kept["body"]])


def _canonical(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
