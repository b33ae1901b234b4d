"""The form of one persona: its fields, in step with the project, and the edits that they ask for."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from cjeditor.catalogue.persona_types import persona_types
from cjeditor.document import Document
from cjeditor.model.edits import maps
from cjeditor.model.edits.pictures import put_portrait
from cjeditor.model.lookup import map_of
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Asset, Persona, Project
from cjeditor.model.table import find
from cjeditor.texts import N_, Texts
from cjeditor.window.personas.fields import ChannelsField, HintedField, TypeField
from cjeditor.window.personas.sliders_field import SlidersField
from cjeditor.window.properties import options
from cjeditor.window.properties.field import Field
from cjeditor.window.properties.field_focus import FieldFocus
from cjeditor.window.properties.picture_field import PictureField
from cjeditor.window.properties.spec import Rows, Spec
from cjeditor.wording import sentence

FIELDS: Final = (
    Spec("name", N_("Name"), partial(HintedField, hint=N_("What do you call this person?"))),
    Spec("type", N_("Type"), TypeField),
    Spec("portrait", N_("Picture"), partial(PictureField, round_shape=True)),
    Spec("quote", N_("Quote"), partial(HintedField, hint=N_("A sentence that this person would say"))),
    Spec(
        "demographics",
        N_("Demographics"),
        partial(HintedField, hint=N_("Age, profession, family, where and how they live"), least_lines=2),
    ),
    Spec("goals", N_("Goals"), partial(HintedField, hint=N_("What do they want to achieve?"), least_lines=2)),
    Spec("needs", N_("Needs"), partial(HintedField, hint=N_("What do they need for it?"), least_lines=2)),
    Spec(
        "frustrations", N_("Frustrations"), partial(HintedField, hint=N_("What annoys or hinders them?"), least_lines=2)
    ),
    Spec("preferred_channels", N_("Preferred channels"), ChannelsField),
    Spec("sliders", N_("Between two poles"), SlidersField),
    Spec(
        "channel_strategy",
        N_("Channel strategy"),
        partial(
            HintedField,
            hint=N_("By which channels do we reach them: own website, shop, blog, social media?"),
            least_lines=2,
        ),
    ),
    Spec(
        "contents", N_("Contents"), partial(HintedField, hint=N_("What do we tell and show them there?"), least_lines=2)
    ),
    Spec("campaigns", N_("Campaigns"), partial(HintedField, hint=N_("With which campaigns, and when?"), least_lines=2)),
)


class PersonaForm(QWidget):
    """Shows a persona and makes one undoable step of each session of typing in a field.

    Signals:
        hint(str): a sentence about something that was refused and has no field of its own.
    """

    hint = Signal(str)

    def __init__(self, document: Document, map_id: str, words: Texts) -> None:
        super().__init__()
        self._document = document
        self._map_id = map_id
        self._words = words
        self._shown = ""
        self.setObjectName("persona_form")
        self.rows = Rows(FIELDS, words)
        self.lead = QCheckBox(words.t("Lead persona of this map"))
        self.lead.setObjectName("lead")
        self.lead.clicked.connect(self._set_lead)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        column.addWidget(self.lead)
        column.addWidget(self.rows)
        column.addStretch(1)
        for field in self.rows.fields.values():
            field.edited.connect(self._apply)
        FieldFocus(self).moved.connect(document.end_merging)

    @property
    def persona_id(self) -> str:
        """Who is shown; empty for nobody."""
        return self._shown

    def field(self, key: str) -> Field:
        """Return a field; KeyError where there is none of that key."""
        return self.rows.fields[key]

    def show_persona(self, persona_id: str) -> None:
        """Show another persona, or the same one as it is now."""
        project = self._document.project
        persona = find(project.personas, persona_id)
        if persona_id != self._shown:
            self._document.end_merging()
            self._shown = persona_id
            for field in self.rows.fields.values():
                field.begin()
        self.setEnabled(persona is not None)
        self._offer(project)
        shown = persona or Persona(id="ps_nobody", name="")
        self.rows.show_values({key: getattr(shown, key) for key in self.rows.fields})
        self.lead.setChecked(persona is not None and map_of(project, self._map_id).lead_persona == persona_id)

    def _offer(self, project: Project) -> None:
        fields = self.rows.fields
        type_field, channels = fields["type"], fields["preferred_channels"]
        self.rows.offer(project)
        if isinstance(type_field, TypeField):
            type_field.offer_names([one.name.in_language(project.language) for one in persona_types()])
        if isinstance(channels, ChannelsField):
            channels.offer_channels(options.channels(project, self._words)[1:])

    def _apply(self, key: str, wanted: object) -> None:
        persona_id, field = self._shown, self.rows.fields[key]
        session = field.session()

        def edit(project: Project) -> Project:
            if isinstance(wanted, Asset):
                return put_portrait(project, persona_id, wanted)
            return maps.set_persona(project, persona_id, **{key: wanted})

        label = self._words.t("Change “{field}”", field=field.name)
        try:
            self._document.apply(label, edit, merge=f"persona {persona_id} {session}" if session else "")
        except EditRefused as refused:
            field.tell(sentence(refused.problem, self._words))
        else:
            field.keep(wanted)

    def _set_lead(self, checked: bool) -> None:
        wanted = self._shown if checked else None

        def edit(project: Project) -> Project:
            return maps.set_map(project, self._map_id, lead_persona=wanted)

        try:
            self._document.apply(self._words.t("Choose lead persona"), edit)
        except EditRefused as refused:
            self.hint.emit(sentence(refused.problem, self._words))
