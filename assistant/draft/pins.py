"""What a person has pinned, held against what was written: it stands in the text, or a notice says why it does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from assistant.plan import Reading
from assistant.references import Book
from assistant.schema import Comparison, Diagnostic, Lang, LedgerEntry, Plan, Variant
from assistant.schema.choices import Choice, references_in
from assistant.schema.orders import ORDER

RULE = "pin-missing"

_NOTICE: dict[str, dict[Lang, str]] = {
    "gone": {
        "en": "Pinned, but the fact is not among the facts any more: “{fact}” with {thing}.",
        "zh-Hans": "钉选的比较没有用上，因为事实里已经没有“{fact}”这一条：{thing}。",
        "zh-Hant": "釘選的比較沒有用上，因為事實裡已經沒有「{fact}」這一條：{thing}。",
    },
    "unfit": {
        "en": "Pinned, but it fits the figure no longer: “{fact}” with {thing}. Choose another comparison.",
        "zh-Hans": "钉选的比较与数值已经对不上：“{fact}”与{thing}。请另选一个比较。",
        "zh-Hant": "釘選的比較與數值已經對不上：「{fact}」與{thing}。請另選一個比較。",
    },
    "untold": {
        "en": "Pinned, but the fact cannot be stated (praise, or an order to a machine): “{fact}”.",
        "zh-Hans": "钉选的比较没有用上，因为这条事实是自夸或指令，不能写进文案：“{fact}”。",
        "zh-Hant": "釘選的比較沒有用上，因為這條事實是自誇或指令，不能寫進文案：「{fact}」。",
    },
    "unsaid": {
        "en": "Pinned, but not in the text{where}: “{fact}” with {thing}. The text has no place for it that passes the checks.",
        "zh-Hans": "钉选的比较没有写进{where}文案：“{fact}”与{thing}。没有找到能通过检查的写法。",
        "zh-Hant": "釘選的比較沒有寫進{where}文案：「{fact}」與{thing}。沒有找到能通過檢查的寫法。",
    },
}
_WHERE: dict[Lang, str] = {"en": " of version {number}", "zh-Hans": "第{number}版", "zh-Hant": "第{number}版"}
_MISSING: dict[Lang, str] = {
    "en": "The seller wants {id} in the text: “{form}” beside “{figure}”. It is missing.",
    "zh-Hans": "卖家要求文案里用上{id}：在“{figure}”旁边写“{form}”。现在没有。",
    "zh-Hant": "賣家要求文案裡用上{id}：在「{figure}」旁邊寫「{form}」。現在沒有。",
}


def find_missing(plan: Plan, ledger: Iterable[LedgerEntry], lang: Lang) -> list[Diagnostic]:
    """A finding of no place for each pinned comparison that a draft's ledger does not have; for whoever writes it again."""
    entries = tuple(ledger)
    return [
        Diagnostic(RULE, "error", 0, 0, _MISSING[lang].format(id=one.id, form=one.text, figure=one.quantity.text))
        for one in plan.comparisons
        if one.id in plan.pinned and not _is_used(one, entries)
    ]


def tell_pins(
    choices: Sequence[Choice], reading: Reading, plan: Plan, variants: Sequence[Variant], book: Book, lang: Lang
) -> tuple[str, ...]:
    """A line for everything that was pinned and is not in the text, with the reason; empty where all is.

    `plan` is the one that was offered to the writer.
    """
    return tuple(dict.fromkeys(_lines(choices, reading, plan, variants, book, lang)))


def _lines(
    choices: Sequence[Choice], reading: Reading, plan: Plan, variants: Sequence[Variant], book: Book, lang: Lang
) -> Iterator[str]:
    views = {view.fact.text: view for view in reading.views}
    offered = {one.id.rpartition("-")[0]: one for one in plan.comparisons if one.id in plan.pinned}
    for choice in choices:
        if not choice.pinned or not choice.fact:
            continue
        view = views.get(choice.fact)
        said = {"fact": choice.fact, "thing": _thing(choice.pinned, book, lang)}
        if view is None:
            yield _NOTICE["gone"][lang].format(**said)
        elif view.praise or ORDER.search(view.fact.text):
            yield _NOTICE["untold"][lang].format(**said)
        elif view.pinned is None:
            yield _NOTICE["unfit"][lang].format(**said)
        else:
            yield from _unsaid(offered.get(view.fact.id, view.pinned), variants, said, lang)


def _unsaid(wanted: Comparison, variants: Sequence[Variant], said: Mapping[str, str], lang: Lang) -> Iterator[str]:
    for number, variant in enumerate(variants, 1):
        if not _is_used(wanted, variant.ledger):
            where = _WHERE[lang].format(number=number) if len(variants) > 1 else ""
            yield _NOTICE["unsaid"][lang].format(where=where, **said)


def _is_used(wanted: Comparison, ledger: Iterable[LedgerEntry]) -> bool:
    return any(entry.kind in ("comparison", "derived") and entry.proof == wanted.working for entry in ledger)


def _thing(key: str, book: Book, lang: Lang) -> str:
    """What is pinned, by the names of its references; its key where the book has none of them any more."""
    known = [book.by_id[one].names for one in references_in(key) if one in book.by_id]
    names = [(said.get(lang) or next(iter(said.values()))).name for said in known]
    return (", " if lang == "en" else "、").join(names) or key
