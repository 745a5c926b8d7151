"""One signed contract for all that only read it."""

import pytest

from tests.worlds import note_of, walked
from weilidai_core.journey import Step
from weilidai_core.papers.filing import SignedPaper, signed_contract
from weilidai_core.store import open_store


@pytest.fixture(scope="session")
def contract(tmp_path_factory: pytest.TempPathFactory, migrated_file: object) -> SignedPaper:
    """A contract signed in a world of its own."""
    import shutil

    file = tmp_path_factory.mktemp("papers") / "weilidai.sqlite3"
    shutil.copyfile(str(migrated_file), file)
    store = open_store(f"sqlite:///{file}")
    world = walked(store, until=Step.SIGN)
    paper = signed_contract(world, note_of(world).contract)
    store.close()
    return paper
