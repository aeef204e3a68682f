"""Tokens and money: what a call will take before it is made, what it took after, and a budget that holds.

`counting` counts a text, `messages` a whole request, `prices` says what a million tokens cost, `costs` turns the two
into money, `budget` sets money aside before it is spent. Amounts are `Decimal`, never float. Nothing here uses the
network: the vocabulary comes with the package (`vocabulary`) and is unpacked at the first exact count. Importing this
package loads neither tiktoken nor pydantic nor YAML.
"""

from assistant.tokens.budget import Budget, BudgetReached, Reservation
from assistant.tokens.costs import Cost, Estimate, Usage, cost, estimate
from assistant.tokens.counting import Count, count
from assistant.tokens.messages import count_messages
from assistant.tokens.prices import Price, Prices, Rates, UnknownPrice, load_prices

__all__ = [
    "Budget",
    "BudgetReached",
    "Cost",
    "Count",
    "Estimate",
    "Price",
    "Prices",
    "Rates",
    "Reservation",
    "UnknownPrice",
    "Usage",
    "cost",
    "count",
    "count_messages",
    "estimate",
    "load_prices",
]
