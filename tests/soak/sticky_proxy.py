"""A reverse proxy for where there is no nginx: each browser stays with one of several servers.

It picks the server by the `weilidai` cookie, hands a browser over to the next one when its own is gone, and
lets WebSockets through. Every plain request has a connection of its own, so that each is picked anew.
"""

import asyncio
import contextlib
import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Thread

_COOKIE = re.compile(rb"^cookie:.*?\bweilidai=([^;\s]+)", re.IGNORECASE | re.MULTILINE)
_UPGRADE = re.compile(rb"^upgrade:\s*websocket", re.IGNORECASE | re.MULTILINE)
_CONNECTION = re.compile(rb"\r\nconnection:[^\r]*", re.IGNORECASE)
_HEAD_LIMIT = 1 << 20


@dataclass
class Proxy:
    """A running proxy: where it listens, its servers' ports, and whom each connection went to."""

    servers: tuple[int, ...]
    port: int = 0
    kind: str = "the tests' own proxy"
    # Ports of the servers that connections were handed to, oldest first.
    handed: list[int] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Where a browser goes."""
        return f"http://localhost:{self.port}"

    async def serve(self, client: asyncio.StreamReader, answer: asyncio.StreamWriter) -> None:
        """One connection of a browser."""
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            head = await client.readuntil(b"\r\n\r\n")
            upgrades = _UPGRADE.search(head) is not None
            if not upgrades:
                head = _CONNECTION.sub(b"", head).replace(b"\r\n", b"\r\nConnection: close\r\n", 1)
            found = await self._server(head)
            if found is None:
                answer.write(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                await answer.drain()
            else:
                port, reader, writer = found
                self.handed.append(port)
                writer.write(head)
                await asyncio.gather(_pass_on(client, writer), _pass_on(reader, answer))
        answer.close()

    async def _server(self, head: bytes) -> tuple[int, asyncio.StreamReader, asyncio.StreamWriter] | None:
        cookie = _COOKIE.search(head)
        first = hashlib.sha256(cookie[1]).digest()[0] if cookie else 0
        for attempt in range(len(self.servers)):
            port = self.servers[(first + attempt) % len(self.servers)]
            with contextlib.suppress(OSError):
                return port, *await asyncio.open_connection("localhost", port)
        return None


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while part := await reader.read(1 << 16):
            writer.write(part)
            await writer.drain()
    # Whoever ends the conversation ends it for both.
    writer.close()


@contextmanager
def running_proxy(*servers: int) -> Iterator[Proxy]:
    """A proxy in front of servers on these ports of this machine, in a thread of its own."""
    proxy, listening, loop = Proxy(servers), Event(), asyncio.new_event_loop()
    ended = asyncio.Event()

    async def listen() -> None:
        server = await asyncio.start_server(proxy.serve, "localhost", 0, limit=_HEAD_LIMIT)
        proxy.port = server.sockets[0].getsockname()[1]
        listening.set()
        await ended.wait()
        server.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

    thread = Thread(target=loop.run_until_complete, args=(listen(),), daemon=True)
    thread.start()
    listening.wait()
    try:
        yield proxy
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join(5)
