"""How the panes of the workshop look."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from cjeditor import resources
from cjeditor.layout.theme import Theme, mix

_LARGE = 30 / 13
"""How much larger than other texts the clock is."""


def style_sheet(theme: Theme) -> str:
    """Return what the palette leaves to be said of clock, lists, fields and their bars."""
    colour = theme.colour
    hover = mix(colour("text"), colour("chrome"), 0.06)
    over = mix(colour("warning"), colour("chrome"), 0.12)
    caret = resources.path(f"icons/caret-{'dark' if theme.dark else 'light'}.svg").as_posix()
    size = round(QApplication.font().pixelSize() * _LARGE)
    return f"""
        QWidget#workshop_inside, QScrollArea, QWidget#sheet {{ background: {colour("chrome")}; border: none; }}
        QFrame#workshop_clock {{ background: {colour("chrome")}; border: none;
            border-bottom: 1px solid {colour("rule")}; }}
        QFrame#workshop_clock[over="true"] {{ background: {over}; }}
        QLabel#workshop_time {{ font-size: {size}px; font-weight: bold; color: {colour("text")}; }}
        QFrame#workshop_clock[over="true"] QLabel#workshop_time {{ color: {colour("warning")}; }}
        QLabel#workshop_title {{ font-weight: bold; }}
        QLabel#label, QLabel#quiet, QLabel#inbox_keys {{ color: {colour("secondary")}; }}
        QProgressBar {{ background: {colour("rule")}; border: none; border-radius: 2px; }}
        QProgressBar::chunk {{ background: {colour("primary")}; border-radius: 2px; }}
        QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px 7px; color: {colour("text")}; }}
        QToolButton:hover:enabled {{ background: {hover}; }}
        QToolButton#inbox_inbox:checked, QToolButton#inbox_parking_lot:checked {{
            background: {mix(colour("text"), colour("chrome"), 0.13)}; font-weight: bold; }}
        QToolButton:disabled {{ color: {mix(colour("secondary"), colour("chrome"), 0.62)}; }}
        QToolButton:focus {{ border: 1px solid {colour("selection")}; }}
        QToolButton#workshop_toggle {{ background: {colour("primary")}; color: {colour("on.primary")};
            padding: 4px 10px; }}
        QToolButton#workshop_toggle:hover:enabled {{ background: {mix(colour("primary"), colour("text"), 0.85)}; }}
        QToolButton#workshop_toggle:disabled {{ background: {colour("rule")}; }}
        QToolButton#workshop_toggle:focus {{ border: 1px solid {colour("text")}; }}
        QToolButton#workshop_minute, QToolButton#agenda_plans {{
            background: {colour("card")}; border: 1px solid {colour("card.border")}; }}
        QToolButton#agenda_plans {{ padding: 4px 22px 4px 8px; }}
        QToolButton#workshop_minute:focus, QToolButton#agenda_plans:focus {{
            border: 1px solid {colour("selection")}; }}
        QToolButton::menu-indicator {{ image: url("{caret}"); width: 12px; height: 12px;
            subcontrol-origin: padding; subcontrol-position: center right; right: 5px; }}
        QTableView, QListView {{ background: {colour("card")}; color: {colour("text")}; border: none;
            border-top: 1px solid {colour("rule")}; border-bottom: 1px solid {colour("rule")}; outline: none;
            selection-background-color: {colour("selection.fill")}; selection-color: {colour("text")}; }}
        QTableView::item {{ padding: 2px 5px; border: 1px solid transparent;
            border-bottom: 1px solid {colour("rule")}; }}
        QTableView::item:selected {{ background: {colour("selection.fill")}; color: {colour("text")}; }}
        QTableView::item:focus {{ border: 1px solid {colour("selection")}; }}
        QHeaderView {{ background: {colour("card")}; }}
        QHeaderView::section {{ background: {colour("card")}; color: {colour("secondary")}; border: none;
            border-bottom: 1px solid {colour("rule")}; padding: 4px 8px; font-weight: 600; }}
        QLineEdit, QPlainTextEdit, QSpinBox, QTimeEdit {{ background: {colour("card")}; color: {colour("text")};
            border: 1px solid {colour("card.border")}; border-radius: 6px; padding: 3px 5px; }}
        QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QTimeEdit:focus {{
            border: 1px solid {colour("selection")}; }}
        QSpinBox::up-button, QSpinBox::down-button, QTimeEdit::up-button, QTimeEdit::down-button {{
            width: 0; border: none; }}
        QAbstractSpinBox QLineEdit {{ background: transparent; border: none; border-radius: 0; padding: 0; }}
        QPushButton#agenda_lanes {{ background: {colour("card")}; color: {colour("text")}; text-align: left;
            border: 1px solid {colour("card.border")}; border-radius: 6px; padding: 4px 22px 4px 8px; }}
        QPushButton#agenda_lanes:focus {{ border: 1px solid {colour("selection")}; }}
        QTableView QLineEdit, QTableView QSpinBox {{ border: 2px solid {colour("selection")}; border-radius: 0;
            padding: 0 3px; }}
        QSplitter::handle {{ background: {colour("chrome")}; }}
    """
