"""The style sheet of the properties, made from the theme's colours."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from cjeditor.layout.theme import Theme, mix

_LARGE = 17 / 13
"""How much larger than other texts the title is."""


def style_sheet(theme: Theme) -> str:
    """Return how fields, segments and entries look in `theme`."""
    colour = theme.colour
    hover = mix(colour("text"), colour("card"), 0.06)
    tones = "".join(
        f'QToolButton[tone="{value}"]:checked {{ background: {colour(f"emotion.{value}")}; '
        f"color: {colour('on.emotion')}; }}"
        for value in range(-2, 3)
    )
    return f"""
        QScrollArea, QWidget#sheet {{ background: {colour("chrome")}; border: none; }}
        QLabel#label, QLabel#quiet {{ color: {colour("secondary")}; }}
        QLabel#section {{ color: {colour("secondary")}; font-weight: bold; padding: 6px 0 0 0; margin: 0; }}
        QLabel#entry_heading {{ font-weight: bold; }}
        QLabel#problem {{ color: {colour("warning")}; }}
        QLineEdit, QPlainTextEdit {{ background: {colour("card")}; border: 1px solid {colour("card.border")};
            border-radius: 6px; padding: 2px 4px; }}
        QLineEdit {{ padding: 4px 5px; }}
        QLineEdit:focus, QPlainTextEdit:focus {{ border: 1px solid {colour("selection")}; }}
        QPlainTextEdit#large {{ background: transparent; border: 1px solid transparent; padding: 1px 4px;
            font-size: {round(QApplication.font().pixelSize() * _LARGE)}px; font-weight: bold; }}
        QPlainTextEdit#large:hover {{ border: 1px solid {colour("card.border")}; }}
        QPlainTextEdit#large:focus {{ background: {colour("card")}; border: 1px solid {colour("selection")}; }}
        QFrame#entry {{ background: {mix(colour("card"), colour("chrome"), 0.5)};
            border: 1px solid {colour("card.border")}; border-radius: 6px; }}
        QToolButton[segment="true"] {{ background: {colour("card")}; border: 1px solid {colour("card.border")};
            border-radius: 5px; padding: 4px 0; }}
        QToolButton#rating_level {{ background: {colour("card")}; border: 1px solid {colour("card.border")};
            border-radius: 5px; padding: 3px 0; }}
        QToolButton#rating_level:hover {{ background: {hover}; }}
        QToolButton#rating_level:disabled {{ color: {mix(colour("secondary"), colour("chrome"), 0.62)}; }}
        QToolButton#rating_level:focus {{ border: 2px solid {colour("selection")}; padding: 2px 0; }}
        QToolButton[segment="true"]:hover {{ background: {hover}; }}
        QToolButton[segment="true"]:checked {{ background: {colour("selection")}; color: {colour("on.primary")}; }}
        {tones}
        QToolButton[segment="true"]:focus {{ border: 2px solid {colour("selection")}; padding: 3px 0; }}
        QToolButton[segment="true"]:checked:focus {{ border: 2px solid {colour("text")}; padding: 3px 0; }}
        QCheckBox::indicator:indeterminate {{ background: {colour("rule.strong")}; border-color: {colour("card")}; }}
        QPushButton, QToolButton#add_slider, QToolButton#take, QToolButton#export {{ background: transparent;
            border: 1px solid {colour("card.border")}; border-radius: 6px; padding: 4px 10px; }}
        QPushButton:hover, QToolButton#add_slider:hover, QToolButton#take:hover, QToolButton#export:hover {{
            background: {hover}; }}
        QPushButton:focus, QToolButton#add_slider:focus, QToolButton#take:focus, QToolButton#export:focus {{
            border: 1px solid {colour("selection")}; }}
        QFrame#entry QPushButton, QPushButton[quiet="true"] {{ border: 1px solid transparent;
            color: {colour("secondary")}; padding: 2px 6px; }}
        QFrame#entry QPushButton:focus, QPushButton[quiet="true"]:focus {{ border: 1px solid {colour("selection")}; }}
    """
