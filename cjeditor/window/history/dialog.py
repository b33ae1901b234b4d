"""Earlier versions of a project in a list, each to look at, to compare, to bring back, to name or to delete."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from cjeditor.layout.theme import Theme
from cjeditor.storage.history import Version
from cjeditor.texts import Texts
from cjeditor.window.deciding import ask_before
from cjeditor.window.fitting import fit
from cjeditor.window.history.project_look import ProjectLook
from cjeditor.window.history.seen import Seen, minute_of
from cjeditor.window.plain import label, one_line, shown_name
from cjeditor.wording import plain

_VERSION = Qt.ItemDataRole.UserRole
_SIZE = QSize(1080, 680)


class HistoryDialog(QDialog):
    """Lists versions, the latest first.

    Signals:
        look_wanted(Version, bool): this one should be read; True: compared with the version before it, not with now.
        bring_back_wanted(Project, Version): it should take the place of what is on screen.
        copy_wanted(Project, Version): it should be opened beside it.
        name_wanted(Version, str): give it a name, or with an empty one take it.
        delete_wanted(Version): delete it for good.
        project_wanted(str): versions of the project with this key should be listed; empty: of the one on screen.
    """

    look_wanted = Signal(object, bool)
    bring_back_wanted = Signal(object, object)
    copy_wanted = Signal(object, object)
    name_wanted = Signal(object, str)
    delete_wanted = Signal(object)
    project_wanted = Signal(str)

    def __init__(self, words: Texts, theme: Theme, parent: QWidget, *, today: str) -> None:
        """Make it, empty.

        Args:
            words: the language.
            theme: the colours of the maps.
            parent: the window.
            today: the date, ``YYYY-MM-DD``.
        """
        super().__init__(parent)
        self._words = words
        self._today = today
        self._seen: Seen | None = None
        self._map_id = ""
        self.setObjectName("history")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Earlier versions"))
        self.of = QComboBox(self)
        self.of.setObjectName("versions_of")
        self.of.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.of.setMinimumContentsLength(18)
        self.of.addItem(words.t("This project"), "")
        self.list = QListWidget(self)
        self.list.setObjectName("versions")
        self.list.setAccessibleName(words.t("Earlier versions"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setMinimumWidth(240)
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setLayoutMode(QListWidget.LayoutMode.Batched)  # thousands do not keep anybody waiting
        self.name = QLineEdit(self)
        self.name.setObjectName("version_name")
        self.name.setMaxLength(200)
        self.name.setPlaceholderText(words.t("No name"))
        self.compared = QComboBox(self)
        self.compared.setObjectName("version_compared")
        self.compared.addItem(words.t("what is on screen now"), False)
        self.compared.addItem(words.t("the version before it"), True)
        self.look = ProjectLook(words, theme, self)
        self._lay_out()
        self.list.currentItemChanged.connect(self._ask_to_look)
        self.compared.currentIndexChanged.connect(self._ask_to_look)
        self.name.editingFinished.connect(self._take_name)
        self.of.currentIndexChanged.connect(self._ask_for_project)
        fit(self, _SIZE)
        self.list.setFocus()
        self.look.show_message(words.t("Looking for earlier versions…"))

    def show_projects(self, others: Sequence[Version]) -> None:
        """Offer other projects, too: each by its latest version. Those without a file have no other way in."""
        known = [self.of.itemData(row) for row in range(1, self.of.count())]
        if known == [each.key for each in others]:
            return
        chosen = self.of.currentData()
        self.of.blockSignals(True)
        while self.of.count() > 1:
            self.of.removeItem(1)
        for each in others:
            self.of.addItem(self._project(each), each.key)
        self.of.setCurrentIndex(max(0, self.of.findData(chosen)))
        self.of.blockSignals(False)

    def show_versions(self, versions: Sequence[Version], map_id: str) -> None:
        """List the versions of the project whose map of that id is on screen; the chosen one stays chosen."""
        self._map_id = map_id
        chosen = self.chosen()
        self.list.blockSignals(True)
        self.list.clear()
        minutes = Counter(map(minute_of, versions))
        for version in versions:
            item = QListWidgetItem(self._line(version, exactly=minutes[minute_of(version)] > 1))
            item.setData(_VERSION, version)
            self.list.addItem(item)
            if chosen is not None and version.id == chosen.id:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        if self.list.currentRow() < 0 and versions:
            self.list.setCurrentRow(0)
        else:
            self._ask_to_look()
        if not versions:
            self.look.show_message(
                self._words.t("There are no earlier versions yet. One is kept at each save, or when you name one.")
            )

    def show_seen(self, seen: Seen) -> None:
        """Show a version that has been read, if it is still the chosen one."""
        chosen = self.chosen()
        if chosen is None or seen.version.id != chosen.id:
            return
        self._seen = seen
        if seen.project is None:
            self.look.show_message(seen.problem)
        else:
            words, count = self._words, len(seen.differences)
            self.look.show_project(seen.project, self._map_id)
            heading = words.tn("{n} difference", "{n} differences", count) if count else words.t("No differences")
            self.look.show_differences(heading, seen.differences)
        self._show_what_can_be_done()

    def chosen(self) -> Version | None:
        """Return the version that is looked at."""
        version = self.list.currentIndex().data(_VERSION)
        return version if isinstance(version, Version) else None

    # ---------------------------------------------------------------------------------------------------- within
    def _lay_out(self) -> None:
        words = self._words
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(words.t("Name"), self.name)
        form.addRow(words.t("Compared with"), self.compared)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        name = label(words.t("Versions of"), left)
        name.setBuddy(self.of)
        column.addWidget(name)
        column.addWidget(self.of)
        column.addWidget(self.list, 1)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(10, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(self.look, 1)
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([300, 760])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(splitter, 1)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        words = self._words
        self.delete = QPushButton(words.t("Delete…"), self)
        self.copy = QPushButton(words.t("Open as a copy"), self)
        self.bring_back = QPushButton(words.t("Bring back"), self)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)  # Enter in the name is no farewell
        for button, slot in (
            (self.delete, self._ask_to_delete),
            (self.copy, self._copy),
            (self.bring_back, self._bring_back),
        ):
            button.setAutoDefault(False)
            button.setEnabled(False)
            button.clicked.connect(slot)
        row = QHBoxLayout()
        row.addWidget(self.delete)
        row.addStretch(1)
        row.addWidget(self.copy)
        row.addWidget(self.bring_back)
        row.addWidget(close)
        return row

    def _project(self, latest: Version) -> str:
        """Return what another project is called: its file, or its title and the day where it has none."""
        words = self._words
        if latest.path is not None:
            return plain(shown_name(latest.path.name))
        day = words.day(latest.written.astimezone().date().isoformat())
        return words.t("{title}, no file, {day}", title=plain(latest.title) or words.t("Untitled"), day=day)

    def _line(self, version: Version, *, exactly: bool) -> str:
        words = self._words
        when = version.written.astimezone()
        day = when.date().isoformat()
        time = f"{when:%H:%M:%S}" if exactly else f"{when:%H:%M}"
        shown = words.t("Today, {time}", time=time) if day == self._today else f"{words.day(day)}, {time}"
        kinds = {
            "saved": words.t("Saved"),
            "named": one_line(version.name),
            "found": words.t("As it was found"),
        }
        cards = words.tn("{n} card", "{n} cards", version.cards)
        return f"{shown}\n{kinds[version.kind]} · {cards}"

    def _ask_for_project(self) -> None:
        """List what belongs to another project; that has no place on screen that it could come back to."""
        own = not self.of.currentData()
        if not own:
            self.compared.setCurrentIndex(1)
        self.compared.setEnabled(own)
        self.project_wanted.emit(self.of.currentData())

    def _ask_to_look(self) -> None:
        version = self.chosen()
        self._seen = None
        self.name.setText("" if version is None else one_line(version.name))
        self.name.setEnabled(version is not None)
        self._show_what_can_be_done()
        if version is not None:
            self.look_wanted.emit(version, bool(self.compared.currentData()))

    def _show_what_can_be_done(self) -> None:
        readable = self._seen is not None and self._seen.project is not None
        self.bring_back.setEnabled(readable and not self.of.currentData())
        self.copy.setEnabled(readable)
        self.delete.setEnabled(self.chosen() is not None)

    def _take_name(self) -> None:
        version, name = self.chosen(), self.name.text().strip()
        if version is not None and name != one_line(version.name):
            self.name_wanted.emit(version, name)

    def _bring_back(self) -> None:
        if self._seen is not None and self._seen.project is not None:
            self.bring_back_wanted.emit(self._seen.project, self._seen.version)

    def _copy(self) -> None:
        if self._seen is not None and self._seen.project is not None:
            self.copy_wanted.emit(self._seen.project, self._seen.version)

    def _ask_to_delete(self) -> None:
        ask_before(
            self,
            self._words.t("Delete this version? It cannot be brought back."),
            self._words.t("Delete"),
            self._delete,
            name="really_delete_version",
        )

    def _delete(self) -> None:
        version = self.chosen()
        if version is not None:
            self.delete_wanted.emit(version)
