"""Which texts a channel has, and each text within the length that its place allows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from assistant.playbook import FieldShape, Limit, count_text
from assistant.playbook.entries import Role
from assistant.writer.material import Material, Told
from assistant.writer.voice import Voice

# Specifications that a line can carry before it becomes a table.
SUMMARY = 3
_BULLETS = (1, 5)
_LINES = (1, 3)
# Comparisons in running text besides the lead's.
_COMPARED = 1
# As many plain facts as one sentence carries.
_BREATH = 3


def fits(text: str, limit: Limit | None) -> bool:
    """Whether a text is within its place's limit; always where there is none."""
    if limit is None:
        return True
    parts = text.split("\n") if limit.each else [text]
    return all(count_text(part, limit.counts) <= limit.most for part in parts)


def compose(shape: FieldShape, material: Material, voice: Voice) -> str:
    """One text of a channel: the fullest that fits its limit; "" where nothing that could be said fits."""
    return _ROLES[shape.role](shape, material, voice)


def _first(candidates: Iterable[str], limit: Limit | None) -> str:
    return next((text for text in candidates if text and fits(text, limit)), "")


def _headline(shape: FieldShape, material: Material, voice: Voice) -> str:
    return _first(voice.headline(material), shape.limit)


def _headlines(shape: FieldShape, material: Material, voice: Voice) -> str:
    """Several headlines, one a line, each of another fact: what a search advertisement asks for."""
    most = (shape.lines or _LINES)[1]
    lines: list[str] = []
    for told in material.told:
        candidates = [*voice.headline(_about(material, told)), voice.statement(told.fact)]
        line = _first((one for one in candidates if one not in lines), shape.limit)
        if line:
            lines.append(line)
    if material.brief.product and fits(material.brief.product, shape.limit):
        lines.append(material.brief.product)
    return "\n".join(lines[:most])


def _about(material: Material, told: Told) -> Material:
    from dataclasses import replace

    if told is material.lead:
        return material
    rest = tuple(one for one in material.told if one is not told)
    return replace(
        material, told=(told, *rest), opening=replace(material.opening, angle="picture", words="", source="")
    )


def _subhead(shape: FieldShape, material: Material, voice: Voice) -> str:
    facts = [told.fact for told in material.told]
    product = material.brief.product
    candidates = (
        voice.summary(name, facts[:most]) for most in range(SUMMARY, 0, -1) for name in dict.fromkeys((product, ""))
    )
    return _first(candidates, shape.limit)


def _title(shape: FieldShape, material: Material, voice: Voice) -> str:
    """The product's name and its figures, as a marketplace shows them: as many as fit."""
    brief = material.brief
    name = " ".join(dict.fromkeys(part for part in (brief.product, brief.category) if part))
    facts = [told.fact for told in material.told]
    candidates = (voice.title(name, facts[:most]) for most in range(len(facts), -1, -1))
    return _first(candidates, shape.limit)


def _bullets(shape: FieldShape, material: Material, voice: Voice) -> str:
    lines = []
    limit = shape.limit
    for turn, told in enumerate(material.told[: (shape.lines or _BULLETS)[1]]):
        plain = Told(told.fact, told.topic, None)
        line = _first(
            (voice.bullet(told, turn + material.number), voice.bullet(plain, 0)),
            limit if limit and limit.each else None,
        )
        if line:
            lines.append(line)
    while lines and not fits("\n".join(lines), limit):
        lines.pop()
    return "\n".join(lines)


def _sentences(material: Material, voice: Voice) -> list[str]:
    """The text in sentences, the opening first and the closing last; what is least missed stands last but one."""
    product, closing = material.brief.product, voice.closing(material)
    opening = voice.opening(material)
    parts = [opening]
    named = bool(product) and product in opening
    # A closing that tells a fact has told it.
    rest = [told for told in material.told[1:] if voice.statement(told.fact).lower() not in closing.lower()]
    compared = sorted((t.beside.score for t in rest if t.beside is not None), reverse=True)[:_COMPARED]
    # One picture after another is a drumbeat: beyond the lead's and the best of the others, figures stand plain.
    pictured = [told for told in rest if told.beside is not None and told.beside.score in compared][:_COMPARED]
    for turn, told in enumerate(pictured):
        parts.append(voice.passage(told, "" if named or not product else product, turn + 1))
        named = True
    plain = [Told(told.fact, told.topic, None) for told in rest if told not in pictured]
    for turn in range(0, len(plain), _BREATH):
        parts.append(
            voice.together(plain[turn : turn + _BREATH], "" if named or not product else product, material.seed)
        )
        named = True
    return [*(part for part in parts if part), closing]


def _paragraph(shape: FieldShape, material: Material, voice: Voice) -> str:
    parts = _sentences(material, voice)
    while parts:
        text = voice.join(parts)
        if fits(text, shape.limit):
            return text
        # The closing goes first, then what matters least.
        parts = parts[:-1]
    return _first((voice.passage(material.lead, "", 0), voice.statement(material.lead.fact)), shape.limit)


def _line(shape: FieldShape, material: Material, voice: Voice) -> str:
    """One or two sentences: the opening, and as much of the rest as fits."""
    return _paragraph(shape, material, voice)


def _lines(shape: FieldShape, material: Material, voice: Voice) -> str:
    """Several short texts, one a line, each of another fact."""
    lines = []
    for told in material.told:
        line = _first((voice.passage(told, "", 0), voice.bullet(told, 0), voice.statement(told.fact)), shape.limit)
        if line:
            lines.append(line)
    return "\n".join(lines[: (shape.lines or _LINES)[1]])


def _post(shape: FieldShape, material: Material, voice: Voice) -> str:
    """Running text, then the facts line by line where there is room."""
    parts = _sentences(material, voice)
    listed = _bullets(FieldShape(role="bullets", lines=(1, 4)), material, voice)
    opening = parts[0]
    candidates: Sequence[str] = (
        f"{opening}\n\n{listed}" + (f"\n\n{parts[-1]}" if parts[-1] else ""),
        voice.join(parts),
        *(voice.join(parts[:most]) for most in range(len(parts) - 1, 0, -1)),
        voice.passage(material.lead, "", 0),
    )
    return _first(candidates, shape.limit)


def _tags(shape: FieldShape, material: Material, voice: Voice) -> str:
    """The product, its kind and what the facts are about, as tags."""
    brief = material.brief
    words = [brief.product, brief.category, *(voice.words(told).tag for told in material.told)]
    tags = [f"#{''.join(word.split())}" for word in dict.fromkeys(words) if word]
    tags = tags[: (shape.lines or (1, 5))[1]]
    while tags and not fits(" ".join(tags), shape.limit):
        tags.pop()
    return " ".join(tags)


_ROLES: dict[Role, Callable[[FieldShape, Material, Voice], str]] = {
    "headline": _headline,
    "headlines": _headlines,
    "subhead": _subhead,
    "title": _title,
    "line": _line,
    "lines": _lines,
    "bullets": _bullets,
    "paragraph": _paragraph,
    "body": _post,
    "post": _post,
    "tags": _tags,
}
