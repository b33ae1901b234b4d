"""How the pane of the journey check looks."""

from __future__ import annotations

from cjeditor.layout.theme import Theme, mix


def style_sheet(theme: Theme) -> str:
    """Return what the palette leaves to be said of tree, texts and bar."""
    colour = theme.colour
    hover = mix(colour("text"), colour("chrome"), 0.06)
    return f"""
        QWidget#check_inside, QWidget#finding_text {{ background: {colour("chrome")}; border: none; }}
        QScrollArea#finding_area {{ background: {colour("chrome")}; border: none; }}
        QLabel#check_summary, QLabel#check_empty, QLabel#rule_why {{ color: {colour("secondary")}; }}
        QLabel#rule_title {{ font-weight: bold; color: {colour("text")}; }}
        QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px 7px; color: {colour("text")}; }}
        QToolButton:hover:enabled {{ background: {hover}; }}
        QToolButton:checked {{ background: {mix(colour("text"), colour("chrome"), 0.13)}; font-weight: bold; }}
        QToolButton:focus {{ border: 1px solid {colour("selection")}; }}
        QTreeView {{ background: {colour("card")}; color: {colour("text")}; border: none; outline: none;
            border-top: 1px solid {colour("rule")}; }}
        QTreeView::item {{ padding: 3px 2px; border: 1px solid transparent; }}
        QTreeView::item:hover {{ background: {mix(colour("text"), colour("card"), 0.05)}; }}
        QTreeView::item:selected {{ background: {colour("selection.fill")}; color: {colour("text")}; }}
        QTreeView::item:focus {{ border: 1px solid {colour("selection")}; }}
    """
