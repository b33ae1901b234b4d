"""What the menu of figures and the command palette do."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from cjeditor.window.panes import Panes

if TYPE_CHECKING:
    # Not before somebody comes to see figures.
    from cjeditor.window.figures.pane import Figures


class FigureCommands:
    """Brings the pane forward with the figure that is asked for."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes

    def show(self, figure_id: str) -> None:
        """Show a figure and go there."""
        self._panes.show_pane("figures", True)
        pane = cast("Figures", self._panes["figures"].content)
        pane.show_figure(figure_id)
        pane.take_focus()
