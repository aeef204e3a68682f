"""What `yardstick compare` prints for people."""

from __future__ import annotations

from assistant.cli.columns import table
from assistant.comparisons import Ranking
from assistant.comparisons.wording import rung_value
from assistant.schema import Comparison, Lang, Quantity

_HEADS: dict[Lang, tuple[str, str, str, str]] = {
    "en": ("score", "kind", "comparison", "working"),
    "zh-Hans": ("得分", "类型", "比较", "算式"),
    "zh-Hant": ("得分", "類型", "比較", "算式"),
}
_KINDS: dict[Lang, dict[str, str]] = {
    "en": {},
    "zh-Hans": {
        "equal": "相当", "multiple": "倍数", "share": "几分之几", "ladder": "阶梯", "count": "个数",
        "duration": "时长", "anchor": "参照", "cost": "花费", "difference": "差别",
    },
    "zh-Hant": {
        "equal": "相當", "multiple": "倍數", "share": "幾分之幾", "ladder": "階梯", "count": "個數",
        "duration": "時長", "anchor": "參照", "cost": "花費", "difference": "差別",
    },
}  # fmt: skip
_LADDER: dict[Lang, str] = {"en": "Ladder", "zh-Hans": "阶梯", "zh-Hant": "階梯"}
_ASSUMED: dict[Lang, str] = {"en": "Assumptions", "zh-Hans": "前提", "zh-Hant": "前提"}
_SOURCES: dict[Lang, str] = {"en": "Sources", "zh-Hans": "来源", "zh-Hant": "來源"}
_READ: dict[Lang, str] = {"en": "read", "zh-Hans": "查阅于", "zh-Hant": "查閱於"}


def _row(comparison: Comparison, lang: Lang) -> tuple[str, str, str, str]:
    kind = _KINDS[lang].get(comparison.kind, comparison.kind)
    return (f"{comparison.score:.2f}", kind, comparison.text, comparison.working)


def comparison_table(quantity: Quantity | None, ranking: Ranking, lang: Lang) -> str:
    """A ranking for people: comparisons with their arithmetic, the ladder, the sources; or the reason for silence."""
    head = f"{quantity.text}  [{quantity.dimension}, {quantity.unit}]" if quantity else ""
    if not ranking.comparisons:
        return "\n".join(filter(None, [head, ranking.reason or ""]))
    rows = [_row(comparison, lang) for comparison in ranking.comparisons if comparison.kind != "ladder"]
    parts = [head, "", table([_HEADS[lang], *rows])]
    if ranking.ladder:
        unit = ranking.ladder[-1].unit
        steps = [
            (
                rung_value(rung, unit, lang),
                f"×{float(rung.step):.3g}" if rung.step else "",
                rung.name if rung.reference else "◀",
            )
            for rung in reversed(ranking.ladder)
        ]
        parts += ["", table([(_LADDER[lang], "", ""), *steps])]
    assumed = dict.fromkeys(one for comparison in ranking.comparisons for one in comparison.assumptions)
    if assumed:
        parts += ["", f"{_ASSUMED[lang]}:", *(f"  {one}" for one in assumed)]
    sources = {
        reference.id: f"  {reference.names[lang].name}: {reference.source.line} "
        f"({_READ[lang]} {reference.source.accessed})"
        for comparison in ranking.comparisons
        for reference in comparison.references
    }
    return "\n".join([*parts, *(["", f"{_SOURCES[lang]}:"] if sources else []), *sources.values()])
