"""The properties themselves: the form of what is chosen, in step with the map, and the edits that it asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from cjeditor.canvas.selection import Selection
from cjeditor.document import Document
from cjeditor.layout.theme import Theme
from cjeditor.model.fields import Record
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import map_of
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.icons import Icons
from cjeditor.window.own_keys import asks_for_deletion
from cjeditor.window.properties.choice_fields import NewName
from cjeditor.window.properties.edits import with_value
from cjeditor.window.properties.field import SEVERAL, Field
from cjeditor.window.properties.forms import FORMS
from cjeditor.window.properties.heading import HeadingLine, heading_of
from cjeditor.window.properties.persona_field import PersonaField
from cjeditor.window.properties.records_field import RecordsField
from cjeditor.window.properties.spec import Rows, Spec
from cjeditor.window.properties.style import style_sheet
from cjeditor.window.properties.subject import Kind, Subject, holders, records, subject_of, value
from cjeditor.window.properties.tab_order import following
from cjeditor.wording import sentence

_MARGIN = 12

Drafts = dict[tuple[Subject, str], Mapping[str, str]]
"""What was typed and refused, by the things that were chosen and the field."""


class Properties(QScrollArea):
    """Shows the fields of what is chosen and makes one undoable step of each session of typing in one of them.

    Signals:
        left(): the person is done here, by Esc.
        personas_wanted(): the personas should be shown, to be described.
    """

    left = Signal()
    personas_wanted = Signal()

    def __init__(
        self,
        document: Document,
        map_id: Callable[[], str],
        selection: Selection,
        words: Texts,
        icons: Icons,
        theme: Theme,
    ) -> None:
        """Make it; nothing is shown before it is visible.

        Args:
            document: whose project is edited.
            map_id: tells the map on screen.
            selection: what is chosen on it.
            words: the language of the window.
            icons: for the line above.
            theme: colours to begin with.
        """
        super().__init__()
        self._document = document
        self._map_id = map_id
        self._selection = selection
        self._words = words
        self._subject: Subject | None = None
        self._forms: dict[Kind, Rows] = {}
        self._focused: Field | None = None
        self._drafts: Drafts = {}
        self.heading = HeadingLine(icons)
        self.setObjectName("properties_form")
        self.setAccessibleName(words.t("Properties"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = QWidget()
        self._sheet.setObjectName("sheet")
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(_MARGIN, 2, _MARGIN, 2 * _MARGIN)
        self._column.addStretch(1)
        self.setWidget(self._sheet)
        self.set_theme(theme)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.refresh)
        self._laid_out = QTimer(self)
        self._laid_out.setSingleShot(True)
        self._laid_out.setInterval(0)
        self._laid_out.timeout.connect(self._show_focused)
        document.changed.connect(self.refresh_soon)
        selection.changed.connect(self.refresh_soon)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]  # there is one

    @property
    def form(self) -> Rows:
        """The form that is shown."""
        self.refresh()
        return self._form_of(self._subject.kind if self._subject is not None else "map")

    def field(self, key: str) -> Field:
        """Return a field of the form that is shown; KeyError where it has none of that key."""
        return self.form.fields[key]

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(style_sheet(theme))

    def refresh_soon(self) -> None:
        """Refresh once what happens now is over: a rubber band chooses other cards with every move."""
        self._later.start()

    def refresh(self) -> None:
        """Show what is chosen now, as it is now."""
        self._later.stop()
        project = self._document.project
        if all(one.id != self._map_id() for one in project.maps):
            return
        subject = subject_of(project, self._map_id(), self._selection.kind, self._selection.ids)
        form = self._form_of(subject.kind)
        stays, had_focus = "", self.has_focus()
        if subject != self._subject:
            self._keep_drafts()
            stays = self._key_that_stays(subject)
            self._subject = subject
            for field in form.fields.values():
                field.begin()
            self.verticalScrollBar().setValue(0)
        some = records(project, subject)
        journey_map = map_of(project, subject.map_id)
        form.offer(project, journey_map)
        for field in form.fields.values():
            field.look_at(journey_map, subject.ids)
        form.show_values({spec.key: _shown(project, journey_map, some, spec) for spec in FORMS[subject.kind]})
        for key, field in form.fields.items():
            typed = self._drafts.pop((subject, key), None)
            if typed:
                field.set_drafts(typed)
        self.heading.show_heading(heading_of(project, subject, some, self._words))
        for kind, other in self._forms.items():
            other.setVisible(kind == subject.kind)
        if stays in form.fields:
            form.fields[stays].setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_focus and not self.has_focus():
            # What had it is gone, and Qt gave it to whatever comes next in the window.
            next(iter(form.fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def drafts(self) -> Drafts:
        """Return what was typed and refused, to be put back by another one with the same document."""
        self._keep_drafts()
        return dict(self._drafts)

    def take_drafts(self, drafts: Drafts) -> None:
        """Show what was typed and refused before, each when its things are chosen."""
        self._drafts.update(drafts)
        self.refresh()

    def take_focus(self) -> None:
        """Give the focus to the field that had it last, else to the first one."""
        fields = list(self.form.fields.values())
        wanted = self._focused if self._focused in fields else fields[0]
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.ensureWidgetVisible(wanted, 0, _MARGIN)

    def has_focus(self) -> bool:
        """Whether the focus is in one of the fields."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _key_that_stays(self, subject: Subject) -> str:
        """Return the field that keeps the focus where the same cards get another form: a note that becomes a metric."""
        if self._subject is None or self._subject.ids != subject.ids or self._subject.kind == subject.kind:
            return ""
        focused = self._field_around(QApplication.focusWidget())
        return "" if focused is None else focused.key

    def _keep_drafts(self) -> None:
        """Keep what was typed and refused, for when the same things are chosen again."""
        if self._subject is None:
            return
        for key, field in self._forms[self._subject.kind].fields.items():
            typed = field.drafts()
            if typed:
                self._drafts[self._subject, key] = typed

    def _form_of(self, kind: Kind) -> Rows:
        if kind not in self._forms:
            form = Rows(FORMS[kind], self._words)
            for field in form.fields.values():
                field.edited.connect(self._apply)
                if isinstance(field, RecordsField):
                    field.refresh_wanted.connect(self._refresh_entries)
                if isinstance(field, PersonaField):
                    field.personas_wanted.connect(self.personas_wanted)
            self._forms[kind] = form
            self._column.insertWidget(self._column.count() - 1, form)
        return self._forms[kind]

    def _refresh_entries(self) -> None:
        """Show entries that came or went; what has the focus then comes into sight once it has its place."""
        self.refresh()
        self._laid_out.start()

    def _show_focused(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, _MARGIN)

    def _apply(self, key: str, wanted: object) -> None:
        subject = self._subject
        if subject is None:
            return
        field = self._forms[subject.kind].fields[key]

        def edit(project: Project) -> Project:
            return with_value(project, subject, key, wanted)

        session = field.session()
        merge = f"properties {subject.kind} {' '.join(subject.ids)} {session}" if session else ""
        label = self._words.t("Change “{field}”", field=field.name)
        try:
            self._document.apply(label, edit, merge=merge)
        except EditRefused as refused:
            field.tell(sentence(refused.problem, self._words))
        else:
            if not isinstance(wanted, NewName):
                field.keep(wanted)

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        field = self._field_around(now)
        if field is not self._focused or field is None:
            self._document.end_merging()
        if field is not None:
            self._focused = field

    def _field_around(self, widget: QWidget | None) -> Field | None:
        """Return the field of the form that `widget` is a part of."""
        found = None
        while widget is not None and widget is not self:
            if isinstance(widget, Field):
                found = widget
            widget = widget.parentWidget()
        return found if widget is self else None

    def event(self, event: QEvent) -> bool:
        """Keep keys that would change the map while the focus is here: Del on a button deletes no card."""
        if asks_for_deletion(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next field with Tab, after the last one to the first; Esc and F6 lead out."""
        wanted = following(self.form.fields.values(), QApplication.focusWidget(), forward=forward)
        if wanted is None:
            return super().focusNextPrevChild(forward)
        wanted.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        self.ensureWidgetVisible(wanted, 0, _MARGIN)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed meanwhile."""
        super().showEvent(event)
        self.refresh()


def _shown(project: Project, journey_map: JourneyMap, some: Sequence[Record], spec: Spec) -> object:
    """Return what a field shows of the records."""
    if spec.alone and len(some) > 1:
        return SEVERAL
    return holders(journey_map, some, spec.key) if spec.shared else value(project, some, spec.key)
