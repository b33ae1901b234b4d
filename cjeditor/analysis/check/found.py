"""What a rule of the journey check found: a code with parameters, to be worded at the edge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cjeditor.model.fields import Span

Value = str | int | float | Span | tuple[str, ...]
"""A parameter. Texts are people's own, or keys of the catalogue; under `target` and `other` stands a card's id."""


@dataclass(frozen=True)
class Found:
    """What a rule found on the map that it looked at.

    Attributes:
        about: the id of the card, phase, action or map that it is about.
        variant: which of the rule's sentences says it; empty for its only one.
        params: values for the sentence and for what mending it is called.
        others: ids of further cards that it is about.
        is_mendable: whether the rule's fix can mend it.
    """

    about: str
    variant: str = ""
    params: Mapping[str, Value] = field(default_factory=dict, hash=False)
    others: tuple[str, ...] = ()
    is_mendable: bool = False


@dataclass(frozen=True)
class Finding:
    """What was found, with the key of the rule, the id of the map, and the id of the phase where it lies (or empty)."""

    rule: str
    map_id: str
    phase: str
    found: Found

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells it from others, and stays as long as the same is found again."""
        said = ",".join(str(self.found.params.get(name, "")) for name in ("reason", "kpi", "link", "target", "other"))
        return self.rule, self.found.about, self.found.variant, said
