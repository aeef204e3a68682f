"""The voice of each language."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.schema import Lang
from assistant.writer.chinese import Simplified, Traditional
from assistant.writer.english import English
from assistant.writer.voice import Voice

VOICES: Mapping[Lang, Voice] = {"en": English(), "zh-Hans": Simplified(), "zh-Hant": Traditional()}
