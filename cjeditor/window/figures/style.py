"""How the pane of figures looks."""

from __future__ import annotations

from cjeditor.layout.theme import Theme, mix


def style_sheet(theme: Theme) -> str:
    """Return what the palette leaves to be said of list, bars and sheet."""
    colour = theme.colour
    hover = mix(colour("text"), colour("chrome"), 0.06)
    return f"""
        QWidget#figures_inside {{ background: {colour("chrome")}; border: none; }}
        QScrollArea#figure_area, QWidget#figure_sheet {{ background: {colour("canvas")}; border: none; }}
        QLabel#figure_says {{ color: {colour("text")}; background: transparent; }}
        QLabel#figure_table_title {{ color: {colour("text")}; background: transparent; font-weight: bold; }}
        QLabel#quiet {{ color: {colour("secondary")}; background: transparent; }}
        QLabel#problem {{ color: {colour("warning")}; background: transparent; }}
        QListWidget#figure_list {{ background: {colour("chrome")}; color: {colour("text")}; border: none;
            border-right: 1px solid {colour("rule")}; outline: none; padding: 4px; }}
        QListWidget#figure_list::item {{ padding: 4px 6px; border-radius: 5px; border: 1px solid transparent;
            color: {colour("text")}; }}
        QListWidget#figure_list::item:hover {{ background: {hover}; }}
        QListWidget#figure_list::item:selected {{ background: {colour("selection.fill")}; color: {colour("text")}; }}
        QListWidget#figure_list::item:selected:focus {{ border: 1px solid {colour("selection")}; }}
        QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px 7px; color: {colour("text")}; }}
        QToolButton:hover:enabled {{ background: {hover}; }}
        QToolButton:checked {{ background: {mix(colour("text"), colour("chrome"), 0.13)}; }}
        QToolButton:disabled {{ color: {mix(colour("secondary"), colour("chrome"), 0.62)}; }}
        QToolButton:focus {{ border: 1px solid {colour("selection")}; }}
        QLineEdit, QPlainTextEdit {{ background: {colour("card")}; color: {colour("text")};
            border: 1px solid {colour("card.border")}; border-radius: 6px; padding: 2px 5px; }}
        QLineEdit:focus, QPlainTextEdit:focus {{ border: 1px solid {colour("selection")}; }}
        QLineEdit:disabled, QPlainTextEdit:disabled {{ background: {colour("chrome")}; }}
        QTableView#chart_table {{ background: {colour("card")}; color: {colour("text")};
            border: 1px solid {colour("card.border")}; gridline-color: {colour("rule")}; }}
        QTableView#chart_table:focus {{ border: 1px solid {colour("selection")}; }}
    """
