"""`python -m evals.ranking`."""

from __future__ import annotations

from evals.ranking.run import main

if __name__ == "__main__":
    raise SystemExit(main())
