"""Which panes a window has besides the map: where each stands at first, and by which key it comes and goes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt

from cjeditor.texts import N_

_Area = Qt.DockWidgetArea

AREAS = _Area.LeftDockWidgetArea | _Area.RightDockWidgetArea | _Area.BottomDockWidgetArea
"""Where panes may stand; above the map are the bars."""


@dataclass(frozen=True)
class PaneSpec:
    """One pane.

    Attributes:
        id: its name in the window's state, in the preferences and in the row ``view.<id>`` of the actions table.
        title: what it is called, untranslated.
        tip: what it is for, for the status bar, untranslated.
        icon: name in the icon font.
        keys: shortcuts, the shown one first.
        area: where it stands at first.
        size: pixels at 100 % that it has at first; of the width at the bottom, and of the height beside the map, what
            there is.
        least: pixels at 100 % below which it cannot be made smaller.
        shown: whether it is there at first.
        tabbed_with: id of the pane, earlier in the plan, behind which it lies at first as a tab; empty for a place of
            its own.
    """

    id: str
    title: str
    tip: str
    icon: str
    keys: tuple[str, ...]
    area: Qt.DockWidgetArea
    size: QSize
    least: QSize
    shown: bool = True
    tabbed_with: str = ""


PANES: tuple[PaneSpec, ...] = (
    PaneSpec(
        "blocks",
        N_("Building blocks"),
        N_("Show what can be dragged onto the map"),
        "layout",
        ("F9",),
        _Area.LeftDockWidgetArea,
        QSize(216, 280),
        QSize(140, 120),
    ),
    PaneSpec(
        "inbox",
        N_("Inbox"),
        N_("Take down thoughts that have no place on the map yet, and sort them later"),
        "tray",
        ("Shift+F9",),
        _Area.LeftDockWidgetArea,
        QSize(216, 280),
        QSize(200, 120),
        shown=False,
        tabbed_with="blocks",
    ),
    PaneSpec(
        "properties",
        N_("Properties"),
        N_("Show the fields of what is selected"),
        "sliders-horizontal",
        ("F8",),
        _Area.RightDockWidgetArea,
        QSize(300, 280),
        QSize(288, 120),
    ),
    PaneSpec(
        "guide",
        N_("Guide"),
        N_("Show what the phase is about and what to find out"),
        "compass",
        ("F7",),
        _Area.RightDockWidgetArea,
        QSize(300, 400),
        QSize(240, 120),
        shown=False,
        tabbed_with="properties",
    ),
    PaneSpec(
        "agenda",
        N_("Agenda"),
        N_("Show the plan of the workshop and its clock"),
        "timer",
        ("Shift+F7",),
        _Area.RightDockWidgetArea,
        QSize(300, 400),
        QSize(320, 120),
        shown=False,
        tabbed_with="properties",
    ),
    PaneSpec(
        "voting",
        N_("Dot voting"),
        N_("Let people vote with dots: type their ballots by card number, and see the ranking"),
        "thumbs-up",
        ("Ctrl+Shift+B",),
        _Area.RightDockWidgetArea,
        QSize(300, 400),
        QSize(288, 120),
        shown=False,
        tabbed_with="properties",
    ),
    PaneSpec(
        "comments",
        N_("Comments"),
        N_("Show what people say about cards, phases and lanes"),
        "chat-circle-text",
        ("Shift+F8",),
        _Area.RightDockWidgetArea,
        QSize(300, 400),
        QSize(256, 120),
        shown=False,
        tabbed_with="properties",
    ),
    PaneSpec(
        "outline",
        N_("Outline"),
        N_("Show the map as a tree or table underneath"),
        "tree-structure",
        ("Ctrl+Shift+O",),
        _Area.BottomDockWidgetArea,
        QSize(480, 240),
        QSize(240, 120),
        shown=False,
    ),
    PaneSpec(
        "figures",
        N_("Figures"),
        N_("Show what the map says in figures: charts, and the same numbers as tables"),
        "chart-bar",
        ("Ctrl+Shift+D",),
        _Area.BottomDockWidgetArea,
        QSize(480, 284),
        QSize(240, 120),
        shown=False,
        tabbed_with="outline",
    ),
    PaneSpec(
        "check",
        N_("Journey check"),
        N_("Show what the map lacks or risks, why that matters, and what can be mended"),
        "checks",
        ("Ctrl+Shift+C",),
        _Area.BottomDockWidgetArea,
        QSize(480, 260),
        QSize(300, 120),
        shown=False,
        tabbed_with="outline",
    ),
    PaneSpec(
        "actions",
        N_("Actions"),
        N_("Show what is done about what the map shows: who does it, until when, at what effort and value"),
        "check-square",
        ("Ctrl+Shift+T",),
        _Area.BottomDockWidgetArea,
        QSize(480, 240),
        QSize(320, 120),
        shown=False,
        tabbed_with="outline",
    ),
)
"""In the order in which F6 walks through them after the map; those of one area stand in this order, too."""
