"""Drafts asked of a server that has a fault: the line that a user reads."""

from __future__ import annotations

import json
from typing import Any

import pytest

from assistant.chain import Reply, write
from assistant.errors import Exit, ModelError
from tests.chain.calling import KEY, settings_for
from tests.chain.samples import sample
from tests.chain.servers import Answer, completion

GOOD = {"headline": "H", "subhead": "S", "bullets": ["a", "b"], "paragraph": "P"}
GOOD_ANSWER = Answer(body=completion(json.dumps(GOOD)))
HTML = "<!DOCTYPE html><html><body>Welcome</body></html>"


def ask(base_url: str, **changes: Any) -> Reply:
    brief, persona, plan = sample("en")
    return write(brief, persona, plan, settings_for(base_url, **changes))


def complaint(base_url: str, **changes: Any) -> str:
    """The one line of the error, its host masked; holds what is true of every such line."""
    with pytest.raises(ModelError) as caught:
        ask(base_url, **changes)
    line = str(caught.value)
    assert caught.value.status is Exit.FAILED
    assert caught.value.__cause__ is None
    assert "\n" not in line
    assert KEY not in line
    assert KEY[:12] not in line
    return line.replace(base_url.split("/")[2], "HOST")


def error_body(message: str, **more: str) -> dict[str, Any]:
    return {"error": {"message": message, **more}}
