"""Which rows of the actions table stand in which menu, context menu and in the toolbar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cjeditor.layout.charts.plan import FIGURES
from cjeditor.texts import N_
from cjeditor.window.pane_plan import PANES

LINE = "-"
"""A separator."""


@dataclass(frozen=True)
class Menu:
    """A menu: its id, what it is called (untranslated), and its entries: row ids, `LINE`s and menus.

    A menu without entries is filled by the window when it opens.
    """

    id: str
    text: str
    entries: tuple[str | Menu, ...] = ()
    icon: str = ""


RECENT = Menu("recent", N_("Open recent"), icon="clock-counter-clockwise")
SAMPLES = Menu("samples", N_("Open a sample"), icon="map-trifold")
EXPORT = Menu(
    "export",
    N_("Export"),
    (
        "file.handout",
        "file.poster",
        "file.worksheets",
        "file.booklet",
        LINE,
        "file.picture",
        "file.slides",
        "file.page",
        LINE,
        "file.minutes",
    ),
    icon="export",
)
NOTES = Menu("notes", N_("Add note"), icon="note")
FRAMEWORK_PHASES = Menu("framework_phases", N_("Add phase from the framework"))
WINDOWS = Menu("windows", N_("Windows"), icon="browsers")
EMOTION = Menu(
    "emotion",
    N_("Emotion"),
    ("emotion.2", "emotion.1", "emotion.0", "emotion.-1", "emotion.-2", LINE, "emotion.none"),
    icon="smiley",
)
WEIGHT = Menu("weight", N_("Weight"), tuple(f"weight.{grade}" for grade in (5, 4, 3, 2, 1)), icon="cell-signal-full")
OBSTACLE = Menu(
    "obstacle",
    N_("Obstacle"),
    (
        "obstacle.legal",
        "obstacle.technical",
        "obstacle.organisational",
        "obstacle.operational",
        LINE,
        "obstacle.none",
    ),
)
TREATMENT = Menu(
    "treatment", N_("Treatment"), ("treatment.consistent", "treatment.inconsistent", LINE, "treatment.none")
)
TO_MAP = Menu("to_map", N_("Move to map"), icon="arrow-square-right")
LANES = Menu(
    "lanes",
    N_("Add lane"),
    (
        "lane.touchpoints",
        "lane.notes",
        "lane.backstage",
        "lane.metrics",
        "lane.images",
        LINE,
        "lane.emotion",
        "lane.channels",
        "lane.time",
        "lane.funnel",
        "lane.separator",
    ),
    icon="plus",
)
STATE = Menu("state", N_("State"), ("map.current", "map.future"), icon="target")
LEAD_PERSONA = Menu("lead_persona", N_("Persona"), icon="user")
PANES_MENU = Menu("panes", N_("Panes"), tuple(f"view.{pane.id}" for pane in PANES), icon="layout")
VOTING = Menu(
    "voting",
    N_("Dot voting"),
    ("view.voting", LINE, "vote.start", "vote.click", "vote.take_back", LINE, "vote.close"),
    icon="thumbs-up",
)
IN_THE_ROOM = Menu(
    "in_the_room",
    N_("In the room view"),
    ("room.freeze", "room.black", "room.light", LINE, "room.on", "room.back"),
    icon="projector-screen",
)
ZOOM = Menu(
    "zoom",
    N_("Zoom"),
    (
        "view.zoom_in",
        "view.zoom_out",
        "view.zoom_100",
        LINE,
        "view.fit_chosen",
        "view.fit_phase",
        "view.fit_lane",
        LINE,
        "view.unfold",
        "view.minimap",
        "view.back",
    ),
    icon="magnifying-glass-plus",
)
SAVED_VIEWS = Menu(
    "saved_views",
    N_("Saved views"),
    ("views.save", "views.manage", LINE, "views.next", "views.previous", LINE),
    icon="bookmarks",
)
THEME = Menu("theme", N_("Theme"), ("theme.light", "theme.dark", "theme.system"), icon="palette")

_PHASE = (
    "phase.rename",
    "phase.add",
    "phase.before",
    LINE,
    "phase.left",
    "phase.right",
    "phase.split",
    "phase.merge",
    LINE,
    WEIGHT,
    "phase.fold",
    LINE,
    "phase.delete",
)
_STEP = (
    "step.rename",
    "step.add",
    "step.before",
    LINE,
    "step.left",
    "step.right",
    "step.split",
    "step.merge",
    LINE,
    "step.delete",
)
_LANE = (
    "lane.rename",
    LANES,
    LINE,
    "lane.up",
    "lane.down",
    "lane.split",
    "lane.merge",
    LINE,
    "lane.fold",
    LINE,
    "lane.delete",
)
_HAND_OFF = ("link.seamless", "link.broken", "link.plain")
_PASSING = (*_HAND_OFF, LINE, OBSTACLE, TREATMENT)
_LINK = ("link.add", "link.next", LINE, *_PASSING, LINE, "link.reverse")
_CLIP = ("edit.cut", "edit.copy", "edit.paste", "edit.duplicate")

MENU_BAR: tuple[Menu, ...] = (
    Menu(
        "file",
        N_("File"),
        (
            "file.new", "file.open", RECENT, SAMPLES, LINE, "file.save", "file.save_as", "file.save_copy", LINE,
            "file.history", "file.name_version", LINE, EXPORT, "file.print", LINE, "file.close", "file.quit",
        ),
    ),
    Menu(
        "edit",
        N_("Edit"),
        (
            "edit.undo", "edit.redo", LINE, *_CLIP[:3], "edit.paste_preview", *_CLIP[3:], "edit.delete", LINE,
            "edit.rename", "card.comment", TO_MAP, LINE, "edit.select_all", "edit.deselect", LINE,
            "find.open", "find.next", "find.previous", "find.select", LINE, "edit.palette", "map.channels",
            "edit.settings",
        ),
    ),
    Menu(
        "map",
        N_("Map"),
        (
            "card.touchpoint", NOTES, "card.picture", EMOTION, "card.save_block", LINE,
            Menu("phase", N_("Phase"), (*_PHASE[:3], FRAMEWORK_PHASES, *_PHASE[3:]), icon="columns"),
            Menu("step", N_("Step"), _STEP), Menu("lane", N_("Lane"), _LANE, icon="rows"),
            Menu("link", N_("Links between cards"), _LINK, icon="flow-arrow"),
            LINE,
            "card.merge", "card.split", "card.group", "card.to_map", "card.renumber", LINE,
            "trace.next", "action.add", LINE,
            "map.new",
            Menu(
                "this_map", N_("This map"),
                (
                    "map.rename", "map.duplicate", "map.as_future", LINE, "map.left", "map.right", LINE, STATE,
                    LEAD_PERSONA, "map.persona", "map.grid", LINE, "map.delete",
                ),
                icon="cards",
            ),
            "map.personas", "map.details",
        ),
    ),
    Menu(
        "workshop",
        N_("Workshop"),
        (
            "view.agenda", "view.inbox", "workshop.plan", LINE,
            "workshop.toggle", "workshop.minute", "workshop.previous", "workshop.next", LINE,
            "card.park", LINE, VOTING, LINE,
            "workshop.finish", "file.minutes",
        ),
    ),
    Menu(
        "figures",
        N_("Figures"),
        (
            "view.figures", LINE, *(f"figure.{spec.id}" for spec in FIGURES), LINE, "survey.new", LINE,
            "map.compare", "view.check", "check.rules",
        ),
    ),
    Menu(
        "view",
        N_("View"),
        (
            "view.fit", ZOOM, "view.go_to", SAVED_VIEWS, "views.order",
            "map.previous", "map.next", LINE,
            PANES_MENU, LINE, "view.find_block", "view.next_pane",
            "view.previous_pane", "view.reset", LINE,
            "view.room", IN_THE_ROOM, LINE, "view.full_screen",
            THEME, WINDOWS,
        ),
    ),
    Menu("help", N_("Help"), ("help.open", "help.shortcuts", LINE, "help.logs", LINE, "help.about")),
)  # fmt: skip

CONTEXT_MENUS: dict[str, Menu] = {
    "card": Menu(
        "context.card",
        "",
        (
            "edit.rename",
            EMOTION,
            WEIGHT,
            "link.add",
            "trace.next",
            "action.add",
            "card.merge",
            "card.split",
            "card.comment",
            "card.save_block",
            "card.park",
            "card.to_map",
            LINE,
            *_CLIP,
            LINE,
            "edit.delete",
        ),
    ),
    "cell": Menu(
        "context.cell",
        "",
        (
            "card.touchpoint",
            NOTES,
            "card.picture",
            LINE,
            "edit.paste",
            "edit.paste_preview",
            LINE,
            "step.add",
            "phase.add",
            LANES,
        ),
    ),
    "phase": Menu("context.phase", "", (*_PHASE[:-2], "view.fit_phase", "card.comment", *_PHASE[-2:])),
    "step": Menu("context.step", "", (*_STEP[:-2], LINE, "card.comment", *_STEP[-2:])),
    "lane": Menu("context.lane", "", (*_LANE[:-2], "view.fit_lane", "card.comment", *_LANE[-2:])),
    "link": Menu("context.link", "", ("edit.rename", LINE, *_PASSING, LINE, "link.reverse", LINE, "edit.delete")),
    "tab": Menu(
        "context.tab",
        "",
        (
            "map.rename",
            "map.duplicate",
            "map.as_future",
            LINE,
            "map.left",
            "map.right",
            LINE,
            "map.details",
            "map.new",
            LINE,
            "map.delete",
        ),
    ),
    "map": Menu("context.map", "", ("phase.add", LANES, LINE, "view.fit", "view.zoom_100", LINE, "map.details")),
}

TOOLBAR: tuple[str | Menu, ...] = (
    "file.save", "edit.undo", "edit.redo", LINE, "card.touchpoint", "phase.add", LANES, LINE, "view.fit",
)  # fmt: skip
TOOLBAR_RIGHT: tuple[str, ...] = ("file.handout",)
ICON_ONLY = frozenset({"file.save", "edit.undo", "edit.redo"})


def every_menu() -> Iterator[Menu]:
    """Yield all menus, submenus too, each once."""
    seen: set[str] = set()
    waiting = [*MENU_BAR, *CONTEXT_MENUS.values()]
    while waiting:
        menu = waiting.pop(0)
        if menu.id in seen:
            continue
        seen.add(menu.id)
        yield menu
        waiting.extend(entry for entry in menu.entries if isinstance(entry, Menu))


def rows_of(menu: Menu) -> Iterator[str]:
    """Yield the ids of the rows in a menu and its submenus, in their order."""
    for entry in menu.entries:
        if isinstance(entry, Menu):
            yield from rows_of(entry)
        elif entry != LINE:
            yield entry
