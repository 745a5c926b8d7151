"""引导者口令: the code that opens the facilitator's area, and the pass a browser gets for it. Pure.

Both are derived from one key that lies outside the database, so every process of one installation knows the
same code and honours the same pass, and nothing has to be kept. The code is shown on the console only; a
pass is good for one browser, until a moment.
"""

import base64
import hmac
import secrets

from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_
from weilidai_core.vault.made_once import made_once

KEY_FILE = "lab.key"
KEY_SETTING = "WEILIDAI_LAB_KEY"
PASS_SECONDS = 12 * 3600
# 60 bits: no number of tries that a server answers comes near.
_CODE_LETTERS = 12
_GROUP = 4


class LabCodeWrong(WeilidaiError):
    """Raised when what was typed is not the code."""

    code = "lab-code-wrong"
    text = N_("口令不对。")
    next_step = N_("口令在启动程序的控制台里，请照着再输一次。")
    field = "code"


class LabCodeLocked(WeilidaiError):
    """Raised when there were too many wrong tries in a short time."""

    code = "lab-code-locked"
    text = N_("试错的次数太多，先停一停。")
    next_step = N_("请过 {minutes} 分钟再试。")
    field = "code"


def lab_code() -> str:
    """The code, in groups of four; the same for every process and restart. Raises as `made_once`."""
    letters = base64.b32encode(_derived(b"code")).decode()[:_CODE_LETTERS]
    return "-".join(letters[start : start + _GROUP] for start in range(0, _CODE_LETTERS, _GROUP))


def is_lab_code(typed: str) -> bool:
    """Whether this is the code, however it was spaced and in small letters or large."""
    plain = "".join(letter for letter in typed.upper() if letter.isascii() and letter.isalnum())
    return hmac.compare_digest(plain.encode(), lab_code().replace("-", "").encode())


def lab_pass(browser: str, *, until: int) -> str:
    """The pass of the browser with this secret, good until a moment in seconds since 1970."""
    return f"{until}.{_seal(browser, until)}"


def is_lab_pass(given: str, browser: str, *, now: int) -> bool:
    """Whether a pass is this browser's own and still good."""
    until, _, seal = given.partition(".")
    if not (browser and until.isascii() and until.isdigit() and len(until) <= _CODE_LETTERS):
        return False
    return hmac.compare_digest(seal.encode(), _seal(browser, int(until)).encode()) and now < int(until)


def _seal(browser: str, until: int) -> str:
    sealed = hmac.digest(_derived(b"pass"), f"{until}:{browser}".encode(), "sha256")
    return base64.urlsafe_b64encode(sealed).decode().rstrip("=")


def _derived(purpose: bytes) -> bytes:
    key = made_once(KEY_FILE, lambda: secrets.token_bytes(32), setting=KEY_SETTING)
    return hmac.digest(key, b"lab " + purpose, "sha256")
