"""What is written is PDF/A-2b and tagged: by pikepdf's judge, qpdf, pypdf, and a walk through the tree of structure."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from pypdf import PdfReader

from cjeditor.analysis.comparing_maps import compared
from cjeditor.catalogue.frameworks import frameworks
from cjeditor.export.booklet import write_booklet
from cjeditor.export.comparison import write_comparison
from cjeditor.export.handout import write_handout
from cjeditor.export.minutes import write_minutes
from cjeditor.export.minutes_content import MinutesOptions
from cjeditor.export.options import BookletOptions, HandoutOptions, Paper
from cjeditor.export.parts import PART_KEYS
from cjeditor.export.pdf.archive import srgb_profile
from cjeditor.export.pdf.painter import PdfPainter
from cjeditor.export.pdf.writer import PdfWriter
from cjeditor.export.posters.options import PosterOptions
from cjeditor.export.posters.writing import write_poster
from cjeditor.export.views import View
from cjeditor.layout.tags import Tag
from cjeditor.layout.theme import PAPER
from cjeditor.model.replace import replace
from tests.builders import MAP
from tests.export.archives import Node, faults, read_aloud
from tests.export.samples import mortgage
from tests.interchange import painting
from tests.pictures import asset_of, illustrated, photo, sign

DAY = "2026-11-22"


@pytest.fixture(scope="module")
def handout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything a handout can have, of a small map."""
    path = tmp_path_factory.mktemp("archive") / "handout.pdf"
    project = mortgage(phases=3)
    write_handout(project, project.maps[0].id, path, HandoutOptions(paper="A4", date=DAY, parts=PART_KEYS))
    return path


@pytest.fixture(scope="module")
def heard(handout: Path) -> list[Node]:
    return read_aloud(handout)


def test_a_handout_is_one_to_keep(handout: Path) -> None:
    assert faults(handout) == []


def test_what_is_no_archive_is_found_out(handout: Path, tmp_path: Path) -> None:
    """The judge of the other tests can say no."""
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(handout) as pdf:
        del pdf.Root.OutputIntents
        del pdf.Root.Lang
        pdf.Root.StructTreeRoot.K.K = pdf.Root.StructTreeRoot.K.K[1:]
        pdf.save(broken)
    found = " ".join(faults(broken))
    assert "no /Lang" in found
    assert "told 0 times" in found
    assert "6.2.4.3" in found  # colours without a meaning


def test_what_is_read_aloud_is_what_is_seen(heard: list[Node]) -> None:
    """Headings first, tables with rows of equal cells, figures with words for them, and no page numbers between."""
    roles = [node.role for node in heard]
    assert roles[0] == "Document"
    first_words = next(node for node in heard if node.role == "H1")
    assert first_words.text == "Wir wollen raus aus der Mietwohnung, ohne uns zu übernehmen."
    for figure in (node for node in heard if node.role == "Figure"):
        assert figure.said
    assert any("Der Vermieter kündigt Eigenbedarf an" in node.said for node in heard if node.role == "Figure")
    assert not any("1 / " in node.text for node in heard)
    titles = [node.text for node in heard if node.role in ("H1", "H2")]
    assert "Touchpoints" in titles
    assert not any("(Fortsetzung)" in title for title in titles)


def test_tables_are_read_cell_by_cell(heard: list[Node]) -> None:
    start = max(i for i, node in enumerate(heard) if node.role == "H1" and node.text == "Touchpoints")
    rows = _rows(heard[start:])
    assert rows[0] == ["Nr.", "Touchpoint", "Kanal", "Gefühl", "Beleg", "Abbruchpunkte", "Wartezeit"]
    assert rows[1] == ["1 Bedarf"]
    assert rows[2][:3] == ["1", "Der Vermieter kündigt Eigenbedarf an", "Vergleichsportal"]
    assert {len(row) for row in rows} == {1, 7}
    assert rows[2][5] == ""  # an empty cell is there, too


LISTS = (
    "Was am meisten schmerzt",
    "Moments of Truth",
    "Wo es sich am besten anfühlt",
    "Weitere Notizen",
    "Wen man fragt",
    "Fachbegriffe",
    "Beleg",
    "Notizen",
)
"""Headings of lists in findings, glossary, phase sheets and legend."""


def test_lists_are_read_item_by_item(heard: list[Node]) -> None:
    """All that stands between a heading and the next is one list of items, each with all that belongs to it."""
    for heading in LISTS:
        start = next(i for i, node in enumerate(heard) if node.role == "H2" and node.text == heading)
        below = heard[start + 1 :]
        end = next((i for i, node in enumerate(below) if node.role in ("H1", "H2", "H3")), len(below))
        roles = [node.role for node in below[:end]]
        assert roles[0] == "L", (heading, roles)
        depth = below[0].depth
        items = [i for i, node in enumerate(below[:end]) if node.role == "LI"]
        assert items, heading
        assert roles.count("LBody") == len(items)
        assert all(below[i + 1].role == "LBody" for i in items)
        loose = [node for node in below[:end] if node.depth <= depth and node.role != "L"]
        assert all(node.text.startswith("und ") for node in loose), (heading, loose)
    # What is said of a pain point stands in its item: text, phase and grade, and the action.
    start = next(i for i, node in enumerate(heard) if node.role == "H2" and node.text == LISTS[0])
    first = [node for node in heard[start + 4 : start + 8] if node.role == "P"]
    assert [node.text.partition(" ")[0] for node in first] == ["1", "12", "2", "Noch"]


def _rows(nodes: list[Node]) -> list[list[str]]:
    """The cells of the first table."""
    rows: list[list[str]] = []
    start = next(i for i, node in enumerate(nodes) if node.role == "Table")
    for node in nodes[start + 1 :]:
        if node.depth <= nodes[start].depth:
            break
        if node.role == "TR":
            rows.append([])
        elif node.role in ("TH", "TD"):
            rows[-1].append(node.text)
        elif node.text:
            rows[-1][-1] = f"{rows[-1][-1]} {node.text}".strip()
    return rows


def test_pypdf_reads_it_strictly(handout: Path) -> None:
    reader = PdfReader(handout, strict=True)
    assert reader.xmp_metadata is not None
    assert reader.metadata is not None
    assert reader.xmp_metadata.dc_title["x-default"] == reader.metadata.title
    assert reader.xmp_metadata.dc_creator == [reader.metadata.author]
    assert reader.root_object["/Lang"] == "de"
    assert all(page.extract_text() for page in reader.pages[:2])


def test_other_papers_are_to_be_kept_too(tmp_path: Path) -> None:
    """Booklet, minutes and comparison, none of them with anything set that a handout sets."""
    path = tmp_path / "out.pdf"
    project = mortgage(phases=2)
    write_booklet(frameworks()[0], path, BookletOptions(date=DAY))
    assert faults(path) == []
    write_minutes(project, project.maps[0].id, path, MinutesOptions("Title", DAY, ("Ada",)))
    assert faults(path) == []
    changed = replace(project, maps=(replace(project.maps[0], title="Neu", notes=()),))
    both = compared(project, project.maps[0], changed, changed.maps[0])
    write_comparison([both], path, BookletOptions(date=DAY))
    assert faults(path) == []


@pytest.mark.parametrize("tile", [None, "A4"])
def test_posters_are_to_be_kept_too(tile: Paper | None, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    project = mortgage(phases=3)
    write_poster(project, project.maps[0].id, path, PosterOptions(paper="A2", tile=tile, date=DAY))
    assert faults(path) == []
    assert all(node.said for node in read_aloud(path) if node.role == "Figure")
    if tile is not None:
        assert PdfReader(path).page_labels[1] == "A1"


def test_a_figure_of_which_there_is_too_much_to_say(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    writer = PdfWriter(path, language="de", date=DAY)
    writer.setTitle("Titel")
    for said in ("Wort " * 10_000, "W" * 50_000):
        PdfPainter(writer, PAPER, {}).paint(View([], tag=Tag("Figure", said=said)), 300)
    writer.showPage()
    writer.save()
    assert faults(path) == []
    assert [len(node.said) > 7_000 for node in read_aloud(path)] == [False, True, True]


def test_pictures_are_to_be_kept_whatever_their_colours(tmp_path: Path) -> None:
    """Transparent ones, and a photo in inks, which would mean nothing where all else is sRGB."""
    inks = asset_of(painting.encoded(Image.new("CMYK", (40, 30), (0, 255, 255, 0)), "JPEG"), "image/jpeg")
    grey = asset_of(painting.encoded(Image.new("L", (40, 30), 128), "JPEG"), "image/jpeg")
    project = illustrated(photo(), sign(), portrait=sign(32))
    project = replace(
        project,
        assets=(*project.assets, inks, grey),
        maps=tuple(
            replace(
                one,
                notes=tuple(
                    replace(note, picture=inks.sha256) if note.picture == photo().sha256 else note for note in one.notes
                ),
            )
            for one in project.maps
        ),
    )
    path = tmp_path / "out.pdf"
    write_handout(project, MAP, path, HandoutOptions(parts=("cover", "map"), date=DAY))
    assert b"DeviceCMYK" not in path.read_bytes()
    assert faults(path) == []


def test_colours_mean_the_same_each_time() -> None:
    assert srgb_profile()[36:40] == b"acsp"
    assert srgb_profile()[16:20] == b"RGB "
    srgb_profile.cache_clear()
    first = srgb_profile()
    srgb_profile.cache_clear()
    assert srgb_profile() == first
