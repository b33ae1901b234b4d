"""The properties fit into a dock that is as narrow as it can be, in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from cjeditor import texts
from cjeditor.model.cards import DropOffPoint
from cjeditor.model.edits import cards
from cjeditor.window.appearance import SCROLL_BAR
from cjeditor.window.main_window import MainWindow
from cjeditor.window.pane_plan import PANES
from cjeditor.window.properties.pane import Properties
from tests.builders import MAP

Choose = Callable[..., None]
_LEAST = next(spec for spec in PANES if spec.id == "properties").least.width() - SCROLL_BAR


@pytest.fixture(params=texts.LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Return the language of the window."""
    return str(request.param)


def test_the_form_is_no_wider_than_the_narrowest_dock(small: MainWindow, pane: Properties, choose: Choose) -> None:
    document = small.room.document
    points = (DropOffPoint(id="do_one", title="Slow"),)
    document.apply("", lambda project: cards.set_touchpoint(project, MAP, ["tp_b"], drop_off_points=points))
    document.apply("", lambda project: cards.set_touchpoint(project, MAP, ["tp_a"], tags=("family", "advice")))
    journey_map = document.project.maps[0]
    touchpoints = [one.id for one in journey_map.touchpoints]
    everything = [*touchpoints, *(one.id for one in journey_map.notes)]
    wide = []
    for kind, ids in (
        ("cards", touchpoints[:1]),
        ("cards", touchpoints),
        ("cards", everything),
        ("phases", [one.id for one in journey_map.phases]),
        ("lanes", [one.id for one in journey_map.lanes]),
        ("", []),
    ):
        choose(kind, *ids)
        QApplication.processEvents()
        sheet = pane.widget()
        assert sheet is not None
        needed = sheet.minimumSizeHint().width()
        if needed > _LEAST:
            fields = {key: one.minimumSizeHint().width() for key, one in pane.form.fields.items()}
            wide.append(f"{kind} {len(ids)}: {needed} of {_LEAST}, {fields}")
        assert pane.horizontalScrollBar().maximum() == 0, kind
    assert wide == []
