"""What the page of the transparency log shows an applicant: the log as it stands, and their own receipts."""

from dataclasses import dataclass

from weilidai_core.borrow.loan_note import loan_notes_of
from weilidai_core.papers.filing import contract_receipt
from weilidai_core.trust.transparency.receipt import Receipt
from weilidai_core.trust.transparency.views import LogState, NoReceipt, log_state
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World


@dataclass(frozen=True)
class OwnReceipt:
    """One contract of this applicant and its receipt; None where there is none any more."""

    contract: str
    receipt: Receipt | None


@dataclass(frozen=True)
class LogPage:
    """The log, freshly signed (None before its first entry), and the applicant's receipts."""

    state: LogState | None
    receipts: tuple[OwnReceipt, ...]


def log_page(world: World) -> LogPage:
    """Everything the page shows. Raises `LogKeyChanged` and what keeps a paper from being made."""
    contracts = tuple(note.contract for note in loan_notes_of(read_history(world)))
    # First the receipts: a file that is made only now becomes an entry of the log.
    receipts = tuple(own_receipt(world, each) for each in contracts)
    return LogPage(log_state(world.store), receipts)


def own_receipt(world: World, contract: str) -> OwnReceipt:
    """The receipt of a paid-out contract, or that there is none."""
    try:
        return OwnReceipt(contract, contract_receipt(world, contract))
    except NoReceipt:
        return OwnReceipt(contract, None)
