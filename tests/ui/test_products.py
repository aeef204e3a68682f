"""The products page: found, opened, copied, renamed, deleted, brought back, forgotten, taken along and taken in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assistant.cli import main
from assistant.schema import LANGS, Lang
from assistant.schema.work import Work
from assistant.store import find_place, open_store
from assistant.store.documents import Documents
from assistant.ui.products.files import MOST_BYTES, MOST_PRODUCTS, brief_file, read_files, whole_file
from assistant.ui.products.summary import Summary, say_summary, summarize
from assistant.ui.words import load_words
from tests.ui.entering import desk_of, enter, go, opened, shown, with_facts

EN = load_words("en")


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL", "YARDSTICK_MODEL"):
        monkeypatch.delenv(name, raising=False)


@contextmanager
def kept() -> Iterator[Documents]:
    with open_store() as store:
        yield store.documents


def save(*names: str, **body: Any) -> list[str]:
    """Products of these names, in the order of saving; their ids."""
    with kept() as documents:
        for name in names:
            documents.save("product", f"id-{name}", {"source": f"{name}\nWeight: 348 g", **body}, name=name, expected=0)
    return [f"id-{name}" for name in names]


def products_page(lang: Lang = "en") -> AppTest:
    return go(opened(lang), "products")


def names() -> list[str]:
    with kept() as documents:
        return [row.name for row in documents.list("product")]


def press(page: AppTest, key: str) -> AppTest:
    page.button(key=key).click().run()
    assert not page.exception
    return page


@pytest.mark.parametrize("lang", LANGS)
def test_without_products_the_page_invites(lang: Lang) -> None:
    assert load_words(lang)("products.empty_line") in shown(products_page(lang))


@pytest.mark.parametrize("lang", LANGS)
def test_what_was_saved_last_stands_first_with_what_is_in_it(lang: Lang) -> None:
    save("Kettle", "Packlight")
    words, seen = load_words(lang), shown(products_page(lang))
    assert seen.index("Packlight") < seen.index("Kettle")
    assert words("products.facts", count=2) in seen
    assert words("products.no_draft") in seen


def test_a_line_tells_facts_and_the_state_of_the_draft() -> None:
    page = with_facts("Weight: 348 g\nHeight: 12 cm")
    press(page, "write")
    assert say_summary(summarize(desk_of(page).work, EN), EN) == (
        "Facts: 2 · Written by the built-in writer · draft versions: 3"
    )
    assert say_summary(Summary(1, 1, "gpt-4.1", True), EN) == "Facts: 1 · Written by gpt-4.1 · edited by hand"


def test_a_product_is_found_by_a_part_of_its_name() -> None:
    save("Kettle", "Packlight 20")
    page = products_page()
    page.session_state["products_search"] = {
        "said": {"of": "products.search", "serial": 0, "count": 1, "text": "ｐａｃｋ"}
    }
    page.run()
    assert "Packlight 20" in shown(page)
    assert "Kettle" not in shown(page)
    page.session_state["products_search"] = {
        "said": {"of": "products.search", "serial": 0, "count": 2, "text": "<b>none"}
    }
    page.run()
    assert "No product&#x27;s name has “&lt;b&gt;none” in it." in shown(page)


def test_thousands_are_turned_page_by_page() -> None:
    save(*(f"Product {number:02}" for number in range(45)))
    page = products_page()
    assert "Product 44" in shown(page)
    assert "Product 24" not in shown(page)
    press(page, "products_older")
    assert "Product 24" in shown(page)
    press(page, "products_older")
    assert "Product 00" in shown(page)
    assert page.button(key="products_older").disabled
    press(page, "products_newer")
    assert "Product 24" in shown(page)


def test_opening_a_product_puts_it_on_the_desk_and_goes_there() -> None:
    save("Kettle")
    page = press(products_page(), "product_open_0")
    assert desk_of(page).work.source.startswith("Kettle")
    assert not page.button(key="write").disabled


def test_what_was_on_the_desk_is_saved_before_another_product_is_opened() -> None:
    save("Kettle")
    page = with_facts("Height: 12 cm")
    press(go(page, "products"), "product_open_1")
    assert desk_of(page).work.source.startswith("Kettle")
    assert sorted(names()) == ["Height: 12 cm", "Kettle"]


def test_where_somebody_else_was_faster_opening_another_keeps_mine_apart() -> None:
    save("Kettle")
    page = with_facts("Height: 12 cm")
    here = desk_of(page)
    with kept() as documents:
        documents.save("product", here.id, {"source": "Height: 13 cm"}, name="Theirs", expected=here.version, by="Bo")
    enter(page, "source", "Height: 14 cm")
    page = go(page, "products")
    number = names().index("Kettle")
    press(page, f"product_open_{number}")
    assert desk_of(page).work.source.startswith("Kettle")
    assert sorted(names()) == ["Height: 14 cm", "Kettle", "Theirs"]


def test_a_copy_is_a_product_of_its_own_and_can_be_taken_back() -> None:
    save("Kettle")
    page = press(press(products_page(), "product_menu_0"), "product_duplicate")
    assert names() == ["Kettle (copy)", "Kettle"]
    assert EN("products.duplicated", name="Kettle (copy)") in shown(page)
    press(page, "products_undo")
    assert names() == ["Kettle"]


def rename(page: AppTest, id: str, name: str) -> AppTest:
    with kept() as documents:
        document = documents.load("product", id)
    assert document is not None
    said = {"of": f"{id}.name", "serial": document.version, "count": 1, "text": name}
    page.session_state["product_name"] = {"said": said}
    page.run()
    return press(page, "product_rename")


def test_a_name_that_was_given_stays_and_can_be_taken_back() -> None:
    (id,) = save("Kettle")
    page = rename(press(products_page(), "product_menu_0"), id, "  Morning   Kettle ")
    assert names() == ["Morning Kettle"]
    press(page, "products_undo")
    assert names() == ["Kettle"]


def test_renaming_what_is_on_the_desk_is_no_conflict_and_outlives_another_product_name() -> None:
    page = with_facts("Height: 12 cm")
    id = desk_of(page).id
    page = rename(press(go(page, "products"), "product_menu_0"), id, "Mine")
    enter(go(page, "write"), "product", "Packlight")
    assert desk_of(page).outdated is None
    assert names() == ["Mine"]


def test_without_a_given_name_the_list_follows_the_product_s_own() -> None:
    page = with_facts("Height: 12 cm")
    id = desk_of(page).id
    page = opened("en", work=id)
    enter(page, "product", "Packlight")
    assert names() == ["Packlight"]


def test_a_name_given_in_another_tab_is_no_conflict() -> None:
    page = with_facts("Height: 12 cm")
    here = desk_of(page)
    with kept() as documents:
        documents.rename("product", here.id, "Named elsewhere", here.version)
    enter(page, "source", "Height: 14 cm")
    assert desk_of(page).outdated is None
    assert names() == ["Named elsewhere"]


def test_a_deleted_product_waits_and_comes_back_by_undo_or_from_the_list() -> None:
    save("Kettle")
    page = press(press(products_page(), "product_menu_0"), "product_delete")
    assert names() == []
    press(page, "products_undo")
    assert names() == ["Kettle"]
    page = press(press(products_page(), "product_menu_0"), "product_delete")
    page.segmented_control(key="products_deleted_False").set_value(True).run()
    press(page, "product_restore_0")
    assert names() == ["Kettle"]
    assert EN("products.restored", name="Kettle") in shown(page)


def test_deleting_what_is_on_the_desk_clears_the_desk() -> None:
    page = with_facts("Height: 12 cm")
    page = press(press(go(page, "products"), "product_menu_0"), "product_delete")
    assert desk_of(page).work.is_empty
    go(page, "write")
    assert names() == []


def test_what_somebody_has_saved_meanwhile_is_not_deleted_unseen() -> None:
    (id,) = save("Kettle")
    page = press(products_page(), "product_menu_0")
    with kept() as documents:
        documents.save("product", id, {"source": "New"}, name="Kettle", expected=1, by="Bo")
    press(page, "product_delete")
    assert EN("products.faster") in shown(page)
    assert names() == ["Kettle"]


def test_forgetting_asks_once_in_words_and_leaves_nothing() -> None:
    save("Secret rocket")
    page = press(press(products_page(), "product_menu_0"), "product_forget")
    assert "Remove Secret rocket for good?" in shown(page)
    press(page, "product_forget_no")
    assert names() == ["Secret rocket"]
    press(press(page, "product_forget"), "product_forget_yes")
    assert names() == []
    path = find_place().path
    assert path is not None
    assert b"Secret rocket" not in b"".join(file.read_bytes() for file in path.parent.iterdir())


def test_a_forgotten_product_does_not_come_back_from_the_desk() -> None:
    page = with_facts("Height: 12 cm")
    page = press(press(go(page, "products"), "product_menu_0"), "product_forget")
    press(page, "product_forget_yes")
    enter(go(page, "write"), "product", "Another")
    assert names() == ["Another"]
    with kept() as documents:
        assert documents.list("product", deleted=True) == ()


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_a_product_taken_along_as_a_brief_is_taken_by_the_command_line(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = opened()
    page.button(key="example_1").click().run()
    work = desk_of(page).work
    text = brief_file(work, form, EN)
    assert text is not None
    path = tmp_path / f"brief.{form}"
    path.write_text(text, encoding="utf-8")
    assert main(["write", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["variants"]
    found = read_files([(path.name, path.read_bytes())], EN)
    assert found.problems == []
    assert found.products[0][1].source.splitlines() == [line for line in work.source.splitlines() if line.strip()]
    assert found.products[0][1].persona == work.persona


def test_of_a_pasted_page_the_facts_are_counted_and_not_the_lines() -> None:
    page = Work(source="# Lamp\n\nWelcome to our shop\n\n## Details\n\n- Weight: 348 g\n- Height: 58 cm\n")
    assert summarize(page, EN).facts < len([line for line in page.source.splitlines() if line])


def test_facts_of_a_brief_stay_the_facts_that_they_were() -> None:
    facts = ["# Weight: 348 g", "Part\tSize", "It folds. It floats.", "Height:\n 58 cm"]
    ((_, work),) = read_files([("x.json", json.dumps({"facts": facts}).encode())], EN).products
    text = brief_file(work, "json", EN)
    assert text is not None
    assert json.loads(text)["facts"] == ["# Weight: 348 g", "Part Size", "It folds. It floats.", "Height: 58 cm"]


def test_a_product_without_facts_has_no_brief() -> None:
    assert brief_file(Work(product="Packlight"), "yaml", EN) is None


def test_a_whole_product_comes_back_with_its_draft_as_a_new_one() -> None:
    page = press(with_facts("Weight: 348 g"), "write")
    with kept() as documents:
        (row,) = documents.list("product")
        document = documents.load("product", row.id)
    assert document is not None
    found = read_files([("x.json", whole_file(document).encode())], EN)
    assert found.products == [("Weight: 348 g", desk_of(page).work)]


MANY = "facts: [\"Weight: 1 kg\"]\nproduct: A\n---\nfacts: ['Weight: 2 kg']\nproduct: B\n"


@pytest.mark.parametrize(
    ("name", "text", "products"),
    [
        ("a.yaml", MANY, ["A", "B"]),
        ("a.yml", "- facts: [1 kg net]\n  product: A\n- facts: [2 kg net]\n  product: B\n", ["A", "B"]),
        ("a.json", '[{"facts": ["1 kg"], "product": "A"}, {"facts": ["2 kg"], "product": "B", "id": "b"}]', ["A", "B"]),
        ("a.jsonl", '{"facts": ["1 kg"], "product": "A"}\n\n{"facts": ["2 kg"], "product": "B"}\n', ["A", "B"]),
        ("all.json", '{"product": [{"name": "x", "body": {"product": "A"}}], "persona": []}', ["A"]),
    ],
)
def test_many_products_can_stand_in_a_file(name: str, text: str, products: list[str]) -> None:
    found = read_files([(name, text.encode())], EN)
    assert found.problems == []
    assert [work.product for _, work in found.products] == products


def test_files_of_other_encodings_and_none() -> None:
    found = read_files(
        [("a.yaml", "facts: [重量：1公斤]".encode("utf-16")), ("b.yaml", b"\xff\x00\x81"), ("c.json", b"")], EN
    )
    assert [work.source for _, work in found.products] == ["重量：1公斤"]
    assert [line.partition(":")[0] for line in found.problems] == ["b.yaml"]


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nfacts: [*b]\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("facts: []", "facts"),
        ("facts: [1 kg net]\nprice: 3", "price: Extra inputs"),
        ("facts: [1 kg net]\nchannel: billboard", "channel: expected one of"),
        ("facts: [1 kg net]\npersona: /etc/passwd.yaml", "expected a name"),
        ("facts: [1 kg net]\npersona: nobody-there", "nobody-there"),
        ("just a text", EN("products.no_product")),
        ("[" * 50_000, EN("products.no_form")),
        (BOMB, EN("products.no_form")),
        ('{"product": [{"body": {"source": 5}}]}', "source"),
        ('{"body": {"writen": 5}}', "writen"),
    ],
)
def test_what_is_no_product_is_told_with_its_file(text: str, said: str) -> None:
    found = read_files([("x.yaml", text.encode())], EN)
    assert found.products == []
    assert len(found.problems) == 1
    assert found.problems[0].startswith("x.yaml: ")
    assert said in found.problems[0]


def test_imports_are_bounded() -> None:
    many = json.dumps([{"facts": ["1 kg"]}] * (MOST_PRODUCTS + 5))
    found = read_files([("x.json", many.encode()), ("y.json", b" " * (MOST_BYTES + 1))], EN)
    assert len(found.products) == MOST_PRODUCTS
    assert found.problems == [
        EN("products.not_taken", file="x.json", why=EN("products.too_many", limit=MOST_PRODUCTS)),
        EN("products.not_taken", file="y.json", why=EN("products.too_large", limit="10 MB")),
    ]


def test_a_brief_s_house_style_is_left_aside_and_that_is_said() -> None:
    found = read_files([("x.yaml", b"facts: [1 kg net]\nstyle: {banned: [epic]}")], EN)
    assert found.styled
    assert len(found.products) == 1


HOSTILE = "<img src=x onerror=alert(1)> [a](http://b.example) ![c](http://d.example/e.png) \u202eevil"


def test_hostile_names_and_authors_are_text() -> None:
    with kept() as documents:
        documents.save("product", "h", {"source": HOSTILE}, name=HOSTILE, expected=0, by="<b>Bo</b>")
    page = press(press(products_page(), "product_menu_0"), "product_forget")
    seen = shown(page)
    assert "<img" not in seen
    assert "<b>Bo" not in seen
    assert "&lt;img src=x onerror=alert(1)&gt;" in seen
    assert "[U+202E]evil" in seen
    labels = [button.label for button in opened().button]
    assert not any("](http" in label for label in labels)


def test_what_another_yardstick_saved_is_shown_and_can_be_taken_along() -> None:
    with kept() as documents:
        documents.save("product", "n", {"source": "1 kg", "hologram": True}, name="From the future", expected=0)
    page = press(products_page(), "product_menu_0")
    assert EN("products.unreadable") in shown(page)
    press(page, "product_open_0")
    assert "cannot be read by this Yardstick" in shown(page)
    assert desk_of(page).work.is_empty


def test_a_new_session_goes_on_with_the_last_three() -> None:
    save("One", "Two", "Three", "Four")
    page = opened()
    assert [page.button(key=f"go_on_{place}").label for place in range(3)] == ["Four", "Three", "Two"]
    press(page, "go_on_1")
    assert desk_of(page).work.source.startswith("Three")
