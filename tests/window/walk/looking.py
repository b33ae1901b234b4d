"""What a person would find wrong with a window at a glance: cut texts, nameless controls, words of another language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAction, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QDockWidget,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListView,
    QMainWindow,
    QMenu,
    QMenuBar,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolBar,
    QToolButton,
    QWidget,
)

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_JOINTS = re.compile(r" · |[→←] \d+ |\n")
"""What stands between names that are shown together."""

_QT_SPEAKS = {"OK", "Cancel", "Close", "Apply", "Yes", "No", "Discard", "Save", "Reset", "Restore Defaults", "Help"}
"""Buttons whose words come from Qt, which has no pseudo-language."""
_NAMES = {"cjeditor", "English", "Deutsch", "PDF", "SVG", "PNG", "MIT", "NPS", "A4", "A3", "Letter", "Tabloid"}
"""What is called the same in every language."""


def visible(root: QWidget) -> list[QWidget]:
    """Return `root` and what can be seen in it, without the inner parts of Qt's own controls."""
    return [one for one in [root, *root.findChildren(QWidget)] if one.isVisible() and not _is_inner(one)]


def _is_inner(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return widget.objectName().startswith("qt_") or isinstance(parent, (QComboBox, QAbstractSpinBox))


# ------------------------------------------------------------------------------------------------------ cut texts
def cut(root: QWidget, data: set[str]) -> list[str]:
    """Return what is not shown whole, a line each; what people have named (`data`) may be of any length."""
    found: list[str] = []
    for widget in visible(root):
        if not (isinstance(widget, QComboBox) and any(len(one) > 3 and one in widget.currentText() for one in data)):
            found.extend(f"{_place(widget)}: {fault}" for fault in _faults(widget))
    return found


def _faults(widget: QWidget) -> Iterator[str]:
    for kind, look in _LOOKS:
        if isinstance(widget, kind):
            yield from look(widget)
    yield from _sticks_out(widget)


def _line_faults(line: QLineEdit) -> Iterator[str]:
    hint = line.placeholderText()
    if hint and not line.text() and line.fontMetrics().horizontalAdvance(hint) > line.width() - 8:
        yield f"the hint {hint!r} is cut"


def _group_faults(group: QGroupBox) -> Iterator[str]:
    if group.fontMetrics().horizontalAdvance(group.title()) > group.width():
        yield f"the title {group.title()!r} is cut"


def _tab_faults(tabs: QTabBar) -> Iterator[str]:
    for index in range(tabs.count()):
        text = tabs.tabText(index)
        if tabs.fontMetrics().horizontalAdvance(text) > tabs.tabRect(index).width():
            yield f"the tab {text!r} is cut"


def _bar_faults(bar: QWidget) -> Iterator[str]:
    for extension in bar.findChildren(QToolButton):
        if extension.objectName() in ("qt_menubar_ext_button", "qt_toolbar_ext_button") and extension.isVisible():
            yield "does not show all its entries"


def _label_faults(label: QLabel) -> Iterator[str]:
    text = label.text()
    if not text:
        return
    if label.wordWrap():
        if label.heightForWidth(label.width()) > label.height() + 1:
            yield f"{text!r} needs {label.heightForWidth(label.width())} pixels, has {label.height()}"
    elif label.sizeHint().width() > label.width() + 1:
        yield f"{text!r} needs {label.sizeHint().width()} pixels, has {label.width()}"
    if text.endswith("…") and "~" in text and not text.endswith("~…"):
        yield f"{text!r} is shortened"


def _button_faults(button: QAbstractButton) -> Iterator[str]:
    if isinstance(button, QToolButton):
        if button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly and not button.icon().isNull():
            return
        if button.defaultAction() is None and not button.text():
            return
    wanted = button.sizeHint()
    if button.text() and (wanted.width() > button.width() + 1 or wanted.height() > button.height() + 1):
        yield f"{button.text()!r} needs {_size(wanted)}, has {_size(button.size())}"


def _combo_faults(combo: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    room = combo.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, combo
    )
    text = combo.currentText()
    if combo.fontMetrics().horizontalAdvance(text) > room.width():
        yield f"{text!r} needs {combo.fontMetrics().horizontalAdvance(text)} pixels, has {room.width()}"


def _sticks_out(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(widget, QMenu):
        return
    if isinstance(parent.parentWidget(), QAbstractScrollArea) or isinstance(parent, QAbstractScrollArea):
        return
    if isinstance(widget, QDockWidget) and isinstance(parent, QMainWindow) and parent.tabifiedDockWidgets(widget):
        # Qt puts a dock out of sight that lies behind another tab.
        return
    if isinstance(widget, QTabBar) and isinstance(parent, QMainWindow) and widget.geometry().bottom() < 0:
        return  # and the bars of docks that stand alone now
    if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()) and not _is_decoration(widget):
        yield f"lies outside of what it is in: {widget.geometry().getRect()} in {_size(parent.size())}"


def _is_decoration(widget: QWidget) -> bool:
    return widget.focusPolicy() == Qt.FocusPolicy.NoFocus and not widget.findChildren(QLabel)


_LOOKS: tuple[tuple[type, Callable[[Any], Iterator[str]]], ...] = (
    (QLabel, _label_faults),
    (QAbstractButton, _button_faults),
    (QComboBox, _combo_faults),
    (QLineEdit, _line_faults),
    (QGroupBox, _group_faults),
    (QTabBar, _tab_faults),
    (QMenuBar, _bar_faults),
    (QToolBar, _bar_faults),
)


# -------------------------------------------------------------------------------------------------------- nameless
def focusable(root: QWidget) -> list[QWidget]:
    """Return what takes the focus by Tab or click and can be asked for now."""
    return [
        one
        for one in visible(root)
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.isEnabled() and one.focusProxy() is None
    ]


def nameless(root: QWidget) -> list[str]:
    """Return the controls of which a screen reader would say nothing."""
    found = []
    for widget in focusable(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(_place(widget))
    return found


def out_of_reach(window: QWidget, press_tab: object) -> list[str]:
    """Return what Tab never comes to in a dialogue; `press_tab` presses it once, wherever the focus is."""
    assert callable(press_tab)
    wanted = [one for one in focusable(window) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    seen: set[QWidget] = set()
    for _ in range(3 * len(wanted) + 5):
        focused = QApplication.focusWidget()
        if focused is not None:
            seen.add(focused)
        press_tab()
    return [_place(one) for one in wanted if not any(one is it or one.isAncestorOf(it) for it in seen | _groups(seen))]


def _groups(seen: Iterable[QWidget]) -> set[QWidget]:
    """Buttons of one exclusive group are one stop: the arrows lead on."""
    more: set[QWidget] = set()
    for one in seen:
        if isinstance(one, QAbstractButton):
            if one.group() is not None and one.group().exclusive():
                more.update(one.group().buttons())
            elif one.autoExclusive() and one.parentWidget() is not None:
                more.update(one.parentWidget().findChildren(type(one)))
    return more


def unmarked(window: QWidget) -> list[str]:
    """Return the controls that look the same with the focus as without."""
    found = []
    for widget in focusable(window):
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        _reveal(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if not widget.hasFocus() and not widget.isAncestorOf(QApplication.focusWidget()):
            continue
        at = _rect_in(widget, window)
        focused = _picture(window, at)
        widget.clearFocus()
        QApplication.processEvents()
        if _picture(window, at) == focused:
            found.append(_place(widget))
    return found


def _reveal(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def _picture(window: QWidget, at: QRect) -> QImage:
    return window.grab(at).toImage()


def _rect_in(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-4, -4, 4, 4) & window.rect()


# ------------------------------------------------------------------------------------------------- another language
def untranslated(root: QWidget, data: set[str]) -> list[str]:
    """Return texts that are not in the pseudo-language; `data` holds what comes from the project or the machine."""
    found = []
    for place, text in _texts(root):
        plain = text.replace("&&", "\0").replace("&", "").replace("\0", "&").strip()
        if "~" in plain or all(one in data for one in _JOINTS.split(plain) if one) or not _LETTERS.search(plain):
            continue
        if plain in _QT_SPEAKS or all(word in _NAMES for word in _LETTERS.findall(plain)):
            continue
        found.append(f"{place}: {text!r}")
    return found


def _texts(root: QWidget) -> Iterator[tuple[str, str]]:
    for widget in visible(root):
        place = _place(widget)
        for text in (widget.toolTip(), widget.statusTip(), widget.accessibleName(), widget.accessibleDescription()):
            yield place, text
        yield from ((place, text) for kind, read in _READERS if isinstance(widget, kind) for text in read(widget))
    for action in root.findChildren(QAction):
        if action.objectName() and isinstance(root, QMainWindow):
            yield action.objectName(), action.text()


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    columns = 1 if isinstance(view, QListView) else model.columnCount()
    for row in range(min(model.rowCount(), 200)):
        for column in range(columns):
            value = model.index(row, column).data()
            if isinstance(value, str):
                yield value
    for column in range(columns):
        value = model.headerData(column, Qt.Orientation.Horizontal)
        if isinstance(value, str):
            yield value


_READERS: tuple[tuple[type, Callable[[Any], Iterable[str]]], ...] = (
    (QLabel, lambda label: [label.text()]),
    (QAbstractButton, lambda button: [button.text()]),
    (QLineEdit, lambda line: [line.placeholderText()]),
    (QGroupBox, lambda group: [group.title()]),
    (QTabBar, lambda tabs: [tabs.tabText(index) for index in range(tabs.count())]),
    (QComboBox, lambda combo: [combo.itemText(index) for index in range(combo.count())]),
    (QAbstractItemView, _cells),
)


def _place(widget: QWidget) -> str:
    """Return where a widget is, in names that can be found in the sources."""
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(names) < 4:
        if at.objectName() or type(at) not in (QWidget, QDialogButtonBox):
            names.append(f"{type(at).__name__}#{at.objectName()}" if at.objectName() else type(at).__name__)
        at = at.parentWidget()
    return " in ".join(names)


def _size(size: QSize) -> str:
    return f"{size.width()} × {size.height()}"
