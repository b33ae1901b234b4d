from __future__ import annotations

import pytest

from cjeditor.window.help.searching import MOST, Search
from tests.window.help.conftest import book_in


@pytest.mark.parametrize(
    ("language", "typed", "page", "title"),
    [
        ("en", "abbruchpunkt", "concepts", "Drop-off point"),
        ("de", "drop-off point", "concepts", "Abbruchpunkt"),
        ("en", "Gefuehl", "words", "Emotion"),
        ("de", "zwischenstand", "words", "Zwischenstand"),
        ("de", "recovery", "words", "Wiederherstellung"),
        ("en", "first steps", "first-steps", "First steps"),
        ("en", "eye tracking", "phase-5", "Research methods"),
        ("en", "Ctrl+E", "first-steps", "Print the handout"),
    ],
)
def test_both_languages_are_searched_at_once(qapp: object, language: str, typed: str, page: str, title: str) -> None:
    first = Search(book_in(language)).results(typed)[0]
    assert (first.page, first.title) == (page, title)


def test_a_result_tells_the_word_that_was_typed_where_only_the_other_language_has_it(qapp: object) -> None:
    search = Search(book_in("en"))
    assert search.results("abbruchpunkt")[0].other == "Abbruchpunkt"
    assert search.results("drop-off point")[0].other == ""


def test_every_word_must_be_found(qapp: object) -> None:
    search = Search(book_in("en"))
    assert search.results("handout pdf")
    assert search.results("handout walrus") == ()
    assert search.results("  ") == ()
    assert search.results("→ ›") == ()


def test_results_are_not_too_many_and_leave_out_what_only_points_elsewhere(qapp: object) -> None:
    found = Search(book_in("en")).results("e")
    assert len(found) <= MOST
    assert not [one for one in Search(book_in("en")).results("personas") if one.anchor in ("see-also", "index")]
