"""How posters are cut, before anything is written."""

from __future__ import annotations

from pathlib import Path

from cjeditor.export.posters.options import PosterOptions
from cjeditor.export.posters.planning import Planner
from cjeditor.export.posters.remedies import is_legible, remedies, smallest_of, too_small
from cjeditor.storage.load import load

SAMPLE = Path(__file__).parents[3] / "resources/samples/season-ticket.en.cjmap"


def test_the_first_sheets_show_cards_and_a_poster_of_sheets_can_grow() -> None:
    """The title and the headers took a row of four sheets; and no more than A0 was offered, as if sheets had an end."""
    project = load(SAMPLE)
    options = PosterOptions(paper="A0", tile="A4", repeat=True)
    planner = Planner(project, project.maps[0].id, options)
    posters = planner.plan(options)
    (poster,) = posters
    assert poster.tiling is not None
    assert any(box.bottom <= poster.tiling.down[0] for box in poster.composed.cards)
    assert poster.tiling.crossed == 0
    assert poster.sheets <= 20

    assert not is_legible(posters, options)
    tiled = next(one for one in remedies(planner, options, posters) if one.kind == "tiled")
    assert tiled.options.tile == "A4"
    assert tiled.options.repeat
    assert tiled.sheets <= 100
    assert tiled.smallest == smallest_of(planner.plan(tiled.options)) > 1.25 * poster.smallest
    problem = too_small(planner, options, posters)
    assert problem is not None
    assert problem.code == "export-letters-small-tiled"
