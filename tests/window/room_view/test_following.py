"""The room sees the phase that the facilitator works on, live, unless it is frozen, black or led elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from cjeditor.catalogue.templates import new_project
from cjeditor.layout.draw_picture import GROUND
from cjeditor.layout.primitives import Image
from cjeditor.layout.theme import ROOM_DARK, ROOM_LIGHT
from cjeditor.model.edits.cards import add_note
from cjeditor.model.edits.maps import delete_map, set_map, set_persona
from cjeditor.model.edits.phases import delete_phases
from cjeditor.model.edits.workshop import replace_agenda
from cjeditor.model.ids import new_id
from cjeditor.model.project import Project
from tests.builders import MAP, small_project
from tests.pictures import illustrated, photo
from tests.window.room_view.hands import Facilitator, settle


def _with_pain(project: Project) -> Project:
    return add_note(
        project, MAP, id="nt_x", step="st_d", lane="ln_d", index=0, kind="pain_point", text="Neun Tage Stille"
    )


def test_it_opens_as_an_ordinary_window_beside_the_map(facilitator: Facilitator) -> None:
    assert not facilitator.view.isFullScreen()
    assert facilitator.view.isWindow()
    assert facilitator.view.parent() is None
    assert facilitator.window.actions_of_window["view.room"].isChecked()
    assert facilitator.phase == "ph_a"
    assert {"Need", "Choice", "Use"} <= {one.partition("\N{NO-BREAK SPACE}")[2] for one in facilitator.said}
    assert {"Advert", "Talk", "A home of our own", "“Now or never”"} <= set(facilitator.said)


def test_it_follows_the_focus_from_phase_to_phase(facilitator: Facilitator) -> None:
    facilitator.go_to(7)
    assert facilitator.phase == "ph_c"
    assert "Moves in" in facilitator.said
    facilitator.choose("phases", "ph_b")
    assert facilitator.phase == "ph_b"
    facilitator.window.room.canvas.setFocus()
    facilitator.qtbot.keyClick(facilitator.window.focusWidget(), Qt.Key.Key_Home)
    settle()
    assert facilitator.phase == "ph_a"


def test_what_is_written_is_seen_letter_by_letter(facilitator: Facilitator) -> None:
    facilitator.window.activateWindow()
    facilitator.qtbot.waitUntil(facilitator.window.isActiveWindow)
    facilitator.go_to(7)
    facilitator.window.room.canvas.setFocus()
    field = facilitator.window.focusWidget()
    facilitator.qtbot.keyClick(field, Qt.Key.Key_Return)
    facilitator.qtbot.keyClicks(field, "Signs")
    settle()
    assert "Signs" in facilitator.said
    facilitator.window.room.finish_editing()


def test_it_is_arranged_anew_only_for_what_it_shows(facilitator: Facilitator) -> None:
    before, page = facilitator.view.pages.layout, facilitator.view.page
    facilitator.window.room.document.apply("Add note", _with_pain)
    settle()
    assert facilitator.view.pages.layout is before
    assert facilitator.view.page is page
    facilitator.go_to(7)
    assert "Neun Tage Stille" in facilitator.said
    facilitator.window.room.document.undo_stack.undo()
    settle()
    assert "Neun Tage Stille" not in facilitator.said


def test_frozen_it_keeps_all_and_says_so_until_it_follows_again(facilitator: Facilitator) -> None:
    facilitator.go_to(7)
    facilitator.ask("room.freeze")
    assert facilitator.window.actions_of_window["room.freeze"].isChecked()
    assert "frozen" in facilitator.said
    facilitator.window.room.document.apply("Add note", _with_pain)
    facilitator.go_to(1)
    assert facilitator.phase == "ph_c"
    assert "Neun Tage Stille" not in facilitator.said
    facilitator.press(Qt.Key.Key_F)
    assert not facilitator.window.actions_of_window["room.freeze"].isChecked()
    assert "frozen" not in facilitator.said
    assert facilitator.phase == "ph_a"


def test_a_frozen_view_can_still_be_led(facilitator: Facilitator) -> None:
    facilitator.press(Qt.Key.Key_F)
    facilitator.press(Qt.Key.Key_End)
    assert facilitator.phase == "ph_c"
    assert facilitator.view.showing.shown.frozen is not None


def test_led_elsewhere_it_stays_while_the_focus_stays_in_its_phase(facilitator: Facilitator) -> None:
    facilitator.press(Qt.Key.Key_End)
    assert facilitator.phase == "ph_c"
    facilitator.go_to(2)
    assert facilitator.phase == "ph_c"
    facilitator.go_to(3)
    assert facilitator.phase == "ph_b"


def test_it_survives_that_what_it_shows_is_deleted(facilitator: Facilitator) -> None:
    document = facilitator.window.room.document
    facilitator.go_to(7)
    for phase, seen in (("ph_c", "ph_a"), ("ph_a", "ph_b"), ("ph_b", "")):
        document.apply("Delete phase", lambda project, phase=phase: delete_phases(project, MAP, [phase]))
        settle()
        assert facilitator.phase == seen
    assert "This map has no phases yet." in facilitator.said
    assert "A first home" in facilitator.said
    for key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End):
        facilitator.press(key)
    facilitator.ask("room.light")
    document.apply("Delete map", lambda project: delete_map(project, MAP))
    settle()
    assert "Later" in facilitator.said
    document.undo_stack.undo()
    settle()
    assert "A first home" in facilitator.said


def test_a_frozen_map_that_is_deleted_stays_in_sight(facilitator: Facilitator) -> None:
    facilitator.go_to(7)
    facilitator.press(Qt.Key.Key_F)
    facilitator.window.room.document.apply("Delete map", lambda project: delete_map(project, MAP))
    settle()
    facilitator.press(Qt.Key.Key_Left)
    assert facilitator.phase == "ph_b"
    facilitator.press(Qt.Key.Key_F)
    assert "Later" in facilitator.said


def test_another_project_in_the_window_leaves_nothing_of_the_former_one(facilitator: Facilitator) -> None:
    facilitator.go_to(7)
    facilitator.press(Qt.Key.Key_F)
    facilitator.window.room.document.undo_stack.setClean()
    other = new_project("three-phases", language="de", title="Ganz anders", new_id=new_id)
    facilitator.window.room.show_project(other, None, None)
    settle()
    assert facilitator.view.showing.shown.frozen is None
    assert facilitator.view.showing.project is other
    assert "Moves in" not in facilitator.said
    assert "In dieser Phase gibt es noch keine Karten." in facilitator.said


def test_the_question_is_the_lanes_else_the_guides_first_open_one(facilitator: Facilitator) -> None:
    project = new_project("nine-phases", language="en", title="Trip", new_id=new_id)
    facilitator.window.room.show_project(project, None, None)
    settle()
    view, journey_map = facilitator.view, project.maps[0]
    lane = next(one for one in journey_map.lanes if one.question)
    facilitator.choose("", "")
    facilitator.window.room.canvas.selection.put_focus(
        facilitator.window.room.canvas.selection.focus._replace(lane=lane.id, card="")
    )
    settle()
    assert (view.showing.content.headline, view.showing.content.subline) == (lane.question, lane.name)
    view.showing.show_phase(view.showing.content.phases[1].id)
    headline = view.showing.content.headline
    assert headline.endswith("?")
    assert headline != lane.question


def test_it_takes_the_theme_of_the_windows(facilitator: Facilitator) -> None:
    facilitator.ask("theme.dark")
    shot = facilitator.view.grab().toImage()
    assert shot.pixelColor(2, 2).name() == ROOM_DARK.colour("canvas").lower()


def test_it_speaks_the_language_of_the_map(facilitator: Facilitator) -> None:
    project = small_project().model_validate(small_project().model_dump() | {"language": "de"})
    facilitator.window.room.show_project(project, None, None)
    settle()
    facilitator.press(Qt.Key.Key_F)
    assert "eingefroren" in facilitator.said


def test_a_picture_is_shown_as_soon_as_it_is_decoded(facilitator: Facilitator) -> None:
    picture = photo(320, 240)
    facilitator.window.room.show_project(illustrated(picture), None, None)
    settle()
    view = facilitator.view
    view.showing.show_phase("ph_b")
    (image,) = [one for layer in view.page.layers for one in layer.shapes if isinstance(one, Image)]
    assert image.sha256 == picture.sha256
    scale = min(view.height() / 1080, view.width() / 1280)
    at = QPointF((image.x + image.width / 2) * scale, (image.y + image.height / 2) * scale).toPoint()
    ground = ROOM_LIGHT.colour(GROUND).lower()

    def decoded() -> bool:
        return view.grab().toImage().pixelColor(at).name() != ground

    assert not decoded()
    facilitator.qtbot.waitUntil(decoded)


def _plan(project: Project) -> Project:
    ids = iter(("ag_1", "ag_2", "ag_3"))
    steps = [
        {"title": "Welcome", "question": "Who are we?"},
        {"title": "Use", "question": "What do they do?", "phase": "ph_c"},
        {"title": "Need", "question": "What do they need?", "phase": "ph_a"},
    ]
    return replace_agenda(project, steps, new_ids=lambda _prefix: next(ids))


def test_it_goes_where_a_step_of_the_workshop_is_about(facilitator: Facilitator) -> None:
    facilitator.window.room.document.apply("Plan", _plan)
    facilitator.go_to(3)
    timer = facilitator.window.room.timer
    timer.start()
    settle()
    assert facilitator.phase == "ph_b"
    timer.pause()
    timer.next_step()
    settle()
    assert (facilitator.phase, facilitator.view.showing.content.headline) == ("ph_c", "What do they do?")
    timer.start()
    settle()
    assert facilitator.phase == "ph_c"
    facilitator.press(Qt.Key.Key_Left)
    assert facilitator.phase == "ph_b"
    assert facilitator.view.showing.content.headline != "What do they do?"
    assert facilitator.view.showing.content.timed
    timer.next_step()
    settle()
    assert (facilitator.phase, facilitator.view.showing.content.headline) == ("ph_a", "What do they need?")


def _welcome(project: Project) -> Project:
    ids = iter(("ag_1", "ag_2"))
    steps = [{"kind": "welcome"}, {"kind": "write", "title": "Alone", "question": "What hurts?"}]
    return replace_agenda(project, steps, new_ids=lambda _prefix: next(ids))


def test_in_a_step_about_all_of_the_map_no_phase_is_shown_until_somebody_leads(facilitator: Facilitator) -> None:
    facilitator.window.room.document.apply("Plan", _welcome)
    facilitator.go_to(7)
    timer = facilitator.window.room.timer
    timer.start()
    settle()
    content = facilitator.view.showing.content
    assert (content.current, content.lanes, content.headline) == ("", (), "Welcome")
    assert not [said for said in facilitator.said if "No cards" in said]
    timer.next_step()
    settle()
    content = facilitator.view.showing.content
    assert (content.current, content.headline, content.subline) == ("", "What hurts?", "Alone")
    facilitator.press(Qt.Key.Key_Right)
    assert facilitator.phase == "ph_a"
    facilitator.press(Qt.Key.Key_Right)
    assert facilitator.phase == "ph_b"


def _brief(project: Project) -> Project:
    ids = iter(("ag_1", "ag_2", "ag_3"))
    steps = [{"kind": "brief", "question": "Who travels?"}, {"kind": "brief", "phase": "ph_a"}, {"kind": "welcome"}]
    return replace_agenda(project, steps, new_ids=lambda _prefix: next(ids))


def test_in_the_step_that_tells_whose_journey_it_is_the_lead_persona_is_shown(facilitator: Facilitator) -> None:
    document, timer = facilitator.window.room.document, facilitator.window.room.timer
    document.apply("Plan", _brief)
    timer.start()
    settle()
    assert {"Who travels?", "Mia"} <= set(facilitator.said)
    assert "Mia" in facilitator.view.accessibleDescription()
    document.apply("", lambda project: set_persona(project, "ps_a", quote="Now or never"))
    settle()
    assert "“Now or never”" in facilitator.said
    for _phase_or_welcome in range(2):
        timer.next_step()
        settle()
        assert facilitator.view.showing.content.persona is None
    document.apply("", lambda project: set_map(project, MAP, lead_persona=None))
    timer.start_step("ag_1")
    settle()
    assert facilitator.view.showing.content.persona is None


def test_from_the_whole_map_it_follows_the_focus_to_another_phase(facilitator: Facilitator) -> None:
    facilitator.window.room.document.apply("Plan", _welcome)
    facilitator.go_to(7)
    facilitator.window.room.timer.start()
    settle()
    assert facilitator.phase == ""
    facilitator.go_to(1)
    assert facilitator.phase == "ph_a"


def test_it_opens_where_the_step_of_the_workshop_is_about(facilitator: Facilitator) -> None:
    facilitator.ask("view.room")
    facilitator.window.room.document.apply("Plan", _plan)
    facilitator.window.room.timer.start_step("ag_2")
    facilitator.go_to(1)
    facilitator.ask("view.room")
    assert facilitator.phase == "ph_c"


def test_after_freezing_it_stays_where_it_was_led_unless_the_focus_moved(facilitator: Facilitator) -> None:
    facilitator.press(Qt.Key.Key_End)
    facilitator.press(Qt.Key.Key_F)
    facilitator.press(Qt.Key.Key_F)
    assert (facilitator.phase, facilitator.view.showing.shown.frozen) == ("ph_c", None)
    facilitator.press(Qt.Key.Key_F)
    facilitator.go_to(3)
    facilitator.press(Qt.Key.Key_F)
    assert facilitator.phase == "ph_b"
