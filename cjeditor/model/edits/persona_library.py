"""Personas of another project or a file into this one, with the channels that they prefer and their pictures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from cjeditor.model.edits.maps import add_asset, add_channel, add_persona, set_persona
from cjeditor.model.lookup import known
from cjeditor.model.project import Channel, Persona, Project

NewIds = Callable[[str], str]
"""Gives a new id that begins with the given prefix."""

_TAKEN = tuple(name for name in Persona.model_fields if name not in ("id", "preferred_channels", "portrait"))


def same_name(project: Project, persona: Persona) -> Persona | None:
    """The persona of the project that is called the same, whatever the case and spaces; None for none."""
    wanted = plain_name(persona.name)
    return next((each for each in project.personas if wanted and plain_name(each.name) == wanted), None)


def plain_name(name: str) -> str:
    """A name by which two are told to be the same."""
    return " ".join(name.split()).casefold()


def take_personas(
    project: Project, source: Project, ids: Collection[str], *, new_ids: NewIds, replacing: bool
) -> tuple[Project, list[str]]:
    """`project` with these personas of `source`; also returns under which ids they are in it.

    With `replacing` one that is called the same is filled with the fields of the newcomer and keeps its id, so that
    maps and cards go on naming it; else the newcomer stands beside it. Channels are those of the same name and mode, or
    come along. Raises EditRefused: `unknown-id` (of `source`), `field-refused`, `picture-refused`.
    """
    made: list[str] = []
    for each in ids:
        persona = known(source.personas, each)
        project, channels = _with_channels(project, source, persona.preferred_channels, new_ids)
        project, portrait = _with_portrait(project, source, persona, new_ids)
        fields = {name: getattr(persona, name) for name in _TAKEN}
        fields.update(preferred_channels=channels, portrait=portrait)
        old = same_name(project, persona) if replacing else None
        if old is not None and old.id not in made:
            project = set_persona(project, old.id, **fields)
            made.append(old.id)
        else:
            made.append(new_ids("ps"))
            project = add_persona(project, persona_id=made[-1], **fields)
    return project, made


def _with_channels(
    project: Project, source: Project, ids: Iterable[str], new_ids: NewIds
) -> tuple[Project, tuple[str, ...]]:
    found: list[str] = []
    for each in ids:
        channel = known(source.channels, each)
        here = next((one.id for one in project.channels if _same_channel(one, channel)), "")
        if not here:
            here = new_ids("ch")
            project = add_channel(project, channel_id=here, name=channel.name, mode=channel.mode, icon=channel.icon)
        if here not in found:
            found.append(here)
    return project, tuple(found)


def _with_portrait(project: Project, source: Project, persona: Persona, new_ids: NewIds) -> tuple[Project, str | None]:
    picture = next((each for each in source.assets if each.sha256 == persona.portrait), None)
    if picture is None:
        return project, None
    return add_asset(project, asset_id=new_ids("as"), media_type=picture.media_type, data=picture.data)


def _same_channel(one: Channel, other: Channel) -> bool:
    return one.mode == other.mode and plain_name(one.name) == plain_name(other.name)
