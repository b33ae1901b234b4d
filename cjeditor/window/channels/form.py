"""The form of one channel: its fields, in step with the project, and the edits that they ask for."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cjeditor.catalogue import terms
from cjeditor.document import Document
from cjeditor.model.edits import maps
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Channel, Project
from cjeditor.model.table import find
from cjeditor.texts import N_, Texts
from cjeditor.window.channels.icon_field import IconField
from cjeditor.window.channels.usage import usage_of
from cjeditor.window.icons import Icons
from cjeditor.window.plain import label
from cjeditor.window.properties.choice_fields import ChoiceField, Option
from cjeditor.window.properties.field import Field
from cjeditor.window.properties.field_focus import FieldFocus
from cjeditor.window.properties.spec import Rows, Spec
from cjeditor.window.properties.text_fields import TextField
from cjeditor.wording import sentence


class ChannelForm(QWidget):
    """Shows a channel and makes one undoable step of each session of typing in a field."""

    def __init__(self, document: Document, words: Texts, icons: Icons) -> None:
        super().__init__()
        self._document = document
        self._words = words
        self._shown = ""
        self.setObjectName("channel_form")
        self.rows = Rows(
            (
                Spec("name", N_("Name"), partial(TextField, breaks=False)),
                Spec("mode", N_("Mode"), ChoiceField, options=_modes),
                Spec("icon", N_("Icon"), partial(IconField, icons=icons), wide=True),
            ),
            words,
        )
        self.rows.offer(document.project)
        self._heading = label(words.t("Used by"), self)
        self._heading.setObjectName("section")
        self._heading.setIndent(0)
        self.usage = label("", self)
        self.usage.setObjectName("usage")
        self.usage.setMinimumWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self.rows)
        column.addWidget(self._heading)
        column.addWidget(self.usage)
        column.addStretch(1)
        for field in self.rows.fields.values():
            field.edited.connect(self._apply)
        FieldFocus(self).moved.connect(document.end_merging)

    @property
    def channel_id(self) -> str:
        """Which one is shown; empty for none."""
        return self._shown

    def field(self, key: str) -> Field:
        """Return a field; KeyError where there is none of that key."""
        return self.rows.fields[key]

    def show_channel(self, channel_id: str) -> None:
        """Show another channel, or the same one as it is now."""
        project = self._document.project
        channel = find(project.channels, channel_id)
        if channel_id != self._shown:
            self._document.end_merging()
            self._shown = channel_id
            for field in self.rows.fields.values():
                field.begin()
        self.setEnabled(channel is not None)
        shown = channel or Channel(id="ch_none", name="")
        self.rows.show_values({key: getattr(shown, key) for key in self.rows.fields})
        used = usage_of(project, channel_id, self._words)
        self.usage.setText(used or self._words.t("Nothing names this channel yet."))

    def _apply(self, key: str, wanted: object) -> None:
        channel_id, field = self._shown, self.rows.fields[key]
        session = field.session()

        def edit(project: Project) -> Project:
            return maps.set_channel(project, channel_id, **{key: wanted})

        label_of_step = self._words.t("Change “{field}”", field=field.name)
        try:
            self._document.apply(label_of_step, edit, merge=f"channel {channel_id} {session}" if session else "")
        except EditRefused as refused:
            field.tell(sentence(refused.problem, self._words))
        else:
            field.keep(wanted)


def _modes(_project: Project, words: Texts) -> list[Option]:
    return [Option(mode, terms.mode(mode, words)) for mode in terms.MODES]
