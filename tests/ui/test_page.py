"""The page's logic, without a browser."""

from __future__ import annotations

import json
import re
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from assistant.chain.calls import Calls, Took
from assistant.chain.cancelling import Cancelled
from assistant.schema import LANGS, Lang
from assistant.ui.examples import load_examples
from assistant.ui.words import load_words
from assistant.ui.writing import Outcome
from tests.chain.calling import ELSEWHERE, settings_for
from tests.chain.servers import Answer, ScriptedServer, completion, serving
from tests.ui.entering import SCRIPT, desk_of, enter, opened, shown, with_facts

MODEL = ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL", "YARDSTICK_MODEL")


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in MODEL:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("lang", LANGS)
def test_the_first_page_invites_and_promises_nothing_yet(lang: Lang) -> None:
    page, words = opened(lang), load_words(lang)
    assert words("start.heading") in shown(page)
    assert words("recognised.heading") not in shown(page)


@pytest.mark.parametrize("lang", LANGS)
def test_facts_are_read_before_anything_is_written(lang: Lang) -> None:
    page, words = opened(lang), load_words(lang)
    page.button(key="example_0").click().run()
    assert words("recognised.heading") in shown(page)
    assert words("draft.none") in shown(page)
    assert "ys-sheet" not in shown(page)


@pytest.mark.parametrize("lang", LANGS)
def test_write_gives_a_draft_with_its_proofs_and_questions(lang: Lang) -> None:
    page, words = opened(lang), load_words(lang)
    page.button(key="example_0").click().run()
    page.button(key="write").click().run()
    seen = shown(page)
    for expected in ("ys-sheet", words("draft.by_builtin"), words("draft.questions"), words("ledger.proof")):
        assert expected in seen
    assert words("compared.in_draft") in seen
    assert words("draft.stale") not in seen


@pytest.mark.parametrize("facts", ["", "   ", "\n\n \n"])
@pytest.mark.parametrize("lang", LANGS)
def test_an_empty_brief_gets_a_friendly_line(lang: Lang, facts: str) -> None:
    page = with_facts(facts, lang)
    page.button(key="write").click().run()
    assert load_words(lang)("write.empty") in shown(page)


def test_a_line_that_is_no_fact_is_named() -> None:
    page = with_facts("x" * 2001)
    assert "One line holds more than 2000 characters" in shown(page)


def test_too_many_facts_are_counted() -> None:
    page = with_facts("1 kg\n" * 201)
    assert "There are more than 200 facts" in shown(page)


def test_facts_without_numbers_are_told_how_to_write_one() -> None:
    assert load_words("en")("recognised.none") in shown(with_facts("It is blue"))


def test_a_draft_says_when_the_facts_have_changed_since() -> None:
    page, words = with_facts("Weight: 348 g"), load_words("en")
    page.button(key="write").click().run()
    assert words("draft.stale") not in shown(page)
    enter(page, "source", "Weight: 350 g")
    assert words("draft.stale") in shown(page)
    page.button(key="write").click().run()
    assert words("draft.stale") not in shown(page)


def test_the_language_changes_the_whole_page_and_the_address() -> None:
    page = opened("en")
    page.segmented_control(key="page_lang").set_value("zh-Hant").run()
    words = load_words("zh-Hant")
    assert words("app.tagline") in shown(page)
    assert page.button(key="write").label == words("write.button")
    assert page.query_params["lang"] in ("zh-Hant", ["zh-Hant"])


def test_an_example_follows_the_language_until_somebody_edits_it() -> None:
    page = opened("en")
    page.button(key="example_1").click().run()
    page.segmented_control(key="page_lang").set_value("zh-Hans").run()
    assert desk_of(page).work.source == load_examples("zh-Hans")[1].facts
    enter(page, "source", "重量：1公斤")
    page.segmented_control(key="page_lang").set_value("en").run()
    assert desk_of(page).work.source == "重量：1公斤"


def test_what_was_entered_survives_a_change_of_language() -> None:
    page = with_facts("Weight: 348 g")
    enter(page, "product", "Packlight")
    page.selectbox(key="of_work_stage").set_value("choice").run()
    page.selectbox(key="of_work_market").set_value("uk").run()
    page.segmented_control(key="page_lang").set_value("zh-Hant").run()
    assert desk_of(page).work.source == "Weight: 348 g"
    assert desk_of(page).work.product == "Packlight"
    assert page.selectbox(key="of_work_stage").value == "choice"
    assert page.selectbox(key="of_work_market").value == "uk"


def test_facts_in_another_language_than_the_copy_are_pointed_out() -> None:
    page = with_facts("重量：348克，续航14小时")
    assert "These facts look like 简体中文, but the copy is set to English" in shown(page)
    page.selectbox(key="of_work_text_lang").set_value("zh-Hans").run()
    assert "These facts look like" not in shown(page)


def test_only_customers_who_read_the_language_are_offered() -> None:
    page = opened("zh-Hant")
    options = page.selectbox(key="of_work_persona_zh-Hant").options
    assert "通勤上班族" in options
    assert "大学生" not in options


def test_a_customer_says_that_it_is_a_guess_and_can_be_edited() -> None:
    page = opened("en")
    page.selectbox(key="of_work_persona_en").set_value("us-student").run()
    assert "A guess: no customer&#x27;s words behind it." in shown(page)
    enter(page, "source", "Weight: 348 g")
    page.selectbox(key="of_work_stage").set_value("need").run()
    page.text_area(key="of_work_persona_us-student_pains").set_value("too much weight to carry").run()
    page.button(key="write").click().run()
    assert "Too much weight to carry" in shown(page)


HOSTILE = (
    '<img src="http://a.example/x.png" onerror="alert(1)"> weighs 3 kg',
    "</style></div><script>alert(1)</script> 5 m",
    "[x](http://a.example) ![y](http://a.example/y.png) $z$ 7 s",
    "The best \u202e dnuora 8 kg",
    "A world-leading <b onmouseover=alert(1)>9 kg</b>",
)


@pytest.mark.parametrize("facts", HOSTILE)
def test_hostile_facts_make_no_element_anywhere(facts: str) -> None:
    page = with_facts(facts)
    enter(page, "product", facts)
    page.button(key="write").click().run()
    seen = shown(page)
    tags = set(re.findall(r"<([a-zA-Z0-9]+)", seen))
    assert tags <= {
        "div", "span", "sup", "strong", "h1", "h2", "h3", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th",
        "td", "details", "summary", "dl", "dt", "dd", "b", "a", "img", "figure", "figcaption",
    }  # fmt: skip
    assert "\u202e" not in seen
    assert re.findall(r"<img class=\"(?!ys-ladder)", seen) == []
    assert re.findall(r"<[^>]*\son[a-z]+=", seen) == []
    assert "a.example" not in "".join(re.findall(r"<a [^>]*>|<img [^>]*>", seen))
    assert not [*page.markdown, *page.error, *page.warning, *page.info]


def test_a_model_is_named_with_its_host_before_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-key")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_MODEL", "test-model")
    page = opened("en")
    assert page.checkbox(key="by_model").value is True
    assert page.checkbox(key="by_model").label.replace("\\", "") == "Write with test-model at 127.0.0.1:9"
    assert "sk-secret-key" not in shown(page)


def test_a_model_out_of_reach_leaves_the_built_in_draft_and_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-key")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    page, words = with_facts("Weight: 348 g"), load_words("en")
    write_to_the_end(page)
    seen = shown(page)
    assert "ys-sheet" in seen
    assert words("draft.by_builtin") in seen
    assert "The built-in writer&#x27;s draft stands here instead." in seen
    assert "sk-secret-key" not in seen


def priced(monkeypatch: pytest.MonkeyPatch, url: str = "https://models.example/v1", model: str = "gpt-4.1") -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-key")
    monkeypatch.setenv("OPENAI_BASE_URL", url)
    monkeypatch.setenv("OPENAI_MODEL", model)
    monkeypatch.delenv("YARDSTICK_PRICES", raising=False)


def write_to_the_end(page: AppTest) -> None:
    """Presses Write and draws the page again once the model has answered, as its page does by itself."""
    page.button(key="write").click().run()
    # What has ended by then is no longer there.
    if "writing" in page.session_state:
        assert page.session_state["writing"][1].wait(60)
        page.run()


@pytest.mark.parametrize("lang", LANGS)
def test_what_a_draft_takes_at_most_is_said_before_it_is_asked_for(monkeypatch: pytest.MonkeyPatch, lang: Lang) -> None:
    priced(monkeypatch)
    words, page = load_words(lang), opened(lang)
    before, after = words("write.estimate", tokens="|", cost="|").split("|")[:2]
    assert before not in shown(page)
    page.button(key="example_0").click().run()
    found = re.search(f"{re.escape(before)}([0-9,]+){re.escape(after)}([0-9.]+) USD", shown(page))
    assert found is not None
    assert 4_000 < int(found[1].replace(",", "")) < 100_000
    assert 0.01 < float(found[2]) < 1
    page.checkbox(key="by_model").uncheck().run()
    assert before not in shown(page)


def test_a_server_of_ones_own_is_said_to_cost_nothing_and_has_no_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    priced(monkeypatch, "http://127.0.0.1:9/v1")
    page = with_facts("Weight: 348 g")
    assert "The server is your own and charges nothing." in shown(page)
    assert "budget" not in {field.key for field in page.number_input}


def test_a_model_without_a_price_is_said_to_have_none_and_has_no_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    priced(monkeypatch, model="<b>nobody-knows")
    page = with_facts("Weight: 348 g")
    assert "No price is known for &lt;b&gt;nobody-knows; name a price file in YARDSTICK_PRICES." in shown(page)
    assert "budget" not in {field.key for field in page.number_input}


@pytest.mark.parametrize("lang", LANGS)
def test_a_budget_holds_before_anything_is_asked(monkeypatch: pytest.MonkeyPatch, lang: Lang) -> None:
    # Nothing listens there: a call would end with another message.
    priced(monkeypatch)
    page = with_facts("Weight: 348 g", lang)
    page.selectbox(key="of_work_text_lang").set_value("en").run()
    page.number_input(key="budget").set_value(0.01).run()
    write_to_the_end(page)
    before = load_words(lang)("error.budget", limit="0.01", asked="|", left="").split("|")[0]
    assert before in shown(page)
    assert "ys-sheet" not in shown(page)
    assert not page.button(key="write").disabled


def test_write_rests_while_a_model_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    server = ScriptedServer([Answer(fault="silent")])
    with serving(server) as url:
        priced(monkeypatch, url)
        page, words = with_facts("Weight: 348 g"), load_words("en")
        page.button(key="write").click().run()
        assert page.button(key="write").disabled
        assert "Being written by gpt-4.1 at 127.0.0.1" in shown(page)
        assert server.asked.wait(60)
        _, writing = page.session_state["writing"]
        page.button(key="cancel").click().run()
        assert writing.wait(60)
        assert server.left.wait(60)
        page.run()
    assert words("write.stopped") in shown(page)
    assert not page.button(key="write").disabled


@pytest.mark.parametrize("lang", LANGS)
def test_what_was_paid_before_a_stop_is_said_and_what_may_be(monkeypatch: pytest.MonkeyPatch, lang: Lang) -> None:
    page, words = with_facts("Weight: 348 g", lang), load_words(lang)
    took = Took(replies=1, tokens_in=1234, tokens_out=567, cost=Decimal("0.0123"))
    page.session_state["outcome"] = Outcome(settings_for(ELSEWHERE), None, Cancelled(), Calls(took=took))
    page.run()
    for said in (words("write.stopped"), words("write.stopped_cost"), "1,234", "567", "0.0123 USD"):
        assert said in shown(page)
    # What is of another product goes with it.
    page.button(key="example_0").click().run()
    assert words("write.stopped") not in shown(page)


def test_a_defect_in_the_writing_is_one_line_on_the_page_and_a_traceback_in_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    priced(monkeypatch, "http://127.0.0.1:9/v1")
    page = with_facts("Weight: 348 g")
    monkeypatch.setattr("assistant.draft.write", lambda *_, **__: 1 // 0)
    write_to_the_end(page)
    assert load_words("en")("error.unexpected") in shown(page)
    assert "ZeroDivisionError" in caplog.text
    assert "ZeroDivisionError" not in shown(page)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("rests_on", [[], ["e1"]])
def test_what_a_models_text_rests_on_stands_above_it_as_text(
    monkeypatch: pytest.MonkeyPatch, lang: Lang, rests_on: list[str]
) -> None:
    headline = {"en": "Look up", "zh-Hans": "抬头看", "zh-Hant": "抬頭看"}[lang]
    subhead = {"en": "It is 58 m tall.", "zh-Hans": "它高58米。", "zh-Hant": "它高58公尺。"}[lang]
    reply = {"headline": headline, "subhead": subhead, "paragraph": subhead, "bullets": [subhead.rstrip(".。")]}
    notes = {"insight": f"{headline} & <b", "rests_on": rests_on, "angle": headline, "proposed_reference": None}
    again: dict[str, object] = {"objections": [], **dict.fromkeys(reply)}
    script = [Answer(body=completion(json.dumps(one))) for one in ({**notes, **reply}, again)]
    fact = {"en": "Height: 58 m", "zh-Hans": "高度：58米", "zh-Hant": "高度：58公尺"}[lang]
    words = load_words(lang)
    with serving(ScriptedServer(script)) as url:
        monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-key")
        monkeypatch.setenv("OPENAI_BASE_URL", url)
        page = with_facts(fact, lang)
        page.checkbox(key="critique").check().run()
        write_to_the_end(page)
    seen = shown(page)
    assert words("draft.rests_on") in seen
    assert f"{headline} &amp; &lt;b" in seen
    assert words("draft.opens_with") in seen
    # No customer was chosen: whatever the model names, nobody was listened to.
    assert words("draft.insight_guess") in seen


def test_without_a_model_there_is_no_critique_to_ask_for() -> None:
    assert not [box for box in opened().checkbox if box.key == "critique"]


@pytest.mark.parametrize(
    ("lang", "facts", "texts"),
    [
        ("en", "Weight: 348 g\nHeight: 30 cm", ["You pick it up and walk off.", "Weighs 349 g", "Stands 30 cm high"]),
        ("zh-Hans", "重量：348克\n高度：30厘米", ["拿在手里就知道。", "重量：349克", "高度：30厘米"]),
        ("zh-Hant", "重量：348公克\n高度：30公分", ["拿在手裡就知道。", "重量：349公克", "高度：30公分"]),
    ],
)
def test_a_sentence_that_is_not_the_models_is_marked_and_listed(
    monkeypatch: pytest.MonkeyPatch, lang: Lang, facts: str, texts: list[str]
) -> None:
    scene, *listed = texts
    reply = {"headline": scene, "subhead": scene, "paragraph": scene, "bullets": listed}
    # The second repair asks what the first did, and its reply is kept.
    server = ScriptedServer([Answer(body=completion(json.dumps(reply)))] * 2)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-key")
    with serving(server) as url:
        monkeypatch.setenv("OPENAI_BASE_URL", url)
        page, words = with_facts(facts, lang), load_words(lang)
        write_to_the_end(page)
    seen = shown(page)
    assert "349" not in seen
    assert seen.count("ys-author") == 1
    for said in (words("draft.stood_in"), words("draft.authors", count=1), "number-untraced"):
        assert said in seen


def test_settings_that_no_model_can_have_are_said_and_do_not_stop_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "not an address")
    page = with_facts("Weight: 348 g")
    assert "OPENAI_BASE_URL is not a web address" in shown(page)
    assert load_words("en")("recognised.heading") in shown(page)


def test_a_defect_is_one_line_on_the_page_and_a_traceback_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    page = with_facts("Weight: 348 g")
    page.session_state["reading"] = 5
    page.run()
    assert "Something went wrong inside Yardstick" in shown(page)
    assert "Traceback" not in shown(page)
    assert "TypeError" in caplog.text


def test_the_first_page_loads_no_model_library_and_no_pandas() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from streamlit.testing.v1 import AppTest; before = set(sys.modules);"
        f"AppTest.from_file({str(SCRIPT)!r}, default_timeout=60).run();"
        "new = {name.split('.')[0] for name in set(sys.modules) - before};"
        "print(sorted(new & {'langchain', 'langchain_core', 'langchain_openai', 'openai', 'pandas', 'tiktoken'}))"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    assert answer.stdout.strip().splitlines()[-1] == "[]"
