"""科目: the lender's chart of accounts, as far as this product moves money."""

from enum import StrEnum

from weilidai_core.sentences import N_


class Account(StrEnum):
    """An account by its code in the lender's books."""

    SETTLEMENT = "settlement"
    LOAN_PRINCIPAL = "loan-principal"
    INTEREST_RECEIVABLE = "interest-receivable"
    INTEREST_INCOME = "interest-income"
    PENALTY_RECEIVABLE = "penalty-receivable"
    PENALTY_INCOME = "penalty-income"
    OVERPAYMENT = "overpayment"
    WAIVER = "waiver"

    @property
    def label(self) -> str:
        """The catalogue key of the account's name."""
        return _LABELS[self]


_LABELS = {
    Account.SETTLEMENT: N_("清算资金"),
    Account.LOAN_PRINCIPAL: N_("贷款本金"),
    Account.INTEREST_RECEIVABLE: N_("应收利息"),
    Account.INTEREST_INCOME: N_("利息收入"),
    Account.PENALTY_RECEIVABLE: N_("应收罚息"),
    Account.PENALTY_INCOME: N_("罚息收入"),
    Account.OVERPAYMENT: N_("多还待退"),
    Account.WAIVER: N_("减免支出"),
}
