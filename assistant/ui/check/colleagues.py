"""The questions that the copy can't answer and colleagues can, by who can, to take along."""

from __future__ import annotations

import streamlit as st

from assistant.lint import Lines
from assistant.lint.questions import (
    Question,
    by_colleague,
    colleague_name,
    find_questions,
    quoted,
    render_markdown,
    render_text,
)
from assistant.lint.reports import Report
from assistant.ui.check.paper import paper
from assistant.ui.check.reading import Read, Sorted, linted_of
from assistant.ui.copying import copy_button
from assistant.ui.markup import Html, el
from assistant.ui.page import hint, section, show
from assistant.ui.words import Words

# Nobody answers more; what is over is said.
MOST = 300
_SHOWN = 60


def show_questions(read: Read, found: Sorted, words: Words) -> None:
    """The section."""
    questions, over = _questions(read, found)
    section(words("check.questions"), words("check.questions_why"))
    if not questions:
        show(el("p", words("check.no_questions"), cls="ys-quiet"))
        return
    groups = by_colleague(questions[:_SHOWN])
    show(el("div", *(_group(name, own, read, words) for name, own in groups.items()), cls="ys-card"))
    hidden = len(questions) - _SHOWN
    if hidden > 0:
        hint(words("check.questions_more", count=hidden))
    if over:
        hint(words("check.questions_over", count=over))
    text, markdown = render_text(questions, read.lang), render_markdown(questions, read.lang)
    with st.container(horizontal=True, gap="small", key="check-take"):
        copy_button(text, words, "copy_questions", words("check.copy_questions"))
        files = (("text", text, "questions.txt", "text/plain"), ("markdown", markdown, "questions.md", "text/markdown"))
        for kind, data, name, mime in files:
            st.download_button(
                words(f"draft.download_{kind}"), data, name, mime, key=f"questions_{kind}", on_click="ignore"
            )


def _questions(read: Read, found: Sorted) -> tuple[list[Question], int]:
    """Each question once for the same words, as they were found; and how many more findings raise one."""
    known = st.session_state.get("check_questions")
    if known is None or known[0] is not read or known[1] is not found:
        asking = [one for one in found.standing if one.found.diagnostic.question]
        report = Report(paper().shown_name or "-", linted_of(read, asking[:MOST]), Lines(read.document.original))
        once = {(one.colleague, one.question, one.claim.casefold()): one for one in reversed(find_questions(report))}
        known = (read, found, list(reversed(once.values())), max(0, len(asking) - MOST))
        st.session_state["check_questions"] = known
    questions: list[Question] = known[2]
    over: int = known[3]
    return questions, over


def _group(colleague: str, questions: list[Question], read: Read, words: Words) -> Html:
    items = [
        el(
            "li",
            el("b", one.question, lang=read.lang),
            el("span", quoted(one.claim, read.lang), cls="ys-said", lang=read.lang),
            el("span", el("b", words.lead("recognised.needs")), el("span", one.needs, lang=read.lang), cls="ys-said")
            if one.needs
            else Html(),
        )
        for one in questions
    ]
    return el(
        "div", el("h3", colleague_name(colleague, words.lang)), el("ul", *items, cls="ys-list"), cls="ys-check-ask"
    )
