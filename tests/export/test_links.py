"""What can be clicked in a PDF, and where it leads; what viewers call its pages; the same bytes each time."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pypdf import PdfReader

from cjeditor.export.handout import write_handout
from cjeditor.export.options import HandoutOptions
from cjeditor.export.pdf.painter import PdfPainter
from cjeditor.export.pdf.printing import print_sheets
from cjeditor.export.pdf.sheets import Ends, Frame, Sheet
from cjeditor.export.pdf.writer import PdfWriter
from cjeditor.export.progress import never, silent
from cjeditor.layout.theme import PAPER
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.project import Project
from tests.export.archives import faults
from tests.export.reading import boxes, outline, squeezed, texts_of
from tests.export.samples import mortgage

DAY = "2026-11-22"
LINKS = (
    "https://example.org/a?b=1&c=ü",
    "mailto:hilfe@example.org",
    "www.example.com",
    "javascript:alert(1)",
    "file:///etc",
)


class Link(NamedTuple):
    """A box that leads to a page counted from 0, or to an address."""

    box: tuple[float, ...]
    page: int | None
    address: str


def links_of(path: Path) -> list[list[Link]]:
    """The links of each page."""
    reader = PdfReader(path)
    found: list[list[Link]] = []
    for page in reader.pages:
        found.append([])
        for one in page.get("/Annots", ()):
            annotation: Any = one.get_object()
            assert annotation["/Subtype"] == "/Link"
            box = tuple(float(value) for value in annotation["/Rect"])
            if "/Dest" in annotation:
                number = reader.get_page_number(annotation["/Dest"][0].get_object())
                found[-1].append(Link(box, number, ""))
            else:
                found[-1].append(Link(box, None, str(annotation["/A"]["/URI"])))
    return found


def project() -> Project:
    made = mortgage(phases=3)
    return set_touchpoint(made, made.maps[0].id, ("tp_00000",), web_links=LINKS)


@pytest.fixture(scope="module")
def handout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("links") / "handout.pdf"
    made = project()
    parts = ("cover", "contents", "map", "phases", "touchpoints", "notes")
    write_handout(made, made.maps[0].id, path, HandoutOptions(paper="A4", date=DAY, parts=parts))
    return path


def test_each_line_of_the_contents_leads_where_it_says(handout: Path) -> None:
    pages = texts_of(handout)
    links = links_of(handout)[1]
    shown = [box.text.strip() for box in boxes(handout, 1)]
    assert len(links) > 8
    for link in links:
        inside = [box for box in boxes(handout, 1) if link.box[1] < (box.bottom + box.top) / 2 < link.box[3]]
        inside = [box for box in inside if link.box[0] - 1 < box.left and box.right < link.box[2] + 1]
        title, number = " ".join(box.text.strip() for box in inside).rsplit(" ", 1)
        assert link.page == int(number) - 1
        # A map is not headed by what it is called.
        if title not in ("Map", "Phasenblätter"):
            assert squeezed(title.partition(" ")[2] or title) in squeezed(pages[int(number) - 1])
    assert "Touchpoints" in shown
    assert "Deckblatt" not in shown
    assert shown.count("Inhalt") == 1, "the heading"
    assert [title for _, title, _ in outline(handout)][:2] == ["Deckblatt", "Inhalt"], "viewers lead there all the same"


def test_cards_on_the_map_and_in_the_table_lead_to_their_phase(handout: Path) -> None:
    pages, links = texts_of(handout), links_of(handout)
    titles = [title for _, title, _ in outline(handout)]
    start = titles.index("Phasenblätter") + 1
    sheets = [page - 1 for _, _, page in outline(handout)[start : start + 3]]
    first = sheets[0]
    on_map = [link for page in links[2:first] for link in page]
    assert len(on_map) == len(project().maps[0].touchpoints) + len(project().maps[0].notes)
    assert {link.page for link in on_map} == set(sheets)
    table = next(i for i, text in enumerate(pages) if "Wartezeit" in text)
    in_table = [link for link in links[table] if link.page is not None]
    assert [link.page for link in in_table if link.page == first]
    assert {link.page for link in in_table} <= set(sheets)


def test_only_addresses_of_the_web_and_of_mail_can_be_opened(handout: Path) -> None:
    addresses = [link.address for page in links_of(handout) for link in page if link.address]
    assert addresses == ["https://example.org/a?b=1&c=%C3%BC", "mailto:hilfe@example.org", "https://www.example.com"]
    text = squeezed(" ".join(texts_of(handout)))
    assert all(squeezed(link) in text for link in LINKS)


def test_what_leads_can_be_kept(handout: Path) -> None:
    assert faults(handout) == []


def test_nothing_leads_to_sheets_that_are_not_there(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    made = project()
    write_handout(made, made.maps[0].id, path, HandoutOptions(date=DAY, parts=("map", "touchpoints")))
    assert {link.page for page in links_of(path) for link in page} == {None}
    assert faults(path) == []


def test_contents_are_one_page_whatever_there_is(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    options = HandoutOptions(paper="A4", date=DAY, parts=("contents", "phases", "touchpoints", "notes"))
    for phases, lines in ((70, 3), (30, 33)):  # the phases of the first part where there is room, else only parts
        made = mortgage(phases=phases, per_phase=1)
        write_handout(made, made.maps[0].id, path, options)
        links = links_of(path)[0]
        assert len({link.box for link in links}) == lines
        assert min(link.page or 0 for link in links) == 1


def test_pages_are_called_by_their_numbers_or_names(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    writer = PdfWriter(path, language="de", date=DAY)
    writer.setTitle("Blätter")
    sheets = [Sheet(), Sheet(label="A1"), Sheet(label="Ü2"), Sheet()]
    frame = Frame(400, 300, 1.0, Ends(""), "", Ends(""))
    print_sheets(sheets, frame, writer, PdfPainter(writer, PAPER, {}), silent, never)
    assert PdfReader(path).page_labels == ["1", "A1", "Ü2", "4"]
    assert faults(path) == []


def test_the_same_again_gives_the_same_bytes(handout: Path, tmp_path: Path) -> None:
    made = project()
    options = HandoutOptions(paper="A4", date=DAY, parts=("cover", "contents", "map", "phases", "touchpoints", "notes"))
    write_handout(made, made.maps[0].id, tmp_path / "again.pdf", options)
    assert (tmp_path / "again.pdf").read_bytes() == handout.read_bytes()
    write_handout(made, made.maps[0].id, tmp_path / "later.pdf", HandoutOptions(date="2026-11-23", parts=("cover",)))
    write_handout(made, made.maps[0].id, tmp_path / "cover.pdf", HandoutOptions(date=DAY, parts=("cover",)))
    marks = [PdfReader(tmp_path / name).trailer["/ID"] for name in ("later.pdf", "cover.pdf")]
    assert marks[0] != marks[1]


def test_sixty_touchpoints_stay_below_a_megabyte(tmp_path: Path) -> None:
    made = mortgage(phases=9, per_phase=7)
    write_handout(made, made.maps[0].id, tmp_path / "out.pdf", HandoutOptions(paper="A4", date=DAY))
    assert (tmp_path / "out.pdf").stat().st_size < 600_000
