"""What is remembered of a server: the way to ask it, and neither its address nor its model."""

from __future__ import annotations

import pytest

from assistant.errors import InputError
from assistant.store import StorePlace, open_store
from assistant.store.opening import Store

URL = "https://models.example/v1"


def test_what_is_saved_is_found_after_opening_again(place: StorePlace) -> None:
    with open_store(place) as store:
        store.profiles.save(URL, "m", "tool", "bare")
    with open_store(place) as store:
        assert store.profiles.find(URL, "m") == ("tool", "bare")


@pytest.mark.parametrize(
    ("base_url", "model"), [(URL + "/x", "m"), ("https://other.example/v1", "m"), (URL, "n"), (URL + ":81", "m")]
)
def test_another_host_path_or_model_is_another_server(store: Store, base_url: str, model: str) -> None:
    store.profiles.save(URL, "m", "tool", "bare")
    assert store.profiles.find(base_url, model) is None


def test_the_later_of_two_is_kept(store: Store) -> None:
    store.profiles.save(URL, "m", "tool", "bare")
    store.profiles.save(URL, "m", "plain", "none")
    assert store.profiles.find(URL, "m") == ("plain", "none")


def test_what_is_forgotten_is_gone_and_forgetting_again_is_fine(store: Store) -> None:
    store.profiles.save(URL, "m", "tool", "bare")
    store.profiles.save(URL, "n", "tool", "bare")
    for _ in range(2):
        store.profiles.forget(URL, "m")
    assert (store.profiles.find(URL, "m"), store.profiles.find(URL, "n")) == (None, ("tool", "bare"))


def test_an_address_without_a_host_is_a_mistake(store: Store) -> None:
    with pytest.raises(InputError, match="has no host"):
        store.profiles.find("/v1", "m")


def test_no_part_of_an_address_reaches_the_disk(file: StorePlace) -> None:
    assert file.path
    with open_store(file) as store:
        store.profiles.save("https://me:sk-secret@host.example/sk-secret/v1", "model-name", "json_object", "usage")
        assert store.profiles.find("https://host.example/sk-secret/v1", "model-name") == ("json_object", "usage")
        kept = b"".join(path.read_bytes() for path in file.path.parent.iterdir())
    assert b"json_object" in kept
    assert not any(word in kept for word in (b"sk-secret", b"host.example", b"model-name"))
