"""Which views the pane of figures has, and what makes each: a module of its own, or the page that suits most."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from cjeditor.layout.charts.plan import FigureSpec, drawing_of
from cjeditor.window.figures.figure_page import FigurePage
from cjeditor.window.figures.view import FigureView
from cjeditor.window.site import Site


def view_of(spec: FigureSpec, site: Site) -> FigureView:
    """Return the view of a figure; its modules are imported now."""
    if not spec.own_view:
        return FigurePage(site, spec, drawing_of(spec)).view()
    # Imported here: nobody should wait for figures that are not looked at.
    module = import_module(f"{__package__}.views.{spec.id}")
    return cast(FigureView, module.view_for(site, spec))
