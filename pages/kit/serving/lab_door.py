"""The door of the facilitator's area: the code is typed once, in a form of plain HTTP, for an HttpOnly pass.

Laws: the code is in no address and in no log; wrong tries are limited, whoever makes them; the pass is good
for the one browser that typed the code, and no script can read it.
"""

import sys
import time
from collections import deque
from html import escape
from pathlib import Path
from threading import Lock
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from pages.kit.i18n import TAGS
from pages.kit.session import LAB_COOKIE, LANGUAGE_COOKIE, SECRET_COOKIE, is_secret
from weilidai_core.errors import WeilidaiError
from weilidai_core.language import LANGUAGES, render, translator
from weilidai_core.sentences import N_
from weilidai_core.trust.lab_code import (
    PASS_SECONDS,
    LabCodeLocked,
    LabCodeWrong,
    is_lab_code,
    lab_code,
    lab_pass,
)

MOST_TRIES = 5
SPAN_SECONDS = 15 * 60
LONGEST_FORM = 1_000
_FORM = (Path(__file__).parent / "lab_door.html").read_text(encoding="utf-8")


class Tries:
    """How many wrong codes came lately, over all browsers: there is one code, and one lock on it."""

    def __init__(self) -> None:
        self._wrong: deque[float] = deque(maxlen=MOST_TRIES)
        self._lock = Lock()

    def spend(self, now: float) -> None:
        """Use up a try before the code is looked at. Raises `LabCodeLocked`."""
        with self._lock:
            if len(self._wrong) == MOST_TRIES and now - self._wrong[0] < SPAN_SECONDS:
                left = SPAN_SECONDS - (now - self._wrong[0])
                raise LabCodeLocked(minutes=int(left // 60) + 1)
            self._wrong.append(now)

    def forgive(self) -> None:
        """Give every try back after the right code."""
        with self._lock:
            self._wrong.clear()


TRIES = Tries()


async def ask(request: Request) -> Response:
    """The form that asks for the code; a browser that was never here gets its secret with a page first."""
    if not is_secret(request.cookies.get(SECRET_COOKIE, "")):
        return RedirectResponse("/lab", status_code=303)
    return _form(request)


async def enter(request: Request) -> Response:
    """Exchange the code for a pass, or say what is wrong with it."""
    browser = request.cookies.get(SECRET_COOKIE, "")
    if not is_secret(browser):
        # A form that another site sent comes without the cookie; so does a browser that was never here.
        return RedirectResponse("/", status_code=303)
    try:
        TRIES.spend(time.monotonic())
        if not is_lab_code(await _typed(request)):
            raise LabCodeWrong
    except WeilidaiError as refused:
        return _form(request, refused)
    TRIES.forgive()
    answer = RedirectResponse("/lab", status_code=303)
    answer.set_cookie(
        LAB_COOKIE,
        lab_pass(browser, until=int(time.time()) + PASS_SECONDS),
        max_age=PASS_SECONDS,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return answer


async def _typed(request: Request) -> str:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_FORM:
            return ""
    return parse_qs(body.decode("ascii", "replace")).get("code", [""])[0]


def _form(request: Request, refused: WeilidaiError | None = None) -> Response:
    wish = request.cookies.get(LANGUAGE_COOKIE, "")
    lang = wish if wish in LANGUAGES else LANGUAGES[0]
    say = translator(lang).gettext
    told = ""
    if refused is not None:
        parts = (refused.sentence, refused.next_sentence)
        told = "<br>".join(escape(render(each, lang)) for each in parts if each)
    page = _FORM.format(
        lang=TAGS[lang],
        title=escape(say(N_("引导者入口"))),
        mark=escape(say(N_("模拟演示 · 非真实贷款"))),
        why=escape(say(N_("这里给带领演示、教学或可用性测试的人用。口令在启动程序的控制台里。"))),
        label=escape(say(N_("口令"))),
        enter=escape(say(N_("进入"))),
        back=escape(say(N_("返回演示"))),
        told=f'<p role="alert">{told}</p>' if told else "",
    )
    status = 200 if refused is None else 429 if isinstance(refused, LabCodeLocked) else 403
    return HTMLResponse(page, status_code=status, headers={"cache-control": "no-store"})


def announce() -> None:
    """Show the code on the console, where whoever starts the program is. Nowhere else is it ever said."""
    try:
        code = lab_code()
    except WeilidaiError:
        # The doctor says what is wrong with the keys; a demonstration can begin without this area.
        return
    for lang in LANGUAGES:
        told = translator(lang).gettext(N_("引导者口令：{code}（打开 /lab 输入）")).format(code=code)
        sys.stdout.write(f"  {told}\n")
    sys.stdout.flush()


ROUTES = [
    Route("/lab-door", ask, methods=["GET"]),
    Route("/lab-door", enter, methods=["POST"]),
]
