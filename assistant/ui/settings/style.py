"""House style, for every text that is written or checked here."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from assistant.errors import InputError
from assistant.schema.brief import Style
from assistant.ui.form import topic_ids
from assistant.ui.page import alert, hint, section
from assistant.ui.preferences import prefer, preferences
from assistant.ui.typed import typed
from assistant.ui.words import Words

CHARS = 20_000
_SPELLINGS: tuple[str, ...] = get_args(Style.model_fields["spelling"].annotation)


def show_style(words: Words) -> None:
    """Draws the section; what cannot be taken is said beside it, and what was there before stays."""
    section(words("settings.style"), words("settings.style_note"))
    kept = preferences()
    left, right = st.columns(2, gap="large")
    with left:
        terms = _typed("terms", _joined(kept.style.terms), words)
        banned = _typed("banned", "\n".join(kept.style.banned), words)
        units = _typed("units", _joined(kept.style.units), words)
    with right:
        names = _typed("names", "\n".join(kept.names), words)
        topics = sorted({*topic_ids(words), *kept.avoid}, key=lambda topic: words.name("topic", topic))
        avoid = st.multiselect(
            words("settings.avoid"),
            topics,
            list(kept.avoid),
            key="settings_avoid",
            format_func=lambda topic: words.name("topic", topic),
            placeholder=words("persona.knows_none"),
        )
        hint(words("settings.avoid_hint"))
        spelling = st.selectbox(
            words("settings.spelling"),
            _SPELLINGS,
            index=_SPELLINGS.index(kept.style.spelling),
            key="settings_spelling",
            format_func=lambda key: words.name("spelling", key or "market"),
            filter_mode=None,
        )
        hint(words("settings.spelling_hint"))
    try:
        style = {
            "terms": _pairs(terms, words),
            "banned": _lines(banned),
            "units": _pairs(units, words),
            "spelling": spelling if spelling in _SPELLINGS else "",
        }
        fields = {"style": style, "names": _lines(names), "avoid": list(avoid)}
        if fields != {"style": kept.style.model_dump() | {"banned": list(kept.style.banned)}, **_kept_lists()}:
            prefer(**fields)
    except InputError as error:
        alert(str(error), "bad")


def _kept_lists() -> dict[str, list[str]]:
    return {"names": list(preferences().names), "avoid": list(preferences().avoid)}


def _typed(field: str, value: str, words: Words) -> str:
    return typed(
        words(f"settings.{field}"),
        value,
        words,
        key=f"settings_{field}",
        of=f"settings.{field}",
        rows=4,
        most=CHARS,
        placeholder=words(f"settings.{field}_example"),
        hint=words(f"settings.{field}_hint"),
    )


def _joined(pairs: dict[str, str]) -> str:
    return "\n".join(f"{one} = {other}" for one, other in pairs.items())


def _lines(text: str) -> list[str]:
    return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def _pairs(text: str, words: Words) -> dict[str, str]:
    """Lines like "wifi = Wi-Fi". Raises `InputError` that quotes a line of another form."""
    found: dict[str, str] = {}
    for line in _lines(text):
        one, equals, other = line.partition("=" if "=" in line else "＝")
        if not (equals and one.strip() and other.strip()):
            raise InputError(words("settings.no_pair", line=line[:60]))
        found[one.strip()] = other.strip()
    return found
