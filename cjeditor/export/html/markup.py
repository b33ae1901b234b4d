"""Elements of a page: texts of a project are escaped here, and nowhere is one used as markup."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from cjeditor.export.plain_text import clean
from cjeditor.export.svg import shape_as_svg
from cjeditor.layout.primitives import Primitive
from cjeditor.layout.theme import Theme


def said(text: str) -> str:
    """A text as it stands between tags or in an attribute."""
    return escape(clean(text), quote=True)


def element(tag: str, content: str, attributes: Mapping[str, str] | None = None) -> str:
    """An element with markup in it; values of attributes are texts."""
    return f"<{tag}{attributes_of(attributes or {})}>{content}</{tag}>"


def text(tag: str, words: str, attributes: Mapping[str, str] | None = None) -> str:
    """An element with a text of the project in it, which is read in its own direction."""
    return element(tag, said(words), {"dir": "auto", **(attributes or {})})


def attributes_of(values: Mapping[str, str]) -> str:
    """Attributes, each after a space; those without a value are left out."""
    return "".join(f' {name}="{said(value)}"' for name, value in values.items() if value)


class Palette:
    """Gives each style of the theme a variable of the style sheet, so that a dark screen has other colours."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def colour(self, style: str) -> str:
        """The variable of a style."""
        name = self._names.setdefault(style, f"--c{len(self._names)}")
        return f"var({name})"

    def rules(self, theme: Theme) -> str:
        """The values of all variables that were asked for, in the colours of a theme."""
        return "".join(f"{name}:{theme.colour(style)};" for style, name in self._names.items())


def drawing(
    shapes: Iterable[Primitive], width: float, height: float, palette: Palette, attributes: Mapping[str, str]
) -> str:
    """Shapes as a picture within the page."""
    size = {"viewBox": f"0 0 {number(width)} {number(height)}", "width": number(width), "height": number(height)}
    content = "".join(shape_as_svg(shape, palette) for shape in shapes)
    return element("svg", content, {**size, "focusable": "false", **attributes})


def number(value: float) -> str:
    """A length as it stands in a style sheet."""
    return f"{round(value, 2) + 0.0:.10g}"
