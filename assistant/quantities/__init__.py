"""Quantities in text: numbers with unit, dimension, statistic, hedge, tolerance and span.

`scan.find_quantities` reads a text from the left. `numbers` finds a number (with `numerals_en` and `numerals_zh`),
`alone` says what is none (part numbers, dates, versions), `units_at` reads the unit by the tables of `surfaces_latin`
and `surfaces_zh`, `zh_units` and `money` what the words around decide, `joined` what belongs together, `hedges` the
modifiers, `wordless` what has no number word, `doubts` what neighbours make uncertain. `figures.find_numbers` finds
every number expression, unit or not; `facts.find_facts` splits a pasted text into facts; `jsonl` gives the rows of the
command line.
"""

from assistant.quantities.facts import find_facts
from assistant.quantities.figures import Number, find_numbers, read_numeral
from assistant.quantities.scan import find_quantities

__all__ = ["Number", "find_facts", "find_numbers", "find_quantities", "read_numeral"]
