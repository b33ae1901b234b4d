"""The persona's card that floats over the map: who it is, in their own words, and what they want."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QPushButton, QTextEdit, QVBoxLayout, QWidget

from cjeditor.canvas.ink import Ink
from cjeditor.canvas.pictures import Pictures
from cjeditor.layout.draw_persona import portrait, slider_in_words
from cjeditor.layout.theme import Theme
from cjeditor.model.project import Persona, Project
from cjeditor.model.table import find
from cjeditor.texts import N_, Texts
from cjeditor.window.maps.lead import PersonaMenu
from cjeditor.window.plain import label
from cjeditor.wording import plain

WIDTH = 340
_DISC = 56
_LONGEST_NAME = 120
_MARGIN = 16
_GAP = 12
"""Between picture and names."""

_AROUND = 100
"""Pixels of height for all but the head and the text."""

_LONGEST_WORD = 20
_BREAK = "\u200b"
"""Where a line may break though nothing is seen there."""
_LOWEST, _HIGHEST = 60, 420
"""Pixels of the text's height; more scrolls."""
_SECTIONS = (
    ("demographics", N_("Demographics")),
    ("goals", N_("Goals")),
    ("needs", N_("Needs")),
    ("frustrations", N_("Frustrations")),
)


_STRATEGY = (
    ("channel_strategy", N_("Channel strategy")),
    ("contents", N_("Contents")),
    ("campaigns", N_("Campaigns")),
)


class PersonaCard(QFrame):
    """Stands over the map until the focus goes elsewhere, Esc is pressed, or the corner is clicked again.

    Signals:
        edit_wanted(): the editor should open.
        lead_wanted(str): the persona of this id should lead the map; empty for nobody.
        left(): it goes away by Esc.
    """

    edit_wanted = Signal()
    lead_wanted = Signal(str)
    left = Signal()

    def __init__(self, pictures: Pictures, words: Texts, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme
        self._over = parent
        self.setObjectName("persona_card")
        self.setAccessibleName(words.t("Persona"))
        self._disc = _Disc(pictures)
        self._name = label("", self)
        self._name.setObjectName("name")
        self._type = label("", self)
        self._type.setObjectName("quiet")
        self.text = _Reading(words.t("About this persona"))
        self.edit_button = QPushButton(words.t("Edit…"))
        self.edit_button.setObjectName("edit_persona")
        self.edit_button.clicked.connect(self.edit_wanted)
        self.others = QPushButton(words.t("Another persona"))
        self.others.setObjectName("other_persona")
        self.others.setMenu(QMenu(self.others))
        self._offer = PersonaMenu(self.others.menu(), words)
        self._offer.chosen.connect(self.lead_wanted)
        self._put_together()
        self.set_theme(theme)
        self.hide()
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]  # there is one

    def show_persona(self, persona: Persona, project: Project, map_id: str, at: QPoint) -> None:
        """Show who leads a map, with the card's top left corner at a point of the parent, as far as there is room."""
        self._fill(persona, project)
        self._offer.offer(project, map_id)
        room = self._over.size()
        width = min(WIDTH, room.width() - 8)
        self.setFixedWidth(width)
        self.text.fit(width - 34, max(_LOWEST, min(_HIGHEST, room.height() - at.y() - _AROUND - self._head(width))))
        self.adjustSize()
        self.move(max(4, min(at.x(), room.width() - width - 4)), max(4, min(at.y(), room.height() - self.height() - 4)))
        self.show()
        self.raise_()
        self.edit_button.setFocus(Qt.FocusReason.PopupFocusReason)

    def _head(self, width: int) -> int:
        """Return how high picture and names are on a card of this width."""
        names = [one for one in (self._name, self._type) if not one.isHidden()]
        for one in names:
            one.ensurePolished()
        beside = width - 2 * _MARGIN - _DISC - _GAP
        return max(_DISC, sum(one.heightForWidth(beside) for one in names))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._disc.set_theme(theme)
        colour = theme.colour
        self.setStyleSheet(
            f"""
            QFrame#persona_card {{ background: {colour("card")}; border: 1px solid {colour("card.border")};
                border-radius: 10px; }}
            QFrame#persona_card QLabel#name {{ font-size: 15px; font-weight: bold; color: {colour("text")}; }}
            QFrame#persona_card QLabel#quiet {{ color: {colour("secondary")}; }}
            QFrame#persona_card QTextEdit {{ background: transparent; border: none; color: {colour("text")}; }}
            QFrame#persona_card QPushButton {{ background: transparent; border: 1px solid {colour("card.border")};
                border-radius: 6px; padding: 4px 12px; }}
            QFrame#persona_card QPushButton:focus {{ border: 1px solid {colour("selection")}; }}
            """
        )

    def _put_together(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addStretch(1)
        for one in (self._name, self._type):
            one.setMinimumWidth(1)
            names.addWidget(one)
        names.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(_GAP)
        head.addWidget(self._disc)
        head.addLayout(names, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.others)
        foot.addStretch(1)
        foot.addWidget(self.edit_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 14, _MARGIN, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addLayout(foot)

    def _fill(self, persona: Persona, project: Project) -> None:
        name = plain(persona.name, _LONGEST_NAME).strip() or self._words.t("Unnamed persona")
        for field, text in ((self._name, name), (self._type, plain(persona.type, _LONGEST_NAME))):
            field.setText(_breakable(text))
            field.setAccessibleName(text)
        self._type.setVisible(bool(persona.type.strip()))
        self._disc.show_persona(persona)
        channels = [find(project.channels, one) for one in persona.preferred_channels]
        named = ", ".join(one.name for one in channels if one is not None)
        sections = [("", persona.quote), *((self._words.t(name), getattr(persona, key)) for key, name in _SECTIONS)]
        sections.append((self._words.t("Preferred channels"), named))
        sections.append((self._words.t("Traits"), "\n".join(slider_in_words(one) for one in persona.sliders)))
        sections += [(self._words.t(name), getattr(persona, key)) for key, name in _STRATEGY]
        written = [(name, text.strip()) for name, text in sections if text.strip()]
        if not written:
            written = [("", self._words.t("Nothing is known about this persona yet."))]
        self.text.show_sections(written, QColor(self._theme.colour("secondary")))

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Go away when the focus goes elsewhere; a window that loses it altogether keeps the card."""
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _breakable(text: str) -> str:
    """Return `text` so that words may break within where they are longer than a line."""
    words = text.split(" ")
    return " ".join(_BREAK.join(word) if len(word) > _LONGEST_WORD else word for word in words)


class _Reading(QTextEdit):
    """Text under headings, to be read and copied; it is put in as plain text, whatever it looks like."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)

    def show_sections(self, sections: list[tuple[str, str]], quiet: QColor) -> None:
        """Show texts below their headings; one without heading is what somebody says."""
        self.clear()
        cursor = QTextCursor(self.document())
        heading, plain_text, said = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        heading.setFontWeight(QFont.Weight.Bold)
        heading.setForeground(quiet)
        said.setFontItalic(True)
        apart, close = QTextBlockFormat(), QTextBlockFormat()
        apart.setTopMargin(10)
        close.setTopMargin(2)
        first = True
        for name, text in sections:
            for shown, form in ((name, heading), (text, said if not name else plain_text)):
                if not shown:
                    continue
                if not first:
                    cursor.insertBlock(apart if form is not plain_text else close)
                cursor.insertText(shown, form)
                first = False
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def fit(self, width: int, most: int) -> None:
        """Be as high as the text at this width, at most `most`."""
        self.document().setTextWidth(width)
        self.setFixedHeight(min(most, int(self.document().size().height()) + 4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Esc to the card."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Disc(QWidget):
    """The portrait, or the initials."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._pictures = pictures
        self._persona: Persona | None = None
        self._ink: Ink | None = None
        self.setFixedSize(_DISC, _DISC)
        pictures.came.connect(self._show_again)

    def show_persona(self, persona: Persona) -> None:
        """Show somebody else."""
        self._persona = persona
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._ink = Ink(theme, pictures=self._pictures)
        self.update()

    def _show_again(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc."""
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.setClipRect(QRectF(event.rect()))
            if self._persona is not None and self._ink is not None:
                self._ink.picture(portrait(self._persona, 0, 0, _DISC)).paint(painter, "full")
