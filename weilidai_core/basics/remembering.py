"""What a process has read and need not read again: the newest so many, safe between threads."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Remembered(Generic[K, V]):
    """At most `most` values by key; what was not asked for the longest goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[K, V] = OrderedDict()
        self._lock = Lock()

    def get(self, key: K, default: V) -> V:
        """The value kept under the key, or the default."""
        with self._lock:
            if key not in self._values:
                return default
            self._values.move_to_end(key)
            return self._values[key]

    def put(self, key: K, value: V, *, unless: Callable[[V], bool] | None = None) -> None:
        """Keep a value, unless the one already kept says that it is the better one."""
        with self._lock:
            if unless is not None and key in self._values and unless(self._values[key]):
                return
            self._values[key] = value
            self._values.move_to_end(key)
            while len(self._values) > self._most:
                self._values.popitem(last=False)

    def drop(self, which: Callable[[K, V], bool]) -> None:
        """Forget every value that `which` says yes to."""
        with self._lock:
            for key in [key for key, value in self._values.items() if which(key, value)]:
                del self._values[key]
