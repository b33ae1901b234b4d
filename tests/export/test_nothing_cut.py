"""On paper nothing is cut: a whole handout of each sample has no text that ends in an ellipsis nobody typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from cjeditor.export.handout import Composed, composed
from cjeditor.export.options import HandoutOptions
from cjeditor.export.parts import USUAL_KEYS
from cjeditor.layout.draw_card import touchpoint_look
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Text
from cjeditor.model.cards import Touchpoint
from cjeditor.model.project import Channel
from cjeditor.storage.load import load
from cjeditor.texts import of

FOLDER = Path(__file__).parents[2] / "resources" / "samples"
SHORTENED: Final = ("overview", "comparison", "changes")
"""Parts that tell in short what stands whole elsewhere: the map on one page, and in two lines how a card changed."""
IN_CHIPS: Final = {"coffee-loyalty.de": {"Kollegium und Fr…"}}
"""Channels whose chips in the lane of channels are too narrow for their names; the cards above have them whole."""


@pytest.mark.parametrize(
    ("name", "paper", "landscape"),
    [
        ("coffee-loyalty.de", "A3", True),
        ("coffee-loyalty.en", "A4", False),
        ("first-home.de", "A3", True),
        ("season-ticket.en", "A4", True),
    ],
)
def test_no_text_of_a_handout_is_cut(name: str, paper: str, landscape: bool) -> None:
    path = FOLDER / f"{name}.cjmap"
    project = load(path)
    parts = tuple(key for key in USUAL_KEYS if key not in SHORTENED)
    options = HandoutOptions(date="2026-11-22", paper=paper, landscape=landscape, parts=parts)  # type: ignore[arg-type]  # one of the papers
    typed = re.findall(r"[^\"]*…(?=\")", path.read_text("utf-8"))
    cut = {said for said in ends(composed(project, project.maps[0].id, options)) if not was_typed(said, typed)}
    assert cut <= IN_CHIPS.get(name, set())


def ends(made: Composed) -> Iterator[str]:
    """The texts on the sheets that end in an ellipsis."""
    for sheet in made.sheets:
        shapes = [*sheet.shapes, *(shape for view in sheet.views for group in view.placed for shape in group.shapes)]
        yield from (shape.text for shape in shapes if isinstance(shape, Text) and shape.text.rstrip().endswith("…"))


def was_typed(line: str, typed: list[str]) -> bool:
    """Whether a line ends one of the texts that people ended so."""
    return any(text.endswith(line) for text in typed)


@pytest.mark.parametrize("width", [118.0, 132.0, 160.0])
@pytest.mark.parametrize("contact", ["direct", "third_party"])
def test_the_name_of_a_channel_is_whole(width: float, contact: str) -> None:
    channel = Channel(id="ch_a", name="Familie und Freunde aus der Bewertungsgemeinschaft", icon="users")
    card = Touchpoint(id="tp_a", number=124, step="st_a", lane="ln_a", rank="a0", title="Fragt", contact=contact)  # type: ignore[arg-type]  # one of the contacts
    words = of("de")
    look, short = touchpoint_look(card, channel, width, words), touchpoint_look(card, None, width, words)
    small = [shape for shape in look.primitives if isinstance(shape, Text) and shape.face == "regular"]
    assert "".join(shape.text.removesuffix("-") for shape in small).replace(" ", "") == channel.name.replace(" ", "")
    assert all(shape.x + text_width(shape.text, shape.face, shape.size) <= width - 10 for shape in small)
    assert look.height > short.height
    title = next(shape for shape in look.primitives if isinstance(shape, Text) and shape.text == "Fragt")
    assert title.y > max(shape.y for shape in small) + 10


def test_a_short_name_of_a_channel_takes_no_line_more() -> None:
    card = Touchpoint(id="tp_a", number=1, step="st_a", lane="ln_a", rank="a0", title="Fragt")
    words = of("de")
    named = touchpoint_look(card, Channel(id="ch_a", name="Filiale", icon="storefront"), 132.0, words)
    assert named.height == touchpoint_look(card, None, 132.0, words).height
