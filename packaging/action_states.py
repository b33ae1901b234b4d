"""The states of the pane of actions that pictures are taken of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, cast

from cjeditor.window.action_list.pane import Actions
from cjeditor.window.main_window import MainWindow


def _pane(window: MainWindow) -> Actions:
    window.actions_of_window["view.actions"].trigger()
    return cast(Actions, window.room.contents.fill("actions"))


def _table(window: MainWindow) -> None:
    """List the actions, the first one chosen, with its cards on the map."""
    pane = _pane(window)
    pane.page.form_button.setChecked(False)
    pane.take_focus()


def _form(window: MainWindow) -> None:
    """Show all fields of the first action."""
    pane = _pane(window)
    pane.page.options.models["4p"].trigger()
    pane.take_focus()
    pane.page.open_form()


def _owners(window: MainWindow) -> None:
    """List them by owner."""
    pane = _pane(window)
    pane.page.options.by_owner.setChecked(True)
    pane.take_focus()


def _empty(window: MainWindow) -> None:
    """Have none."""
    pane = _pane(window)
    pane.edits.delete([each.id for each in window.room.document.project.actions])
    pane.take_focus()


ACTION_STATES: Final[Mapping[str, Callable[[MainWindow], None]]] = {
    "actions": _table,
    "actions-form": _form,
    "actions-owners": _owners,
    "actions-empty": _empty,
}
