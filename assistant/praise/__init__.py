"""Self-praise that a reader cannot check: what is caught, and what excuses it.

How a finding comes about:

    rules/<lang>/<family>.yaml   the words, the question a customer would ask, the evidence that would settle it
        └─ grammar               tokens spelled out into literals
        └─ matching, steps       one automaton over a whole text; raw hits
    context/<lang>.yaml          what excuses a hit: names, negation, quotations, measured or sourced claims …
        └─ needs                 the words without which an expression finds nothing, read off it beforehand
        └─ scene, telltales      what stands around a hit, and which of those words are there
        └─ context               asked only where a rule fired, and only what can hold
    widening                     the words that strengthen a hit
    find                         hits minus excuses, the longest of each overlap → diagnostics

`load_rules` and `explain` read the rules; `find_praise` lints a text. Nothing here imports pydantic.
"""

from __future__ import annotations

from assistant.praise.find import find_praise
from assistant.praise.loading import explain, load_rules
from assistant.praise.rule import FAMILIES, Rule, RuleBook

__all__ = ["FAMILIES", "Rule", "RuleBook", "explain", "find_praise", "load_rules"]
