"""What a person typed, before it is a number or a day.

Law: a figure is never guessed. Full-width digits, which a Chinese keyboard writes easily, are shown back in
half-width form instead of being changed behind the person's back. Where a refusal must name what was typed,
as an unknown scene, it is cut short and made printable; nothing else that was typed is repeated.
"""

from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_

# U+FF01..U+FF5E are the full-width twins of "!".."~"; U+3002 is typed for a point, U+2212 for a minus.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3002: ord("."), 0x2212: ord("-")}


class FullWidthTyped(WeilidaiError):
    """Raised when a figure is right but was typed with full-width digits or signs."""

    code = "full-width-typed"
    text = N_("这里请用半角数字，写成 {half_width} 就可以了。")
    next_step = N_("切换到英文输入法，再输入一次。")


def shown(typed: str, *, longest: int = 40) -> str:
    """What was typed, fit to be named in a sentence: its first characters, unprintable ones as U+FFFD."""
    cut = typed if len(typed) <= longest else f"{typed[:longest]}…"
    return "".join(character if character.isprintable() else "\ufffd" for character in cut)


def half_width(typed: str) -> str:
    """`typed` without surrounding spaces, full-width signs as their half-width twins."""
    return typed.strip().translate(_HALF_WIDTH)


def is_full_width(typed: str) -> bool:
    """Whether `typed` holds a full-width sign, a minus sign of print apart."""
    return half_width(typed) != typed.strip().replace("\u2212", "-")
