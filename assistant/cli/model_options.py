"""The options of commands that may ask a language model; nothing heavy is imported to print them."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from assistant.errors import InputError

if TYPE_CHECKING:
    from assistant.chain.settings import ModelSettings
    from assistant.tokens import Budget


def add_options(parser: argparse.ArgumentParser, model: str) -> None:
    """Adds `--model`, whose help is given, and `--budget`."""
    parser.add_argument("--model", metavar="NAME", help=model)
    parser.add_argument(
        "--budget",
        metavar="AMOUNT",
        help="stops before the model has cost more than this, in the price file's currency",
    )


def settings_of(name: str | None) -> ModelSettings | None:
    """The model of the option, else of the environment; None for `built-in` and where none can be asked.

    Raises `InputError` for surroundings that cannot be right.
    """
    from assistant.writer import BUILT_IN

    if name == BUILT_IN:
        return None
    from assistant.chain.settings import load_settings

    return load_settings(model=name)


def budget_of(amount: str | None) -> Budget | None:
    """The budget of the option, None without one. Raises `InputError` for what is no amount."""
    if amount is None:
        return None
    from decimal import Decimal

    from assistant.tokens import Budget

    try:
        return Budget(Decimal(amount))
    except (ArithmeticError, ValueError):
        raise InputError(f"--budget: expected an amount such as 0.50, got {amount!r}.") from None
