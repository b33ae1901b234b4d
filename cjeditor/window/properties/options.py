"""What there is to choose from in the fields of the properties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cjeditor.catalogue import terms
from cjeditor.catalogue.drop_off_reasons import drop_off_reasons
from cjeditor.catalogue.note_kinds import note_kinds
from cjeditor.model.project import Project
from cjeditor.phrases.places import STAGES
from cjeditor.texts import N_, Texts
from cjeditor.window.properties.choice_fields import Option

_NONE = "–"
_GRADES = (1, 2, 3, 4, 5)
_LANGUAGES = (("en", N_("English")), ("de", N_("German")))


def _named(names: Mapping[Any, str], words: Texts) -> list[Option]:
    return [Option(value, words.t(name)) for value, name in names.items()]


def contacts(_project: Project, words: Texts) -> Sequence[Option]:
    """Return the kinds of contact."""
    return _named(terms.CONTACTS, words)


def channels(project: Project, words: Texts) -> Sequence[Option]:
    """Return no channel and the project's channels by name."""
    named = sorted(project.channels, key=_by_name)
    known = [Option(one.id, f"{one.name} · {terms.mode(one.mode, words)}") for one in named]
    return [Option(None, words.t("No channel")), *known]


def personas(project: Project, words: Texts) -> Sequence[Option]:
    """Return no persona and the project's personas by name."""
    known = [Option(one.id, one.name) for one in sorted(project.personas, key=_by_name)]
    return [Option(None, words.t("As the map")), *known]


def lead_personas(project: Project, words: Texts) -> Sequence[Option]:
    """Return the same for a whole map."""
    return [Option(None, words.t("No persona")), *personas(project, words)[1:]]


def emotions(project: Project, words: Texts) -> Sequence[Option]:
    """Return no emotion and the five of the scale, with the project's words as tips."""
    scale = [Option(value, words.signed(value), terms.emotion(value, project, words)) for value in range(-2, 3)]
    return [Option(None, _NONE, words.t("No value")), *scale]


def evidence(_project: Project, words: Texts) -> Sequence[Option]:
    """Return the degrees of evidence."""
    marked = [(value, f"{terms.EVIDENCE_MARKS[value]} {words.t(name)}") for value, name in terms.EVIDENCE.items()]
    return [Option(value, text) for value, text in marked]


def loyalties(_project: Project, words: Texts) -> Sequence[Option]:
    """Return the kinds of loyalty."""
    return _named(terms.LOYALTY_KINDS, words)


def grades(_project: Project, _words: Texts) -> Sequence[Option]:
    """Return the grades 1 to 5."""
    return [Option(grade, str(grade)) for grade in _GRADES]


def grades_or_none(project: Project, words: Texts) -> Sequence[Option]:
    """Return the grades 1 to 5, and none."""
    return [Option(None, _NONE, words.t("No value")), *grades(project, words)]


def kinds_of_note(_project: Project, words: Texts) -> Sequence[Option]:
    """Return the kinds of notes."""
    return [Option(kind.key, kind.name.in_language(words.language)) for kind in note_kinds()]


def funnel_stages(_project: Project, words: Texts) -> Sequence[Option]:
    """Return no stage and the stages of the sales funnel."""
    return [Option(None, words.t("No stage")), *_named(STAGES, words)]


def audiences(_project: Project, words: Texts) -> Sequence[Option]:
    """Return who a lane may be for."""
    return _named(terms.AUDIENCES, words)


def map_states(_project: Project, words: Texts) -> Sequence[Option]:
    """Return current and future state."""
    return _named(terms.MAP_STATES, words)


def map_statuses(_project: Project, words: Texts) -> Sequence[Option]:
    """Return the states of work on a map."""
    return _named(terms.MAP_STATUSES, words)


def languages(_project: Project, words: Texts) -> Sequence[Option]:
    """Return the languages that a map can be in."""
    return [Option(code, words.t(name)) for code, name in _LANGUAGES]


def realms(words: Texts) -> Sequence[Option]:
    """Return the realms of experience."""
    return _named(terms.REALMS, words)


def reasons(_project: Project, words: Texts) -> Sequence[Option]:
    """Return no reason and the catalogue's reasons for dropping off."""
    known = [Option(one.key, one.name.in_language(words.language)) for one in drop_off_reasons()]
    return [Option(None, words.t("No reason from the list")), *known]


def _by_name(record: object) -> str:
    return str(getattr(record, "name", "")).casefold()
