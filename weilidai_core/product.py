"""The product's terms, dated, each with its source: what may be borrowed, at what price, how repaid.

The lender is fictional. Where public pages disagree (grace days, the full list of tenors) the value
here is a setting and says so.
"""

from datetime import date

from pydantic import BaseModel, ConfigDict

from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_, sentence
from weilidai_core.words import Component, RepaymentMethod

LENDER = N_("星河示例银行（虚构）")
PARTNER_BANK = N_("云杉示例银行（虚构）")


class TenorNotOffered(WeilidaiError):
    """Raised when the number of instalments is not one of the product's."""

    code = "tenor-not-offered"
    text = N_("{method}没有 {tenor} 期这一档。")
    next_step = N_("请从列出的期数里选一个。")
    field = "tenor"


class AmountNotBorrowable(WeilidaiError):
    """Raised when an amount lies outside what can be borrowed now, or is not a whole step."""

    code = "amount-not-borrowable"
    text = N_("可借 {least_fen} 至 {most_fen}，以 {step_fen} 为一档；{amount_fen} 不在其中。")
    next_step = N_("请改一个金额。")
    field = "amount"


class NothingBorrowable(WeilidaiError):
    """Raised when what is left of the limit is below the smallest loan."""

    code = "nothing-borrowable"
    text = N_("现在可借的金额不足 {least_fen}，暂时不能再借。")
    next_step = N_("还清一部分之后，额度会恢复。")
    field = "amount"


class ProductNotYetOffered(WeilidaiError):
    """Raised when terms are wanted for a day before the product's first ones."""

    code = "product-not-yet-offered"
    text = N_("{on} 还没有这个产品，它从 {first_on} 起才有。")
    next_step = N_("请选晚一些的日子。")
    field = "on"


class ProductTerms(BaseModel):
    """The terms in force from a day on. Amounts in fen, rates in ppm a day."""

    model_config = ConfigDict(frozen=True)

    in_force_from: date
    amount_least_fen: int
    amount_most_fen: int
    amount_step_fen: int
    tenors: tuple[int, ...]
    interest_first_most_tenor: int
    daily_rate_least_ppm: int
    daily_rate_most_ppm: int
    penalty_times_percent: int
    grace_days: int
    allocation_order: tuple[Component, ...]
    auto_debit_times: tuple[str, ...]
    auto_debit_most_days: int
    overdue_milestones: tuple[int, ...]
    bureau_notice_days: int
    bureau_report_days: int
    extension_most_months: int
    repayment_days: tuple[int, ...]
    backdating_most_days: int
    reading_seconds: int

    def tenors_for(self, method: RepaymentMethod) -> tuple[int, ...]:
        """The tenors offered with a method.

        Interest first is a bullet loan in effect; online bullet loans may run one year at most
        (商业银行互联网贷款管理暂行办法, 2020).
        """
        if method is RepaymentMethod.INTEREST_FIRST:
            return tuple(tenor for tenor in self.tenors if tenor <= self.interest_first_most_tenor)
        return self.tenors

    def check_tenor(self, tenor: int, *, method: RepaymentMethod) -> None:
        """Refuse a tenor the product does not have. Raises `TenorNotOffered`."""
        if tenor not in self.tenors_for(method):
            raise TenorNotOffered(method=sentence(method.label), tenor=tenor)

    def borrowable_fen(self, available_fen: int) -> int:
        """The largest whole step within what is available, in fen; 0 when below the smallest loan."""
        most = min(available_fen, self.amount_most_fen) // self.amount_step_fen * self.amount_step_fen
        return most if most >= self.amount_least_fen else 0

    def check_amount(self, amount_fen: int, *, available_fen: int) -> None:
        """Refuse an amount outside the limits. Raises `NothingBorrowable`, `AmountNotBorrowable`."""
        most = self.borrowable_fen(available_fen)
        if most == 0:
            raise NothingBorrowable(least_fen=self.amount_least_fen)
        if not self.amount_least_fen <= amount_fen <= most or amount_fen % self.amount_step_fen:
            raise AmountNotBorrowable(
                least_fen=self.amount_least_fen,
                most_fen=most,
                step_fen=self.amount_step_fen,
                amount_fen=amount_fen,
            )


TERMS = (
    ProductTerms(
        in_force_from=date(2000, 1, 1),
        # The article says 50 to 200,000 yuan; public pages say 500 is the real smallest loan.
        amount_least_fen=50_00,
        amount_most_fen=200_000_00,  # the legal cap for one person's online consumer credit (2020 measures)
        amount_step_fen=50_00,  # no public source for the step; a setting
        tenors=(3, 5, 6, 10, 12, 20, 24),  # 5/10/20 in older material, 12/24 in 2026 templates
        interest_first_most_tenor=12,
        daily_rate_least_ppm=200,  # 0.02 % a day
        daily_rate_most_ppm=500,  # 0.05 % a day
        penalty_times_percent=150,  # 1.5 × the normal rate on overdue principal
        grace_days=1,  # public pages say none, one or three days; a setting
        # Instalments oldest first; inside one: billed interest, billed principal (one public page), then
        # penalty, so that what is paid stops the penalty from growing first.
        allocation_order=(Component.INTEREST, Component.PRINCIPAL, Component.PENALTY),
        auto_debit_times=("10:00", "16:00", "21:00"),  # retried through the day; the hours are a setting
        auto_debit_most_days=30,  # days past due after which only a further due day is tried; a setting
        # The days past due that are noted: in grace, the first day after it, then each bucket's first days.
        overdue_milestones=(1, 2, 3, 4, 7, 15, 30, 31, 60, 61, 90, 91),
        bureau_notice_days=2,  # the person is told before anything negative is reported
        bureau_report_days=5,  # a setting: no public source says after how many days
        extension_most_months=3,
        repayment_days=tuple(range(1, 29)),  # a day that every month has; a setting
        backdating_most_days=60,
        reading_seconds=5,  # a forced reading time is required from 2026-08-01; its length is a setting
    ),
)


def terms_on(on: date) -> ProductTerms:
    """The terms in force on a day. Raises `ProductNotYetOffered`."""
    in_force = [terms for terms in TERMS if terms.in_force_from <= on]
    if not in_force:
        raise ProductNotYetOffered(on=on, first_on=min(terms.in_force_from for terms in TERMS))
    return max(in_force, key=lambda terms: terms.in_force_from)
