"""Whoever looks at one handout after the other does not wait for what stays the same, and sees what a new one shows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cjeditor.export.handout import Composed, composed
from cjeditor.export.options import HandoutOptions
from cjeditor.export.pdf.kept_sheets import KeptSheets
from cjeditor.export.pdf.sheets import Sheet
from cjeditor.export.problems import ExportCancelled
from tests.builders import MAP, small_project

PROJECT = small_project()
OPTIONS = HandoutOptions(paper="A4", parts=("cover", "map", "phases"), date="2026-11-28")


def shown(made: Composed) -> list[tuple[Any, ...]]:
    """What each sheet shows; whose tags are whose does not count."""
    return [
        (
            sheet.shapes,
            [view._replace(tag=None) for view in sheet.views],
            [area[:4] for area in sheet.areas],
            (sheet.bookmarks, sheet.anchors, sheet.head),
        )
        for sheet in made.sheets
    ]


def test_another_part_behind_them_leaves_map_and_phases_as_they_are() -> None:
    kept = KeptSheets()
    before = composed(PROJECT, MAP, OPTIONS, kept=kept)
    wider = replace(OPTIONS, parts=(*OPTIONS.parts, "legend"))
    after = composed(PROJECT, MAP, wider, kept=kept)
    assert all(one is other for one, other in zip(before.sheets[1:], after.sheets[1:], strict=False))
    assert shown(after) == shown(composed(PROJECT, MAP, wider))


@pytest.mark.parametrize(
    "other",
    [
        replace(OPTIONS, parts=("map", "phases")),
        replace(OPTIONS, audience="client"),
        replace(OPTIONS, language="de"),
        replace(OPTIONS, landscape=False),
        replace(OPTIONS, date=""),
    ],
)
def test_what_makes_them_another_thing_makes_them_anew(other: HandoutOptions) -> None:
    kept = KeptSheets()
    composed(PROJECT, MAP, OPTIONS, kept=kept)
    assert shown(composed(PROJECT, MAP, other, kept=kept)) == shown(composed(PROJECT, MAP, other))
    # And the former ones are still there.
    assert shown(composed(PROJECT, MAP, OPTIONS, kept=kept)) == shown(composed(PROJECT, MAP, OPTIONS))


def test_what_was_given_up_is_not_kept() -> None:
    kept = KeptSheets()
    asked = iter([False] * 4)
    with pytest.raises(ExportCancelled):
        composed(PROJECT, MAP, OPTIONS, lambda: next(asked, True), kept)
    assert shown(composed(PROJECT, MAP, OPTIONS, kept=kept)) == shown(composed(PROJECT, MAP, OPTIONS))


def test_no_more_than_a_few_are_kept() -> None:
    kept = KeptSheets()
    made: list[list[Sheet]] = []

    def make() -> list[Sheet]:
        made.append([])
        return made[-1]

    for place in (1, 2, 3, 4, 5, 5, 1):
        kept.sheets("map", OPTIONS, place, make)
    assert len(made) == 6
