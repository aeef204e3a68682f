"""Puts a quantity beside things a customer has a feel for: exact ratio, honest rounding, true hedge, or silence.

`rank(quantity, references, audience)` is the entry for one quantity; it is given its references and knows nobody else's
book. `compare_two(old, new, audience)` says what the new figure makes of the old one.
`shelf` orders references so that a ranking looks at the few that could be best, `aspects` and `roles` say what may stand
beside what, `rounding` turns exact ratios into shown numbers, `candidates` pairs and scores, `ladder` climbs, `anchors`
serves temperatures and decibels. `combine` asks what needs no multiplier: `durations`, `counts`, `costs` join two measures,
`wear` and `pace` spread a count over time, `portions` (with `frequencies`) and `drops` tell a share.
`differences` sets two figures side by side, `derived.find_sums(facts, lang)` says what two facts of a brief come to. `wording` and `numbers`, and for each of these a module `…_wording`, say it in
three languages, `reasons` says why nothing is offered, `chart` draws the ladder and
`picture` one thing beside another, `scale` all of a property on one axis (its lines are `ticks`), `rows` writes the JSON of the interface.
"""

from assistant.comparisons.differences import beside_the_old, compare_two
from assistant.comparisons.rank import Ranking, rank
from assistant.comparisons.score import Audience
from assistant.comparisons.shelf import ALSO, Shelf

__all__ = ["ALSO", "Audience", "Ranking", "Shelf", "beside_the_old", "compare_two", "rank"]
