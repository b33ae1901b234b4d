from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from cjeditor import texts
from cjeditor.export.handout import write_handout
from cjeditor.export.options import PAPERS, HandoutOptions, Paper
from cjeditor.export.problems import ExportCancelled, ExportRefused
from cjeditor.layout.charts.plan import FIGURES
from cjeditor.model.cards import DropOffPoint
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.storage.load import load
from tests.export import reading
from tests.export.samples import mortgage

ROOT = Path(__file__).parents[2]
DAY = "2026-11-22"
PRINTED = ("cover", "map", "phases", "figures", "touchpoints", "notes", "legend")
AWKWARD = (
    "<b>fett</b> & <i>schräg</i> <img src='/etc/passwd'/>",
    "A&B &amp; <!-- kein Kommentar --> <?x?> ]]>",
    "(Klammern) \\ und \\n, %, $, {0}, {name}, %s",
    "Zeile eins\nZeile zwei\n\nZeile vier",
    "日本語とカタカナ",
    "שלום עולם",
    "مرحبا بالعالم",
    "👍🏽 👩‍👩‍👧 ❤️ 🏠",
    "e\u0301 a\u0308 \u202eumgedreht\u202c nul\u200bl\u00adbreit",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "W" * 300,
    "   ",
    "",
    "\t\tTabs\tdazwischen",
    "https://example.com/ein/sehr/langer/pfad/der/nicht/umbrechen/will?und=fragen&noch=mehr",
)


def handout(project: Project, path: Path, **options: object) -> Path:
    settings = {"paper": "A4", "date": DAY, "parts": PRINTED, **options}
    write_handout(project, project.maps[0].id, path, HandoutOptions(**settings))  # type: ignore[arg-type]  # free for tests
    return path


def changed(project: Project, **fields: object) -> Project:
    journey = replace(project.maps[0], **fields)
    return replace(project, maps=(journey,))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return handout(mortgage(), tmp_path_factory.mktemp("handout") / "sample.pdf")


def test_every_title_and_note_can_be_found(sample: Path) -> None:
    """Search in a PDF reader finds what is on the map."""
    found = reading.squeezed(" ".join(reading.texts_of(sample)))
    journey = mortgage().maps[0]
    wanted = [touchpoint.title for touchpoint in journey.touchpoints] + [note.text for note in journey.notes]
    wanted += [phase.name for phase in journey.phases] + [lane.name for lane in journey.lanes]
    assert [text for text in wanted if reading.squeezed(text) not in found] == []


def test_the_cover_says_what_the_map_is_about(sample: Path) -> None:
    cover = reading.squeezed(reading.texts_of(sample)[0])
    journey = mortgage().maps[0]
    for text in (journey.title, journey.key_finding, journey.scenario, journey.scope, journey.owner, journey.decision):
        assert reading.squeezed(text) in cover
    for text in (
        "Familie Brandt",
        "Ist",
        "Musterbank",
        "22.11.2026",
        "Version",
        "17 von 35 Aussagen durch Research belegt",
    ):
        assert reading.squeezed(text) in cover


def test_what_the_cover_shortens_is_printed_in_full(tmp_path: Path) -> None:
    names = ("scenario", "key_finding", "scope", "decision")
    words = {name: [f"{name[:2]}{i}" for i in range(400)] for name in names}
    project = changed(mortgage(), **{name: " ".join(some) for name, some in words.items()})
    pages = reading.texts_of(handout(project, tmp_path / "out.pdf", parts=("cover",)))
    assert len(pages) > 1
    assert "…" in pages[0]
    said = set(" ".join(pages[1:]).split())
    for name in names:
        assert said >= set(words[name]), name


def test_a_cover_that_holds_everything_is_one_page(sample: Path) -> None:
    assert "…" not in reading.texts_of(sample)[0]
    assert "2 Orientierung" in reading.texts_of(sample)[1]


def test_a_long_title_leaves_the_rest_of_head_and_foot(tmp_path: Path) -> None:
    project = replace(changed(mortgage(phases=1), title="Lang und länger " * 40), title="Lang und länger " * 40)
    for page in reading.texts_of(handout(project, tmp_path / "out.pdf")):
        for wanted in ("· Ist · Familie Brandt", ", Version 7 · Rückfragen: Team Baufinanzierung"):
            assert wanted in page.replace("\n", " "), page


def test_only_our_fonts_and_all_embedded(sample: Path) -> None:
    """A Helvetica from reportlab's own preamble would be neither."""
    fonts = reading.fonts(sample)
    assert all(fonts.values())
    assert {name.rpartition("+")[2] for name in fonts} == {
        "Lato-Regular", "Lato-Medium", "Lato-SemiBold", "Lato-Bold", "Phosphor",
    }  # fmt: skip


@pytest.mark.parametrize(("paper", "landscape"), [("A4", False), ("A3", True)])
def test_no_text_below_eight_points_and_none_off_the_page(paper: Paper, landscape: bool, tmp_path: Path) -> None:
    path = handout(mortgage(), tmp_path / "out.pdf", paper=paper, landscape=landscape)
    assert min(reading.font_sizes(path)) >= 7.99
    short, long = PAPERS[paper]
    wanted = (long, short) if landscape else (short, long)
    for number, size in enumerate(reading.page_sizes(path)):
        assert size == pytest.approx(wanted, abs=0.01)
        for box in reading.boxes(path, number):
            assert box.left >= 30, box
            assert box.right <= size[0] - 30, box
            assert box.bottom >= 12, box
            assert box.top <= size[1] - 20, box


def test_no_text_lies_on_other_text(sample: Path) -> None:
    """Checked on every page: the boxes around lines do not overlap by more than descenders do."""
    for number in range(len(reading.page_sizes(sample))):
        found = reading.boxes(sample, number)
        for i, one in enumerate(found):
            for other in found[i + 1 :]:
                across = min(one.right, other.right) - max(one.left, other.left)
                down = min(one.top, other.top) - max(one.bottom, other.bottom)
                assert across < 1 or down < 2, (number, one, other)


def test_a_short_last_phase_is_named_below_the_curve(tmp_path: Path) -> None:
    """Its name takes the room that the one before leaves, on no other text and not over the edge."""
    project = load(ROOT / "resources/samples/first-home.de.cjmap")
    path = handout(project, tmp_path / "out.pdf", parts=("cover",), landscape=False)
    assert reading.squeezed("9 Weiterempfehlung") in reading.squeezed(reading.texts_of(path)[0])
    found = reading.boxes(path, 0)
    for i, one in enumerate(found):
        assert one.right <= reading.page_sizes(path)[0][0] - 39
        for other in found[i + 1 :]:
            across = min(one.right, other.right) - max(one.left, other.left)
            assert across < 1 or min(one.top, other.top) - max(one.bottom, other.bottom) < 2, (one, other)


def test_a_wide_map_is_split_at_its_phases(tmp_path: Path) -> None:
    """Each phase stands whole on one page; the names of the lanes are on each, and where it goes on."""
    project = mortgage(per_phase=2)
    low = changed(project, notes=(), lanes=project.maps[0].lanes[:3])
    pages = reading.texts_of(handout(low, tmp_path / "out.pdf", parts=("map",)))
    assert len(pages) > 1
    assert all("Touchpoints" in page and "Gefühl" in page for page in pages)
    for number, phase in enumerate(low.maps[0].phases, start=1):
        name = reading.squeezed(f"{number}{phase.name}")
        # Headings name the first and last phase of a page once more.
        assert sum(name in reading.squeezed(page.partition("Was geschieht?")[2]) for page in pages) == 1, name
    assert all(f"weiter auf Seite {number + 1}" in page for number, page in enumerate(pages[:-1], start=1))
    assert "weiter auf Seite" not in pages[-1]


def test_a_phase_wider_than_a_page_is_split_at_its_steps(tmp_path: Path) -> None:
    project = mortgage(phases=3, per_phase=4)
    steps = tuple(
        replace(step, phase="ph_00001", rank=f"a{i}", name=f"Schritt {i}")
        for i, step in enumerate(mortgage(phases=9).maps[0].steps)
    )
    whole = changed(project, steps=steps, phases=project.maps[0].phases[:1])
    path = handout(whole, tmp_path / "out.pdf", parts=("map",))
    pages = reading.texts_of(path)
    assert len(pages) > 1
    assert all("1 Bedarf" in page for page in pages)
    assert min(reading.font_sizes(path)) >= 7.99


def test_a_step_wider_than_a_page_is_narrowed(tmp_path: Path) -> None:
    project = mortgage(phases=2)
    steps = tuple(replace(step, min_width=1600) for step in project.maps[0].steps)
    path = handout(changed(project, steps=steps), tmp_path / "out.pdf", parts=("map",), landscape=False)
    assert min(reading.font_sizes(path)) >= 7.99
    for number in range(len(reading.page_sizes(path))):
        assert max(box.right for box in reading.boxes(path, number)) <= 595 - 30


def test_a_lane_higher_than_a_page_goes_on_below(tmp_path: Path) -> None:
    """No card is cut: each number stands on exactly one page."""
    project = mortgage(phases=1, per_phase=30)
    path = handout(project, tmp_path / "out.pdf", parts=("map",))
    pages = reading.texts_of(path)
    assert len(pages) > 2
    assert all("Touchpoints" in page for page in pages[:-1])
    for touchpoint in project.maps[0].touchpoints:
        lines = [page.split() for page in pages]
        assert sum(str(touchpoint.number) in words for words in lines) >= 1


def test_bookmarks_lead_to_every_part(sample: Path) -> None:
    marks = reading.outline(sample)
    figures = {texts.of("de").t(spec.title) for spec in FIGURES}
    outermost = [title for level, title, _ in marks if level == 0 and title not in figures]
    assert figures & {title for _level, title, _page in marks}
    assert outermost == ["Deckblatt", "Map", "Phasenblätter", "Persona", "Touchpoints", "Notizen", "Legende"]
    pages = [page for _, _, page in marks]
    assert pages == sorted(pages)
    assert pages[0] == 1


def test_document_information_and_language(sample: Path) -> None:
    reader = PdfReader(sample)
    info = reader.metadata
    assert info is not None
    assert info.title == mortgage().maps[0].title
    assert info.author == "Team Baufinanzierung"
    assert str(info.subject).startswith("Customer Journey Map: Die Reise der Familie Brandt")
    assert str(info.creator).startswith("cjeditor ")
    assert reader.root_object["/Lang"] == "de"


def test_page_numbers_header_and_footer(sample: Path) -> None:
    pages = reading.texts_of(sample)
    for number, page in enumerate(pages, start=1):
        assert f"{number} / {len(pages)}" in page
        assert "Erstes eigenes Zuhause · Ist · Familie Brandt" in page
        assert "Erstes eigenes Zuhause, Version 7 · Rückfragen: Team Baufinanzierung" in page


def test_the_same_project_gives_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    assert handout(mortgage(), tmp_path / "again.pdf").read_bytes() == sample.read_bytes()


def test_typography_is_german(sample: Path) -> None:
    text = " ".join(reading.texts_of(sample))
    assert "−2" in text
    assert "2 → 9 Tage" in text
    assert "(3 × 4)" in text.replace("\u00a0", " ")


@pytest.mark.parametrize("title", AWKWARD)
def test_awkward_texts_are_printed_as_typed(title: str, tmp_path: Path) -> None:
    project = mortgage(phases=2, per_phase=1, titles=(title, "Zweite Karte"))
    journey: JourneyMap = replace(project.maps[0], title=title, scenario=title, key_finding=title, owner=title)
    losses = write_handout(
        replace(project, maps=(journey,), title=title, client=title),
        journey.id,
        tmp_path / "out.pdf",
        HandoutOptions(date=DAY),
    )
    found = reading.squeezed(" ".join(reading.texts_of(tmp_path / "out.pdf")))
    plain = title.isascii() and "\t" not in title
    if plain:
        assert reading.squeezed(title) in found
        assert losses == ()
    assert "■" not in found
    assert "\x00" not in found


def test_characters_without_a_glyph_are_reported_and_still_found(tmp_path: Path) -> None:
    """A box stands for them on paper; copying and searching gives the text."""
    project = mortgage(phases=1, per_phase=1, titles=("Heißt 日本 in Japan",))
    losses = write_handout(project, "map_a", tmp_path / "out.pdf", HandoutOptions(date=DAY, parts=("touchpoints",)))
    assert [loss.code for loss in losses] == ["export-glyphs-missing"]
    assert losses[0].params["characters"] == "日 本"
    assert "日本" in " ".join(reading.texts_of(tmp_path / "out.pdf"))


def test_twenty_thousand_characters_break_over_pages(tmp_path: Path) -> None:
    words = " ".join(f"Wort{i}" for i in range(2_600))[:20_000]
    project = mortgage(phases=1, per_phase=2, titles=(words, "Kurz"))
    path = handout(project, tmp_path / "out.pdf")
    found = reading.squeezed("".join(reading.texts_of(path)))
    assert all(f"Wort{i}" in found for i in range(0, 2_300, 50))
    assert "Kurz" in found


def test_a_map_without_anything(tmp_path: Path) -> None:
    project = Project(title="", language="en", maps=(JourneyMap(id="map_a", rank="a0"),))
    pages = reading.texts_of(handout(project, tmp_path / "out.pdf"))
    assert "Untitled map" in pages[0]
    assert "This map has no phases yet." in pages[1]


def test_a_map_with_phases_only(tmp_path: Path) -> None:
    project = changed(mortgage(phases=2), touchpoints=(), notes=(), lanes=())
    pages = reading.texts_of(handout(project, tmp_path / "out.pdf"))
    assert "2 Orientierung" in next(page for page in pages if "Diese Map hat noch keine Zeilen." in page)


def test_parts_are_printed_as_asked(tmp_path: Path) -> None:
    path = handout(mortgage(), tmp_path / "out.pdf", parts=("legend", "cover"))
    pages = reading.texts_of(path)
    assert len(pages) == 2
    assert "Legende" in pages[0]


@pytest.mark.parametrize(("language", "name"), [("de", "Unklare Informationen"), ("en", "Unclear information")])
def test_a_drop_off_point_without_a_title_is_called_by_its_reason(language: str, name: str, tmp_path: Path) -> None:
    project = mortgage(phases=1)
    point = DropOffPoint(id="do_x", reason="unclear-information")
    first, *others = project.maps[0].touchpoints
    project = changed(project, touchpoints=(replace(first, drop_off_points=(point,)), *others))
    path = handout(project, tmp_path / "out.pdf", parts=("touchpoints",), language=language)
    assert reading.squeezed(name) in reading.squeezed(" ".join(reading.texts_of(path)))


def test_labels_in_the_other_language(tmp_path: Path) -> None:
    path = handout(mortgage(phases=1), tmp_path / "out.pdf", language="en")
    assert "Current state" in reading.texts_of(path)[0]
    assert PdfReader(path).root_object["/Lang"] == "en"


def test_progress_reaches_its_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))

    write_handout(mortgage(), "map_a", tmp_path / "out.pdf", HandoutOptions(date=DAY), progress)
    assert told == [(i, len(told)) for i in range(1, len(told) + 1)]


@pytest.mark.parametrize("asked_before", [0, 1, 4, 9])
def test_cancelling_leaves_nothing(asked_before: int, tmp_path: Path) -> None:
    """Whenever the user cancels: the old file stays, and no temporary one is left."""
    path = tmp_path / "out.pdf"
    path.write_bytes(b"old")
    answers = iter([False] * asked_before)
    with pytest.raises(ExportCancelled):
        write_handout(mortgage(), "map_a", path, HandoutOptions(date=DAY), cancelled=lambda: next(answers, True))
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["out.pdf"]


def test_a_missing_folder_is_said_before_any_work(tmp_path: Path) -> None:
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return False

    with pytest.raises(ExportRefused) as refused:
        write_handout(mortgage(), "map_a", tmp_path / "no" / "out.pdf", HandoutOptions(), cancelled=cancelled)
    assert refused.value.problem.code == "export-folder-missing"
    assert asked == []


def test_an_unknown_map(tmp_path: Path) -> None:
    with pytest.raises(EditRefused):
        write_handout(mortgage(), "map_b", tmp_path / "out.pdf", HandoutOptions())
    assert list(tmp_path.iterdir()) == []


def test_no_file_of_the_computer_is_read_into_it(tmp_path: Path) -> None:
    """Markup in a title is text; neither pictures nor links come from it."""
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"\x89PNG")
    title = f'<img src="{secret}"/><a href="javascript:alert(1)">x</a>'
    path = handout(mortgage(phases=1, per_phase=1, titles=(title,)), tmp_path / "out.pdf")
    data = path.read_bytes()
    assert b"/Subtype /Image" not in data
    assert b"/URI" not in data
    assert b"/JavaScript" not in data


def test_the_sample_that_ships(tmp_path: Path) -> None:
    """A complete map: every touchpoint's title is in the handout, and nothing is missing in the fonts."""
    project = load(ROOT / "resources/samples/first-home.de.cjmap")
    path = tmp_path / "out.pdf"
    losses = write_handout(project, project.maps[0].id, path, HandoutOptions(date=DAY))
    assert losses == ()
    found = reading.squeezed(" ".join(reading.texts_of(path)))
    missing = [one.title for one in project.maps[0].touchpoints if reading.squeezed(one.title) not in found]
    assert missing == []


def test_the_table_of_notes_leaves_out_pictures_without_a_caption(tmp_path: Path) -> None:
    project = mortgage(phases=1)
    journey = project.maps[0]
    first, second = journey.notes[:2]
    lane = replace(next(one for one in journey.lanes if one.id == first.lane), kind="images")
    pictures = (
        replace(first, kind="image", text=""),
        replace(second, kind="image", text="Am Schalter", lane=first.lane),
    )
    only = changed(project, notes=pictures, lanes=tuple(lane if one.id == lane.id else one for one in journey.lanes))
    (page,) = reading.texts_of(handout(only, tmp_path / "out.pdf", parts=("notes",)))
    assert "Bild Am Schalter" in page
    assert page.count("Bild") == 1
    none = changed(only, notes=pictures[:1])
    begun = reading.outline(handout(none, tmp_path / "none.pdf", parts=("legend", "notes")))
    assert "Notizen" not in [title for _, title, _ in begun]
