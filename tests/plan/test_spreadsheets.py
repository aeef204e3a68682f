"""Tables of files as facts: either way round, units out of the names of columns."""

from __future__ import annotations

import pytest

from assistant.documents.files import Table, products_of, shape_of
from assistant.documents.files.grid import table_of
from assistant.plan.pages import NoRowError, brief_from_page, facts_of, told_of_tables
from assistant.quantities import find_quantities
from assistant.schema import Lang


def table(text: str) -> Table:
    """A table written with bars."""
    made = table_of([line.split("|") for line in text.split("\n")])
    assert made is not None
    return made


KETTLES = table("Model|Weight (kg)|Price (USD)|Warranty, months|SKU\nK2|1.1|49|24|8712345\nK3|1.4|59|n/a|8712346")
SIDE_BY_SIDE = table("Model|K2|K3\nWeight|1.1 kg|1.4 kg\nColour|white|black\nCapacity|1.7 L|2 L")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Parameter|Value|Unit|Condition\nWeight|1.1|kg|\nRuns|14|h|at 50 %", ("Weight: 1.1 kg", "Runs: 14 h (at 50 %)")),
        ("参数|数值\n重量（公斤）|1.1\n续航[小时]|14\n颜色|白色", ("重量：1.1公斤", "续航：14小时", "颜色：白色")),
        ("參數|數值|單位\n重量|1.1|公斤", ("重量：1.1 公斤",)),
        ("Weight|1.1 kg\nColour|white", ("Weight: 1.1 kg", "Colour: white")),
        ("Group|Parameter|Value\nBody|Weight (g)|620\nBody|Colour|white", ("Weight: 620 g", "Colour: white")),
        ("Specification|Details\nSize (L×W×H, mm)|120×80×30\nNoise [dB]|≤45", ("Size (L×W×H): 120×80×30 mm", "Noise: ≤45 dB")),
        ("Property|Value\nDepth (D)|30 cm\nWeight (kg)|1.1 kg\nYear (EU)|2026", ("Depth (D): 30 cm", "Weight: 1.1 kg", "Year (EU): 2026")),
        ("Property|Value\nEfficiency (%)|93\nPrice (€)|49\nRange (km)|10-12", ("Efficiency: 93%", "Price: €49", "Range: 10-12 km")),
        ("Property|Value\nBarcode|4006381\nColour|N/A\nLid|", ()),
    ],
)  # fmt: skip
def test_a_specification_sheet_is_a_fact_for_each_row(text: str, facts: tuple[str, ...]) -> None:
    assert facts_of(table(text)) == facts


def test_a_row_of_a_table_of_products_is_the_facts_of_that_product() -> None:
    assert products_of(KETTLES) == ("K2", "K3")
    assert facts_of(KETTLES, 0) == ("Model: K2", "Weight: 1.1 kg", "Price: 49 USD", "Warranty: 24 months")
    assert facts_of(KETTLES, 1) == ("Model: K3", "Weight: 1.4 kg", "Price: 59 USD")


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("Product|Norvik K2\nMaterial|steel\nCapacity|1.7 L", ("Norvik K2",)),
        ("产品名称|米家水壶\n材质|不锈钢\n容量|1.7升", ("米家水壶",)),
        ("Model|K2\nWeight|1.1 kg", ("K2",)),
        ("Model|Weight\nK2|1.1 kg", ("K2",)),
        ("Name|Price\nK2|$49\nK3|$59", ("K2", "K3")),
        ("型号|价格\nK2|199元\nK3|299元", ("K2", "K3")),
        ("SKU|Name|Weight (g)\n1234567|K2|620\n1234568|K3|640", ("K2", "K3")),
        ("Name|Colour|Material\nK2|white|steel\nK3|black|steel", ("K2", "K3")),
        ("品牌|小米\n颜色|白色", ("",)),
        ("|Kettle K2|Kettle K3\nWeight|1.1 kg|2 kg", ("Kettle K2", "Kettle K3")),
        ("No.|Parameter|Value\n1|Weight|1.1 kg\n2|Height|20 cm", ("",)),
    ],
)
def test_the_products_of_a_table_are_found_whichever_way_it_runs(text: str, products: tuple[str, ...]) -> None:
    assert products_of(table(text)) == products


def test_products_that_stand_side_by_side_are_told_apart() -> None:
    assert shape_of(SIDE_BY_SIDE).by_row
    assert products_of(SIDE_BY_SIDE) == ("K2", "K3")
    assert facts_of(SIDE_BY_SIDE, 1) == ("K3", "Weight: 1.4 kg", "Colour: black", "Capacity: 2 L")


def test_several_products_are_one_line_each() -> None:
    assert facts_of(SIDE_BY_SIDE) == (
        "K2: Weight 1.1 kg, Colour white, Capacity 1.7 L",
        "K3: Weight 1.4 kg, Colour black, Capacity 2 L",
    )
    assert facts_of(table("品名|价格（元）|重量(kg)\n水壶A|199|1.1\n水壶B|299|1.4")) == (
        "水壶A：价格199元，重量1.1 kg",
        "水壶B：价格299元，重量1.4 kg",
    )


def test_a_row_that_is_not_there_is_a_mistake_with_the_choice() -> None:
    with pytest.raises(NoRowError, match=r"^row 9: expected 1 to 2, the products of the table\.$"):
        facts_of(KETTLES, 8)
    with pytest.raises(NoRowError, match=r"^row 1: the table is empty\.$"):
        facts_of(Table((), ()), 0)


@pytest.mark.parametrize("made", [Table((), ()), Table(("",), ()), Table(("a", "b"), ()), Table(("", ""), (("", ""),))])
def test_a_table_that_says_nothing_has_no_facts(made: Table) -> None:
    assert facts_of(made) == ()


def test_the_facts_of_a_product_make_a_brief() -> None:
    title, told = told_of_tables([KETTLES], 1)
    brief = brief_from_page(told, "en", title)
    assert (brief.product, brief.facts) == ("K3", ("Model: K3", "Weight: 1.4 kg", "Price: 59 USD"))


@pytest.mark.parametrize(
    "name", ["Weight (kg)", "Speed (km/h)", "Voltage (V)", "续航（小时）", "Area (m²)", "Torque [Nm]"]
)
def test_a_unit_in_a_name_means_the_same_behind_the_figure(name: str) -> None:
    lang: Lang = "zh-Hans" if name > "\u2e80" else "en"
    (fact,) = facts_of(Table(("Parameter", "Value"), ((name, "25"),)), None, lang)
    (before,), (after,) = find_quantities(f"{name}: 25", lang), find_quantities(fact, lang)
    assert (before.unit, before.low) == (after.unit, after.low)
    assert "(" not in fact
