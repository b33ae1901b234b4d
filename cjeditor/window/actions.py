"""The table of everything a person can ask for; menus, toolbar, context menus and shortcuts are made from it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from cjeditor.texts import N_
from cjeditor.window.pane_plan import PANES

_Key = QKeySequence.StandardKey


@dataclass(frozen=True)
class Row:
    """One thing that can be asked for.

    Attributes:
        id: its name in menus and tests, ``place.verb``.
        text: what it is called, untranslated; without mnemonic, those are given out menu by menu.
        handler: ``target.method`` of what does it; `Targets` names the targets.
        icon: name in the icon font.
        keys: shortcuts, the shown one first: Qt's standard keys or portable text.
        enabled: ``target.method`` that answers whether it can be asked for now; empty for always.
        args: what the handler is called with; for a row with a mark, whether it is set now comes behind them.
        ask_with_args: whether `enabled` wants the same.
        tip: what it does, for the status bar, untranslated.
        short: what its toolbar button is called, untranslated; `text` where empty.
        checked: ``target.method`` that answers whether its mark is set; empty for a row without mark.
        group: rows of the same group exclude each other.
        key_handler: ``target.method`` of what its shortcut does, with the same arguments; `handler` where empty.
        role: where macOS moves it in its own menu: ``preferences``, ``about``, ``quit``; elsewhere it stays.
    """

    id: str
    text: str
    handler: str
    icon: str = ""
    keys: tuple[str | QKeySequence.StandardKey, ...] = ()
    enabled: str = ""
    args: tuple[str | int | float | bool, ...] = ()
    ask_with_args: bool = False
    tip: str = ""
    short: str = ""
    checked: str = ""
    group: str = ""
    key_handler: str = ""
    role: str = ""


_FILE = (
    Row("file.new", N_("New project…"), "files.new", "file-plus", (_Key.New,),
        tip=N_("Start a new project from a template")),
    Row("file.open", N_("Open…"), "files.open", "folder-open", (_Key.Open,), tip=N_("Open a project file")),
    Row("file.save", N_("Save"), "saving.save", "floppy-disk", (_Key.Save,), tip=N_("Write the project to its file")),
    Row("file.save_as", N_("Save as…"), "saving.save_as", "", ("Ctrl+Shift+S",),
        tip=N_("Write the project to another file and carry on there")),
    Row("file.save_copy", N_("Save a copy…"), "saving.save_copy",
        tip=N_("Write a copy elsewhere and stay with this file")),
    Row("file.history", N_("Earlier versions…"), "history.open", "clock-counter-clockwise",
        tip=N_("Look at earlier versions, compare them, and bring one back")),
    Row("file.name_version", N_("Name this version…"), "history.name_version",
        tip=N_("Keep the project as it is now, under a name")),
    Row("file.handout", N_("Handout…"), "exports.handout", "printer", (_Key.Print,), "exports.can_export",
        tip=N_("Make a PDF with cover, map, phase sheets, touchpoint table and legend"), short=N_("Handout…")),
    Row("file.booklet", N_("Guide booklet…"), "exports.booklet", "book-open", (), "exports.can_export",
        tip=N_("Make a PDF with the guidance of a framework, for every phase")),
    Row("file.picture", N_("Picture of the map…"), "exports.picture", "image", ("Ctrl+Shift+E",), "exports.can_export",
        tip=N_("Save the whole map as an SVG or PNG picture")),
    Row("file.minutes", N_("Minutes of the workshop…"), "minutes.open", "clipboard-text", (), "exports.can_export",
        tip=N_("Save agenda with real times, parking lot and decision as PDF or Markdown")),
    Row("file.close", N_("Close window"), "window.close", "", ("Ctrl+W",), tip=N_("Close this window")),
    Row("file.quit", N_("Quit"), "window.ask_to_quit", "sign-out", ("Ctrl+Q",),
        tip=N_("Close all windows and end the program"), role="quit"),
)  # fmt: skip

_EDIT = (
    Row("edit.undo", N_("Undo"), "edit.undo", "arrow-u-up-left", (_Key.Undo,), "edit.can_undo",
        tip=N_("Take back the last step")),
    Row("edit.redo", N_("Redo"), "edit.redo", "arrow-u-up-right", ("Ctrl+Y", "Ctrl+Shift+Z"), "edit.can_redo",
        tip=N_("Repeat the step that was taken back")),
    Row("edit.cut", N_("Cut"), "clipboard.cut", "scissors", ("Ctrl+X", "Shift+Del"), "clipboard.can_cut",
        tip=N_("Remove the selected cards and keep them for pasting")),
    Row("edit.copy", N_("Copy"), "clipboard.copy", "copy", ("Ctrl+C", "Ctrl+Ins"), "clipboard.can_copy",
        tip=N_("Keep the selected cards, or those of the selected phase or lane, for pasting")),
    Row("edit.paste", N_("Paste"), "contents.paste", "clipboard", ("Ctrl+V", "Shift+Ins"), "clipboard.can_paste",
        tip=N_("Put what was cut or copied into the focused cell; lines and table cells become cards")),
    Row("edit.paste_preview", N_("Paste with preview…"), "pasting.preview", "table", ("Ctrl+Shift+V",),
        "clipboard.can_paste_text", tip=N_("Choose how lines or table cells become cards, and see what goes where")),
    Row("edit.duplicate", N_("Duplicate"), "cards.duplicate", "copy-simple", ("Ctrl+D",), "cards.can_duplicate",
        tip=N_("Put a copy below each selected card")),
    Row("edit.delete", N_("Delete"), "picking.delete", "trash", ("Del",), "picking.can_delete",
        tip=N_("Delete what is selected")),
    Row("edit.select_all", N_("Select all"), "picking.select_all", "", ("Ctrl+A",),
        tip=N_("Select all cards of the map")),
    Row("edit.deselect", N_("Select none"), "picking.deselect", "", ("Ctrl+Shift+A",), "picking.can_deselect",
        tip=N_("Clear the selection")),
    Row("edit.rename", N_("Edit text"), "contents.rename", "pencil-simple", ("F2",), "picking.can_rename",
        tip=N_("Write in the selected card, or rename the selected phase, step or lane")),
    Row("find.open", N_("Find and filter"), "find.open", "magnifying-glass", ("Ctrl+F",),
        tip=N_("Look for words on the map’s cards, or show only what is of one channel, persona, emotion and so on")),
    Row("find.next", N_("Next match"), "find.step", "caret-down", ("F3",), "find.can_step", (1,),
        tip=N_("Go to the next card that is looked for")),
    Row("find.previous", N_("Previous match"), "find.step", "caret-up", ("Shift+F3",), "find.can_step", (-1,),
        tip=N_("Go back to the last card that is looked for")),
    Row("find.select", N_("Select all matches"), "find.select", "selection-all", (), "find.can_step",
        tip=N_("Select every card that is looked for")),
    Row("edit.palette", N_("Find a command…"), "palette.open", "command", ("Ctrl+K",),
        tip=N_("Type what should happen, in English or German, and press Enter")),
    Row("edit.settings", N_("Settings…"), "settings.open", "gear", ("Ctrl+,",),
        tip=N_("Language, colours, text size, and what new projects start with"), role="preferences"),
)  # fmt: skip

_CARDS = (
    Row("card.touchpoint", N_("Add touchpoint"), "cards.add_touchpoint", "plus",
        ("Ctrl+T",), "cards.can_add_touchpoint",
        tip=N_("Add a touchpoint where the focus is"), short=N_("Touchpoint")),
    Row("card.merge", N_("Merge cards"), "joining.merge", "arrows-in-line-vertical", ("Ctrl+J",), "joining.can_merge",
        tip=N_("Make one card of the selected ones; texts stay, votes are added, links follow")),
    Row("card.split", N_("Split card by lines"), "joining.split", "arrows-out-line-vertical", ("Ctrl+Shift+J",),
        "joining.can_split", tip=N_("Make a card of each line of the text, below each other")),
    Row("card.group", N_("Group similar cards…"), "grouping.open", "stack", ("Ctrl+U",), "grouping.can_group",
        tip=N_("Find cards that say nearly the same; merge them, put them together or give them a common tag")),
    Row("card.to_map", N_("Move to another map…"), "transfer.ask", "arrow-square-right", ("Ctrl+M",),
        "transfer.can_move", tip=N_("Take the selected cards to another map, or copy them there; say where they go")),
    Row("card.renumber", N_("Renumber cards"), "cards.renumber", "list-numbers",
        tip=N_("Number all cards afresh along the journey; ballots already printed will no longer match")),
    Row("emotion.-2", N_("Very negative (−2)"), "cards.set_emotion", "smiley-x-eyes",
        ("Ctrl+1",), "cards.can_set_emotion", (-2,),
        tip=N_("How the customer feels at the selected touchpoints")),
    Row("emotion.-1", N_("Negative (−1)"), "cards.set_emotion", "smiley-sad",
        ("Ctrl+2",), "cards.can_set_emotion", (-1,),
        tip=N_("How the customer feels at the selected touchpoints")),
    Row("emotion.0", N_("Neutral (0)"), "cards.set_emotion", "smiley-meh", ("Ctrl+3",), "cards.can_set_emotion", (0,),
        tip=N_("How the customer feels at the selected touchpoints")),
    Row("emotion.1", N_("Positive (+1)"), "cards.set_emotion", "smiley", ("Ctrl+4",), "cards.can_set_emotion", (1,),
        tip=N_("How the customer feels at the selected touchpoints")),
    Row("emotion.2", N_("Very positive (+2)"), "cards.set_emotion", "smiley-wink",
        ("Ctrl+5",), "cards.can_set_emotion", (2,),
        tip=N_("How the customer feels at the selected touchpoints")),
    Row("emotion.none", N_("No value"), "cards.clear_emotion", "", (), "cards.can_set_emotion",
        tip=N_("Remove the emotion from the selected touchpoints")),
    Row("link.add", N_("Link to card…"), "linking.ask", "flow-arrow", ("Ctrl+L",), "links.can_link",
        tip=N_("Lead an arrow from the focused card to another one by its number")),
    Row("link.next", N_("Next link of the card"), "links.walk", "", ("Ctrl+Shift+L",), "links.can_walk",
        tip=N_("Select the arrows from and to the focused card, one after the other")),
    Row("link.seamless", N_("Seamless hand-off"), "links.set_hand_off", "", (), "links.can_set_hand_off",
        ("seamless",), ask_with_args=True, checked="links.hand_off_is", group="hand_off",
        tip=N_("The customer need not say or do anything twice")),
    Row("link.broken", N_("Broken hand-off"), "links.set_hand_off", "", (), "links.can_set_hand_off",
        ("broken",), ask_with_args=True, checked="links.hand_off_is", group="hand_off",
        tip=N_("Something is lost on the way from card to card")),
    Row("link.plain", N_("Hand-off not rated"), "links.set_hand_off", "", (), "links.can_set_hand_off",
        ("",), ask_with_args=True, checked="links.hand_off_is", group="hand_off",
        tip=N_("Say nothing of the hand-off")),
    Row("link.reverse", N_("Reverse link"), "links.reverse", "arrows-left-right", (), "links.can_delete",
        tip=N_("Let the selected arrow lead the other way")),
    Row("card.comment", N_("Comment"), "comments.write", "chat-circle-text", ("Shift+F2",),
        tip=N_("Write a comment on the focused card, or on the selected phase, step or lane")),
    Row("card.save_block", N_("Save as building block"), "own_blocks.save_chosen", "bookmark-simple", (),
        "own_blocks.can_save", tip=N_("Keep the selected cards to use again, in any project")),
)  # fmt: skip

_PHASES = (
    Row("phase.add", N_("Add phase"), "phases.add", "plus", ("Ctrl+Shift+P",),
        tip=N_("Add a phase after the focused one"),
        short=N_("Phase")),
    Row("phase.before", N_("Add phase before"), "phases.add", "", args=(True,),
        tip=N_("Add a phase before the focused one")),
    Row("phase.rename", N_("Rename phase"), "phases.rename", "pencil-simple", (), "phases.can_rename"),
    Row("phase.left", N_("Move phase left"), "phases.move", "arrow-left",
        (), "phases.can_move", (-1,), ask_with_args=True),
    Row("phase.right", N_("Move phase right"), "phases.move", "arrow-right",
        (), "phases.can_move", (1,), ask_with_args=True),
    Row("phase.split", N_("Split phase"), "phases.split", "arrows-out-line-horizontal", (), "phases.can_split",
        tip=N_("Turn one phase into two; the later steps go to the new one")),
    Row("phase.merge", N_("Merge phase with the next"), "phases.merge", "", (), "phases.can_merge",
        tip=N_("Turn two neighbouring phases into one; nothing is lost")),
    Row("phase.fold", N_("Collapse phase"), "folds.fold_phase", "arrows-in-line-horizontal", ("Ctrl+H",),
        "folds.can_fold_phase", checked="folds.phase_is_folded",
        tip=N_("Show the phase as a narrow strip, or in full again")),
    Row("phase.delete", N_("Delete phase"), "phases.delete", "trash", (), "phases.can_delete",
        tip=N_("Delete the phase and its cards")),
)  # fmt: skip

_STEPS = (
    Row("step.add", N_("Add step"), "steps.add", "plus", (), "steps.can_add",
        tip=N_("Add a step after the focused one")),
    Row("step.before", N_("Add step before"), "steps.add", "", args=(True,),
        tip=N_("Add a step before the focused one")),
    Row("step.rename", N_("Rename step"), "steps.rename", "pencil-simple", (), "steps.can_rename"),
    Row("step.left", N_("Move step left"), "steps.move", "arrow-left", (), "steps.can_move", (-1,), ask_with_args=True),
    Row("step.right", N_("Move step right"), "steps.move", "arrow-right",
        (), "steps.can_move", (1,), ask_with_args=True),
    Row("step.split", N_("Split step"), "steps.split", "", (), "steps.can_split",
        tip=N_("Turn one step into two; the selected cards go to the new one")),
    Row("step.merge", N_("Merge step with the next"), "steps.merge", "", (), "steps.can_merge"),
    Row("step.delete", N_("Delete step"), "steps.delete", "trash", (), "steps.can_delete",
        tip=N_("Delete the step and its cards")),
)  # fmt: skip

_LANES = (
    Row("lane.touchpoints", N_("Touchpoint lane"), "lanes.add", "storefront", args=("touchpoints",),
        tip=N_("Add a lane for touchpoints")),
    Row("lane.notes", N_("Note lane"), "lanes.add", "note", args=("notes",), tip=N_("Add a lane for notes")),
    Row("lane.backstage", N_("Backstage lane"), "lanes.add", "gear", args=("backstage",),
        tip=N_("Add a lane for the work behind the scenes")),
    Row("lane.emotion", N_("Emotion curve"), "lanes.add", "chart-line", args=("emotion",),
        tip=N_("Add a lane with the emotion curve")),
    Row("lane.separator", N_("Separator line"), "lanes.add", "minus", args=("separator",),
        tip=N_("Add a line such as the line of visibility")),
    Row("lane.channels", N_("Channels lane"), "lanes.add", "path", args=("channels",),
        tip=N_("Add a lane that shows the channels of all touchpoints and how the journey moves between them")),
    Row("lane.time", N_("Time lane"), "lanes.add", "clock", args=("time",),
        tip=N_("Add a lane that shows how long phases and steps take, and which waits last longer than expected")),
    Row("lane.metrics", N_("Metrics lane"), "lanes.add", "gauge", args=("metrics",),
        tip=N_("Add a lane for figures with target and actual values")),
    Row("lane.images", N_("Pictures lane"), "lanes.add", "image", args=("images",),
        tip=N_("Add a lane for pictures")),
    Row("lane.rename", N_("Rename lane"), "lanes.rename", "pencil-simple", (), "lanes.can_rename"),
    Row("lane.up", N_("Move lane up"), "lanes.move", "arrow-up", (), "lanes.can_move", (-1,), ask_with_args=True),
    Row("lane.down", N_("Move lane down"), "lanes.move", "arrow-down", (), "lanes.can_move", (1,), ask_with_args=True),
    Row("lane.split", N_("Split lane"), "lanes.split", "", (), "lanes.can_split",
        tip=N_("Turn one lane into two; the selected cards go to the new one")),
    Row("lane.merge", N_("Merge lane with the next"), "lanes.merge", "", (), "lanes.can_merge"),
    Row("lane.fold", N_("Collapse lane"), "folds.fold_lane", "arrows-in-line-vertical", ("Ctrl+Shift+H",),
        "folds.can_fold_lane", checked="folds.lane_is_folded",
        tip=N_("Show the lane as a low strip, or in full again")),
    Row("lane.delete", N_("Delete lane"), "lanes.delete", "trash", (), "lanes.can_delete",
        tip=N_("Delete the lane and its cards")),
)  # fmt: skip

_MAP = (
    Row("map.new", N_("New map…"), "maps.new", "plus", ("Shift+F11",), tip=N_("Add a map to this project")),
    Row("map.rename", N_("Rename map"), "maps.rename", "pencil-simple", tip=N_("Write another title on its tab")),
    Row("map.duplicate", N_("Duplicate map"), "map_edits.duplicate", "copy-simple",
        tip=N_("Put a copy with all its cards beside this map")),
    Row("map.as_future", N_("Duplicate as future state"), "map_edits.duplicate", "target",
        (), "map_edits.can_duplicate_as_future", ("future",),
        tip=N_("Put a copy beside this map, to draw how it should be")),
    Row("map.left", N_("Move map left"), "map_edits.move", "arrow-left",
        (), "map_edits.can_move", (-1,), ask_with_args=True),
    Row("map.right", N_("Move map right"), "map_edits.move", "arrow-right",
        (), "map_edits.can_move", (1,), ask_with_args=True),
    Row("map.delete", N_("Delete map"), "map_edits.delete", "trash", (), "map_edits.can_delete",
        tip=N_("Delete this map with its cards; a project keeps at least one map")),
    Row("map.previous", N_("Previous map"), "maps.step", "", ("Ctrl+PgUp",), "map_edits.can_move", (-1,),
        ask_with_args=True),
    Row("map.next", N_("Next map"), "maps.step", "", ("Ctrl+PgDown",), "map_edits.can_move", (1,), ask_with_args=True),
    Row("map.current", N_("Current state"), "map_edits.set_state", "", (), "", ("current",),
        checked="map_edits.state_is", group="state", tip=N_("The map shows how it is today")),
    Row("map.future", N_("Future state"), "map_edits.set_state", "", (), "", ("future",),
        checked="map_edits.state_is", group="state", tip=N_("The map shows how it should be")),
    Row("card.picture", N_("Add picture…"), "pictures.choose", "image", (),
        tip=N_("Put picture files onto the map where the focus is")),
    Row("map.persona", N_("Show persona"), "personas.show_card", "user-circle",
        tip=N_("Show who the lead persona of this map is")),
    Row("map.personas", N_("Personas…"), "personas.open", "users",
        tip=N_("Describe the people whose journeys the maps show")),
    Row("map.details", N_("Map details…"), "details.open", "info", ("Ctrl+I",),
        tip=N_("Title, persona, scenario, key finding and whatever else is on the cover")),
    Row("check.rules", N_("Rules of the journey check…"), "check.choose_rules", "sliders",
        tip=N_("Choose what the journey check looks for in this project")),
)  # fmt: skip

_WORKSHOP = (
    Row("workshop.plan", N_("Choose a plan"), "contents.choose_plan", "",
        tip=N_("Take a ready plan as the agenda of the workshop; then its clock can be started")),
    Row("workshop.toggle", N_("Start or pause the clock"), "workshop.toggle", "timer", ("Ctrl+Shift+Space",),
        "workshop.can_run", tip=N_("Start the step of the agenda, let its clock stand still, or go on")),
    Row("workshop.minute", N_("One minute more"), "workshop.add_minute", "plus", ("Ctrl+Shift+M",), "workshop.is_on",
        tip=N_("Give the step of the agenda one minute more")),
    Row("workshop.next", N_("Next agenda step"), "workshop.next_step", "skip-forward", ("Ctrl+Shift+PgDown",),
        "workshop.is_on", tip=N_("Go on in the agenda; after the last step the workshop is over")),
    Row("workshop.previous", N_("Previous agenda step"), "workshop.previous_step", "skip-back", ("Ctrl+Shift+PgUp",),
        "workshop.is_on", tip=N_("Go back in the agenda")),
    Row("card.park", N_("Move cards to the parking lot"), "parking.park", "archive-box", ("Ctrl+Shift+I",),
        "parking.can_park", tip=N_("Take the selected cards off the map; they wait in the inbox’s pane")),
    Row("vote.start", N_("Open a round of voting"), "voting.start", "thumbs-up", (),
        tip=N_("Ask the room a question that people answer with dots")),
    Row("vote.click", N_("Vote by clicks"), "voting.click", "hand-pointing", ("Ctrl+Shift+K",), "voting.can_vote",
        checked="voting.is_clicking", tip=N_("Let each click on a card be a dot, until Esc")),
    Row("vote.take_back", N_("Take back the last ballot"), "voting.take_back", "arrow-counter-clockwise", (),
        "voting.can_take_back"),
    Row("vote.close", N_("Close the round of voting"), "voting.close", "check-circle", (), "voting.can_vote",
        tip=N_("Show what people chose: as a ranking, and as votes on the cards")),
    Row("workshop.finish", N_("End the workshop"), "workshop.finish", "", (), "workshop.is_on",
        tip=N_("Stop the clock and keep when the last step ended")),
)  # fmt: skip

_VIEW = (
    Row("view.zoom_in", N_("Zoom in"), "view.zoom_in", "magnifying-glass-plus", ("Ctrl++", "Ctrl+=")),
    Row("view.zoom_out", N_("Zoom out"), "view.zoom_out", "magnifying-glass-minus", ("Ctrl+-",)),
    Row("view.zoom_100", N_("Original size"), "view.zoom_to", "", ("Ctrl+0",), args=(1.0,),
        tip=N_("Show the map at 100%")),
    Row("view.fit", N_("Fit the map"), "view.fit", "corners-out", ("Ctrl+9",),
        tip=N_("Show the whole map"), short=N_("Fit")),
    Row("view.fit_chosen", N_("Zoom to the selection"), "looking.fit_chosen", "crosshair", ("Ctrl+8",),
        "looking.can_fit_chosen", tip=N_("Show what is selected as large as it fits")),
    Row("view.fit_phase", N_("Fit the phase"), "looking.fit_phase", "", ("Ctrl+7",), "looking.can_fit",
        tip=N_("Show the whole phase with all its lanes")),
    Row("view.fit_lane", N_("Fit the lane"), "looking.fit_lane", "", ("Ctrl+6",), "looking.can_fit",
        tip=N_("Show the whole lane from the first phase to the last")),
    Row("view.back", N_("Previous view"), "looking.go_back", "arrow-bend-up-left", ("Ctrl+Alt+Left",),
        tip=N_("Look again where you looked before the last jump; on the map with Alt+Left, too")),
    Row("view.unfold", N_("Expand everything"), "folds.unfold_all", "arrows-out", (), "folds.can_unfold_all",
        tip=N_("Show all collapsed phases and lanes in full again")),
    Row("view.go_to", N_("Go to card…"), "looks.go_to_card", "hash", ("Ctrl+G",),
        tip=N_("Show the card with a given number")),
    Row("view.next_pane", N_("Next pane"), "panes.next_pane", "", ("F6",), args=(1,),
        tip=N_("Move between the parts of the window")),
    Row("view.previous_pane", N_("Previous pane"), "panes.next_pane", "", ("Shift+F6",), args=(-1,),
        tip=N_("Move between the parts of the window, the other way")),
    *(
        Row(f"view.{pane.id}", pane.title, "panes.show_pane", pane.icon, pane.keys, args=(pane.id,),
            checked="panes.is_shown", key_handler="panes.come_or_go", tip=pane.tip)
        for pane in PANES
    ),
    Row("view.find_block", N_("Find a building block"), "contents.find_block", "magnifying-glass", ("Ctrl+Shift+F",),
        tip=N_("Search everything that can be put on the map, in both languages")),
    Row("view.reset", N_("Reset the window layout"), "panes.reset", "",
        tip=N_("Put every pane back where it was at first")),
    Row("view.minimap", N_("Overview in the corner"), "looks.show_minimap", "picture-in-picture",
        checked="looks.minimap_shown", tip=N_("Show the whole map in small while a part of it is out of view")),
    Row("views.order", N_("Show order"), "views.show_order", "list-numbers", ("Ctrl+Shift+N",),
        checked="views.order_is_shown",
        tip=N_("Number the touchpoints along the journey, with a dotted line from one to the next")),
    Row("views.save", N_("Save this view…"), "views.save", "bookmark-simple", ("Ctrl+Shift+F12",),
        tip=N_("Keep place, zoom, filter and order of the map as it is seen now, under a name")),
    Row("views.manage", N_("Saved views…"), "views.manage", "list", ("Ctrl+F12",),
        tip=N_("Rename, renew, order and delete the saved views")),
    Row("views.next", N_("Next saved view"), "views.step", "", ("F12",), "views.can_step", (1,), ask_with_args=True,
        tip=N_("Look at the map as the next saved view says; the room view follows")),
    Row("views.previous", N_("Previous saved view"), "views.step", "", ("Shift+F12",), "views.can_step", (-1,),
        ask_with_args=True, tip=N_("Look at the map as the saved view before says; the room view follows")),
    Row("view.full_screen", N_("Full screen"), "looks.show_full_screen", "", ("F11",),
        checked="looks.full_screen_shown"),
    Row("view.room", N_("Room view"), "room_view.show", "projector-screen", ("F5",), checked="room_view.is_shown",
        tip=N_("Show the phase in large letters to everybody in the room, on the second screen if there is one")),
    Row("room.freeze", N_("Freeze"), "room_view.freeze", "snowflake", ("Shift+F5",), "room_view.is_shown",
        checked="room_view.is_frozen", tip=N_("Let the room see what it sees now, whatever is edited")),
    Row("room.black", N_("Black out"), "room_view.black_out", "moon", ("Ctrl+F5",), "room_view.is_shown",
        checked="room_view.is_black", tip=N_("Let the room see nothing but black")),
    Row("room.light", N_("Spotlight"), "room_view.light", "flashlight", ("F4",), "room_view.is_shown",
        checked="room_view.is_lit", tip=N_("Show the room the selected card, lane or phase alone; the rest is dimmed")),
    Row("room.on", N_("Turn the page"), "room_view.turn", "caret-right", ("Alt+PgDown",), "room_view.is_shown", (1,),
        tip=N_("Show the room the next page, after the last one the next phase")),
    Row("room.back", N_("Turn the page back"), "room_view.turn", "caret-left", ("Alt+PgUp",), "room_view.is_shown",
        (-1,), tip=N_("Show the room the page before, or the phase before")),
    Row("theme.light", N_("Light"), "looks.choose_theme", "sun", args=("light",),
        checked="looks.theme_is", group="theme"),
    Row("theme.dark", N_("Dark"), "looks.choose_theme", "moon", args=("dark",),
        checked="looks.theme_is", group="theme"),
    Row("theme.system", N_("Same as the system"), "looks.choose_theme", "desktop", args=("system",),
        checked="looks.theme_is",
        group="theme"),
)  # fmt: skip

_HELP = (
    Row("help.open", N_("Help…"), "help.open", "question", ("F1",), key_handler="help.open_here",
        tip=N_("First steps, the frameworks, how a map is built, a glossary and all keys")),
    Row("help.shortcuts", N_("Keyboard shortcuts"), "help.shortcuts", "keyboard", ("Ctrl+F1",),
        tip=N_("Show all keys, and what they do")),
    Row("help.logs", N_("Show log folder"), "help.show_logs", "",
        tip=N_("Open the folder with the program’s log")),
    Row("help.about", N_("About cjeditor"), "help.about", "info", role="about"),
)  # fmt: skip

ROWS: tuple[Row, ...] = (*_FILE, *_EDIT, *_CARDS, *_PHASES, *_STEPS, *_LANES, *_MAP, *_WORKSHOP, *_VIEW, *_HELP)
