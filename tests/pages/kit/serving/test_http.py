"""The HTTP edge: one secret a browser, language and frame in the first bytes, headers on everything."""

import asyncio
import gzip
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.kit.serving import http
from pages.kit.widgets.line import SERVER
from tests import worlds
from weilidai_core.journey import Step
from weilidai_core.store import DatabaseNotUsable, open_store
from weilidai_core.store.world_keys import WorldErased
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World

PAGE = '<html lang="en"><head><title>Streamlit</title></head><body><div id="root"></div></body></html>'


async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
    """Stands for Streamlit: a page for every address, and one bundle."""
    answer: Response = HTMLResponse(PAGE)
    if scope["path"].startswith("/static/"):
        answer = PlainTextResponse("x" * 5000, media_type="text/javascript")
    await answer(scope, receive, send)


def ask(path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """The whole edge's answer to one request."""
    app: ASGIApp = streamlit
    for each in reversed(http.MIDDLEWARE):
        app = each.cls(app, *each.args, **each.kwargs)
    path, _, query = path.partition("?")
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": query.encode(),
        "scheme": "http",
        "server": ("localhost", 80),
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
    }
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    # In a thread of its own: where a browser test ran before, this one has a loop that goes on running.
    with ThreadPoolExecutor(1) as threads:
        threads.submit(asyncio.run, app(scope, receive, send)).result()
    named = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], named, b"".join(part.get("body", b"") for part in sent[1:])


def test_a_new_browser_gets_a_secret_that_no_script_can_read() -> None:
    _, headers, _ = ask("/wallet", accept="text/html")

    cookie = headers["set-cookie"]
    assert cookie.startswith("weilidai=")
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Path=/" in cookie
    assert len(cookie.split(";")[0]) >= 40


def test_a_known_browser_keeps_its_secret() -> None:
    _, headers, _ = ask("/wallet", accept="text/html", cookie=f"weilidai={'k' * 43}")

    assert "set-cookie" not in headers


def test_the_first_bytes_carry_the_language_and_the_frame() -> None:
    _, headers, chinese = ask("/wallet", accept="text/html")
    _, _, english = ask("/wallet?lang=en", accept="text/html")

    assert b'lang="zh-CN"' in chinese
    assert b'lang="en"' in english
    head, _, body = chinese.partition(b"<body>")
    assert b"#wl-first{" in head
    assert b'<div id="wl-first"' in body
    assert int(headers["content-length"]) == len(chinese)
    assert headers["cache-control"] == "no-store"


def test_the_browsers_own_choice_of_language_and_letters_is_kept() -> None:
    _, _, page = ask("/wallet", accept="text/html", cookie="weilidai_lang=en; weilidai_elder=1")

    assert b'<html lang="en" data-elder' in page


def test_an_address_cannot_write_into_the_page() -> None:
    _, _, page = ask("/wallet?lang=%22%3E%3Cscript%3E&elder=%22%3E", accept="text/html")

    assert b'<html lang="zh-CN">' in page


def test_an_address_that_is_no_page_leads_to_the_first_one() -> None:
    status, headers, _ = ask("/nowhere", accept="text/html")

    assert (status, headers["location"]) == (303, "/")


def test_every_answer_carries_the_security_headers() -> None:
    for path in ("/wallet", "/static/js/a.js", "/nowhere"):
        _, headers, _ = ask(path, accept="text/html")
        assert "frame-ancestors 'self'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        # A passkey is made and used here and in no frame; nothing else of the device is asked for.
        for allowed in ("publickey-credentials-create=(self)", "publickey-credentials-get=(self)"):
            assert allowed in headers["permissions-policy"]
        for refused in ("camera=()", "geolocation=()", "microphone=()", "payment=()"):
            assert refused in headers["permissions-policy"]


def test_a_bundle_comes_packed_to_who_can_unpack_it() -> None:
    _, headers, packed = ask("/static/js/a.js", accept_encoding="gzip")
    _, plain_headers, plain = ask("/static/js/a.js")

    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed) == plain
    assert "content-encoding" not in plain_headers


def test_a_tab_can_ask_which_process_answers_now() -> None:
    (asked,) = [route for route in http.ROUTES if route.path == "/server"]

    with ThreadPoolExecutor(1) as threads:
        answer = threads.submit(asyncio.run, asked.endpoint(None)).result()

    assert answer.body.decode() == SERVER
    assert answer.headers["cache-control"] == "no-store"


def browser_of(world: World, secret: str) -> str:
    """The cookie of the browser with this secret, which has this world."""
    assert read_history(world)
    return f"weilidai={secret}"


def end_with(**headers: str) -> Response:
    """What the way out answers to a browser."""
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": "GET", "path": "/end", "query_string": b"lang=en", "headers": raw}
    scope |= {"scheme": "http", "server": ("localhost", 80)}
    # In a thread of its own: the browser of another test may have a loop running in this one.
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, http.end(Request(scope))).result()


def test_the_way_out_erases_this_browsers_worlds_and_gives_a_new_secret() -> None:
    secret = "e" * 43
    world = worlds.walked(open_store(), until=Step.WELCOME, secret=secret)

    answer = end_with(cookie=browser_of(world, secret), sec_fetch_site="same-origin")

    assert (answer.status_code, answer.headers["location"]) == (303, "/?lang=en")
    assert secret not in answer.headers["set-cookie"]
    with pytest.raises(WorldErased):
        read_history(world)


def test_a_link_on_another_site_erases_nothing() -> None:
    secret = "f" * 43
    world = worlds.walked(open_store(), until=Step.WELCOME, secret=secret)

    answer = end_with(cookie=browser_of(world, secret), sec_fetch_site="cross-site")

    assert "set-cookie" not in answer.headers
    assert len(read_history(world)) == 2


def test_where_nothing_could_be_erased_the_secret_stays_and_it_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def busy(*_: object) -> int:
        raise DatabaseNotUsable

    monkeypatch.setattr(http, "erase_browser", busy)

    answer = end_with(cookie=f"weilidai={'g' * 43}")

    assert answer.status_code == 503
    assert "set-cookie" not in answer.headers
    assert "not been erased" in bytes(answer.body).decode()
