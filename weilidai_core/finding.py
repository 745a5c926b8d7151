"""What one look at a set-up found: well or not, in a sentence, and how to mend what is not."""

from collections.abc import Callable
from dataclasses import dataclass

from weilidai_core.sentences import Sentence, sentence


@dataclass(frozen=True)
class Finding:
    """What one check found: well or not, in a sentence, and how to mend what is not. Well with a way to
    mend it is a remark: something that only a developer misses."""

    is_well: bool
    found: Sentence
    mend: Sentence | None = None


Checking = Callable[[str], Finding]


def well(told: str, **facts: int | str) -> Finding:
    """That something is as it should be."""
    return Finding(True, sentence(told, **facts))


def ill(told: str, mend: str, **facts: int | str) -> Finding:
    """That something has to be mended, and how."""
    return Finding(False, sentence(told, **facts), sentence(mend, **facts))
