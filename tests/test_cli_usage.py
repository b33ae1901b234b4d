"""The command line: wrong usage and help."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cjeditor import cli, texts
from cjeditor.export.parts import PARTS

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CJEDITOR_HOME", str(tmp_path / "home"))


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
    ["export", "a.cjmap", "-o", "out.png", "--brand", "brand.json"],
    ["export", "a.cjmap", "-o", "out.pdf", "--parts", "cover,index"],
    ["export", "a.cjmap", "-o", "out.pdf", "--date", "22.11.2026"],
    ["export", "a.cjmap", "-o", "out.pdf", "--date", "2026-02-30"],
    ["export", "a.cjmap", "-o", "out.pdf", "--pap", "A4"],
    ["export", "a.cjmap", "-o", "out.svg", "--paper", "A4"],
    ["export", "a.cjmap", "-o", "out.svg", "--poster"],
    ["export", "a.cjmap", "-o", "out.png", "--grey"],
    ["export", "a.cjmap", "-o", "out.pdf", "--poster", "--overlap", "10"],
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
    german = cli.help_text(verb, texts.of("de"))
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
    assert max(map(len, out.splitlines())) <= 120
    assert ("3" in out.splitlines()[-1]) == (verb == ""), "the verbs that find something end with 3, too"


def test_help_names_every_option() -> None:
    """What the parsers take is what the help says."""
    names = ("commands", "export_verb", "convert_verb", "poster_verb", "arguments")
    source = "".join((ROOT / f"cjeditor/{name}.py").read_text() for name in names)
    begin = {"export": "def export(", "convert": "def _add_options("}
    for verb in cli.VERBS:
        said = cli.help_text(verb, texts.of("en"))
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


def test_help_names_every_part() -> None:
    words = set(re.findall(r"[a-z-]+", cli.help_text("export", texts.of("en"))))
    assert {spec.key for spec in PARTS if not spec.figure} <= words


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out.startswith("cjeditor ")
