"""The nouns of the product.

`schema.nouns` holds slotted, frozen dataclasses, for values made by the thousand: quantities, references,
comparisons, diagnostics, ledger entries, drafts. `schema.brief` holds what people write (persona, brief) and
`schema.files` what data files hold: pydantic, frozen, unknown keys rejected. Only the dataclasses are
re-exported here, so that `yardstick lint` never pays for pydantic.
"""

from assistant.schema.nouns import (
    LANGS,
    MARKETS,
    Comparison,
    Diagnostic,
    Draft,
    Fact,
    Forms,
    Hedge,
    Insight,
    Kind,
    Lang,
    LedgerEntry,
    LedgerKind,
    Level,
    Market,
    Names,
    Opening,
    Plan,
    Quantity,
    Reference,
    Rung,
    Source,
    Statistic,
    Suggestion,
    Variant,
)

__all__ = [
    "LANGS",
    "MARKETS",
    "Comparison",
    "Diagnostic",
    "Draft",
    "Fact",
    "Forms",
    "Hedge",
    "Insight",
    "Kind",
    "Lang",
    "LedgerEntry",
    "LedgerKind",
    "Level",
    "Market",
    "Names",
    "Opening",
    "Plan",
    "Quantity",
    "Reference",
    "Rung",
    "Source",
    "Statistic",
    "Suggestion",
    "Variant",
]
