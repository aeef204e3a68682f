"""Whether a comparison stands beside its own figure, and whether the words before one without a number are true."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checks.claims import Claim
from assistant.checks.hedges import is_true, said_around
from assistant.checks.mentions import find_mentions
from assistant.checks.places_of_figures import is_called
from assistant.checks.proofs import Known, Objection, Proof
from assistant.checks.spans import Approved
from assistant.checks.sums import was
from assistant.checks.traced import Page, Traced
from assistant.schema import Comparison, Quantity

_MULTIPLIED = re.compile("(?:[\u4e00-\u9fff]{0,4}的)?[约約近]?[0-9.一二两兩三四五六七八九十百]+(?:[倍成]|分之)|的?一半")
_THAT_IS = re.compile(r"\s*(?:That(?:[’']s| is)?|This(?: is)?|也就是|[这這那]就?(?:是|相[当當][于於])?)\s*")


class Standing:
    """What a plan compares, ready to hold any number of texts to it."""

    def __init__(self, known: Known) -> None:
        self.known = known

    def hold(self, page: Page, proofs: Sequence[tuple[Claim, Proof]], traced: Traced, name: str) -> None:
        """Holds each comparison beside its own figure, and the words before one without a number true."""
        found = [(s.wording.comparison, s.start, s.end) for s in page.approved if s.wording.comparison is not None]
        found += [(proof.comparison, claim.start, claim.end) for claim, proof in proofs if proof.comparison is not None]
        for named, start, end in sorted(found, key=lambda one: (one[1], -one[2])):
            comparison = self._meant(page, proofs, named, start)
            if any(comparison.id == c.id and low <= start and end <= high for c, low, high in traced.compared):
                continue
            traced.compared.append((comparison, start, end))
            objection = self._hedged(page.text, comparison, start)
            if objection is None and not self._stands_beside(page, proofs, comparison, start):
                objection = Objection("comparison-moved", comparison.quantity.text)
            if objection is not None:
                traced.object(self.known.lang, name, page.text, start, end, objection)
        inside = [(low, high) for _, low, high in traced.compared]
        for stretch in page.approved:
            wrong = (
                None if any(low <= stretch.start < high for low, high in inside) else self._likened(page.text, stretch)
            )
            if wrong is not None:
                traced.object(self.known.lang, name, page.text, stretch.start, stretch.end, wrong)

    def _hedged(self, text: str, comparison: Comparison, start: int) -> Objection | None:
        """An objection to "more than a full night's sleep" where it is exactly one."""
        exact, shown = comparison.ratio_exact, comparison.ratio_shown
        if exact is None or shown is None:
            return None
        moved = [
            s
            for s in said_around(text, start, start, self.known.lang)
            if s in ("more than", "nearly", "less than", "at least")
        ]
        if all(is_true(one, shown, exact) for one in moved):
            return None
        return Objection("hedge-false", comparison.working)

    def _likened(self, text: str, stretch: Approved) -> Objection | None:
        """An objection to "lighter than a sheet of paper" where it is as heavy as one."""
        reference = stretch.wording.reference
        if _MULTIPLIED.match(text, stretch.end):
            # 接近马拉松全程的2倍: the hedge is the multiple's.
            return None
        said = said_around(text, stretch.start, stretch.start, self.known.lang) if reference is not None else ()
        above, below = "more than" in said, "less than" in said or "nearly" in said
        ratios = [
            c.ratio_exact for c in self.known.comparisons if c.ratio_exact is not None and c.references == (reference,)
        ]
        if not ratios or above == below or any(ratio > 1 if above else ratio < 1 for ratio in ratios):
            return None
        return Objection("hedge-false", stretch.wording.proof)

    def _meant(self, page: Page, proofs: Sequence[tuple[Claim, Proof]], named: Comparison, start: int) -> Comparison:
        """Of the comparisons that say the same in the same words, the one whose own figure stands before it."""
        alike = [c for c in self.known.comparisons if c.id != named.id and _says_the_same(c, named)]
        return next((c for c in (named, *alike) if self._stands_beside(page, proofs, c, start)), named)

    def _stands_beside(
        self, page: Page, proofs: Sequence[tuple[Claim, Proof]], comparison: Comparison, start: int
    ) -> bool:
        """Whether a comparison explains the figure right before it: in its clause, else in the clause before."""
        own = page.clauses.clause(start)
        spans = [(own[0], start)]
        earlier = page.clauses.clause_before(start)
        if earlier is not None and len(page.text[own[0] : start].split()) <= 3 and start - own[0] <= 16:
            spans.append(earlier)
        if _THAT_IS.match(page.text, own[0], start) and page.text[own[0] : start].count(" ") <= 3:
            sentence = page.clauses.sentence_before(start)
            spans += [sentence] if sentence is not None and earlier is None else []
        for low, high in spans:
            figures = [p.quantity for c, p in proofs if low <= c.start and c.end <= high and p.quantity is not None]
            if figures and not self._follows(page, proofs, comparison, start):
                return any(_is_of(comparison, quantity) or was(comparison, quantity) for quantity in figures)
            # 約60瓦，相當於約4顆60瓦鎢絲燈泡: a yardstick's own figure in the product's place is none of the product's.
            if any(low <= c.start and c.end <= high and self._in_its_place(page, c, p, comparison) for c, p in proofs):
                return False
        return True

    def _follows(self, page: Page, proofs: Sequence[tuple[Claim, Proof]], comparison: Comparison, start: int) -> bool:
        """Whether the figure that is compared stands behind: 重量约为一块月饼的一半，不到100克."""
        end = page.clauses.sentence(start)[1]
        later = [p.quantity for c, p in proofs if start < c.start and c.end <= end and p.quantity is not None]
        return bool(later) and _same(later[0], comparison.quantity)

    def _in_its_place(self, page: Page, claim: Claim, proof: Proof, comparison: Comparison) -> bool:
        if proof.kind != "reference" or claim.quantity is None:
            return False
        clause = page.clauses.clause(claim.start)
        named = is_called(self.known, page, claim, clause) or any(
            find_mentions(page.text, clause[0], claim.start, self.known.keys[one.id], self.known.lang)
            for one in self.known.spoken_in(page.text)
        )
        return claim.quantity.dimension == comparison.quantity.dimension and not named


def _says_the_same(one: Comparison, other: Comparison) -> bool:
    """Whether two figures came to one wording: 56 minutes and an hour are both about seven times something."""
    return (one.kind, one.references, one.ratio_shown, one.hedge, one.numbers, one.forms.noun) == (
        other.kind, other.references, other.ratio_shown, other.hedge, other.numbers, other.forms.noun
    )  # fmt: skip


def _is_of(comparison: Comparison, quantity: Quantity) -> bool:
    """Whether a figure is the comparison's, or one of those that it sums."""
    parts = comparison.derived.parts if comparison.derived is not None else (comparison.quantity,)
    return any(_same(quantity, part) for part in parts)


def _same(one: Quantity, other: Quantity) -> bool:
    return (one.low, one.high, one.unit) == (other.low, other.high, other.unit)
