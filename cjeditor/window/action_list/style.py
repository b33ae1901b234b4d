"""The colours of the pane of actions: those of the outline's table, and of the properties' form."""

from __future__ import annotations

from cjeditor.layout.theme import Theme
from cjeditor.window.outline import look
from cjeditor.window.properties import style


def style_sheet(theme: Theme) -> str:
    """Return what the palette leaves to be said of bars, table and form."""
    colour = theme.colour
    return f"""
        {look.style_sheet(theme)}
        QWidget#actions_inside {{ background: {colour("chrome")}; }}
        QLabel#quiet {{ color: {colour("secondary")}; }}
        QSplitter::handle {{ background: {colour("rule")}; }}
    """


def form_sheet(theme: Theme) -> str:
    """Return what the palette leaves to be said of the form."""
    colour = theme.colour
    return f"""
        {style.style_sheet(theme)}
        QPushButton#action_card {{ text-align: left; border: 1px solid transparent; padding: 3px 6px; }}
        QPushButton#action_card:focus {{ border: 1px solid {colour("selection")}; }}
    """
