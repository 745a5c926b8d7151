"""The HTTP edge: what happens before Streamlit sees a request. Imported by the launcher, by no page.

Keeps three laws. The browser's secret is an opaque cookie that no script can read, set where it is
missing. The first bytes already carry the language and the frame, so nothing flashes. Every answer
carries the headers that keep other sites from framing or reading it.
"""

import gzip
import re
import secrets
from abc import ABC, abstractmethod
from html import escape
from pathlib import Path
from urllib.parse import parse_qs, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.kit.i18n import TAGS
from pages.kit.navigation import PAGES
from pages.kit.serving import lab_door
from pages.kit.session import is_secret
from pages.kit.widgets.line import SERVER
from weilidai_core.errors import WeilidaiError
from weilidai_core.language import LANGUAGES, render, translator
from weilidai_core.logbook import fault_of
from weilidai_core.personal_data.actions import erase_browser
from weilidai_core.sentences import N_
from weilidai_core.store import open_store

COOKIE = "weilidai"
_COOKIE_AGE = 180 * 24 * 3600
_PREFERENCES = ("lang", "elder")
# Its style comes before the page begins: also a page of which nothing has arrived yet has the right ground.
_FIRST_STYLE, _END, _FIRST_PAINT = (
    (Path(__file__).parent / "first_paint.html").read_text(encoding="utf-8").partition("</style>\n")
)
_ICON = Path(__file__).parent.parent.parent / "static" / "icon.svg"
# Streamlit needs inline style and script, and loads a component's script from a blob.
_CONTENT_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' ws: wss:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
# A passkey may be made and used here and in no frame; nothing else of the device is ever asked for.
_PERMISSIONS = ", ".join(
    (
        "publickey-credentials-create=(self)",
        "publickey-credentials-get=(self)",
        *(
            f"{name}=()"
            for name in ("camera", "display-capture", "geolocation", "microphone", "payment", "serial", "usb")
        ),
    )
)


class SafeHeaders:
    """Puts the security headers on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["content-security-policy"] = _CONTENT_POLICY
                headers["x-content-type-options"] = "nosniff"
                headers["referrer-policy"] = "no-referrer"
                headers["permissions-policy"] = _PERMISSIONS
                headers["cross-origin-opener-policy"] = "same-origin"
                if scope["path"].startswith("/app/static/fonts/"):
                    headers["cache-control"] = "public, max-age=604800"
            await send(message)

        await self.app(scope, receive, send_safely)


class WholeAnswer(ABC):
    """Base of the two that need an answer's whole body: collects it, then lets `finish` change it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    @abstractmethod
    def concerns(self, scope: Scope) -> bool:
        """Whether this request's answer is to be changed."""

    @abstractmethod
    def finish(self, scope: Scope, headers: MutableHeaders, body: bytes) -> bytes:
        """The body to send; may change the headers."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or not self.concerns(scope):
            await self.app(scope, receive, send)
            return
        start: Message = {}
        parts: list[bytes] = []

        async def collect(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            parts.append(message.get("body", b""))
            if message.get("more_body"):
                return
            headers = MutableHeaders(raw=list(start["headers"]))
            body = b"".join(parts)
            if start["status"] == 200:
                body = self.finish(scope, headers, body)
                headers["content-length"] = str(len(body))
            await send({**start, "headers": headers.raw})
            await send({"type": "http.response.body", "body": body})

        await self.app(scope, receive, collect)


class CompressedBundles(WholeAnswer):
    """Gzips Streamlit's own hashed bundles, each once: they never change, and are 4 MB without."""

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(app)
        self.packed: dict[str, bytes] = {}

    def concerns(self, scope: Scope) -> bool:
        return (
            scope["path"].startswith("/static/")
            and scope["path"].endswith((".js", ".css"))
            and "gzip" in Headers(scope=scope).get("accept-encoding", "")
        )

    def finish(self, scope: Scope, headers: MutableHeaders, body: bytes) -> bytes:
        path = scope["path"]
        if path not in self.packed:
            self.packed[path] = gzip.compress(body, compresslevel=6)
        headers["content-encoding"] = "gzip"
        headers.add_vary_header("Accept-Encoding")
        return self.packed[path]


_NO_PAGES = ("/static/", "/app/", "/media/", "/component/", "/_stcore/", "/end", "/lab-door")


def _is_page(scope: Scope) -> bool:
    asked = Headers(scope=scope).get("accept", "")
    other = scope["path"].startswith(_NO_PAGES)
    return scope["method"] == "GET" and "text/html" in asked and not other


class KnownPages:
    """Leads an address that is no page to the first one, where Streamlit would put up a box in English."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        known = {entry.url for entry in PAGES.values()}
        if scope["type"] == "http" and _is_page(scope) and scope["path"].strip("/") not in known:
            await RedirectResponse("/", status_code=303)(scope, receive, send)
            return
        await self.app(scope, receive, send)


class FirstPaint(WholeAnswer):
    """Sets the browser's secret on an HTML page and puts language and frame into its first bytes."""

    def concerns(self, scope: Scope) -> bool:
        if not _is_page(scope):
            return False
        # The page is rewritten: it must come plain and whole, never packed or as "not modified".
        dropped = {b"accept-encoding", b"if-none-match", b"if-modified-since"}
        scope["headers"] = [(name, value) for name, value in scope["headers"] if name not in dropped]
        return True

    def finish(self, scope: Scope, headers: MutableHeaders, body: bytes) -> bytes:
        if not headers.get("content-type", "").startswith("text/html"):
            return body
        request = Request(scope)
        if not is_secret(request.cookies.get(COOKIE, "")):
            headers.append("set-cookie", _new_secret(request))
        for name in ("etag", "last-modified"):
            del headers[name]
        headers["cache-control"] = "no-store"
        return _with_first_paint(body.decode("utf-8"), request).encode("utf-8")


def _preference(request: Request, name: str) -> str:
    asked = parse_qs(request.url.query).get(name, [])
    return asked[0] if asked else request.cookies.get(f"{COOKIE}_{name}", "")


def _with_first_paint(page: str, request: Request) -> str:
    wish = _preference(request, "lang")
    spoken = wish if wish in LANGUAGES else LANGUAGES[0]
    title = escape(translator(spoken).gettext(N_("微粒贷 · 模拟演示")))
    elder = ' data-elder="1"' if _preference(request, "elder") == "1" else ""
    page = page.replace('<html lang="en">', f'<html lang="{TAGS[spoken]}"{elder}>', 1)
    page = page.replace("initial-scale=1, shrink-to-fit=no", "initial-scale=1, viewport-fit=cover", 1)
    page = page.replace("<title>Streamlit</title>", f"<title>{title}</title>", 1)
    # Its Latin face is never used here; the browser would fetch it first of all.
    page = re.sub(r'<link\s+rel="preload"\s+href="[^"]*SourceSans[^>]*>', "", page, count=1)
    page = page.replace("</head>", _FIRST_STYLE + _END + "</head>", 1)
    return page.replace('<div id="root"></div>', _FIRST_PAINT + '<div id="root"></div>', 1)


def _new_secret(request: Request) -> str:
    giver = Response()
    is_secure = request.url.scheme == "https"
    secret = secrets.token_urlsafe(32)
    giver.set_cookie(COOKIE, secret, max_age=_COOKIE_AGE, httponly=True, samesite="lax", secure=is_secure)
    return giver.headers["set-cookie"]


async def end(request: Request) -> Response:
    """「结束并清空」: this browser's worlds are erased and it gets a new secret, so the next person
    starts clean; language and letter size stay. Where erasing fails, the secret stays."""
    # A link on another site must not be able to erase anything.
    if request.headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        return RedirectResponse("/", status_code=303)
    secret = request.cookies.get(COOKIE, "")
    if is_secret(secret):
        try:
            await run_in_threadpool(lambda: erase_browser(open_store(), secret))
        except Exception as error:
            return _not_ended(request, fault_of(error, place="end"))
    kept = {name: request.query_params[name] for name in _PREFERENCES if name in request.query_params}
    answer = RedirectResponse("/" + (f"?{urlencode(kept)}" if kept else ""), status_code=303)
    answer.headers["set-cookie"] = _new_secret(request)
    answer.headers["cache-control"] = "no-store"
    return answer


def _not_ended(request: Request, refusal: WeilidaiError) -> Response:
    spoken = request.query_params.get("lang", "")
    lang = spoken if spoken in LANGUAGES else LANGUAGES[0]
    told = [render(refusal.sentence, lang)]
    if refusal.next_sentence is not None:
        told.append(render(refusal.next_sentence, lang))
    told.append(translator(lang).gettext(N_("资料还没有清空。")))
    return PlainTextResponse("\n".join(told), status_code=503, headers={"cache-control": "no-store"})


async def icon(_request: Request) -> Response:
    """The app's own drop in the place of Streamlit's icon, whatever page asks for it."""
    return FileResponse(_ICON, media_type="image/svg+xml")


async def server(_request: Request) -> Response:
    """Which process answers now: a tab whose line broke asks, for another one knows nothing of it."""
    return PlainTextResponse(SERVER, headers={"cache-control": "no-store"})


MIDDLEWARE = [Middleware(each) for each in (SafeHeaders, KnownPages, CompressedBundles, FirstPaint)]
ROUTES = [*lab_door.ROUTES, Route("/end", end), Route("/favicon.png", icon), Route("/server", server)]
