"""States of the window for the gallery that need nothing but the window; ``show_<state>`` brings it there."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from cjeditor.analysis.finding import Sought
from cjeditor.model.edits.clipping import copy_whole
from cjeditor.model.edits.maps import add_map
from cjeditor.model.edits.steps import set_step
from cjeditor.model.edits.whole import paste_whole
from cjeditor.model.edits.workshop import park
from cjeditor.model.fields import Span
from cjeditor.model.ids import new_id
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import map_of, ordered
from cjeditor.model.project import Project
from cjeditor.window.blocks.own_flow import OwnBlockFlow
from cjeditor.window.grouping.dialog import GroupingDialog
from cjeditor.window.help.window import HelpWindow
from cjeditor.window.main_window import MainWindow
from cjeditor.window.palette.dialog import CommandPalette
from cjeditor.window.pasting.dialog import PasteDialog
from cjeditor.window.room_view.window import RoomWindow
from cjeditor.window.seeing.flow import FindFlow

CHOSEN = 12
"""The card that is chosen in the pictures, by its number."""

_IN_THE_ROOM = 14
"""The card whose phase the room sees."""

_PASTED = (
    "Sieht eine Anzeige\tVergleicht drei Banken\tRuft in der Filiale an\tEmpfiehlt weiter",
    "Fragt die Eltern\tRechnet mit einem Online-Rechner\t\tKommt wieder",
)
"""What a spreadsheet copied."""

_ANSWERS = ("Der Zins steht auf Platz eins, dann die Empfehlung der Eltern.", "Die Filiale kennt sie schon")
"""What the sample's people answer in the guide."""


def show_blocks_found(window: MainWindow) -> None:
    """Search the building blocks."""
    _search_blocks(window, "vergleich")


def show_blocks_nothing(window: MainWindow) -> None:
    """Search the building blocks for what they do not have."""
    _search_blocks(window, "Tante Erna fragen")


def show_blocks_own(window: MainWindow) -> None:
    """Save some cards as blocks and look at them."""
    contents, own = window.room.contents, cast(OwnBlockFlow, window.room.target("own_blocks"))
    for number in (12, 9, 38):
        window.room.canvas.cards.go_to(number)
        own.save_chosen()
    contents.blocks.refresh()
    contents.blocks.tree.scrollToBottom()


def show_panes_moved(window: MainWindow) -> None:
    """Put the outline behind the properties, and the building blocks below the map."""
    window.actions_of_window["view.outline"].trigger()
    window.tabifyDockWidget(window.panes["properties"], window.panes["outline"])
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, window.panes["blocks"])


def show_palette_found(window: MainWindow) -> None:
    """Look for a command."""
    window.actions_of_window["edit.palette"].trigger()
    for palette in window.findChildren(CommandPalette):
        palette.field.setText("phase")


def show_capture(window: MainWindow) -> None:
    """Write a card with marks that have become chips, and look for a channel."""
    window.room.canvas.cards.go_to(CHOSEN)
    _type(window, "Fragt am Telefon nach #kredit %Deniz Kaya -1 * ! ")
    _type(window, "@on")


def show_capture_new(window: MainWindow) -> None:
    """Write a card on a persona that there is not yet."""
    window.room.canvas.cards.go_to(CHOSEN)
    _type(window, "Fragt die Großeltern %Oma")


def _type(window: MainWindow, text: str) -> None:
    """Press the keys of a text on the map."""
    window.room.canvas.setFocus()
    field = window.room.canvas.focusProxy() or window.room.canvas
    for letter in text:
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(field, key)


def show_pasting(window: MainWindow) -> None:
    """Paste a table of which one column has no phase."""
    names = [phase.name for phase in ordered(map_of(window.room.document.project, window.room.map_id()).phases)]
    rows = ["\t".join([*names[:3], "Ausblick"]), *_PASTED]
    QApplication.clipboard().setText("\n".join(rows))
    window.actions_of_window.refresh()
    window.actions_of_window["edit.paste_preview"].trigger()
    for dialog in window.findChildren(PasteDialog):
        dialog.adds.setChecked(True)


def _search_blocks(window: MainWindow, text: str) -> None:
    window.actions_of_window["view.find_block"].trigger()
    window.room.contents.blocks.search.setText(text)


def show_find(window: MainWindow) -> None:
    """Look for a word on the map."""
    window.actions_of_window["find.open"].trigger()
    window.room.canvas.finding.seek(Sought(text="bank"))
    window.room.canvas.finding.step(1)


def show_find_filter(window: MainWindow) -> None:
    """Filter the map, with the menu of what it can be filtered by."""
    window.actions_of_window["find.open"].trigger()
    window.room.canvas.finding.seek(Sought(emotions=frozenset({-2, -1}), evidence=frozenset({"assumption"})))
    bar = cast(FindFlow, window.room.target("find")).bar
    bar.menu.popup(bar.filter.mapToGlobal(bar.filter.rect().bottomLeft()))


def show_link(window: MainWindow) -> None:
    """Choose a link with its halo and label, beside the handle of the card that it leaves."""
    canvas = window.room.canvas
    box = next(box for box in canvas.desk.arrangement.links.values() if box.link.hand_off == "broken")
    canvas.cards.go_to(box.source.record.number)
    canvas.links.walk()


def show_link_drawing(window: MainWindow) -> None:
    """Draw a link from a card's handle to another card."""
    canvas = window.room.canvas
    canvas.cards.go_to(CHOSEN)
    first = canvas.desk.arrangement.cards[next(iter(canvas.selection.of("cards")))]
    target = next(box for box in canvas.desk.arrangement.cards.values() if box.record.number == CHOSEN - 3)
    places = [
        QPointF(first.x + first.width, first.y + first.height / 2),
        QPointF(target.x + target.width / 2, target.y + target.height / 2),
    ]
    start, end = (canvas.view.viewportTransform().map(place) for place in places)
    for kind, at in (
        (QEvent.Type.MouseButtonPress, start),
        (QEvent.Type.MouseMove, (start + end) / 2),
        (QEvent.Type.MouseMove, end),
    ):
        _mouse(window, kind, at)


def show_funnel_lane(window: MainWindow) -> None:
    """Show how many go on from phase to phase, below all phases at once."""
    canvas = window.room.canvas
    canvas.lanes.add("funnel", before=True)
    canvas.view.zoom_to(0.75)


def show_time(window: MainWindow) -> None:
    """Add a time lane and write a step's duration."""
    canvas, document = window.room.canvas, window.room.document
    canvas.cards.go_to(1)
    canvas.lanes.add("time", before=True)
    canvas.finish_editing()
    for number, column in enumerate(canvas.desk.arrangement.columns):
        document.apply("", partial(_with_days, canvas.map_id, column.step.id, 2 * number + 1))
    canvas.view.show_from(1.0, QPointF(0, 0))


def _with_days(map_id: str, step: str, amount: int, project: Project) -> Project:
    return set_step(project, map_id, step, duration=Span(amount=amount, unit="days"))


def _mouse(window: MainWindow, kind: QEvent.Type, at: QPointF) -> None:
    viewport = window.room.canvas.view.viewport()
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = left if kind == QEvent.Type.MouseButtonPress else none
    event = QMouseEvent(kind, at, viewport.mapToGlobal(at), button, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, event)


def show_folded(window: MainWindow) -> None:
    """Collapse two phases and a lane."""
    desk = window.room.canvas.desk
    phases = [box.phase.id for box in desk.arrangement.phases]
    lanes = [box.lane.id for box in desk.arrangement.lanes]
    desk.fold([phases[0], phases[2]], [lanes[1]], folded=True)


def show_minimap(window: MainWindow) -> None:
    """Show the overview in its corner."""
    window.room.canvas.cards.go_to(CHOSEN)
    window.actions_of_window["view.minimap"].trigger()


def show_guide(window: MainWindow) -> None:
    """Open the guide beside a chosen card."""
    window.room.canvas.cards.go_to(CHOSEN)
    window.actions_of_window["view.guide"].trigger()


def show_guide_answer(window: MainWindow) -> None:
    """Answer one question of the guide, and begin to answer another."""
    show_guide(window)
    questions = window.room.contents.guide.pages.questions
    first, second = questions.rows[:2]
    for text in _ANSWERS:
        questions.answer_wanted.emit(first.asked.key, text)
    second.begin_answer()
    if second.edit is not None:
        second.edit.insertPlainText(_ANSWERS[1])


def show_help_phase(window: MainWindow) -> None:
    """Open the help at the guidance of a phase."""
    _help(window).open_at("phase-6")


def show_help_glossary(window: MainWindow) -> None:
    """Open the help at its index of terms."""
    _help(window).open_at("glossary")


def show_help_found(window: MainWindow) -> None:
    """Search the help for a word that both languages have."""
    opened = _help(window)
    opened.field.setText("touchpoint")
    opened.field.returnPressed.emit()


def _help(window: MainWindow) -> HelpWindow:
    window.actions_of_window["help.open"].trigger()
    return next(iter(window.findChildren(HelpWindow)))


def show_room_view(window: MainWindow) -> None:
    """Show a phase to the room, as large as the window."""
    window.room.canvas.cards.go_to(_IN_THE_ROOM)
    window.actions_of_window["view.room"].trigger()
    for one in QApplication.topLevelWidgets():
        if isinstance(one, RoomWindow):
            one.resize(window.size())


def show_room_view_spotlight(window: MainWindow) -> None:
    """Put the spotlight on a card in a frozen room view."""
    show_room_view(window)
    for row_id in ("room.light", "room.freeze"):
        window.actions_of_window.refresh()
        window.actions_of_window[row_id].trigger()


def show_grouping(window: MainWindow) -> None:
    """Look for cards that say nearly the same."""
    _open_grouping(window)


def show_grouping_tags(window: MainWindow) -> None:
    """The same, to give them tags."""
    for dialog in _open_grouping(window):
        dialog.ways["tag"].setChecked(True)


def _open_grouping(window: MainWindow) -> list[GroupingDialog]:
    """Let people name some things twice, and look for what is similar."""
    room = window.room
    thoughts = ("Zinssatz zu hoch", "Die Zinssätze sind hoch!", "Vergleich mehrerer Banken")
    room.document.apply("", partial(park, thoughts=thoughts, new_ids=new_id))
    window.actions_of_window["card.group"].trigger()
    found = window.findChildren(GroupingDialog)
    for dialog in found:
        dialog.thoughts.setChecked(True)
        dialog.slider.setValue(8)
        while dialog.work.busy:
            QApplication.processEvents()
    return found


def show_transfer(window: MainWindow) -> None:
    """Ask where cards go on another map that lacks some of their phases and lanes."""
    room = window.room
    project = room.document.project
    source = map_of(project, room.map_id())
    phases = ordered(source.phases)[:4]
    clipping = copy_whole(project, room.map_id(), [each.id for each in phases])

    def edit(before: Project) -> Project:
        after = add_map(before, JourneyMap(id="map_other", rank="a0", title="Zukunft"))
        return paste_whole(after, "map_other", clipping, new_ids=new_id)[0]

    room.document.apply("", edit)
    room.canvas.selection.choose("cards", [each.id for each in source.touchpoints if each.number in (3, 9, 12, 30, 38)])
    window.actions_of_window.refresh()
    window.actions_of_window["card.to_map"].trigger()
