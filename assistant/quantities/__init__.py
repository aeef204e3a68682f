"""Quantities in text: numbers with unit, dimension, statistic, hedge, tolerance and span.

`scan.find_quantities` reads a text from the left. `numbers` finds a number (`digits`, `words` with `numerals_en` and
`cardinals_en`, `hanzi` with `numerals_zh`), `alone` says what is none (part numbers, dates, versions). `follow` looks for
the unit behind it: `unit_word` reads one unit by the tables of `surfaces_latin` and `surfaces_zh`, `units_at` what it is
divided by, `counted` a counted noun, `letters` single letters, `zh_units` and `money` what the words around decide, `plausible` whether it can be
meant. `joined`, `sides` and `compounds` put together what belongs together; `hedges` reads the modifiers and
statistics, `attributes` what is measured (`attributes_zh`, `measures_en`, `measures_zh`), `carried` what one quantity
lends the next; `wordless` finds what has no number word, `labelled` and `unnamed` numbers whose unit stands elsewhere,
`doubts` says what neighbours make uncertain.
`figures.find_numbers` finds every number expression, unit or not; `facts.find_facts` splits a pasted text into facts;
`jsonl` gives the rows of the command line. A reader looks at the next one or two characters before it searches: that is
what keeps the scanner at a million characters a second, and what a new form must be added to (`…_STARTS`).
"""

from assistant.quantities.facts import find_facts
from assistant.quantities.figures import Number, find_numbers, read_numeral
from assistant.quantities.scan import find_quantities

__all__ = ["Number", "find_facts", "find_numbers", "find_quantities", "read_numeral"]
