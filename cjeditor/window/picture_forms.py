"""The forms in which a picture of the map is saved, as the dialogue for its file offers them."""

from __future__ import annotations

from collections.abc import Mapping

from cjeditor.export.options import PictureOptions
from cjeditor.texts import Texts

_WIDTHS = (1_920, 3_840)
"""Pixels: as wide as the screens that slides are shown on."""


def picture_forms(words: Texts) -> dict[str, PictureOptions]:
    """What a picture is asked to be, by the filter of the file dialogue that says so."""
    t = words.t
    others = {
        t("without a ground"): PictureOptions(transparent=True),
        t("for clients: nothing from backstage"): PictureOptions(audience="client"),
        t("black and white"): PictureOptions(grey=True),
        t("for clients, black and white"): PictureOptions(audience="client", grey=True),
    }
    widths = {t("{count} pixels wide", count=words.number(width)): PictureOptions(width=width) for width in _WIDTHS}
    forms = {
        **_named("SVG", {t("sharp at any size"): PictureOptions(), **others}),
        **_named("PNG", {t("pixels"): PictureOptions(), **widths, **others}),
    }
    return {f"{name} (*.{suffix})": options for name, (options, suffix) in forms.items()}


def _named(form: str, some: Mapping[str, PictureOptions]) -> dict[str, tuple[PictureOptions, str]]:
    return {f"{form} – {name}": (options, form.lower()) for name, options in some.items()}
