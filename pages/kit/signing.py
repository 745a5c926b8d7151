"""Signing with the PIN: checked before `act`, which only ever hears that it was.

Law: the PIN is an argument here and nothing else; no session, draft, address or log ever holds it.
"""

from pages.kit import session
from pages.kit.components.progress import steps_bar
from pages.kit.i18n import _
from pages.kit.navigation import go
from pages.kit.perform import keep_refusal, perform
from weilidai_core.act import Outcome
from weilidai_core.borrow.actions import SignContract
from weilidai_core.events import LoanDisbursed
from weilidai_core.keys import key_of
from weilidai_core.logbook import fault_of
from weilidai_core.papers.filing import signed_contract
from weilidai_core.trust.actions import authorise, set_pin
from weilidai_core.world.views import read_history, today

_ROUND = "pin_round"


def signing_steps(*, at: int) -> None:
    """The four steps from the cost table to the payout; `at` counts from 0."""
    steps_bar((_("看成本"), _("读合同"), _("签署"), _("放款")), at=at)


def sign_with_pin(contract: str, sha256: str, pin: str, again: str | None = None) -> None:
    """Sign the contract with this digest; with `again` the PIN is new and is set first. For a callback."""
    session.keep_typed(_ROUND, str(signing_round() + 1))
    world = session.world()
    try:
        if again is not None:
            set_pin(world.store, world.id, pin=pin, again=again)
        authorised = authorise(world.store, world.id, pin=pin, sha256=sha256, on=today(world))
    except Exception as refused:
        keep_refusal(fault_of(refused, place="authorise"))
        return
    request = SignContract(contract=contract, authorised=authorised)
    perform(request, key_of(request, read_history(world)), _show_payout)


def signing_round() -> int:
    """How often a PIN was sent in this tab; a new number empties the boxes."""
    return int(session.typed(_ROUND, "0"))


def _show_payout(outcome: Outcome) -> None:
    paid_out = next(event for event in outcome.events if isinstance(event, LoanDisbursed))
    try:
        signed_contract(session.world(), paid_out.contract)
    except Exception as refused:
        # It is signed and paid out; the file is made when it is asked for. The log says what is wrong.
        fault_of(refused, place="paper")
    go("paid", note=paid_out.loan_note)
