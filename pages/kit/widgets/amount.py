"""The amount: a large number to type, a slider to drag, quick picks, and what comes of it right below.

Raw text goes to the core.

Law: what was typed is kept, also where it is refused; the browser bounds the slider only, the core
bounds the amount.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pages.kit import format as figures
from pages.kit.i18n import _
from pages.kit.widgets.parts import key_words, made_of, state

_amount = made_of("amount")


@dataclass(frozen=True)
class AmountWords:
    """What the entry is called, what refuses what is in it ("" where nothing does), what comes of it.

    `told` are figures, each with its name; a change of them is announced.
    """

    label: str
    refused: str = ""
    told: Sequence[tuple[str, str]] = ()


def amount_entry(
    text: str,
    *,
    key: str,
    bounds_fen: tuple[int, int, int],
    words: AmountWords,
    on_change: Callable[[str], None],
    picks_fen: Sequence[int] = (),
) -> None:
    """Draw the entry with the raw `text`; `on_change` gets the raw text of every new amount.

    `bounds_fen` are the slider's lowest, highest and step (fen, whole yuan each); `picks_fen` the chips.
    """
    low, high, step = bounds_fen
    data = {
        "text": text,
        "min": low // 100,
        "max": high // 100,
        "step": max(1, step // 100),
        "min_label": figures.whole(low),
        "max_label": figures.whole(high),
        "label": words.label,
        "slider_label": _("拖动选择金额"),
        "clear_label": _("清空金额"),
        "picks_label": _("常用金额"),
        "spoken": _("{amount} 元"),
        "refused": words.refused,
        "keys": key_words(),
        "picks": [[figures.plain(pick), figures.whole(pick)] for pick in picks_fen],
        "told": list(words.told),
    }
    _amount(
        key=key,
        # In a list: in a dictionary Streamlit asks of every value, at every step, whether it is a table.
        data=[data],
        default={"text": text},
        on_text_change=lambda: on_change(_text(key, "text")),
        on_again_change=lambda: on_change(_text(key, "again")),
    )


def _text(key: str, said: str) -> str:
    return str(state(key, said) or "")
