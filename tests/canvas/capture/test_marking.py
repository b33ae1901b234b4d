"""Marks are found at the end of what is typed, and nothing typed is ever lost."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cjeditor.canvas.capture.marking import Mark, Vocabulary, asked, split

NAMES = Vocabulary(
    {
        "@": ("Phone", "Phone hotline", "Web", "Über uns", "24/7"),
        "#": ("first visit", "keys"),
        "%": ("Mia", "Jo Ann"),
    },
    values=True,
)
NOTE = Vocabulary({"#": (), "%": ("Mia",)})


def found(typed: str, vocabulary: Vocabulary = NAMES, **more: bool) -> tuple[str, list[tuple[str, str]], str]:
    parts = split(typed, vocabulary, **more)
    return parts.words, [(mark.kind, mark.value) for mark in parts.marks], parts.pending


@pytest.mark.parametrize(
    ("typed", "words", "marks"),
    [
        ("Buys +2 ", "Buys ", [("emotion", "2")]),
        ("Buys -1 ", "Buys ", [("emotion", "-1")]),
        ("Buys −2 ", "Buys ", [("emotion", "-2")]),
        ("Buys +0 ", "Buys ", [("emotion", "0")]),
        ("Buys * ", "Buys ", [("truth", "")]),
        ("Buys ! ", "Buys ", [("risk", "")]),
        ("Buys @web ", "Buys ", [("channel", "Web")]),
        ("Buys @ueber uns ", "Buys ", [("channel", "Über uns")]),
        ("Buys @24/7 ", "Buys ", [("channel", "24/7")]),
        ("Buys @Phone hotline ", "Buys ", [("channel", "Phone hotline")]),
        ("Buys @Phone +2 ", "Buys ", [("channel", "Phone"), ("emotion", "2")]),
        ("Buys #new ", "Buys ", [("tag", "new")]),
        ("Buys #first visit ", "Buys ", [("tag", "first visit")]),
        ("Buys #first * ", "Buys ", [("tag", "first"), ("truth", "")]),
        ("Buys %mia ", "Buys ", [("persona", "Mia")]),
        ('Buys @"Call centre" +2 ', "Buys ", [("channel", "Call centre"), ("emotion", "2")]),
        ('Buys #"late at night" %"jo ann" ', "Buys ", [("tag", "late at night"), ("persona", "Jo Ann")]),
        ("Buys @„Call centre“ ", "Buys ", [("channel", "Call centre")]),
        ('Buys @"" ', 'Buys @"" ', []),
        ("Buys +2 %mia ", "Buys ", [("emotion", "2"), ("persona", "Mia")]),
        ("Buys @unknown +2 ", "Buys @unknown ", [("emotion", "2")]),
        ("One\nTwo +1 ", "One\nTwo ", [("emotion", "1")]),
        ("+1 ", "", [("emotion", "1")]),
    ],
)
def test_what_ends_the_line_is_found(typed: str, words: str, marks: list[tuple[str, str]]) -> None:
    assert found(typed) == (words, marks, "")


@pytest.mark.parametrize(
    "typed",
    [
        "Write to mia@web.de ",
        "Learns C# ",
        "50 % ",
        "Only 50 %mia ",
        "Waits +2 days",
        "Waits +2 days ",
        "Ask @Web again",
        "What a day! ",
        "2 * 3",
        "+3 ",
        "We are #1 ",
        "@unknown ",
        "Buys +2\nand sells ",
        "Buys +2\n",
        "!! ",
        "",
    ],
)
def test_what_is_text_stays_text(typed: str) -> None:
    assert found(typed) == (typed, [], "")


@pytest.mark.parametrize(
    ("typed", "pending"),
    [("Buys @", "@"), ("Buys @pho", "@pho"), ("Buys @Phone ", "@Phone "), ("Buys +", "+"), ("Buys #first ", "#first ")],
)
def test_a_mark_that_may_go_on_waits(typed: str, pending: str) -> None:
    assert found(typed) == ("Buys ", [], pending)


def test_at_the_end_of_the_line_what_waits_is_a_mark() -> None:
    assert found("Buys @Phone", ended=True) == ("Buys ", [("channel", "Phone")], "")
    assert found("Buys @Phone ", ended=True) == ("Buys ", [("channel", "Phone")], "")
    assert found("Buys @pho", ended=True) == ("Buys @pho", [], "")
    assert found("Buys @pho +2", ended=True) == ("Buys @pho ", [("emotion", "2")], "")


def test_a_note_knows_no_channel_and_no_emotion() -> None:
    for typed in ("Ouch @Web ", "Ouch +2 ", "Ouch * "):
        assert found(typed, NOTE) == (typed, [], "")
    assert found("Ouch ! #sad %Mia ", NOTE) == ("Ouch ", [("risk", ""), ("tag", "sad"), ("persona", "Mia")], "")


def test_what_is_settled_is_text() -> None:
    assert split("Buys +2 ", NAMES, settled=7).marks == ()
    assert split("Buys +2 -1 ", NAMES, settled=7).marks == (Mark("emotion", "-1", "-1 "),)


def test_the_letters_of_a_name_are_asked_for() -> None:
    assert asked("@pho") == ("channel", "pho")
    assert asked("+2") is None
    assert asked("") is None


PIECES = st.sampled_from(
    [*"@#%!*+-−– \n\t12", "+2", "@Phone", "@Phone hotline", "#keys", "%Mia", "Wait", "ü", "\u0301", "50 %", "🙂"]
)


@given(
    typed=st.lists(PIECES, max_size=20).map("".join) | st.text(max_size=40),
    settled=st.integers(0, 45),
    ended=st.booleans(),
)
@example(typed="Buys @Phone hot", settled=0, ended=False)
def test_nothing_typed_is_lost(*, typed: str, settled: int, ended: bool) -> None:
    parts = split(typed, NAMES, settled=settled, ended=ended)
    assert parts.typed == typed
    assert not (ended and parts.pending)
    assert len(parts.words) >= min(settled, len(typed)) or not (parts.marks or parts.pending)
    assert all(mark.typed.strip() for mark in parts.marks)


@given(st.lists(PIECES, max_size=14).map("".join), st.text("abcdefg", min_size=1))
def test_words_behind_marks_make_them_text_again(typed: str, word: str) -> None:
    assert split(f"{typed} {word} ", NAMES, ended=True).marks == ()


@given(st.text(max_size=30))
def test_the_words_alone_hold_no_more_marks(typed: str) -> None:
    parts = split(typed, NAMES, ended=True)
    if parts.marks:
        assert split(parts.words, NAMES, ended=True).marks == ()
