"""One text to be filled: what it is, what it is written from, and what the texts before it have said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from assistant.playbook import FieldShape
from assistant.playbook.entries import Role
from assistant.schema import Fact
from assistant.writer.house import in_house_style
from assistant.writer.material import Material, Told
from assistant.writer.telling_once import Telltale, bare_of
from assistant.writer.voice import Voice

_READ: frozenset[Role] = frozenset({"heading", "lede", "paragraph", "bullets", "table", "notes"})


# Without slots: what is found once is kept beside the fields.
@dataclass(frozen=True)
class Slot:
    """A field of a channel; `said` are the texts of the fields before it, which a reader sees beside it."""

    shape: FieldShape
    material: Material
    voice: Voice
    said: Mapping[str, str] = field(default_factory=dict)

    def fits(self, text: str) -> bool:
        """Whether a text, in house style, is within its place's limit; always where there is none."""
        limit = self.shape.limit
        return limit is None or limit.fits(in_house_style(text, self.material.brief, self.material.persona))

    def first(self, candidates: Iterable[str]) -> str:
        """The first text that fits; "" if none does."""
        return next((text for text in candidates if text and self.fits(text)), "")

    def compared(self, told: Told) -> bool:
        """Whether a text before this one has the fact's comparison."""
        forms = () if told.beside is None else (told.beside.text, told.beside.forms.clause)
        before = "\n".join(self.said.values()).lower()
        return any(form and form.lower() in before for form in forms)

    @property
    def is_above_list(self) -> bool:
        """Whether a list of facts follows on the same page: what this text leaves out stands there."""
        return self._is_above("bullets")

    @property
    def is_above_table(self) -> bool:
        """Whether the specification table follows on the same page."""
        return self._is_above("table")

    def _is_above(self, role: Role) -> bool:
        brief = self.material.brief
        shapes = list(self.material.playbook.channel(brief.channel).fields.values())
        return any(shape.role == role for shape in shapes[shapes.index(self.shape) + 1 :])

    @cached_property
    def fresh(self) -> tuple[Told, ...]:
        """The told facts that no text before this one has, in their order."""
        return tuple(told for told in self.material.told if not self.has_told(told.fact))

    def has_told(self, fact: Fact) -> bool:
        """Whether a text before this one tells the fact, in whatever words."""
        if not self._read:
            return False
        known = self.material.telltales.get(fact.id)
        if known is None:
            known = self.material.telltales[fact.id] = Telltale.of(fact, self.voice.ways(fact))
        return known.stands_in(self._read)

    @cached_property
    def _read(self) -> str:
        """The texts before this one that are read with it, in bare letters; a marketplace's title is searched, and not
        read.
        """
        shapes = self.material.playbook.channel(self.material.brief.channel).fields
        return bare_of("\n".join(text for field, text in self.said.items() if shapes[field].role in _READ))

    @property
    def after(self) -> Slot:
        """The same slot without what stands beside it already: the lead's comparison, the opening's own words."""
        material, told = self.material, "\n".join(self.said.values()).lower()
        opening, lead = material.opening, material.lead
        if self.compared(lead):
            material = replace(material, told=(Told(lead.fact, lead.topic, None), *material.told[1:]))
        words = opening.words
        if opening.angle == "scene":
            words = self.voice.moment(material)
        elif opening.angle == "question":
            words = self.voice.words(lead).asks
        if words and words.lower().rstrip(".?!。？！") in told:
            material = replace(material, opening=replace(opening, angle="plain", words="", source=""))
        return replace(self, material=material)
