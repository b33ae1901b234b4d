"""Pages read back with a parser of HTML."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from cjeditor.export.brand import Brand
from cjeditor.export.html.page import write_page
from cjeditor.export.options import PublishOptions
from cjeditor.export.problems import ExportCancelled
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project
from cjeditor.resources import path as resource
from cjeditor.storage.load import load
from tests.export.samples import mortgage
from tests.hostile_strings import MARKUP
from tests.pictures import sign

DATED = PublishOptions(date="2026-11-27")
VOID = {"meta", "img", "path", "rect", "line", "use", "image"}


class Read(HTMLParser):
    """The page as tags with their attributes and texts, in order."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((self.open[-1] if self.open else "", data))

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def words(self) -> str:
        return "\n".join(text for tag, text in self.texts if tag != "style")


def written(project: Project, folder: Path, options: PublishOptions = DATED) -> Read:
    path = folder / "page.html"
    assert write_page(project, project.maps[0].id, path, options) == ()
    return Read(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def sample() -> Project:
    return load(resource("samples/coffee-loyalty.en.cjmap"))


@pytest.fixture(scope="module")
def page(sample: Project, tmp_path_factory: pytest.TempPathFactory) -> Read:
    return written(sample, tmp_path_factory.mktemp("page"))


def test_nothing_runs_and_nothing_is_fetched(page: Read) -> None:
    assert not {"script", "link", "iframe", "object", "embed", "form", "base", "img"} & {tag for tag, _ in page.tags}
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for tag, attributes in page.tags:
        for name, value in attributes.items():
            assert not name.startswith("on"), (tag, name)
            assert name != "style"
            if name in ("href", "src", "xlink:href"):
                assert value.startswith("data:image/") or value[1:] in ids, value[:60]
    style = next(text for tag, text in page.texts if tag == "style")
    assert re.findall(r"url\((?!data:font/woff;base64,)", style) == []
    assert "@import" not in style


def test_the_policy_allows_this_style_and_nothing_else(page: Read) -> None:
    policy = next(one["content"] for one in page.all("meta") if one.get("http-equiv") == "Content-Security-Policy")
    style = "".join(text for tag, text in page.texts if tag == "style")
    allowed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{allowed}';" in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy


def test_the_table_holds_the_whole_map(page: Read, sample: Project) -> None:
    said = page.words()
    journey = sample.maps[0]
    for card in journey.touchpoints:
        assert card.title in said
        assert card.description in said
        assert {"id": f"c{card.number}"} in page.all("tr")
    for note in journey.notes:
        assert note.text in said
    for link in page.all("a"):
        assert link["href"].startswith("#")


def test_headings_landmarks_and_names(page: Read) -> None:
    assert page.all("html") == [{"lang": "en"}]
    assert len(page.all("h1")) == len(page.all("main")) == len(page.all("header")) == len(page.all("footer")) == 1
    assert [one["aria-label"] for one in page.all("nav")] == ["Contents"]
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(one.get("scope") for one in page.all("th"))
    assert len(page.all("caption")) == len(page.all("table"))
    for drawing in page.all("svg"):
        assert drawing.get("aria-hidden") == "true" or drawing.get("aria-label") or "viewbox" in drawing
    for link in page.all("li"):
        if link.get("class") == "card":
            assert re.fullmatch(r"m\d+", link["id"])
    region = next(one for one in page.all("div") if one.get("role") == "region")
    assert (region["tabindex"], bool(region["aria-label"])) == ("0", True)


def test_figures_have_their_numbers(page: Read, sample: Project) -> None:
    assert {"figure-nps", "figure-funnel", "figure-kpis"} <= {one.get("id") for one in page.all("section")}
    said = page.words()
    assert all(f"{one.count:,}" in said for one in sample.funnel)
    assert all(one.get("aria-label") for one in page.all("svg") if one.get("role") == "img")


def test_dark_screens_and_paper(page: Read) -> None:
    style = next(text for tag, text in page.texts if tag == "style")
    light, _, dark = style.partition("@media screen and (prefers-color-scheme:dark)")
    assert "--page:#FFFFFF;" in light
    assert "--page:#16191D;" in dark
    assert "@media print" in style
    used = set(re.findall(r"var\((--c\d+)\)", page.page))
    assert used
    assert all(f"{name}:#" in light and f"{name}:#" in dark.partition("}}")[0] for name in used)


def test_paper_has_the_map_in_sheets_that_can_be_read(page: Read, sample: Project) -> None:
    """Each card stands on one sheet, in letters of 8 points at least, on a page of A4 as well as of Letter."""
    (sheets,) = re.findall(r'<div class="sheets (lying|upright)" aria-hidden="true">', page.page)
    across, down = (250.0, 170.0) if sheets == "lying" else (182.0, 238.0)
    drawn = re.findall(r'<div class="sheet">(.*?)</svg></div>', page.page, re.DOTALL)
    assert len(drawn) > 3
    said = []
    for one in drawn:
        found = re.search(r'viewBox="-1 -1 ([\d.]+) [\d.]+" width="([\d.]+)pt" height="([\d.]+)pt"', one)
        assert found is not None
        inner, width, height = map(float, found.groups())
        assert width <= across * 72 / 25.4 + 3
        assert height <= down * 72 / 25.4 + 3
        sizes = {float(size) for size in re.findall(r'font-size="([\d.]+)"', one)}
        assert min(sizes) * width / inner >= 8 - 0.05
        said += re.findall(r">([^<>]+)</text>", one)
    journey = sample.maps[0]
    for card in (*journey.touchpoints, *journey.notes):
        assert str(card.number) in said
    for one in journey.touchpoints:
        assert one.title.replace("&", "&amp;")[:14].rsplit(" ", 1)[0] in " ".join(said)


def test_paper_shows_what_is_for_paper(page: Read) -> None:
    style = next(text for tag, text in page.texts if tag == "style")
    screen, _, paper = style.partition("@media print{")
    assert ".sheets{display:none}" in screen
    assert ".sheets{display:block}" in paper
    assert re.search(r"[^}]*\.scroll[^{]*\{display:none\}", paper)
    assert "@page lying{size:landscape" in paper
    assert "thead{display:table-header-group}" in paper
    assert ",tr,li,dt{break-inside:avoid}" in paper
    assert "break-inside:avoid" in re.findall(r"\.sheet\{([^}]*)\}", paper)
    assert ":root{color-scheme:light}" in paper


def test_many_phases_and_crowded_cells_are_printed_whole(tmp_path: Path) -> None:
    for name, project in (("wide", mortgage(phases=30, per_phase=1)), ("high", mortgage(phases=1, per_phase=120))):
        (tmp_path / name).mkdir()
        page = written(project, tmp_path / name).page
        drawn = "".join(re.findall(r'<div class="sheet">.*?</svg></div>', page, re.DOTALL))
        numbers = re.findall(r">(\d+)</text>", drawn)
        for one in project.maps[0].touchpoints:
            assert str(one.number) in numbers


def test_texts_are_data(tmp_path: Path) -> None:
    titles = tuple(MARKUP[:44])
    read = written(mortgage(phases=2, per_phase=22, titles=titles), tmp_path)
    said = read.words()
    for title in titles:
        assert title in said
    assert not {"b", "script", "img", "iframe", "font", "table2"} & {tag for tag, _ in read.tags}
    assert all(not name.startswith("on") for _, attributes in read.tags for name in attributes)
    assert read.open == []


def test_texts_that_turn_the_direction_end_where_they_stand(tmp_path: Path) -> None:
    page = written(mortgage(phases=1, per_phase=2, titles=("\u202eevil.exe", "a\u0085b")), tmp_path)
    turned = [text for _, text in page.texts if "\u202e" in text]
    assert turned
    assert "\u0085" not in page.page


def test_long_texts_stay_in_their_cards(tmp_path: Path) -> None:
    """A browser may break lines elsewhere: what a card has no room for is cut by its rule, and stands in the table."""
    page = written(mortgage(phases=1, per_phase=1, titles=("x" * 3_000,)), tmp_path)
    style = next(text for tag, text in page.texts if tag == "style")
    rule = re.search(r"#m1 \.w\{([^}]*)\}", style)
    assert rule is not None
    assert "-webkit-line-clamp:5" in rule[1]
    assert "max-height:calc(var(--u)*90)" in rule[1]
    assert "overflow:hidden" in style
    assert page.words().count("x" * 3_000) >= 2


def test_the_same_project_gives_the_same_bytes(tmp_path: Path) -> None:
    first = written(mortgage(), tmp_path).page
    assert written(mortgage(), tmp_path).page == first
    assert "27.11.2026" in first


def test_a_client_sees_no_work(tmp_path: Path) -> None:
    said = written(mortgage(phases=2), tmp_path, PublishOptions(date="2026-11-27", audience="client")).words()
    assert "Hinter den Kulissen" not in said
    assert "Team Baufinanzierung" not in said


def test_a_brand(tmp_path: Path) -> None:
    brand = Brand(sign(), "#660033", "#00AA55", "© Bank & Co")
    page = written(mortgage(phases=1), tmp_path, PublishOptions(date="2026-11-27", brand=brand))
    (logo,) = page.all("img")
    assert logo["src"].startswith("data:image/")
    assert logo["alt"] == "Logo"
    assert "© Bank & Co · " in page.words()
    assert "--heading:#660033;" in page.page


def test_an_empty_map(tmp_path: Path) -> None:
    read = written(Project(maps=(JourneyMap(id="map_a", rank="a0"),)), tmp_path)
    assert "Untitled map" in read.words()
    assert read.open == []


def test_cancelling_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ExportCancelled):
        write_page(mortgage(phases=1), "map_a", tmp_path / "x.html", DATED, cancelled=lambda: True)
    assert list(tmp_path.iterdir()) == []
