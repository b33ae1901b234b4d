"""The editor of channels: the project's channels at the left, the fields of one of them at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cjeditor.catalogue import terms
from cjeditor.document import Document
from cjeditor.layout.theme import Theme
from cjeditor.model.edits import maps
from cjeditor.model.edits.channels import merge_channels
from cjeditor.model.ids import new_id
from cjeditor.model.project import Channel, Project
from cjeditor.model.table import find
from cjeditor.texts import Texts
from cjeditor.window.access_keys import give_access_keys
from cjeditor.window.channels.form import ChannelForm
from cjeditor.window.channels.usage import usage_of
from cjeditor.window.fitting import fit, scrolling
from cjeditor.window.icons import Icons
from cjeditor.window.plain import label, message_box
from cjeditor.window.properties.choice import Choice
from cjeditor.window.properties.style import style_sheet
from cjeditor.window.record_list import Entry, RecordList, give_undo_keys, write_in
from cjeditor.wording import plain

_LIST_WIDTH = 230
_LONGEST_NAME = 60


class ChannelDialog(QDialog):
    """The editor. What is typed is in the project at once; closing loses nothing."""

    def __init__(
        self, document: Document, words: Texts, icons: Icons, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._words = words
        self._icons = icons
        self.setObjectName("channels")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Channels"))
        self.list = RecordList("channel_list", words.t("Channels of the project"))
        self.form = ChannelForm(document, words, icons)
        self._invitation = label(words.t("There is no channel yet. “Add” makes the first one."), self)
        self._invitation.setObjectName("invitation")
        self._invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._put_together(theme)
        self._connect()
        self._refresh()
        give_access_keys(self)
        fit(self, QSize(720, 560))
        if not document.project.channels:
            self._buttons["add"].setFocus()

    def show_channel(self, channel_id: str) -> None:
        """Choose a channel; where it is not there, the chosen one stays."""
        self.list.choose(channel_id)

    def add(self) -> None:
        """Add a channel and write its name."""
        channel_id, name = new_id("ch"), self._words.t("New channel")

        def edit(project: Project) -> Project:
            return maps.add_channel(project, channel_id=channel_id, name=name)

        self._document.apply(self._words.t("Add channel"), edit)
        self.show_channel(channel_id)
        self._go_to_name()

    def ask_to_merge(self) -> None:
        """Ask whether the chosen channel is to go into the one beside the button: which of both stays."""
        channels, words = self._document.project.channels, self._words
        gone, kept = find(channels, self.form.channel_id), find(channels, str(self.target.currentData() or ""))
        if gone is None or kept is None:
            return
        old, new = (plain(each.name, _LONGEST_NAME).strip() or words.t("Unnamed channel") for each in (gone, kept))
        used = usage_of(self._document.project, gone.id, words) or words.t("Nothing names this channel yet.")
        box = message_box(
            self,
            icon=QMessageBox.Icon.Question,
            text=words.t("Join “{gone}” into “{kept}”?", gone=old, kept=new),
            details=words.t("“{gone}” goes. {used} “{kept}” takes its place.", gone=old, used=used, kept=new),
        )
        box.setObjectName("merge_channels")
        merge = box.addButton(words.t("Merge"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        merge.clicked.connect(self._merge)
        box.open()

    def _merge(self) -> None:
        gone, kept = self.form.channel_id, str(self.target.currentData() or "")

        def edit(project: Project) -> Project:
            return merge_channels(project, gone=gone, kept=kept)

        self._document.apply(self._words.t("Merge channels"), edit)
        self.show_channel(kept)
        self.list.setFocus()

    def ask_to_delete(self) -> None:
        """Delete the channel; first say what it is used by, if it is."""
        old = find(self._document.project.channels, self.form.channel_id)
        if old is None:
            return
        used = usage_of(self._document.project, old.id, self._words)
        if not used:
            self._delete()
            return
        box = message_box(
            self,
            icon=QMessageBox.Icon.Question,
            text=self._words.t("Delete the channel “{name}”?", name=plain(old.name, _LONGEST_NAME)),
            details=self._words.t("{used} They will name no channel any more.", used=used),
        )
        box.setObjectName("delete_channel")
        delete = box.addButton(self._words.t("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        delete.clicked.connect(self._delete)
        box.open()

    def _delete(self) -> None:
        gone, row = self.form.channel_id, self.list.currentRow()

        def edit(project: Project) -> Project:
            return maps.delete_channel(project, gone)

        self._document.apply(self._words.t("Delete channel"), edit)
        self.list.stay_near(row)

    def _put_together(self, theme: Theme) -> None:
        words = self._words
        self._buttons = {
            "add": self._button(words.t("Add"), "add"),
            "delete": self._button(words.t("Delete…"), "delete"),
            "merge": self._button(words.t("Merge…"), "merge"),
        }
        self._pages = QStackedWidget()
        self._pages.addWidget(self._page(theme))
        self._pages.addWidget(self._invitation)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self._side())
        middle.addWidget(self._pages, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.accept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 16)
        whole.setSpacing(14)
        whole.addLayout(middle, 1)
        whole.addWidget(buttons)

    def _side(self) -> QWidget:
        """Return the list with the buttons below it."""
        side = QWidget()
        side.setFixedWidth(_LIST_WIDTH)
        column = QVBoxLayout(side)
        column.setSpacing(8)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addWidget(self._buttons["add"])
        column.addWidget(self._buttons["delete"])
        return side

    def _page(self, theme: Theme) -> QWidget:
        """Return the form with the line for merging below it."""
        self.target = Choice(self._words.t("Merge with"))
        self.target.setObjectName("merge_target")
        self.target.setPlaceholderText(self._words.t("Choose a channel"))
        merging = label(self._words.t("Merge with"), self)
        merging.setBuddy(self.target)
        merging.setIndent(0)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(merging)
        line.addWidget(self.target, 1)
        line.addWidget(self._buttons["merge"])
        area = scrolling(self.form, self)
        area.setMinimumWidth(320)
        page = QWidget()
        page.setStyleSheet(style_sheet(theme))
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(area, 1)
        column.addLayout(line)
        return page

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _connect(self) -> None:
        self._buttons["add"].clicked.connect(self.add)
        self._buttons["delete"].clicked.connect(self.ask_to_delete)
        self._buttons["merge"].clicked.connect(self.ask_to_merge)
        self.target.currentIndexChanged.connect(self._enable_merging)
        self.list.turned.connect(self._turn_to_current)
        self.list.name_wanted.connect(self._go_to_name)
        self.list.delete_wanted.connect(self.ask_to_delete)
        give_undo_keys(self, self._document.undo_stack)
        self._document.changed.connect(self._refresh)

    def _refresh(self) -> None:
        """Follow the project: names and icons in the list, the fields at the right."""
        channels = sorted(self._document.project.channels, key=_by_name)
        entries = [Entry(one.id, self._named(one), self._icons.icon(one.icon or "globe")) for one in channels]
        self.list.show_entries(entries, self.form.channel_id)
        self._turn_to_current()

    def _turn_to_current(self) -> None:
        chosen = self.list.chosen()
        # Who turns to another channel chooses a partner anew: none is proposed.
        kept = self.target.currentData() if chosen == self.form.channel_id else None
        self.form.show_channel(chosen)
        self._pages.setCurrentIndex(0 if chosen else 1)
        self.target.clear()
        for other in sorted(self._document.project.channels, key=_by_name):
            if other.id != chosen:
                self.target.addItem(self._icons.icon(other.icon or "globe"), self._named(other), other.id)
        self.target.setCurrentIndex(-1 if kept is None else self.target.findData(kept))
        self._buttons["delete"].setEnabled(bool(chosen))
        self.target.setEnabled(self.target.count() > 0)
        self._enable_merging()

    def _enable_merging(self) -> None:
        self._buttons["merge"].setEnabled(self.target.currentIndex() >= 0)

    def _named(self, channel: Channel) -> str:
        name = plain(channel.name, _LONGEST_NAME).strip() or self._words.t("Unnamed channel")
        return f"{name} · {terms.mode(channel.mode, self._words)}"

    def _go_to_name(self) -> None:
        write_in(self.form.field("name"))


def _by_name(channel: Channel) -> tuple[str, str]:
    return channel.name.casefold(), channel.id
