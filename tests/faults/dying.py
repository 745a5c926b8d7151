"""A process that is killed while it acts: run by `multiprocessing`, each in a process of its own.

It says "there" when it has come to the point at which it is to die, and then does nothing more.
"""

import time
from multiprocessing.connection import Connection

from sqlalchemy import event
from sqlalchemy.orm import configure_mappers

from weilidai_core.act import REQUESTS, act
from weilidai_core.store import open_store
from weilidai_core.world.views import world_by_token

# Once, in the process that all of these are forked from.
configure_mappers()
BEFORE_COMMIT, AFTER_COMMIT = "before commit", "after commit"


def act_and_wait_for_the_end(
    url: str, token: str, kind: str, body: str, key: str, point: str, there: Connection
) -> None:
    """Carry out one act as far as `point`, say so, and wait to be killed."""
    store = open_store(url)
    if point == BEFORE_COMMIT:
        event.listen(store.engine, "commit", lambda _connection: _wait(there))
    act(world_by_token(store, token), REQUESTS[kind].model_validate_json(body), key=key)
    _wait(there)


def _wait(there: Connection) -> None:
    there.send("there")
    time.sleep(60)
