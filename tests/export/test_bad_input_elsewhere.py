"""Whatever is in a map, its pictures, posters, worksheets and pages come out whole, too."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from cjeditor import texts
from cjeditor.export.content import content
from cjeditor.export.handout import write_handout
from cjeditor.export.options import HandoutOptions, PictureOptions
from cjeditor.export.parts import WORKSHEET_KEYS
from cjeditor.export.pdf.poster import write_poster as write_as_page
from cjeditor.export.picture import picture_of, write_picture
from cjeditor.export.posters.options import PosterOptions
from cjeditor.export.posters.writing import write_poster
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from tests.export import reading
from tests.export.samples import mortgage
from tests.export.test_bad_input import crowded, empty, endless, long, spoilt
from tests.export.test_page import written
from tests.export.test_pictures import BROKEN
from tests.pictures import illustrated

DAY = "2026-11-27"
WORD = "ß" + "W" * 19_999


def _wordless(journey: JourneyMap) -> JourneyMap:
    """Texts of 20 000 letters without a space."""
    return replace(
        journey,
        title=WORD[:3_000],
        key_finding=WORD,
        scenario=WORD,
        touchpoints=tuple(replace(one, title=WORD[:3_000], description=WORD) for one in journey.touchpoints[:2]),
        notes=tuple(replace(one, text=WORD) for one in journey.notes[:2]),
    )


BAD: dict[str, Callable[[], Project]] = {
    "long": partial(spoilt, long),
    "endless": partial(spoilt, endless),
    "wordless": partial(spoilt, _wordless),
    "crowded": partial(spoilt, crowded),
    "empty": partial(spoilt, empty),
    "sixty phases": partial(mortgage, phases=60, per_phase=1),
    "broken pictures": partial(illustrated, *BROKEN[:4]),
}


@pytest.mark.parametrize("name", BAD)
def test_pictures_and_posters_are_whole(name: str, tmp_path: Path) -> None:
    """A picture is composed once for SVG and PNG: as a page its texts can be told from each other."""
    project = BAD[name]()
    map_id = project.maps[0].id
    path = tmp_path / "out.pdf"
    write_as_page(picture_of(content(project, project.maps[0], texts.of("de"), "")), path, language="", title="")
    assert reading.faults(path) == []
    write_poster(project, map_id, path, PosterOptions(date=DAY))
    assert reading.faults(path) == []
    write_poster(project, map_id, path, PosterOptions(date=DAY, paper="A2", tile="A3", repeat=True))
    assert len(reading.texts_of(path)) > 1, "the plan and its sheets"
    write_handout(project, map_id, path, HandoutOptions(date=DAY, paper="A4", parts=WORKSHEET_KEYS))
    assert reading.faults(path) == []


@pytest.mark.parametrize("name", ["endless", "crowded", "empty", "broken pictures"])
def test_pages_are_whole(name: str, tmp_path: Path) -> None:
    project = BAD[name]()
    page = written(project, tmp_path)
    assert page.open == [], "each element is closed"
    journey = project.maps[0]
    assert len([one for one in page.all("li") if one.get("class") == "card"]) == len(
        (*journey.touchpoints, *journey.notes)
    )
    said = reading.squeezed(page.words())
    assert all(reading.squeezed(card.title) in said for card in journey.touchpoints)
    assert all(reading.squeezed(note.text) in said for note in journey.notes)


def test_a_png_of_a_very_long_map_is_less_sharp(tmp_path: Path) -> None:
    project = BAD["crowded"]()
    assert write_picture(project, "map_a", tmp_path / "map.png", options=PictureOptions(width=400)) == ()
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")
