"""How phase sheets use their room: long texts are shortened, nothing is said twice, there is always room to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjeditor import texts
from cjeditor.catalogue.templates import new_project
from cjeditor.export.handout import composed
from cjeditor.export.options import HandoutOptions, Paper
from cjeditor.export.pdf.emotion_curve import Felt, Levels, emotion_line
from cjeditor.export.pdf.packing import Wish, packed
from cjeditor.layout.primitives import Text
from cjeditor.model.replace import replace
from cjeditor.storage.load import load
from tests.export import reading
from tests.export.samples import mortgage
from tests.export.test_handout import changed
from tests.export.test_phase_sheets import KEYS, LONG, PAPERS, Ids, outside, page, said_by, said_on, sample, sheets_of

FOLDER = Path(__file__).parents[2] / "resources" / "samples"


def test_very_long_titles_and_descriptions_are_shortened_as_the_table_has_them_in_full() -> None:
    project = mortgage(phases=1, per_phase=2)
    some = tuple(
        replace(one, title=LONG, description=LONG, evidence_source=LONG) for one in project.maps[0].touchpoints
    )
    sheets = sheets_of(changed(project, touchpoints=some))
    assert len(sheets) <= 2
    assert sum("…" in one for one in said_by(sheets)) == 6


def test_a_note_that_begins_with_the_name_of_its_kind_does_not_say_it_twice() -> None:
    project = mortgage(phases=1)
    note = replace(project.maps[0].notes[0], kind="how_might_we", text="Wie könnten wir die Zusage zeigen?")
    other = replace(note, id="nt_o", number=80, text="Früher melden")
    said = said_on(sheets_of(changed(project, notes=(note, other))))
    assert reading.squeezed("Wie könnten wir die Zusage") in said
    assert reading.squeezed("Wie könnten wir: Wie") not in said
    assert reading.squeezed("Wie könnten wir: Früher melden") in said


@pytest.mark.parametrize("key", KEYS)
def test_every_phase_has_room_for_pain_points_and_its_notes_have_one_heading(key: str) -> None:
    project = new_project(key, language="en", title="", new_id=Ids())
    sheets = sheets_of(project)
    said = list(said_by(sheets))
    assert said.count("Pain points and opportunities") == said.count("Voices") == len(project.maps[0].phases)
    for sheet in sheets:
        assert list(said_by([sheet])).count("Notes of the group") <= 1


def test_the_head_of_the_table_is_never_hyphenated() -> None:
    for language in ("en", "de"):
        for paper in PAPERS:
            said = list(said_by(sheets_of(mortgage(phases=1), page(paper), language=language)))
            assert texts.of(language).t("Emotion") in said
        assert texts.of(language).t("Evidence") in list(said_by(sheets_of(mortgage(phases=1), page("A2"), language)))


def test_in_a_narrow_column_channel_and_evidence_stand_below_the_title() -> None:
    """In columns of their own they left the title a word or two a line: two touchpoints filled a page."""
    sheet, *_ = sheets_of(sample(), page("A4"))
    said = {one.text: one for one in reversed(sheet.shapes) if isinstance(one, Text)}
    assert "Kanal" not in said
    title, channel, evidence = (
        said[text] for text in ("Das zweite Kind ist unterwegs, die Wohnung wird zu eng", "Ohne Kontakt", "Qualitativ")
    )
    assert channel.y == pytest.approx(evidence.y)
    assert channel.y > title.y
    assert title.x < channel.x < evidence.x
    assert {"1", "2", "3", "4"} <= said.keys()


@pytest.mark.parametrize(("paper", "most"), [("A4", 18), ("A3", 10)])
def test_a_phase_takes_no_page_more_for_a_few_lines(paper: Paper, most: int) -> None:
    """Nineteen and fourteen they were, with pages of nearly blank lines between them."""
    on = page(paper)
    sheets = sheets_of(sample(), on)
    assert len(sheets) <= most
    assert outside(sheets, on) == []


def test_parts_are_packed_at_home_where_they_can_be() -> None:
    fixed, large, small = Wish((60.0, 60.0), 0, stays=True), Wish((50.0, 50.0), 0), Wish((30.0, 30.0), 0)
    assert packed([fixed, small, large], [100.0, 100.0], [1.0, 1.0]) == [0, 0, 1]
    assert packed([fixed, small, large], [100.0, 40.0], [1.0, 1.0]) == []
    assert packed([fixed, as_high(small, 45.0)], [100.0, 40.0], [1.0, 1.0]) == []
    assert packed([], [10.0], [1.0]) == []


def as_high(wish: Wish, height: float) -> Wish:
    return wish._replace(heights=(height, height))


def test_the_label_of_a_lone_bad_emotion_stands_below_its_point() -> None:
    levels = Levels(50, 16)
    places = {}
    for emotion in (1, -1):
        *_, label = emotion_line([Felt(40, emotion, texts.of("en").signed(emotion))], levels, 80)
        assert isinstance(label, Text)
        places[emotion] = label.y - levels.y_of(emotion)
    assert places[1] < 0 < places[-1]


def test_a_channel_that_no_touchpoint_names_leaves_its_room_to_the_titles() -> None:
    project = mortgage(phases=1, per_phase=2)
    named = tuple(replace(one, contact="direct", channel="ch_a") for one in project.maps[0].touchpoints)
    without = tuple(replace(one, channel=None) for one in named)
    places = []
    for touchpoints in (named, without):
        (sheet,) = sheets_of(changed(project, touchpoints=touchpoints), page("A2"))
        heads = {one.text: one.x for one in sheet.shapes if isinstance(one, Text)}
        places.append(heads["Kanal"] - heads["Touchpoint"])
    assert places[1] > places[0] * 1.2


def test_a_phase_that_nearly_fits_takes_one_sheet_and_says_as_much() -> None:
    """Set closest, and with parts that go on in the next column, what took a few lines of another sheet fits."""
    project = load(FOLDER / "coffee-loyalty.de.cjmap")
    options = HandoutOptions(date="2026-11-28", paper="A4", audience="client", parts=("phases",))
    sheets = composed(project, project.maps[0].id, options).sheets
    assert len(sheets) == 9, "the fourth phase takes two"
    assert outside(sheets, page()) == []
    (fifth,) = (sheet for sheet in sheets if "5 Produkterlebnis" in list(said_by([sheet]))[8:])
    said = said_on([fifth])
    for wanted in ("18 · Pünktliche Vorbestellungen", "Zusagezeit aus offenen Bons errechnen", "Das Regal um 7:38 Uhr"):
        assert reading.squeezed(wanted) in said, wanted


def test_no_sheet_has_little_but_lines_to_write_on() -> None:
    """Where a phase takes two, each question has more lines: two phases had sheets with two columns of nothing else."""
    project = load(FOLDER / "first-home.de.cjmap")
    sheets = sheets_of(project)
    assert len(sheets) == 17
    third = page().inner_width / 3
    for sheet in sheets:
        texts_ = [shape for shape in sheet.shapes if isinstance(shape, Text) and shape.y > 90]
        texts_ = [shape for shape in texts_ if shape.text != "Notizen der Gruppe"]
        filled = {int((shape.x - page().left) / third) for shape in texts_}
        assert filled == {0, 1, 2}, texts_[0].text


def test_a_phase_on_four_sheets_takes_three_where_it_can() -> None:
    """The fourth held half a column, and lines."""
    assert len(sheets_of(load(FOLDER / "season-ticket.en.cjmap"), language="de")) == 10
