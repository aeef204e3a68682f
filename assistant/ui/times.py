"""When something was, as its reader would say it: in the zone and the locale of their browser."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import streamlit as st

from assistant.schema import Lang
from assistant.ui.words import Words

if TYPE_CHECKING:
    from babel import Locale

# No place on earth is further from UTC.
_FURTHEST = timedelta(hours=15)


def say_time(at: datetime, words: Words) -> str:
    """The time of day of a moment of today, "16:20"; of another day that day with it."""
    zone = reader_zone()
    if at.astimezone(zone).date() != datetime.now(zone).date():
        return say_when(at, words)
    return _time(at.astimezone(zone), reader_locale(words.lang, st.context.locale))


def say_when(at: datetime, words: Words, now: datetime | None = None) -> str:
    """Day and time of a moment that has its zone: "today, 16:20", "12 Nov, 16:20", "12 Nov 2025, 16:20"."""
    from babel.dates import format_skeleton

    zone, locale = reader_zone(), reader_locale(words.lang, st.context.locale)
    here, today = at.astimezone(zone), (now or datetime.now(UTC)).astimezone(zone).date()
    if here.date() == today:
        return words("when.today", time=_time(here, locale))
    if here.date() == today - timedelta(days=1):
        return words("when.yesterday", time=_time(here, locale))
    skeleton = "MMMd" if here.year == today.year else "yMMMd"
    day = str(format_skeleton(skeleton, here, locale=locale))
    return (", " if words.lang == "en" else " ").join((day, _time(here, locale)))


def reader_zone() -> tzinfo:
    """The zone that the browser says it is in; UTC where it says none that there is."""
    return find_zone(st.context.timezone, st.context.timezone_offset)


def find_zone(name: object, offset: object) -> tzinfo:
    """The zone of that name, else the one so many minutes west of UTC, else UTC. Both come from a browser.

    >>> str(find_zone("Asia/Taipei", None)), str(find_zone("../../etc/passwd", -480)), str(find_zone(None, 1e9))
    ('Asia/Taipei', 'UTC+08:00', 'UTC')
    """
    if isinstance(name, str) and name:
        try:
            return ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            # Not one that this machine knows.
            pass
    if isinstance(offset, int | float) and abs(offset) < _FURTHEST.total_seconds() / 60:
        return timezone(-timedelta(minutes=offset))
    return UTC


def reader_locale(lang: Lang, browser: str | None) -> Locale:
    """The locale to write dates in: the browser's own where it is one of the language of the page.

    >>> [str(reader_locale("en", one)) for one in ("en-GB", "de-DE", "en-<b>", None)]
    ['en_GB', 'en_US', 'en_US', 'en_US']
    """
    return _locale(lang, (browser or "")[:20])


@cache
def _usual(lang: Lang) -> Locale:
    from babel import Locale

    return Locale.parse({"en": "en_US", "zh-Hans": "zh_Hans_CN", "zh-Hant": "zh_Hant_TW"}[lang])


def _locale(lang: Lang, browser: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    usual = _usual(lang)
    if lang != "en" or not browser.startswith("en"):
        # Of Chinese the page has two, whatever else a browser may ask for.
        return usual
    try:
        return Locale.parse(browser.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return usual


def _time(at: datetime, locale: Locale) -> str:
    from babel.dates import format_time

    # Babel parts hour and half of the day by a narrow blank, which some fonts don't have.
    said = str(format_time(at, "short", locale=locale)).replace("\u202f", " ")
    # Nobody need ask whose time it is, unless nobody could tell.
    return f"{said} UTC" if at.tzinfo is UTC else said
