"""Every table of the product, in one place: what a migration is compared with."""

from sqlalchemy import MetaData

from weilidai_core.apply.tables import ConsentRow, ConsentTextRow
from weilidai_core.borrow.tables import ContractRow, LoanNoteRow
from weilidai_core.ledger.tables import JournalEntryRow, PostingRow
from weilidai_core.papers.tables import PaperFileRow, SignedPaperRow
from weilidai_core.store.table import Table
from weilidai_core.store.tables import EventRow, VaultKeyRow, WorldKeyRow
from weilidai_core.trust.tables import (
    AuthorisationRow,
    PasskeyRow,
    PinAttemptRow,
    PinRow,
    SpentChallengeRow,
)
from weilidai_core.trust.transparency.tables import (
    LogCheckpointRow,
    LogHeadRow,
    LogLeafRow,
    LogNodeRow,
    LogReuseRow,
    LogSaltRow,
)
from weilidai_core.world.tables import BrowserRow, DraftRow, StepRow, WorldRow

TABLES = (
    VaultKeyRow,
    BrowserRow,
    WorldRow,
    WorldKeyRow,
    StepRow,
    EventRow,
    DraftRow,
    PinRow,
    PinAttemptRow,
    AuthorisationRow,
    PasskeyRow,
    SpentChallengeRow,
    ConsentTextRow,
    ConsentRow,
    ContractRow,
    LoanNoteRow,
    PaperFileRow,
    SignedPaperRow,
    JournalEntryRow,
    PostingRow,
    LogHeadRow,
    LogLeafRow,
    LogNodeRow,
    LogSaltRow,
    LogReuseRow,
    LogCheckpointRow,
)

SCHEMA: MetaData = Table.metadata
