"""What there is to choose from in the fields of the properties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from cjeditor.catalogue import frameworks as catalogue
from cjeditor.catalogue import terms
from cjeditor.catalogue.concepts import concepts_of
from cjeditor.catalogue.drop_off_reasons import drop_off_reasons
from cjeditor.catalogue.note_kinds import note_kinds
from cjeditor.layout.persona_names import persona_names
from cjeditor.model.journey_map import JourneyMap, Step
from cjeditor.model.lookup import known, ordered, ordered_steps, steps_of
from cjeditor.model.project import Project, Settings
from cjeditor.phrases.places import STAGES
from cjeditor.texts import N_, Texts
from cjeditor.window.evidence_icon import QUARTERS
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
    found = [Option(one.id, f"{one.name} · {terms.mode(one.mode, words)}", name=one.name) for one in named]
    return [Option(None, words.t("No channel")), *found]


def personas(project: Project, words: Texts) -> Sequence[Option]:
    """Return no persona and the project's personas by name."""
    names = persona_names(project.personas, words)
    known = [Option(one.id, names[one.id]) for one in sorted(project.personas, key=_by_name)]
    return [Option(None, words.t("Same as map")), *known]


def lead_personas(project: Project, words: Texts) -> Sequence[Option]:
    """Return the same for a whole map."""
    return [Option(None, words.t("No persona")), *personas(project, words)[1:]]


def emotions(project: Project, words: Texts) -> Sequence[Option]:
    """Return no emotion and the five of the scale, with the project's words as tips."""
    scale = [Option(value, words.signed(value), terms.emotion(value, project, words)) for value in range(-2, 3)]
    return [Option(None, _NONE, words.t("No value")), *scale]


def evidence(_project: Project, words: Texts) -> Sequence[Option]:
    """Return the degrees of evidence."""
    named = zip(terms.EVIDENCE.items(), QUARTERS, strict=True)
    return [Option(value, words.t(name), quarters=quarters) for (value, name), quarters in named]


def evidence_or_none(project: Project, words: Texts) -> Sequence[Option]:
    """Return that nobody said so far, and the degrees of evidence."""
    return [Option(None, words.t("Not said")), *evidence(project, words)]


def loyalties(_project: Project, words: Texts) -> Sequence[Option]:
    """Return the kinds of loyalty."""
    return _named(terms.LOYALTY_KINDS, words)


def directions(_project: Project, words: Texts) -> Sequence[Option]:
    """Return which way a figure may be better."""
    return _named(terms.DIRECTIONS, words)


def kpi_statuses(_project: Project, words: Texts) -> Sequence[Option]:
    """Return how far a KPI is."""
    return _named(terms.KPI_STATUSES, words)


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


def realms(_project: Project, words: Texts) -> Sequence[Option]:
    """Return the realms of experience."""
    return _named(terms.REALMS, words)


def reasons(_project: Project, words: Texts) -> Sequence[Option]:
    """Return no reason and the catalogue's reasons for dropping off."""
    known = [Option(one.key, one.name.in_language(words.language)) for one in drop_off_reasons()]
    return [Option(None, words.t("No reason from the list")), *known]


def hand_offs(_project: Project, words: Texts) -> Sequence[Option]:
    """Return the states of a hand-off, in the words that suffice beside the name of the field."""
    return [
        Option("", words.t("Not rated")),
        Option("seamless", words.t("Seamless")),
        Option("broken", words.tp("hand-off", "Broken")),
    ]


def obstacles(_project: Project, words: Texts) -> Sequence[Option]:
    """Return no obstacle and what can stand in the way of a hand-off, each with what is meant by it."""
    language = words.language
    known = [
        Option(one.key, one.name.in_language(language), one.sentence.in_language(language))
        for one in concepts_of("obstacle")
    ]
    return [Option("", words.t("No obstacle named")), *known]


def treatments(_project: Project, words: Texts) -> Sequence[Option]:
    """Return how customers can be treated on both sides of a hand-off."""
    return _named(terms.TREATMENTS, words)


def further_personas(project: Project, journey_map: JourneyMap, words: Texts) -> Sequence[Option]:
    """Return the project's personas by name, without the one that leads the map."""
    others = [one for one in project.personas if one.id != journey_map.lead_persona]
    names = persona_names(project.personas, words)
    return [Option(one.id, names[one.id]) for one in sorted(others, key=_by_name)]


def overlaid_personas(project: Project, journey_map: JourneyMap, words: Texts) -> Sequence[Option]:
    """Return the personas that are laid over the map, in their order."""
    names = persona_names(project.personas, words)
    return [Option(one, names[one]) for one in journey_map.overlaid_personas if one in names]


def frameworks(_project: Project, words: Texts) -> Sequence[Option]:
    """Return no framework and the catalogue's."""
    known = [Option(one.key, one.name.in_language(words.language)) for one in catalogue.frameworks()]
    return [Option(None, words.t("No framework")), *known]


def framework_phases(_project: Project, words: Texts) -> Sequence[Option]:
    """Return no phase and those of all frameworks, as pairs of the framework's and the phase's key."""
    language = words.language
    known = [
        Option((one.key, phase.key), f"{phase.name.in_language(language)} · {one.name.in_language(language)}")
        for one in catalogue.frameworks()
        for phase in one.phases
    ]
    return [Option((None, None), words.t("A kind of its own")), *known]


def papers(_project: Project, _words: Texts) -> Sequence[Option]:
    """Return the sizes of paper."""
    return [Option(size, size) for size in get_args(Settings.model_fields["paper"].annotation)]


def steps(_project: Project, journey_map: JourneyMap, words: Texts) -> Sequence[Option]:
    """Return the steps along the journey, each with the name of its phase."""
    return [Option(step.id, step_name(journey_map, step, words)) for step in ordered_steps(journey_map)]


def touchpoint_lanes(_project: Project, journey_map: JourneyMap, words: Texts) -> Sequence[Option]:
    """Return the lanes that hold touchpoints."""
    return _lanes(journey_map, "touchpoints", words)


def note_lanes(_project: Project, journey_map: JourneyMap, words: Texts) -> Sequence[Option]:
    """Return the lanes that hold notes."""
    return _lanes(journey_map, "notes", words)


def other_maps(project: Project, journey_map: JourneyMap, words: Texts) -> Sequence[Option]:
    """Return no map and the project's other maps in their order."""
    others = [one for one in ordered(project.maps) if one.id != journey_map.id]
    return [
        Option(None, words.t("No other map")),
        *(Option(one.id, one.title or words.t("Untitled")) for one in others),
    ]


def step_name(journey_map: JourneyMap, step: Step, words: Texts) -> str:
    """Return a step's name after that of its phase; where the step has none, its place in the phase."""
    phase = known(journey_map.phases, step.phase)
    name = phase.name or words.t("Unnamed phase")
    siblings = steps_of(journey_map, step.phase)
    if len(siblings) == 1 and not step.name:
        return name
    return f"{name} · {step.name or words.t('Step {number}', number=siblings.index(step) + 1)}"


def _lanes(journey_map: JourneyMap, held: str, words: Texts) -> Sequence[Option]:
    lanes = [one for one in ordered(journey_map.lanes) if one.holds == held]
    return [Option(one.id, one.name or words.t("Unnamed lane")) for one in lanes]


def _by_name(record: object) -> str:
    return str(getattr(record, "name", "")).casefold()
