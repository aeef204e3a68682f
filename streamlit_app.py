"""Starts the browser app: `make app`, or `streamlit run streamlit_app.py`."""

import streamlit as st

if __name__ == "__main__":
    # Streamlit runs this file by this name whenever it draws the page.
    from assistant.ui.app import run

    run()
else:
    from assistant.ui.serving import broken, middleware, serving

    # `streamlit run` finds this call, imports the file and serves what it makes.
    app = st.App(__file__, middleware=middleware(), lifespan=serving, exception_handlers={Exception: broken})
