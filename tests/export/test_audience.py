from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from cjeditor import texts
from cjeditor.export.audience import for_audience, hidden_lanes, parts_for
from cjeditor.export.content import content
from cjeditor.export.handout import write_handout
from cjeditor.export.options import HandoutOptions
from cjeditor.export.parts import PART_KEYS
from cjeditor.export.pdf.phase_sheets import phase_sheets
from cjeditor.export.pdf.sheets import Ends, frame
from cjeditor.export.progress import never
from cjeditor.layout.primitives import Text
from cjeditor.model.fields import Record
from cjeditor.model.journey_map import JourneyMap, Lane
from cjeditor.model.lookup import cards
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.model.rules import problems
from cjeditor.storage.load import load
from tests.builders import small_project
from tests.export import reading
from tests.export.samples import rank

FOLDER = Path(__file__).parents[2] / "resources" / "samples"
SAMPLES = [FOLDER / f"{name}.cjmap" for name in ("coffee-loyalty.en", "first-home.de", "season-ticket.en")]
SHORT = 10
"""Letters: a shorter text, such as a tag, may stand in another by chance."""
PROSE = {"title", "text", "name", "label", "owner", "author", "script", "question", "description", "participants"}


def said(value: object, field: str = "") -> Iterator[str]:
    """All prose of a record."""
    if isinstance(value, Record):
        for name in type(value).model_fields:
            yield from said(getattr(value, name), name)
    elif isinstance(value, tuple):
        for each in value:
            yield from said(each, field)
    elif isinstance(value, str) and field in PROSE:
        yield from (reading.squeezed(line) for line in value.split("\n"))


def strings_in(path: Path) -> str:
    """Everything a PDF says: pages, bookmarks, information, and the texts of its structure."""
    reader = PdfReader(path)
    found = [*reading.texts_of(path), *(title for _level, title, _page in reading.outline(path))]
    found += [str(value) for value in (reader.metadata or {}).values()]
    for number in range(1, len(reader.xref.get(0, {})) + 1):
        item = reader.get_object(number)
        if isinstance(item, dict):
            found += [str(item[key]) for key in ("/Alt", "/ActualText", "/Contents", "/E", "/T", "/A") if key in item]
    return reading.squeezed(" ".join(found))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_nothing_that_is_kept_from_the_client_is_in_its_handout(sample: Path, tmp_path: Path) -> None:
    project = load(sample)
    reduced = for_audience(project, "client")
    kept = "\n".join(said(reduced))
    gone = {text for text in said(project) if len(text) > SHORT and text not in kept}
    assert len(gone) > 20
    path = tmp_path / "client.pdf"
    write_handout(project, project.maps[0].id, path, HandoutOptions(date="2026-11-22", audience="client"))
    everything = strings_in(path)
    assert [text for text in gone if text in everything] == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_project_for_the_client_is_whole(sample: Path) -> None:
    """Nothing in it refers to what was left out."""
    reduced = for_audience(load(sample), "client")
    assert problems(reduced) == []
    assert not any(each.owner for each in reduced.actions)
    for journey in reduced.maps:
        assert (journey.owner, journey.comments, journey.rounds) == ("", (), ())
        assert not any(card.owner or card.votes for card in cards(journey))
        assert not any(lane.audience != "everyone" for lane in journey.lanes)


def test_others_see_everything() -> None:
    project = load(SAMPLES[0])
    assert for_audience(project, "team") is project
    assert for_audience(project, "facilitator") is project


def lanes_hidden(*lanes: tuple[str, str]) -> list[int]:
    made = tuple(Lane(id=f"ln_{i}", rank=rank(i), kind=kind, audience=seen) for i, (kind, seen) in enumerate(lanes))  # type: ignore[arg-type]  # both are literals
    return sorted(int(one.removeprefix("ln_")) for one in hidden_lanes(JourneyMap(id="map_a", rank="a0", lanes=made)))


def test_backstage_begins_behind_the_line_of_visibility() -> None:
    """The front stage, between both lines, is what customers meet; a lane kept for the team is never theirs."""
    line, stage, notes = ("separator", "everyone"), ("backstage", "everyone"), ("notes", "everyone")
    assert lanes_hidden(notes, stage) == [1]
    assert lanes_hidden(notes, line, stage, notes) == [1, 2]
    assert lanes_hidden(notes, stage, line, stage) == [2, 3]
    assert lanes_hidden(notes, line, stage, line, stage, line, stage) == [3, 4, 5, 6]
    assert lanes_hidden(notes, line, ("notes", "team"), notes) == [1, 2]


def test_actions_for_hidden_cards_alone_go_with_them() -> None:
    project = load(SAMPLES[0])
    journey = project.maps[0]
    lanes = hidden_lanes(journey)
    hidden = next(note.id for note in journey.notes if note.lane in lanes)
    seen = next(note.id for note in journey.notes if note.lane not in lanes)
    first, second, *others = project.actions
    changed = replace(
        project,
        actions=(replace(first, cards=(hidden,)), replace(second, cards=(hidden, seen)), *others),
    )
    found = {each.id: each.cards for each in for_audience(changed, "client").actions}
    assert first.id not in found
    assert found[second.id] == (seen,)


def test_the_client_gets_no_part_about_the_work() -> None:
    given = parts_for(PART_KEYS, "client")
    assert "check" not in given
    assert "cover" in given
    assert parts_for(PART_KEYS, "team") == PART_KEYS


def test_the_facilitator_gets_script_and_timing_too() -> None:
    assert parts_for(("cover", "map"), "facilitator") == ("cover", "map", "run-sheet")
    assert parts_for(("run-sheet", "map"), "facilitator") == ("run-sheet", "map")


def test_a_project_without_maps_is_no_reason_to_stop() -> None:
    assert for_audience(Project(), "client") == Project()


def test_a_map_without_lanes_is_no_reason_to_stop_either() -> None:
    project = small_project()
    assert any(not journey.lanes for journey in project.maps)
    assert {journey.id for journey in for_audience(project, "client").maps} == {one.id for one in project.maps}


def test_no_column_of_a_client_s_phase_sheet_is_empty() -> None:
    """Where no question was answered, notes stand in their column."""
    project = for_audience(load(SAMPLES[1]), "client")
    subject = content(project, project.maps[0], texts.of("de"), "", "client")
    page = frame("A3", landscape=True, left_head=Ends(""), right_head="", left_foot=Ends(""))
    first = phase_sheets(page, subject, never)[0]
    lefts = [shape.x for shape in first.shapes if isinstance(shape, Text) and shape.y > page.top + 90]
    assert min(lefts) < page.left + 40
