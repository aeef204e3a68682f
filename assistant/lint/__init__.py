"""Linting whole documents: praise, a team's own rules, what excuses a finding, and what becomes of it.

    Document ──► praise, own rules, Vale rules ──► findings in the visible text
        settings    names, evidence with expiry, levels (yardstick.toml)      ──► excused, or said to be expired
        suppress    comments that allow a rule, each with its reason          ──► allowed, or at fault themselves
        opinion     what a model thinks of findings in doubt, shown beside them (asked for above this floor)
        changes     lines that a diff touches                                 ──► only those
    findings ──► reports (text, JSON, SARIF, GitHub, JUnit) · questions for colleagues · safe replacements

`lint` in `page` is the one way in; spans of what it returns are offsets into the original. Nothing here imports pydantic.
"""

from __future__ import annotations

from assistant.lint.known import check_named_rules
from assistant.lint.page import Found, Linted, lint
from assistant.lint.places import Lines
from assistant.lint.settings import Evidence, Settings, find_settings, load_settings
from assistant.lint.team import TeamRules, load_team_rules

__all__ = [
    "Evidence",
    "Found",
    "Lines",
    "Linted",
    "Settings",
    "TeamRules",
    "check_named_rules",
    "find_settings",
    "lint",
    "load_settings",
    "load_team_rules",
]
