"""What customers say in each language, what a good model hears in it, and the calls that listen. All of it is invented."""

from __future__ import annotations

import json
from typing import Any

import pytest

from assistant.chain.listening import HeardPart, find_heard
from assistant.errors import ModelError
from assistant.personas.listen import listen
from assistant.schema import Lang
from tests.chain.calling import settings_for
from tests.chain.servers import Answer, Request, ScriptedServer, completion, serving

VOICES: dict[Lang, str] = {
    "en": """\
The fan rattles at night. My neighbour says hers is fine.
Not too heavy, and the strap lasted 3 years.
I keep a second one in the car, you never know with these.
Seller response: Sorry that it is too loud.
After 2 hours of this my son and I just sat on the balcony instead.
I'd rather have one thing for ten years than a drawer full of chargers.
My old one whistled, this one hums.
Could it be louder?
Box says "too heavy for children", ours lifts it fine.
""",
    "zh-Hans": """\
晚上风扇有点吵，睡不着。
不算重，背带也用了3年。
车里还放着一把备用的，指不定哪天就歇菜了。
商家回复：很抱歉声音太大。
吹了2小时还是热，我和儿子干脆坐阳台去了。
宁可一样东西用十年，也不要一抽屉充电器。
""",
    "zh-Hant": """\
晚上風扇有點吵，睡不著。
不算重，背帶也用了3年。
車上還多放一支備用的，不知道哪天會罷工。
賣家回覆：很抱歉聲音太大。
吹了2小時還是很熱，我和兒子乾脆坐陽台去了。
寧可一樣東西用十年，也不要一抽屜充電器。
""",
}


def one(line: int, kind: str, quote: str, summary: str = "") -> dict[str, Any]:
    return {"line": line, "kind": kind, "quote": quote, "summary": summary}


def reply(*rows: dict[str, Any]) -> str:
    return json.dumps({"heard": rows}, ensure_ascii=False)


# Lines are numbered as they are shown: the seller's has no number.
GOOD: dict[Lang, str] = {
    "en": reply(
        one(3, "pain", "I keep a second one in the car, you never know with these", "Keeps a spare in the car"),
        one(4, "quotable", "After 2 hours of this my son and I just sat on the balcony instead."),
        one(4, "cost-time", "After 2 hours of this my son and I just sat on the balcony", "Gives up after 2 hours"),
        one(5, "value", "I'd rather have one thing for ten years", "Wants things that last ten years"),
        one(5, "word", "a drawer full"),
    ),
    "zh-Hans": reply(
        one(3, "pain", "车里还放着一把备用的", "得备一把在车里"),
        one(4, "quotable", "吹了2小时还是热，我和儿子干脆坐阳台去了。"),
        one(4, "cost-time", "吹了2小时还是热", "吹两小时也不见凉"),
        one(5, "value", "宁可一样东西用十年", "看重一样东西用得久"),
        one(3, "word", "歇菜"),
    ),
    "zh-Hant": reply(
        one(3, "pain", "車上還多放一支備用的", "得在車上備著"),
        one(4, "quotable", "吹了2小時還是很熱，我和兒子乾脆坐陽台去了。"),
        one(4, "cost-time", "吹了2小時還是很熱", "吹兩小時也不涼"),
        one(5, "value", "寧可一樣東西用十年", "在乎東西用得久"),
        one(3, "word", "罷工"),
    ),
}


def heard(
    *contents: str, text: str = VOICES["en"], lang: Lang | None = None, name: str = "reviews.txt", **changes: Any
) -> tuple[HeardPart, list[Request]]:
    """What is heard where a model answers so, all parts as one, and what it was asked."""
    server = ScriptedServer([Answer(body=completion(content)) for content in contents])
    with serving(server) as base_url:
        parts = list(find_heard(listen(text, name, lang), settings_for(base_url, **changes)))
    pointed = tuple(one for part in parts for one in part.pointed)
    return HeardPart(pointed, tuple(one for part in parts for one in part.dropped)), server.requests


def dropped(*rows: dict[str, Any], **more: Any) -> list[str]:
    """Why each of these is not taken, where none is."""
    found, _ = heard(reply(*rows), **more)
    assert found.pointed == ()
    return [why for _, why in found.dropped]


def fault_of(answer: Answer) -> str:
    with serving(ScriptedServer([answer])) as base_url, pytest.raises(ModelError) as caught:
        list(find_heard(listen(VOICES["en"]), settings_for(base_url)))
    return str(caught.value)
