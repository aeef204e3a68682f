"""What somebody pasted → the lines that could be facts, each with the place where it was read.

kinds     facts, a page or a table: by the look of it
locating  where in a text a fact was read that no longer stands there word for word
tables    rows of cells, an attribute or a product in each
reading   all of it, with what was left out
"""

from assistant.plan.sources.kinds import KINDS, SourceKind, guess_source
from assistant.plan.sources.reading import SourceLine, SourceRead, read_source

__all__ = ["KINDS", "SourceKind", "SourceLine", "SourceRead", "guess_source", "read_source"]
