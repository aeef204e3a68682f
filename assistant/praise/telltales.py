"""Which conditions can hold at all in a sentence: one automaton over all the words that their expressions need.

Needs are bits of one number. A scene's number says which of them are met and where; a condition whose own bits are not
all among them cannot hold, and its expressions are never run.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from assistant.praise.needs import as_seen
from assistant.praise.rule import Needs
from assistant.praise.scene import Scene, Sighting
from assistant.praise.sentences import Span
from assistant.schema import Lang

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_SHAPES = ("quotes", "title", "brackets")


class Telltales:
    """Looks for what the expressions of a language's conditions need."""

    def __init__(self, needs: Needs, lang: Lang) -> None:
        self._needs, self._lang = needs, lang
        self._width = len(needs.sets)
        self._longest = max(map(len, needs.literals), default=0)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick(self._needs.literals)

    @cached_property
    def _bits(self) -> list[int]:
        """The needs that each literal meets."""
        bits = [0] * len(self._needs.literals)
        for number, literals in enumerate(self._needs.sets):
            for literal in literals:
                bits[literal] |= 1 << number
        return bits

    def needed(self, place: str, shape: str, source: str) -> int:
        """Returns the bits without which an expression finds nothing at a place; 0 if nothing is known."""
        bits = 0
        for number in self._needs.expressions.get(source, ()):
            bits |= 1 << number
        if place == "outside":
            # Other pairs are rare enough not to be looked at for this.
            return bits << 3 * self._width if shape == "quotes" else 0
        return bits << {"before": 1, "after": 2}.get(place, 0) * self._width

    def needed_pair(self, shape: str) -> int:
        """Returns the bit of standing inside a pair."""
        return 1 << 4 * self._width + _SHAPES.index(shape) if shape else 0

    def met(self, scene: Scene) -> int:
        """Returns the bits that the surroundings of a hit meet."""
        sentence, width = scene.sentence, self._width
        if sentence.sightings is None:
            low, high = sentence.looked_at
            sentence.sightings = self._sightings(sentence.outline.text[low:high], low)
        first, last = sentence.span
        start, end = scene.start, scene.end
        pair = scene.inside("quotes")
        left, right = pair or (start, end)
        whole = before = after = outside = 0
        for low, high, bits in sentence.sightings:
            if low < first or high > last:
                continue
            whole |= bits
            if high <= start:
                before |= bits
                if high <= left:
                    outside |= bits
            elif low >= end:
                after |= bits
                if low >= right:
                    outside |= bits
        outside = outside | self._seen_across(scene, pair) if pair else whole
        pairs = sum(1 << number for number, shape in enumerate(_SHAPES) if scene.inside(shape))
        return whole | before << width | after << 2 * width | outside << 3 * width | pairs << 4 * width

    def _seen_across(self, scene: Scene, pair: Span) -> int:
        """What is seen where the sentence closes over a pair that is left out."""
        text = scene.sentence.outline.text
        low, high = scene.sentence.span
        left = text[max(low, pair[0] - self._longest) : pair[0]]
        right = text[pair[1] : min(high, pair[1] + self._longest)]
        met = 0
        for _, _, bits in self._sightings(f"{left} … {right}", 0):
            met |= bits
        return met

    def _sightings(self, stretch: str, offset: int) -> list[Sighting]:
        """What is seen in a stretch, by its end; of English without the spaces that mark a word's edge."""
        seen = as_seen(stretch, self._lang)
        bits = self._bits
        found = self._automaton.find_matches_as_indexes(seen, overlapping=True)
        if self._lang != "en":
            return [(low + offset, high + offset, bits[literal]) for literal, low, high in found]
        offset -= 1  # English is seen with one space more in front
        return [
            (low + offset + (seen[low] == " "), high + offset - (seen[high - 1] == " "), bits[literal])
            for literal, low, high in found
        ]
