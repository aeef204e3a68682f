"""`python -m evals.bench`."""

from __future__ import annotations

from evals.bench.run import main

if __name__ == "__main__":
    raise SystemExit(main())
