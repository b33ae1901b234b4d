from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import get_args

import pytest
from pypdf import PdfReader

from cjeditor import texts
from cjeditor.catalogue import instruments, methods, terms
from cjeditor.catalogue.concepts import CONCEPT_GROUPS, GROUP_NAMES, concepts
from cjeditor.catalogue.drop_off_reasons import drop_off_reasons
from cjeditor.catalogue.entries import Wordings
from cjeditor.catalogue.frameworks import Framework, framework, frameworks
from cjeditor.catalogue.guidance import PhaseGuidance, guidance
from cjeditor.catalogue.note_kinds import note_kinds
from cjeditor.catalogue.note_starters import note_starters
from cjeditor.export.booklet import write_booklet
from cjeditor.export.options import PAPERS, BookletOptions, Paper
from cjeditor.export.pdf.booklet.pages import Pages
from cjeditor.export.pdf.booklet.texts import RUBRIC, rubric
from cjeditor.export.pdf.sheets import Ends, frame
from cjeditor.export.problems import ExportCancelled, ExportRefused
from cjeditor.export.typeset import BODY, paragraph
from cjeditor.layout.primitives import Line
from cjeditor.model.fields import Language
from tests.export import reading

DAY = "2026-11-22"
KEYS = ("nine-phases", "five-phases", "three-phases", "loyalty-loop")


def known(key: str) -> Framework:
    found = framework(key)
    assert found is not None
    return found


def booklet(path: Path, key: str = "nine-phases", **options: object) -> Path:
    settings = {"date": DAY, "language": "de", **options}
    assert write_booklet(known(key), path, BookletOptions(**settings)) == ()  # type: ignore[arg-type]  # free for tests
    return path


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return booklet(tmp_path_factory.mktemp("booklet") / "full.pdf")


def wordings_of(part: PhaseGuidance) -> list[Wordings]:
    """All that the catalogue says about a part."""
    numbers = (part.number,)
    reasons = {reason.key: reason for reason in drop_off_reasons()}
    points = (*part.factors, *part.forms, *part.loyalty, *(reasons[key] for key in part.drop_off_reasons))
    named = (*points, *methods.for_numbers(numbers), *instruments.for_numbers(numbers))
    return [
        *(part.purpose, part.about, part.success),
        *(question.text for question in part.questions),
        *(*part.recognise, *part.examples, *part.advice, *part.facts),
        *(text for one in named for text in (one.name, one.sentence)),
    ]


def chapters_of(path: Path) -> dict[str, str]:
    """The text of each chapter by its title, without what line breaks add; columns that go on are read on."""
    pages = reading.texts_of(path)
    starts = [(title, page) for level, title, page in reading.outline(path) if level == 0]
    ends = [page for _, page in starts[1:]] + [len(pages) + 1]
    return {
        title: reading.squeezed(" ".join(pages[start - 1 : end - 1]))
        for (title, start), end in zip(starts, ends, strict=True)
    }


@pytest.mark.parametrize(("key", "language"), list(product(KEYS, ("en", "de"))))
def test_each_chapter_holds_the_guidance_of_its_phase(key: str, language: Language, tmp_path: Path) -> None:
    chapters = chapters_of(booklet(tmp_path / "out.pdf", key, language=language))
    missing = []
    for number, phase in enumerate(known(key).phases, start=1):
        said = chapters[f"{number} {phase.name.in_language(language)}"]
        wanted = [phase.purpose, *(text for one in phase.guidance for text in wordings_of(guidance(one)))]
        texts_wanted = [text for one in wanted for text in one.in_language(language).split("\n\n")]
        missing += [text for text in texts_wanted if reading.squeezed(text) not in said]
        if len(phase.guidance) > 1:
            names = [guidance(one).name.in_language(language) for one in phase.guidance]
            missing += [name for name in names if reading.squeezed(name) not in said]
    assert missing == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_terms_models_and_beginnings_follow(language: Language, tmp_path: Path) -> None:
    chapters = chapters_of(booklet(tmp_path / "out.pdf", "three-phases", language=language))
    words = texts.of(language)
    terms_said, starters_said = list(chapters.values())[-2:]
    wanted = [text.in_language(language) for one in concepts() for text in (one.name, one.sentence)]
    wanted += [words.t(GROUP_NAMES[group]) for group in CONCEPT_GROUPS]
    assert [text for text in wanted if reading.squeezed(text) not in terms_said] == []
    starters = [one.in_language(language) for kind in note_kinds() for one in note_starters(kind.key)]
    assert len(starters) > 20
    assert [text for text in starters if reading.squeezed(text) not in starters_said] == []


def test_instruments_say_where_they_happen(full: Path) -> None:
    said = chapters_of(full)["1 Latenter und konkreter Bedarf"]
    assert reading.squeezed("Display-Werbung Onlinewerbung · online, mobil") in said
    assert {mode for one in instruments.instruments() for mode in one.modes} <= set(terms.MODES)


@pytest.mark.parametrize("key", KEYS)
def test_the_contents_name_the_pages(key: str, tmp_path: Path) -> None:
    path = booklet(tmp_path / "out.pdf", key, language="en")
    pages = reading.texts_of(path)
    contents = " ".join(pages[1].split())
    marks = [mark for mark in reading.outline(path) if mark[2] > 2]
    assert len(marks) >= len(known(key).phases) + 2
    for _, title, page in marks:
        assert f"{title} {page}" in contents, title
        assert title in pages[page - 1].replace("\r\n", " "), title


def test_the_outline_has_the_chapters_and_their_parts(tmp_path: Path) -> None:
    marks = reading.outline(booklet(tmp_path / "out.pdf", "three-phases", language="en"))
    assert [title for level, title, _ in marks if level == 0] == [
        "Cover", "Contents", "1 Awareness", "2 Consideration", "3 Decision", "Terms and models", "Beginnings for notes",
    ]  # fmt: skip
    at = next(i for i, (_, title, _) in enumerate(marks) if title == "3 Decision")
    # Without their numbers in the full journey: "3 Decision" is the third here.
    assert [title for _, title, _ in marks[at + 1 : at + 7]] == [guidance(one).name.en for one in range(4, 10)]


def test_a_section_says_that_it_goes_on_only_where_a_page_was_turned(tmp_path: Path) -> None:
    pages = reading.texts_of(booklet(tmp_path / "out.pdf", "five-phases", language="en"))
    assert any("Instruments (continued)" in page for page in pages)
    for number, page in enumerate(pages):
        lines = [line.strip() for line in page.splitlines()]
        assert lines.count("Questions (continued)") + lines.count("Questions") <= 1, number
        assert lines.count("Instruments (continued)") + lines.count("Instruments") <= 1, number


@pytest.mark.parametrize("landscape", [True, False])
def test_the_lines_for_notes_are_level_in_all_columns(landscape: bool) -> None:
    page = frame("A4", landscape=landscape, left_head=Ends(""), right_head="", left_foot=Ends(""))
    pages = Pages(page, "", ())
    pages.add(rubric("What it is about", [paragraph("A word", BODY, 200, "en")], 200, texts.of("en")))
    pages.rule(paragraph("Notes", RUBRIC, 200, "en"))
    (sheet,) = pages.sheets()
    heights: dict[float, set[float]] = {}
    for shape in sheet.shapes:
        if isinstance(shape, Line):
            heights.setdefault(shape.x1, set()).add(round(shape.y1, 2))
    assert len(heights) >= 2
    first, *others = heights.values()
    assert len(first) > 10
    assert all(first <= other for other in others)


def test_the_cover_names_the_framework_and_its_phases(full: Path) -> None:
    cover = reading.squeezed(reading.texts_of(full)[0])
    one = known("nine-phases")
    wanted = [
        one.name.de,
        one.sentence.de,
        "22.11.2026",
        *(text.de for p in one.phases for text in (p.name, p.purpose)),
    ]
    assert [text for text in wanted if reading.squeezed(text) not in cover] == []


def test_each_page_but_the_cover_names_its_chapter_and_number(full: Path) -> None:
    pages = reading.texts_of(full)
    assert f"1 / {len(pages)}" not in pages[0]
    chapters = [(page, title) for level, title, page in reading.outline(full) if level == 0]
    for number, page in enumerate(pages[1:], start=2):
        title = [title for start, title in chapters if start <= number][-1]
        assert page.splitlines()[0].endswith(title), number
        assert f"{number} / {len(pages)}" in page


def papers() -> list[object]:
    """Every paper both ways; in the quick run the usual ones, the largest, and one that is nearly as wide as high."""
    quick = [("A4", False), ("A4", True), ("A0", False), ("Letter", True)]
    return [
        pytest.param(*one, marks=() if one in quick else pytest.mark.long)
        for one in product(get_args(Paper), (True, False))
    ]


@pytest.mark.parametrize(("paper", "landscape"), papers())
def test_text_stays_on_every_paper_apart_and_readable(paper: Paper, landscape: bool, tmp_path: Path) -> None:
    path = booklet(tmp_path / "out.pdf", "loyalty-loop", paper=paper, landscape=landscape)
    assert min(reading.font_sizes(path)) >= 7.99
    short, long = PAPERS[paper]
    wanted = (long, short) if landscape else (short, long)
    for number, size in enumerate(reading.page_sizes(path)):
        assert size == pytest.approx(wanted, abs=0.01)
        found = reading.boxes(path, number)
        for i, one in enumerate(found):
            assert one.left >= 38, one
            assert one.right <= size[0] - 38, one
            assert one.bottom >= 12, one
            assert one.top <= size[1] - 20, one
            for other in found[i + 1 :]:
                across = min(one.right, other.right) - max(one.left, other.left)
                assert across < 1 or min(one.top, other.top) - max(one.bottom, other.bottom) < 2, (number, one, other)


@pytest.mark.parametrize(("key", "landscape"), list(product(KEYS, (True, False))))
def test_no_page_is_nearly_empty(key: str, landscape: bool, tmp_path: Path) -> None:
    """Every page has more to read than a line or two below its heading."""
    path = booklet(tmp_path / "out.pdf", key, landscape=landscape)
    assert min(len(page.split()) for page in reading.texts_of(path)) > 40


def test_only_our_fonts_and_all_embedded(full: Path) -> None:
    fonts = reading.fonts(full)
    assert all(fonts.values())
    assert {name.rpartition("+")[2] for name in fonts} <= {"Lato-Regular", "Lato-SemiBold", "Lato-Bold"}


def test_document_information_and_language(full: Path) -> None:
    reader = PdfReader(full)
    info = reader.metadata
    assert info is not None
    assert info.title == "Neun Phasen (die ganze Reise)"
    assert info.subject == "Leitfaden zur Customer Journey"
    assert reader.root_object["/Lang"] == "de"


def test_the_same_catalogue_gives_the_same_bytes(full: Path, tmp_path: Path) -> None:
    assert booklet(tmp_path / "again.pdf").read_bytes() == full.read_bytes()


def test_without_a_date_there_is_none(tmp_path: Path) -> None:
    pages = reading.texts_of(booklet(tmp_path / "out.pdf", "three-phases", date=""))
    assert "2026" not in " ".join(pages)
    assert "Leitfaden zur Customer Journey" in pages[3]


@pytest.mark.parametrize("asked_before", [0, 2, 5, 12])
def test_cancelling_leaves_nothing(asked_before: int, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    path.write_bytes(b"old")
    answers = iter([False] * asked_before)
    with pytest.raises(ExportCancelled):
        write_booklet(known("three-phases"), path, BookletOptions(), cancelled=lambda: next(answers, True))
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["out.pdf"]


def test_progress_reaches_its_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))

    write_booklet(known("three-phases"), tmp_path / "out.pdf", BookletOptions(), progress)
    assert told == [(i, len(told)) for i in range(1, len(told) + 1)]


def test_a_missing_folder_is_said_before_any_work(tmp_path: Path) -> None:
    def cancelled() -> bool:
        raise AssertionError("work has begun")

    with pytest.raises(ExportRefused) as refused:
        write_booklet(known("three-phases"), tmp_path / "no" / "x.pdf", BookletOptions(), cancelled=cancelled)
    assert refused.value.problem.code == "export-folder-missing"


def test_every_framework_has_a_booklet() -> None:
    assert {one.key for one in frameworks()} == set(KEYS)
