"""`yardstick compare`: one quantity, what may stand beside it, and why."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from assistant.beside import find_pair, rank_in, rank_pair
from assistant.cli.reading import answer_lines, pick_lang, pick_market, print_json, text_of
from assistant.comparisons import Audience, Ranking
from assistant.comparisons.rows import ranking_document
from assistant.errors import Exit, InputError
from assistant.quantities import find_quantities
from assistant.references import Book, load_book
from assistant.schema import Lang, Market, Quantity
from assistant.schema.language import guess_lang

_UNREAD: dict[Lang, str] = {
    "en": 'No quantity was recognised. Write a number with its unit, such as "620 g".',
    "zh-Hans": "没有认出数值。请写数字加单位，例如“620克”。",
    "zh-Hant": "沒有認出數值。請寫數字加單位，例如「620公克」。",
}


def _audience(lang: Lang, market: Market | None, persona: str | None) -> Audience:
    if persona is None:
        return Audience(lang, market)
    # Personas are validated by pydantic, which a plain comparison never needs.
    from assistant.personas import get_persona

    known = get_persona(persona, lang, market)
    return Audience(lang, market or known.market, frozenset(topic.lower() for topic in known.knows_by_feel))


def _ranked(text: str, audience: Audience, book: Book) -> tuple[Quantity | None, Ranking]:
    """The ranking of the first quantity in the text that has a unit; of an old figure and a new one, of the new one."""
    found = find_quantities(text, audience.lang, audience.market)
    pair = find_pair(text, found, audience.lang)
    if pair is not None:
        return pair.new, rank_pair(pair, book, audience)
    quantity = next((q for q in found if q.dimension not in ("count", "ratio")), next(iter(found), None))
    if quantity is None:
        return None, Ranking((), (), _UNREAD[audience.lang])
    return quantity, rank_in(text, quantity, book, audience)


def run(args: argparse.Namespace) -> int:
    """Prints a table that teaches, a document, or JSON lines; silence is exit status 0 with its reason."""
    book = load_book([Path(path) for path in args.references])
    if args.jsonl:
        for _ in answer_lines(lambda row: _answer(row, args, book)):
            pass
        return Exit.FINE
    if not args.text or not args.text.strip():
        raise InputError('compare: expected a quantity in quotes. Try: yardstick compare "6000 m/s"')
    lang = args.lang or guess_lang(args.text)
    audience = _audience(lang, args.market, args.persona)
    quantity, ranking = _ranked(args.text, audience, book)
    if args.chart:
        _write_chart(Path(args.chart), ranking, lang)
    if args.json:
        print_json(ranking_document(quantity, ranking, lang))
    else:
        from assistant.cli.tables import comparison_table

        print(comparison_table(quantity, ranking, lang))
    return Exit.FINE


def _answer(row: dict[str, Any], args: argparse.Namespace, book: Book) -> dict[str, Any]:
    text = text_of(row)
    lang = pick_lang(row, args.lang, text)
    persona = row.get("persona") or args.persona
    if persona is not None and not isinstance(persona, str):
        raise InputError("persona: expected the id of a persona")
    audience = _audience(lang, pick_market(row, args.market), persona)
    quantity, ranking = _ranked(text, audience, book)
    return ranking_document(quantity, ranking, lang)


def compare_document(text: str, lang: Lang, market: Market | None = None) -> dict[str, Any]:
    """The answer to `yardstick compare --json` with the shipped references and no persona."""
    quantity, ranking = _ranked(text, Audience(lang, market), load_book())
    return ranking_document(quantity, ranking, lang)


def _write_chart(path: Path, ranking: Ranking, lang: Lang) -> None:
    """The ladder as a picture, else the best comparison that has two sizes to draw."""
    from assistant.comparisons.chart import render_ladder
    from assistant.comparisons.picture import drawable, render_beside

    best = drawable(ranking.comparisons)
    if not ranking.ladder and best is None:
        raise InputError(f"--chart: {path} was not written: nothing here has two sizes to draw. Leave --chart out.")
    drawn = render_ladder(ranking.ladder, lang) if ranking.ladder or best is None else render_beside(best, lang)
    try:
        path.write_text(drawn, encoding="utf-8")
    except OSError as error:
        raise InputError(f"--chart: {path} cannot be written ({error.strerror}). Choose another place.") from None
