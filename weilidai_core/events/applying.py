"""What happens while someone applies, up to the decision and the credit limit."""

from typing import Annotated, Any, Literal

from weilidai_core.events.fact import Fact
from weilidai_core.sentences import Sentence
from weilidai_core.vault import personal
from weilidai_core.words import ConsentDocument, Outcome, RepaymentMethod, ReviewStage


class ApplicationStarted(Fact):
    """The applicant opened 微粒贷 and began application `number` (1, 2, …)."""

    kind: Literal["application-started"] = "application-started"
    application: int


class ApplicationEnded(Fact):
    """The application ended before it was decided, and why."""

    kind: Literal["application-ended"] = "application-ended"
    application: int
    because: ConsentDocument


class IdentityConfirmed(Fact):
    """The wallet's verified identity was checked; only masked values are kept here."""

    kind: Literal["identity-confirmed"] = "identity-confirmed"
    application: int
    name: personal.Name
    id_number: personal.IdNumber
    mobile: personal.Mobile
    card: personal.Card
    age: personal.Age


class InformationCompleted(Fact):
    """The applicant completed the information the wallet did not know."""

    kind: Literal["information-completed"] = "information-completed"
    application: int
    occupation: personal.Occupation
    employer: personal.Employer
    monthly_income_fen: personal.IncomeFen
    residence: personal.Residence
    contact_name: personal.ContactName
    contact_mobile: personal.ContactMobile
    purpose: personal.LoanPurpose


class InformationCorrected(Fact):
    """The applicant put right what they had handed in; what was decided before stays as it is."""

    kind: Literal["information-corrected"] = "information-corrected"
    application: int
    occupation: personal.Occupation
    employer: personal.Employer
    monthly_income_fen: personal.IncomeFen
    residence: personal.Residence
    contact_name: personal.ContactName
    contact_mobile: personal.ContactMobile
    purpose: personal.LoanPurpose


class ConsentGiven(Fact):
    """The applicant agreed to one version of one document."""

    kind: Literal["consent-given"] = "consent-given"
    document: ConsentDocument
    version: str
    sha256: str


class ConsentRefused(Fact):
    """The applicant refused one version of one document."""

    kind: Literal["consent-refused"] = "consent-refused"
    document: ConsentDocument
    version: str
    sha256: str


class ApplicationSubmitted(Fact):
    """The application was handed in with the plan that is asked for."""

    kind: Literal["application-submitted"] = "application-submitted"
    application: int
    amount_fen: int
    tenor: int
    method: RepaymentMethod
    daily_rate_ppm: int


class ReviewStageCompleted(Fact):
    """One stage of the automatic review ended, with what it found."""

    kind: Literal["review-stage-completed"] = "review-stage-completed"
    application: int
    stage: ReviewStage
    passed: bool
    finding: Sentence


class ScoreGiven(Fact):
    """The four-factor score, in hundredths of a point, what each factor contributed, and the whole card."""

    kind: Literal["score-given"] = "score-given"
    application: int
    score_hundredths: int
    contributions_hundredths: Annotated[dict[str, int], personal.SCORE]
    card: Annotated[dict[str, Any], personal.SCORE]


class LimitGranted(Fact):
    """授信: a credit limit and a daily rate, with the reasons for both."""

    kind: Literal["limit-granted"] = "limit-granted"
    application: int
    limit_fen: int
    daily_rate_ppm: int
    band: str
    reasons: tuple[Sentence, ...]
    decision: Annotated[dict[str, Any], personal.SCORE]


class ApplicationDecided(Fact):
    """The review's decision about the plan that was asked for."""

    kind: Literal["application-decided"] = "application-decided"
    application: int
    outcome: Outcome
    offered_fen: int
    reasons: tuple[Sentence, ...]
    advice: tuple[Sentence, ...] = ()
