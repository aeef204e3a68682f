"""Prices are dated and sourced; a user's file overrides them; what is not known is not taken for nothing."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.errors import DataFileError, Exit, InputError
from assistant.tokens import Prices, UnknownPrice, load_prices
from assistant.tokens.price_entries import PriceEntry, load_entries
from assistant.tokens.prices import OWN

OURS = load_prices(env={})
ENTRIES = {name: entry for name, entry in load_entries(OWN).items() if isinstance(entry, PriceEntry)}
CONTRACT = """
{name}:
  currency: CNY
  input: "1.50"
  output: "6.00"
  as_of: 2026-11-01
  sources: [{{title: Our contract, accessed: 2026-11-02}}]
"""


def entry(name: str = "our-model", **changes: str) -> str:
    """A valid entry, with the given lines in place of its own; an empty one takes the line out."""
    lines = CONTRACT.format(name=name).strip().splitlines()
    for key, value in changes.items():
        kept = [line for line in lines if not line.startswith(f"  {key}:")]
        lines = [*kept, f"  {key}: {value}"] if value else kept
    return "\n".join(lines) + "\n"


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "ours.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("model", "given", "cached", "output"),
    [
        ("gpt-4.1", "2.00", "0.50", "8.00"),
        ("gpt-4.1-2025-04-14", "2.00", "0.50", "8.00"),
        ("gpt-4.1-mini", "0.40", "0.10", "1.60"),
        ("gpt-4o", "2.50", "1.25", "10.00"),
        ("gpt-4o-mini", "0.15", "0.075", "0.60"),
        ("gpt-5", "1.25", "0.125", "10.00"),
        ("gpt-5-mini", "0.25", "0.025", "2.00"),
        ("gpt-5-nano", "0.05", "0.005", "0.40"),
        ("gpt-5.4-mini", "0.75", "0.075", "4.50"),
        ("gpt-6-luna", "0.10", "0.01", "0.50"),
    ],
)
def test_a_price_is_what_its_source_says(model: str, given: str, cached: str, output: str) -> None:
    rates = OURS.price(model).rates
    assert (rates.input, rates.cached_input, rates.output) == (Decimal(given), Decimal(cached), Decimal(output))


@pytest.mark.parametrize("model", ENTRIES)
def test_every_price_of_ours_has_its_day_and_its_sources(model: str) -> None:
    price = OURS.price(model)
    assert all(source.url.startswith("https://") and source.figure for source in price.sources)
    assert all(price.as_of <= source.accessed for source in price.sources)
    assert price.currency == "USD"
    assert not price.local


@pytest.mark.parametrize("model", ENTRIES)
def test_the_figures_of_its_sources_hold_every_price(model: str) -> None:
    found = ENTRIES[model]
    figures = " ".join(source.figure for source in found.sources).replace("$", " ").replace("/", " ").replace(",", " ")
    numbers = {
        Decimal(word.strip("().;:")) for word in figures.split() if word.strip("().;:").replace(".", "", 1).isdigit()
    }
    named = {found.input, found.output} | ({found.cached_input} if found.cached_input else set())
    assert named - numbers == set()


def test_no_name_stands_twice() -> None:
    names = [name for model, found in ENTRIES.items() for name in (*found.also, model)]
    assert sorted(names) == sorted(set(names))
    assert set(names) == set(OURS)


@pytest.mark.parametrize("model", [name for name, found in ENTRIES.items() if found.long])
def test_a_long_request_is_dearer_in_every_part(model: str) -> None:
    price = OURS.price(model)
    assert price.long is not None
    assert price.long_above is not None
    assert price.rates_for(price.long_above) == price.rates
    assert price.rates_for(price.long_above + 1) == price.long
    assert price.long.cheapest_input > price.rates.cheapest_input
    assert price.long.dearest_input > price.rates.dearest_input
    assert price.long.output > price.rates.output


@pytest.mark.parametrize(
    ("model", "near"),
    [("gpt-4.1-minni", "gpt-4.1-mini"), ("qwen3", None), ("", None), ("gpt-4o-2024-05-13", "gpt-4o-2024-08-06")],
)
def test_an_unknown_price_is_said_so_and_never_nothing(model: str, near: str | None) -> None:
    assert OURS.find(model) is None
    with pytest.raises(UnknownPrice) as caught:
        OURS.price(model)
    assert caught.value.status is Exit.USAGE
    assert caught.value.near == near
    assert f"no price is known for model '{model}'." in str(caught.value)
    assert "YARDSTICK_PRICES" in str(caught.value)


def test_a_users_file_adds_and_overrides_by_name(tmp_path: Path) -> None:
    path = written(tmp_path, entry() + entry("gpt-4.1"))
    prices = load_prices(env={"YARDSTICK_PRICES": f" {path} "})
    for model in ("our-model", "gpt-4.1", "gpt-4.1-2025-04-14"):
        found = prices.price(model)
        assert (found.currency, found.rates.input, found.rates.cached_input) == ("CNY", Decimal("1.50"), None)
        assert [(source.title, source.url) for source in found.sources] == [("Our contract", "")]
    assert prices.price("gpt-4.1-mini") == OURS.price("gpt-4.1-mini")
    assert load_prices(env={}).price("gpt-4.1").currency == "USD"


@pytest.mark.parametrize("dated_first", [True, False])
def test_an_entry_of_a_version_beats_what_it_shares(tmp_path: Path, dated_first: bool) -> None:
    dated, plain = entry("gpt-4.1-2025-04-14", input='"9.00"'), entry("gpt-4.1")
    path = written(tmp_path, dated + plain if dated_first else plain + dated)
    prices = load_prices(path)
    assert prices.price("gpt-4.1-2025-04-14").rates.input == Decimal("9.00")
    assert prices.price("gpt-4.1").rates.input == Decimal("1.50")


def test_a_server_of_ones_own_costs_nothing_because_the_file_says_so(tmp_path: Path) -> None:
    prices = load_prices(written(tmp_path, "qwen3: {local: true, also: [qwen3:8b]}\n"))
    for model in ("qwen3", "qwen3:8b"):
        assert prices.price(model).local
        assert prices.price(model).rates.dearest_input == prices.price(model).rates.output == 0
    assert prices.find("llama3") is None


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        (entry(input="1.50"), "our-model.input", "write the number in quotes"),
        (entry(input='"free"'), "our-model.input", "decimal"),
        (entry(input='"-1"'), "our-model.input", "greater than 0"),
        (entry(input='"0"'), "our-model.input", "`local: true`"),
        (entry(input='"NaN"'), "our-model.input", "finite"),
        (entry(output=""), "our-model.output", "Field required"),
        (entry(outptu='"1"'), "our-model.outptu", "Extra inputs"),
        (entry(currency="yuan"), "our-model.currency", "pattern"),
        (entry(as_of="soon"), "our-model.as_of", "date"),
        (entry(sources="[]"), "our-model.sources", "at least 1"),
        (entry(sources="[{title: x}]"), "our-model.sources.0.accessed", "Field required"),
        (entry(cached_input='"2.00"'), "our-model", "cached_input 2.00 is dearer than input 1.50"),
        (entry(long='{above: 0, input: "1", output: "1"}'), "our-model.long.above", "greater than 0"),
        (entry(long='{input: "1", output: "1"}'), "our-model.long.above", "Field required"),
        ("qwen3: {local: false}", "qwen3.local", "True"),
        ('qwen3: {local: true, input: "1"}', "qwen3.input", "Extra inputs"),
        ("qwen3: 0", "qwen3", "dictionary"),
        ("qwen3:", "qwen3", "dictionary"),
        ("- qwen3", "", "expected entries by model"),
        ("{}", "", "holds no entry"),
        ("a: [", "", "is not YAML"),
    ],
)
def test_a_fault_is_named_by_file_entry_and_field(tmp_path: Path, text: str, place: str, problem: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(DataFileError) as caught:
        load_prices(path)
    assert str(caught.value).startswith(f"{path}: {place}: " if place else f"{path}: ")
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_is_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_prices(env={"YARDSTICK_PRICES": str(tmp_path / "missing.yaml")})


def test_an_empty_variable_is_none() -> None:
    assert set(load_prices(env={"YARDSTICK_PRICES": "  "})) == set(OURS)


def test_prices_can_be_made_of_prices() -> None:
    assert Prices({"x": OURS.price("gpt-4.1")}).price("x").rates.output == Decimal("8.00")
