from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.catalogue import guidance
from cjeditor.catalogue.drop_off_reasons import drop_off_reasons
from cjeditor.catalogue.frameworks import frameworks
from cjeditor.catalogue.instruments import instruments
from cjeditor.catalogue.methods import methods
from cjeditor.layout.icons import is_icon
from cjeditor.model.cards import DropOffPoint
from cjeditor.model.edits.cards import set_note, set_touchpoint
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.lookup import known, map_of
from cjeditor.window.guide.chapters import TITLES, chapters
from cjeditor.window.guide.offers import Present, present_in, rows
from tests.builders import MAP, small_project

LANGUAGES = ("en", "de")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", guidance.PHASE_NUMBERS)
def test_all_that_the_catalogue_says_is_told(number: int, language: str) -> None:
    part = guidance.guidance(number)
    words = texts.of(language)
    told = {chapter.key: "\n".join(one.text for one in chapter.paragraphs) for chapter in chapters([part], words)}
    lists = {"advice": part.advice, "examples": part.examples, "facts": part.facts}
    for key, some in lists.items():
        assert told.get(key, "").split("\n") == [one.in_language(language) for one in some] or not some
    for key, points in {"factors": part.factors, "forms": part.forms, "loyalty": part.loyalty}.items():
        for point in points:
            assert point.name.in_language(language) in told[key]
            assert point.sentence.in_language(language) in told[key]
        assert (key in told) == bool(points)
    for one in (part.purpose, part.success):
        assert one.in_language(language) in told["about"]
    assert part.about.in_language(language).replace("\n\n", "\n") in told["about"]
    assert set(told) <= set(TITLES)


def test_decisive_factors_forms_and_loyalty_are_where_the_craft_has_them() -> None:
    words = texts.of("en")
    special = {
        number: {one.key for one in chapters([guidance.guidance(number)], words)} & {"factors", "forms", "loyalty"}
        for number in guidance.PHASE_NUMBERS
    }
    assert {number: found for number, found in special.items() if found} == {
        3: {"factors"},
        6: {"forms"},
        8: {"loyalty"},
    }


def test_several_parts_stand_one_after_another_under_their_names() -> None:
    parts = guidance.for_phase("five-phases", "awareness")
    (about, *_rest) = chapters(parts, texts.of("de"))
    names = [one.text for one in about.paragraphs if one.style == "name"]
    assert names == ["Latenter und konkreter Bedarf", "Orientierung"]
    alone = chapters(parts[:1], texts.of("de"))[0]
    assert not [one for one in alone.paragraphs if one.style == "name"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_method_instrument_and_reason_is_offered_where_it_belongs(language: str) -> None:
    words, labels = texts.of(language), texts.of("en")
    offered: dict[str, set[str]] = {"recognise": set(), "methods": set(), "instruments": set(), "drop_offs": set()}
    for number in guidance.PHASE_NUMBERS:
        for key, some in rows([guidance.guidance(number)], Present(), words, labels).items():
            assert all(row.name and row.tip and is_icon(row.icon) for row in some)
            offered[key] |= {row.name for row in some}
    signs = [sign for number in guidance.PHASE_NUMBERS for sign in guidance.guidance(number).recognise]
    assert offered["recognise"] == {sign.in_language(language) for sign in signs}
    assert offered["methods"] == {one.name.in_language(language) for one in methods()}
    assert offered["instruments"] == {one.name.in_language(language) for one in instruments()}
    assert offered["drop_offs"] <= {one.name.in_language(language) for one in drop_off_reasons()}
    assert len(offered["drop_offs"]) > 5


def test_what_comes_onto_the_map_speaks_the_projects_language() -> None:
    parts = [guidance.guidance(3)]
    english_window = rows(parts, Present(), texts.of("en"), texts.of("de"))
    german_window = rows(parts, Present(), texts.of("de"), texts.of("de"))
    for key in ("recognise", "methods", "instruments"):
        names = [row.name for row in german_window[key]]
        assert [row.block.text for row in english_window[key]] == names


def test_what_the_phase_has_is_marked_in_either_language() -> None:
    method, instrument = methods()[0], instruments()[0]
    project = set_note(small_project(), MAP, ["nt_a"], text=method.name.de.upper())
    project = set_touchpoint(
        project,
        MAP,
        ["tp_b"],
        title=f" {instrument.name.en}\n",
        drop_off_points=(DropOffPoint(id="do_new", reason="extra-costs"),),
    )
    journey_map = map_of(project, MAP)
    present = present_in(journey_map, known(journey_map.phases, "ph_a"))
    assert present.has(method.name)
    assert present.has(instrument.name)
    assert not present.has(methods()[1].name)
    assert present.reasons == {"pause", "extra-costs"}
    elsewhere = present_in(journey_map, known(journey_map.phases, "ph_c"))
    assert not elsewhere.has(method.name)
    assert elsewhere.reasons == set()


def test_marks_reach_the_rows() -> None:
    project = set_phase(small_project(), MAP, "ph_a", drop_off_points=(DropOffPoint(id="do_a", reason="extra-costs"),))
    journey_map = map_of(project, MAP)
    present = present_in(journey_map, known(journey_map.phases, "ph_a"))
    parts = guidance.for_phase("nine-phases", "purchase")
    some = rows(parts, present, texts.of("en"), texts.of("en"))["drop_offs"]
    assert [row.block.reason for row in some if row.on_map] == ["extra-costs"]


def test_each_phase_of_each_framework_has_something_in_every_chapter_that_all_have() -> None:
    for one in frameworks():
        for phase in one.phases:
            parts = guidance.for_phase(one.key, phase.key)
            told = {chapter.key for chapter in chapters(parts, texts.of("de"))}
            assert {"about", "advice", "examples"} <= told, (one.key, phase.key)
            assert all(rows(parts, Present(), texts.of("de"), texts.of("de")).values()), (one.key, phase.key)
