from __future__ import annotations

import pytest

from cjeditor.canvas.selection import Spot
from cjeditor.model.edits.cards import set_note
from cjeditor.model.edits.lanes import delete_lanes, set_lane
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.lookup import find_card, known, map_of, ordered
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.window.guide.answers import Answer, answers_in, lane_for, with_answer, with_guidance, with_tick
from tests.builders import MAP, small_project

ANSWER = Answer("ph_b", "who-compares", "The neighbours’ bank", "nt_new", "ln_new", "Answers")


def place(project: Project) -> tuple[str, str]:
    note = find_card(map_of(project, MAP), "nt_new")
    assert note is not None
    return note.step, note.lane


@pytest.mark.parametrize(
    ("focus", "expected"),
    [
        (None, ("st_b", "ln_b")),
        (Spot("st_c", "ln_d"), ("st_c", "ln_d")),
        (Spot("st_a", "ln_d"), ("st_b", "ln_d")),
        (Spot("st_c", "ln_e"), ("st_c", "ln_d")),
        (Spot("st_c", "ln_f"), ("st_c", "ln_d")),
    ],
)
def test_an_answer_goes_where_somebody_works(focus: Spot | None, expected: tuple[str, str]) -> None:
    assert place(with_answer(small_project(), MAP, ANSWER, focus)) == expected


def test_an_answer_names_its_question_and_ticks_it_off() -> None:
    project = with_answer(small_project(), MAP, ANSWER, None)
    journey_map = map_of(project, MAP)
    (note,) = answers_in(journey_map, "ph_b")["who-compares"]
    assert (note.text, note.kind, note.number) == ("The neighbours’ bank", "insight", 9)
    assert known(journey_map.phases, "ph_b").ticked == ("who-compares",)
    assert answers_in(journey_map, "ph_a") == {}


def test_several_answers_keep_their_order_and_one_tick() -> None:
    project = with_answer(small_project(), MAP, ANSWER, Spot("st_c", "ln_d"))
    other = Answer("ph_b", "who-compares", "Mia", "nt_aaa", "ln_new", "Answers")
    project = with_answer(project, MAP, other, None)
    journey_map = map_of(project, MAP)
    assert [note.id for note in answers_in(journey_map, "ph_b")["who-compares"]] == ["nt_new", "nt_aaa"]
    assert known(journey_map.phases, "ph_b").ticked == ("who-compares",)


def test_a_lane_for_answers_is_liked_best_and_a_folded_one_least() -> None:
    project = set_lane(small_project(), MAP, "ln_d", note_kind="insight")
    found = lane_for(map_of(project, MAP), Spot("st_a", "ln_a"))
    assert found is not None
    assert found.id == "ln_d"
    project = set_lane(small_project(), MAP, "ln_b", collapsed=True)
    found = lane_for(map_of(project, MAP), None)
    assert found is not None
    assert found.id == "ln_d"


@pytest.mark.parametrize("kind", ["metrics", "images"])
def test_lanes_of_figures_and_pictures_take_no_answers(kind: str) -> None:
    project = delete_lanes(small_project(), MAP, ["ln_b"])
    project = set_lane(project, MAP, "ln_f", kind=kind)
    assert place(with_answer(project, MAP, ANSWER, Spot("st_b", "ln_f"))) == ("st_b", "ln_d")


def test_without_a_lane_for_notes_one_is_made_above_the_work_behind_the_scenes() -> None:
    project = delete_lanes(small_project(), MAP, ["ln_b", "ln_d"])
    project = with_answer(project, MAP, ANSWER, Spot("st_c", "ln_a"))
    assert place(project) == ("st_c", "ln_new")
    lanes = ordered(map_of(project, MAP).lanes)
    assert [lane.id for lane in lanes] == ["ln_a", "ln_c", "ln_new", "ln_e", "ln_f"]
    assert (lanes[2].name, lanes[2].note_kind) == ("Answers", "insight")


def test_a_question_put_on_the_map_is_no_answer() -> None:
    project = with_answer(small_project(), MAP, ANSWER, None)
    assert answers_in(map_of(project, MAP), "ph_b")
    asked = set_note(project, MAP, ["nt_new"], kind="question")
    assert answers_in(map_of(asked, MAP), "ph_b") == {}


def test_ticks_come_and_go() -> None:
    project = with_tick(small_project(), MAP, "ph_a", "one", ticked=True)
    project = with_tick(project, MAP, "ph_a", "two", ticked=True)
    assert with_tick(project, MAP, "ph_a", "one", ticked=True) is project
    assert known(map_of(project, MAP).phases, "ph_a").ticked == ("one", "two")
    project = with_tick(project, MAP, "ph_a", "one", ticked=False)
    assert known(map_of(project, MAP).phases, "ph_a").ticked == ("two",)
    assert with_tick(project, MAP, "ph_a", "one", ticked=False) is project


def test_guidance_is_borrowed_and_given_back() -> None:
    project = with_guidance(small_project(), MAP, "ph_a", "nine-phases", "use")
    phase = known(map_of(project, MAP).phases, "ph_a")
    assert (phase.framework, phase.framework_phase) == ("nine-phases", "use")
    assert with_guidance(project, MAP, "ph_a", "", "") == set_phase(
        project, MAP, "ph_a", framework=None, framework_phase=None
    )


def test_what_the_model_refuses_changes_nothing() -> None:
    with pytest.raises(EditRefused):
        with_answer(small_project(), MAP, Answer("ph_b", "who", "\x00", "nt_new", "ln_new", ""), None)
    with pytest.raises(EditRefused):
        with_tick(small_project(), MAP, "ph_gone", "one", ticked=True)
