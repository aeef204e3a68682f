"""What a server says or sends that is no draft, over real HTTP: the line that a user reads, and how many calls it took."""

from __future__ import annotations

import json

import pytest

from tests.chain.calling import KEY
from tests.chain.faulty import GOOD, HTML, ask, complaint, error_body
from tests.chain.servers import Answer, ScriptedServer, completion, serving

STATUSES: list[tuple[str, Answer, str]] = [
    (
        "401",
        Answer(401, error_body(f"Incorrect API key provided: {KEY}")),
        "HOST does not accept the API key (401). Check OPENAI_API_KEY.",
    ),
    (
        "403",
        Answer(403, error_body("Country not supported")),
        'HOST does not let this key use test-model (403): "Country not supported". Ask for access, or use another model.',
    ),
    (
        "403 that repeats the key",
        Answer(403, error_body(f"{'x' * 70} {KEY} is blocked")),
        f'HOST does not let this key use test-model (403): "{"x" * 70} *** is b…". Ask for access, or use another model.',
    ),
    (
        "404 model",
        Answer(404, error_body("The model `test-model` does not exist", code="model_not_found")),
        "HOST has no model test-model (404). Name another with --model or YARDSTICK_MODEL.",
    ),
    (
        "404 path",
        Answer(404, HTML, content_type="text/html"),
        "HOST has no chat completions at this address (404). Check OPENAI_BASE_URL: it usually ends in /v1.",
    ),
    ("408", Answer(408, error_body("")), "HOST has a fault of its own (408). Try again in a while."),
    ("409", Answer(409, error_body("busy")), 'HOST has a fault of its own (409): "busy". Try again in a while.'),
    (
        "413",
        Answer(413, "too large", content_type="text/plain"),
        "The request is longer than test-model takes (413). Shorten the facts or the persona.",
    ),
    (
        "400 too long",
        Answer(400, error_body("maximum context length is 8192 tokens", code="context_length_exceeded")),
        "The request is longer than test-model takes (400). Shorten the facts or the persona.",
    ),
    (
        "429",
        Answer(429, error_body("slow down")),
        "HOST gets too many calls with this key (429). Try again in a minute.",
    ),
    (
        "429 for no time",
        Answer(429, error_body("slow down"), {"retry-after": "0"}),
        "HOST asks for a pause of 0 s (429). Try again after that.",
    ),
    (
        "400 content filter",
        Answer(400, error_body("ResponsibleAIPolicyViolation", code="content_filter")),
        "The content filter of HOST rejects the request (400). Change the brief or the model.",
    ),
    (
        "429 for 20 seconds",
        Answer(429, error_body("slow down"), {"retry-after": "20"}),
        "HOST asks for a pause of 20 s (429). Try again after that.",
    ),
    (
        "429 for an hour",
        Answer(429, error_body("slow down"), {"retry-after": "3600"}),
        "HOST asks for a pause of 60 min (429). Try again after that.",
    ),
    (
        "429 until a date gone by",
        Answer(429, error_body("slow down"), {"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}),
        "HOST asks for a pause of 0 s (429). Try again after that.",
    ),
    (
        "429 quota",
        Answer(
            429, error_body("You exceeded your current quota", code="insufficient_quota"), {"x-should-retry": "true"}
        ),
        "The quota of this API key at HOST is used up (429). Waiting won't help: see its billing.",
    ),
    (
        "402",
        Answer(402, error_body("Insufficient Balance")),
        "The quota of this API key at HOST is used up (402). Waiting won't help: see its billing.",
    ),
    ("500", Answer(500, error_body("oops")), 'HOST has a fault of its own (500): "oops". Try again in a while.'),
    (
        "502 page",
        Answer(502, HTML, content_type="text/html"),
        "HOST has a fault of its own (502). Try again in a while.",
    ),
    (
        "503",
        Answer(503, "busy\nnow", content_type="text/plain"),
        'HOST has a fault of its own (503): "busy now". Try again in a while.',
    ),
    (
        "529",
        Answer(529, error_body("overloaded")),
        'HOST has a fault of its own (529): "overloaded". Try again in a while.',
    ),
    (
        "302",
        Answer(302, "", {"location": "http://127.0.0.1:9/login"}),
        "HOST points to another address (302), which is not followed. Check OPENAI_BASE_URL: it usually ends in /v1.",
    ),
    (
        "405",
        Answer(405, error_body("no POST here")),
        'HOST rejected the request (405): "no POST here". Check OPENAI_BASE_URL: it usually ends in /v1.',
    ),
]


@pytest.mark.parametrize(("answer", "line"), [case[1:] for case in STATUSES], ids=[case[0] for case in STATUSES])
def test_a_status_is_explained_in_one_line_after_one_call(answer: Answer, line: str) -> None:
    with serving(ScriptedServer([answer])) as base_url:
        assert complaint(base_url) == line


BODIES: list[tuple[str, Answer, str]] = [
    (
        "web page",
        Answer(200, HTML, content_type="text/html; charset=utf-8"),
        "HOST answered with a web page, not with a model's reply. Check OPENAI_BASE_URL: it usually ends in /v1.",
    ),
    (
        "no choices",
        Answer(body={"object": "list", "data": []}),
        "HOST answered, but not as a chat-completions server does. Check OPENAI_BASE_URL: it usually ends in /v1.",
    ),
    (
        "null choices",
        Answer(body={"choices": None}),
        "HOST answered, but not as a chat-completions server does. Check OPENAI_BASE_URL: it usually ends in /v1.",
    ),
    (
        "empty choices",
        Answer(body={"choices": []}),
        "HOST answered, but not as a chat-completions server does. Check OPENAI_BASE_URL: it usually ends in /v1.",
    ),
    (
        "broken JSON around the reply",
        Answer(body='{"choices": [{"mess'),
        "HOST answered, but not as a chat-completions server does. Check OPENAI_BASE_URL: it usually ends in /v1.",
    ),
    (
        "error under status 200",
        Answer(body=error_body("provider is down")),
        'HOST answered with an error: "provider is down". Try again, or use another model.',
    ),
    (
        "cut",
        Answer(body=completion(json.dumps(GOOD)), fault="cut"),
        "HOST broke off before it had answered. Try again.",
    ),
    ("reset", Answer(fault="reset"), "HOST broke off before it had answered. Try again."),
    ("hang up", Answer(fault="hang up"), "HOST broke off before it had answered. Try again."),
    ("empty reply", Answer(body=completion("")), "test-model sent an empty reply. Try again, or use another model."),
    ("null reply", Answer(body=completion(None)), "test-model sent an empty reply. Try again, or use another model."),
    (
        "cut off",
        Answer(body=completion('{"headline": "Sto', finish="length")),
        (
            "test-model was cut off before the end of its reply (finish_reason length). "
            "Shorten the brief, raise the server's token limit, or use another model."
        ),
    ),
    (
        "5 MB",
        Answer(body=completion("x" * 5_000_000)),
        "HOST sent far more than any copy is long; the rest was not read. Try again, or use another model.",
    ),
    (
        "2 MB",
        Answer(body=completion("x" * 2_000_000)),
        "HOST sent far more than any copy is long; the rest was not read. Try again, or use another model.",
    ),
    (
        "5 MB error page",
        Answer(500, HTML * 100_000, content_type="text/html"),
        "HOST has a fault of its own (500). Try again in a while.",
    ),
    (
        "truncated JSON",
        Answer(body=completion('{"headline": "Stay')),
        (
            'test-model answered with broken JSON. The reply begins: "{"headline": "Stay" '
            "Try again, or use another model."
        ),
    ),
    (
        "wrong type",
        Answer(body=completion(json.dumps({**GOOD, "headline": 7}))),
        (
            "test-model answered outside the form asked for (headline: Input should be a valid string). The reply begins: "
            '"{"headline": 7, "subhead": "S", "bullets": ["a", "b"], "paragraph": "P"}" Try again, or use another model.'
        ),
    ),
    (
        "prose",
        Answer(body=completion("Stay dry.")),
        (
            'test-model answered in prose instead of JSON. The reply begins: "Stay dry." '
            "Try again, or use another model."
        ),
    ),
    (
        "content filter",
        Answer(body=completion("", finish="content_filter")),
        "The content filter of test-model withheld the reply. Change the brief or the model.",
    ),
    (
        "refusal",
        Answer(body=completion(None, refusal="I can't help\nwith that.")),
        'test-model declined to write: "I can\'t help with that." Change the brief or the model.',
    ),
    (
        "wrong schema",
        Answer(body=completion('{"title": "Stay dry"}')),
        (
            "test-model answered outside the form asked for (headline: Field required). "
            'The reply begins: "{"title": "Stay dry"}" Try again, or use another model.'
        ),
    ),
    (
        "text around",
        Answer(body=completion('Sure! Here it is: {"headline": "H"}')),
        (
            'test-model answered with text around the JSON. The reply begins: "Sure! Here it is: {"headline": "H"}" '
            "Try again, or use another model."
        ),
    ),
]


@pytest.mark.parametrize(("answer", "line"), [case[1:] for case in BODIES], ids=[case[0] for case in BODIES])
def test_an_unusable_answer_is_explained_in_one_line_after_one_call(answer: Answer, line: str) -> None:
    with serving(ScriptedServer([answer])) as base_url:
        assert complaint(base_url) == line


@pytest.mark.parametrize(
    "answer",
    [
        Answer(body=completion(f"```json\n{json.dumps(GOOD)}\n```")),
        Answer(body=completion(json.dumps(GOOD), finish=None)),
        Answer(body=completion(json.dumps(GOOD), usage=False)),
    ],
    ids=["fenced", "no finish reason", "no usage"],
)
def test_an_unusual_answer_that_is_whole_is_an_answer(answer: Answer) -> None:
    with serving(ScriptedServer([answer])) as base_url:
        assert ask(base_url).texts["headline"] == "H"


def test_an_error_page_without_an_end_is_left() -> None:
    server = ScriptedServer([Answer(502, HTML * 100, content_type="text/html", fault="endless")])
    with serving(server) as base_url:
        assert complaint(base_url) == "HOST has a fault of its own (502). Try again in a while."
        assert server.left.wait(30)


def test_an_answer_that_stops_half_way_is_left() -> None:
    server = ScriptedServer([Answer(body=completion(json.dumps(GOOD)), fault="stall")])
    with serving(server) as base_url:
        line = complaint(base_url, stall_s=0.2)
        assert server.left.wait(30)
    assert line == "HOST stopped in the middle of its reply: nothing came for 0.2 s. Try again."
