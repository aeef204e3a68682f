"""`python -m evals.pages`."""

from __future__ import annotations

from evals.pages.run import main

if __name__ == "__main__":
    raise SystemExit(main())
