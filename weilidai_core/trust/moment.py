"""The real moment. Law: signatures alone know it; the world has its own day, and the state hash neither."""

from datetime import UTC, datetime


def now() -> datetime:
    """This moment, to the second, in UTC: what a signature and its certificate are dated with."""
    return datetime.now(UTC).replace(microsecond=0)
