"""The forms in which a picture of the map is saved, as the dialogue for its file offers them."""

from __future__ import annotations

from cjeditor.export.options import PictureOptions
from cjeditor.texts import Texts

_WIDTHS = (1_920, 3_840)
"""Pixels: as wide as the screens that slides are shown on."""


def picture_forms(words: Texts) -> dict[str, PictureOptions]:
    """What a picture is asked to be, by the filter of the file dialogue that says so."""
    t = words.t
    forms = {
        f"SVG – {t('sharp at any size')}": (PictureOptions(), "svg"),
        f"SVG – {t('without a ground')}": (PictureOptions(transparent=True), "svg"),
        f"PNG – {t('pixels')}": (PictureOptions(), "png"),
    }
    for width in _WIDTHS:
        wide = t("{count} pixels wide", count=words.number(width))
        forms[f"PNG – {wide}"] = (PictureOptions(width=width), "png")
    forms[f"PNG – {t('without a ground')}"] = (PictureOptions(transparent=True), "png")
    return {f"{name} (*.{suffix})": options for name, (options, suffix) in forms.items()}
