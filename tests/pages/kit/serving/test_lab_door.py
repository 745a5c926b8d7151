"""The facilitator's code is exchanged for a pass by plain HTTP: in no address, not often, by no script."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlencode

import pytest
from starlette.applications import Starlette
from starlette.types import Message

from pages.kit.serving import http, lab_door
from weilidai_core.trust.lab_code import is_lab_pass, lab_code

BROWSER = "b" * 43
WRONG = "AAAA-AAAA-AAAA"


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str


@dataclass
class Visitor:
    """A browser before the door, with these cookies."""

    cookies: dict[str, str] = field(default_factory=lambda: {"weilidai": BROWSER})
    app: Starlette = field(default_factory=lambda: Starlette(routes=http.ROUTES, middleware=http.MIDDLEWARE))

    def get(self, address: str = "/lab-door") -> Answer:
        """Open an address."""
        return self._ask("GET", address, b"")

    def type(self, code: str) -> Answer:
        """Send the form."""
        return self._ask("POST", "/lab-door", urlencode({"code": code}).encode())

    def _ask(self, method: str, address: str, body: bytes) -> Answer:
        path, _, query = address.partition("?")
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        scope = {
            "type": "http",
            "method": method,
            "path": path,
            "query_string": query.encode(),
            "scheme": "http",
            "server": ("localhost", 80),
            "headers": [(b"accept", b"text/html"), (b"cookie", cookies.encode())],
        }
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": body}

        async def send(message: Message) -> None:
            sent.append(message)

        with ThreadPoolExecutor(1) as threads:
            threads.submit(asyncio.run, self.app(scope, receive, send)).result()
        headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        return Answer(sent[0]["status"], headers, b"".join(m.get("body", b"") for m in sent[1:]).decode())


@pytest.fixture
def visitor(monkeypatch: pytest.MonkeyPatch) -> Visitor:
    """A known browser before the door, with every try still there."""
    monkeypatch.setattr(lab_door, "TRIES", lab_door.Tries())
    return Visitor()


def test_it_works(visitor: Visitor) -> None:
    assert "<form" in visitor.get().text

    answer = visitor.type(lab_code())

    assert (answer.status, answer.headers["location"]) == (303, "/lab")
    cookie = answer.headers["set-cookie"]
    for part in ("HttpOnly", "SameSite=strict", "Path=/", "Max-Age=43200"):
        assert part in cookie
    assert is_lab_pass(cookie.split(";")[0].removeprefix("weilidai_lab="), BROWSER, now=0)
    assert lab_code() not in cookie + answer.headers["location"]


def test_a_wrong_code_is_said_and_opens_nothing(visitor: Visitor) -> None:
    answer = visitor.type(WRONG)

    assert answer.status == 403
    assert "口令不对" in answer.text
    assert WRONG not in answer.text
    assert "set-cookie" not in answer.headers


def test_it_speaks_the_browsers_language(visitor: Visitor) -> None:
    visitor.cookies["weilidai_lang"] = "en"

    assert "The code is not right" in visitor.type(WRONG).text


def test_after_five_wrong_tries_the_right_code_is_not_looked_at(visitor: Visitor) -> None:
    for _ in range(lab_door.MOST_TRIES):
        assert visitor.type(WRONG).status == 403

    answer = visitor.type(lab_code())
    assert answer.status == 429
    assert "set-cookie" not in answer.headers


def test_the_lock_ends_by_itself_and_the_right_code_gives_every_try_back() -> None:
    tries = lab_door.Tries()
    for second in range(lab_door.MOST_TRIES):
        tries.spend(second)
    with pytest.raises(lab_door.LabCodeLocked) as locked:
        tries.spend(10)
    assert locked.value.facts["minutes"] == 15

    tries.spend(lab_door.SPAN_SECONDS)
    tries.forgive()
    for second in range(lab_door.MOST_TRIES):
        tries.spend(lab_door.SPAN_SECONDS + second)


def test_a_code_in_the_address_opens_nothing(visitor: Visitor) -> None:
    answer = visitor.get(f"/lab-door?code={lab_code()}")

    assert (answer.status, "set-cookie" in answer.headers) == (200, False)


def test_a_form_from_another_site_comes_without_the_cookie_and_is_sent_away(visitor: Visitor) -> None:
    visitor.cookies.clear()

    answer = visitor.type(lab_code())
    assert (answer.status, answer.headers["location"]) == (303, "/")
    assert visitor.get().headers["location"] == "/lab"


def test_a_form_without_end_is_not_read_to_its_end(visitor: Visitor) -> None:
    assert visitor.type("A" * 100_000).status == 403


def test_the_door_carries_the_security_headers(visitor: Visitor) -> None:
    headers = visitor.get().headers

    assert headers["cache-control"] == "no-store"
    assert "frame-ancestors 'self'" in headers["content-security-policy"]
    assert "publickey-credentials-get=(self)" in headers["permissions-policy"]


def test_the_code_is_shown_on_the_console_only(capsys: pytest.CaptureFixture[str]) -> None:
    lab_door.announce()

    out, err = capsys.readouterr()
    assert lab_code() in out
    assert err == ""


def test_without_a_key_the_app_still_starts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WEILIDAI_LAB_KEY", "no base64!")

    lab_door.announce()
    assert capsys.readouterr().out == ""
