from __future__ import annotations

import json
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from PySide6.QtGui import QKeySequence

from cjeditor import resources, texts
from cjeditor.analysis.folding import folded
from cjeditor.catalogue.concepts import concepts
from cjeditor.catalogue.frameworks import frameworks
from cjeditor.catalogue.guidance import all_guidance
from cjeditor.catalogue.help_texts import help_words
from cjeditor.window import actions
from cjeditor.window.action_row import Row
from cjeditor.window.chosen_keys import usual
from cjeditor.window.help import contexts
from cjeditor.window.help.book import Book
from cjeditor.window.help.names import Names, UnknownName
from cjeditor.window.help.page import NO_WORDS, Block, Page, Run, Section, Table
from cjeditor.window.pane_plan import PANES
from cjeditor.window.shortcut_sheet import named_keys, sheet
from tests.typography import faults
from tests.window.help.conftest import book_in

EVERY = ("en", "de", texts.PSEUDO_LANGUAGE)
RAW = re.compile(r"\b[a-z]+_[a-z_]+\b|[{}]")


def runs_of(section: Section) -> Iterator[Run]:
    for block in section.blocks:
        for runs in block.items if isinstance(block, Block) else (cell for row in block.rows for cell in row):
            yield from runs


def shape(page: Page) -> object:
    """Return what a page is made of, without its words; an index is sorted by them."""
    return page.key, [
        (section.anchor, section.term, [_shape(block) for block in section.blocks]) for section in page.sections
    ]


def _shape(block: Block | Table) -> object:
    return (block.kind, len(block.items)) if isinstance(block, Block) else (block.widths, len(block.rows))


@pytest.fixture(params=EVERY)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_chapters_stand_in_their_order(book: Book) -> None:
    keys = [chapter.key for chapter in book.chapters]
    assert keys == ["first-steps", "frameworks", "building", "glossary", "files", "keys"]
    every = [page.key for page in book.pages()]
    assert len(set(every)) == len(every)


def test_every_link_leads_somewhere(book: Book) -> None:
    lost = []
    for page in book.pages():
        for run in (run for section in page.sections for run in runs_of(section) if run.target):
            key, _, anchor = run.target.partition("#")
            found = book.page(key)
            if found is None or (anchor and anchor not in [section.anchor for section in found.sections]):
                lost.append(f"{page.key}: {run.target}")
    assert lost == []


def test_no_text_is_empty_or_shows_the_inside_of_the_program(book: Book) -> None:
    for page in book.pages():
        assert page.title.strip()
        for section in page.sections:
            assert section.blocks or section.title, page.key
            for run in runs_of(section):
                assert run.text, page.key
                assert run.text.strip() or run.look == "plain", (page.key, run)
                if run.look not in NO_WORDS:
                    assert not RAW.search(run.text), (page.key, run.text)


@pytest.mark.parametrize("language", ["en", "de"], indirect=False)
def test_what_is_made_for_the_help_is_set_as_print_is(qapp: object, language: str) -> None:
    found = []
    for page in book_in(language).pages():
        if page.key == "keys":  # names of keys are the system's
            continue
        for section in page.sections:
            for run in runs_of(section):
                if run.look in ("plain", "strong", "quiet"):
                    found += [f"{page.key}: {one}" for one in faults(run.text.strip(), language)]
    assert found == []


def test_both_languages_have_the_same_pages_sections_and_blocks(qapp: object) -> None:
    english, german = ([shape(page) for page in book_in(language).pages()] for language in ("en", "de"))
    assert english == german


def test_placeholders_follow_the_program(qapp: object) -> None:
    names = Names(texts.of("en"), {"lanes": "Lanes"})
    assert names.runs("Press {action:file.handout}, {key:file.save}.") == (
        Run("Press "),
        Run("File", "name"),
        Run("\u00a0› "),
        Run("Export", "name"),
        Run("\u00a0› "),
        Run("Handout…", "name"),
        Run("\u00a0"),
        Run("Ctrl+E", "key"),
        Run(", "),
        Run("Ctrl+S", "key"),
        Run("."),
    )
    german = Names(texts.of("de"), {"lanes": "Zeilen"})
    assert german.runs("{menu:emotion}{name:map.new}{keys:Enter}{word:Create}{page:lanes#add}{page:lanes|hier}") == (
        Run("Map", "name"),
        Run("\u00a0› "),
        Run("Gefühl", "name"),
        Run("Neue Map", "name"),
        Run("Eingabetaste", "key"),
        Run("Anlegen", "name"),
        Run("Zeilen", target="lanes#add"),
        Run("hier", target="lanes"),
    )


def test_what_is_named_must_be_there(qapp: object) -> None:
    names = Names(texts.of("en"), {})
    unknown = (
        "action:file.nothing",
        "name:x",
        "key:map.rename",
        "menu:x",
        "keys:Xyzzy",
        "lane:x",
        "page:x",
        "icon:no-such-icon",
        "y:z",
    )
    for one in unknown:
        with pytest.raises(UnknownName):
            names.runs(f"{{{one}}}")


def test_words_that_are_named_are_words_of_the_program() -> None:
    with resources.path("translations/de.po").open("rb") as stream:
        known = {one.id if isinstance(one.id, str) else one.id[0] for one in read_po(stream)}
    folder = resources.path("help")
    missing = []
    for file in sorted(Path(folder).glob("*.json")):
        for text in _strings(json.loads(file.read_text(encoding="utf-8"))):
            for _, kind, wanted, _ in string.Formatter().parse(text):
                if kind == "word" and wanted not in known:
                    missing.append(f"{file.name}: {wanted}")
    assert missing == []


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


def test_the_whole_guidance_can_be_read(qapp: object) -> None:
    book = book_in("de")
    for part in all_guidance():
        page = book.page(f"phase-{part.number}")
        assert page is not None
        text = "\n".join(section.text() for section in page.sections)
        sentences = [part.purpose, part.about, part.success, *part.recognise, *part.examples, *part.advice, *part.facts]
        sentences += [one.text for one in part.questions]
        sentences += [one.sentence for one in (*part.factors, *part.forms, *part.loyalty)]
        assert [one.de for one in sentences if one.de not in text] == []


def test_every_framework_has_a_page_with_its_phases_and_where_their_guidance_is(qapp: object) -> None:
    book = book_in("en")
    for one in frameworks():
        page = book.page(one.key)
        assert page is not None
        (table,) = (block for block in page.sections[-1].blocks if isinstance(block, Table))
        assert len(table.rows) == len(one.phases)
        for phase, row in zip(one.phases, table.rows, strict=True):
            text = "".join(run.text for cell in row for run in cell)
            assert phase.name.en in text
            assert phase.purpose.en in text
            targets = {run.target for cell in row for run in cell if run.target}
            assert targets == {f"phase-{number}" for number in phase.guidance}


def test_the_glossary_has_every_term_in_both_languages_from_a_to_z(qapp: object) -> None:
    for language in ("en", "de"):
        book = book_in(language)
        index = book.page("glossary")
        assert index is not None
        (table,) = (block for block in index.sections[1].blocks if isinstance(block, Table))
        rows = [
            ("".join(run.text for run in first), "".join(run.text for run in other)) for first, other in table.rows[1:]
        ]
        names = {(one.name.en, one.name.de) for one in (*concepts(), *help_words())}
        assert {pair if language == "en" else pair[::-1] for pair in rows} == names
        assert [folded(first) for first, _ in rows] == sorted(folded(first) for first, _ in rows)
        explained = book.page("concepts")
        assert explained is not None
        assert len([section for section in explained.sections if section.term]) == len(concepts())


def test_all_keys_of_the_sheet_stand_in_the_help(book: Book, language: str) -> None:
    page = book.page("keys")
    assert page is not None
    shown = {(run.text) for section in page.sections for run in runs_of(section) if run.look == "key"}
    assert {entry.keys for group in sheet(texts.of(language), usual) for entry in group.entries} <= shown
    assert "Enter" in named_keys()
    assert any(row.id == "help.shortcuts" for row in actions.ROWS)


def test_every_pane_has_its_page(qapp: object) -> None:
    assert set(contexts.PAGES) == {pane.id for pane in PANES}
    assert all(book_in("en").page(key) is not None for key in contexts.PAGES.values())


def test_the_help_names_the_keys_that_the_person_chose(book: Book) -> None:
    def keys_of(row: Row) -> list[QKeySequence]:
        return [QKeySequence("Ctrl+Alt+Q")] if row.id == "file.handout" else [] if row.id == "file.save" else usual(row)

    names = Names(texts.of("en"), {}, keys_of)
    assert "".join(run.text for run in names.runs("{key:file.handout}")) == "Ctrl+Alt+Q"
    assert "".join(run.text for run in names.runs("{key:file.save}")) == "“Save”"
    assert "Ctrl+S" not in "".join(run.text for run in names.runs("{action:file.save}"))
    (page,) = [page for page in Book(texts.of("en"), keys_of).pages() if page.key == "keys"]
    assert "Ctrl+Alt+Q" in str(page)
