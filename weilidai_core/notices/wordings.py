"""Every notice and its wording: the one table that sending, the inbox and the linter's test read."""

from weilidai_core.notices.account_wordings import ACCOUNT_WORDINGS
from weilidai_core.notices.loan_wordings import LOAN_WORDINGS
from weilidai_core.notices.wording import Wording
from weilidai_core.words import Notice

WORDINGS: dict[Notice, Wording] = {**LOAN_WORDINGS, **ACCOUNT_WORDINGS}
