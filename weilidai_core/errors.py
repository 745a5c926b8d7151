"""A refusal is a named error: what happened, with its facts, and what to do next.

Each broken rule has its own class in the rule's own file; all share this base, so a page can show
any of them in words and a test can name any of them.
"""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from weilidai_core.sentences import Sentence


class WeilidaiError(Exception):
    """Raised when a rule refuses; never for a fault of the program.

    `text` and `next_step` are catalogue keys; facts are shown by their unit (see `Sentence`).
    `field` names the form field concerned, so the page can point at it. `for_operator`: nothing the
    applicant does can mend it, so the screen shows a number to quote and the log says why.
    """

    code: ClassVar[str] = "refused"
    text: ClassVar[str] = ""
    next_step: ClassVar[str] = ""
    field: str | None = None
    for_operator: ClassVar[bool] = False

    def __init__(self, *, field: str | None = None, **facts: "int | date | Sentence | str") -> None:
        super().__init__(self.code)
        self.facts = facts
        if field is not None:
            self.field = field

    @property
    def sentence(self) -> Sentence:
        """What happened, ready to be put into a language."""
        return Sentence(text=self.text, facts=self.facts)

    @property
    def next_sentence(self) -> Sentence | None:
        """What to do next, or None where there is nothing to do."""
        return Sentence(text=self.next_step, facts=self.facts) if self.next_step else None

    def __str__(self) -> str:
        # For logs and tests only: the code, never the facts (they may be personal).
        return self.code

    def parts(self) -> Sequence["WeilidaiError"]:
        """The refusals this one is made of; more than one where a whole form was checked."""
        return (self,)
