"""Runs one other tool over pages, in the peers' own venv: `python -m evals.bench.peer NAME LANG BUDGET_S < pages.json`.

Prints one line of JSON: chars, seconds, found, version. Each tool is used the way that is fastest for it. Nothing of
`assistant` is imported: the peers' venv has none of its dependencies.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Callable
from importlib import import_module, metadata

from evals.bench.pace import Count, measure_pace, print_pace


def load_quantulum3(lang: str) -> Count:
    """quantulum3 (MIT). Without its classifier, which would only make it slower."""
    parser = import_module("quantulum3.parser")
    return lambda page: len(parser.parse(page))


def load_recognizers(lang: str) -> Count:
    """recognizers-text (MIT): what our scanner finds too takes seven of its models, one pass each.

    Hours and days are found by its date and time model alone.
    """
    culture = import_module("recognizers_text").Culture
    recognizer = import_module("recognizers_number_with_unit").NumberWithUnitRecognizer(
        culture.English if lang == "en" else culture.Chinese
    )
    models = [
        recognizer.get_dimension_model(),
        recognizer.get_temperature_model(),
        recognizer.get_currency_model(),
        recognizer.get_age_model(),
    ]
    numbers = import_module("recognizers_number").NumberRecognizer(recognizer.target_culture)
    times = import_module("recognizers_date_time").DateTimeRecognizer(recognizer.target_culture)
    models += [numbers.get_number_model(), numbers.get_percentage_model(), times.get_datetime_model()]
    return lambda page: sum(len(model.parse(page)) for model in models)


def load_proselint(lang: str) -> Count:
    """Proselint (BSD-3-Clause), with every check that it enables by default."""
    registry = import_module("proselint.registry").CheckRegistry()
    registry.register_many(import_module("proselint.checks").__register__)
    config = {**import_module("proselint.config").DEFAULT, "max_errors": 10_000}
    lint_file = import_module("proselint.tools").LintFile
    return lambda page: len(lint_file("page", page).lint(config))


# The name on the package index, and how to make it count what it finds in a page.
PEERS: dict[str, tuple[str, Callable[[str], Count]]] = {
    "quantulum3": ("quantulum3", load_quantulum3),
    "recognizers-text": ("recognizers-text-suite", load_recognizers),
    "proselint": ("proselint", load_proselint),
}


def main() -> None:
    """Reads pages from standard input, measures, prints."""
    warnings.simplefilter("ignore")
    name, lang, budget_s = sys.argv[1:4]
    distribution, load = PEERS[name]
    pages = json.load(sys.stdin)
    print_pace(measure_pace(load(lang), pages, float(budget_s)), metadata.version(distribution))


if __name__ == "__main__":
    main()
