"""The list beside the copy: each finding with its question, what would settle it, a fix where there is a safe one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from assistant.lint.fixes import find_fixes
from assistant.lint.page import Found
from assistant.rewriting.edits import Edit, apply_edits
from assistant.rewriting.single import find_replacements
from assistant.ui.cards import Act, Action, Card, GoTo, Line, Pair, show_cards
from assistant.ui.check.diffing import pair_of
from assistant.ui.check.dismissals import dismiss, load_dismissals, take_back
from assistant.ui.check.explained import explained
from assistant.ui.check.marked import findings_shown, marks_of, part_shown, parts_of, show_part_with
from assistant.ui.check.paper import paper, replace_text
from assistant.ui.check.reading import LEVELS, Finding, Read, Sorted, linted_of, sort
from assistant.ui.check.second import opinion_lines
from assistant.ui.marks import SIGNS
from assistant.ui.markup import el
from assistant.ui.page import alert, hint, show
from assistant.ui.words import Words

# As many as somebody works through before they ask for more.
STEP = 40
# How much of the text around a fix is shown with it.
_AROUND = 60


def choose(found: Sorted, words: Words) -> tuple[Finding, ...]:
    """Draws the filters; the findings that pass them."""
    levels = Counter(one.level for one in found.standing)
    if not levels:
        return ()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="check-filters"):
        present = [level for level in LEVELS if levels[level]]
        picked = st.pills(
            words("check.filter_level"),
            present,
            selection_mode="multi",
            key="check_levels",
            format_func=lambda level: f"{words.name('level', level)} {SIGNS[level]} {levels[level]}",
        )
        of_levels = [one for one in found.standing if not picked or one.level in picked]
        rules = Counter(one.found.diagnostic.rule for one in of_levels)
        if st.session_state.get("check_rule") not in rules:
            st.session_state["check_rule"] = ""
        rule = st.selectbox(
            words("check.filter_rule"),
            ("", *(name for name, _ in rules.most_common())),
            key="check_rule",
            format_func=lambda name: f"{name} ({rules[name]})" if name else words("check.every_rule"),
            filter_mode=None,
        )
    return tuple(one for one in of_levels if not rule or one.found.diagnostic.rule == rule)


def show_findings(read: Read, found: Sorted, chosen: Sequence[Finding], words: Words) -> None:
    """The findings from the part of the text on that is looked at, as many as fit; more are a press away."""
    parts = parts_of(read, chosen)
    start = parts[part_shown(parts)][0]
    ahead = [one for one in chosen if one.found.seen[0] >= start]
    shown: int = st.session_state.get("check_shown", STEP)
    listed = ahead[:shown]
    if len(ahead) < len(chosen):
        hint(words("check.before_part", count=len(chosen) - len(ahead)))
    _told(words)
    names, fixes = marks_of(read, chosen), _fixes(read, found, listed)
    cards = [_card(one, names[one.id], fixes.get(one.id), read, words) for one in listed]
    where: GoTo | None = st.session_state.get("check_goto")
    show_cards(cards, words("check.findings"), words, key="findings", stamp=read.stamp, on_act=_acted, goto=where)
    if len(ahead) > len(listed):
        more = min(STEP, len(ahead) - len(listed))
        st.button(words("check.show_more", count=more), key="show_more", on_click=_show_more, args=(shown + STEP,))


def show_dismissed(found: Sorted, words: Words) -> None:
    """What was dismissed in this text, each with its reason; it can be taken back."""
    if not found.dismissed:
        return
    with st.expander(words("check.dismissed", count=len(found.dismissed)), key="dismissed-here"):
        hint(words("check.dismissed_why"))
        cards = [
            Card(
                kept.id,
                kept.said.shown or one.words,
                "",
                kept.said.shown or one.words,
                chips=((one.found.diagnostic.rule, ""), (f"{kept.at:%Y-%m-%d}", "")),
                said=(
                    Line(words.lead("check.reason"), kept.said.reason),
                    Line("", words(f"check.holds_{'sentence' if kept.said.sentence else 'everywhere'}")),
                    *((Line(words.lead("check.by"), kept.by),) if kept.by else ()),
                ),
                actions=(Action("back", words("check.take_back")),),
            )
            for one, kept in {kept.id: (one, kept) for one, kept in found.dismissed[:STEP]}.values()
        ]
        show_cards(cards, words("check.dismissed_list"), words, key="dismissed", stamp="", on_act=_taken_back)


def _card(one: Finding, mark: str, pair: Pair | None, read: Read, words: Words) -> Card:
    found = one.found.diagnostic
    said = (
        Line("", found.message, read.lang),
        Line(words.lead("recognised.question"), found.question, read.lang),
        Line(words.lead("recognised.needs"), found.needs, read.lang),
        Line(words.lead("recognised.suggestion"), found.suggestion, read.lang),
    )
    return Card(
        one.id,
        one.words or found.rule,
        read.lang,
        " ".join(one.words.split())[:_AROUND] or found.rule,
        level=found.level,
        jump=mark,
        chips=((f"{words.name('level', found.level)} {SIGNS[found.level]}", found.level),),
        said=(*(line for line in said if line.text), *opinion_lines(one, words)),
        pair=pair,
        more=explained(found.rule, read.lang, words),
        actions=(Action("fix", words("check.fix"), main=True),) if pair is not None else (),
        reason=one.found.seen[0] < one.found.seen[1],
    )


def _fixes(read: Read, found: Sorted, listed: Sequence[Finding]) -> dict[str, Pair]:
    """For each of the listed findings that something safe could stand in place of: the words before and after."""
    known = st.session_state.get("check_fixes")
    if known is None or known[0] is not read or known[1] is not found or known[2] != listed:
        edits = find_edits(read, found, listed)
        pairs = {id: _pair(read.document.original, edit) for id, edit in edits.items()}
        known = (read, found, listed, pairs)
        st.session_state["check_fixes"] = known
    shown: dict[str, Pair] = known[3]
    return shown


def find_edits(read: Read, found: Sorted, listed: Sequence[Finding]) -> dict[str, Edit]:
    """The safe edit of the original for each finding that has one: the rewriter's, which takes the praise out, else the
    rule's own replacement.
    """
    wanted: list[Found] = [one.found for one in listed]
    if not wanted:
        return {}
    changes = find_replacements(linted_of(read, found.standing), wanted, read.names, read.market)
    fixes = find_fixes(linted_of(read, listed), read.names)
    edits: dict[str, Edit] = {}
    for one in listed:
        change = changes.get(one.found)
        own = one.found.diagnostic
        fix = next((fix for fix in fixes if own.start <= fix.start < own.end and fix not in read.shouts), None)
        if change is not None:
            edits[one.id] = Edit(change.start, change.end, change.after)
        elif fix is not None:
            edits[one.id] = Edit(*fix)
    return edits


def _pair(original: str, edit: Edit) -> Pair:
    """The edit with some of the words around it, not beyond its line."""
    low = max(original.rfind("\n", 0, edit.start) + 1, edit.start - _AROUND)
    line_end = original.find("\n", edit.end)
    high = min(len(original) if line_end < 0 else line_end, edit.end + _AROUND)
    local = Edit(edit.start - low, edit.end - low, edit.text)
    return pair_of(original[low:high], apply_edits(original[low:high], [local]))


def _acted(act: Act) -> None:
    """What somebody did to a finding of the text that they saw."""
    read: Read = st.session_state["check_read"][1]
    st.session_state.pop("check_told", None)
    if act.stamp != read.stamp or paper().pasted.text != read.document.original:
        # Typing has been faster than the press.
        st.session_state["check_told"] = "changed"
        return
    found = sort(read, load_dismissals())
    one = next((one for one in found.standing if one.id == act.card), None)
    if one is None:
        return
    if act.name == "fix":
        edit = find_edits(read, found, [one]).get(one.id)
        if edit is not None:
            replace_text(apply_edits(read.document.original, [edit]))
            st.session_state["check_told"] = "fixed"
    elif act.name == "dismiss" and act.reason.strip():
        dismiss(one.key, one.words, act.reason, act.wide)
        st.session_state["check_told"] = "dismissed"
    elif act.name == "go":
        _go(read, one)


def _go(read: Read, one: Finding) -> None:
    chosen = findings_shown()
    show_part_with(read, chosen, one.found.seen[0])
    before: GoTo | None = st.session_state.get("check_goto")
    st.session_state["check_goto"] = GoTo(marks_of(read, chosen).get(one.id, one.id), before.count + 1 if before else 1)


def _taken_back(act: Act) -> None:
    kept = next((one for one in load_dismissals() if one.id == act.card), None)
    if kept is not None:
        take_back(kept)
        st.session_state["check_told"] = "taken_back"


def _told(words: Words) -> None:
    """What became of the last press, for those who hear the page as well."""
    told = st.session_state.pop("check_told", "")
    if told == "changed":
        alert(words("check.told_changed"), "care")
    else:
        show(el("p", words(f"check.told_{told}") if told else "", cls="ys-hint", role="status"))


def _show_more(count: int) -> None:
    st.session_state["check_shown"] = count
