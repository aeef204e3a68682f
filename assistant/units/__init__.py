"""Units of measure: a closed vocabulary with exact factors, and how each language writes them.

`table` reads `definitions` and converts; `suggest` names what a wrong name may have meant; `writing` puts values
into words from `symbols`. Free text never comes here: `assistant.quantities` reads text and hands over canonical names.
"""

from assistant.units.table import DimensionMismatch, Unit, UnknownUnit, convert, dimension, lookup, parts
from assistant.units.writing import render, symbol

__all__ = ["DimensionMismatch", "Unit", "UnknownUnit", "convert", "dimension", "lookup", "parts", "render", "symbol"]
