"""Light and dark: the palette, fonts and style sheets of the windows, made from the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from cjeditor import resources
from cjeditor.canvas.fonts import family
from cjeditor.layout.theme import DARK, LIGHT, Theme, mix
from cjeditor.window.control_style import control_style
from cjeditor.window.preferences import Preferences, TextSize, ThemeChoice

FONT_SIZE = 13
"""Pixels at 100 %: what windows are written in when nothing else is chosen; never less than the system's own size."""

SMALLEST_SIZE = 11
"""Pixels at 100 %: nothing is written smaller."""

_SIZES: dict[TextSize, float] = {"small": 12 / 13, "normal": 1.0, "large": 15 / 13, "very_large": 18 / 13}

SCROLL_BAR = 10
"""Pixels across a scroll bar."""

_FACES = ("Regular", "Italic", "Medium", "SemiBold", "Bold")
_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "system": Qt.ColorScheme.Unknown}


class Appearance(QObject):
    """Keeps the application in the theme that the person chose, live also when the system changes its mind.

    Signals:
        theme_changed(Theme): other colours hold from now on.
    """

    theme_changed = Signal(object)

    def __init__(self, application: QApplication, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._preferences = preferences
        self._hints = application.styleHints()
        self._system_size = application.font().pointSizeF() * application.primaryScreen().logicalDotsPerInch() / 72
        application.setStyle(QStyleFactory.create("Fusion"))
        _give_fonts()
        application.setFont(application_font(self._system_size, preferences.text_size))
        self._ask_system(preferences.theme)
        self._theme = self._wanted()
        self._apply()
        preferences.theme_changed.connect(self._chosen)
        preferences.text_size_changed.connect(self._write_in)
        self._hints.colorSchemeChanged.connect(self._refresh)

    @property
    def theme(self) -> Theme:
        """The colours that hold at present."""
        return self._theme

    def _wanted(self) -> Theme:
        choice = self._preferences.theme
        if choice == "system":
            return DARK if self._hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if choice == "dark" else LIGHT

    def _ask_system(self, choice: ThemeChoice) -> None:
        """Let the system draw its own parts (title bars, native dialogs) in the chosen scheme."""
        self._hints.setColorScheme(_SCHEMES[choice])

    def _chosen(self, choice: str) -> None:
        self._ask_system("light" if choice == "light" else "dark" if choice == "dark" else "system")
        self._refresh()

    def _write_in(self) -> None:
        self._application.setFont(application_font(self._system_size, self._preferences.text_size))
        # What has a style sheet takes the font with the next sheet only.
        self._application.setStyleSheet(style_sheet(self._theme))

    def _refresh(self) -> None:
        wanted = self._wanted()
        if wanted is not self._theme:
            self._theme = wanted
            self._apply()
            self.theme_changed.emit(wanted)

    def _apply(self) -> None:
        self._application.setPalette(palette(self._theme))
        self._application.setStyleSheet(style_sheet(self._theme))


def _give_fonts() -> None:
    """Give Lato's files to Qt."""
    for face in _FACES:
        family(resources.font_file(f"Lato-{face}"))


def application_font(system_size: float, size: TextSize) -> QFont:
    """Return Lato in a readable size.

    Args:
        system_size: pixels of the system's own font.
        size: how much larger or smaller it is to be.
    """
    normal = max(FONT_SIZE, round(min(system_size, 2 * FONT_SIZE)))
    font = QFont("Lato")
    font.setPixelSize(max(SMALLEST_SIZE, round(normal * _SIZES[size])))
    return font


def palette(theme: Theme) -> QPalette:
    """Return the palette of `theme`."""
    made = QPalette()
    role = QPalette.ColorRole
    text, secondary = theme.colour("text"), theme.colour("secondary")
    chrome, card, rule = theme.colour("chrome"), theme.colour("card"), theme.colour("rule")
    colours = {
        role.Window: chrome,
        role.WindowText: text,
        role.Base: card,
        role.AlternateBase: theme.colour("canvas"),
        role.Text: text,
        role.Button: mix(card, chrome, 0.5),
        role.ButtonText: text,
        role.BrightText: theme.colour("warning"),
        role.ToolTipBase: card,
        role.ToolTipText: text,
        role.PlaceholderText: theme.colour("placeholder"),
        role.Highlight: theme.colour("selection"),
        role.HighlightedText: theme.colour("on.primary"),
        role.Accent: theme.colour("selection"),
        role.Link: theme.colour("selection"),
        role.LinkVisited: theme.colour("selection"),
        role.Light: mix("#FFFFFF", chrome, 0.08 if theme.dark else 0.9),
        role.Midlight: mix("#FFFFFF", chrome, 0.04 if theme.dark else 0.5),
        role.Mid: rule,
        role.Dark: theme.colour("card.border"),
        role.Shadow: mix("#000000", chrome, 0.6 if theme.dark else 0.35),
    }
    for which, colour in colours.items():
        made.setColor(which, QColor(colour))
    faded = QColor(mix(secondary, chrome, 0.62))
    for which in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        made.setColor(QPalette.ColorGroup.Disabled, which, faded)
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(rule))
    made.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, faded)
    return made


def style_sheet(theme: Theme) -> str:
    """Return what Fusion and the palette leave to be said: quiet bars, no pictures on buttons."""
    colour = theme.colour
    hover = mix(colour("text"), colour("chrome"), 0.07)
    pressed = mix(colour("text"), colour("chrome"), 0.13)
    caret = resources.path(f"icons/caret-{'dark' if theme.dark else 'light'}.svg").as_posix()
    return f"""
        QMenuBar {{ background: {colour("chrome")}; border: none; padding: 2px 4px; }}
        QMenuBar::item {{ background: transparent; padding: 4px 8px; border-radius: 5px; }}
        QMenuBar::item:selected {{ background: {hover}; }}
        QToolBar#tools {{ background: {colour("chrome")}; border: none; border-bottom: 1px solid {colour("rule")};
            padding: 1px 8px 2px 8px; spacing: 4px; }}
        QToolBar#tools::separator {{ background: {colour("rule")}; width: 1px; margin: 6px 6px; }}
        QToolBar#tools QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px 7px; }}
        QToolBar#tools QToolButton:hover:enabled {{ background: {hover}; }}
        QToolBar#tools QToolButton:pressed, QToolBar#tools QToolButton:checked {{ background: {pressed}; }}
        QToolBar#tools QToolButton:focus {{ border: 1px solid {colour("selection")}; }}
        QToolBar#tools QToolButton::menu-indicator {{ image: none; width: 0; }}
        QToolBar#tools QToolButton#primary {{ background: {colour("primary")}; color: {colour("on.primary")};
            padding: 4px 10px; }}
        QToolBar#tools QToolButton#primary:hover {{ background: {mix(colour("primary"), colour("text"), 0.85)}; }}
        QToolBar#tools QToolButton#primary:focus {{ border: 1px solid {colour("on.primary")}; }}
        QToolBar#tools QToolButton[lists="true"] {{ padding-right: 20px; }}
        QToolBar#tools QToolButton[lists="true"]::menu-indicator {{ image: url("{caret}"); width: 10px; height: 10px;
            subcontrol-origin: padding; subcontrol-position: center right; right: 6px; }}
        QStatusBar {{ background: {colour("chrome")}; border-top: 1px solid {colour("rule")};
            color: {colour("secondary")}; }}
        QStatusBar::item {{ border: none; }}
        QStatusBar QLabel {{ color: {colour("secondary")}; padding: 0 6px 0 1px; }}
        QStatusBar QToolButton {{ color: {colour("secondary")}; border: 1px solid transparent; border-radius: 4px;
            padding: 1px 7px; }}
        QStatusBar QToolButton:focus {{ border: 1px solid {colour("selection")}; }}
        QStatusBar QToolButton:hover {{ background: {hover}; }}
        QStatusBar QToolButton::menu-indicator {{ image: none; width: 0; }}
        QMainWindow::separator {{ background: {colour("chrome")}; width: 4px; height: 4px; }}
        QMainWindow::separator:vertical {{ border-left: 1px solid {colour("rule")}; }}
        QMainWindow::separator:horizontal {{ border-top: 1px solid {colour("rule")}; }}
        QMainWindow > QTabBar::tab {{ background: transparent; color: {colour("secondary")}; border: none;
            border-top: 2px solid transparent; padding: 5px 12px; margin-top: 4px; }}
        QMainWindow > QTabBar::tab:hover {{ background: {hover}; }}
        QMainWindow > QTabBar::tab:selected {{ color: {colour("text")}; border-top: 2px solid {colour("selection")}; }}
        QDialog QLabel#hint {{ color: {colour("secondary")}; }}
        QDialog QLabel#heading {{ font-weight: bold; padding-top: 6px; }}
        QDialog QLabel#message {{ color: {colour("warning")}; }}
        QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
        {control_style(theme)}
        {_fields(theme)}
        {_scroll_bars(theme)}
    """


def _fields(theme: Theme) -> str:
    """Return the style of what is filled in in dialogues; Fusion's own edges cannot be seen on a dark ground."""
    colour = theme.colour
    return f"""
        QDialog QLineEdit, QDialog QPlainTextEdit, QDialog QListWidget, QDialog QTreeWidget {{
            background: {colour("card")}; border: 1px solid {colour("card.border")}; border-radius: 6px;
            padding: 3px 5px; }}
        QDialog QListWidget, QDialog QTreeWidget {{ padding: 1px; }}
        QDialog QTreeWidget::item {{ padding: 3px 6px; }}
        QDialog QListWidget#templates {{ background: transparent; border: none; padding: 0; }}
        QDialog QLineEdit:focus, QDialog QPlainTextEdit:focus, QDialog QListWidget:focus,
            QDialog QTreeWidget:focus {{
            border: 1px solid {colour("selection")}; }}
    """


def _scroll_bars(theme: Theme) -> str:
    """Return the style of scroll bars: a quiet handle without arrows, so that the map stays what one looks at."""
    handle = mix(theme.colour("rule.strong"), theme.colour("canvas"), 0.4)
    return f"""
        QAbstractScrollArea::corner {{ background: transparent; border: none; }}
        QScrollBar {{ background: transparent; border: none; margin: 0; }}
        QScrollBar:vertical {{ width: {SCROLL_BAR}px; }}
        QScrollBar:horizontal {{ height: {SCROLL_BAR}px; }}
        QScrollBar::handle {{ background: {handle}; border-radius: {SCROLL_BAR // 2 - 2}px; margin: 2px; }}
        QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {theme.colour("rule.strong")}; }}
        QScrollBar::handle:vertical {{ min-height: 32px; }}
        QScrollBar::handle:horizontal {{ min-width: 32px; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
