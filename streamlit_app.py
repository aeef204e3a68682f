"""Starts the browser app: `make app`, or `streamlit run streamlit_app.py`."""

from assistant.ui.app import run

run()
