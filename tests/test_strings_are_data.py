"""Strings that look like something else reach paper, pictures and the terminal as what was typed, and do nothing."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from cjeditor import cli, texts
from cjeditor.export.handout import write_handout
from cjeditor.export.minutes import write_minutes
from cjeditor.export.minutes_content import MinutesOptions
from cjeditor.export.options import HandoutOptions
from cjeditor.export.picture import write_picture
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.project import Project
from cjeditor.storage.save import save
from cjeditor.wording import plain
from tests.builders import MAP, small_project
from tests.export.reading import squeezed, texts_of
from tests.hostile_strings import STRINGS
from tests.model.saying import saying_all
from tests.storage.test_hostile_files import is_one_line

SHOWN = tuple(text for text in STRINGS if text.strip() and text.isascii() and len(text) < 120)
"""Those that our fonts can show whole, so that they can be read back."""


_ACTIONS = (b"/JavaScript", b"/OpenAction", b"/Launch", b"/URI", b"/EmbeddedFile")


@pytest.fixture(scope="module")
def project() -> Project:
    return saying_all(STRINGS)


def test_a_handout_prints_what_was_typed_and_does_nothing_else(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    write_handout(project, MAP, path, HandoutOptions(date="2026-11-27"))
    printed = squeezed("".join(texts_of(path)))
    assert [text for text in SHOWN if squeezed(text) not in printed] == []
    reader = PdfReader(path)
    kinds = {
        str(one.get_object().get("/A", {}).get("/S", "/GoTo"))
        for page in reader.pages
        for one in page.get("/Annots", None) or ()
    }
    assert kinds <= {"/GoTo"}, "links lead within the handout only"
    raw = path.read_bytes()
    assert [
        word for word in (b"/JavaScript", b"/OpenAction", b"/Launch", b"/URI", b"/EmbeddedFile") if word in raw
    ] == []


def test_a_picture_shows_what_was_typed_and_reaches_outside_of_nothing(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "x.svg"
    write_picture(project, MAP, path)
    root = ElementTree.fromstring(path.read_bytes())  # noqa: S314  our own file
    drawn = squeezed("".join(root.itertext()))
    assert [text for text in SHOWN if squeezed(text) not in drawn] == []
    kinds = {one.tag.rpartition("}")[2] for one in root.iter()}
    assert kinds.isdisjoint({"script", "foreignObject", "iframe", "a", "object", "set", "animate", "handler", "b", "i"})
    for one in root.iter():
        for name, value in one.attrib.items():
            assert not name.rpartition("}")[2].startswith("on"), name
            assert not name.endswith("href") or value.startswith(("data:image/", "#")), value[:80]


@pytest.mark.parametrize("suffix", [".md", ".pdf"])
def test_minutes_say_what_was_typed(project: Project, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"x{suffix}"
    write_minutes(project, MAP, path, MinutesOptions(title="<b>A & B</b>", date="2026-11-27"))
    if suffix == ".md":
        written = path.read_text(encoding="utf-8")
        unescaped = squeezed(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", written))
        assert [
            text for text in SHOWN if squeezed(text) not in unescaped and squeezed(text) not in squeezed(written)
        ] == []
        assert re.search(r"(?<!\\)<(?!br>)[a-zA-Z/!?]", written) is None, "no tag is taken for one"


def test_the_command_line_repeats_any_word_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "small.cjmap"
    save(small_project(), file, expected=None)
    arguments: list[list[str]] = []
    for text in STRINGS:
        if "\0" in text:
            continue
        arguments += [
            ["validate", text],
            ["export", str(file), "-o", str(tmp_path / "x.svg"), "--map", text],
            ["export", str(file), "-o", text],
            ["new", str(file), "--template", text],
            [text, "--lang", "en"],
        ]
    for words in arguments:
        assert cli.main(["--lang", "en", *words]) in (cli.DONE, cli.BAD_INPUT, cli.WRONG_USAGE), words
        told = capsys.readouterr()
        for said in told.err.split("\n")[:-1]:
            assert is_one_line(said) or len(said) >= 1_000, (words, said)
        assert told.err.count("\n") <= 1, (words, told.err)


def test_a_title_from_a_file_is_repeated_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number, text in enumerate(STRINGS):
        file = tmp_path / f"{number}.cjmap"
        project = saying_all([text])
        save(set_touchpoint(project, MAP, [project.maps[0].touchpoints[0].id], title=text), file, expected=None)
        assert (
            cli.main(["export", str(file), "-o", str(tmp_path / "x.svg"), "--map", "nobody", "--lang", "de"])
            == cli.BAD_INPUT
        )
        said = capsys.readouterr().err
        assert said.count("\n") == 1
        assert is_one_line(said.removesuffix("\n"))


def test_texts_in_sentences_are_never_taken_for_places_to_fill() -> None:
    for language in texts.LANGUAGES:
        words = texts.of(language)
        for text in STRINGS:
            assert plain(text) in words.t("{what} (found: {value})", what=plain(text), value="x")
            assert text in words.quoted(text)
            # With a sign behind it, for “None” and the like are texts of the program, too.
            assert words.t(f"{text} ·") == f"{text} ·", "without parameters, braces stay as they are"
