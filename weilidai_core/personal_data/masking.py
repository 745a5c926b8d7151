"""脱敏: how a value is shown, by its kind. Pure; what comes out may stand on a screen or in a file.

Numbers and names keep what tells one from another and no more (JR/T 0171-2020, annex A).
"""

from typing import Any

from weilidai_core.apply.identity import mask_card_number, mask_id_number, mask_mobile, mask_name
from weilidai_core.sentences import N_, Sentence, sentence
from weilidai_core.vault.personal import Masking

_WORDS_SHOWN = 2
SEALED = N_("已加密，不显示")


def masked(value: Any, masking: Masking) -> Sentence:
    """The value as it may be seen."""
    match masking:
        case Masking.NAME:
            return _text(mask_name(value))
        case Masking.ID_NUMBER:
            return _text(mask_id_number(value))
        case Masking.MOBILE:
            return _text(mask_mobile(value))
        case Masking.CARD:
            return _text(mask_card_number(value))
        case Masking.WORDS:
            hidden = "*" * min(6, max(1, len(value) - _WORDS_SHOWN))
            return _text(value[:_WORDS_SHOWN] + hidden)
        case Masking.AMOUNT:
            return sentence(N_("{amount_fen}"), amount_fen=value)
        case Masking.PLAIN:
            return sentence(N_("{value}"), value=_plain(value))
        case Masking.HIDDEN:
            return sentence(SEALED)


def _text(text: str) -> Sentence:
    # A fact and not a wording: what belongs to a person never becomes a key of the catalogue.
    return sentence(N_("{value}"), value=text)


def _plain(value: Any) -> Any:
    label = getattr(value, "label", None)
    if isinstance(label, str):
        return sentence(label)
    return value if isinstance(value, int) or hasattr(value, "isoformat") else sentence(str(value))
