"""How quickly handouts and posters are written, against the same marks drawn by reportlab's own calls.

The other side gets the pages laid out, and draws what lies on them without tags, links and bookmarks. Goals for a
poster of 1 000 cards, as ratios to it: time 0.3, size 0.2.
"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from reportlab import rl_config

from cjeditor import resources, texts
from cjeditor.export.content import content
from cjeditor.export.handout import composed, write_handout
from cjeditor.export.options import HandoutOptions
from cjeditor.export.pdf.poster import write_poster
from cjeditor.export.picture import picture_of
from cjeditor.export.presets import preset
from cjeditor.export.rendering import pixels_of
from cjeditor.storage.load import load
from tests.benchmarks import bare
from tests.builders import big_project

pytestmark = pytest.mark.benchmark

ROUNDS = 3
SAMPLE = "season-ticket.en.cjmap"
_ALIKE = 4.0
"""By how much the pixels of two pages may differ in the mean, of 255: edges of letters fall otherwise."""


def best(work: Callable[[], object]) -> float:
    """Seconds of the quickest of some rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def most_memory(work: Callable[[], object]) -> float:
    """How many MB of objects there are at once while something is done, beyond those before; takes long."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


def kilobytes(path: Path) -> float:
    return path.stat().st_size / 1024


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Path]:
    """The file of the other side; its fonts are loaded, and its settings are as they are where nobody changes them."""
    bare.register_fonts()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rl_config, "useA85", 1)
        yield tmp_path / "bare.pdf"


def as_usual(work: Callable[[], object]) -> Callable[[], object]:
    """Our own work with our own settings."""

    def wrapped() -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(rl_config, "useA85", 0)
            work()

    return wrapped


def look_alike(one: Path, other: Path) -> bool:
    """Whether the first pages of two files show the same."""
    pixels, others = (pixels_of(path, 0.5) for path in (one, other))
    assert (pixels.width, pixels.height) == (others.width, others.height)
    return sum(abs(a - b) for a, b in zip(pixels.data, others.data, strict=True)) / len(pixels.data) < _ALIKE


def test_a_poster_against_the_bare_calls(tmp_path: Path, plain: Path) -> None:
    """Prints both with their ratios; both paint the same arranged shapes and embed the same fonts."""
    project = big_project(1_000)
    picture = picture_of(content(project, project.maps[0], texts.of("de"), ""))
    page = bare.Page(picture.width, picture.height, picture.views)
    path = tmp_path / "ours.pdf"
    write = as_usual(lambda: write_poster(picture, path, language="de", title="Poster"))
    # Fonts are loaded outside of the measurement.
    write()
    ours, other = best(write) * 1_000, best(lambda: bare.write([page], plain)) * 1_000
    print(
        f"\nposter of 1 000 cards: {ours:.0f} ms against {other:.0f} ms = {ours / other:.2f} (goal 0.3); "
        f"{kilobytes(path):.0f} KiB against {kilobytes(plain):.0f} KiB = {kilobytes(path) / kilobytes(plain):.2f} "
        "(goal 0.2)"
    )
    assert kilobytes(path) < kilobytes(plain)


@pytest.mark.parametrize("key", ["short", "full", "workshop"])
def test_a_set_against_the_bare_calls(key: str, tmp_path: Path, plain: Path) -> None:
    """Prints pages and cards a second of both, what laying out takes of ours, and how large file and memory are."""
    chosen = preset(key)
    project = load(resources.path(f"samples/{SAMPLE}"))
    journey = project.maps[0]
    cards = len(journey.touchpoints) + len(journey.notes)
    options = HandoutOptions(paper="A4", parts=chosen.parts, audience=chosen.audience, date="2026-11-22")
    made = composed(project, journey.id, options)
    pages = bare.pages_of(made)
    path = tmp_path / "ours.pdf"

    write = as_usual(lambda: write_handout(project, journey.id, path, options))

    def draw() -> None:
        bare.write(pages, plain, made.theme, made.pictures)

    write()
    laying_out = best(lambda: composed(project, journey.id, options))
    ours, other = best(write), best(draw)
    size, other_size = kilobytes(path), kilobytes(plain)
    memory, other_memory = most_memory(write), most_memory(draw)
    print(
        f"\n{chosen.title} of the season ticket, {len(pages)} pages and {cards} cards, against the same marks drawn by "
        "bare reportlab calls:"
        f"\n    laid out and written   {len(pages) / ours:6.0f} pages/s {cards / ours:6.0f} cards/s"
        f"  ({1_000 * ours:.0f} ms, {1_000 * laying_out:.0f} of them for laying out)"
        f"\n    drawn by bare calls    {len(pages) / other:6.0f} pages/s {cards / other:6.0f} cards/s"
        f"  ({1_000 * other:.0f} ms, laid out before)"
        f"\n    ratios to the bare calls: time {ours / other:.2f}, of writing alone {(ours - laying_out) / other:.2f};"
        f" size {size:.0f} KiB : {other_size:.0f} KiB = {size / other_size:.2f};"
        f" memory {memory:.0f} MB : {other_memory:.0f} MB"
    )
    assert len(PdfReader(path).pages) == len(PdfReader(plain).pages) == len(pages)
    assert look_alike(path, plain)
    assert size < other_size


@pytest.mark.parametrize("cards", [100, 1_000, 5_000])
def test_a_handout(cards: int, tmp_path: Path) -> None:
    """Prints how long a whole A3 handout takes."""
    project = big_project(cards)
    path = tmp_path / "handout.pdf"
    options = HandoutOptions(paper="A3", date="2026-11-22")
    start = time.perf_counter()
    write_handout(project, project.maps[0].id, path, options)
    seconds = time.perf_counter() - start
    pages = len(PdfReader(path).pages)
    print(
        f"\nhandout of {cards} cards: {seconds * 1000:.0f} ms, {kilobytes(path):.0f} KiB, "
        f"{pages / seconds:.0f} pages and {cards / seconds:.0f} cards a second"
    )
    assert path.stat().st_size > 1_000
