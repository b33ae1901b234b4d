"""Worksheets are read back from their PDF: true sizes, nothing overlaps or leaves its sheet, the map's own words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest

from cjeditor.export.handout import write_handout
from cjeditor.export.options import PAPERS, HandoutOptions, NoteSize, Paper
from cjeditor.export.parts import USUAL_KEYS, WORKSHEET_KEYS
from cjeditor.export.pdf.worksheets.imposing import A6, imposition
from cjeditor.export.pdf.worksheets.note_size import fields
from cjeditor.export.pdf.worksheets.surface import MM, Surface
from cjeditor.model.fields import NoteKind
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import AgendaStep, Project
from cjeditor.model.replace import replace
from cjeditor.model.voting import VotingRound
from tests.export import archives, reading
from tests.export.samples import mortgage

LONG = "Immobilienfinanzierungsvermittlungsgesellschaftsanteilseignerversammlung"
NAMES = "Anna Aydın\n\nBernd Brot\nClara Czerny"


def workshop() -> Project:
    """A mortgage journey that is worked on by three people in four steps."""
    project = mortgage()
    kinds = ("welcome", "write", "vote", "break")
    agenda = tuple(
        AgendaStep(
            id=f"ag_{i}",
            rank=f"a{i}",
            kind=kind,  # type: ignore[arg-type]  each is one
            title=f"Schritt {i}",
            minutes=25 * i,
            script=f"Gesagt wird {i}.",
            question="Was zählt?" if i == 2 else "",
            phase="ph_00002" if i == 2 else None,
        )
        for i, kind in enumerate(kinds, start=1)
    )
    settings = replace(project.settings, participants=NAMES, workshop_start="13:30")
    return replace(project, agenda=agenda, settings=settings)


def emptied(project: Project) -> Project:
    """The same project with nothing to go by: no phase, lane, card, persona or agenda."""
    bare = JourneyMap(id="map_a", rank="a0")
    return replace(project, maps=(bare,), personas=(), channels=(), agenda=(), title="")


def emptied_of_notes(project: Project) -> Project:
    """The same project without its notes."""
    (journey,) = project.maps
    return replace(project, maps=(replace(journey, notes=()),))


def written(path: Path, project: Project, parts: Sequence[str] = WORKSHEET_KEYS, **options: object) -> Path:
    wishes = HandoutOptions(date="2026-11-27", parts=tuple(parts), **options)  # type: ignore[arg-type]  free for tests
    assert write_handout(project, project.maps[0].id, path, wishes) == ()
    return path


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("worksheets") / "a4.pdf", workshop(), paper="A4")


@pytest.fixture(scope="module")
def on_wall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("worksheets") / "a0.pdf", workshop(), paper="A0")


def squares(path: Path, page: int, mm: float) -> list[reading.Box]:
    """The shapes on a page that are as wide and as high as notes of a size."""
    side = mm * MM
    return [
        box
        for box in reading.drawn(path, page)
        if abs(box.right - box.left - side) < 0.05 and abs(box.top - box.bottom - side) < 0.05
    ]


def overlapping(boxes: Sequence[reading.Box]) -> list[tuple[reading.Box, reading.Box]]:
    """Which of the boxes lie on each other by more than a point both ways."""
    return [
        (one, other)
        for one, other in combinations(boxes, 2)
        if min(one.right, other.right) - max(one.left, other.left) > 1
        and min(one.top, other.top) - max(one.bottom, other.bottom) > 1
    ]


def assert_in_order(path: Path) -> None:
    """No text overlaps another or comes near the edge of its sheet, and none is too small."""
    for page, (width, height) in enumerate(reading.page_sizes(path)):
        boxes = [box for box in reading.boxes(path, page) if box.text.strip()]
        assert overlapping(boxes) == [], page
        for box in boxes:
            assert min(box.left, box.bottom, width - box.right, height - box.top) > 4 * MM, (page, box)
    assert reading.smallest_font(path) > 7.99


def pages_of(path: Path, title: str) -> range:
    """The pages from a bookmark to the next."""
    starts = [(name, page - 1) for level, name, page in reading.outline(path) if level == 0]
    at = [name for name, _ in starts].index(title)
    end = starts[at + 1][1] if at + 1 < len(starts) else len(reading.page_sizes(path))
    return range(starts[at][1], end)


@pytest.mark.parametrize(
    ("paper", "size", "across", "down"), [("A0", 76, 13, 9), ("A1", 76, 9, 6), ("A3", 51, 6, 4), ("A4", 51, 4, 2)]
)
def test_so_many_notes_of_true_size_go_onto_paper(paper: Paper, size: NoteSize, across: int, down: int) -> None:
    short, long = PAPERS[paper]
    found = fields(Surface(long, short), size)
    assert (found.columns, int(found.rows)) == (across, down)


def test_fields_have_the_size_of_notes_whatever_unit_the_paper_counts_in(usual: Path, on_wall: Path) -> None:
    grid = pages_of(usual, "Raster für die Wand")
    assert all(squares(usual, page, 51) for page in grid)
    # Nine phases on thirteen fields: the touchpoints' lane is two rows high, and two lanes of notes.
    assert len(squares(on_wall, 0, 76)) == 13 * 6
    assert squares(on_wall, 0, 51) == []


def test_fields_never_lie_on_each_other(on_wall: Path) -> None:
    assert overlapping(squares(on_wall, 0, 76)) == []


def test_a_small_sheet_takes_large_notes_where_they_are_wished_for(tmp_path: Path) -> None:
    path = written(tmp_path / "out.pdf", workshop(), ("grid",), paper="A4", note_size=76)
    assert squares(path, 0, 76)
    assert "76 mm" in reading.texts_of(path)[0]


def test_a_grid_over_several_sheets_has_each_phase_and_lane_and_says_which_sheet_it_is(usual: Path) -> None:
    grid = pages_of(usual, "Raster für die Wand")
    texts = reading.texts_of(usual)
    everything = " ".join(texts[page] for page in grid)
    project = workshop()
    for phase in project.maps[0].phases:
        assert reading.squeezed(phase.name) in reading.squeezed(everything)
    for lane in project.maps[0].lanes:
        assert reading.squeezed(lane.name) in reading.squeezed(everything)
    assert [f"Blatt {i} von {len(grid)}" in texts[page] for i, page in enumerate(grid, start=1)] == [True] * len(grid)


def test_only_the_grid_lies_on_the_paper_of_a_wall(on_wall: Path) -> None:
    sizes = [tuple(round(side / MM) for side in size) for size in reading.page_sizes(on_wall)]
    assert sizes[0] == (1189, 841)
    assert set(sizes[1:]) == {(297, 210)}


def test_nothing_overlaps_or_leaves_its_sheet(usual: Path, on_wall: Path) -> None:
    assert_in_order(usual)
    assert_in_order(on_wall)


def test_worksheets_can_be_read_aloud_and_kept(usual: Path) -> None:
    assert archives.faults(usual) == []


@pytest.mark.parametrize("paper", ["A3", "Letter"])
def test_upright_sheets_are_in_order(paper: Paper, tmp_path: Path) -> None:
    assert_in_order(written(tmp_path / "out.pdf", workshop(), paper=paper, landscape=False))


def test_a_project_with_nothing_gives_sheets_to_fill(tmp_path: Path) -> None:
    path = written(tmp_path / "out.pdf", emptied(mortgage()))
    assert_in_order(path)
    assert [title for _, title, _ in reading.outline(path)] == [
        *("Raster für die Wand", "Persona-Blatt", "Gefühlsstreifen", "Annahmekarten", "Anleitungskarten"),
        *("Stimmzettel", "Ablaufplan"),
    ]
    assert squares(path, 0, 51)


def test_sixty_phases_and_endless_words_stay_in_their_places(tmp_path: Path) -> None:
    project = mortgage(phases=60, per_phase=1, titles=[LONG * 2])
    (journey,) = project.maps
    journey = replace(
        journey,
        title="Titel " * 80,
        phases=tuple(replace(one, name=LONG, description=LONG * 6) for one in journey.phases),
        lanes=tuple(replace(one, name=LONG, question=LONG * 3) for one in journey.lanes),
    )
    agenda = (AgendaStep(id="ag_a", rank="a0", kind="write", title=LONG * 2, question=LONG, script="Lang. " * 500),)
    personas = tuple(replace(one, name=LONG) for one in project.personas)
    settings = replace(project.settings, participants=LONG, emotion_labels=(LONG,) * 5)
    path = written(
        tmp_path / "out.pdf", replace(project, maps=(journey,), agenda=agenda, personas=personas, settings=settings)
    )
    assert_in_order(path)
    said = reading.squeezed(" ".join(reading.texts_of(path)))
    assert said.count("Lang.") == 2 * 500  # on cards that go on, and on the run sheet


def test_cards_are_cut_into_four_of_a6(usual: Path) -> None:
    found = imposition(Surface(297 * MM, 210 * MM), A6)
    assert (found.columns, found.rows) == (2, 2)
    width, height = 148.5 * MM, 105 * MM
    for page in pages_of(usual, "Anleitungskarten"):
        marks = [box for box in reading.drawn(usual, page) if abs(box.right - width) < 0.1 and box.left == box.right]
        assert {round(box.top / MM) for box in marks} >= {8, 207}, page
        for box in reading.boxes(usual, page):
            # Each line lies within one card, well away from where it is cut.
            for edge, low, high in ((width, box.left, box.right), (height, box.bottom, box.top)):
                assert high < edge - 5 * MM or low > edge + 5 * MM, box


@pytest.mark.parametrize(
    ("paper", "columns", "rows"), [((420, 297), 4, 2), ((297, 420), 2, 4), ((279, 216), 2, 2), ((140, 100), 1, 1)]
)
def test_other_paper_holds_as_many_cards_of_about_a6(paper: tuple[int, int], columns: int, rows: int) -> None:
    found = imposition(Surface(paper[0] * MM, paper[1] * MM), A6)
    assert (found.columns, found.rows) == (columns, rows)


def test_instruction_cards_follow_the_agenda_and_the_phases(usual: Path) -> None:
    texts = reading.texts_of(usual)
    said = " ".join(texts[page] for page in pages_of(usual, "Anleitungskarten"))
    for i in (1, 2, 3):
        assert f"Schritt {i}" in said
    assert "Schritt 4" not in said  # nobody needs to be told how to have a break
    assert "Was zählt?" in said
    assert all(phase.name in said for phase in workshop().maps[0].phases)


def test_each_participant_has_a_strip_with_the_words_of_the_project(tmp_path: Path) -> None:
    project = workshop()
    settings = replace(project.settings, emotion_labels=("mies", "mau", "egal", "fein", "toll"))
    path = written(tmp_path / "out.pdf", replace(project, settings=settings), ("emotion-strips",))
    said = " ".join(reading.texts_of(path))
    assert [said.count(name) for name in ("Anna Aydın", "Bernd Brot", "Clara Czerny")] == [1, 1, 1]
    assert [said.count(word) for word in settings.emotion_labels] == [3] * 5
    assert said.count("Bedarf") == 3


def test_as_many_get_a_strip_and_a_ballot_as_take_part(tmp_path: Path) -> None:
    names = [name for name in NAMES.splitlines() if name]
    few = written(tmp_path / "few.pdf", workshop(), ("emotion-strips",), paper="A4", participants=2)
    many = written(tmp_path / "many.pdf", workshop(), ("emotion-strips", "ballot"), paper="A4", participants=9)
    told = [
        [text.count("How does it feel") + text.count("Wie fühlt") for text in reading.texts_of(one)]
        for one in (few, many)
    ]
    assert sum(told[0]) < sum(told[1])
    assert sum(told[1]) * 2 == sum(told[0]) * 9
    said = " ".join(reading.texts_of(few))
    assert [name in said for name in names] == [True, True, False]
    said = " ".join(reading.texts_of(many))
    assert [name in said for name in names] == [True, True, True]
    chapters = [page for level, _title, page in reading.outline(many) if level == 0]
    usual = written(tmp_path / "usual.pdf", workshop(), ("ballot",), paper="A4")
    assert len(reading.page_sizes(many)) - chapters[1] > len(reading.page_sizes(usual)) - 1


def test_the_ballot_has_the_numbers_of_the_cards_that_are_voted_on(usual: Path) -> None:
    pains = [note.number for note in workshop().maps[0].notes if note.kind == "pain_point"]
    texts = reading.texts_of(usual)
    (page,) = pages_of(usual, "Stimmzettel")
    for number in pains:
        # Three people on the four slips of a sheet.
        assert texts[page].count(f"{number} Neun Tage lang") == 4


def test_an_open_round_says_what_the_ballot_asks_and_how_many_there_are(tmp_path: Path) -> None:
    project = workshop()
    one = VotingRound(id="vr_a", rank="a0", question="Was zuerst?", dots=2, voters=9, kind="touchpoint")
    (journey,) = project.maps
    path = written(tmp_path / "out.pdf", replace(project, maps=(replace(journey, rounds=(one,)),)), ("ballot",))
    texts = reading.texts_of(path)
    slips = sum(text.count("Was zuerst?") for text in texts)
    assert 9 <= slips <= 12
    assert all(f"\n{card.number} " in texts[0] or f" {card.number} " in texts[0] for card in journey.touchpoints)


def noted(project: Project, *kinds: NoteKind) -> Project:
    """The project with a note of each kind more, an assumption that names its kind."""
    (journey,) = project.maps
    first = mortgage().maps[0].notes[0]
    more = tuple(
        replace(first, id=f"no_n{i}", number=900 + i, kind=kind, text=f"Hier steht {kind}.", evidence="assumption")
        for i, kind in enumerate(kinds)
    )
    return replace(project, maps=(replace(journey, notes=(*journey.notes, *more)),))


def test_a_round_about_everything_has_only_what_people_weigh_on_its_ballot(tmp_path: Path) -> None:
    project = noted(workshop(), "metric", "backstage", "opportunity", "image")
    (journey,) = project.maps
    one = VotingRound(id="vr_a", rank="a0", question="Was zuerst?")
    path = written(tmp_path / "out.pdf", replace(project, maps=(replace(journey, rounds=(one,)),)), ("ballot",))
    said = " ".join(reading.texts_of(path)).replace("\n", " ")
    assert "902 Hier steht opportunity." in said
    assert not any(f"Hier steht {kind}" in said for kind in ("metric", "backstage", "image"))
    assert "Pain Points, Chancen" in said
    assert "Alle Karten" not in said


def test_the_ballot_asks_what_the_step_of_the_agenda_asks(tmp_path: Path) -> None:
    project = workshop()
    (journey,) = project.maps
    lane = journey.touchpoints[0].lane
    agenda = tuple(
        replace(step, question="Welche Momente?", lanes=(lane,)) if step.kind == "vote" else step
        for step in project.agenda
    )
    path = written(tmp_path / "out.pdf", replace(project, agenda=agenda), ("ballot",))
    text = reading.texts_of(path)[0].replace("\n", " ")
    assert "Welche Momente?" in text
    assert all(f" {card.number} {card.title.split()[0]}" in text for card in journey.touchpoints)


def test_a_ballot_has_full_titles_however_many_there_are(tmp_path: Path) -> None:
    project = workshop()
    (journey,) = project.maps
    said = "Neun Tage lang hat niemand gesagt, ob die Unterlagen vollständig sind und wer sie eigentlich liest"
    some = tuple(
        replace(journey.notes[0], id=f"no_m{i}", number=100 + i, kind="pain_point", text=f"{said}, {i}.")
        for i in range(70)
    )
    path = written(tmp_path / "out.pdf", replace(project, maps=(replace(journey, notes=some),)), ("ballot",))
    text = " ".join(" ".join(reading.texts_of(path)).split())
    assert all(f"{100 + i} {said}, {i}." in text for i in range(70))
    assert len(reading.page_sizes(path)) > 1
    assert_in_order(path)


def test_the_run_sheet_has_times_script_and_what_lies_ready(usual: Path) -> None:
    texts = reading.texts_of(usual)
    said = " ".join(texts[page] for page in pages_of(usual, "Ablaufplan"))
    assert all(time in said for time in ("13:30", "13:55", "14:45", "16:00", "17:40"))
    assert "Gesagt wird 2." in said
    assert "Stimmzettel" in said
    assert "Clara Czerny" in said


def test_assumptions_of_the_map_stand_on_cards_and_blank_ones_fill_the_sheet(usual: Path) -> None:
    pages = pages_of(usual, "Annahmekarten")
    texts = reading.texts_of(usual)
    said = " ".join(texts[page] for page in pages)
    assert said.count("Ein Irrtum kostet uns") == 4 * len(pages)
    assert "Der Vermieter kündigt Eigenbedarf an" in said  # an assumption
    assert "Rechnet im Netz" not in said  # somebody has told so
    assert said.count("Beispiel") == 1


def test_only_what_customers_are_or_do_is_believed(tmp_path: Path) -> None:
    claiming_nothing: tuple[NoteKind, ...] = ("opportunity", "how_might_we", "question", "backstage", "image")
    project = noted(emptied_of_notes(workshop()), *claiming_nothing, "need")
    path = written(tmp_path / "out.pdf", project, ("assumption-cards",))
    said = " ".join(" ".join(reading.texts_of(path)).split())
    assert "Wir glauben, dass … Hier steht need." in said
    assert [kind for kind in claiming_nothing if f"Hier steht {kind}." in said] == []


def test_a_handout_has_worksheets_only_where_they_are_asked_for() -> None:
    assert HandoutOptions().parts == USUAL_KEYS
    assert set(USUAL_KEYS).isdisjoint(WORKSHEET_KEYS)
