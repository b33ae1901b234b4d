"""The phase frameworks a map can start from: their phases, colours, funnel stages and what each phase is for."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from cjeditor.catalogue.entries import CatalogueKey, Entry, Wordings, read
from cjeditor.model.fields import Colour, FunnelStage

GuidanceNumber = Annotated[int, Field(ge=1, le=9)]


class FrameworkPhase(Entry):
    """One phase of a framework. `guidance` names the phases of the full nine whose guidance it inherits."""

    key: CatalogueKey
    name: Wordings
    purpose: Wordings
    colour: Colour
    funnel_stage: FunnelStage
    guidance: Annotated[tuple[GuidanceNumber, ...], Field(min_length=1)]


class Framework(Entry):
    """A way to cut a journey into phases. A loop leads from its last phase back to the first."""

    key: CatalogueKey
    name: Wordings
    sentence: Wordings
    shape: Literal["line", "loop"]
    phases: Annotated[tuple[FrameworkPhase, ...], Field(min_length=1)]

    def phase(self, key: str) -> FrameworkPhase | None:
        """Return the phase with this key, or nothing when the framework has none."""
        return next((phase for phase in self.phases if phase.key == key), None)


class _File(Entry):
    frameworks: tuple[Framework, ...]


@cache
def frameworks() -> tuple[Framework, ...]:
    """Return all frameworks, the default one first; raises `CatalogueBroken`."""
    return read("frameworks.json", _File).frameworks


def framework(key: str | None) -> Framework | None:
    """Return the framework with this key; nothing for none, or one that a newer or other program knows."""
    return next((one for one in frameworks() if one.key == key), None)
