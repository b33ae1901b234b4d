"""The colours of the outline."""

from __future__ import annotations

from cjeditor import resources
from cjeditor.layout.theme import Theme, mix


def style_sheet(theme: Theme) -> str:
    """Return what the palette leaves to be said of tree, table and their bar."""
    colour = theme.colour
    hover = mix(colour("text"), colour("chrome"), 0.06)
    pressed = mix(colour("text"), colour("chrome"), 0.13)
    caret = resources.path(f"icons/caret-{'dark' if theme.dark else 'light'}.svg").as_posix()
    return f"""
        QWidget#outline_inside {{ background: {colour("chrome")}; }}
        QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 3px 8px; color: {colour("text")}; }}
        QToolButton:hover {{ background: {hover}; }}
        QToolButton:checked {{ background: {pressed}; }}
        QToolButton:focus {{ border: 1px solid {colour("selection")}; }}
        QTableView, QTreeView {{ background: {colour("card")}; color: {colour("text")}; border: none;
            border-top: 1px solid {colour("rule")}; outline: none;
            selection-background-color: {colour("selection.fill")}; selection-color: {colour("text")}; }}
        QTableView::item, QTreeView::item {{ padding: 3px 6px; border: 1px solid transparent;
            border-bottom: 1px solid {colour("rule")}; }}
        QTableView::item:selected, QTreeView::item:selected {{ background: {colour("selection.fill")};
            color: {colour("text")}; }}
        QTableView::item:focus, QTreeView::item:focus {{ border: 1px solid {colour("selection")}; }}
        QHeaderView {{ background: {colour("chrome")}; }}
        QHeaderView::section {{ background: {colour("chrome")}; color: {colour("secondary")}; border: none;
            border-bottom: 1px solid {colour("rule")}; padding: 4px 10px; font-weight: 600; }}
        QToolButton#columns_button {{ background: {colour("card")}; border: 1px solid {colour("card.border")};
            padding: 3px 22px 3px 8px; }}
        QToolButton#columns_button:hover {{ border-color: {colour("rule.strong")}; }}
        QToolButton#columns_button:focus {{ border: 2px solid {colour("selection")}; padding: 2px 21px 2px 7px; }}
        QToolButton#columns_button::menu-indicator {{ image: url("{caret}"); width: 12px; height: 12px;
            subcontrol-origin: padding; subcontrol-position: center right; right: 4px; }}
        QLabel#cell_problem {{ background: {colour("card")}; color: {colour("warning")};
            border: 2px solid {colour("warning")}; border-top: none; padding: 3px 6px; }}
        QPlainTextEdit {{ background: {colour("card")}; color: {colour("text")};
            border: 2px solid {colour("selection")}; }}
    """
