"""What the parts of a handout say beyond map, sheets and tables, read back from the PDF."""

from __future__ import annotations

from dataclasses import replace as replaced
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from cjeditor import texts
from cjeditor.export.handout import write_handout
from cjeditor.export.options import HandoutOptions
from cjeditor.export.parts import PARTS
from cjeditor.export.problems import ExportRefused
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.storage.load import load
from cjeditor.wording import sentence
from tests.export import reading
from tests.export.samples import mortgage

FOLDER = Path(__file__).parents[2] / "resources" / "samples"


@cache
def sample(name: str) -> Project:
    return load(FOLDER / f"{name}.cjmap")


def printed(project: Project, path: Path, *parts: str, **options: object) -> str:
    """What the parts say on A4, without spaces; nothing but an empty page where they have nothing to say."""
    settings = {"paper": "A4", "date": "2026-12-01", "language": "en", **options}
    write_handout(project, project.maps[0].id, path, HandoutOptions(parts=parts, **settings))  # type: ignore[arg-type]  # free for tests
    return reading.squeezed(" ".join(reading.texts_of(path)))


def test_a_persona_is_shown_with_all_that_is_written_of_it(tmp_path: Path) -> None:
    project = sample("coffee-loyalty.en")
    text = printed(project, tmp_path / "out.pdf", "personas")
    for persona in project.personas:
        said = (persona.name, persona.quote, persona.goals, persona.needs, persona.frustrations, persona.demographics)
        said += (persona.channel_strategy, persona.contents, persona.campaigns)
        said += tuple(end for slider in persona.sliders for end in (slider.left, slider.right))
        assert [one for one in said if reading.squeezed(one) not in text] == []


@pytest.mark.parametrize("name", ["coffee-loyalty.de", "first-home.de", "season-ticket.en"])
def test_beside_a_persona_no_room_is_left_before_the_strategy_for_it(name: str, tmp_path: Path) -> None:
    """It stood below all, and the middle of the right side was empty."""
    path = tmp_path / "out.pdf"
    printed(sample(name), path, "personas", language="de")
    for number in range(len(reading.texts_of(path))):
        right = sorted(
            (box for box in reading.boxes(path, number) if box.left > 290 and 60 < box.bottom < 540),
            key=lambda box: -box.top,
        )
        gaps = [upper.bottom - lower.top for upper, lower in pairwise(right)]
        assert "Strategie" in [box.text.strip() for box in right]
        assert max(gaps) < 50, gaps


def test_of_a_long_persona_nothing_is_lost(tmp_path: Path) -> None:
    long = " ".join(f"Wort{number}" for number in range(600))
    project = mortgage()
    project = replace(project, personas=(replace(project.personas[0], goals=long),))
    text = printed(project, tmp_path / "out.pdf", "personas")
    assert "Wort0" in text
    assert "Wort599" in text


def test_the_curve_names_its_ends_and_the_personas_laid_over_it(tmp_path: Path) -> None:
    text = printed(sample("coffee-loyalty.en"), tmp_path / "out.pdf", "emotion")
    for wanted in ("Where it feels worst", "Where it feels best", "Callum Osei", "Waits at the shelf"):
        assert reading.squeezed(wanted) in text


def test_actions_have_value_and_effort_owner_and_day(tmp_path: Path) -> None:
    project = sample("coffee-loyalty.en")
    text = printed(project, tmp_path / "out.pdf", "actions")
    for action in project.actions:
        assert reading.squeezed(action.title) in text
        assert reading.squeezed(action.owner) in text
    assert reading.squeezed("4.5") in text, "the mean of 5 and 4"
    assert "overdue" not in text, "what is late is done"
    assert reading.squeezed("Effort and value") in text


def test_what_is_late_is_said_and_clients_see_no_owner(tmp_path: Path) -> None:
    project = sample("coffee-loyalty.en")
    late = printed(project, tmp_path / "late.pdf", "actions", date="2027-12-01")
    assert "overdue" in late
    client = printed(project, tmp_path / "client.pdf", "actions", audience="client")
    assert reading.squeezed("Shop operations") not in client
    assert "Owner" not in client


@pytest.mark.parametrize("parts", [("actions",), ("findings", "evidence")])
def test_clients_do_not_read_what_nobody_answered_yet(parts: tuple[str, ...], tmp_path: Path) -> None:
    """No field for what a chain lacks, no assumption without a test, no pain point without an action."""
    project = sample("coffee-loyalty.en")
    open_ends = [reading.squeezed(one) for one in ("missing", "No idea yet how to test it", "No action yet")]
    team = printed(project, tmp_path / "team.pdf", *parts)
    client = printed(project, tmp_path / "client.pdf", *parts, audience="client")
    assert any(one in team for one in open_ends)
    assert len(client) > 200
    assert [one for one in open_ends if one in client] == []


def test_changes_since_an_earlier_version_are_told(tmp_path: Path) -> None:
    now = sample("first-home.de")
    first = now.maps[0].touchpoints[0]
    before = set_touchpoint(now, now.maps[0].id, [first.id], title="So hieß es einmal", emotion=-2)
    text = printed(now, tmp_path / "out.pdf", "changes", since=before)
    assert reading.squeezed("So hieß es einmal") in text
    assert reading.squeezed("1 changed") in text
    same = printed(now, tmp_path / "same.pdf", "legend", "changes", since=now)
    assert same == printed(now, tmp_path / "none.pdf", "legend")


def test_both_states_are_compared_card_by_card(tmp_path: Path) -> None:
    text = printed(sample("season-ticket.en"), tmp_path / "out.pdf", "comparison")
    for wanted in ("The greatest rise", "Brings in Meera", "Emotions before and after"):
        assert reading.squeezed(wanted) in text
    assert len(reading.texts_of(tmp_path / "out.pdf")) <= 6, "not a page for each phase"


def test_clients_compare_the_front_stage_and_quotes_in_one_pair_of_marks(tmp_path: Path) -> None:
    text = printed(sample("season-ticket.en"), tmp_path / "client.pdf", "comparison", audience="client")
    assert reading.squeezed("Front stage 120 “Ticket office") in text
    assert "Backstage" not in text
    assert reading.squeezed("Quote 40 “Everybody on the 07:14 pays something else") in text


def test_a_comparison_after_a_phase_was_renamed_on_one_map_only(tmp_path: Path) -> None:
    project = sample("season-ticket.en")
    for at, name in enumerate(("Warming up", "Two  spaces", "A long name " * 8)):
        project = set_phase(project, project.maps[0].id, project.maps[0].phases[at].id, name=name)
    text = printed(project, tmp_path / "out.pdf", "comparison")
    assert reading.squeezed("Emotions before and after") in text
    assert reading.squeezed("Warming up") in text


def test_minutes_tell_votes_and_say_how_many_more_there_are(tmp_path: Path) -> None:
    text = printed(sample("coffee-loyalty.en"), tmp_path / "out.pdf", "minutes")
    for wanted in ("Coffee, names", "38 cards with dots", "and 30 more", "Parking lot"):
        assert reading.squeezed(wanted) in text
    outermost = [title for level, title, _page in reading.outline(tmp_path / "out.pdf") if level == 0]
    assert outermost == ["Minutes of the workshop"], "its headings lie below it"


def test_the_glossary_says_whom_to_ask_but_not_to_clients(tmp_path: Path) -> None:
    project = sample("first-home.de")
    text = printed(project, tmp_path / "out.pdf", "glossary")
    assert reading.squeezed("Filiale Wilhelmsplatz") in text
    assert "Touchpoint" in text
    client = printed(project, tmp_path / "client.pdf", "glossary", audience="client")
    assert reading.squeezed("Filiale Wilhelmsplatz") not in client
    assert "Touchpoint" in client


def test_the_glossary_goes_on_below_its_name_in_even_columns(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    printed(sample("coffee-loyalty.de"), path, "glossary")
    first, last = reading.texts_of(path)
    assert first.count("Whom to ask, and what the words mean") == 1
    assert "Whom to ask, and what the words mean (continued)" in last
    said = [box for box in reading.boxes(path, 1) if 60 < box.bottom < 520]
    lowest = [min(box.bottom for box in said if start - 5 < box.left < start + 200) for start in (40, 302, 564)]
    assert max(lowest) - min(lowest) < 130, lowest


@pytest.mark.parametrize("part", ["personas", "emotion", "actions", "changes", "comparison", "minutes"])
def test_a_part_without_anything_to_say_is_not_there(part: str, tmp_path: Path) -> None:
    project = mortgage(phases=1, per_phase=1)
    project = replace(project, personas=(), maps=(replace(project.maps[0], lead_persona=None),))
    options = HandoutOptions(date="2026-12-01", parts=("cover", part))
    (loss,) = write_handout(project, "map_a", tmp_path / "two.pdf", options)
    code = "export-parts-empty-since" if part == "changes" else "export-parts-empty"
    assert loss.code == code
    with pytest.raises(ExportRefused) as refused:
        write_handout(project, "map_a", tmp_path / "none.pdf", replaced(options, parts=(part,)))
    assert refused.value.problem.code == code
    assert not (tmp_path / "none.pdf").exists()


def test_of_two_same_versions_nothing_has_changed(tmp_path: Path) -> None:
    project = mortgage(phases=1, per_phase=1)
    options = HandoutOptions(date="2026-12-01", parts=("changes",), since=project)
    with pytest.raises(ExportRefused) as refused:
        write_handout(project, "map_a", tmp_path / "none.pdf", options)
    assert refused.value.problem.code == "export-nothing-changed"


def test_parts_are_named_in_the_language_of_the_message() -> None:
    """The titles are joined by what none of them holds."""
    assert not [one.title for one in PARTS if ", " in one.title]
    problem = Problem("export-parts-empty", params={"parts": "Overview map, Findings"})
    assert "Übersicht, Erkenntnisse" in sentence(problem, texts.of("de"))
