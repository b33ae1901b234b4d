"""Many files at once from the command line, and how far it is on a terminal."""

from __future__ import annotations

import datetime
import io
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cjeditor import cli
from cjeditor.progress_line import ProgressLine
from cjeditor.storage.save import save
from tests.export import reading
from tests.export.samples import mortgage
from tests.own_signals import hear_signals

pytestmark = pytest.mark.usefixtures("english_shell")

ROOT = Path(__file__).parents[1]
DAY = datetime.date(2026, 11, 22)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "a.cjmap", tmp_path / "b.cjmap"]
    for path in paths:
        save(mortgage(phases=1, per_phase=1), path, expected=None)
    (tmp_path / "out").mkdir()
    return paths


def run(*arguments: str | Path) -> int:
    return cli.main([str(argument) for argument in arguments], today=lambda: DAY)


def test_a_bad_file_does_not_stop_the_others(files: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    folder = files[0].with_name("out")
    bad = files[0].with_name("bad.cjmap")
    bad.write_text("no project")
    assert run("convert", files[0], bad, "missing.cjmap", files[1], "--to", "svg", "-d", folder) == 1
    assert sorted(path.name for path in folder.iterdir()) == ["a.svg", "b.svg"]
    out, err = capsys.readouterr()
    assert out == ""
    assert [line.split(":")[0] for line in err.splitlines()] == [
        "1 of 4",
        str(bad),
        "missing.cjmap",
        "4 of 4",
        "cjeditor",
    ]
    assert err.endswith("cjeditor: 2 files of 4 were not written\n")
    assert run("convert", *files, "--to", "svg", "-d", folder) == 0
    said = [f"{n} of 2: {file.name} → {folder / file.stem}.svg\n" for n, file in enumerate(files, start=1)]
    assert capsys.readouterr() == ("", "".join(said))


@pytest.mark.parametrize(("form", "beginning"), [("pdf", b"%PDF"), (".html", b"<!DOCTYPE"), ("PPTX", b"PK")])
def test_all_forms_with_their_wishes(form: str, beginning: bytes, files: list[Path]) -> None:
    folder = files[0].with_name("out")
    wishes = ("--date", "2025-01-31", "--audience", "client", "--lang", "de")
    assert run("convert", files[0], "--to", form, "-d", folder, *wishes) == 0
    (made,) = folder.iterdir()
    assert made.name == f"a.{form.lower().removeprefix('.')}"
    assert made.read_bytes().startswith(beginning)


def test_two_of_the_same_name(files: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    folder = files[0].with_name("out")
    (files[0].with_name("other")).mkdir()
    same = files[0].with_name("other") / "A.cjmap"
    same.write_bytes(files[0].read_bytes())
    assert run("convert", files[0], same, "--to", "svg", "-d", folder) == 1
    err = capsys.readouterr().err
    assert f"“{same}” would go where “{files[0]}” went: Give one of them another name" in err
    assert len(list(folder.iterdir())) == 1


def test_a_folder_that_is_not_there_is_made(files: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    folder = files[0].with_name("new") / "one"
    assert run("convert", files[0], "--to", "svg", "-d", folder) == 0
    assert [path.name for path in folder.iterdir()] == ["a.svg"]
    assert capsys.readouterr() == ("", f"1 of 1: a.cjmap → {folder}/a.svg\n")


@pytest.mark.parametrize("wish", ["--brand", "--since"])
def test_what_goes_along_is_read_once_and_before_anything_is_written(
    wish: str, files: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = files[0].with_name("new")
    bad = files[0].with_name("bad.json")
    bad.write_text("{}")
    assert run("convert", *files, "--to", "pdf", "-d", folder, wish, bad) == 1
    err = capsys.readouterr().err
    assert err.startswith(f"{bad}: ")
    assert err.count("\n") == 1
    assert not folder.exists()


@pytest.mark.skipif(os.name != "posix", reason="Ctrl+C is sent as a signal")
def test_ctrl_c_leaves_whole_files_only(files: list[Path]) -> None:
    """The first is there, the second was under way."""
    folder = files[0].with_name("out")
    more = [shutil.copy(files[0], files[0].with_name(f"{n}.cjmap")) for n in range(20)]
    command = [sys.executable, "-m", "cjeditor", "convert", *more, "--to", "pdf", "-d", folder, "--lang", "en"]
    # No thread runs in the tests that the new process could wait for.
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, preexec_fn=hear_signals) as process:  # noqa: PLW1509
        assert process.stderr is not None
        first = process.stderr.readline()
        process.send_signal(signal.SIGINT)
        _, rest = process.communicate(timeout=60)
    assert first.startswith("1 of 20: 0.cjmap → ")
    assert rest.splitlines()[-1] == "cjeditor: stopped"
    assert "Traceback" not in rest
    assert process.returncode == cli.INTERRUPTED
    made = sorted(folder.iterdir())
    assert 1 <= len(made) < 20
    for path in made:
        assert path.suffix == ".pdf"
        assert reading.texts_of(path)


def test_a_folder_that_cannot_be_made(files: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("convert", files[0], "--to", "svg", "-d", files[1]) == 1
    assert (
        capsys.readouterr().err == f"{files[1]}: This is a file, not a folder: Choose a folder, or a new name for one\n"
    )
    assert run("convert", files[0], "--to", "svg", "-d", files[1] / "deep") == 1
    assert "This is a file, not a folder" in capsys.readouterr().err


@pytest.mark.parametrize("wish", [(), ("--note-size", "51"), ("--note-size", "76")])
def test_fields_have_the_size_of_the_notes_that_are_asked_for(wish: tuple[str, ...], files: list[Path]) -> None:
    folder = files[0].with_name("out")
    assert run("convert", files[0], "--to", "pdf", "-d", folder, "--parts", "grid", "--paper", "A4", *wish) == 0
    drawn = reading.drawn(folder / "a.pdf", 0)
    sides = {round((box.right - box.left) / 72 * 25.4) for box in drawn}
    wanted = int(wish[1]) if wish else 51
    assert wanted in sides
    assert ({51, 76} - {wanted}).isdisjoint(sides)


def test_each_participant_gets_sheets(files: list[Path]) -> None:
    folder = files[0].with_name("out")
    sizes = []
    for count in ("2", "9"):
        wishes = ("--parts", "emotion-strips", "--paper", "A4", "--participants", count)
        assert run("convert", files[0], "--to", "pdf", "-d", folder / count, *wishes) == 0
        sizes.append(len(reading.texts_of(folder / count / "a.pdf")))
    assert sizes[0] < sizes[1]


def test_of_nothing_there_is_no_file(files: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    folder = files[0].with_name("out")
    assert run("convert", files[0], "--to", "pdf", "-d", folder, "--parts", "changes") == 1
    assert "--since FILE" in capsys.readouterr().err
    assert run("convert", files[0], "--to", "pdf", "-d", folder, "--parts", "minutes") == 1
    assert "--since" not in capsys.readouterr().err
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--to", "gif"), "“gif” is not one of pdf, svg, png, pptx, html"),
        (("--to", "svg", "--paper", "A3"), "--paper cannot be used for .svg"),
        (("--to", "pptx", "--parts", "cover"), "--parts cannot be used for .pptx"),
        ((), "--to"),
    ],
)
def test_what_makes_no_sense(
    arguments: tuple[str, ...], said: str, files: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("convert", files[0], *arguments, "-d", files[0].with_name("out")) == 2
    err = capsys.readouterr().err
    assert said in err
    assert "cjeditor convert --help" in err


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_on_a_terminal_only(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    folder = files[0].with_name("out")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert run("convert", *files, "--to", "svg", "-d", folder) == 0
    shown = terminal.getvalue()
    assert "1 of 2: a.cjmap" in shown
    assert "2 of 2: b.cjmap, 100%" in shown
    assert shown.endswith(f"\r\x1b[2K2 of 2: b.cjmap → {folder}/b.svg\n")
    terminal.truncate(0)
    assert run("export", files[0], "-o", folder / "c.svg") == 0
    assert "c.svg: 33%" in terminal.getvalue()


def test_a_line_is_no_wider_than_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    terminal = Terminal()
    line = ProgressLine(terminal)
    line.show("x" * 100)
    assert terminal.getvalue().count("x") == 29
    line.clear()
    line.clear()
    assert terminal.getvalue().count("\x1b[2K") == 2
    quiet = Terminal()
    ProgressLine(quiet, wanted=False).show("x")
    assert quiet.getvalue() == ""
