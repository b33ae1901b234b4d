"""How a picture stands in its box: filling it, and what is seen where there is none."""

from __future__ import annotations

from typing import NamedTuple

from cjeditor.layout.icons import icon
from cjeditor.layout.primitives import Image, Primitive, Rect

GROUND = "note.thought"
"""The colour behind pictures, and in place of those that cannot be shown."""
_ICON = 24.0


class Box(NamedTuple):
    """A place in pixels."""

    x: float
    y: float
    width: float
    height: float


def covering(image: Image, width: float, height: float) -> Box:
    """Where the whole of a picture of this size lies, so that its middle just fills the image's box."""
    scale = max(image.width / width, image.height / height)
    wide, high = width * scale, height * scale
    return Box(image.x + (image.width - wide) / 2, image.y + (image.height - high) / 2, wide, high)


def missing_picture(image: Image) -> tuple[Primitive, ...]:
    """What stands in a picture's place where it is damaged or lost."""
    ground = Rect(image.x, image.y, image.width, image.height, fill=GROUND, radius=image.radius)
    size = min(_ICON, image.width, image.height)
    left, top = image.x + (image.width - size) / 2, image.y + (image.height - size) / 2
    return (ground, icon("image", left, top, size, "placeholder"))
