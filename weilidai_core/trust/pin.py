"""PIN: what a six-digit signing PIN must be, and what a successful check leaves behind. Pure rules."""

from pydantic import BaseModel, ConfigDict

from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_
from weilidai_core.words import SigningMethod

ATTEMPTS_A_DAY = 5
_RISING = "01234567890"


class PinNotSixDigits(WeilidaiError):
    """Raised when a PIN is anything but six digits 0–9."""

    code = "pin-not-six-digits"
    text = N_("签署 PIN 是 6 位数字。")
    next_step = N_("请用 0–9 重新输入。")
    field = "pin"


class PinTooSimple(WeilidaiError):
    """Raised when a PIN is one digit repeated or a plain run of digits."""

    code = "pin-too-simple"
    text = N_("这个 PIN 太容易猜到，比如 000000、123456。")
    next_step = N_("请换一个。")
    field = "pin"


class PinsDiffer(WeilidaiError):
    """Raised when the two entries of a new PIN are not the same."""

    code = "pins-differ"
    text = N_("两次输入的 PIN 不一样。")
    next_step = N_("请从头再设置一次。")
    field = "again"


class PinAlreadySet(WeilidaiError):
    """Raised when a PIN is to be set where one exists."""

    code = "pin-already-set"
    text = N_("签署 PIN 已经设置过了。")
    next_step = N_("请直接用它签署。")
    field = "pin"


class PinNotSet(WeilidaiError):
    """Raised when there is no PIN to check against."""

    code = "pin-not-set"
    text = N_("还没有设置签署 PIN。")
    next_step = N_("请先设置，再签署。")
    field = "pin"


class PinWrong(WeilidaiError):
    """Raised when the PIN does not match; says how many tries are left today."""

    code = "pin-wrong"
    text = N_("PIN 不对，今天还可以试 {left} 次。")
    next_step = N_("演示人物的 PIN 写在右上角菜单里。")
    field = "pin"


class PinLocked(WeilidaiError):
    """Raised when all of a day's tries are used up."""

    code = "pin-locked"
    text = N_("PIN 今天已经输错 {tries} 次，签署暂时锁住了，没有签署，也没有放款。")
    next_step = N_("明天解锁。合同按今天出具，过了今天要重新选一次方案；额度不受影响。")
    field = "pin"


class PepperChanged(WeilidaiError):
    """Raised when the key that PINs are hashed under is not the one that was there when the PIN was set."""

    code = "pepper-changed"
    text = N_("签署 PIN 暂时核对不了，没有签署，也没有用掉次数。")
    next_step = N_("请放回原来的密钥文件 {name}；找不回来，就从头再来，重新设置 PIN。")
    field = "pin"
    for_operator = True


class Authorised(BaseModel):
    """That a secret was checked for exactly one text; all that a step keeps of it."""

    model_config = ConfigDict(frozen=True)

    method: SigningMethod
    evidence_id: str
    sha256: str


def check_digits(pin: str) -> None:
    """Refuse what is no PIN at all, right or wrong. Raises `PinNotSixDigits`."""
    if len(pin) != 6 or not (pin.isascii() and pin.isdigit()):
        raise PinNotSixDigits


def check_pin(pin: str) -> None:
    """Refuse what cannot be a signing PIN. Raises `PinNotSixDigits`, `PinTooSimple`."""
    check_digits(pin)
    if len(set(pin)) == 1 or pin in _RISING or pin in _RISING[::-1]:
        raise PinTooSimple


def evidence_of(sha256: str) -> str:
    """The evidence's name: derived from the text it is for, so it is the same on any machine."""
    return f"pin-{sha256[:16]}"
