"""The parts that the program is made of, with versions and licences, as they are installed here."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final

from cjeditor import __version__, resources

DEPENDENCIES: Final = (
    "arabic-reshaper",
    "babel",
    "fontpkg-lato",
    "fontpkg-noto-sans-arabic",
    "fonttools",
    "fractional-indexing",
    "pillow",
    "platformdirs",
    "pydantic",
    "pypdfium2",
    "PySide6-Essentials",
    "python-bidi",
    "python-pptx",
    "qtawesome",
    "reportlab",
)
"""What the program asks for, as pyproject.toml has it; a test compares them. What these ask for is found from them."""

QT_SOURCE: Final = "https://download.qt.io/official_releases/QtForPython/"
LGPL_TEXT: Final = "https://www.gnu.org/licenses/lgpl-3.0.html"

_NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]*")
_LICENCE_FILE = re.compile(r"(^|/)(licen[cs]e|copying|notice|ofl|build_licenses|licenses)[^/]*($|/)", re.IGNORECASE)
_SHOWN_LICENCE = 80


@dataclass(frozen=True)
class Part:
    """One part.

    Attributes:
        name: as its makers call it.
        version: the installed one; empty where it has none.
        licence: in short; empty where it does not say.
        files: its licence texts.
    """

    name: str
    version: str
    licence: str
    files: tuple[Path, ...] = ()

    def texts(self) -> str:
        """Return the licence texts one after the other; empty where none came with it."""
        return "\n\n".join(filter(None, (_read(file) for file in self.files)))


def parts() -> list[Part]:
    """Return the program itself and all its parts by name, each once."""
    own = Part("cjeditor", __version__, "MIT", tuple(_own_licence()))
    packages = {one.name.lower(): one for one in map(_part, _installed())}
    others = [
        Part("Python", platform.python_version(), "PSF-2.0"),
        Part("TeX hyphenation patterns", "", "MIT, LPPL", (resources.path("hyphenation/LICENSE.md"),)),
    ]
    return [own, *sorted((*packages.values(), *others), key=lambda part: part.name.lower())]


def _installed() -> Iterator[metadata.Distribution]:
    """Yield the packages that the program needs on this machine, and those that they need."""
    waiting, seen = list(DEPENDENCIES), set()
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in seen:
            continue
        seen.add(key)
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # a bundle keeps no record of it, or this system does not need it
        yield found
        for line in found.requires or ():
            required = _NAME.match(line)
            if required is not None and "extra" not in line.partition(";")[2]:
                waiting.append(required[0])


def _part(package: metadata.Distribution) -> Part:
    files = [file for file in package.files or () if _is_licence(str(file))]
    located = dict.fromkeys(Path(str(package.locate_file(file))) for file in files)
    return Part(str(package.metadata["Name"]), package.version, _licence(package), tuple(sorted(located)))


def _is_licence(name: str) -> bool:
    return ".dist-info/" in name and _LICENCE_FILE.search(name.partition(".dist-info/")[2]) is not None


def _licence(package: metadata.Distribution) -> str:
    """Return the licence in short: makers write it here or there."""
    data = package.metadata
    said = data.get_all("License-Expression") or [
        line.rpartition(" :: ")[2] for line in data.get_all("Classifier") or () if line.startswith("License :: ")
    ]
    said = said or (data.get_all("License") or [""])[:1]
    first = said[0].strip().splitlines()[:1]
    return first[0][:_SHOWN_LICENCE] if first else ""


def _own_licence() -> Iterator[Path]:
    try:
        yield from _part(metadata.distribution("cjeditor")).files
    except metadata.PackageNotFoundError:
        beside = resources.root().parent / "LICENSE"
        if beside.is_file():
            yield beside


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
