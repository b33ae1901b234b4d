"""Bad files: each is refused with the right words in store, quickly, with little memory, and nothing is written."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest

from cjeditor.model.problem import CODE_PARAMS as MODEL_CODE_PARAMS
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.storage.load import FileRefused, load, loads
from cjeditor.storage.problems import CODE_PARAMS
from cjeditor.storage.save import dumps
from tests.builders import big_project, small_project

GOOD = dumps(small_project())
HEAD = b'{"format": "cjeditor-project", "version": 2,\n'
CARD = ("maps", "A first home", "touchpoints", "tp_c")


def swapped(old: bytes, new: bytes) -> bytes:
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new)


def with_emotion(value: bytes) -> bytes:
    return swapped(b'"emotion":-2', b'"emotion":' + value)


def with_target(value: bytes) -> bytes:
    return swapped(b'"target":10.0', b'"target":' + value)


def with_title(value: bytes) -> bytes:
    return swapped(b'"title": "Sample"', b'"title": "' + value + b'"')


def field(where: tuple[str | int, ...], reason: str, **params: str | int) -> Problem:
    return Problem("field-refused", where, {"reason": reason, **params})


TARGET = ("maps", "A first home", "touchpoints", "tp_d", "kpis", "kp_a", "target")
BAD: dict[str, tuple[bytes, Problem]] = {
    # No project at all
    "empty": (b"", Problem("empty-file")),
    "blank": (b" \r\n\t", Problem("empty-file")),
    "text": (b"Dear diary", Problem("not-a-project")),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", Problem("not-a-project")),
    "an array": (b"[1, 2]", Problem("not-a-project")),
    "a text in JSON": (b'"hello"', Problem("not-a-project")),
    "another program's JSON": (b'{"cells": [], "nbformat": 4}', Problem("not-a-project")),
    "another program's broken JSON": (b'{"cells": [}', Problem("not-a-project")),
    "another program's format": (b'{"format": "other", "version": 1}', Problem("not-a-project")),
    "another program's format, further down": (b'{"x": 1, "format": "other"}', Problem("not-a-project")),
    "without a version": (b'{"format": "cjeditor-project"}', Problem("not-a-project")),
    "a version that is no number": (b'{"format": "cjeditor-project", "version": true}', Problem("not-a-project")),
    "a version that is too large": (
        b'{"format": "cjeditor-project", "version": 2' + b"0" * 400 + b"}",
        Problem("not-a-project"),
    ),
    "UTF-16": (GOOD.decode().encode("utf-16"), Problem("wrong-encoding", params={"encoding": "UTF-16"})),
    "UTF-16 without a mark": (
        GOOD.decode().encode("utf-16-le"),
        Problem("wrong-encoding", params={"encoding": "UTF-16"}),
    ),
    "UTF-32": (GOOD.decode().encode("utf-32"), Problem("wrong-encoding", params={"encoding": "UTF-32"})),
    "Latin-1": (with_title("Käufer".encode("latin-1")), Problem("not-utf-8", ("line", 2, "column", 12))),
    # Versions
    "from the future": (
        b'{"format": "cjeditor-project", "version": 3, "holograms": [}',
        Problem("too-new", params={"version": 3, "known": 2}),
    ),
    "from the future, in another order": (
        b'{"holograms": [], "version": 4, "format": "cjeditor-project"}',
        Problem("too-new", params={"version": 4, "known": 2}),
    ),
    "from before the beginning": (
        b'{"format": "cjeditor-project", "version": 0}',
        Problem("unknown-version", params={"version": 0}),
    ),
    # Broken JSON
    "a comma too many": (
        swapped(b'"mode":"offline"}', b'"mode":"offline",}'),
        Problem("broken-json", ("line", 4, "column", 45), {"detail": "trailing comma"}),
    ),
    "something after the end": (
        GOOD + b"x",
        Problem("broken-json", ("line", GOOD.count(b"\n") + 1, "column", 1), {"detail": "trailing characters"}),
    ),
    "cut off": (GOOD[:60], Problem("cut-off", ("line", 2, "column", 15))),
    "cut off within a letter": (with_title("ä".encode())[:57], Problem("cut-off", ("line", 2, "column", 11))),
    "half a character": (with_title(rb"a\ud800b"), Problem("half-character", ("line", 2, "column", 18))),
    "the other half": (with_title(rb"a\udc00b"), Problem("half-character", ("line", 2, "column", 17))),
    "half a character in UTF-8": (with_title(b"a\xed\xa0\x80b"), Problem("not-utf-8", ("line", 2, "column", 12))),
    "NUL": (with_title(b"a\x00b"), Problem("control-character", ("line", 2, "column", 12))),
    "a line break in a text": (with_title(b"a\nb"), Problem("control-character", ("line", 3, "column", 1))),
    "a giant number": (with_emotion(b"7" * 5000), Problem("number-out-of-range", ("line", 39, "column", 4410))),
    "deep arrays": (with_title(b'", "x": ' + b"[" * 1000), Problem("nested-too-deep", ("line", 2, "column", 219))),
    "deep objects": (HEAD + b'"a":' + b'{"a":' * 5000, Problem("nested-too-deep", ("line", 2, "column", 1005))),
    # Values
    "emotion of 7": (with_emotion(b"7"), field((*CARD, "emotion"), "less_than_equal", le=2, value="7")),
    "emotion of 1.5": (with_emotion(b"1.5"), field((*CARD, "emotion"), "int_type", value="1.5")),
    "emotion as text": (with_emotion(b'"1"'), field((*CARD, "emotion"), "int_type", value="1")),
    "emotion of true": (with_emotion(b"true"), field((*CARD, "emotion"), "int_type", value="true")),
    "NaN": (with_target(b"NaN"), field(TARGET, "finite_number", value="NaN")),
    "Infinity": (with_target(b"-Infinity"), field(TARGET, "finite_number", value="-Infinity")),
    "1e999": (with_target(b"1e999"), field(TARGET, "finite_number", value="Infinity")),
    "a hidden control character": (
        with_title(rb"a\u0007b"),
        field(("title",), "string_pattern_mismatch", pattern=r"^[^\x00-\x08\x0b-\x1f\x7f]*$", value="a\x07b"),
    ),
    "a long text": (
        with_title(b"x" * 30_000),
        field(("title",), "string_too_long", max_length=20_000, value="x" * 59 + "…"),
    ),
    "an unknown field": (with_title(b'", "mood": "good'), field(("mood",), "extra_forbidden", value="good")),
    "a missing field": (swapped(b'"id":"ch_a",', b""), field(("channels", 0, "id"), "missing")),
    "a record that is none": (
        swapped(b'{"id":"fn_a","stage":"leads","count":120}', b"7"),
        field(("funnel", 0), "model_type", class_name="FunnelCount", value="7"),
    ),
    # Keys
    "a key twice": (
        swapped(b'"emotion":-2', b'"emotion":1,"emotion":-2'),
        Problem("key-twice", CARD, {"key": "emotion"}),
    ),
    "a key twice, with spaces": (
        swapped(b'"emotion":-2', b'"emotion" : 1, "emotion":-2'),
        Problem("key-twice", CARD, {"key": "emotion"}),
    ),
    "a key twice, escaped": (
        swapped(b'"emotion":-2', rb'"\u0065motion":1,"emotion":-2'),
        Problem("key-twice", CARD, {"key": "emotion"}),
    ),
    "a key twice on top": (with_title(b'a", "title": "b'), Problem("key-twice", (), {"key": "title"})),
    "a version twice": (HEAD + b'"version": 2}', Problem("key-twice", (), {"key": "version"})),
    # Rules
    "a dangling reference": (
        swapped(b'"channel":"ch_b"', b'"channel":"ch_z"'),
        Problem("unknown-reference", (*CARD, "channel"), {"field": "channel", "id": "ch_z"}),
    ),
    "an id twice": (
        swapped(b'{"id":"nt_d"', b'{"id":"nt_c"'),
        Problem("id-twice", ("maps", "A first home", "notes", "nt_c"), {"id": "nt_c"}),
    ),
    "a number twice": (
        swapped(b'"number":7', b'"number":1'),
        Problem("number-twice", ("maps", "A first home", "touchpoints", "tp_d"), {"number": 1}),
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_is_refused_and_says_what_and_where(name: str, tmp_path: Path) -> None:
    data, expected = BAD[name]
    file = tmp_path / "journey.cjmap"
    file.write_bytes(data)
    before = file.stat()
    with pytest.raises(FileRefused) as refused:
        load(file)
    assert refused.value.problems == (expected,)
    assert refused.value.path == file
    assert set({**CODE_PARAMS, **MODEL_CODE_PARAMS}[expected.code]) <= set(expected.params)
    after = file.stat()
    assert (after.st_mtime_ns, after.st_ino, file.read_bytes()) == (before.st_mtime_ns, before.st_ino, data)
    assert [entry.name for entry in tmp_path.iterdir()] == [file.name]


TOLERATED: dict[str, bytes] = {
    "with a byte order mark": b"\xef\xbb\xbf" + GOOD,
    "with CRLF": GOOD.replace(b"\n", b"\r\n"),
    "without the last line end": GOOD[:-1],
    "indented": json.dumps(json.loads(GOOD), indent=4).encode(),
    "in one line of ASCII": json.dumps(json.loads(GOOD)).encode(),
    "with spaces before colons": json.dumps(json.loads(GOOD), separators=(" ,\t", " \n : ")).encode(),
    "with the version last": json.dumps(dict(reversed(json.loads(GOOD).items()))).encode(),
}


@pytest.mark.parametrize("name", TOLERATED)
def test_is_opened_all_the_same(name: str) -> None:
    assert loads(TOLERATED[name], name) == small_project()


def test_several_problems_are_told_at_once_each_with_its_place() -> None:
    document = json.loads(dumps(big_project(90)))
    cards = document["maps"][0]["touchpoints"]
    document["maps"][0]["title"] = 5
    cards[3]["emotion"] = 9
    cards[4]["number"] = "four"
    cards[9]["mood"] = 1
    del document["maps"][0]["notes"][2]["rank"]
    with pytest.raises(FileRefused) as refused:
        loads(json.dumps(document).encode(), "x")
    assert {problem.where[-2:] for problem in refused.value.problems} == {
        ("map_1", "title"),
        (cards[3]["id"], "emotion"),
        (cards[4]["id"], "number"),
        (cards[9]["id"], "mood"),
        (document["maps"][0]["notes"][2]["id"], "rank"),
    }


def test_no_more_problems_are_told_than_anybody_reads() -> None:
    document = json.loads(dumps(big_project(600)))
    for card in document["maps"][0]["touchpoints"]:
        card["channel"] = "ch_z"
    with pytest.raises(FileRefused) as refused:
        loads(json.dumps(document).encode(), "x")
    *told, last = refused.value.problems
    assert len(told) == 50
    assert {problem.code for problem in told} == {"unknown-reference"}
    assert last == Problem("more-problems")


@pytest.mark.parametrize(
    ("field", "value", "count", "more"),
    [("channel", "ch_z", 50, False), ("channel", "ch_z", 51, True), ("mood", 5, 3, False), ("mood", 5, 90, True)],
)
def test_there_are_more_problems_only_where_there_are(field: str, value: str | int, count: int, more: bool) -> None:
    document = json.loads(dumps(big_project(300)))
    for card in document["maps"][0]["touchpoints"][:count]:
        card[field] = value
    with pytest.raises(FileRefused) as refused:
        loads(json.dumps(document).encode(), "x")
    *told, last = refused.value.problems
    assert (last.code == "more-problems") == more
    assert more or len(told) + 1 == count


def test_positions_are_those_in_the_file() -> None:
    document = json.loads(dumps(big_project(90)))
    cards = document["maps"][0]["touchpoints"]
    cards[3], cards[4], cards[8] = "x", None, 7
    with pytest.raises(FileRefused) as refused:
        loads(json.dumps(document).encode(), "x")
    assert [problem.where[-1] for problem in refused.value.problems] == [3, 4, 8]


def test_every_beginning_of_a_file_is_refused() -> None:
    for end in range(len(GOOD) - 1):
        with pytest.raises(FileRefused) as refused:
            loads(GOOD[:end], "x")
        assert refused.value.problems[0].code in ("empty-file", "not-a-project", "cut-off"), end


def test_a_flipped_bit_is_refused_or_leaves_a_project_that_holds_every_rule() -> None:
    data = bytearray(dumps(Project(title="Ä b", channels=small_project().channels)))
    opened = 0
    for position in range(len(data)):
        for bit in range(8):
            data[position] ^= 1 << bit
            with suppress(FileRefused):
                project = loads(bytes(data), "x")
                opened += 1
                assert loads(dumps(project), "x") == project
            data[position] ^= 1 << bit
    assert 0 < opened < len(data) * 8 / 2
