"""What menus can ask of the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from cjeditor import texts
from cjeditor.canvas.commands.clipboard import MIME_TYPE
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.canvas.selection import Spot
from cjeditor.canvas.text_in import ForeignText, TextPlace
from cjeditor.layout.theme import LIGHT
from tests.builders import MAP, small_project
from tests.canvas.hands import CTRL, Hands

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def named(hands: Hands, name: str) -> None:
    """Write a name into the open field and end."""
    assert hands.canvas._editor.is_open
    hands.type(name)
    hands.key(Qt.Key.Key_Return)


class TestPhases:
    def test_add_behind_the_present_one_and_name_it(self, hands: Hands) -> None:
        hands.canvas.selection.put_focus(Spot("st_a", "ln_a"))
        hands.canvas.phases.add()
        named(hands, "Doubt")
        assert [phase.name for phase in sorted(hands.map.phases, key=lambda p: p.rank)] == [
            "Need",
            "Doubt",
            "Choice",
            "Use",
        ]
        new = next(phase for phase in hands.map.phases if phase.name == "Doubt")
        assert (hands.canvas.selection.kind, hands.chosen()) == ("phases", {new.id})
        assert new.colour not in {phase.colour for phase in hands.map.phases if phase is not new}

    def test_add_from_a_framework_takes_what_the_catalogue_knows(self, hands: Hands) -> None:
        hands.canvas.phases.add(before=True, framework="nine-phases", framework_phase="orientation")
        new = next(phase for phase in hands.map.phases if phase.framework)
        assert hands.phases()[0] == new.id
        assert (new.name, new.framework_phase) == ("Orientation", "orientation")
        assert new.description
        assert new.funnel_stage
        assert not hands.canvas._editor.is_open

    def test_split_merge_delete(self, hands: Hands) -> None:
        phases = hands.canvas.phases
        hands.canvas.selection.put_focus(Spot("st_c", "ln_d", "nt_c"))
        assert phases.can_split()
        phases.split()
        named(hands, "Rest")
        assert len(hands.phases()) == 4
        assert hands.card("nt_c").step == "st_c"
        hands.canvas.selection.choose("phases", ["ph_b"])
        assert phases.can_merge()
        phases.merge()
        assert len(hands.phases()) == 3
        assert hands.chosen() == {"ph_b"}
        phases.delete()
        assert hands.phases() == ["ph_a", "ph_c"]
        hands.document.undo_stack.undo()
        assert hands.chosen() == {"tp_c", "nt_c"}

    def test_a_phase_of_one_step_is_split_below_a_card(self, hands: Hands) -> None:
        hands.canvas.selection.put_focus(Spot("st_a", "ln_a", "tp_b"))
        hands.canvas.phases.split()
        hands.canvas.finish_editing()
        assert hands.card("tp_a").step == "st_a"
        assert hands.card("tp_b").step not in ("st_a", "st_b")

    def test_enabled_says_what_can_be_done(self, hands: Hands) -> None:
        phases = hands.canvas.phases
        hands.canvas.selection.choose("phases", ["ph_c"])
        assert not phases.can_merge()
        assert phases.can_move(-1)
        assert not phases.can_move(1)
        hands.canvas.selection.choose("phases", ["ph_a", "ph_c"])
        assert not phases.can_merge()
        hands.canvas.selection.choose("phases", ["ph_a", "ph_b"])
        assert phases.can_merge()


class TestSteps:
    def test_add_split_merge_delete(self, hands: Hands) -> None:
        steps = hands.canvas.steps
        hands.canvas.selection.put_focus(Spot("st_a", "ln_a", "tp_b"))
        assert not steps.can_delete()
        steps.add()
        named(hands, "Later")
        assert len(hands.steps()) == 5
        assert steps.can_delete()
        hands.canvas.selection.choose("steps", ["st_a"], Spot("st_a", "ln_a", "tp_b"))
        assert steps.can_merge()
        steps.merge()
        assert len(hands.steps()) == 4
        hands.canvas.selection.choose("cards", ["tp_b"], Spot("st_a", "ln_a", "tp_b"))
        steps.split()
        hands.canvas.finish_editing()
        assert hands.card("tp_b").step != "st_a"
        assert steps.can_move(-1)
        steps.move(-1)
        assert hands.steps()[1] == "st_a"
        steps.delete()
        assert len(hands.steps()) == 4


class TestLanes:
    def test_add_split_merge_delete(self, hands: Hands) -> None:
        lanes = hands.canvas.lanes
        hands.canvas.selection.put_focus(Spot("st_a", "ln_b", "nt_b"))
        lanes.add("notes", "opportunity")
        new = hands.lanes()[2]
        assert next(lane.note_kind for lane in hands.map.lanes if lane.id == new) == "opportunity"
        hands.canvas.finish_editing()
        hands.canvas.selection.put_focus(Spot("st_a", "ln_b", "nt_b"))
        lanes.split()
        named(hands, "Other")
        split = hands.lanes()[2]
        assert hands.card("nt_b").lane == split
        hands.canvas.selection.choose("lanes", ["ln_b", split])
        assert lanes.can_merge()
        lanes.merge()
        assert hands.card("nt_b").lane == "ln_b"
        hands.canvas.selection.choose("lanes", ["ln_b"])
        lanes.delete()
        assert "ln_b" not in hands.lanes()

    def test_a_separator_is_a_lane_too(self, hands: Hands) -> None:
        hands.canvas.lanes.add("separator", name="Line of interaction")
        assert [lane.kind for lane in hands.map.lanes].count("separator") == 2
        assert not hands.canvas.lanes.can_split()

    def test_a_lane_of_touchpoints_is_not_merged_with_notes(self, hands: Hands) -> None:
        hands.canvas.selection.choose("lanes", ["ln_a", "ln_b"])
        assert not hands.canvas.lanes.can_merge()

    def test_only_neighbours_of_one_kind_are_merged(self, hands: Hands) -> None:
        lanes = hands.canvas.lanes
        hands.canvas.selection.put_focus(Spot("st_a", "ln_b", "nt_b"))
        for kind in ("metrics", "notes"):
            lanes.add(kind, name=kind)
        at = hands.lanes().index("ln_b")
        metrics, notes = hands.lanes()[at + 1 : at + 3]
        hands.canvas.selection.choose("lanes", ["ln_b"])
        assert not lanes.can_merge(), "metrics lie between"
        hands.canvas.selection.choose("lanes", ["ln_b", notes])
        assert not lanes.can_merge()
        hands.canvas.selection.choose("lanes", [metrics])
        assert not lanes.can_merge(), "the next one holds notes too, but of every kind"
        hands.canvas.selection.choose("lanes", ["ln_b"])
        lanes.move(1)
        assert lanes.can_merge()
        lanes.merge()
        assert notes not in hands.lanes()


class TestCards:
    def test_notes_of_a_kind_go_to_the_lane_meant_for_them(self, hands: Hands) -> None:
        hands.canvas.selection.put_focus(Spot("st_b", "ln_a", "tp_c"))
        hands.canvas.cards.add_note("pain_point")
        hands.type("x")
        new = next(each for each in hands.map.notes if each.text == "x")
        assert (new.kind, new.step, new.lane) == ("pain_point", "st_b", "ln_d")

    def test_go_to_a_number(self, hands: Hands) -> None:
        assert hands.canvas.cards.go_to(7)
        assert hands.chosen() == {"tp_d"}
        assert not hands.canvas.cards.go_to(99)

    def test_renumber(self, hands: Hands) -> None:
        hands.canvas.cards.renumber()
        assert sorted(each.number for each in (*hands.map.touchpoints, *hands.map.notes)) == list(range(1, 9))

    def test_select_all_and_delete(self, hands: Hands) -> None:
        hands.canvas.picking.select_all()
        assert len(hands.chosen()) == 8
        hands.canvas.picking.delete()
        assert hands.canvas.desk.arrangement.cards == {}
        assert not hands.canvas.picking.can_delete()

    def test_everybody_hears_when_commands_change(self, hands: Hands) -> None:
        heard: list[int] = []
        hands.canvas.commands_changed.connect(lambda: heard.append(1))
        hands.canvas.picking.select_all()
        assert heard


class TestClipboard:
    def test_copies_are_new_cards_below_the_focus(self, hands: Hands) -> None:
        hands.canvas.selection.choose("cards", ["tp_a", "nt_a"], Spot("st_a", "ln_a", "tp_a"))
        hands.key(Qt.Key.Key_C, CTRL)
        assert QGuiApplication.clipboard().text() == "\tNeed\nTouchpoints\tAdvert\nGoals\tA home of our own"
        assert "<td>A home of our own</td>" in QGuiApplication.clipboard().mimeData().html()
        hands.canvas.selection.put_focus(Spot("st_c", "ln_a"))
        hands.key(Qt.Key.Key_V, CTRL)
        assert len(hands.map.touchpoints) == 5
        new = hands.cell("st_c", "ln_a")
        assert getattr(hands.card(new[0]), "title", "") == "Advert"
        assert getattr(hands.card(hands.cell("st_c", "ln_b")[0]), "text", "") == "A home of our own"
        assert len(hands.chosen()) == 2
        assert hands.document.undo_stack.undoText() == "Paste 2 cards"

    def test_a_whole_lane_is_pasted_below_the_focused_one(self, hands: Hands) -> None:
        hands.canvas.selection.choose("lanes", ["ln_a"], Spot("st_a", "ln_b"))
        assert hands.canvas.clipboard.can_copy()
        assert not hands.canvas.clipboard.can_cut()
        hands.key(Qt.Key.Key_C, CTRL)
        links = len(hands.map.links)
        hands.key(Qt.Key.Key_V, CTRL)
        (new,) = hands.chosen()
        assert hands.lanes()[:3] == ["ln_a", "ln_b", new]
        assert [getattr(hands.card(one), "title", "") for one in hands.cell("st_b", new)] == ["Search"]
        assert len(hands.map.touchpoints) == 8
        assert len(hands.map.links) == links + 1  # the link within the lane comes along
        assert hands.document.undo_stack.undoText() == "Paste lane"
        hands.document.undo_stack.undo()
        assert new not in hands.lanes()
        assert len(hands.map.touchpoints) == 4

    def test_a_whole_phase_is_pasted_behind_the_focused_one(self, hands: Hands) -> None:
        hands.canvas.selection.choose("phases", ["ph_a"], Spot("st_a", "ln_a"))
        hands.key(Qt.Key.Key_C, CTRL)
        hands.canvas.selection.put_focus(Spot("st_d", "ln_a"))
        hands.key(Qt.Key.Key_V, CTRL)
        (new,) = hands.chosen()
        assert hands.phases() == ["ph_a", "ph_b", "ph_c", new]
        step = hands.steps()[-1]
        assert [getattr(hands.card(one), "title", "") for one in hands.cell(step, "ln_a")] == ["Advert", "Talk"]
        assert len(hands.cell(step, "ln_b")) == 2
        assert hands.document.undo_stack.undoText() == "Paste phase"
        hands.document.undo_stack.undo()
        assert hands.phases() == ["ph_a", "ph_b", "ph_c"]

    def test_a_phase_without_cards_is_copied_too(self, hands: Hands) -> None:
        hands.canvas.phases.add(name="Later")
        (later,) = hands.chosen()
        hands.canvas.selection.choose("phases", [later])
        hands.canvas.clipboard.copy()
        assert QGuiApplication.clipboard().text() == "Later"
        hands.canvas.clipboard.paste()
        assert [each.name for each in hands.map.phases].count("Later") == 2

    def test_cards_bring_phases_and_lanes_onto_an_empty_map(self, hands: Hands) -> None:
        hands.canvas.selection.choose("cards", ["tp_a", "nt_a"])
        hands.key(Qt.Key.Key_C, CTRL)
        hands.canvas.show_map("map_2")
        assert hands.canvas.clipboard.can_paste()
        hands.key(Qt.Key.Key_V, CTRL)
        new = hands.canvas.desk.map
        assert [each.name for each in new.phases] == ["Need"]
        assert {each.name for each in new.lanes} == {"Touchpoints", "Goals"}
        assert hands.chosen() == {new.touchpoints[0].id, new.notes[0].id}
        hands.document.undo_stack.undo()
        assert (hands.canvas.desk.map.phases, hands.canvas.desk.map.lanes) == ((), ())

    def test_a_phase_travels_to_another_window(self, hands: Hands, qtbot: QtBot) -> None:
        hands.canvas.selection.choose("phases", ["ph_c"])
        hands.canvas.clipboard.copy()
        other = Hands(small_project())
        qtbot.addWidget(other.canvas)
        other.canvas.selection.put_focus(Spot("st_a", "ln_a"))
        other.canvas.clipboard.paste()
        assert [box.phase.name for box in other.canvas.desk.arrangement.phases] == ["Need", "Use", "Choice", "Use"]

    def test_cut_takes_them_away(self, hands: Hands) -> None:
        hands.canvas.selection.choose("cards", ["tp_a"], Spot("st_a", "ln_a", "tp_a"))
        hands.key(Qt.Key.Key_X, CTRL)
        assert "tp_a" not in hands.cell("st_a", "ln_a")
        assert hands.document.undo_stack.undoText() == "Cut card"
        hands.key(Qt.Key.Key_V, CTRL)
        assert len(hands.cell("st_a", "ln_a")) == 2

    def test_they_travel_to_another_window(self, hands: Hands, qtbot: QtBot) -> None:
        hands.canvas.selection.choose("cards", ["tp_a"])
        hands.canvas.clipboard.copy()
        other = Hands(small_project())
        qtbot.addWidget(other.canvas)
        other.canvas.selection.put_focus(Spot("st_d", "ln_a", "tp_d"))
        other.canvas.clipboard.paste()
        assert len(other.cell("st_d", "ln_a")) == 2

    def test_text_is_handed_on_with_the_place_below_the_focus(self, hands: Hands) -> None:
        heard: list[object] = []
        hands.canvas.text_in.wanted.connect(lambda *what: heard.append(what))
        QGuiApplication.clipboard().setText("One\nTwo")
        hands.canvas.selection.put_focus(Spot("st_a", "ln_b", "nt_a"))
        assert hands.canvas.clipboard.can_paste()
        hands.key(Qt.Key.Key_V, CTRL)
        assert heard == [(ForeignText("One\nTwo"), TextPlace("st_a", "ln_b", 1))]

    def test_a_foreign_clip_is_looked_at_with_care(self, hands: Hands) -> None:
        before = hands.document.project
        for rubbish in (b"", b"{}", b"[[[[", b'{"touchpoints": 7}', b"\xff\xfe", b"NaN"):
            data = QMimeData()
            data.setData(MIME_TYPE, rubbish)
            QGuiApplication.clipboard().setMimeData(data)
            hands.canvas.clipboard.paste()
        assert hands.document.project is before


def test_two_windows_follow_one_document(hands: Hands, qtbot: QtBot) -> None:
    second = MapCanvas(hands.document, MAP, texts.of("de"), LIGHT)
    qtbot.addWidget(second)
    hands.canvas.selection.choose("cards", ["tp_a"])
    hands.canvas.cards.delete()
    assert "tp_a" not in second.desk.arrangement.cards
