"""The ids that rules go by, and settings that name one that does not exist."""

from __future__ import annotations

from assistant.errors import DataFileError
from assistant.lint.messages import OWN
from assistant.lint.settings import FILE, Settings
from assistant.lint.team import TeamRules
from assistant.praise import load_rules
from assistant.schema import LANGS, Lang


def known_rules(lang: Lang, team: TeamRules | None) -> set[str]:
    """The ids of all rules that hold in a language: built-in, own, and those of linting itself."""
    return {*(rule.id for rule in load_rules(lang).rules), *(team.ids(lang) if team else ()), *OWN}


def check_named_rules(settings: Settings, team: TeamRules | None) -> None:
    """Raises DataFileError, with the nearest known, where a project file names a rule that no language has."""
    named = {rule: f"levels.{rule}" for rule in settings.levels}
    named |= {entry.rule: f"evidence {number}.rule" for number, entry in enumerate(settings.evidence, 1) if entry.rule}
    seen: set[str] = set()
    for lang in LANGS:
        if named.keys() <= seen:
            return
        seen |= known_rules(lang, team)
    for rule, place in named.items():
        if rule not in seen:
            from difflib import get_close_matches

            near = get_close_matches(rule, seen, 1)
            advice = f"Did you mean '{near[0]}'?" if near else "`yardstick lint` names the rules that it applies."
            raise DataFileError(str(settings.file or FILE), place, f"no rule '{rule}'", advice)
