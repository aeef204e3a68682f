"""What every rule owes its reader, and what the clauses, ledger and quotations are held to."""

from __future__ import annotations

import pytest

from assistant.checks import RULES, check_texts
from assistant.checks.clauses import Clauses
from assistant.checks.hedges import follows, rounds_to, said_around
from assistant.checks.messages import MESSAGES
from assistant.plan import make_plan, read
from assistant.references import load_book
from assistant.schema import LANGS, Lang
from assistant.schema.brief import Brief
from tests.checks.plans import rocket, rules_broken, small


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_speaks_three_languages(rule: str) -> None:
    assert set(MESSAGES[rule]) == set(LANGS)
    assert all(message.strip() for message in MESSAGES[rule].values())


@pytest.mark.parametrize(
    ("text", "word", "clause"),
    [
        ("It weighs 5 g, and lasts 8 hours.", "8", "lasts 8 hours"),
        ("Weight: 1,200 g; height 3.5 m.", "1", "Weight: 1,200 g"),
        ("It takes approx. 15 minutes. Then rest.", "15", "It takes approx. 15 minutes"),
        ("重量5克，续航8小时。", "8", "续航8小时"),
        ("5–8 hours – a night", "8", "5–8 hours"),
    ],
)
def test_a_clause_ends_where_a_reader_pauses_and_not_inside_a_number(text: str, word: str, clause: str) -> None:
    low, high = Clauses(text).clause(text.index(word))
    assert text[low:high].strip() == clause


def test_a_yardstick_whose_name_counts_in_words_breaks_on_no_other_number() -> None:
    # "A two-hour HD movie, streamed" holds a number and no digit.
    brief = Brief(facts=("Storage: 449 GB",))
    text = "It stores 449 GB, enough for a movie streamed in HD. It is twice as good."
    found = check_texts({"": text}, brief, make_plan(read(brief, None, load_book()), brief, None), None).diagnostics
    assert [(one.rule, text[one.start : one.end]) for one in found] == [("number-untraced", "twice")]


@pytest.mark.parametrize("text", ["", "。", ",", "a", "\n\n", "1,,2;；。.", " and "])
def test_any_text_has_a_clause_at_each_place(text: str) -> None:
    clauses = Clauses(text)
    for position in range(len(text) + 1):
        low, high = clauses.clause(position)
        assert 0 <= low <= high <= len(text)
        clauses.clause_before(position)
        clauses.sentence_before(position)


@pytest.mark.parametrize(
    ("text", "number", "lang", "said"),
    [
        ("up to about 8 hours", "8", "en", ("about", "up to")),
        ("no fewer than 12 modes", "12", "en", ("at least",)),
        ("about as heavy as nine pianos", "nine", "en", ("about",)),
        ("nearly the weight of 12 pianos", "12", "en", ("nearly",)),
        ("spread over 8 hours", "8", "en", ()),
        ("8 hours or more", "8 hours", "en", ("at least",)),
        ("最长能用8小时", "8", "zh-Hans", ("up to",)),
        ("8小时以上", "8小时", "zh-Hans", ("at least",)),
        ("8點起床", "8點", "zh-Hant", ()),
    ],
)
def test_every_hedge_around_a_number_is_read(text: str, number: str, lang: Lang, said: tuple[str, ...]) -> None:
    start = text.index(number)
    assert said_around(text, start, start + len(number), lang) == said


@pytest.mark.parametrize(
    ("known", "said", "fine"),
    [
        ("", (), True),
        ("", ("about",), True),
        ("", ("more than",), False),
        ("", ("at least",), False),
        ("up to", (), False),
        ("up to", ("up to", "about"), True),
        ("at least", ("more than",), False),
        ("more than", ("at least",), True),
        ("about", (), False),
        ("about", ("nearly",), False),
        ("less than", ("up to",), True),
    ],
)
def test_a_hedge_may_weaken_a_fact_and_never_strengthen_it(known: str, said: tuple[str, ...], fine: bool) -> None:
    assert follows(known, said) is fine  # type: ignore[arg-type]


def test_a_rounded_conversion_shows_the_digits_that_rounding_gives() -> None:
    from decimal import Decimal
    from fractions import Fraction

    exact = Fraction("13421.6")
    shown = [n for n in range(13000, 13900, 100) if rounds_to(("about",), Decimal(n), exact)]
    assert shown == [13000, 13400]


@pytest.mark.parametrize("lang", LANGS)
def test_each_number_of_a_passing_draft_has_one_ledger_entry_with_its_proof(lang: Lang) -> None:
    brief, plan, persona = small(lang)
    text = "\n".join(fact.text for fact in plan.facts)
    checked = check_texts({"bullets": text}, brief, plan, persona)
    assert [d.rule for d in checked.diagnostics] == []
    assert {"8", "5", "38", "15", "12"} <= {"".join(c for c in entry.text if c.isdigit()) for entry in checked.ledger}
    assert all(entry.proof and entry.source for entry in checked.ledger)


def test_a_quotation_without_any_evidence_is_invented() -> None:
    brief, plan, _ = rocket("en")
    found = check_texts({"": "“It shook my heart,” says a customer."}, brief, plan, None).diagnostics
    assert [d.rule for d in found] == ["quote-altered"]


def test_inches_and_scare_quotes_are_no_quotations() -> None:
    assert rules_broken("small", "en", 'The "night" mode is for the ride home. Customers, so to speak.') == []


def test_a_house_term_may_stand_in_for_the_fact_s_own_word() -> None:
    brief, plan, persona = small("en")
    styled = Brief(**{**brief.model_dump(), "style": {"terms": {"Noise in the cabin": "Cabin noise"}}})
    assert check_texts({"": "Cabin noise: 38 dB(A)"}, styled, plan, persona).diagnostics == ()


@pytest.mark.parametrize("size", [20_000])
@pytest.mark.parametrize("piece", ["1,", "万", "a ", "“", "是", ". ", "5 g, ", "customer says: "])
def test_a_hostile_text_gets_an_answer(piece: str, size: int) -> None:
    brief, plan, persona = small("en")
    text = piece * (size // len(piece) // 4)
    checked = check_texts({"": text}, brief, plan, persona)
    marked = [(found.start, found.end) for found in checked.diagnostics]
    marked += [(entry.start, entry.end) for entry in checked.ledger]
    assert all(0 <= start <= end <= len(text) for start, end in marked)
