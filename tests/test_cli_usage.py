"""The command line: wrong usage and help."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cjeditor import cli, texts, usage
from cjeditor.export.parts import ALL_FIGURES, PARTS
from cjeditor.export.presets import PRESETS

pytestmark = pytest.mark.usefixtures("english_shell")

ROOT = Path(__file__).parents[1]


def run(*arguments: str) -> int:
    return cli.main(arguments)


WRONG = (
    ["frob"],
    ["mingle", "a.cjmap"],
    ["mingle", "--help"],
    ["--help", "frob"],
    ["import", "a.csv", "-o", "a.cjmap"],
    ["new"],
    ["new", "a.cjmap", "b.cjmap"],
    ["new", ""],
    ["new", "a"],
    ["new", "a.pdf"],
    ["new", "a.cjmap.txt"],
    ["new", "a.cjmap", "--template", "seven-phases"],
    ["new", "a.cjmap", "--lang", "fr"],
    ["new", "a.cjmap", "--title"],
    ["validate"],
    ["validate", "a.cjmap", "--force"],
    ["export", "a.cjmap"],
    ["export", "-o", "out.pdf"],
    ["export", "", "-o", "out.pdf"],
    ["convert", "a.cjmap", "", "--to", "svg", "-d", "out"],
    ["check", ""],
    ["export", "a.cjmap", "-o", "out"],
    ["export", "a.cjmap", "-o", "out.docx"],
    ["export", "a.cjmap", "-o", "-"],
    ["export", "a.cjmap", "-o", "out.pdf", "-o", "out.svg"],
    ["export", "a.cjmap", "-o", "out.pdf", "--map", ""],
    ["export", "a.cjmap", "-o", "out.pdf", "--paper", "A7"],
    ["export", "a.cjmap", "-o", "out.pdf", "--paper", "20x500"],
    ["export", "a.cjmap", "-o", "out.pdf", "--portrait", "--landscape"],
    ["export", "a.cjmap", "-o", "out.pdf", "--parts", "cover", "--preset", "short"],
    ["export", "a.cjmap", "-o", "out.pdf", "--audience", "everybody"],
    ["export", "a.cjmap", "-o", "out.pdf", "--parts", "cover,index"],
    ["export", "a.cjmap", "-o", "out.pdf", "--date", "22.11.2026"],
    ["export", "a.cjmap", "-o", "out.pdf", "--date", "2026-02-30"],
    ["export", "a.cjmap", "-o", "out.pdf", "--pap", "A4"],
    ["export", "a.cjmap", "-o", "out.svg", "--paper", "A4"],
    ["export", "a.cjmap", "-o", "out.svg", "--poster"],
    ["export", "a.cjmap", "-o", "out.png", "--date", "2026-11-22"],
    ["export", "a.cjmap", "-o", "out.pptx", "--note-size", "51"],
    ["export", "a.cjmap", "-o", "out.html", "--since", "b.cjmap"],
    ["export", "a.cjmap", "-o", "out.svg", "--participants", "3"],
    ["export", "a.cjmap", "-o", "out.pdf", "--participants", "0"],
    ["export", "a.cjmap", "-o", "out.pdf", "--participants", "201"],
    ["export", "a.cjmap", "-o", "out.pdf", "--participants", "many"],
    ["export", "a.cjmap", "-o", "out.pdf", "--poster", "--participants", "3"],
    ["export", "a.cjmap", "-o", "out.svg", "--overlap", "0"],
    ["export", "a.cjmap", "-o", "out.pdf", "--parts", "cover,,map"],
    ["export", "a.cjmap", "-o", "out.pdf", "--poster", "--overlap", "10"],
    ["export", "a.cjmap", "-o", "out.pdf", "--poster", "--overlap", "0"],
    ["export", "a.cjmap", "-o", "out.pdf", "--tile", "A4", "--overlap", "-1"],
    ["export", "a.cjmap", "-o", "out.pdf", "--tile", "A4", "--overlap", "41"],
    ["export", "a.cjmap", "-o", "out.pdf", "--tile", "A7"],
    ["export", "a.cjmap", "-o", "out.pdf", "--tile", "A3", "--paper", "A4"],
    ["export", "a.cjmap", "-o", "out.pdf", "--repeat-headers"],
    ["export", "a.cjmap", "-o", "out.pdf", "--poster", "--parts", "cover"],
    ["--frob"],
    ["-x"],
    ["--verbose"],
)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_usage(
    arguments: list[str],
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", f"{language}_XX.UTF-8")
    assert run(*arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("cjeditor: ")
    assert err.count("\n") == 1
    assert "--help" in err
    assert list(tmp_path.iterdir()) == []


def test_german_words_for_what_the_parser_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", "a.cjmap", "--lang", "de") == 2
    assert "das fehlt: -o/--output" in capsys.readouterr().err


def test_what_is_not_understood_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["-x"], ["--frob", "--lang", "en"]):
        assert run(*arguments) == 2
        assert capsys.readouterr().err == f"cjeditor: not understood: {arguments[0]}: see cjeditor --help\n"


def test_the_format_is_named_that_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", "a.cjmap", "-o", "a.docx") == 2
    assert "“a.docx” does not end in .pdf | .svg | .png" in capsys.readouterr().err
    assert run("new", "a.docx", "--lang", "de") == 2
    assert "DATEI: „a.docx“ endet nicht auf .cjmap" in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["", "new", "validate", "export", "convert", "booklet"])
def test_german_help_is_german(verb: str) -> None:
    german = usage.help_text(verb, texts.of("de"))
    assert german.startswith("Aufruf: cjeditor")
    for word in ("FILE", "OUT", "TITLE", "SIZE", "LIST ", "VERB …"):
        assert word not in german


@pytest.mark.parametrize("verb", ["", "new", "validate", "export", "convert", "booklet"])
@pytest.mark.parametrize(("language", "word"), [("en", "Usage:"), ("de", "Aufruf:")])
def test_help(verb: str, language: str, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*filter(None, [verb]), "--help", "--lang", language) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith(word)
    assert "--lang" in out
    assert max(map(len, out.splitlines())) <= usage.WIDEST
    ending = out.rpartition("\n\n")[2]
    assert bool(re.search(r"\b3\b", ending)) == (verb == ""), "the verbs that find something end with 3, too"


@pytest.mark.parametrize("verb", ["export", "convert"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_help_lists_all_parts_and_sets(verb: str, language: str) -> None:
    """Each by its key with what it is, as the tables have it, in lines that a terminal has room for."""
    words = texts.of(language)
    for columns, most in ((40, 80), (90, 90), (300, 100)):
        said = usage.help_text(verb, words, columns)
        assert max(map(len, said.splitlines())) <= most
        flat = " ".join(said.split())
        for part in PARTS:
            meaning = words.t(part.title if part.figure else part.tip)
            assert f" {part.key} {' '.join(meaning.split())}" in flat, part.key
        for preset in PRESETS:
            assert f" {preset.key} {' '.join(words.t(preset.tip).split())}" in flat
        assert f" {ALL_FIGURES} " in flat


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("mapp", "map"), ("Persona", "personas"), ("Emotion curve", "emotion"), ("runsheet", "run-sheet")],
)
def test_an_unknown_part_leads_to_the_nearest(typed: str, meant: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", "a.cjmap", "-o", "a.pdf", "--parts", f"cover,{typed}") == 2
    said = capsys.readouterr().err
    assert f"“{typed}” is no part, the nearest is {meant}; there are cover, contents," in said
    assert "figures: see cjeditor export --help" in said, "whole, however long the list is"


def test_an_unknown_part_that_is_like_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", "a.cjmap", "-o", "a.pdf", "--parts", "xyz", "--lang", "de") == 2
    assert "„xyz“ ist kein Teil; es gibt cover, contents," in capsys.readouterr().err


@pytest.mark.parametrize(
    ("form", "option", "why"),
    [
        (".pptx", ("--parts", "cover"), "only a PDF is made of parts"),
        (".html", ("--paper", "A4"), "only a PDF has paper"),
        (".svg", ("--poster",), "posters are printed from a PDF"),
        (".png", ("--date", "2026-11-22"), "pictures show no date"),
        (".svg", ("--width", "500"), "only a PNG is made of pixels"),
        (".pdf", ("--transparent",), "only pictures can be without a ground"),
    ],
)
def test_what_a_form_cannot_do_has_its_reason(
    form: str, option: tuple[str, ...], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", "a.cjmap", "-o", f"a{form}", *option) == 2
    assert f"{option[0]} cannot be used for {form} ({why}" in capsys.readouterr().err


def test_help_names_every_option() -> None:
    """What the parsers take is what the help says."""
    names = ("commands", "export_verb", "convert_verb", "poster_verb", "arguments")
    source = "".join((ROOT / f"cjeditor/{name}.py").read_text() for name in names)
    begin = {"export": "def export(", "convert": "def _add_options("}
    for verb in usage.VERBS:
        said = usage.help_text(verb, texts.of("en"))
        function = source.partition(begin.get(verb, f"def _{verb}("))[2].partition("\ndef ")[0]
        if "add_wishes(" in function:
            function += source.partition("def add_wishes(")[2].partition("\ndef ")[0]
        assert 'add_argument("' in function
        if "add_page(" in function:
            function += source.partition("def add_page(")[2].partition("\ndef ")[0]
        if "add_poster(" in function:
            function += source.partition("def add_poster(")[2].partition("\ndef ")[0]
        for part in function.split('add_argument("')[1:]:
            name = part.partition('"')[0]
            if name.startswith("-"):
                assert name in said, (verb, name)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out.startswith("cjeditor ")
