"""A whole journey on a server of its own, then the end of the visit: no file holds anything of the person."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from sqlalchemy import text

from tests.browser.app_server import running_app
from tests.browser.phone import settled
from tests.browser.test_the_whole_journey import assert_done_once, settle_the_rest, walk
from tests.browser.walker import Walker
from tests.store.test_sealed_at_rest import SAMPLE, found_in
from weilidai_core.audit import audit
from weilidai_core.store import open_store
from weilidai_core.trust.transparency.audit_views import audit_log

TYPED = "蓝鲸示例研究所之手写单位"
REFUSED = "手机号写在这里了 1380000xxxx"


def test_it_works(page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Database, keys and log in one folder; this process opens the same database with the same keys.
    monkeypatch.setenv("WEILIDAI_KEY_FOLDER", str(tmp_path / "keys"))
    with running_app(tmp_path, settings={"WEILIDAI_LOG_LEVEL": "DEBUG"}) as server:
        walker = Walker(page, server.url)
        walk(walker)
        settle_the_rest(walker)
        assert_done_once(server, page)
        walker.go("我")
        walker.go("个人信息")
        walker.go("更正我填的资料")
        page.get_by_role("textbox", name="工作单位", exact=True).fill(TYPED)
        page.get_by_role("textbox", name="联系人手机号", exact=True).fill(REFUSED)
        walker.button("保存更正").click()
        settled(page)
        store = open_store(server.database_url)
        with store.engine.connect() as connection:
            sealed = str(connection.execute(text("SELECT sealed FROM world_key")).scalar_one())
        assert found_in(tmp_path, [sealed]) != []
        assert found_in(tmp_path, [*SAMPLE, TYPED, REFUSED]) == []

        walker.go("菜单")
        page.get_by_role("link", name="结束并清空").click()
        settled(page)

        assert audit(store).is_clean
        assert audit_log(store).is_clean
        store.close()
        assert found_in(tmp_path, [*SAMPLE, TYPED, REFUSED, sealed]) == []
    assert '"what": "act"' in server.log.read_text(encoding="utf-8")
    assert found_in(tmp_path, [*SAMPLE, TYPED, REFUSED, sealed]) == []
