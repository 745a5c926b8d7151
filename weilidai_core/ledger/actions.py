"""Writing the books: the postings of an event go in with the event, in the same transaction."""

from sqlalchemy import insert
from sqlmodel import Session

from weilidai_core.events import Recorded
from weilidai_core.ledger.posting import postings_for
from weilidai_core.ledger.tables import JournalEntryRow, PostingRow


def post(session: Session, world_id: int, recorded: Recorded) -> None:
    """Write the entry of an event, if money moved; the database checks that it balances."""
    postings = postings_for(recorded.event)
    if not postings:
        return
    session.connection().execute(
        insert(PostingRow),
        [
            {"world_id": world_id, "seq": recorded.seq, "line": line, **posting._asdict()}
            for line, posting in enumerate(postings, start=1)
        ],
    )
    session.connection().execute(
        insert(JournalEntryRow).values(
            world_id=world_id, seq=recorded.seq, on=recorded.on, kind=recorded.event.kind
        )
    )
