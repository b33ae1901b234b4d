from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path
from typing import get_args

import pytest

from cjeditor import texts
from cjeditor.catalogue import instruments, methods
from cjeditor.catalogue.frameworks import frameworks
from cjeditor.catalogue.guidance import for_phase
from cjeditor.catalogue.templates import new_project
from cjeditor.export.content import content
from cjeditor.export.handout import write_handout
from cjeditor.export.options import HandoutOptions, Paper
from cjeditor.export.pdf.phase_sheets import phase_sheets
from cjeditor.export.pdf.sheets import Ends, Frame, Sheet, frame
from cjeditor.export.problems import ExportCancelled
from cjeditor.export.progress import never
from cjeditor.layout.primitives import Line, Primitive, Rect, Text
from cjeditor.layout.primitives import Path as Drawn
from cjeditor.model.cards import DropOffPoint, Kpi, Note
from cjeditor.model.fields import Language
from cjeditor.model.journey_map import JourneyMap, Phase, Step
from cjeditor.model.project import Action, Project
from cjeditor.model.replace import replace
from cjeditor.storage.load import load
from tests.export import reading
from tests.export.samples import mortgage
from tests.export.test_handout import AWKWARD, ROOT, changed, handout

KEYS = ("nine-phases", "five-phases", "three-phases", "loyalty-loop")
PAPERS = get_args(Paper)
LONG = " ".join(f"Wort{i}" for i in range(2_600))[:20_000]


@dataclass
class Ids:
    """Ids in a row."""

    last: int = 0

    def __call__(self, prefix: str) -> str:
        self.last += 1
        return f"{prefix}_{self.last:06d}"


def page(paper: Paper = "A4", *, landscape: bool = True) -> Frame:
    return frame(paper, landscape=landscape, left_head=Ends(""), right_head="", left_foot=Ends(""))


def sheets_of(project: Project, on: Frame | None = None, language: str = "") -> list[Sheet]:
    words = texts.of(language or project.language)
    return phase_sheets(on or page(), content(project, project.maps[0], words, ""), never)


def said_on(sheets: list[Sheet]) -> str:
    """All text, without what line breaks add."""
    return reading.squeezed(" ".join(said_by(sheets)))


def said_by(sheets: list[Sheet]) -> Iterator[str]:
    return (one.text for sheet in sheets for one in sheet.shapes if isinstance(one, Text) and one.face != "icon")


def bounds(shape: Primitive) -> tuple[float, float, float, float]:
    match shape:
        case Text():
            return shape.x, shape.y - shape.size * 0.72, shape.x + shape.width, shape.y
        case Line():
            return min(shape.x1, shape.x2), min(shape.y1, shape.y2), max(shape.x1, shape.x2), max(shape.y1, shape.y2)
        case Rect():
            return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
        case Drawn():
            corners = [(one[-2], one[-1]) for one in shape.segments if len(one) >= 2]
            across, down = zip(*corners, strict=True)
            return min(across), min(down), max(across), max(down)
        case _:
            return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height


def outside(sheets: list[Sheet], on: Frame) -> list[tuple[int, Primitive]]:
    """What lies beyond the margins, with the number of its sheet; icons stand in a box as wide as they are high."""
    found = []
    for number, sheet in enumerate(sheets):
        for shape in sheet.shapes:
            left, top, right, bottom = bounds(shape)
            inside = left >= on.left - 1 and right <= on.right + 1 and top >= on.top - 1 and bottom <= on.bottom + 1
            if not inside:
                found.append((number, shape))
    return found


def ruled_lines(sheet: Sheet) -> list[Line]:
    return [one for one in sheet.shapes if isinstance(one, Line) and one.stroke == "rule.strong" and one.y1 == one.y2]


def sample() -> Project:
    return load(ROOT / "resources/samples/first-home.de.cjmap")


@pytest.mark.parametrize(("key", "language"), list(product(KEYS, ("en", "de"))))
def test_the_guidance_of_every_phase_stands_on_its_sheets(key: str, language: Language) -> None:
    project = new_project(key, language=language, title="", new_id=Ids())
    found = said_on(sheets_of(project))
    (known,) = (one for one in frameworks() if one.key == key)
    missing = []
    for phase in known.phases:
        parts = for_phase(key, phase.key)
        numbers = [part.number for part in parts]
        wanted = [question.text for part in parts for question in part.questions]
        wanted += [sentence for part in parts for sentence in part.recognise]
        wanted += [one.name for one in methods.for_numbers(numbers)]
        wanted += [one.name for one in instruments.for_numbers(numbers)]
        missing += [
            one.in_language(language) for one in wanted if reading.squeezed(one.in_language(language)) not in found
        ]
    assert missing == []


def test_labels_follow_their_language_and_texts_the_project() -> None:
    said = said_on(sheets_of(sample(), language="en"))
    for wanted in (
        "Questions",
        "Pain points and opportunities",
        "Emotion in this phase",
        "Notes of the group",
        "Weight: 5 of 5",
    ):
        assert reading.squeezed(wanted) in said
    assert reading.squeezed("Der Antrag ist gestellt, das Haus ist reserviert, und die Bank schweigt.") in said


def test_all_that_the_map_says_of_a_phase(tmp_path: Path) -> None:
    project = sample()
    journey = project.maps[0]
    said = said_on(sheets_of(project))
    wanted = [phase.name for phase in journey.phases] + [phase.description for phase in journey.phases]
    wanted += [phase.duration for phase in journey.phases]
    wanted += [text for one in journey.touchpoints for text in (one.title, one.description, one.evidence_source)]
    wanted += [point.title for one in (*journey.touchpoints, *journey.phases) for point in one.drop_off_points]
    wanted += [point.counter_measure for one in journey.touchpoints for point in one.drop_off_points]
    wanted += [kpi.name for one in (*journey.touchpoints, *journey.phases) for kpi in one.kpis]
    wanted += [note.text for note in journey.notes] + [one.title for one in project.actions]
    assert [text for text in wanted if reading.squeezed(text) not in said] == []
    assert "Schwere5×Häufigkeit4" in said
    assert "offen:nochkeineGegenmaßnahme" in said


@pytest.mark.parametrize(("paper", "landscape"), list(product(PAPERS, (True, False))))
def test_nothing_lies_outside_of_any_paper(paper: Paper, landscape: bool) -> None:
    on = page(paper, landscape=landscape)
    sheets = sheets_of(sample(), on)
    assert outside(sheets, on) == []
    assert min(one.size * on.unit for sheet in sheets for one in sheet.shapes if isinstance(one, Text)) >= 8


@pytest.mark.parametrize("landscape", [True, False])
def test_no_text_lies_on_other_text(landscape: bool, tmp_path: Path) -> None:
    path = handout(sample(), tmp_path / "out.pdf", parts=("phases",), landscape=landscape)
    for number in range(len(reading.page_sizes(path))):
        found = reading.boxes(path, number)
        for i, one in enumerate(found):
            for other in found[i + 1 :]:
                across = min(one.right, other.right) - max(one.left, other.left)
                assert across < 1 or min(one.top, other.top) - max(one.bottom, other.bottom) < 2, (number, one, other)


def test_the_outline_leads_to_every_phase(tmp_path: Path) -> None:
    path = handout(mortgage(), tmp_path / "out.pdf", parts=("phases",))
    first, *others = reading.outline(path)
    assert first == (0, "Phasenblätter", 1)
    assert [(level, title) for level, title, _ in others] == [
        (1, f"{number} {phase.name}") for number, phase in enumerate(mortgage().maps[0].phases, start=1)
    ]
    pages = reading.texts_of(path)
    assert all(title in pages[number - 1] for _, title, number in others)
    assert all(reading.fonts(path).values())


def test_the_strip_shows_where_one_is() -> None:
    project = mortgage(phases=3)
    for number, sheet in enumerate(sheets_of(project)):
        colours = [phase.colour for phase in project.maps[0].phases]
        bands = [one.fill for one in sheet.shapes if isinstance(one, Rect) and one.y == page().top and one.height == 4]
        assert [band in colours for band in bands] == [i == number for i in range(3)]


def asked(ticked: tuple[str, ...] = (), *notes: Note) -> Project:
    """One phase of the full journey, with ticks and notes."""
    project = mortgage(phases=1)
    phase = replace(project.maps[0].phases[0], framework="nine-phases", framework_phase="consideration", ticked=ticked)
    return changed(project, phases=(phase,), notes=notes)


def ticks(sheets: list[Sheet]) -> int:
    return sum(isinstance(one, Drawn) and one.stroke_width == 1.5 for sheet in sheets for one in sheet.shapes)


def test_what_is_ticked_off_has_its_tick() -> None:
    (guidance,) = for_phase("nine-phases", "consideration")
    assert ticks(sheets_of(asked())) == 0
    assert ticks(sheets_of(asked((guidance.questions[0].key, guidance.questions[2].key, "unknown")))) == 2


def test_answers_stand_below_their_questions_instead_of_lines() -> None:
    (guidance,) = for_phase("nine-phases", "consideration")
    key = guidance.questions[1].key
    answer = Note(
        id="nt_1", number=90, step="st_00001", lane="ln_b", rank="a0", kind="insight", text="Der Preis", question=key
    )
    asking = replace(answer, id="nt_2", number=91, kind="question", text="Wirklich der Preis?")
    (sheet,) = sheets_of(asked((), answer, asking))
    said = [one.text for one in sheet.shapes if isinstance(one, Text)]
    question = guidance.questions[1].text.de.split()[0]
    at = next(i for i, text in enumerate(said) if text.startswith(question))
    assert "Der Preis" in said[at : at + 4]
    assert said.count("Der Preis") == 1
    assert "Frage: Wirklich der Preis?" in said
    (bare,) = sheets_of(asked())
    indented = [one for one in ruled_lines(sheet) if one.x1 == page().left + 18]
    blank = [one for one in ruled_lines(bare) if one.x1 == page().left + 18]
    count = len(guidance.questions)
    assert len(blank) % count == 0
    assert len(indented) == len(blank) // count * (count - 1)


def test_lines_are_apart_as_a_hand_needs() -> None:
    (sheet,) = sheets_of(changed(mortgage(phases=1), touchpoints=()))
    (heading,) = (one for one in sheet.shapes if isinstance(one, Text) and one.text == "Notizen der Gruppe")
    places = sorted(one.y1 for one in ruled_lines(sheet) if one.x1 == heading.x and one.y1 > heading.y)
    assert len(places) >= 3
    assert {round(below - above, 2) for above, below in pairwise(places)} == {20.0}
    assert places[-1] > page().bottom - 20


@pytest.mark.parametrize("landscape", [True, False])
def test_an_empty_phase_of_ones_own_is_a_sheet_to_write_on(landscape: bool) -> None:
    journey = JourneyMap(
        id="map_a",
        rank="a0",
        phases=(Phase(id="ph_a", rank="a0"),),
        steps=(Step(id="st_a", phase="ph_a", rank="a0"),),
    )
    on = page(landscape=landscape)
    (sheet,) = sheets_of(Project(language="en", maps=(journey,)), on)
    said = said_on([sheet])
    for wanted in ("1 Unnamed phase", "Questions", "What holds them up or annoys them?", "Touchpoints", "Voices"):
        assert reading.squeezed(wanted) in said
    assert len(ruled_lines(sheet)) > 20
    assert outside([sheet], on) == []


def test_a_map_without_phases_has_no_sheet() -> None:
    assert sheets_of(Project(maps=(JourneyMap(id="map_a", rank="a0"),))) == []


def test_every_emotion_stands_at_its_point() -> None:
    project = mortgage(phases=1, per_phase=40)
    felt = [one for one in project.maps[0].touchpoints if one.emotion is not None]
    labels = [
        one.text
        for sheet in sheets_of(project)
        for one in sheet.shapes
        if isinstance(one, Text) and one.size == 8 and one.face == "semibold" and one.colour == "primary"
    ]
    assert labels == [texts.of("de").signed(one.emotion or 0) for one in felt]


def test_figures_and_actions_say_whose_they_are() -> None:
    project = mortgage(phases=1)
    first, *others = project.maps[0].touchpoints
    kpi = Kpi(id="kp_1", name="Antworten", unit="Tage", target=2.0, actual=9.0, source="Servicetelefon")
    project = changed(project, touchpoints=(replace(first, kpis=(kpi,)), *others))
    late = Action(id="ac_b", title="Später", cards=(first.id,))
    soon = Action(id="ac_c", title="Zuerst", cards=(first.id,), owner="Team", due="2027-01-15", status="done")
    other = Action(id="ac_d", title="Anderswo", cards=("tp_other",))
    sheets = sheets_of(replace(project, actions=(late, soon, other)))
    said = list(said_by(sheets))
    assert "1 · Antworten" in said
    assert "Ist 9\u00a0Tage · Ziel 2\u00a0Tage" in said
    assert "Quelle: Servicetelefon" in said
    assert said.index("Zuerst") < said.index("Später")
    assert "Team · bis 15.01.2027 · erledigt" in said
    assert "Anderswo" not in said
    assert ticks(sheets) == 1


def full_of(text: str, *, phases: int = 2) -> Project:
    """A map with a text in every field that a phase sheet shows."""
    project = mortgage(phases=phases, per_phase=1)
    journey = project.maps[0]
    point = DropOffPoint(id="do_x", title=text, counter_measure=text, likelihood=3, impact=4)
    kpi = Kpi(id="kp_x", name=text, unit=text, source=text, actual=3.0)
    touchpoints = tuple(
        replace(
            one,
            title=text,
            description=text,
            evidence_source=text,
            moment_of_truth=True,
            drop_off_points=(replace(point, id=f"do_{one.number}"),),
            kpis=(replace(kpi, id=f"kp_{one.number}"),),
        )
        for one in journey.touchpoints
    )
    project = changed(
        project,
        phases=tuple(replace(one, name=text, description=text, duration=text, weight=5) for one in journey.phases),
        touchpoints=touchpoints,
        notes=tuple(replace(one, text=text) for one in journey.notes),
    )
    return replace(
        project,
        channels=tuple(replace(one, name=text) for one in project.channels),
        actions=(Action(id="ac_x", title=text, owner=text, cards=(touchpoints[0].id,)),),
    )


@pytest.mark.parametrize("text", [*AWKWARD, "W" * 3_000, "مرحبا بالعالم שלום " * 40])
@pytest.mark.parametrize("landscape", [True, False])
def test_awkward_texts_stay_in_their_columns(text: str, landscape: bool) -> None:
    on = page(landscape=landscape)
    sheets = sheets_of(full_of(text), on)
    assert outside(sheets, on) == []
    if text.strip() and text.isascii() and "\t" not in text and len(text) < 300:
        assert said_on(sheets).count(reading.squeezed(text)) >= 10


def test_a_text_of_twenty_thousand_letters_goes_on_and_nothing_of_it_is_lost() -> None:
    project = mortgage(phases=2)
    journey = project.maps[0]
    first, *others = journey.phases
    project = changed(
        project,
        phases=(replace(first, description=LONG), *others),
        notes=(replace(journey.notes[0], text=LONG.replace("Wort", "Zahl")), *journey.notes[1:]),
    )
    sheets = sheets_of(project)
    assert len(sheets) < 60
    assert outside(sheets, page()) == []
    said = said_on(sheets)
    assert [word for word in LONG.split() if word not in said] == []
    assert [word for word in LONG.split() if word.replace("Wort", "Zahl") not in said] == []
    assert reading.squeezed("1 Bedarf (Fortsetzung)") in said
    assert reading.squeezed("(Fortsetzung)") in said


def test_it_can_be_cancelled_between_two_phases() -> None:
    answers = iter([False, False])
    project = mortgage()
    subject = content(project, project.maps[0], texts.of("de"), "")
    with pytest.raises(ExportCancelled):
        phase_sheets(page(), subject, lambda: next(answers, True))


def test_characters_without_a_glyph_are_counted(tmp_path: Path) -> None:
    project = mortgage(phases=1, per_phase=1, titles=("Heißt 日本 in Japan",))
    losses = write_handout(project, "map_a", tmp_path / "out.pdf", HandoutOptions(date="2026-11-22", parts=("phases",)))
    assert [loss.params["characters"] for loss in losses] == ["日 本"]
    assert "日本" in " ".join(reading.texts_of(tmp_path / "out.pdf"))
