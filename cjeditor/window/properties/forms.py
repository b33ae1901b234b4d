"""Which fields the form of each kind of record has, in their order."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from cjeditor.model.cards import DropOffPoint, Kpi
from cjeditor.model.project import Channel, Persona
from cjeditor.model.replace import make
from cjeditor.texts import N_, Texts
from cjeditor.window.properties import options
from cjeditor.window.properties.card_field import CardField
from cjeditor.window.properties.choice_fields import ChoiceField, SegmentField
from cjeditor.window.properties.day_field import DayField
from cjeditor.window.properties.feelings_field import FeelingsField
from cjeditor.window.properties.flags_fields import FlagField, FlagsField
from cjeditor.window.properties.links_field import LinksField
from cjeditor.window.properties.new_name import NewKind
from cjeditor.window.properties.number_fields import NumberField, SpanField
from cjeditor.window.properties.other_fields import ColourField, EmotionWordsField
from cjeditor.window.properties.persona_field import PersonaField
from cjeditor.window.properties.picture_field import PictureField
from cjeditor.window.properties.ratings_field import RatingsField
from cjeditor.window.properties.records_field import NestedKind, RecordsField
from cjeditor.window.properties.spec import Spec
from cjeditor.window.properties.subject import Kind
from cjeditor.window.properties.text_fields import PartsField, TextField
from cjeditor.window.properties.web_links_field import WebLinksField

_LARGE = partial(TextField, large=True)
_PROSE = partial(TextField, least_lines=3)
_TAGS = partial(PartsField, separator=",")
_EMOTION = partial(SegmentField, toned=True)
_AMOUNT = partial(NumberField, whole=False, optional=True)


def _channel(key: str, name: str, words: Texts) -> ChoiceField:
    return ChoiceField(key, name, words, new_kind=NewKind("ch", N_("New channel…"), Channel))


def _persona(key: str, name: str, words: Texts) -> ChoiceField:
    return ChoiceField(key, name, words, new_kind=NewKind("ps", N_("New persona…"), Persona))


def _personas(key: str, name: str, words: Texts) -> FlagsField:
    return FlagsField(key, name, words, none=words.t("There is no other persona in this project yet."))


_DROP_OFF_POINT = NestedKind(
    (
        Spec("reason", N_("Reason"), ChoiceField, options=options.reasons),
        Spec("title", N_("In your own words"), TextField),
        Spec("likelihood", N_("Likelihood"), SegmentField, options=options.grades_or_none),
        Spec("impact", N_("Impact"), SegmentField, options=options.grades_or_none),
        Spec("counter_measure", N_("Counter-measure"), TextField),
    ),
    "do",
    N_("Remove drop-off point"),
    N_("Add drop-off point"),
    make(DropOffPoint, id="do_new"),
)
_FIGURES = (
    Spec("unit", N_("Unit"), TextField),
    Spec("target", N_("Target"), _AMOUNT),
    Spec("actual", N_("Actual"), _AMOUNT),
    Spec("better", N_("Better is"), ChoiceField, options=options.directions),
    Spec("status", N_("Status"), ChoiceField, options=options.kpi_statuses),
    Spec("date", N_("Measured on"), DayField),
    Spec("source", N_("Source"), TextField),
)
_KPI = NestedKind(
    (Spec("name", N_("Name"), TextField), *_FIGURES),
    "kp",
    N_("Remove KPI"),
    N_("Add KPI"),
    make(Kpi, id="kp_new"),
)
_HAND_OFF = Spec("hand_off", N_("Hand-off"), ChoiceField, options=options.hand_offs)
_OBSTACLE = Spec("obstacle", N_("Obstacle"), ChoiceField, options=options.obstacles)
_TREATMENT = Spec("treatment", N_("Treatment"), ChoiceField, options=options.treatments)
_PASSING = (_HAND_OFF, _OBSTACLE, _TREATMENT)
_LINK = NestedKind((Spec("label", N_("Label"), partial(TextField, breaks=False)), *_PASSING), "lk", N_("Remove link"))
_LINKS = Spec("links", N_("Links"), partial(LinksField, kind=_LINK), wide=True, alone=True, shared=True)
_DROP_OFF_POINTS = Spec(
    "drop_off_points", N_("Drop-off points"), partial(RecordsField, kind=_DROP_OFF_POINT), wide=True, shared=True
)
_KPIS = Spec("kpis", N_("KPIs"), partial(RecordsField, kind=_KPI), wide=True, shared=True)
_PERSONA = Spec("persona", N_("Persona"), _persona, options=options.personas)
_EVIDENCE = Spec("evidence", N_("Evidence"), ChoiceField, options=options.evidence)
_BACKING = (
    Spec("evidence_date", N_("Found out on"), DayField),
    Spec("test_idea", N_("How to test it"), TextField),
)
_RESTS_ON = (_EVIDENCE, Spec("evidence_source", N_("Source"), TextField), *_BACKING)
"""What something rests on; of a figure, which has a source of its own, the source of its evidence is called so."""
_FIGURE_RESTS_ON = (_EVIDENCE, Spec("evidence_source", N_("Source of evidence"), TextField), *_BACKING)
_WEIGHT = Spec("weight", N_("Weight"), SegmentField, options=options.grades)
_VOTES = Spec("votes", N_("Votes"), NumberField)
_TAG_ROW = Spec("tags", N_("Tags"), _TAGS, shared=True)
_OWNER = Spec("owner", N_("Owner"), TextField)
_STEP = Spec("step", N_("Step"), ChoiceField, map_options=options.steps)
_TOUCHPOINT_LANE = Spec("lane", N_("Lane"), ChoiceField, map_options=options.touchpoint_lanes)
_NOTE_LANE = Spec("lane", N_("Lane"), ChoiceField, map_options=options.note_lanes)
_LANE = (Spec("name", N_("Name"), _LARGE, bare=True), Spec("question", N_("Question"), TextField))
_LANE_LOOK = (
    Spec("audience", N_("Audience"), ChoiceField, options=options.audiences),
    Spec("min_height", N_("Minimum height in pixels"), NumberField),
)
_DESCRIPTION = Spec("description", N_("Description"), _PROSE, wide=True)

_END_OF_NOTE = (_VOTES, _TAG_ROW, _OWNER, _STEP, _NOTE_LANE, _LINKS)

FORMS: Final[Mapping[Kind, tuple[Spec, ...]]] = MappingProxyType(
    {
        "touchpoint": (
            Spec("title", N_("Title"), _LARGE, bare=True),
            Spec("channel", N_("Channel"), _channel, options=options.channels),
            Spec("contact", N_("Contact"), ChoiceField, options=options.contacts),
            Spec("emotion", N_("Emotion"), _EMOTION, options=options.emotions),
            Spec("ratings", N_("Ratings"), RatingsField, wide=True),
            Spec(
                "feelings",
                N_("Feelings of other personas"),
                FeelingsField,
                wide=True,
                shared=True,
                map_options=options.overlaid_personas,
            ),
            *_RESTS_ON,
            Spec("expected_wait", N_("Expected wait"), SpanField),
            Spec("actual_wait", N_("Actual wait"), SpanField),
            Spec("realms", N_("Experience"), FlagsField, options=options.realms, shared=True),
            _PERSONA,
            _WEIGHT,
            Spec("moment_of_truth", N_("Moment of truth"), FlagField, bare=True),
            _DESCRIPTION,
            _DROP_OFF_POINTS,
            _KPIS,
            Spec("loyalty", N_("Loyalty"), ChoiceField, options=options.loyalties),
            _VOTES,
            _TAG_ROW,
            _OWNER,
            _STEP,
            _TOUCHPOINT_LANE,
            _LINKS,
            Spec("web_links", N_("Web links, one per line"), WebLinksField, wide=True, shared=True),
        ),
        "note": (
            Spec("text", N_("Text"), _LARGE, bare=True),
            Spec("kind", N_("Kind"), ChoiceField, options=options.kinds_of_note),
            _PERSONA,
            Spec("severity", N_("Severity"), SegmentField, options=options.grades_or_none),
            Spec("frequency", N_("Frequency"), SegmentField, options=options.grades_or_none),
            *_RESTS_ON,
            *_END_OF_NOTE,
        ),
        "metric": (
            Spec("text", N_("Name"), _LARGE, bare=True),
            Spec("kind", N_("Kind"), ChoiceField, options=options.kinds_of_note),
            *_FIGURES,
            *_FIGURE_RESTS_ON,
            _PERSONA,
            *_END_OF_NOTE,
        ),
        "picture": (
            Spec("text", N_("Caption"), _LARGE, bare=True),
            Spec("picture", N_("Picture"), PictureField, wide=True),
            Spec("kind", N_("Kind"), ChoiceField, options=options.kinds_of_note),
            _PERSONA,
            *_RESTS_ON,
            *_END_OF_NOTE,
        ),
        "cards": (_PERSONA, *_RESTS_ON, _VOTES, _TAG_ROW, _OWNER, _STEP),
        "phase": (
            Spec("name", N_("Name"), _LARGE, bare=True),
            Spec("colour", N_("Colour"), ColourField),
            _WEIGHT,
            Spec("framework_phase", N_("Kind of phase"), ChoiceField, options=options.framework_phases),
            Spec("duration", N_("Duration"), TextField),
            Spec("funnel_stage", N_("Funnel stage"), ChoiceField, options=options.funnel_stages),
            _DESCRIPTION,
            Spec("evidence", N_("Evidence"), ChoiceField, options=options.evidence_or_none),
            *_RESTS_ON[1:],
            _DROP_OFF_POINTS,
            _KPIS,
        ),
        "step": (
            Spec("name", N_("Name"), _LARGE, bare=True),
            Spec("min_width", N_("Minimum width in pixels"), NumberField),
            Spec("duration", N_("Duration"), SpanField),
        ),
        "lane": (
            *_LANE,
            Spec("note_kind", N_("New notes are"), ChoiceField, options=options.kinds_of_note),
            *_LANE_LOOK,
        ),
        "other_lane": (*_LANE, *_LANE_LOOK),
        "link": (
            Spec("source", N_("From card"), CardField),
            Spec("target", N_("To card"), CardField),
            Spec("label", N_("Label"), partial(TextField, breaks=False)),
            *_PASSING,
        ),
        "map": (
            Spec("title", N_("Title"), _LARGE, bare=True),
            Spec("lead_persona", N_("Persona"), PersonaField, options=options.lead_personas),
            Spec(
                "overlaid_personas", N_("More personas"), _personas, map_options=options.further_personas, shared=True
            ),
            Spec("state", N_("State"), ChoiceField, options=options.map_states),
            Spec("status", N_("Status"), ChoiceField, options=options.map_statuses),
            Spec("owner", N_("Owner"), TextField),
            Spec("version", N_("Version"), TextField),
            Spec("framework", N_("Framework"), ChoiceField, options=options.frameworks),
            Spec("origin", N_("Made from"), ChoiceField, map_options=options.other_maps),
            Spec("scenario", N_("Scenario"), _PROSE, wide=True),
            Spec("scope", N_("Scope"), _PROSE, wide=True),
            Spec("key_finding", N_("Key finding"), _PROSE, wide=True),
            Spec("decision", N_("Decision"), _PROSE, wide=True),
            Spec("project.title", N_("Project"), TextField, wide=True),
            Spec("project.client", N_("Client"), TextField),
            Spec("project.language", N_("Language"), ChoiceField, options=options.languages),
            Spec("settings.hypothesis_below", N_("Hypothesis below (%)"), NumberField),
            Spec("settings.paper", N_("Paper"), ChoiceField, options=options.papers),
            Spec("settings.emotion_labels", N_("Words for emotions"), EmotionWordsField, wide=True),
        ),
    }
)
"""`cards` is for touchpoints and notes chosen together: what both have."""
