"""Money as the applicant types it and as the books keep it: whole fen.

Law: an amount is an `int` of fen; there is one rounding, half up, and it happens once per figure.
"""

import re

from weilidai_core.basics.typed_text import FullWidthTyped, half_width, is_full_width
from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_

LONGEST_YUAN_DIGITS = 12

# Digits alone, or digits in groups of three; [0-9] and not \d, which would let other scripts' digits in.
_AMOUNT = re.compile(
    r"(?P<sign>-?[¥￥]? ?|[¥￥] ?-)"
    r"(?P<digits>(?P<yuan>[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.(?P<fen>[0-9]+))?)"
)


class AmountMissing(WeilidaiError):
    """Raised when no amount was typed."""

    code = "amount-missing"
    text = N_("还没有填写金额。")
    next_step = N_("请输入金额，例如 10000。")


class AmountUnreadable(WeilidaiError):
    """Raised when what was typed is not an amount in yuan."""

    code = "amount-unreadable"
    text = N_("金额只能写数字。")
    next_step = N_("请这样写：10000、10,000 或 10000.50。")


class AmountNegative(WeilidaiError):
    """Raised when the amount typed is below zero."""

    code = "amount-negative"
    text = N_("金额不能是负数。")
    next_step = N_("去掉前面的减号，再试一次。")


class AmountTooFine(WeilidaiError):
    """Raised when the amount typed has more than two decimals, that is, parts of a fen."""

    code = "amount-too-fine"
    text = N_("金额最多精确到分，小数点后最多两位。")
    next_step = N_("请这样写：10000、10,000 或 10000.50。")


class AmountTooLong(WeilidaiError):
    """Raised when the amount typed has more digits than any loan could."""

    code = "amount-too-long"
    text = N_("金额太长了，整数部分最多 {longest} 位。")
    next_step = N_("检查一下是否多输了几位。")


def round_half_up(numerator: int, denominator: int) -> int:
    """The whole number nearest to the quotient, a half going up; `denominator` above zero."""
    return (2 * numerator + denominator) // (2 * denominator)


def parse_yuan(typed: str, *, field: str | None = None) -> int:
    """The amount in fen that was typed in yuan; zero is read as zero, its minimum is the caller's rule.

    Reads 10000, 10,000 and 10,000.50, with spaces around it and a leading ¥. `field` is carried by the
    refusal: AmountMissing, AmountUnreadable, AmountNegative, AmountTooFine, AmountTooLong, FullWidthTyped.
    """
    plain = half_width(typed)
    if not plain.strip("¥￥ "):
        raise AmountMissing(field=field)
    read = _AMOUNT.fullmatch(plain)
    if read is None:
        raise AmountUnreadable(field=field)
    if "-" in read["sign"]:
        raise AmountNegative(field=field)
    yuan, fen = read["yuan"].replace(",", "").lstrip("0"), read["fen"] or ""
    if len(yuan) > LONGEST_YUAN_DIGITS:
        raise AmountTooLong(field=field, longest=LONGEST_YUAN_DIGITS)
    if len(fen) > 2:
        raise AmountTooFine(field=field)
    if is_full_width(typed):
        raise FullWidthTyped(field=field, half_width=read["digits"])
    return int(yuan or "0") * 100 + int(fen.ljust(2, "0"))


def yuan_text(amount_fen: int) -> str:
    """An amount of fen as plain yuan with two decimals, for files and other programs: 1234.56."""
    sign = "-" if amount_fen < 0 else ""
    yuan, fen = divmod(abs(amount_fen), 100)
    return f"{sign}{yuan}.{fen:02d}"
