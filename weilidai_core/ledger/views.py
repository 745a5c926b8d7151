"""The books as totals: what each account of a world has been debited and credited."""

from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import Session, select

from weilidai_core.ledger.accounts import Account
from weilidai_core.ledger.tables import PostingRow


@dataclass(frozen=True)
class AccountTotal:
    """One account's sides in fen; the balance is debit less credit."""

    account: Account
    debit_fen: int
    credit_fen: int

    @property
    def balance_fen(self) -> int:
        """Debit less credit."""
        return self.debit_fen - self.credit_fen


def account_totals(session: Session, world_id: int) -> tuple[AccountTotal, ...]:
    """Every account that money has moved in, in the order of the chart."""
    rows = session.exec(
        select(PostingRow.account, func.sum(PostingRow.debit_fen), func.sum(PostingRow.credit_fen))
        .where(PostingRow.world_id == world_id)
        .group_by(PostingRow.account)
    ).all()
    found = {
        Account(account): AccountTotal(Account(account), int(debit_fen), int(credit_fen))
        for account, debit_fen, credit_fen in rows
    }
    return tuple(found[account] for account in Account if account in found)
