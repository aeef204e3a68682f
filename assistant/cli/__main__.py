"""`python -m assistant.cli`: the same as `yardstick`."""

import sys

from assistant.cli import main

sys.exit(main())
