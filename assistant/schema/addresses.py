"""What leads a reader elsewhere: a web or e-mail address, however it is written."""

from __future__ import annotations

import re

ADDRESS = re.compile(r"https?:|www\.|\w@\w|\w\.(?:com|net|org|cn|tw|hk|io|shop)\b", re.IGNORECASE)
