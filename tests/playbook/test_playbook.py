"""The playbook's files are what they say, and a team's folder stands in for them entry by entry."""

from __future__ import annotations

import importlib
import re
from datetime import date
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
import yaml

import assistant.playbook
from assistant.errors import DataFileError, InputError
from assistant.playbook import load_playbook
from assistant.playbook.entries import Angle
from assistant.playbook.files import PlaybookFiles, playbook_example, playbook_schema
from assistant.playbook.loading import DATA
from assistant.schema import LANGS
from assistant.schema.brief import Brief, Persona
from assistant.units import definitions, dimension

BOOK = load_playbook()
# What each of the method's ideas is called in a line of the package's docstring: id, places, what it is.
_LINE = re.compile(r"^    (M\d+) +(\S+(?:, \S+)*) {2,}\S.*$", re.MULTILINE)
TABLE = _LINE.findall(assistant.playbook.__doc__ or "")


def _folder(tmp_path: Path, **files: Any) -> Path:
    for name, document in files.items():
        text = document if isinstance(document, str) else yaml.safe_dump(document, allow_unicode=True)
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_every_idea_of_the_method_stands_in_the_table_once() -> None:
    assert [number for number, _ in TABLE] == [f"M{number}" for number in range(1, 19)]


@pytest.mark.parametrize("place", sorted({place for _, places in TABLE for place in places.split(", ")}))
def test_every_place_of_the_table_exists(place: str) -> None:
    first, _, rest = place.partition(".")
    if first in ("Persona", "Brief"):
        assert rest in (Persona if first == "Persona" else Brief).model_fields
    elif first == "angles":
        assert rest in get_args(Angle)
    elif (DATA / f"{place}.yaml").exists():
        assert _used(place)
    else:
        assert _resolved(place) is not None


def _used(name: str) -> bool:
    entries: dict[str, object] = getattr(BOOK, name)
    return bool(entries)


def _resolved(place: str) -> object:
    try:
        return importlib.import_module(place)
    except ModuleNotFoundError:
        module, _, name = place.rpartition(".")
        return getattr(importlib.import_module(module), name)


def test_a_topics_dimensions_are_dimensions_of_units() -> None:
    named = {entry.split()[0] for entry in definitions.DIMENSIONS.replace("\n", ";").split(";") if entry.strip()}
    named |= {dimension(unit) for unit in ("percent", "USD", "USD / kilowatt_hour", "newton * meter")}
    for name, topic in BOOK.topics.items():
        assert set(topic.dimensions) <= named, name


@pytest.mark.parametrize("name", BOOK.channels)
def test_a_channel_has_a_name_in_each_language_and_a_language_it_is_written_in(name: str) -> None:
    channel = BOOK.channels[name]
    assert set(channel.name) == set(LANGS)
    assert channel.langs
    for shape in channel.fields.values():
        assert shape.lines is None or 1 <= shape.lines[0] <= shape.lines[1]


@pytest.mark.parametrize("name", BOOK.channels)
def test_only_a_limit_that_was_read_somewhere_is_a_rule_of_the_place(name: str) -> None:
    for field, shape in BOOK.channels[name].fields.items():
        if shape.limit is None:
            continue
        assert shape.limit.source is not None or not shape.limit.hard, field
        if shape.limit.source is not None:
            assert shape.limit.source.url.startswith("https://"), field
            assert shape.limit.source.accessed <= date(2026, 11, 22), field


# Figures are given as characters, in thousands or in words; what the place calls 20 characters are 40 halves.
_SAME = {
    ("search_ad", "headlines"): "30",
    ("social", "post"): "280",
    ("sms", "message"): "160",
    ("push", "title"): "40",
    ("push", "body"): "100",
    ("wechat", "body"): "2万",
    ("xiaohongshu", "title"): "20",
    ("weibo", "post"): "140",
}


@pytest.mark.parametrize("name", BOOK.channels)
def test_the_figure_that_was_read_is_the_limit(name: str) -> None:
    for field, shape in BOOK.channels[name].fields.items():
        if shape.limit is not None and shape.limit.source is not None:
            said = shape.limit.source.figure.replace(",", "")
            assert _SAME.get((name, field), str(shape.limit.most)) in said, field


@pytest.mark.parametrize("name", ["channels", "topics", "stages", "lifecycles", "motives", "purposes"])
def test_our_own_files_fit_the_schema_that_a_team_is_given(name: str) -> None:
    document = yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))
    checked = PlaybookFiles.model_validate({name: document})
    assert set(getattr(checked, name)) == set(document)


def test_the_example_fits_its_schema_and_loads_as_a_folder(tmp_path: Path) -> None:
    example = playbook_example()
    jsonschema.Draft202012Validator(playbook_schema()).validate(example)
    book = load_playbook(_folder(tmp_path, **example))
    assert "shelf_label" in book.channels
    assert book.topic_of("Pour-over: 3 minutes", ("time",), "en") == "pour"


def test_a_teams_entry_stands_in_for_ours_and_leaves_the_others(tmp_path: Path) -> None:
    shorter = {"name": {"en": "mail"}, "fields": {"subject": {"role": "headline", "limit": {"most": 30}}}}
    book = load_playbook(_folder(tmp_path, channels={"email": shorter}))
    assert set(book.channels) == set(BOOK.channels)
    assert list(book.channel("email").fields) == ["subject"]
    assert book.channel("social") == BOOK.channel("social")
    assert book.topics == BOOK.topics
    assert "subject" in BOOK.channel("email").fields
    assert "body" in BOOK.channel("email").fields


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"channels": {"leaflet": {"name": {"en": "leaflet"}}}}, "channels.yaml: leaflet.fields: Field required"),
        (
            {"channels": {"leaflet": {"name": {"en": "leaflet"}, "fields": {"a": {"role": "poem"}}}}},
            "channels.yaml: leaflet.fields.a.role: Input should be 'heading'",
        ),
        (
            {"channels": {"x": {"name": {"en": "x"}, "fields": {"a": {"role": "line", "limit": {"most": 0}}}}}},
            "channels.yaml: x.fields.a.limit.most: Input should be greater than or equal to 1",
        ),
        ({"topics": {"pour": {"gains": ["practical"], "word": {}}}}, "topics.yaml: pour.word: Extra inputs"),
        ({"stages": {"need": {"note": "n", "gains": {"love": 1}}}}, "stages.yaml: need.gains.love"),
        ({"motives": "- a list"}, "motives.yaml: expected entries by id"),
        ({"motives": "a: [b"}, "motives.yaml: is not YAML in UTF-8"),
    ],
)
def test_a_faulty_file_is_named_with_entry_and_key(tmp_path: Path, files: dict[str, Any], said: str) -> None:
    with pytest.raises(DataFileError) as caught:
        load_playbook(_folder(tmp_path, **files))
    assert said in str(caught.value)


def test_a_folder_without_any_of_the_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds none of channels.yaml"):
        load_playbook(tmp_path)
    with pytest.raises(InputError, match="expected a folder"):
        load_playbook(tmp_path / "nowhere")


def test_a_channel_that_is_not_there_is_answered_with_the_nearest() -> None:
    with pytest.raises(InputError, match=r"Did you mean taobao\?"):
        BOOK.channel("taobo")


def test_several_channels_are_one_with_the_fields_of_all() -> None:
    both = BOOK.channel(("sms", "email"))
    assert list(both.fields) == ["sms.message", "email.subject", "email.preheader", "email.body"]
    assert both.fields["email.body"] == BOOK.channel("email").fields["body"]
    assert "product_page.specifications" not in BOOK.channel(("email", "product_page")).written
    assert BOOK.channel(("email", "taobao")).langs == ("zh-Hans",)


def test_of_several_channels_the_unknown_one_is_named() -> None:
    with pytest.raises(InputError, match="got 'taobo'. Did you mean taobao"):
        BOOK.channel(("email", "taobo"))
