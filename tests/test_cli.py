"""The command line: what scripts rely on."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cjeditor import cli
from cjeditor.storage.load import load
from cjeditor.storage.save import save
from tests.export import reading
from tests.export.samples import mortgage

pytestmark = pytest.mark.usefixtures("english_shell")

ROOT = Path(__file__).parents[1]
DAY = datetime.date(2026, 11, 22)


def run(*arguments: str | Path) -> int:
    return cli.main([str(argument) for argument in arguments], today=lambda: DAY)


# ---------------------------------------------------------------------------------------------------------- new
@pytest.mark.parametrize("template", ["three-phases", "five-phases", "nine-phases", "loyalty-loop", "blank"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_new_makes_a_valid_project(
    template: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "new.cjmap"
    assert run("new", path, "--template", template, "--lang", language, "--title", "Mein Weg") == 0
    project = load(path)
    assert (project.title, project.language) == ("Mein Weg", language)
    assert project.maps[0].framework == (None if template == "blank" else template)
    assert capsys.readouterr() == ("", "")


def test_new_in_place_of_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "a.cjmap"
    folder.mkdir()
    for force in ([], ["--force"]):
        assert run("new", folder, *force) == 1
        assert capsys.readouterr().err == f"{folder}: This is a folder: Choose a file\n"


def test_new_with_a_title_that_cannot_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("new", tmp_path / "a.cjmap", "--title", "a\x01b") == 1
    assert capsys.readouterr().err.startswith("--title: The text holds control characters")
    assert list(tmp_path.iterdir()) == []


def test_new_takes_the_language_of_the_locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "de_AT.UTF-8")
    assert run("new", tmp_path / "new.cjmap") == 0
    assert load(tmp_path / "new.cjmap").language == "de"


def test_new_overwrites_only_when_forced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "new.cjmap"
    path.write_text("mine")
    assert run("new", path) == 1
    assert path.read_text() == "mine"
    said = "There is already a file with this name: Choose another name, or add --force"
    assert capsys.readouterr().err == f"{path}: {said}\n"
    assert run("new", path, "--force") == 0
    assert load(path).maps


# ----------------------------------------------------------------------------------------------------- validate
def test_validate_is_silent_about_good_files(project_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("validate", project_file, project_file) == 0
    assert capsys.readouterr() == ("", "")


BAD_FILES = {
    "not JSON": b"hello",
    "empty": b"",
    "another shape": b'{"a": 1}',
    "newer": b'{"format": "cjeditor-project", "version": 99}',
    "brackets": b"[" * 100_000,
    "surrogate": b'{"format": "cjeditor-project", "version": 2, "title": "\\ud800"}',
    "key twice": b'{"format": "cjeditor-project", "version": 2, "title": "a", "title": "b"}',
    "not UTF-8": b"\xff\xfe\x00",
}


@pytest.mark.parametrize("content", BAD_FILES.values(), ids=BAD_FILES)
def test_validate_says_what_is_wrong_in_lines(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.cjmap"
    path.write_bytes(content)
    assert run("validate", path) == 1
    out, err = capsys.readouterr()
    assert out == ""
    for line in err.splitlines():
        assert line.startswith(f"{path}: ")
        assert len(line.split(": ")) >= 3
    assert "Traceback" not in err


def test_validate_names_the_place(project_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads(project_file.read_text())
    document["maps"][0]["touchpoints"][3]["emotion"] = 7
    project_file.write_text(json.dumps(document))
    assert run("validate", project_file) == 1
    err = capsys.readouterr().err
    assert "tp_00003" in err
    assert "emotion" in err
    assert err.count("\n") == 1


def test_validate_goes_on_after_a_bad_file(project_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = project_file.with_name("missing.cjmap")
    assert run("validate", missing, project_file, missing) == 1
    assert capsys.readouterr().err.count("\n") == 2


# ------------------------------------------------------------------------------------------------------- export
@pytest.mark.parametrize("suffix", [".pdf", ".svg", ".png", ".PDF", ".pptx", ".html"])
def test_export_by_suffix(suffix: str, project_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = project_file.with_name(f"out{suffix}")
    assert run("export", project_file, "-o", out) == 0
    beginnings = {".pdf": b"%PDF-", ".svg": b"<?xml", ".png": b"\x89PNG", ".pptx": b"PK", ".html": b"<!DOCTYPE"}
    assert out.read_bytes().startswith(beginnings[suffix.lower()])
    assert capsys.readouterr() == ("", "")


def test_export_of_a_handout_as_wished(project_file: Path) -> None:
    out = project_file.with_name("out.pdf")
    arguments = ("--paper", "a3", "--portrait", "--parts", "cover,legend", "--lang", "en", "--date", "2025-01-31")
    assert run("export", project_file, "-o", out, *arguments) == 0
    pages = reading.texts_of(out)
    assert len(pages) == 2
    assert reading.page_sizes(out)[0] == pytest.approx((841.9, 1190.5), abs=0.1)
    assert "31 Jan 2025" in pages[0]
    assert "Current state" in pages[0]


def test_export_of_a_set_on_an_own_paper_in_a_brand(project_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, brand = project_file.with_name("out.pdf"), project_file.with_name("brand.json")
    brand.write_text('{"format": "cjeditor-brand", "version": 1, "name": "Bank", "footer": "© Bank"}', encoding="utf-8")
    arguments = ("--preset", "short", "--paper", "600X300", "--audience", "client", "--brand", brand)
    assert run("export", project_file, "-o", out, *arguments) == 0
    assert reading.page_sizes(out)[0] == pytest.approx((1700.8, 850.4), abs=0.1)
    pages = reading.texts_of(out)
    assert all("© Bank" in page for page in pages)
    brand.write_text('{"format": "cjeditor-brand", "version": 1, "name": "Bank", "logo": "bm8="}', encoding="utf-8")
    assert run("export", project_file, "-o", out, *arguments) == 1
    assert "no picture" in capsys.readouterr().err
    assert reading.texts_of(out) == pages


def test_export_of_a_poster_in_sheets(project_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = project_file.with_name("out.pdf")
    assert (
        run("export", project_file, "-o", out, "--tile", "A4", "--paper", "A2", "--overlap", "8", "--lang", "en") == 0
    )
    pages = reading.texts_of(out)
    assert "Assembly plan" in pages[0]
    assert f"{len(pages) - 1} sheets A4" in pages[0]
    assert "strip of 8 mm" in pages[0]
    assert {tuple(map(round, size)) for size in reading.page_sizes(out)} <= {(595, 842), (842, 595)}
    said = capsys.readouterr().err
    assert said.startswith(f"{out}: The smallest letters have ")
    assert said.count("\n") == 1


def test_export_of_a_poster_in_a_brand(project_file: Path) -> None:
    out, brand = project_file.with_name("out.pdf"), project_file.with_name("brand.json")
    brand.write_text('{"format": "cjeditor-brand", "version": 1, "name": "Bank", "footer": "© Bank"}', encoding="utf-8")
    assert run("export", project_file, "-o", out, "--poster", "--paper", "3000x4500", "--brand", brand) == 0
    (page,) = reading.texts_of(out)
    assert "© Bank" in page


def test_letters_that_are_large_enough_are_not_spoken_of(
    project_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = project_file.with_name("out.pdf")
    assert run("export", project_file, "-o", out, "--poster", "--paper", "3000x4500", "--grey") == 0
    assert reading.page_sizes(out)[0] == pytest.approx((12755.9, 8503.9), abs=0.1)
    assert capsys.readouterr().err == ""


def test_export_dates_from_today(project_file: Path) -> None:
    out = project_file.with_name("out.pdf")
    assert run("export", project_file, "-o", out, "--parts", "cover") == 0
    assert "22.11.2026" in reading.texts_of(out)[0]


def test_export_of_a_named_map(project_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = project_file.with_name("out.svg")
    assert run("export", project_file, "-o", out, "--map", "map_a") == 0
    assert run("export", project_file, "-o", out, "--map", mortgage().maps[0].title.upper()) == 0
    assert run("export", project_file, "-o", out, "--map", "Andere") == 1
    assert "“Andere”" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("no/out.pdf", "does not exist"),
        ("folder.pdf", "There is a folder with this name"),
    ],
)
def test_export_says_first_where_it_cannot_go(
    out: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before it reads the project: that one does not even exist here."""
    (tmp_path / "folder.pdf").mkdir()
    assert run("export", tmp_path / "missing.cjmap", "-o", tmp_path / out) == 1
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1
    assert "missing.cjmap" not in err


@pytest.mark.parametrize("link", ["same", "symbolic", "hard"])
def test_export_never_replaces_the_project(link: str, project_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = project_file.with_name("out.pdf")
    match link:
        case "same":
            project_file = project_file.rename(out)
        case "symbolic":
            out.symlink_to(project_file)
        case _:
            out.hardlink_to(project_file)
    before = project_file.read_bytes()
    assert run("export", project_file, "-o", out) == 1
    assert project_file.read_bytes() == before
    assert capsys.readouterr().err == f"{out}: There is a project in this file: Choose another name\n"


def test_export_reports_losses_and_succeeds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "tokyo.cjmap"
    save(mortgage(phases=1, per_phase=1, titles=("東京",)), path, expected=None)
    assert run("export", path, "-o", tmp_path / "out.pdf") == 0
    assert "東 京" in capsys.readouterr().err


# ------------------------------------------------------------------------------------------------ verb or files
@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        ([], False),
        (["a.cjmap"], False),
        (["folder/a"], False),
        (["--"], False),
        (["validate"], True),
        (["--help"], True),
        (["--lang", "de", "validate", "x"], True),
        (["frob"], True),
    ],
)
def test_files_are_for_the_window(arguments: list[str], asked: bool) -> None:
    assert cli.is_asked(arguments) is asked


def test_options_may_come_before_the_verb(project_file: Path) -> None:
    assert run("--lang", "de", "--verbose", "validate", project_file) == 0


# ------------------------------------------------------------------------------------------------- the last net
def test_an_unforeseen_error_is_one_line(
    project_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def broken(*_args: object) -> None:
        raise ZeroDivisionError("secret details")

    monkeypatch.setattr("cjeditor.commands.load", broken)
    assert run("validate", project_file) == 1
    said = "cjeditor: An unexpected error (ZeroDivisionError): Run again with --verbose for a log\n"
    assert capsys.readouterr().err == said
    assert run("validate", project_file, "--verbose") == 1
    err = capsys.readouterr().err
    assert "Traceback" not in err
    log = tmp_path / "home/state/command-line.log"
    assert str(log) in err
    assert "ZeroDivisionError: secret details" in log.read_text()


def test_verbose_tells_what_is_done_and_only_then(project_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = project_file.with_name("out.pdf")
    assert run("export", str(project_file), "-o", str(out), "--verbose", "--parts", "cover") == 0
    err = capsys.readouterr().err
    assert f"read {project_file}" in err
    assert "page 1 of 1" in err
    assert run("validate", project_file) == 0
    assert capsys.readouterr().err == ""


BLOCKER = """
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "qtpy"}:
            raise ImportError(f"{name} is blocked")
sys.meta_path.insert(0, Blocker())
from cjeditor.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def program(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, where Qt cannot be imported."""
    clean = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LANG", "LANGUAGE")}
    return subprocess.run(
        [sys.executable, "-c", BLOCKER, *map(str, arguments)],
        cwd=cwd,
        env={**clean, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_everything_works_without_qt(tmp_path: Path) -> None:
    done = [
        program("new", "a.cjmap", cwd=tmp_path),
        program("validate", "a.cjmap", cwd=tmp_path),
        program("export", "a.cjmap", "-o", "a.pdf", cwd=tmp_path),
        program("export", "a.cjmap", "-o", "a.png", cwd=tmp_path),
        program("convert", "a.cjmap", "--to", "svg", "-d", ".", cwd=tmp_path),
        program("export", "a.cjmap", "-o", "a.pptx", cwd=tmp_path),
        program("export", "a.cjmap", "-o", "a.html", cwd=tmp_path),
    ]
    said = ["", "", "", "", "1 of 1: a.cjmap → a.svg\n", "", ""]
    assert [(one.returncode, one.stderr) for one in done] == [(0, line) for line in said]
    made = ["a.cjmap", "a.html", "a.pdf", "a.png", "a.pptx", "a.svg"]
    assert sorted(path.name for path in tmp_path.iterdir()) == made


def test_the_front_is_light(tmp_path: Path) -> None:
    """The window starts through `cli` too: asking must not load pydantic, reportlab or Babel."""
    code = (
        "import sys; from cjeditor import cli; cli.is_asked(['a.cjmap']); "
        "print([name for name in ('pydantic', 'reportlab', 'babel', 'argparse', 'fontTools') if name in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert found.stdout.strip() == "[]"


def test_a_terminal_without_our_characters(tmp_path: Path) -> None:
    """An 8-bit locale: characters that it lacks are shown by number, and nothing breaks."""
    done = program("--help", "--lang", "de", cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "\\u2026" in done.stdout
    done = program("validate", "größe.cjmap", cwd=tmp_path, PYTHONIOENCODING="ascii:strict", LANG="de_DE.ISO-8859-1")
    assert done.returncode == 1
    assert "\\xf6" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("redirection", [">/dev/full", ">&-"])
def test_output_that_cannot_be_written(redirection: str) -> None:
    shell = f'"{sys.executable}" -m cjeditor --version {redirection}'
    done = subprocess.run(["bash", "-c", shell], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert done.stderr.startswith("cjeditor: The output could not be written (")
    assert done.stderr.count("\n") == 1


def test_a_reader_that_has_seen_enough(tmp_path: Path) -> None:
    """`cjeditor --help | head -1` ends without a word."""
    shell = f'"{sys.executable}" -m cjeditor --help | true; echo ${{PIPESTATUS[0]}}'
    done = subprocess.run(["bash", "-c", shell], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == ""
    assert done.stdout.strip() in ("0", "1")
