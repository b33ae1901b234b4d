"""Brands that a person prints handouts in: a small JSON file each, kept beside the preferences or passed around."""

from __future__ import annotations

import hashlib
import io
import json
import re
from base64 import b64decode
from contextlib import suppress
from dataclasses import replace as replaced
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, ValidationError

from cjeditor.model.fields import Colour, Line, Record
from cjeditor.model.pictures import content, size_of
from cjeditor.model.problem import Problem, Where
from cjeditor.model.project import Asset
from cjeditor.model.replace import make
from cjeditor.storage import limits, problems
from cjeditor.storage.diagnosis import refused_fields
from cjeditor.storage.load import FileRefused, read_file
from cjeditor.storage.save import SaveFailed, write_file

SUFFIX = ".json"
VERSION = 1
_FORMAT = "cjeditor-brand"
_LONGEST_STEM = 40
_UNFIT = re.compile(r"[^a-z0-9]+")
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"


class _Envelope(Record, extra="ignore"):
    """What is looked at first: whose file it is, and of which version."""

    format: Literal["cjeditor-brand"]
    version: Annotated[int, Field(ge=1, le=limits.VERSION)]


class _File(Record):
    format: Literal["cjeditor-brand"]
    version: Literal[1]
    name: Annotated[Line, StringConstraints(min_length=1, max_length=limits.BRAND_NAME)]
    primary: Colour | Literal[""] = ""
    accent: Colour | Literal[""] = ""
    footer: Annotated[Line, StringConstraints(max_length=limits.BRAND_FOOTER)] = ""
    logo: Annotated[str, StringConstraints(max_length=limits.BRAND_SIZE)] = ""


class BrandProfile(Record):
    """A brand under a name.

    `primary` and `accent` are colours or empty, for those of the program; `footer` stands at the foot of each page.
    """

    name: Annotated[Line, StringConstraints(min_length=1, max_length=limits.BRAND_NAME)]
    primary: Colour | Literal[""] = ""
    accent: Colour | Literal[""] = ""
    footer: Annotated[Line, StringConstraints(max_length=limits.BRAND_FOOTER)] = ""
    logo: Asset | None = None


def read_brand(path: Path) -> BrandProfile:
    """The brand in a file; its logo is base64 of a PNG or JPEG that can be drawn.

    Raises:
        FileRefused: it cannot be read, or with `not-a-brand`, `too-new`, `brand-too-big`, `brand-logo-no-picture`;
            or with `field-refused` and the name of the field, for each one that is unknown or holds what it must not.
    """
    data, _status = read_file(path, limits.BRAND_SIZE, "brand-too-big")
    return _brand_in(path, data)


def write_brand(path: Path, brand: BrandProfile) -> None:
    """Write a brand to a file that `read_brand` understands. Raises SaveFailed."""
    kept = {key: value for key, value in brand.model_dump(mode="json", exclude={"logo"}).items() if value}
    kept = {"format": _FORMAT, "version": VERSION, **kept}
    if brand.logo is not None:
        kept["logo"] = brand.logo.data
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SaveFailed(path, problems.from_writing(error)) from error
    except ValueError as error:  # a NUL in the name
        raise SaveFailed(path, Problem("name-not-allowed")) from error
    write_file(path, (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode())


def brands_in(folder: Path) -> tuple[BrandProfile, ...]:
    """The brands kept in a folder, by name; what is damaged there, or something else, is left alone."""
    return tuple(brand for _path, brand in _found_in(folder))


def keep_brand(folder: Path, brand: BrandProfile) -> None:
    """Keep a brand in a folder, in place of one of the same name. Raises SaveFailed."""
    known = next((path for path, one in _found_in(folder) if one.name == brand.name), None)
    write_brand(known or _free_path(folder, brand.name), brand)


def remove_brand(folder: Path, name: str) -> None:
    """Remove the brand of that name from a folder; nothing where there is none. Raises SaveFailed."""
    for path, brand in _found_in(folder):
        if brand.name == name:
            try:
                path.unlink()
            except OSError as error:
                raise SaveFailed(path, problems.from_writing(error)) from error


def make_brand(
    name: str, *, primary: str = "", accent: str = "", footer: str = "", logo: Asset | None = None
) -> BrandProfile | None:
    """A brand of these values; None where they cannot be kept: without a name, or with a colour that is none."""
    with suppress(ValidationError):
        return BrandProfile(name=name.strip(), primary=primary, accent=accent, footer=footer.strip(), logo=logo)
    return None


def _brand_in(path: Path, data: bytes) -> BrandProfile:
    try:
        envelope = _Envelope.model_validate_json(data)
    except ValidationError as error:
        raise FileRefused(path, (Problem("not-a-brand"),)) from error
    if envelope.version > VERSION:
        known: dict[str, str | int | float] = {"version": envelope.version, "known": VERSION}
        raise FileRefused(path, (Problem("too-new", params=known),))
    try:
        form = _File.model_validate_json(data)
    except ValidationError as error:
        raise FileRefused(path, _refused(data, error)) from error
    logo = _logo_of(form.logo) if form.logo else None
    if form.logo and logo is None:
        raise FileRefused(path, (Problem("brand-logo-no-picture"),))
    return BrandProfile(name=form.name, primary=form.primary, accent=form.accent, footer=form.footer, logo=logo)


def _refused(data: bytes, error: ValidationError) -> tuple[Problem, ...]:
    """What is wrong with a brand's fields, each said once: a colour that may be empty is refused as either."""
    found: dict[Where, Problem] = {}
    for each in refused_fields(_File, data, error):
        found.setdefault(each.where[:1], replaced(each, where=each.where[:1]))
    return tuple(found.values())


def _logo_of(encoded: str) -> Asset | None:
    """The picture that base64 holds; None where it is none, is damaged, or too large to be drawn."""
    try:
        data = b64decode(encoded, validate=True)
    except ValueError:
        return None
    if not data.startswith((_PNG, _JPEG)):
        return None
    total = hashlib.sha256(data).hexdigest()
    kind = "image/png" if data.startswith(_PNG) else "image/jpeg"
    logo = make(Asset, id=f"as_{total[:20]}", sha256=total, media_type=kind, data=encoded)
    return logo if size_of(logo) is not None and _is_drawable(content(logo)) else None


def _is_drawable(data: bytes) -> bool:
    """Whether all of a picture is there: its header alone does not say so."""
    # Imported here: brands are read rarely, and reading pictures takes time to load.
    from PIL import Image  # noqa: PLC0415

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
            opened.load()
    except Exception:  # noqa: BLE001  whatever decoders make of damaged bytes, it is no picture
        return False
    return True


def _found_in(folder: Path) -> list[tuple[Path, BrandProfile]]:
    found: list[tuple[Path, BrandProfile]] = []
    with suppress(OSError):
        for path in folder.glob(f"*{SUFFIX}"):
            with suppress(FileRefused):
                found.append((path, read_brand(path)))
    return sorted(found, key=_by_name)


def _by_name(found: tuple[Path, BrandProfile]) -> tuple[str, str]:
    path, brand = found
    return brand.name.casefold(), path.name


def _free_path(folder: Path, name: str) -> Path:
    """Where a brand of that name can be written without taking another one's place."""
    stem = _UNFIT.sub("-", name.casefold()).strip("-")[:_LONGEST_STEM] or "brand"
    number = 1
    path = folder / f"{stem}{SUFFIX}"
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{SUFFIX}"
    return path
