"""What a sheet shows of a poster: the shapes that reach into its window, cut at its edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cjeditor.export.posters.composing import HEADER_GAP, Composed
from cjeditor.export.tiling import Tile, Tiling
from cjeditor.export.views import Clip, Placed, View
from cjeditor.layout.bounds import Bounds, bounds
from cjeditor.layout.header_strips import lane_strip, phase_strip
from cjeditor.layout.primitives import Primitive
from cjeditor.texts import Texts


class Patch(NamedTuple):
    """A box of some drawing, and where it lies on the poster put together: its corner (`x`, `y`)."""

    views: Sequence[View]
    window: Clip
    x: float
    y: float


def patches(composed: Composed, cut: Tiling, words: Texts) -> list[Patch]:
    """What the poster is put together from: a box for each sheet, with the headers that it repeats."""
    found: list[Patch] = []
    across = [0.0, *cut.across, composed.width]
    down = [0.0, *cut.down, composed.height]
    for tile in cut.tiles:
        x, right = across[tile.column], across[tile.column + 1]
        y, bottom = down[tile.row], down[tile.row + 1]
        aside, above = tile.width - (right - x), tile.height - (bottom - y)
        found.append(Patch(composed.views, Clip(x, y, right - x, bottom - y), tile.x + aside, tile.y + above))
        if aside > 0:
            lanes = lane_strip(composed.arrangement, y - composed.top, bottom - composed.top, words)
            found.append(_strip(lanes, tile.x, tile.y + above, aside, bottom - y))
        own = composed.top - HEADER_GAP - composed.arrangement.header_height
        if above > 0:
            found.append(_phases(composed, x, right, tile.x + aside, tile.y, words))
        elif aside > 0 and y <= own < bottom:
            # Above the map's own headers, for a phase that was cut is named on the sheet before only.
            found.append(_phases(composed, x, right, tile.x + aside, tile.y + own - y, words))
    return found


def _phases(composed: Composed, left: float, right: float, x: float, y: float, words: Texts) -> Patch:
    """The headers of phases and steps between two places of the poster."""
    arrangement = composed.arrangement
    first = arrangement.columns[0].x if arrangement.columns else 0.0
    shapes = phase_strip(arrangement, max(first, left - composed.left), right - composed.left, words)
    dx = max(0.0, composed.left + first - left)
    return _strip(shapes, x, y, right - left, arrangement.header_height, dx)


def _strip(shapes: Sequence[Primitive], x: float, y: float, width: float, height: float, dx: float = 0.0) -> Patch:
    """Headers as a patch of their own, drawn from `dx` on."""
    return Patch([View([Placed(dx, 0, shapes)])], Clip(0, 0, width, height), x, y)


def shown(some: Sequence[Patch], tile: Tile, at: tuple[float, float], scale: float) -> list[View]:
    """What a sheet shows, its corner `at` a place of the page in points, with what goes on below its neighbours."""
    window = Bounds(tile.x, tile.y, tile.x + tile.width + tile.right, tile.y + tile.height + tile.below)
    return list(_views(some, window, at, scale))


def _views(some: Sequence[Patch], window: Bounds, at: tuple[float, float], scale: float) -> Iterator[View]:
    for patch in some:
        box = Bounds(patch.x, patch.y, patch.x + patch.window.width, patch.y + patch.window.height)
        if not box.touches(window):
            continue
        seen = box.common(window)
        source = Clip(
            patch.window.x + seen.left - patch.x,
            patch.window.y + seen.top - patch.y,
            seen.right - seen.left,
            seen.bottom - seen.top,
        )
        x, y = at[0] + (seen.left - window.left) * scale, at[1] + (seen.top - window.top) * scale
        for view in patch.views:
            through = _through(view, source, x, y, scale)
            if through is not None:
                yield through


def _through(view: View, source: Clip, x: float, y: float, scale: float) -> View | None:
    """A view as it is seen through a box of the poster that lies at (`x`, `y`) on the page; None for nothing."""
    left, top = (source.x - view.x) / view.scale, (source.y - view.y) / view.scale
    inside = Bounds(left, top, left + source.width / view.scale, top + source.height / view.scale)
    if view.clip is not None:
        own = view.clip
        inside = inside.common(Bounds(own[0], own[1], own[0] + own[2], own[1] + own[3]))
    if inside.right <= inside.left or inside.bottom <= inside.top:
        return None
    placed = [kept for kept in (_kept(one, inside) for one in view.placed) if kept.shapes]
    if not placed:
        return None
    clip = Clip(inside.left, inside.top, inside.right - inside.left, inside.bottom - inside.top)
    left, top = x + (view.x - source.x) * scale, y + (view.y - source.y) * scale
    return View(placed, left, top, view.scale * scale, clip, view.tag)


def _kept(one: Placed, inside: Bounds) -> Placed:
    """The shapes of a group that reach into a box."""
    local = Bounds(inside.left - one.x, inside.top - one.y, inside.right - one.x, inside.bottom - one.y)
    return Placed(one.x, one.y, [shape for shape in one.shapes if bounds(shape).touches(local)])
