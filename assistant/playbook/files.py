"""A team's own playbook as a document: what each of its files may hold, and an example to start from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from assistant.playbook.entries import ChannelEntry, Emphasis, TopicEntry


class PlaybookFiles(BaseModel):
    """A folder of YAML files, each optional: `channels` is channels.yaml, and so on; an entry stands in for ours by id."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    channels: Mapping[str, ChannelEntry] = Field(default_factory=dict)
    topics: Mapping[str, TopicEntry] = Field(default_factory=dict)
    stages: Mapping[str, Emphasis] = Field(default_factory=dict)
    lifecycles: Mapping[str, Emphasis] = Field(default_factory=dict)
    motives: Mapping[str, Emphasis] = Field(default_factory=dict)
    purposes: Mapping[str, Emphasis] = Field(default_factory=dict)


def playbook_schema() -> dict[str, Any]:
    """The JSON Schema of all files by name."""
    return PlaybookFiles.model_json_schema()


def playbook_example() -> dict[str, Any]:
    """A channel of a team's own, a topic with its words, and a stage seen otherwise."""
    return {
        "channels": {
            "shelf_label": {
                "name": {"en": "shelf label", "zh-Hans": "货架标签", "zh-Hant": "貨架標籤"},
                "fields": {
                    "top": {"role": "headline", "limit": {"most": 40, "counts": "double_width"}},
                    "figures": {"role": "specs", "limit": {"most": 60, "counts": "double_width", "hard": False}},
                },
                "facts": 3,
                "angles": {"picture": 0.6},
            }
        },
        "topics": {
            "pour": {"gains": ["effort"], "dimensions": ["time", "volume"], "words": {"en": ["pour", "pour-over"]}}
        },
        "stages": {
            "choice": {
                "note": "Our customers ask for the warranty first.",
                "gains": {"worry": 1.0},
                "closes": ["reassure"],
            }
        },
    }
