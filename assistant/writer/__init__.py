"""The built-in writer: whole sentences out of facts, persona and computed comparisons, with no model.

`write` fills the fields of a channel from a plan. It phrases and never computes: every number it prints stands in a
fact as given or in a comparison. `phrases` holds each language's sentences, written for its own readers; `fields`
says which texts a channel has.
"""

from assistant.writer.fields import FIELDS
from assistant.writer.write import BUILT_IN, write

__all__ = ["BUILT_IN", "FIELDS", "write"]
