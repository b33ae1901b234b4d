"""The one place that finds data: catalogue files, samples, translations, fonts and icons."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_TEXT_FONTS = "fontpkg_lato"
_ICON_FONTS = "qtawesome"
_ARABIC_FONTS = "fontpkg_noto_sans_arabic"


class ResourceMissing(LookupError):
    """A file that ships with the program is not there: the installation is incomplete."""


@cache
def root() -> Path:
    """Return the folder that holds our own data.

    A source checkout keeps it beside the package, an installed wheel inside the package.

    Raises:
        ResourceMissing: neither place has it.
    """
    checkout = _PACKAGE.parent / "resources"
    installed = _PACKAGE / "_resources"
    # The installed place first: a wheel unpacked next to a stranger's "resources" folder must not read that one.
    for folder in (installed, checkout):
        if folder.is_dir():
            return folder
    raise ResourceMissing(str(installed))


def path(name: str) -> Path:
    """Return where the resource `name` lies, for example ``samples/first-home.de.cjmap``.

    Args:
        name: path below the resources folder, with forward slashes; it must not lead out of that folder.

    Raises:
        ResourceMissing: there is no such file or folder.
    """
    found = root().joinpath(*name.split("/")).resolve()
    if not found.is_relative_to(root().resolve()) or not found.exists():
        raise ResourceMissing(name)
    return found


def text(name: str) -> str:
    """Return the resource `name` as UTF-8 text; raises `ResourceMissing` as `path` does."""
    return path(name).read_text(encoding="utf-8")


def data(name: str) -> bytes:
    """Return the resource `name` as bytes; raises `ResourceMissing` as `path` does."""
    return path(name).read_bytes()


def font_file(name: str) -> Path:
    """Return the TrueType file of a text font.

    Args:
        name: the face, for example ``Lato-Regular``, ``Lato-BoldItalic``.

    Raises:
        ResourceMissing: the font package is not installed or has no such face.
    """
    return _inside(_TEXT_FONTS, f"files/{name}.ttf")


@cache
def arabic_font_file() -> Path:
    """Return the TrueType file of the font for Arabic letters; raises `ResourceMissing`."""
    return _inside(_ARABIC_FONTS, "files/NotoSansArabic[wdth,wght].ttf")


@cache
def icon_font_file() -> Path:
    """Return the TrueType file of the icon font (Phosphor); raises `ResourceMissing`."""
    return _newest_icon_file("phosphor-*.ttf")


@cache
def icon_charmap_file() -> Path:
    """Return the JSON file that maps icon names to code points (hexadecimal); raises `ResourceMissing`."""
    return _newest_icon_file("phosphor-charmap-*.json")


def _inside(package: str, name: str) -> Path:
    """Return a file of another installed package without importing it."""
    found = _package_folder(package) / name
    if not found.is_file():
        raise ResourceMissing(f"{package}: {name}")
    return found


def _newest_icon_file(pattern: str) -> Path:
    """Return the icon library's file of this kind; its name carries a version that we do not depend on."""
    folder = _package_folder(_ICON_FONTS) / "fonts"
    matches = sorted(folder.glob(pattern))
    if not matches:
        raise ResourceMissing(f"{_ICON_FONTS}: {pattern}")
    return matches[-1]


@cache
def _package_folder(package: str) -> Path:
    """Return where `package` is installed; importing it could pull in Qt, which the command line must not need."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ResourceMissing(package)
    return Path(spec.origin).parent
