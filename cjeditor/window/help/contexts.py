"""Which page of the help is about the place where the focus is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from cjeditor.window.guide.guide import Guide
from cjeditor.window.help.phase_page import phase_key
from cjeditor.window.pane import Pane

PAGES: Mapping[str, str] = MappingProxyType(
    {
        "blocks": "pane-blocks",
        "properties": "pane-properties",
        "guide": "pane-guide",
        "outline": "pane-outline",
        "agenda": "pane-agenda",
        "inbox": "pane-inbox",
        "comments": "pane-comments",
        "voting": "pane-voting",
        "figures": "pane-figures",
        "actions": "pane-actions",
        "check": "pane-check",
    }
)
"""The page on each pane, by the pane's id."""


def page_for(widget: QWidget | None) -> str:
    """Return the page on the pane that `widget` is in, for the guide that on the phase it shows; else nothing."""
    while widget is not None:
        if isinstance(widget, Guide) and widget.numbers:
            return phase_key(widget.numbers[0])
        if isinstance(widget, Pane):
            return PAGES.get(widget.spec.id, "")
        widget = widget.parentWidget()
    return ""
