"""The command line's booklets."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from cjeditor import cli
from cjeditor.storage.save import save
from tests.export import reading
from tests.export.samples import mortgage

pytestmark = pytest.mark.usefixtures("english_shell")

DAY = datetime.date(2026, 11, 22)


def run(*arguments: str | Path) -> int:
    return cli.main([str(argument) for argument in arguments], today=lambda: DAY)


@pytest.mark.parametrize(("language", "title"), [("en", "Loyalty loop"), ("de", "Loyalty Loop")])
def test_booklet_of_a_framework(language: str, title: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "guide.PDF"
    arguments = ("--paper", "letter", "--portrait", "--lang", language, "--date", "2025-01-31")
    assert run("booklet", "--framework", "loyalty-loop", *arguments, "-o", out) == 0
    assert capsys.readouterr() == ("", "")
    assert reading.page_sizes(out)[0] == pytest.approx((612, 792), abs=0.1)
    cover = reading.texts_of(out)[0]
    assert title in cover
    assert {"en": "31 Jan 2025", "de": "31.01.2025"}[language] in cover


def test_booklet_dates_from_today_and_is_wide(tmp_path: Path) -> None:
    assert run("booklet", "--framework", "THREE-phases", "-o", tmp_path / "x.pdf", "--lang", "de") == 0
    assert "22.11.2026" in reading.texts_of(tmp_path / "x.pdf")[0]
    width, height = reading.page_sizes(tmp_path / "x.pdf")[0]
    assert width > height


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "x.pdf"), "--framework"),
        (("--framework", "nine-phases"), "-o"),
        (("--framework", "ten-phases", "-o", "x.pdf"), "ten-phases"),
        (("--framework", "nine-phases", "-o", "x.svg"), ".pdf"),
        (("--framework", "nine-phases", "-o", "x.pdf", "--portrait", "--landscape"), "--landscape"),
        (("--framework", "nine-phases", "-o", "x.pdf", "--paper", "A9"), "A9"),
        (("--framework", "nine-phases", "-o", "x.pdf", "--date", "soon"), "soon"),
        (("--framework", "nine-phases", "-o", "x.pdf", "map.cjmap"), "map.cjmap"),
    ],
)
def test_booklet_says_what_it_does_not_understand(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("booklet", *arguments) == 2
    err = capsys.readouterr().err
    assert said in err
    assert "cjeditor booklet --help" in err
    assert err.count("\n") == 1


def test_booklet_into_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "no" / "x.pdf"
    assert run("booklet", "--framework", "nine-phases", "-o", out) == 1
    assert capsys.readouterr().err.startswith(f"{out}: ")


def test_a_booklet_takes_the_place_of_no_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "journey.pdf"
    save(mortgage(phases=1), out, expected=None)
    before = out.read_bytes()
    assert run("booklet", "--framework", "nine-phases", "-o", out) == 1
    assert out.read_bytes() == before
    assert str(out) in capsys.readouterr().err
