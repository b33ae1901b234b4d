"""What the canvas itself does for menus and keys."""

from __future__ import annotations

from cjeditor.canvas.commands.weights import WeightCommands
from cjeditor.window.features.part import Part
from cjeditor.window.site import Site
from cjeditor.window.workshop.parking import ParkingHere


def move_in(site: Site) -> Part:
    """Return the canvas's commands."""
    canvas = site.canvas
    return Part(
        {
            "cards": canvas.cards,
            "phases": canvas.phases,
            "steps": canvas.steps,
            "lanes": canvas.lanes,
            "clipboard": canvas.clipboard,
            "parking": ParkingHere(canvas.parking),
            "picking": canvas.picking,
            "joining": canvas.joining,
            "view": canvas.view,
            "looking": canvas.looking,
            "folds": canvas.folds,
            "links": canvas.links,
            "weights": WeightCommands(canvas.desk),
        }
    )
