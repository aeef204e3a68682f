"""Stopping a call: the server sees it, the caller gets one line, and an event loop in the way is no obstacle."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from assistant.chain.cancelling import Cancel, Cancelled
from assistant.chain.door import Answer as DoorAnswer
from assistant.chain.door import Options, call
from assistant.errors import Exit
from tests.chain.calling import MESSAGES, SCHEMA, TEXT, answer_of, settings_for
from tests.chain.servers import Answer, ScriptedServer, chunk, completion, serving, streamed

STALLED = Answer(events=(chunk(TEXT[:9]),), fault="stall")


def test_a_cancelled_stream_is_closed_and_the_server_sees_it() -> None:
    switch, server = Cancel(), ScriptedServer([STALLED])
    with serving(server) as base_url:
        with pytest.raises(Cancelled) as caught:
            answer_of(settings_for(base_url, retries=3), on_text=lambda _: switch.cancel(), cancel=switch)
        assert server.left.wait(30)
    assert (str(caught.value), caught.value.status) == ("Stopped before the model had answered.", Exit.INTERRUPTED)
    assert len(server.requests) == 1


@pytest.mark.parametrize("on_text", [None, lambda _: None])
def test_a_call_can_be_stopped_from_another_thread_before_the_first_word(on_text: Any) -> None:
    switch, server = Cancel(), ScriptedServer([Answer(fault="silent")])

    def stop() -> None:
        server.asked.wait(30)
        switch.cancel()

    thread = threading.Thread(target=stop)
    with serving(server) as base_url:
        thread.start()
        with pytest.raises(Cancelled):
            answer_of(settings_for(base_url), on_text=on_text, cancel=switch)
        assert server.left.wait(30)
    thread.join()


def test_a_switch_that_is_thrown_stops_what_has_not_begun() -> None:
    switch = Cancel()
    switch.cancel()
    with serving(ScriptedServer([])) as base_url, pytest.raises(Cancelled):
        answer_of(settings_for(base_url), cancel=switch)


def test_one_switch_stops_every_call_that_has_it() -> None:
    switch = Cancel()
    server = ScriptedServer([STALLED, STALLED])

    async def both() -> list[Any]:
        heard = asyncio.Semaphore(0)
        asked: Options = {"on_text": lambda _: heard.release(), "cancel": switch}
        calls = [call(settings_for(base_url), MESSAGES, SCHEMA, **asked) for _ in range(2)]
        tasks = [asyncio.ensure_future(one) for one in calls]
        for _ in tasks:
            await heard.acquire()
        switch.cancel()
        return await asyncio.gather(*tasks, return_exceptions=True)

    with serving(server) as base_url:
        assert [type(outcome) for outcome in asyncio.run(both())] == [Cancelled, Cancelled]


def test_a_switch_thrown_after_the_answer_changes_nothing() -> None:
    switch = Cancel()
    with serving(ScriptedServer([Answer(body=completion(TEXT))])) as base_url:
        answer = answer_of(settings_for(base_url), cancel=switch)
    switch.cancel()
    assert answer.reply.content == TEXT


def test_a_cancelled_task_stays_cancelled_and_closes_its_connection() -> None:
    server = ScriptedServer([STALLED])

    async def cancelled() -> bool:
        heard = asyncio.Event()
        asked = call(settings_for(base_url), MESSAGES, SCHEMA, on_text=lambda _: heard.set())
        task = asyncio.ensure_future(asked)
        await heard.wait()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return task.cancelled()

    with serving(server) as base_url:
        assert asyncio.run(cancelled())
        assert server.left.wait(30)


def test_a_caller_inside_an_event_loop_gets_its_answer() -> None:
    async def inside() -> DoorAnswer:
        return answer_of(settings_for(base_url), on_text=lambda _: None)

    with serving(ScriptedServer([Answer(events=streamed(TEXT))])) as base_url:
        assert asyncio.run(inside()).reply.content == TEXT


def test_a_caller_inside_an_event_loop_can_stop_its_call() -> None:
    switch, server = Cancel(), ScriptedServer([STALLED])

    async def inside() -> DoorAnswer:
        return answer_of(settings_for(base_url), on_text=lambda _: switch.cancel(), cancel=switch)

    with serving(server) as base_url:
        with pytest.raises(Cancelled):
            asyncio.run(inside())
        assert server.left.wait(30)
