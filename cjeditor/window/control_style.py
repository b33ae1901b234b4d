"""How buttons, lists to choose from and tabs look: quiet, and with an edge that tells which one has the focus."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from cjeditor import resources
from cjeditor.layout.theme import Theme, mix

_LEAST_LINE = 18
"""Pixels of a line in a list to choose from; more in larger letters."""


def control_style(theme: Theme) -> str:
    """Return the style of controls that stand in dialogues, docks and bars alike."""
    return f"{_push_buttons(theme)}{_check_boxes(theme)}{_combo_boxes(theme)}{_sliders(theme)}{_tabs(theme)}"


def _push_buttons(theme: Theme) -> str:
    colour = theme.colour
    ground, primary = colour("card"), colour("primary")
    return f"""
        QPushButton {{ background: {ground}; border: 1px solid {colour("rule.strong")}; border-radius: 6px;
            padding: 5px 13px; }}
        QPushButton:hover {{ background: {mix(colour("text"), ground, 0.06)}; }}
        QPushButton:pressed, QPushButton:checked {{ background: {mix(colour("text"), ground, 0.13)}; }}
        QPushButton:disabled {{ border-color: {colour("rule")}; background: transparent; }}
        QPushButton:focus {{ border: 2px solid {colour("selection")}; padding: 4px 12px; }}
        QDialog QPushButton:default:enabled {{ background: {primary}; color: {colour("on.primary")};
            border-color: {primary}; }}
        QDialog QPushButton:default:enabled:hover {{ background: {mix(primary, colour("text"), 0.85)}; }}
        QDialog QPushButton:default:focus {{ border: 2px solid {mix(colour("text"), colour("selection"), 0.35)}; }}
    """


def _check_boxes(theme: Theme) -> str:
    colour = theme.colour
    check = resources.path(f"icons/check-{'dark' if theme.dark else 'light'}.svg").as_posix()
    chosen = colour("selection")
    boxes = [f"{one}::indicator" for one in ("QCheckBox", "QListView", "QTreeView", "QTableView")]
    box, ticked = ", ".join(boxes), ", ".join(f"{one}:checked" for one in boxes)
    return f"""
        QCheckBox, QRadioButton {{ spacing: 8px; padding: 2px 6px 2px 2px; border: 1px solid transparent;
            border-radius: 5px; outline: none; }}
        QCheckBox:focus, QRadioButton:focus {{ border-color: {chosen}; }}
        {box}, QRadioButton::indicator {{ width: 14px; height: 14px;
            border: 1px solid {colour("rule.strong")}; background: {colour("card")}; }}
        {box} {{ border-radius: 4px; }}
        QRadioButton::indicator {{ border-radius: 8px; }}
        {ticked} {{ background: {chosen}; border-color: {chosen}; image: url("{check}"); }}
        QRadioButton::indicator:checked {{ border: 4px solid {chosen}; width: 8px; height: 8px; }}
        QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border-color: {chosen}; }}
    """


def _combo_boxes(theme: Theme) -> str:
    """Return the style of lists to choose from; they open below their field, for above it Qt cuts off the last entry.

    The pointer over a field changes nothing: Qt would not see it leave while the list is open, and keep the look.
    As a pop-up the list would get arrows to scroll with as soon as it has a frame of ours, in the place of an entry.
    """
    colour = theme.colour
    caret = resources.path(f"icons/caret-{'dark' if theme.dark else 'light'}.svg").as_posix()
    # Where there is little room Qt makes a list as low as this says, whatever its letters need.
    line = max(_LEAST_LINE, QFontMetrics(QApplication.font()).height())
    return f"""
        QComboBox {{ background: {colour("card")}; border: 1px solid {colour("card.border")}; border-radius: 6px;
            padding: 3px 4px 3px 7px; min-height: {line}px; combobox-popup: 0; }}
        QComboBox:disabled {{ background: transparent; }}
        QComboBox:focus, QComboBox:on {{ border: 2px solid {colour("selection")}; padding: 2px 3px 2px 6px; }}
        QComboBox::drop-down {{ border: none; width: 20px; }}
        QComboBox::down-arrow {{ image: url("{caret}"); width: 12px; height: 12px; }}
        QComboBox QLineEdit, QDialog QComboBox QLineEdit {{ background: transparent; border: none; padding: 0; }}
        QComboBox QAbstractItemView {{ background: {colour("card")}; border: 1px solid {colour("rule.strong")};
            padding: 2px; outline: none; selection-background-color: {colour("selection.fill")};
            selection-color: {colour("text")}; }}
        QComboBox QAbstractItemView::item {{ min-height: 24px; padding: 0 4px; }}
    """


def _sliders(theme: Theme) -> str:
    colour = theme.colour
    chosen = colour("selection")
    return f"""
        QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {colour("rule.strong")}; }}
        QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {chosen}; }}
        QSlider::handle:horizontal {{ width: 14px; margin: -7px 0; border-radius: 8px; background: {colour("card")};
            border: 1px solid {colour("secondary")}; }}
        QSlider::handle:horizontal:focus {{ width: 12px; border: 2px solid {chosen}; }}
        QSlider:focus {{ border: 1px solid {chosen}; border-radius: 5px; }}
        QSlider {{ border: 1px solid transparent; padding: 2px 0; }}
    """


def _tabs(theme: Theme) -> str:
    """Return the style of tabs and of what is chosen in a list: a ground on which text and icon keep their colour."""
    colour = theme.colour
    return f"""
        QTabBar::tab:focus {{ border: 2px solid {colour("selection")}; }}
        QDialog QTabWidget::pane {{ border: none; border-top: 1px solid {colour("rule")}; }}
        QDialog QTabBar::tab {{ background: transparent; color: {colour("secondary")}; border: 2px solid transparent;
            border-radius: 6px; padding: 5px 12px; margin: 0 4px 4px 0; }}
        QDialog QTabBar::tab:hover {{ color: {colour("text")}; }}
        QDialog QTabBar::tab:selected {{ background: {colour("selection.fill")}; color: {colour("text")}; }}
        QDialog QTabBar::tab:focus {{ border: 2px solid {colour("selection")}; }}
        QDialog QListWidget::item:selected, QDialog QTreeWidget::item:selected {{
            background: {colour("selection.fill")}; color: {colour("text")}; }}
    """
