"""New values for a card's fields, perhaps with a channel or persona that is new, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cjeditor.model.edits.cards import set_note, set_touchpoint
from cjeditor.model.edits.maps import add_channel, add_persona, delete_channel, delete_persona
from cjeditor.model.project import Channel, Persona
from cjeditor.model.table import find

if TYPE_CHECKING:
    from cjeditor.model.project import Project


class Patch(NamedTuple):
    """New values for a card's fields.

    Attributes:
        fields: the values.
        made: a record that they refer to, to be added if it is not there.
        unmade: the id of a record to be taken away again, unless another card has come to use it.
    """

    fields: dict[str, Any]
    made: Channel | Persona | None = None
    unmade: str = ""

    def before_card(self, project: Project) -> Project:
        """Return the project with what the card refers to."""
        made = self.made
        if isinstance(made, Channel) and find(project.channels, made.id) is None:
            return add_channel(project, channel_id=made.id, name=made.name, mode=made.mode, icon=made.icon)
        if isinstance(made, Persona) and find(project.personas, made.id) is None:
            return add_persona(project, persona_id=made.id, name=made.name)
        return project

    def on_card(self, project: Project, map_id: str, card_id: str, *, touchpoint: bool) -> Project:
        """Return the project with the fields on the card."""
        project = self.before_card(project)
        if self.fields:
            edit = set_touchpoint if touchpoint else set_note
            project = edit(project, map_id, [card_id], **self.fields)
        return self.after_card(project)

    def after_card(self, project: Project) -> Project:
        """Return the project without what the card no longer refers to."""
        if not self.unmade or _is_used(project, self.unmade):
            return project
        if find(project.channels, self.unmade) is not None:
            return delete_channel(project, self.unmade)
        if find(project.personas, self.unmade) is not None:
            return delete_persona(project, self.unmade)
        return project


def _is_used(project: Project, record_id: str) -> bool:
    if any(record_id in one.preferred_channels for one in project.personas):
        return True
    return any(
        record_id in (journey.lead_persona, *journey.overlaid_personas)
        or any(record_id in (one.channel, one.persona) for one in journey.touchpoints)
        or any(one.persona == record_id for one in journey.notes)
        for journey in project.maps
    )
