"""What is chosen for a handout, as it is remembered from one to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import get_args

from cjeditor.export.options import AUDIENCES, PAPERS, Audience, OwnSize, Paper, own_size
from cjeditor.export.parts import PART_KEYS
from cjeditor.export.presets import PRESETS
from cjeditor.model.fields import Language

FIRST_PRESET = PRESETS[0]
"""Proposed to those who have made no handout yet."""


@dataclass(frozen=True)
class Choices:
    """What people choose in the composer.

    Attributes:
        order: the keys of all parts.
        ticked: those that are printed.
        paper: its name, its sides in millimetres as in `500x700`, or empty for the project's own.
        landscape: whether the long side lies at the bottom.
        language: of the labels; empty for the project's own.
        audience: for whom it is.
        brand: the name of a kept brand; empty for none.
    """

    order: tuple[str, ...] = PART_KEYS
    ticked: frozenset[str] = frozenset(FIRST_PRESET.parts)
    paper: str = ""
    landscape: bool = True
    language: str = ""
    audience: Audience = FIRST_PRESET.audience
    brand: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The keys of the parts that are printed, in order."""
        return tuple(key for key in self.order if key in self.ticked)


def ordered_with(parts: tuple[str, ...]) -> tuple[str, ...]:
    """All parts with these at the front; what is no part any more is left out."""
    known = dict.fromkeys(key for key in parts if key in PART_KEYS)
    return (*known, *(key for key in PART_KEYS if key not in known))


def to_keep(choices: Choices) -> dict[str, object]:
    """The choices as values of JSON."""
    return {**asdict(choices), "ticked": sorted(choices.ticked)}


def kept(values: Mapping[str, object]) -> Choices:
    """The choices that were kept; in place of each that makes no sense any more what is proposed at first."""
    first = Choices()
    order, ticked = _keys(values.get("order")), frozenset(_keys(values.get("ticked")))
    paper, audience = values.get("paper"), values.get("audience")
    language, brand = values.get("language"), values.get("brand")
    return Choices(
        order=_with_new_ones(order) if ticked else ordered_with(FIRST_PRESET.parts),
        ticked=ticked or first.ticked,
        paper=paper if isinstance(paper, str) and named_paper(paper) is not None else "",
        landscape=values.get("landscape") is not False,
        language=language if isinstance(language, str) and language in get_args(Language) else "",
        audience=audience if audience in AUDIENCES else _meant_for(order, ticked),
        brand=brand if isinstance(brand, str) else "",
    )


def _meant_for(order: tuple[str, ...], ticked: frozenset[str]) -> Audience:
    """For whom the ready-made set of these parts is meant; the team where they are none, and never clients."""
    parts = tuple(key for key in order if key in ticked)
    return next((one.audience for one in PRESETS if one.parts == parts), FIRST_PRESET.audience)


def named_paper(text: str) -> Paper | OwnSize | None:
    """The paper of that name or size; None where there is none."""
    return text if text in PAPERS else own_size(text)


def _keys(value: object) -> tuple[str, ...]:
    """The keys of parts in a value; none where it is something else."""
    if not isinstance(value, list):
        return ()
    return tuple(dict.fromkeys(key for key in value if isinstance(key, str) and key in PART_KEYS))


def _with_new_ones(order: tuple[str, ...]) -> tuple[str, ...]:
    """The order with each part that is not in it behind the one that the table has before it."""
    found = list(order)
    for at, key in enumerate(PART_KEYS):
        if key not in found:
            found.insert(found.index(PART_KEYS[at - 1]) + 1 if at else 0, key)
    return tuple(found)
