"""How long the script takes to draw the page anew after a key, with a draft on the desk: no browser, no connection."""

from __future__ import annotations

import json
import os
import tempfile
from statistics import median
from time import perf_counter

from evals.bench.app import FACTS
from evals.bench.peers import ROOT

RUNS = 25


def measure_drawing() -> float:
    """Seconds, the median over keys; Streamlit's own part of each drawing included."""
    from streamlit.testing.v1 import AppTest

    page = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=120)
    page.run()
    _type(page, FACTS)
    page.button(key="write").click().run()
    taken = []
    for number in range(RUNS):
        began = perf_counter()
        _type(page, f"{FACTS}\nWeight: {number} kg")
        taken.append(perf_counter() - began)
    if page.exception:
        raise RuntimeError("the page could not be drawn")
    return median(taken)


def _type(page: object, text: str) -> None:
    """What the browser tells when a text has been typed into the field of facts."""
    state = page.session_state  # type: ignore[attr-defined]
    here = state["desk"]
    state["facts"] = {"said": {"of": f"{here.id}.source", "serial": here.serial, "count": 1, "text": text}}
    page.run()  # type: ignore[attr-defined]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["YARDSTICK_DATA"] = folder
        print(json.dumps({"seconds": measure_drawing()}))
