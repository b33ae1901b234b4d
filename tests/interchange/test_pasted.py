"""What other programs copy is read as lines, an outline or a table, whatever it is written in; nothing is run."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjeditor.interchange.pasted import LONGEST_CELL, MOST_ROWS, TEXT_LIMIT, Pasted, read_pasted
from cjeditor.interchange.problems import CODE_PARAMS, ImportRefused


def rows(text: str, html: str = "") -> list[tuple[int, tuple[str, ...]]]:
    return [(row.depth, row.cells) for row in read_pasted(text, html).rows]


def lines(text: str, html: str = "") -> list[tuple[int, str]]:
    found = rows(text, html)
    assert all(len(cells) == 1 for _depth, cells in found)
    return [(depth, cells[0]) for depth, cells in found]


def refused(text: str, html: str = "") -> str:
    with pytest.raises(ImportRefused) as caught:
        read_pasted(text, html)
    problem = caught.value.problem
    assert set(problem.params) == set(CODE_PARAMS[problem.code])
    return problem.code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One\r\n\nTwo\x00 \n \nThree", ["One", "Two", "Three"]),
        ("One\rTwo\u2028Three\x0bFour", ["One", "Two", "Three", "Four"]),
        ("• One\n• Two", ["One", "Two"]),
        ("1.\tOne\n2.\tTwo", ["One", "Two"]),
        ("- One", ["- One"]),
        ("- One\n- Two\n* Three", ["One", "Two", "Three"]),
        ("- [ ] One\n- [x] Two", ["One", "Two"]),
        ("Hello, world\nhow are you, then", ["Hello, world", "how are you, then"]),
        (
            "👨\u200d👩\u200d👧 family\nשלום עולם\nمرحبا\u200f",
            ["👨\u200d👩\u200d👧 family", "שלום עולם", "مرحبا\u200f"],
        ),
        ("\ufeffOne", ["One"]),
    ],
)
def test_lines(text: str, expected: list[str]) -> None:
    assert read_pasted(text).kind == "lines"
    assert lines(text) == [(0, one) for one in expected]


@pytest.mark.parametrize(
    "text",
    [
        "A\n\tB\n\t\tC\n\tD\nE",
        "A\n  B\n      C\n  D\nE",
        "- A\n  - B\n    - C\n  - D\n- E",
        "1. A\n1.1 B\n1.1.1 C\n1.2 D\n2. E",
        "# A\n## B\n### C\n## D\n# E",
        "# A\n- B\n  - C\n- D\n# E",
        "• A\n\to\tB\n\t\t▪\tC\n\to\tD\n• E",
    ],
    ids=["tabs", "blanks", "bullets", "numbers", "headings", "markdown", "word"],
)
def test_outlines(text: str) -> None:
    assert read_pasted(text).kind == "outline"
    assert lines(text) == [(0, "A"), (1, "B"), (2, "C"), (1, "D"), (0, "E")]


@pytest.mark.parametrize(
    "text",
    [
        'A\tB\n1\t"two\nlines ""x"""\n',
        'A\tB\r\n1\t"two\r\nlines ""x"""\r\n',
        'A;B\n1;"two\nlines ""x"""',
        'A,B\n1,"two\nlines ""x"""',
    ],
    ids=["tabs", "windows", "semicolons", "commas"],
)
def test_tables(text: str) -> None:
    assert rows(text) == [(0, ("A", "B")), (0, ("1", 'two\nlines "x"'))]
    assert read_pasted(text).guessed == ("\t" not in text)


def test_a_markdown_table() -> None:
    assert rows("| A | B |\n|:--|--:|\n| 1 | 2 \\| 3 |") == [(0, ("A", "B")), (0, ("1", "2 | 3"))]


def test_empty_cells_keep_their_place() -> None:
    assert rows("\tA\tB\nL\t\tx\t\t") == [(0, ("", "A", "B")), (0, ("L", "", "x"))]


def test_an_html_table_with_merged_cells_entities_and_scripts() -> None:
    html = """<html><head><style>td {color: red}</style><script>alert("1")</script></head><body><!--StartFragment-->
    <table><tr><th colspan=2>Need &amp; want<th>Use</tr>
    <tr><td rowspan="2">Bank<td>a<br>b<td>&#8222;c&ldquo;&nbsp;d</td></tr>
    <tr><td>e<script>document.write("<td>bad")</script><td><table><tr><td>in<td>ner</table></tr></table></body>"""
    assert rows("ignored", html) == [
        (0, ("Need & want", "", "Use")),
        (0, ("Bank", "a\nb", "„c“ d")),
        (0, ("", "e", "in\nner")),
    ]


def test_html_lists_are_outlines_and_other_html_gives_way_to_the_text_beside_it() -> None:
    html = "<h2>A</h2><ul><li>B<ol><li>C</ol><li>D</ul><h2>E</h2>"
    assert lines("A\nB\nC\nD\nE", html) == [(0, "A"), (1, "B"), (2, "C"), (1, "D"), (0, "E")]
    assert lines("as text", "<p><b>as</b> html</p>") == [(0, "as text")]
    assert lines("", "<p><b>as</b> html</p><p>&lt;i&gt;") == [(0, "as html"), (0, "<i>")]


def test_a_mail_that_is_laid_out_by_a_table_is_read_as_its_text() -> None:
    assert lines("Dear all\nGreetings", "<table><tr><td><p>Dear all</p><p>Greetings</p></table>") == [
        (0, "Dear all"),
        (0, "Greetings"),
    ]


@pytest.mark.parametrize(
    ("text", "html", "code"),
    [
        ("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "", "pasted-binary"),
        ("\ufffd" * 40, "", "pasted-binary"),
        (" \n\t\n", "", "pasted-nothing"),
        ("", "<script>alert(1)</script>", "pasted-nothing"),
        ("x" * (TEXT_LIMIT + 1), "", "pasted-too-long"),
        ("", " " * (TEXT_LIMIT + 1), "pasted-too-long"),
    ],
)
def test_what_is_no_text_is_refused(text: str, html: str, code: str) -> None:
    assert refused(text, html) == code


def test_limits_are_told() -> None:
    many = read_pasted("line\n" * 6_000)
    assert (len(many.rows), many.total, many.shortened) == (MOST_ROWS, 6_000, False)
    long = read_pasted("x" * 2_001)
    assert (long.rows[0].cells, long.shortened) == (("x" * LONGEST_CELL,), True)
    wide = read_pasted("x\t" * 300)
    assert (wide.width, wide.shortened) == (200, True)


def test_the_apostrophe_before_a_formula_goes() -> None:
    assert rows("'=1+1\t'tis") == [(0, ("=1+1", "'tis"))]


@pytest.mark.parametrize(
    "html",
    ["<" * 200_000, "<!" * 300_000, "<!--" * 200_000, "<a " * 300_000, "&#" * 300_000, "<script>" * 100_000,
     "</" * 300_000, "<table><tr>" * 50_000, "<ul>" * 100_000 + "x"],
)  # fmt: skip
def test_hostile_html_hangs_nothing_and_leaves_the_text(html: str) -> None:
    assert lines("text", html) == [(0, "text")]


@given(st.text(max_size=400), st.text(alphabet="<>/!-&#;tabledrhi \t\n\"'=x123", max_size=400))
def test_whatever_comes_is_read_or_refused(text: str, html: str) -> None:
    try:
        found = read_pasted(text, html)
    except ImportRefused:
        return
    assert isinstance(found, Pasted)
    assert all(any(row.cells) and row.cells[-1] for row in found.rows)
    depths = [row.depth for row in found.rows]
    assert depths[0] == 0
    assert all(after <= before + 1 for before, after in itertools.pairwise(depths))


@given(st.lists(st.text(alphabet="abc äß😀ש", min_size=1, max_size=20).filter(str.strip), min_size=1))
def test_no_line_is_lost(lines: list[str]) -> None:
    found = read_pasted("\n".join(lines))
    assert [row.cells[0] for row in found.rows] == [line.strip() for line in lines]
