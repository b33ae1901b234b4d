"""CSV files of any program are read: encodings, separators, quotation marks; what is lost is counted and said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjeditor import texts
from cjeditor.interchange import csv_rows as under_test
from cjeditor.interchange.csv_rows import SEPARATORS, csv_rows, read_csv, text_rows
from cjeditor.interchange.problems import CODE_PARAMS, ImportRefused
from cjeditor.storage import limits
from cjeditor.wording import sentence

TABLE = "Note;Größe\n9;„klein“\n7;groß\n"
ROWS = (("Note", "Größe"), ("9", "„klein“"), ("7", "groß"))


def refused(data: bytes) -> str:
    with pytest.raises(ImportRefused) as caught:
        csv_rows(data)
    problem = caught.value.problem
    assert set(problem.params) == set(CODE_PARAMS[problem.code])
    return problem.code


@pytest.mark.parametrize(
    ("codec", "mark", "name"),
    [
        ("utf-8", b"", "UTF-8"),
        ("utf-8-sig", b"", "UTF-8"),
        ("utf-16", b"", "UTF-16"),
        ("utf-16-le", b"", "UTF-16"),
        ("utf-16-be", b"", "UTF-16"),
        ("utf-16-be", b"\xfe\xff", "UTF-16"),
        ("cp1252", b"", "Windows-1252"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings(codec: str, mark: bytes, name: str, end: str) -> None:
    read = csv_rows(mark + TABLE.replace("\n", end).encode(codec))
    assert (read.rows, read.encoding, read.losses) == (ROWS, name, ())


@pytest.mark.parametrize("separator", SEPARATORS)
def test_separators(separator: str) -> None:
    quoted = 'A;B;C\n1;"x; ""y""\nz";3\n4;5" screen;\n'
    read = text_rows(quoted.replace(";", separator))
    assert read.separator == separator
    assert read.rows == (("A", "B", "C"), ("1", f'x{separator} "y"\nz', "3"), ("4", '5" screen', ""))


@pytest.mark.parametrize(
    ("text", "separator", "rows"),
    [
        ("sep=|\na;b|c\n1;2|3", "|", (("a;b", "c"), ("1;2", "3"))),
        ("Mark;Who\n7,5;Ann, Bo\n8,5;Cy", ";", (("Mark", "Who"), ("7,5", "Ann, Bo"), ("8,5", "Cy"))),
        ("Mark\n9,0\n8\n7,5", "", (("Mark",), ("9,0",), ("8",), ("7,5",))),
        ("9,North\n8,South", ",", (("9", "North"), ("8", "South"))),
        ("9\n8\n\n  \n7", "", (("9",), ("8",), ("7",))),
        ('a, "b, c"\nd, e', ",", (("a", "b, c"), ("d", "e"))),
        ("a;b;;;\n1;2;;;\n3;;;;", ";", (("a", "b"), ("1", "2"), ("3", ""))),
        ("a;b\n1\n2;3;4", ";", (("a", "b", ""), ("1", "", ""), ("2", "3", "4"))),
    ],
)
def test_what_is_found_out(text: str, separator: str, rows: tuple[tuple[str, ...], ...]) -> None:
    read = text_rows(text)
    assert (read.separator, read.rows, read.width) == (separator, rows, len(rows[0]))


def test_a_separator_that_is_told_is_taken() -> None:
    assert text_rows("a,b;c", ",").rows == (("a", "b;c"),)
    assert text_rows("a,b;c", "").rows == (("a,b;c",),)


def test_a_quotation_mark_left_open_swallows_nothing() -> None:
    read = text_rows('Mark;Why\n9;"nice\n8;slow\n7;dear')
    assert read.rows == (("Mark", "Why"), ("9", '"nice'), ("8", "slow"), ("7", "dear"))


def test_losses_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CSV_ROWS", 3)
    monkeypatch.setattr(limits, "CSV_FIELDS", 2)
    monkeypatch.setattr(limits, "CSV_FIELD", 5)
    read = csv_rows(b"a;b\n1;2;3\nlonger;2\nx;y\n\nz;w\n")
    assert read.rows == (("a", "b"), ("1", "2"), ("longe", "2"))
    assert read.total == 5
    assert [(loss.code, dict(loss.params)) for loss in read.losses] == [
        ("csv-rows-left-out", {"count": 2, "limit": 3}),
        ("csv-fields-left-out", {"count": 1, "limit": 2}),
        ("csv-fields-shortened", {"count": 1, "limit": 5}),
    ]
    for loss in read.losses:
        assert set(loss.params) == set(CODE_PARAMS[loss.code])
        for language in texts.LANGUAGES:
            assert "?" not in sentence(loss, texts.of(language))


def test_what_windows_cannot_mean_is_lost_and_said() -> None:
    read = csv_rows(b"Gr\xfc\xdfe;x\nA\x81;y\n")
    assert read.rows[0][0] == "Grüße"
    assert [(loss.code, loss.params["count"]) for loss in read.losses] == [("csv-characters-lost", 1)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "csv-nothing"),
        (b"\xef\xbb\xbf\n \n", "csv-nothing"),
        (b";;;\n;;\n", "csv-nothing"),
        (b"\x89PNG\r\n\x1a\n\x00\x01\x02\x03\x04\x05IHDR\x07\x08" * 9, "csv-binary"),
        (bytes(range(32)) * 40, "csv-binary"),
    ],
)
def test_refused(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_too_big(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(limits, "CSV_SIZE", 10)
    assert refused(b"12345678901") == "csv-too-big"
    path = tmp_path / "a.csv"
    path.write_bytes(b"1\n" * 6)
    with pytest.raises(ImportRefused) as caught:
        read_csv(path)
    assert caught.value.problem.code == "csv-too-big"


def test_files(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(TABLE.encode("cp1252"))
    assert read_csv(path).rows == ROWS
    with pytest.raises(ImportRefused) as caught:
        read_csv(tmp_path / "none.csv")
    assert caught.value.problem.code == "csv-not-read"
    with pytest.raises(ImportRefused):
        read_csv(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")  # opening it would wait for ever
        with pytest.raises(ImportRefused):
            read_csv(tmp_path / "pipe")


@given(st.binary(max_size=300))
def test_no_bytes_make_it_fall(data: bytes) -> None:
    try:
        read = csv_rows(data)
    except ImportRefused:
        return
    assert read.rows
    assert all(len(row) == read.width for row in read.rows)
    assert any(row[-1] for row in read.rows)


@given(st.lists(st.lists(st.text('ab"\n;, 9', max_size=6), min_size=2, max_size=2), min_size=1, max_size=6))
def test_what_is_written_by_the_book_is_read_back(table: list[list[str]]) -> None:
    table.insert(0, ["Head", "Head"])
    written = "\n".join(";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table)
    expected = [tuple(under_test.clean(cell) for cell in row) for row in table if any(cell.strip() for cell in row)]
    assert list(text_rows(written, ";").rows) == expected
