"""Building blocks: what can be dragged onto a map or added at the focus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Block:
    """One block.

    `note_kind` is for notes and lanes of notes, `lane_kind` for lanes; `framework` and `framework_phase` are keys of
    the catalogue for a phase of a framework; `title` is the name that the block is offered by.
    """

    kind: Literal["touchpoint", "note", "phase", "lane"]
    note_kind: str = ""
    lane_kind: str = ""
    framework: str = ""
    framework_phase: str = ""
    title: str = ""
