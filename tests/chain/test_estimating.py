"""What a draft takes at most, told before anything is asked."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest

from assistant.chain import ModelSettings
from assistant.chain.doubts import PART, Doubt
from assistant.chain.estimating import AtMost, estimate_draft, estimate_listening, estimate_opinions
from assistant.chain.forms import reply_schema
from assistant.chain.spending import EXPECTED_OUTPUT
from assistant.chain.voices import lines_of, listening_schema, parts_of, request_of_voices
from assistant.chain.writing import request_of
from assistant.draft import REPAIRS
from assistant.personas.listen import listen
from assistant.schema import LANGS, Lang
from assistant.tokens import count_messages, load_prices
from tests.chain.calling import ELSEWHERE, settings_for
from tests.chain.samples import FAULTY, FINDINGS, sample
from tests.chain.voices import VOICES

GPT = settings_for(ELSEWHERE, model="gpt-4.1")


def at_most(settings: ModelSettings, lang: Lang = "en", repairs: int = REPAIRS, variants: int = 1) -> AtMost:
    prices = load_prices(env={})
    return estimate_draft(*sample(lang), settings, repairs=repairs, variants=variants, prices=prices)


@pytest.mark.parametrize("lang", LANGS)
def test_no_request_of_a_draft_is_longer_than_the_estimate_reckons_with(lang: Lang) -> None:
    def tokens(repair: bool) -> int:
        messages, variables, _ = request_of(*sample(lang), *((FINDINGS, FAULTY) if repair else ()))
        filled = []
        for role, text in messages:
            for name, value in variables.items():
                text = text.replace(f"{{{{{name}}}}}", value)
            filled.append({"role": role, "content": text})
        return count_messages(filled, reply_schema("product_page"), "gpt-4.1").tokens

    longest = max(EXPECTED_OUTPUT)
    once = at_most(GPT, lang, repairs=0)
    assert once.tokens == tokens(False) + longest
    assert at_most(GPT, lang, repairs=1).tokens - once.tokens >= tokens(True) + longest


def test_money_follows_the_price_file() -> None:
    once = at_most(GPT, repairs=0)
    rates = load_prices(env={}).price("gpt-4.1").rates
    prompt, longest = once.tokens - max(EXPECTED_OUTPUT), max(EXPECTED_OUTPUT)
    assert once.cost == (prompt * rates.input + longest * rates.output).scaleb(-6)
    assert once.currency == "USD"


def test_each_variant_is_a_draft_of_its_own() -> None:
    one, three = at_most(GPT), at_most(GPT, variants=3)
    assert one.cost is not None
    assert (three.tokens, three.cost) == (3 * one.tokens, 3 * one.cost)


def test_a_server_of_ones_own_costs_nothing_and_an_unknown_price_is_none() -> None:
    own = at_most(settings_for("http://127.0.0.1:9/v1", model="qwen3"))
    assert (own.local, own.cost) == (True, Decimal(0))
    unknown = at_most(settings_for(ELSEWHERE, model="nobody-knows"))
    assert (unknown.local, unknown.cost) == (False, None)
    assert unknown.tokens > 0


def test_an_estimate_loads_no_model_library() -> None:
    code = (
        "import sys; import assistant.chain.estimating;"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'langchain_core', 'langchain_openai', 'openai'}))"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    assert answer.stdout.strip() == "[]"


@pytest.mark.parametrize("lang", LANGS)
def test_no_request_of_a_listening_is_longer_than_the_estimate_reckons_with(lang: Lang) -> None:
    told = listen(VOICES[lang], "reviews.txt", lang).told
    most = estimate_listening(told, GPT, lang, load_prices(env={}))
    [(_, text)] = parts_of(lines_of(told, GPT.masks)[0])
    messages, variables = request_of_voices(text, lang)
    filled = [{"role": role, "content": said.replace("{{voices}}", variables["voices"])} for role, said in messages]
    asked = count_messages(filled, listening_schema(), "gpt-4.1").tokens
    assert most.tokens == asked + max(EXPECTED_OUTPUT) + len(text)
    rates = load_prices(env={}).price("gpt-4.1").rates
    assert most.cost == (asked * rates.input + (most.tokens - asked) * rates.output).scaleb(-6)


def test_a_long_listening_is_reckoned_part_by_part() -> None:
    once, often = (listen(VOICES["en"] * times, "reviews.txt", "en").told for times in (1, 60))
    assert len(list(parts_of(lines_of(often, masks=True)[0]))) > 2
    one, many = (estimate_listening(told, GPT, "en", load_prices(env={})) for told in (once, often))
    assert one.cost is not None
    assert many.cost is not None
    assert many.cost > 3 * one.cost
    assert estimate_listening((), GPT, "en", load_prices(env={})) == AtMost(0, Decimal(0), "", False)


@pytest.mark.parametrize("lang", LANGS)
def test_opinions_are_asked_for_in_parts_each_with_a_whole_reply(lang: Lang) -> None:
    text, prices = "A world-class kettle. " * 50, load_prices(env={})
    doubts = [Doubt(22 * n + 2, 22 * n + 13, "A class that nobody sorts.") for n in range(PART + 1)]
    one, all_of_them = (estimate_opinions(text, lang, doubts[:n], GPT, prices) for n in (1, PART + 1))
    assert max(EXPECTED_OUTPUT) < one.tokens < all_of_them.tokens
    assert all_of_them.tokens > 2 * max(EXPECTED_OUTPUT)
    assert one.cost is not None
    assert all_of_them.cost is not None
    assert 0 < one.cost < all_of_them.cost
    assert estimate_opinions(text, lang, (), GPT, prices).tokens == 0
    own = estimate_opinions(text, lang, doubts, settings_for("http://127.0.0.1:9/v1", model="qwen3"))
    assert (own.local, own.cost) == (True, Decimal(0))
