"""What is known of a sample person before they apply: the wallet, the connected sources, the bureau.

A world holds one profile and never changes it. Everything here is made up: the sources are
simulated and say so by name, and no value can belong to a real person (see `apply.identity`).
Amounts are whole fen; months and counts are plain whole numbers, as of the persona's first day.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Generic, Self, TypeVar

from pydantic import ConfigDict, Field, NonNegativeInt, model_validator

from weilidai_core.sentences import N_
from weilidai_core.vault import personal
from weilidai_core.vault.personal import Discreet

T = TypeVar("T")


class Frozen(Discreet):
    """Base of everything known: frozen, and refuses a field it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Source(StrEnum):
    """Where something known comes from; every source is simulated, and its label says so."""

    WALLET = "wallet"
    PROVIDENT_FUND = "provident-fund"
    TAX = "tax"
    EMPLOYER = "employer"
    MERCHANT = "merchant"

    @property
    def label(self) -> str:
        """The catalogue key of the source's name."""
        return _SOURCE_LABELS[self]


_SOURCE_LABELS = {
    Source.WALLET: N_("钱包资料（模拟）"),
    Source.PROVIDENT_FUND: N_("公积金中心（模拟）"),
    Source.TAX: N_("个税记录（模拟）"),
    Source.EMPLOYER: N_("单位证明（模拟）"),
    Source.MERCHANT: N_("收款记录（模拟）"),
}


class Occupation(StrEnum):
    """职业, as the information page offers it."""

    EMPLOYEE = "employee"
    PUBLIC_SERVICE = "public-service"
    SELF_EMPLOYED = "self-employed"
    FREELANCE = "freelance"
    STUDENT = "student"
    RETIRED = "retired"

    @property
    def label(self) -> str:
        """The catalogue key of the occupation's name."""
        return _OCCUPATION_LABELS[self]


_OCCUPATION_LABELS = {
    Occupation.EMPLOYEE: N_("企业员工"),
    Occupation.PUBLIC_SERVICE: N_("机关或事业单位"),
    Occupation.SELF_EMPLOYED: N_("个体经营"),
    Occupation.FREELANCE: N_("灵活就业"),
    Occupation.STUDENT: N_("在校学生"),
    Occupation.RETIRED: N_("退休"),
}


class Person(Frozen):
    """The wallet's verified identity, in full; screens show only its masked form."""

    name: personal.Name
    id_number: personal.IdNumber
    mobile: personal.Mobile
    card_number: personal.Card
    bank_name: personal.Bank


class Device(Frozen):
    """The phone the wallet runs on; `ok` says whether it passed the device check."""

    system: personal.DeviceFact
    version: personal.DeviceFact
    ok: bool


class Wallet(Frozen):
    """钱包: balances in fen, bound cards, and the day the wallet was opened.

    `card_fen` is on the repayment card on the first day, and `card_monthly_fen` is what comes to it on each
    `card_income_day` after the month's living costs; without a figure there is always enough.
    """

    change_fen: Annotated[NonNegativeInt, personal.BALANCE]
    savings_fen: Annotated[NonNegativeInt, personal.BALANCE]
    card_count: NonNegativeInt
    opened_on: Annotated[date, personal.WALLET_SINCE]
    card_fen: Annotated[NonNegativeInt | None, personal.BALANCE] = None
    card_monthly_fen: Annotated[NonNegativeInt, personal.BALANCE] = 0
    card_income_day: int = Field(default=10, ge=1, le=28)


class Known(Frozen, Generic[T]):
    """A value together with the source that knows it."""

    value: T
    source: Source


class KnownInformation(Frozen):
    """What sources can fill in on the information page; None where no source knows it.

    `provident_fund_months` and `receipts_months` count months of contributions, or of takings
    through the wallet, up to the first day.
    """

    occupation: Annotated[Known[Occupation] | None, personal.OCCUPATION] = None
    employer: Annotated[Known[str] | None, personal.EMPLOYER] = None
    monthly_income_fen: Annotated[Known[NonNegativeInt] | None, personal.INCOME] = None
    residence: Annotated[Known[str] | None, personal.RESIDENCE] = None
    contact_name: Annotated[Known[str] | None, personal.CONTACT_NAME] = None
    contact_mobile: Annotated[Known[str] | None, personal.CONTACT_MOBILE] = None
    provident_fund_months: Annotated[Known[NonNegativeInt] | None, personal.MONTHS] = None
    receipts_months: Annotated[Known[NonNegativeInt] | None, personal.MONTHS] = None


class BureauReport(Frozen):
    """A simulated credit report.

    Counts of overdue instalments are over the last 24 months, by days overdue when paid;
    `longest_overdue_days` is the longest in the last 12 months. Limits, debts and the monthly
    debt service are whole fen; `history_months` counts from the oldest account. The empty report
    is that of someone who never had an account.
    """

    accounts: NonNegativeInt = 0
    history_months: NonNegativeInt = 0
    overdue_1_to_30: NonNegativeInt = 0
    overdue_31_to_90: NonNegativeInt = 0
    overdue_over_90: NonNegativeInt = 0
    longest_overdue_days: NonNegativeInt = 0
    revolving_limit_fen: NonNegativeInt = 0
    revolving_used_fen: NonNegativeInt = 0
    monthly_debt_service_fen: NonNegativeInt = 0
    total_debt_fen: NonNegativeInt = 0
    inquiries_6_months: NonNegativeInt = 0

    @model_validator(mode="after")
    def _coherent(self) -> Self:
        """A report must not contradict itself; a sample that does is a mistake in our table."""
        if self.accounts == 0 and (self.history_months or self.total_debt_fen or self.revolving_limit_fen):
            raise ValueError("a report without accounts has no history, debt or limit")
        if self.total_debt_fen < self.revolving_used_fen:
            raise ValueError("the total debt includes the revolving debt")
        if self.longest_overdue_days > 90 and not self.overdue_over_90:
            raise ValueError("more than 90 days overdue must be counted in its bucket")
        if 30 < self.longest_overdue_days <= 90 and not self.overdue_31_to_90 + self.overdue_over_90:
            raise ValueError("more than 30 days overdue must be counted in its bucket")
        return self


class Behaviour(Frozen):
    """How the wallet is used: months out of the last 12, and new loans in the last 6 months."""

    utility_months_on_time: NonNegativeInt
    savings_months: NonNegativeInt
    loans_6_months: NonNegativeInt

    @model_validator(mode="after")
    def _within_a_year(self) -> Self:
        if max(self.utility_months_on_time, self.savings_months) > 12:
            raise ValueError("a year has twelve months")
        return self


class Profile(Frozen):
    """All that is known of one sample person when their world begins."""

    person: Person
    device: Device
    invited: bool
    wallet: Wallet
    known: KnownInformation
    bureau: Annotated[BureauReport, personal.CREDIT_REPORT]
    behaviour: Annotated[Behaviour, personal.BEHAVIOUR]
