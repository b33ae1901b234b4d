"""What the kinds of agenda steps are called, and their icons."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from cjeditor.model.fields import AgendaKind
from cjeditor.model.project import AgendaStep
from cjeditor.texts import N_, Texts


class StepKind(NamedTuple):
    """A kind of step: its name, untranslated, and its glyph in the icon font."""

    name: str
    icon: str


STEP_KINDS: Final[Mapping[AgendaKind, StepKind]] = MappingProxyType(
    {
        "welcome": StepKind(N_("Welcome"), "hand-waving"),
        "brief": StepKind(N_("Brief"), "chalkboard-teacher"),
        "write": StepKind(N_("Silent writing"), "pencil-line"),
        "share": StepKind(N_("Share and merge"), "users-three"),
        "vote": StepKind(N_("Vote"), "thumbs-up"),
        "mark": StepKind(N_("Mark"), "smiley-meh"),
        "break": StepKind(N_("Break"), "coffee"),
        "next_steps": StepKind(N_("Next steps"), "list-numbers"),
        "slack": StepKind(N_("Slack"), "hourglass"),
        "free": StepKind(N_("Other"), "circle-dashed"),
    }
)
"""In the order of a list to choose from."""


def title_of(step: AgendaStep, words: Texts) -> str:
    """Return what a step is called: its title on one line, or what its kind is called."""
    return " ".join(step.title.split()) or words.t(STEP_KINDS[step.kind].name)
