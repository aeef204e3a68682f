"""What was typed just before the Write page was left: its fields are not drawn any more, and would take it with them."""

from __future__ import annotations

import logging

import streamlit as st

from assistant.errors import YardstickError

_LOG = logging.getLogger(__name__)


def leave_write() -> None:
    """Takes it in and saves it. What cannot be taken is said when the page is seen again."""
    if "desk" not in st.session_state:
        return
    from assistant.ui.desk import desk
    from assistant.ui.drafting import last_draft
    from assistant.ui.drafts.editing import written
    from assistant.ui.drafts.fields import hear_fields
    from assistant.ui.form import hear_form

    try:
        hear_form()
        drafted = last_draft()
        if drafted is not None:
            hear_fields(drafted, min(written().shown, len(drafted.draft.variants) - 1))
    except YardstickError as error:
        _LOG.info("left behind on the Write page: %s", error)
    desk().keep()
