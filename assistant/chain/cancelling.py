"""Stops a call under way, from any thread, and runs an asynchronous call for a caller that is not."""

from __future__ import annotations

import asyncio
import contextvars
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from assistant.errors import Exit, YardstickError

T = TypeVar("T")


class Cancelled(YardstickError):  # noqa: N818 - what was asked for is no error
    """The caller has stopped the call; its connection is closed."""

    status = Exit.INTERRUPTED

    def __init__(self) -> None:
        super().__init__("Stopped before the model had answered.")


class Cancel:
    """A switch that stops every call that was given it, those to come included. Any thread may throw it, once or more.

    >>> switch = Cancel()
    >>> switch.cancel()
    >>> switch.cancelled
    True
    """

    def __init__(self) -> None:
        # A signal handler may throw it while this very thread holds the lock.
        self._lock = threading.RLock()
        self._stops: list[Callable[[], None]] = []
        self._thrown = False

    @property
    def cancelled(self) -> bool:
        """Whether it has been thrown."""
        return self._thrown

    def cancel(self) -> None:
        """Stops the calls. Returns at once; each of them raises `Cancelled` to its own caller."""
        with self._lock:
            self._thrown = True
            for stop in tuple(self._stops):
                stop()

    async def guard(self, call: Coroutine[Any, Any, T]) -> T:
        """The outcome of the call. Raises `Cancelled` if the switch is thrown before that."""
        loop = asyncio.get_running_loop()
        task = loop.create_task(call)

        def stop() -> None:
            loop.call_soon_threadsafe(task.cancel)

        with self._lock:
            if self._thrown:
                task.cancel()
            else:
                self._stops.append(stop)
        try:
            return await task
        except asyncio.CancelledError:
            # Somebody may have cancelled the task that waits here instead, and must hear of it.
            current = asyncio.current_task()
            if not self._thrown or (current is not None and current.cancelling()):
                raise
            raise Cancelled from None
        finally:
            with self._lock:
                if stop in self._stops:
                    self._stops.remove(stop)


def run(call: Callable[[Cancel], Coroutine[Any, Any, T]], cancel: Cancel | None) -> T:
    """The outcome of a call, for a caller in any thread, whether an event loop runs in it or not."""
    switch = cancel or Cancel()
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(call(switch))
    with ThreadPoolExecutor(1, thread_name_prefix="model-call") as pool:
        future = pool.submit(contextvars.copy_context().run, lambda: asyncio.run(call(switch)))
        try:
            return future.result()
        except BaseException:
            # Ctrl+C reaches this thread alone; leaving the block would wait for the other.
            switch.cancel()
            raise
