"""`yardstick cache`: what a language model has answered and need not be asked again; how much, and clear it."""

from __future__ import annotations

import argparse
from datetime import timedelta

from assistant.errors import Exit, InputError
from assistant.store import StorePlace, find_place, open_store

# A hundred years.
_MOST_DAYS = 36_500


def run(args: argparse.Namespace) -> int:
    """Shows or clears; a store that was never made is empty, and stays unmade."""
    days = args.older_than
    if days is not None and args.action != "clear":
        raise InputError("cache show: --older-than goes with clear.")
    if days is not None and not 0 <= days <= _MOST_DAYS:
        raise InputError(f"--older-than: expected 0 to {_MOST_DAYS} days, got {days:g}.")
    place = find_place()
    if place.path is not None and not place.path.exists():
        print(f"{place}: no replies are kept yet")
    elif args.action == "show":
        print(_shown(place))
    else:
        with open_store(place) as store:
            count = store.replies.clear(None if days is None else timedelta(days=days))
        print(f"{place}: {_counted(count, 'reply', 'replies')} cleared")
    return Exit.FINE


def _shown(place: StorePlace) -> str:
    with open_store(place) as store:
        held = store.replies.summarize()
    if held.oldest is None or held.newest is None:
        return f"{place}: no replies are kept yet"
    lines = [
        str(place),
        f"  kept     {_counted(held.replies, 'reply', 'replies')}",
        f"  saved    {held.oldest:%Y-%m-%d %H:%M} to {held.newest:%Y-%m-%d %H:%M} UTC",
        f"  reused   {_counted(held.uses, 'time', 'times')}: {held.spared_tokens:,} tokens that were not paid for again",
    ]
    if place.path is not None:
        lines.append(f"  on disk  {place.path.stat().st_size / 1000:,.0f} kB")
    return "\n".join(lines)


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
