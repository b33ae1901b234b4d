"""What every catalogue file is made of, and how one is read: strictly, with a clear failure."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from cjeditor import resources, texts

CatalogueKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""What a file refers to an entry by; never changes once it has shipped."""

IconName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""A glyph of the icon font, by its name there."""

Wording = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=False)]


class CatalogueBroken(Exception):
    """A catalogue file that ships with the program is not what the program expects: the installation is damaged."""

    def __init__(self, name: str, details: tuple[str, ...]) -> None:
        super().__init__(f"{name}: {'; '.join(details)}")
        self.name = name
        self.details = details


class Entry(BaseModel):
    """The base of all catalogue entries: frozen, strict, closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Wordings(Entry):
    """A text in both languages."""

    en: Wording
    de: Wording

    def in_language(self, language: str) -> str:
        """Return the text in `language` (``en``, ``de``, the pseudo-language); English for any other."""
        if language == "de":
            return self.de
        return texts.disguised(self.en) if language == texts.PSEUDO_LANGUAGE else self.en


E = TypeVar("E", bound=Entry)


def read(name: str, kind: type[E], folder: str = "catalogue") -> E:
    """Return the catalogue file `name` as an entry of `kind`.

    Args:
        name: with its suffix.
        kind: what the whole file is.
        folder: where it lies below the resources folder.

    Raises:
        CatalogueBroken: the file is missing, is not JSON, or holds other fields or values than `kind` allows.
    """
    place = f"{folder}/{name}"
    try:
        return kind.model_validate_json(resources.data(place))
    except resources.ResourceMissing as missing:
        raise CatalogueBroken(place, ("the file is missing",)) from missing
    except ValidationError as refused:
        details = tuple(f"{'/'.join(map(str, error['loc'])) or 'file'}: {error['msg']}" for error in refused.errors())
        raise CatalogueBroken(place, details) from refused
