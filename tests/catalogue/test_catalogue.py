from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from cjeditor import resources, texts
from cjeditor.catalogue import channels, drop_off_reasons, entries, frameworks, lanes, note_kinds, terms
from cjeditor.model import fields
from cjeditor.model.project import Project, Settings
from cjeditor.phrases import places

STAGES = dict(
    zip(
        range(1, 10),
        (
            "suspects",
            "leads",
            "prospects",
            "prospects",
            "customers",
            "customers",
            "customers",
            "returning",
            "returning",
        ),
        strict=True,
    )
)
FILES = sorted((Path(__file__).parent.parent.parent / "resources" / "catalogue").glob("*.json"))


def strings(value: Any, at: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every place of a catalogue file that holds text in languages."""
    if isinstance(value, dict):
        if "en" in value or "de" in value:
            yield at, value
            return
        for key, inner in value.items():
            yield from strings(inner, f"{at}/{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from strings(inner, f"{at}/{number}")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_both_languages_have_the_same_texts(file: Path) -> None:
    found = list(strings(json.loads(file.read_text(encoding="utf-8"))))
    assert found
    for at, wordings in found:
        assert wordings.keys() == {"en", "de"}, at
        for language, text in wordings.items():
            assert text.strip() == text != "", (at, language)
            assert not set(text) & set("\"'\t\n-") - {"-"}, (at, "typographic quotes")
            assert " - " not in text, (at, "a dash is –")


def test_frameworks_are_the_four_of_the_craft() -> None:
    names = {one.key: [phase.name.de for phase in one.phases] for one in frameworks.frameworks()}
    assert names == {
        "nine-phases": [
            "Latenter und konkreter Bedarf",
            "Orientierung",
            "Überlegung",
            "Entscheidung",
            "Kauf",
            "Lieferung und Leistungsbeginn",
            "Nutzung",
            "Loyalität",
            "Weiterempfehlung",
        ],
        "five-phases": ["Aufmerksamkeit", "Erwägung", "Kauf", "Bindung", "Empfehlung"],
        "three-phases": ["Aufmerksamkeit", "Überlegung", "Entscheidung"],
        "loyalty-loop": [
            "Inspiration",
            "Orientierung",
            "Auswahl",
            "Transaktion",
            "Produkterlebnis",
            "Service",
            "Interaktion",
            "Engagement",
        ],
    }
    english = [phase.name.en for phase in frameworks.frameworks()[1].phases]
    assert english == ["Awareness", "Consideration", "Purchase", "Retention", "Advocacy"]


def test_only_the_loop_is_a_loop() -> None:
    assert {one.key for one in frameworks.frameworks() if one.shape == "loop"} == {"loyalty-loop"}


@pytest.mark.parametrize("framework", frameworks.frameworks(), ids=lambda one: one.key)
def test_phases_cover_the_guidance_and_inherit_the_funnel_stage(framework: frameworks.Framework) -> None:
    numbers = list(itertools.chain.from_iterable(phase.guidance for phase in framework.phases))
    assert set(numbers) == set(range(1, 10))
    assert numbers == sorted(numbers)
    for phase in framework.phases:
        assert phase.funnel_stage == STAGES[phase.guidance[0]], phase.key


@pytest.mark.parametrize("framework", frameworks.frameworks(), ids=lambda one: one.key)
def test_phases_stay_apart(framework: frameworks.Framework) -> None:
    for values in ([p.colour for p in framework.phases], [p.key for p in framework.phases]):
        assert len(values) == len(set(values))
    for language in texts.LANGUAGES:
        purposes = [p.purpose.in_language(language) for p in framework.phases]
        assert all(text.endswith((".", "?")) for text in purposes)
        assert len(set(purposes)) == len(purposes)


def test_phases_are_found_by_key_and_strangers_are_nothing() -> None:
    nine = frameworks.framework("nine-phases")
    assert nine is not None
    use = nine.phase("use")
    assert use is not None
    assert use.guidance == (7,)
    assert nine.phase("no-such") is None
    assert frameworks.framework("no-such") is None
    assert frameworks.framework(None) is None


def test_all_icons_are_in_the_icon_font() -> None:
    glyphs = json.loads(resources.icon_charmap_file().read_text(encoding="utf-8"))
    icons = [entry.icon for entry in (*channels.channels(), *note_kinds.note_kinds())]
    assert [icon for icon in icons if icon not in glyphs] == []


def test_channels_have_their_own_names_and_keys() -> None:
    known = channels.channels()
    for values in ([c.key for c in known], [c.name.en for c in known], [c.name.de for c in known]):
        assert len(values) == len(set(values))
    assert {channel.mode for channel in known} == {"online", "offline", "mobile"}


def test_every_kind_of_note_is_described() -> None:
    assert [kind.key for kind in note_kinds.note_kinds()] == list(get_args(fields.NoteKind))
    assert note_kinds.note_kind("pain_point").plural.de == "Pain Points"


def test_standard_lanes_offer_every_kind() -> None:
    assert {lane.kind for lane in lanes.standard_lanes()} == set(get_args(fields.LaneKind))
    line = lanes.standard_lane("line-of-interaction")
    assert line is not None
    assert line.name.de == "Interaktionslinie"
    assert lanes.standard_lane("no-such") is None


@pytest.mark.parametrize(
    ("table", "values"),
    [
        (terms.CONTACTS, fields.Contact),
        (terms.EVIDENCE, fields.Evidence),
        (terms.MODES, fields.ChannelMode),
        (places.STAGES, fields.FunnelStage),
        (terms.REALMS, fields.Realm),
        (terms.LOYALTY_KINDS, fields.LoyaltyKind),
        (terms.DIRECTIONS, fields.Direction),
        (terms.KPI_STATUSES, fields.KpiStatus),
        (terms.AUDIENCES, fields.Audience),
        (terms.LANE_KINDS, fields.LaneKind),
    ],
)
def test_every_fixed_value_has_a_name(table: dict[str, str], values: Any) -> None:
    assert set(table) == set(get_args(values))


def test_names_of_fixed_values_are_translated() -> None:
    german = texts.of("de")
    assert terms.evidence("anecdotal", german) == "Einzelfall"
    assert terms.contact("third_party", german) == "Über Dritte"
    assert terms.mode("mobile", german) == "mobil"
    assert terms.funnel_stage("returning", german) == "Stammkunden"
    assert terms.hand_off("broken", german) == "Bruch bei der Übergabe"
    assert terms.map_state("current", german) == "Ist"
    assert terms.map_status("in_review", german) == "In Prüfung"
    assert terms.realm("escapist", german) == "Eskapismus"
    assert terms.loyalty("emotional", german) == "Emotionale Loyalität"
    assert terms.audience("everyone", german) == "Alle"
    assert terms.lane_kind("separator", german) == "Trennlinie"


def test_a_project_can_have_its_own_words_for_emotions() -> None:
    german = texts.of("de")
    assert terms.emotion(-2, Project(), german) == "sehr negativ"
    own = Project(settings=Settings(emotion_labels=("mies", "mau", "geht so", "gut", "top")))
    assert [terms.emotion(value, own, german) for value in (-2, 2)] == ["mies", "top"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (None, "the file is missing"),
        ("{", "file: Invalid JSON"),
        ('{"channels": [{"key": "x"}]}', "channels/0/name: Field required"),
        ('{"channels": [], "more": 1}', "more: Extra inputs"),
        (
            '{"channels": [{"key": "x", "name": {"en": "X", "de": ""}, "mode": "online", "icon": "x"}]}',
            "channels/0/name/de",
        ),
    ],
)
def test_a_damaged_catalogue_is_named(
    body: str | None, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "catalogue").mkdir()
    if body is not None:
        (tmp_path / "catalogue" / "channels.json").write_text(body, encoding="utf-8")
    monkeypatch.setattr(resources, "root", lambda: tmp_path)
    channels.channels.cache_clear()
    try:
        with pytest.raises(entries.CatalogueBroken) as caught:
            channels.channels()
    finally:
        channels.channels.cache_clear()
    assert caught.value.name == "catalogue/channels.json"
    assert said in str(caught.value)


def test_drop_off_reasons_have_names_in_both_languages_and_are_those_of_the_sample() -> None:
    keys = [reason.key for reason in drop_off_reasons.drop_off_reasons()]
    assert len(keys) == len(set(keys)) == 10
    sample = (FILES[0].parent.parent / "samples" / "first-home.de.cjmap").read_text(encoding="utf-8")
    used = set(re.findall(r'"reason":"([^"]*)"', sample))
    assert used
    assert used <= set(keys)
    assert drop_off_reasons.reason_name("unclear-information", "de") == "Unklare Informationen"
    assert drop_off_reasons.reason_name("unclear-information", "en") == "Unclear information"
    assert drop_off_reasons.reason_name("own-reason", "de") == "own reason"
