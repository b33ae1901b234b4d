"""What room view, agenda and minutes have of a round of voting."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cjeditor.layout.primitives import Text
from cjeditor.model.edits.workshop import replace_agenda
from cjeditor.model.ids import new_id
from cjeditor.model.lookup import ordered
from cjeditor.model.project import Project
from cjeditor.window.main_window import MainWindow
from cjeditor.window.room_view.window import RoomWindow
from cjeditor.window.voting.agenda_offer import VotingOffer
from cjeditor.window.voting.pane import Voting
from tests.window.room_view.hands import room_views, settle
from tests.window.voting.test_voting import begin, cast

_LEFT = Qt.MouseButton.LeftButton


def said(view: RoomWindow) -> list[str]:
    return [shape.text for layer in view.page.layers for shape in layer.shapes if isinstance(shape, Text)]


def room(window: MainWindow) -> RoomWindow:
    window.room.canvas.cards.go_to(1)
    window.actions_of_window["view.room"].trigger()
    settle()
    (view,) = room_views()
    return view


def test_the_room_sees_how_many_have_voted_and_then_the_ranking(
    qtbot: QtBot, shown: MainWindow, voting: Voting
) -> None:
    view = room(shown)
    shown.actions_of_window["vote.start"].trigger()
    voting.form.kind.setCurrentIndex(voting.form.kind.findData("touchpoint"))
    begin(qtbot, voting, "Which one?", voters=3)
    cast(qtbot, voting, "2 2", "1")
    settle()
    assert {"Which one?", "2 of 3 have voted", "Advert", "Talk"} <= set(said(view))
    assert "A home of our own" not in said(view), "only what can be voted for"
    assert not any("vote" in text and "voted" not in text for text in said(view))
    assert "2 of 3 have voted" in view.accessibleDescription()
    shown.room.target("voting").close()
    settle()
    found = said(view)
    assert found.index("Talk") < found.index("Advert")
    assert {"1.", "2."} <= set(found)
    assert "1. Card 2: Talk, 2 dots" in view.accessibleDescription()
    qtbot.mouseClick(voting.result.room, _LEFT)
    settle()
    assert "1." not in said(view)


def test_earlier_votes_are_not_taken_for_the_result(qtbot: QtBot, shown: MainWindow, voting: Voting) -> None:
    begin(qtbot, voting, "First?")
    cast(qtbot, voting, "1 1")
    shown.room.target("voting").close()
    shown.room.target("voting").board.clear()
    view = room(shown)
    assert "2 votes" in said(view)
    shown.actions_of_window["vote.start"].trigger()
    begin(qtbot, voting, "Second?")
    settle()
    assert "2 votes" not in said(view)


def test_frozen_it_keeps_what_it_shows(qtbot: QtBot, shown: MainWindow, voting: Voting) -> None:
    begin(qtbot, voting, "Which?", voters=2)
    view = room(shown)
    view.showing.freeze(True)
    cast(qtbot, voting, "1", "2")
    shown.room.target("voting").close()
    settle()
    assert "0 of 2 have voted" in said(view)


def test_the_agenda_offers_a_round_on_its_question(qtbot: QtBot, shown: MainWindow, voting: Voting) -> None:
    plan = [
        {"title": "Hello"},
        {"kind": "vote", "title": "Vote", "question": "What hurts?", "phase": "ph_b", "lanes": ("ln_d",)},
    ]

    def edit(project: Project) -> Project:
        return replace_agenda(project, plan, new_ids=new_id)

    shown.room.document.apply("Plan", edit)
    shown.actions_of_window["view.agenda"].trigger()
    offer = shown.room.contents.agenda.findChild(VotingOffer)
    first, second = ordered(shown.room.document.project.agenda)
    shown.room.timer.start_step(first.id)
    assert not offer.isVisible()
    shown.room.timer.start_step(second.id)
    assert offer.isVisible()
    qtbot.mouseClick(offer.button, _LEFT)
    form = voting.form
    assert (form.question.text(), form.phase.currentData(), form.lane.currentData()) == ("What hurts?", "ph_b", "ln_d")
    begin(qtbot, voting, "")
    assert offer.button.text() == "Go on with the voting"
    assert shown.room.target("voting").open_round is not None


def test_the_next_step_of_the_agenda_takes_the_ranking_off_the_room(
    qtbot: QtBot, shown: MainWindow, voting: Voting
) -> None:
    begin(qtbot, voting)
    cast(qtbot, voting, "1")
    flow = shown.room.target("voting")
    flow.close()
    assert flow.board.ranking
    shown.room.timer.start()
    assert not flow.board.ranking


def test_another_language_keeps_the_rounds(qtbot: QtBot, shown: MainWindow, voting: Voting) -> None:
    begin(qtbot, voting)
    cast(qtbot, voting, "1")
    shown.room.settings.language_wanted.emit("de")
    settle()
    assert shown.room.contents.voting is not voting
    shown.actions_of_window["vote.start"].trigger()
    assert shown.room.contents.voting.ballots.progress.text() == "1 Stimmzettel"
