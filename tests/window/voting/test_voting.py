"""Dot voting by real keys and mouse: opened, typed, clicked, taken back, closed, ranked; hidden until then."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.model.edits.voting import open_round
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import cards, map_of, ordered
from cjeditor.model.project import Project
from cjeditor.model.voting import VotingRound
from cjeditor.window.main_window import MainWindow
from cjeditor.window.voting.pane import Voting

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def the_map(window: MainWindow) -> JourneyMap:
    return map_of(window.room.document.project, window.room.map_id())


def the_round(window: MainWindow) -> VotingRound:
    return ordered(the_map(window).rounds)[-1]


def ballots(window: MainWindow) -> list[tuple[str, ...]]:
    return [ballot.dots for ballot in the_round(window).ballots]


def votes(window: MainWindow) -> dict[int, int]:
    return {card.number: card.votes for card in cards(the_map(window)) if card.votes}


def begin(qtbot: QtBot, voting: Voting, question: str = "Which?", *, dots: int = 3, voters: int = 0) -> None:
    """Fill the form in and open the round by keys."""
    voting.form.dots.setValue(dots)
    voting.form.voters.setValue(voters)
    qtbot.keyClicks(voting.form.question, question)
    qtbot.keyClick(voting.form.question, ENTER)


def cast(qtbot: QtBot, voting: Voting, *some: str) -> None:
    for ballot in some:
        qtbot.keyClicks(voting.ballots.field, ballot)
        qtbot.keyClick(voting.ballots.field, ENTER)


def test_a_round_is_opened_typed_and_closed_by_keys(qtbot: QtBot, shown: MainWindow, voting: Voting) -> None:
    assert QApplication.focusWidget() is voting.form.question
    begin(qtbot, voting, "What <b>hurts</b> & why?", voters=12)
    assert QApplication.focusWidget() is voting.ballots.field
    assert (the_round(shown).question, the_round(shown).opened) == ("What <b>hurts</b> & why?", "2026-11-27T10:00:00")
    cast(qtbot, voting, "1 1 6", "6", "2 4")
    assert ballots(shown) == [("tp_a", "tp_a", "nt_c"), ("nt_c",), ("tp_b", "nt_a")]
    assert voting.ballots.progress.text() == "3 of 12 ballots"
    assert (voting.ballots.bar.value(), voting.ballots.bar.maximum()) == (3, 12)
    qtbot.mouseClick(voting.ballots.close_round, LEFT)
    assert the_round(shown).closed == "2026-11-27T10:00:00"
    places = [voting.result.rows.place(row) for row in range(voting.result.rows.rowCount())]
    assert [(place.rank, place.card.number, place.dots) for place in places if place] == [
        (1, 1, 2),
        (1, 6, 2),
        (3, 2, 1),
        (3, 4, 1),
    ]
    assert votes(shown) == {1: 2, 6: 2, 2: 1, 4: 1}


def test_nothing_shows_a_dot_before_the_round_is_closed(qtbot: QtBot, shown: MainWindow, voting: Voting) -> None:
    canvas = shown.room.canvas
    before = {card_id: box.look for card_id, box in canvas.desk.arrangement.cards.items()}
    begin(qtbot, voting)
    cast(qtbot, voting, "1 1 6", "6")
    after = {card_id: box.look for card_id, box in canvas.desk.arrangement.cards.items()}
    assert after == before
    assert votes(shown) == {}
    texts = [voting.ballots.list.item(row).text() for row in range(voting.ballots.list.count())]
    assert texts == ["Ballot 2 · 1 dot", "Ballot 1 · 3 dots"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1 99", "There is no card 99."),
        ("1 1 1 1", "Each person has only 3 dots."),
        ("1 <b>x", "“<b>x” is no card number."),
    ],
)
def test_what_cannot_be_is_said_at_once_and_stays_typed(
    qtbot: QtBot, shown: MainWindow, voting: Voting, typed: str, said: str
) -> None:
    begin(qtbot, voting)
    qtbot.keyClicks(voting.ballots.field, typed)
    assert voting.ballots.said.text() == said
    qtbot.keyClick(voting.ballots.field, ENTER)
    assert voting.ballots.field.text() == typed
    assert ballots(shown) == []
    assert not voting.ballots.cast.isEnabled()


def test_a_card_of_the_wrong_kind_or_too_often_is_refused(qtbot: QtBot, shown: MainWindow, voting: Voting) -> None:
    voting.form.kind.setCurrentIndex(voting.form.kind.findData("touchpoint"))
    voting.form.most.setValue(1)
    begin(qtbot, voting)
    qtbot.keyClicks(voting.ballots.field, "1 4")
    assert voting.ballots.said.text() == "Card 4 cannot be voted for in this round (Touchpoints)."
    voting.ballots.field.clear()
    qtbot.keyClicks(voting.ballots.field, "1 1")
    assert voting.ballots.said.text() == "At most 1 dot may be on card 1."
    assert ballots(shown) == []


def test_a_ballot_that_is_not_cast_keeps_the_round_open(qtbot: QtBot, shown: MainWindow, voting: Voting) -> None:
    begin(qtbot, voting)
    qtbot.keyClicks(voting.ballots.field, "1")
    qtbot.mouseClick(voting.ballots.close_round, LEFT)
    assert the_round(shown).is_open
    assert voting.ballots.field.text() == "1"
    assert "not cast" in voting.ballots.said.text()


def test_ballots_are_changed_and_taken_back_in_the_list(qtbot: QtBot, shown: MainWindow, voting: Voting) -> None:
    begin(qtbot, voting)
    cast(qtbot, voting, "1", "2", "3")
    qtbot.keyClicks(voting.ballots.field, "6")
    qtbot.keyClick(voting.ballots.field, Qt.Key.Key_Down)
    qtbot.keyClick(voting.ballots.list, Qt.Key.Key_Down)
    qtbot.keyClick(voting.ballots.list, Qt.Key.Key_F2)
    assert (voting.ballots.name.text(), voting.ballots.field.text()) == ("Change ballot 2", "2")
    qtbot.keyClicks(voting.ballots.field, " 4")
    qtbot.keyClick(voting.ballots.field, ENTER)
    assert ballots(shown) == [("tp_a",), ("tp_b", "nt_a"), ("tp_c",)]
    assert voting.ballots.field.text() == "6", "what was typed before comes back"
    voting.ballots.list.setCurrentRow(2)
    qtbot.keyClick(voting.ballots.list, Qt.Key.Key_Delete)
    assert ballots(shown) == [("tp_b", "nt_a"), ("tp_c",)]
    assert shown.room.document.undo_stack.undoText() == "Take back ballot"
    assert {card.id for card in cards(the_map(shown))} >= {"tp_a", "nt_a"}, "no key deletes a card"


def test_esc_gives_a_change_up(qtbot: QtBot, shown: MainWindow, voting: Voting) -> None:
    begin(qtbot, voting)
    cast(qtbot, voting, "1")
    voting.ballots.list.setCurrentRow(0)
    qtbot.mouseClick(voting.ballots.change, LEFT)
    qtbot.keyClicks(voting.ballots.field, " 2")
    qtbot.keyClick(voting.ballots.field, ESCAPE)
    assert (voting.ballots.name.text(), voting.ballots.field.text()) == ("Ballot 2", "")
    assert QApplication.focusWidget() is voting.ballots.field
    qtbot.keyClick(voting.ballots.field, ESCAPE)
    assert not voting.isAncestorOf(QApplication.focusWidget()), "the second Esc goes home to the map"
    assert ballots(shown) == [("tp_a",)]


def test_each_step_is_undone_and_done_again(qtbot: QtBot, shown: MainWindow, voting: Voting) -> None:
    stack = shown.room.document.undo_stack
    begin(qtbot, voting)
    cast(qtbot, voting, "1 1", "6")
    shown.actions_of_window.refresh()
    shown.actions_of_window["vote.take_back"].trigger()
    assert ballots(shown) == [("tp_a", "tp_a")]
    shown.actions_of_window["vote.close"].trigger()
    assert votes(shown) == {1: 2}
    assert [stack.text(at) for at in range(stack.count())] == [
        "Open round of voting",
        "Cast ballot",
        "Cast ballot",
        "Take back ballot",
        "Close round of voting",
    ]
    stack.undo()
    assert (votes(shown), the_round(shown).is_open) == ({}, True)
    assert voting.pages.currentWidget() is voting.ballots
    stack.undo()
    assert ballots(shown) == [("tp_a", "tp_a"), ("nt_c",)]
    while stack.canUndo():
        stack.undo()
    assert the_map(shown).rounds == ()
    assert voting.pages.currentWidget() is voting.form
    while stack.canRedo():
        stack.redo()
    assert votes(shown) == {1: 2}


def place_of(canvas: MapCanvas, card_id: str) -> QPoint:
    box = canvas.desk.arrangement.cards[card_id]
    return canvas.view.viewportTransform().map(QPointF(box.x + 40, box.y + 20)).toPoint()


def test_cards_are_clicked(qtbot: QtBot, shown: MainWindow, voting: Voting) -> None:
    canvas = shown.room.canvas
    begin(qtbot, voting)
    QTest.keyClick(
        voting.ballots.field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    by_click = shown.room.target("voting").by_click
    assert by_click.is_on
    assert voting.ballots.click.isChecked()
    chosen, viewport = canvas.selection.ids, canvas.view.viewport()
    for card in ("tp_a", "tp_a", "nt_a"):
        qtbot.mouseClick(viewport, LEFT, pos=place_of(canvas, card))
    assert voting.ballots.field.text() == "1 1 4"
    qtbot.mouseClick(viewport, LEFT, pos=place_of(canvas, "tp_b"))
    assert voting.ballots.field.text() == "1 1 4"
    assert voting.ballots.said.text() == "Each person has only 3 dots."
    qtbot.mouseClick(viewport, RIGHT, pos=place_of(canvas, "tp_a"))
    assert voting.ballots.field.text() == "1 4"
    assert QApplication.focusWidget() is voting.ballots.field
    qtbot.keyClick(voting.ballots.field, ENTER)
    assert ballots(shown) == [("tp_a", "nt_a")]
    qtbot.mouseDClick(viewport, LEFT, pos=place_of(canvas, "tp_b"))
    assert voting.ballots.field.text().split() == ["2"]
    qtbot.keyClick(voting.ballots.field, ESCAPE)
    assert not by_click.is_on
    assert voting.ballots.field.text() == "2", "nothing that was given is lost"
    assert canvas.selection.ids == chosen
    qtbot.mouseClick(viewport, LEFT, pos=place_of(canvas, "tp_b"))
    assert set(canvas.selection.ids) == {"tp_b"}, "clicks are clicks again"


def test_closing_the_round_or_leaving_the_map_ends_the_clicks(qtbot: QtBot, shown: MainWindow, voting: Voting) -> None:
    flow = shown.room.target("voting")
    begin(qtbot, voting)
    flow.click(True)
    cast(qtbot, voting, "1")
    flow.close()
    assert not flow.by_click.is_on
    flow.edits.reopen(the_round(shown).id)
    flow.click(True)
    shown.room.maps.step(1)
    assert not flow.by_click.is_on
    assert voting.pages.currentWidget() is voting.form


def test_a_click_on_the_ranking_goes_to_the_card(qtbot: QtBot, shown: MainWindow, voting: Voting) -> None:
    begin(qtbot, voting)
    cast(qtbot, voting, "6 6 1")
    shown.room.target("voting").close()
    ranking = voting.result.list
    qtbot.mouseClick(ranking.viewport(), LEFT, pos=ranking.visualRect(voting.result.rows.index(1)).center())
    assert set(shown.room.canvas.selection.ids) == {"tp_a"}
    ranking.setCurrentIndex(voting.result.rows.index(0))
    qtbot.keyClick(ranking, ENTER)
    assert set(shown.room.canvas.selection.ids) == {"nt_c"}


def test_a_closed_round_is_reopened_and_deleted(qtbot: QtBot, shown: MainWindow, voting: Voting) -> None:
    begin(qtbot, voting)
    cast(qtbot, voting, "1")
    qtbot.mouseClick(voting.ballots.close_round, LEFT)
    qtbot.mouseClick(voting.result.reopen, LEFT)
    assert votes(shown) == {}
    assert voting.pages.currentWidget() is voting.ballots
    qtbot.mouseClick(voting.ballots.close_round, LEFT)
    qtbot.mouseClick(voting.result.drop, LEFT)
    assert (votes(shown), the_map(shown).rounds) == ({}, ())
    assert voting.pages.currentWidget() is voting.form


def test_several_rounds_are_chosen_by_their_questions(qtbot: QtBot, shown: MainWindow, voting: Voting) -> None:
    begin(qtbot, voting, "First?")
    cast(qtbot, voting, "1")
    qtbot.mouseClick(voting.ballots.close_round, LEFT)
    qtbot.mouseClick(voting.plus, LEFT)
    begin(qtbot, voting, "Second?")
    assert [voting.rounds.itemText(at) for at in range(voting.rounds.count())] == ["Second? (open)", "First?"]
    voting.rounds.setCurrentIndex(1)
    voting.rounds.activated.emit(1)
    assert voting.result.question.text() == "First?"
    assert not voting.result.reopen.isEnabled(), "one round is open at a time"


def test_the_number_of_ballots_is_set_later_in_one_step(qtbot: QtBot, shown: MainWindow, voting: Voting) -> None:
    begin(qtbot, voting)
    voting.ballots.voters.setFocus()
    voting.ballots.voters.selectAll()
    qtbot.keyClicks(voting.ballots.voters, "12")
    qtbot.keyClick(voting.ballots.voters, ENTER)
    assert the_round(shown).voters == 12
    shown.room.document.undo_stack.undo()
    assert the_round(shown).voters == 0


def test_a_round_that_came_with_the_file_is_shown(shown: MainWindow, voting: Voting) -> None:
    def edit(project: Project) -> Project:
        return open_round(project, shown.room.map_id(), round_id="vr_z", at="", question="From a file")

    shown.room.document.apply("Open", edit)
    voting.refresh()
    assert voting.pages.currentWidget() is voting.ballots
    assert voting.ballots.question.text() == "From a file"


def test_hidden_it_does_nothing_while_people_type_unless_clicks_are_dots(
    qtbot: QtBot, shown: MainWindow, voting: Voting, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(qtbot, voting, dots=1)
    panes, canvas, worked = shown.panes, shown.room.canvas, []
    panes.show_pane("voting", False)
    with monkeypatch.context() as patch:
        patch.setattr(voting, "refresh", lambda: worked.append("refresh"))
        canvas.desk.choose_cards(["tp_b"])
        canvas.setFocus()
        qtbot.keyClicks(QApplication.focusWidget(), "New")
        canvas.finish_editing()
        assert worked == []
    panes.show_pane("voting", True)
    shown.actions_of_window["vote.click"].trigger()
    panes.show_pane("voting", False)
    for _ in range(2):
        voting.ballots.field.setText("1")
        voting.ballots._cast()
    assert voting.ballots.list.count() == 2
