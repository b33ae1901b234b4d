"""The style sheet of the guide, made from the theme's colours."""

from __future__ import annotations

from cjeditor.layout.theme import Theme, mix


def style_sheet(theme: Theme) -> str:
    """Return how the parts look that the palette leaves open."""
    colour = theme.colour
    hover = mix(colour("text"), colour("chrome"), 0.07)
    pressed = mix(colour("text"), colour("chrome"), 0.13)
    return f"""
        QScrollArea, QWidget#guide_sheet {{ background: {colour("chrome")}; border: none; }}
        QListWidget {{ background: transparent; border: none; outline: none; }}
        QLabel#quiet {{ color: {colour("secondary")}; }}
        QLabel#problem {{ color: {colour("warning")}; }}
        QPlainTextEdit {{ background: {colour("card")}; border: 1px solid {colour("card.border")};
            border-radius: 6px; padding: 2px 4px; }}
        QPlainTextEdit:focus {{ border: 1px solid {colour("selection")}; }}
        QToolButton {{ border: 1px solid transparent; border-radius: 5px; padding: 3px; }}
        QToolButton:hover:enabled {{ background: {hover}; }}
        QToolButton:pressed, QToolButton:checked {{ background: {pressed}; }}
        QToolButton:focus {{ border: 1px solid {colour("selection")}; }}
        QCheckBox {{ spacing: 0; }}
        QWidget#guide_question QToolButton {{ padding: 3px 5px 3px 0; color: {colour("secondary")}; }}
    """
