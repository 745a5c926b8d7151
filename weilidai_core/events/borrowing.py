"""What happens in a drawdown: a plan, its cost, its contract, the signature, the payout."""

from datetime import date
from typing import Literal

from weilidai_core.events.fact import Fact
from weilidai_core.vault import personal
from weilidai_core.words import RepaymentMethod, SigningMethod


class PlanChosen(Fact):
    """支用: a drawdown begins with a plan, quoted within the available limit."""

    kind: Literal["plan-chosen"] = "plan-chosen"
    drawdown: int
    principal_fen: int
    tenor: int
    method: RepaymentMethod
    daily_rate_ppm: int


class DrawdownAbandoned(Fact):
    """A drawdown that was not yet signed was given up."""

    kind: Literal["drawdown-abandoned"] = "drawdown-abandoned"
    drawdown: int


class CostConfirmed(Fact):
    """The 综合融资成本明示表 was read and confirmed."""

    kind: Literal["cost-confirmed"] = "cost-confirmed"
    drawdown: int
    sha256: str


class ContractDrawnUp(Fact):
    """The contract's exact text exists; its SHA-256 is over the UTF-8 bytes."""

    kind: Literal["contract-drawn-up"] = "contract-drawn-up"
    drawdown: int
    contract: str
    drawn_up_on: date
    sha256: str


class ContractRead(Fact):
    """The applicant read the contract to its end."""

    kind: Literal["contract-read"] = "contract-read"
    contract: str
    sha256: str


class ContractSigned(Fact):
    """The applicant signed exactly this text; the evidence is kept apart from the history."""

    kind: Literal["contract-signed"] = "contract-signed"
    contract: str
    sha256: str
    method: SigningMethod
    evidence_id: str


class LoanDisbursed(Fact):
    """放款: the loan was paid out; interest runs from this day."""

    kind: Literal["loan-disbursed"] = "loan-disbursed"
    drawdown: int
    loan_note: str
    contract: str
    principal_fen: int
    tenor: int
    method: RepaymentMethod
    daily_rate_ppm: int
    interest_from: date
    card: personal.Card
