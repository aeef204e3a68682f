"""The versions of a product: what each changed, its label, the way back to it; and what is said where saving stands still."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.schema import LANGS, Lang
from assistant.schema.work import Work
from assistant.store import find_place, open_store
from assistant.store.documents import Documents
from assistant.store.tables import VERSION_TABLE
from assistant.ui.stores import is_store_refused
from assistant.ui.times import say_when
from assistant.ui.versions.difference import diff_lines, facts_of, find_difference
from assistant.ui.versions.shown import render_difference, say_difference
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


def press(page: AppTest, key: str) -> AppTest:
    page.button(key=key).click().run()
    assert not page.exception
    return page


def save(*sources: str, id: str = "p", by: str = "Ada") -> None:
    """Versions of one product, one for each source, asked for."""
    with kept() as documents:
        for number, source in enumerate(sources):
            documents.save("product", id, {"source": source}, name="Packlight", expected=number, by=by)


def versions_page(lang: Lang = "en", id: str = "p") -> AppTest:
    return go(opened(lang, product=id), "products")


def history(id: str = "p") -> list[tuple[int, bool, str]]:
    with kept() as documents:
        return [(one.version, one.auto, one.label) for one in documents.history("product", id)]


@pytest.mark.parametrize("lang", LANGS)
def test_each_version_says_what_it_changed(lang: Lang) -> None:
    save("Weight: 348 g", "Weight: 350 g\nHeight: 12 cm", "Height: 12 cm")
    words, seen = load_words(lang), shown(versions_page(lang))
    assert words("versions.first") in seen
    assert words("versions.changed", count=1) in seen
    assert words("versions.added", count=1) in seen
    assert words("versions.removed", count=1) in seen
    assert words("versions.by", who="Ada") in seen
    assert seen.index(words("versions.version", number=3)) < seen.index(words("versions.version", number=1))


def test_versions_are_reached_from_the_line_above_the_desk() -> None:
    page = with_facts("Weight: 348 g")
    press(enter(page, "product", "Packlight"), "versions")
    assert EN("versions.heading", name="Packlight") in shown(page)
    assert EN("versions.newest") in shown(page)
    press(page, "versions_back")
    assert not page.button(key="product_open_0").disabled


def test_an_earlier_version_is_read_beside_what_is_there_now() -> None:
    save("Weight: 348 g\nHeight: 12 cm", "Weight: 350 g\nHeight: 12 cm")
    page = press(versions_page(), "version_look_1")
    seen = shown(page)
    assert EN("versions.since") in seen
    assert "<del>348</del>" in seen or "<del>348 g</del>" in seen
    assert '<li lang="en">Height: 12 cm</li>' in seen
    press(page, "version_look_1")
    assert EN("versions.since") not in shown(page)


def test_going_back_is_a_step_that_undo_takes_back_and_nothing_is_lost() -> None:
    page = enter(with_facts("Weight: 348 g"), "source", "Weight: 350 g")
    id = desk_of(page).id
    with kept() as documents:
        documents.keep("product", id, desk_of(page).version, "")
        documents.save("product", id, {"source": "Weight: 351 g"}, name="x", expected=desk_of(page).version)
    page = go(opened("en", product=id), "products")
    first = min(version for version, _, _ in history(id))
    press(press(page, f"version_look_{first}"), "version_restore")
    assert desk_of(page).work.source == "Weight: 350 g"
    assert EN("versions.restored", version=first) in shown(page)
    press(page, "products_undo")
    assert desk_of(page).work.source == "Weight: 351 g"
    with kept() as documents:
        newest = documents.load("product", id)
    assert newest is not None
    assert newest.body["source"] == "Weight: 351 g"
    assert len(history(id)) >= 4


def test_going_back_is_undone_on_the_write_page_too() -> None:
    save("Weight: 348 g", "Weight: 350 g")
    page = press(press(versions_page(), "version_look_1"), "version_restore")
    page = press(press(page, "versions_open"), "undo")
    assert desk_of(page).work.source == "Weight: 350 g"


def label(page: AppTest, id: str, version: int, text: str, before: str = "") -> AppTest:
    page.session_state["version_label"] = {
        "said": {"of": f"{id}.{version}.{before}", "serial": 0, "count": 1, "text": text}
    }
    page.run()
    return press(page, "version_put_label")


def test_the_version_on_the_desk_can_be_labelled_and_outlives_what_is_typed_next() -> None:
    page = with_facts("Weight: 348 g")
    id, version = desk_of(page).id, desk_of(page).version
    page = press(press(page, "versions"), f"version_look_{version}")
    label(page, id, version, "  Sent to the\nclient ")
    assert history(id) == [(version, False, "Sent to the client")]
    enter(go(page, "write"), "source", "Weight: 350 g")
    assert desk_of(page).outdated is None
    assert history(id)[-1] == (version, False, "Sent to the client")
    assert len(history(id)) == 2


def test_a_label_is_shown_as_text_and_can_be_taken_away() -> None:
    save("Weight: 348 g", "Weight: 350 g")
    page = label(press(versions_page(), "version_look_1"), "p", 1, "<img src=x>")
    assert "&lt;img src=x&gt;" in shown(page)
    assert "<img" not in shown(page)
    label(page, "p", 1, "", before="<img src=x>")
    assert EN("versions.unlabelled") in shown(page)
    assert history()[-1] == (1, False, "")


def test_of_a_deleted_product_a_version_can_be_brought_back() -> None:
    save("Weight: 348 g", "Weight: 350 g")
    with kept() as documents:
        documents.delete("product", "p", 2)
    page = versions_page()
    assert EN("versions.deleted") in shown(page)
    press(press(page, "version_look_1"), "version_restore")
    with kept() as documents:
        found = documents.load("product", "p")
    assert found is not None
    assert found.body["source"] == "Weight: 348 g"


def test_many_versions_are_turned_page_by_page() -> None:
    save(*(f"Weight: {number} g" for number in range(1, 26)))
    page = versions_page()
    assert EN("versions.here", first=1, last=20, count=25) in shown(page)
    press(page, "versions_older")
    assert EN("versions.first") in shown(page)
    assert page.button(key="versions_older").disabled


def test_a_product_that_never_was_says_so() -> None:
    assert EN("versions.none") in shown(versions_page(id="<b>nobody"))


def test_a_draft_and_its_edits_are_told_apart() -> None:
    page = with_facts("Weight: 348 g")
    bare = desk_of(page).work
    press(page, "write")
    drafted = desk_of(page).work
    assert find_difference(bare, drafted, "en").draft == "written"
    assert drafted.written is not None
    written = drafted.written.model_dump() | {"edits": {1: {"texts": {"headline": "Light as a <b>basketball</b>."}}}}
    edited = Work.model_validate({**dict(drafted), "written": written})
    found = find_difference(drafted, edited, "en")
    assert [(one.variant, one.field) for one in found.texts] == [(1, "headline")]
    assert say_difference(found, EN) == "Draft edited: Headline"
    drawn = render_difference(found, drafted, edited, "en", EN, ("Then", "Now"))
    assert "&lt;b&gt;" in drawn
    assert "<b>basketball" not in drawn
    press(page, "write")
    assert find_difference(drafted, desk_of(page).work, "en").draft == "anew"


def test_what_was_chosen_is_named_as_the_form_names_it() -> None:
    before = Work(source="Weight: 348 g", persona="us-student")
    after = before.model_copy(update={"persona": None, "market": "uk", "tone": "dry", "lang": "zh-Hant"})
    found = find_difference(before, after, "en")
    assert say_difference(found, EN) == "Who it is for · Market · Language of the copy · Other choices"
    drawn = render_difference(found, before, after, "en", EN, ("Then", "Now"))
    for said in ("Nobody in particular", "United Kingdom", "繁體中文", "Other choices"):
        assert said in drawn


def test_nothing_differs_between_the_same() -> None:
    work = Work(source="Weight: 348 g")
    assert find_difference(work, work, "en").is_empty
    assert say_difference(find_difference(work, work, "en"), EN) == EN("versions.same")


def test_facts_are_compared_line_by_line() -> None:
    found = list(diff_lines(["Weight: 348 g", "Red"], ["Weight: 350 g", "It folds in two seconds"], "en"))
    assert [(one.kind, one.before, one.after) for one in found] == [
        ("changed", "Weight: 348 g", "Weight: 350 g"),
        ("removed", "Red", ""),
        ("added", "", "It folds in two seconds"),
    ]
    left = Work.model_validate({"source": "x", "facts": [{"text": "1 kg"}, {"text": "2 kg", "use": False}]})
    assert facts_of(left) == ["1 kg"]


def test_of_a_conflict_it_is_shown_what_differs_before_anybody_chooses() -> None:
    page = with_facts("Weight: 348 g")
    here = desk_of(page)
    with kept() as documents:
        documents.save("product", here.id, {"source": "Weight: 349 g"}, name="x", expected=here.version, by="<i>Bo")
    seen = shown(enter(page, "source", "Weight: 350 g"))
    assert "&lt;i&gt;Bo" in seen
    assert EN("kept.head_mine") in seen
    assert EN("kept.head_theirs") in seen
    assert "350" in seen
    assert "349" in seen
    press(page, "theirs")
    assert desk_of(page).work.source == "Weight: 349 g"


def test_what_is_saved_says_when() -> None:
    page = with_facts("Weight: 348 g")
    at = desk_of(page).saved_at
    assert at is not None
    assert EN("kept.saved") in shown(page)
    assert f"{at:%-I:%M %p} UTC" in shown(page)


@pytest.mark.parametrize(
    ("lang", "ago", "said"),
    [
        ("en", timedelta(hours=1), "today, 3:20\u202fPM UTC"),
        ("zh-Hans", timedelta(days=1), "昨天16:20 UTC"),
        ("zh-Hant", timedelta(days=10), "11月12日 下午4:20 UTC"),
        ("en", timedelta(days=400), "Oct 18, 2025, 4:20\u202fPM UTC"),
    ],
)
def test_a_moment_is_said_as_its_reader_would(lang: Lang, ago: timedelta, said: str) -> None:
    now = datetime(2026, 11, 22, 16, 20, tzinfo=UTC)
    assert say_when(now - ago, load_words(lang), now) == said.replace("\u202f", " ")


def test_where_nothing_can_be_kept_it_is_said_once_and_the_work_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("YARDSTICK_DATA", str(tmp_path / "file" / "data"))
    page = with_facts("Weight: 348 g")
    assert EN("kept.unusable") in shown(page)
    assert shown(page).count("cannot be used (") == 1
    press(page, "store_go_on")
    assert EN("kept.unusable") not in shown(page)
    assert EN("kept.unkept") in shown(page)
    press(page, "write")
    assert "ys-sheet" in shown(page)
    press(page, "new")
    assert desk_of(page).work.is_empty
    press(page, "undo")
    assert desk_of(page).work.source == "Weight: 348 g"
    assert EN("products.unusable") in shown(go(page, "products"))


def test_a_store_that_can_be_used_again_takes_what_was_written_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").write_text("no folder")
    monkeypatch.setenv("YARDSTICK_DATA", str(tmp_path / "data"))
    page = with_facts("Weight: 348 g")
    (tmp_path / "data").unlink()
    press(page, "store_again")
    assert EN("kept.saved") in shown(page)
    with kept() as documents:
        assert [row.name for row in documents.list("product")] == ["Weight: 348 g"]


def test_a_store_of_a_newer_program_is_left_alone_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store():
        pass
    place = find_place()
    assert place.path is not None
    with closing(sqlite3.connect(place.path)) as connection:
        connection.execute(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
        connection.commit()
    before = place.path.read_bytes()
    page = opened("en", work="whatever")
    assert EN("kept.not_opened") in shown(page)
    assert "made by a newer Yardstick" in shown(page)
    enter(page, "source", "Weight: 348 g")
    assert EN("kept.unusable") in shown(page)
    assert "348 g" in shown(page)
    assert place.path.read_bytes() == before


def test_a_store_that_does_not_open_is_not_asked_at_every_drawing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").write_text("no folder")
    monkeypatch.setenv("YARDSTICK_DATA", str(tmp_path / "data"))
    page = with_facts("Weight: 348 g")
    (tmp_path / "data").unlink()
    page.run()
    assert is_store_refused()
    assert not (tmp_path / "data").exists()
