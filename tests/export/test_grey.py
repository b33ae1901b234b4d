"""Paper without colours: nothing is printed in one, and nothing is said by one alone."""

from __future__ import annotations

import dataclasses
import io
import re
from pathlib import Path
from typing import cast

import pytest
from PIL import Image as Picture
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from cjeditor import texts
from cjeditor.catalogue.note_kinds import note_kinds
from cjeditor.export.grey_pictures import in_grey
from cjeditor.export.handout import write_handout
from cjeditor.export.options import HandoutOptions
from cjeditor.export.pdf.emotion_disc import emotion_disc
from cjeditor.layout.curve import tone
from cjeditor.layout.draw_card import emotion_pill, evidence_mark
from cjeditor.layout.primitives import Primitive, moved
from cjeditor.layout.theme import GREY_PAPER, LIGHT, PAPER, contrast, grey_of, on_paper
from cjeditor.model.fields import Evidence
from tests.export.samples import mortgage

WORDS = texts.of("en")
_COLOUR = re.compile(rb"(?:[\d.]+ ){3}(?:rg|RG)\b")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = mortgage(phases=3)
    path = tmp_path_factory.mktemp("grey") / "handout.pdf"
    parts = ("cover", "map", "phases", "evidence", "legend")
    write_handout(project, project.maps[0].id, path, HandoutOptions(grey=True, parts=parts, date="2026-11-27"))
    return path


def test_nothing_is_printed_in_a_colour(path: Path) -> None:
    reader = PdfReader(path)
    greys = 0
    for page in reader.pages:
        content = page.get_contents()
        assert content is not None
        data = content.get_data()
        resources = cast(DictionaryObject, page["/Resources"])
        for form in cast(DictionaryObject, resources.get("/XObject", DictionaryObject())).values():
            one = form.get_object()
            data += one.get_data() if isinstance(one, StreamObject) and str(one["/Subtype"]) == "/Form" else b""
        assert _COLOUR.findall(data) == []
        greys += len(re.findall(rb"[\d.]+ [gG]\b", data))
    assert greys > 50


def test_small_discs_for_emotions_differ_without_their_colours() -> None:
    """The key said “●●● Emotion from −2 to +2”."""
    signs = [tuple(each for each in emotion_disc(0, 0, value) if not getattr(each, "fill", "")) for value in (-2, 0, 2)]
    assert len({*map(str, signs)}) == len(signs)
    assert emotion_disc(0, 0, 0.3) == emotion_disc(0, 0, 0)
    grounds = (GREY_PAPER.colour(tone(value)) for value in (-2, -1, 1, 2))
    assert min(contrast(GREY_PAPER.colour("on.emotion"), ground) for ground in grounds) >= 3


def test_all_colours_of_paper_have_greys_that_stand_out_as_much() -> None:
    ground = PAPER.colour("card")
    for style in PAPER.tokens:
        shown = GREY_PAPER.colour(style)
        assert re.fullmatch(r"#(..)\1\1", shown), style
        colour = PAPER.colour(style)
        assert contrast(shown, ground) == pytest.approx(contrast(colour, ground), rel=0.02), style
    assert on_paper(grey=True).colour("#ff0000") == grey_of("#ff0000")
    assert on_paper(grey=False) is PAPER
    assert LIGHT.colour("warning") != grey_of(LIGHT.colour("warning"))


def colourless(shapes: tuple[Primitive, ...]) -> str:
    """Shapes without anything that only a colour says; what is filled or stroked at all stays told apart."""
    told = []
    for shape in moved(shapes, 0, 0):
        fields = {one.name: getattr(shape, one.name) for one in dataclasses.fields(shape)}
        told.append({k: bool(v) if k in ("fill", "stroke", "colour") else v for k, v in fields.items()})
    return repr(told)


def test_signs_differ_without_their_colours() -> None:
    evidence: tuple[Evidence, ...] = ("assumption", "anecdotal", "qualitative", "quantitative")
    marks = [colourless(evidence_mark(one, 5, 5, 4, "primary")) for one in evidence]
    pills = [colourless(emotion_pill(value, 0, 0, WORDS)) for value in (-2, -1, 0, 1, 2)]
    icons = [kind.icon for kind in note_kinds()]
    for some in (marks, pills, icons):
        assert len(set(some)) == len(some)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_pictures_are_grey_too(mode: str) -> None:
    out = io.BytesIO()
    Picture.new(mode, (4, 4), (200, 30, 30, 128)[: len(mode)] if mode != "P" else 1).save(out, format="PNG")
    with Picture.open(io.BytesIO(in_grey(out.getvalue()))) as grey:
        red, green, blue, alpha = grey.convert("RGBA").tobytes()[:4]
        assert red == green == blue
        assert alpha == (128 if mode == "RGBA" else 255)


def test_what_is_no_picture_stays_as_it_is() -> None:
    assert in_grey(b"no picture") == b"no picture"
