"""期数 and 还款方式 as someone types them, where there is no list to choose from.

Law: neither is guessed; what cannot be read is refused by its own name.
"""

import re

from weilidai_core.basics.typed_text import FullWidthTyped, half_width, is_full_width
from weilidai_core.errors import WeilidaiError
from weilidai_core.quote.schedule import LONGEST_TENOR, SHORTEST_TENOR, TenorOutOfRange
from weilidai_core.sentences import N_
from weilidai_core.words import RepaymentMethod

_TENOR = re.compile(r"-?[0-9]+")
# Longer than any tenor, so that no endless number is ever reckoned with.
_LONGEST_DIGITS = 9


class TenorMissing(WeilidaiError):
    """Raised when no number of instalments was typed."""

    code = "tenor-missing"
    text = N_("还没有填写期数。")
    next_step = N_("请写一个整数，例如 12。")


class TenorUnreadable(WeilidaiError):
    """Raised when what was typed is not a number of instalments."""

    code = "tenor-unreadable"
    text = N_("期数只能写整数。")
    next_step = N_("请写一个整数，例如 12。")


class MethodUnknown(WeilidaiError):
    """Raised when what was typed is none of the repayment methods."""

    code = "method-unknown"
    text = N_("没有这种还款方式。")
    next_step = N_("可以选：{known}。")


def parse_tenor(typed: str, *, field: str | None = None) -> int:
    """The number of instalments that was typed; which numbers are offered is the caller's rule.

    `field` is carried by the refusal: TenorMissing, TenorUnreadable, TenorOutOfRange, FullWidthTyped.
    """
    plain = half_width(typed)
    if not plain:
        raise TenorMissing(field=field)
    if not _TENOR.fullmatch(plain):
        raise TenorUnreadable(field=field)
    if len(plain) > _LONGEST_DIGITS:
        raise TenorOutOfRange(field=field, shortest=SHORTEST_TENOR, longest=LONGEST_TENOR)
    if is_full_width(typed):
        raise FullWidthTyped(field=field, half_width=plain)
    return int(plain)


def parse_method(typed: str, *, field: str | None = None) -> RepaymentMethod:
    """The repayment method of that name; raises MethodUnknown, which lists them."""
    name = typed.strip()
    if name not in list(RepaymentMethod):
        raise MethodUnknown(field=field, known=", ".join(RepaymentMethod))
    return RepaymentMethod(name)
