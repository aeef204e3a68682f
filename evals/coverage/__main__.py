"""`python -m evals.coverage`."""

from __future__ import annotations

from evals.coverage.run import main

if __name__ == "__main__":
    raise SystemExit(main())
