"""What is chosen for worksheets, as it is remembered from one workshop to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from cjeditor.export.options import NOTE_SIZES, NoteSize
from cjeditor.export.parts import WORKSHEET_KEYS
from cjeditor.window.handout.choices import named_paper


@dataclass(frozen=True)
class Choices:
    """What people choose; how many take part is another number in each workshop.

    Attributes:
        sheets: the keys of those that are printed.
        paper: its name, its sides in millimetres as in `500x700`, or empty for the project's own.
        landscape: whether the long side lies at the bottom.
        note_size: of sticky notes in millimetres; None for what suits the paper.
    """

    sheets: tuple[str, ...] = WORKSHEET_KEYS
    paper: str = ""
    landscape: bool = True
    note_size: NoteSize | None = None


def to_keep(choices: Choices) -> dict[str, object]:
    """The choices as values of JSON."""
    return {**asdict(choices), "sheets": list(choices.sheets)}


def kept(values: Mapping[str, object]) -> Choices:
    """The choices that were kept; in place of each that makes no sense any more what is proposed at first."""
    sheets, paper, size = values.get("sheets"), values.get("paper"), values.get("note_size")
    named = tuple(key for key in WORKSHEET_KEYS if isinstance(sheets, list) and key in sheets)
    return Choices(
        sheets=named or WORKSHEET_KEYS,
        paper=paper if isinstance(paper, str) and named_paper(paper) is not None else "",
        landscape=values.get("landscape") is not False,
        note_size=next((one for one in NOTE_SIZES if one == size), None),
    )
