"""Puts a quantity beside things a customer has a feel for: exact ratio, honest rounding, true hedge, or silence.

`rank(quantity, references, audience)` is the one entry; it is given its references and knows nobody else's book.
`shelf` orders references so that a ranking looks at the few that could be best, `aspects` says what may stand beside
what, `rounding` turns exact ratios into shown numbers, `candidates` pairs and scores, `ladder` climbs, `combine` joins two
measures into something countable, `anchors` serves temperatures and decibels, `wording` and `numbers` say it in three
languages, `reasons` says why nothing is offered, `chart` draws the ladder, `rows` writes the JSON of the interface.
"""

from assistant.comparisons.rank import Ranking, rank
from assistant.comparisons.score import Audience
from assistant.comparisons.shelf import ALSO, Shelf

__all__ = ["ALSO", "Audience", "Ranking", "Shelf", "rank"]
