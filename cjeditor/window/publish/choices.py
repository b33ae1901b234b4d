"""What is chosen for slides and web pages, as it is remembered from one to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Final, get_args

from cjeditor.export.options import Audience
from cjeditor.model.fields import Language

READERS: Final[tuple[Audience, ...]] = ("team", "client")
"""Those for whom slides and pages differ: what facilitators get more is on paper only."""


@dataclass(frozen=True)
class Choices:
    """What people choose.

    Attributes:
        audience: for whom it is; one of `READERS`.
        brand: the name of a kept brand; empty for none.
        language: of the labels; empty for the project's own.
    """

    audience: Audience = "team"
    brand: str = ""
    language: str = ""


def to_keep(choices: Choices) -> dict[str, object]:
    """The choices as values of JSON."""
    return asdict(choices)


def kept(values: Mapping[str, object]) -> Choices:
    """The choices that were kept; in place of each that makes no sense any more what is proposed at first."""
    audience, brand, language = values.get("audience"), values.get("brand"), values.get("language")
    return Choices(
        audience=next((one for one in READERS if one == audience), "team"),
        brand=brand if isinstance(brand, str) else "",
        language=language if isinstance(language, str) and language in get_args(Language) else "",
    )
