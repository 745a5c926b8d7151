"""Where everything is kept: one database, SQLite by default, opened and migrated at first use."""

from weilidai_core.store.engine import DatabaseNotUsable, Store, default_url
from weilidai_core.store.opening import open_existing_store, open_store

__all__ = ["DatabaseNotUsable", "Store", "default_url", "open_existing_store", "open_store"]
