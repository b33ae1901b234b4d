from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterator
from typing import get_args

import pytest

from cjeditor import texts
from cjeditor.catalogue.entries import Wordings
from cjeditor.catalogue.help_texts import HelpBlock, HelpPage, HelpWord, Marked, Part, help_pages, help_words
from tests.typography import faults

RAW = re.compile(r"\b[a-z]+_[a-z_]+\b|\b(?:tp|nt|ph|st|ln|ps)_\w+")


def pages() -> Iterator[HelpPage]:
    for part in get_args(Part):
        yield from help_pages(part)


def wordings_of(page: HelpPage) -> Iterator[Wordings]:
    yield from (page.title, page.lead)
    for section in page.sections:
        yield section.title
        for block in section.blocks:
            yield from filter(None, (block.text, block.tip))
            yield from (*(block.steps or ()), *(block.points or ()))


def everything() -> list[Wordings]:
    return [
        *(one for page in pages() for one in wordings_of(page)),
        *(one for word in help_words() for one in (word.name, word.sentence)),
    ]


def named(text: str) -> Counter[str]:
    """Count the placeholders of a text, without the words that a link shows."""
    return Counter(
        f"{kind}:{(wanted or '').partition('|')[0]}"
        for _, kind, wanted, _ in string.Formatter().parse(text)
        if kind is not None
    )


def literal(text: str) -> str:
    """Return a text with the words that its links show, and without all other placeholders."""
    return "".join(
        before + ((wanted or "").partition("|")[2] or "X" if kind is not None else "")
        for before, kind, wanted, _ in string.Formatter().parse(text)
    )


@pytest.mark.parametrize("language", ["en", "de"])
def test_texts_are_set_as_print_is(language: str) -> None:
    found = [
        f"{fault}: {text}"
        for one in everything()
        for text in [literal(one.in_language(language))]
        for fault in faults(text, language)
    ]
    assert found == []


def test_both_languages_name_the_same_things() -> None:
    assert [one.en for one in everything() if named(one.en) != named(one.de)] == []


def test_no_text_shows_the_inside_of_the_program() -> None:
    assert [one.en for one in everything() for text in (one.en, one.de) if RAW.search(literal(text))] == []


def test_german_says_sie() -> None:
    familiar = re.compile(r"\b(du|dir|dich|dein\w*|euch|euer|eure\w*)\b", re.IGNORECASE)
    assert [one.de for one in everything() if familiar.search(one.de)] == []


def test_keys_are_unique_and_what_is_referred_to_is_written() -> None:
    keys = [page.key for page in pages()]
    assert len(set(keys)) == len(keys)
    for page in pages():
        sections = [section.key for section in page.sections]
        assert len(set(sections)) == len(sections), page.key
    words = [word.key for word in help_words()]
    assert len(set(words)) == len(words)


def test_a_block_is_exactly_one_thing() -> None:
    marked = Marked(en="one", de="eins")
    for given in ({}, {"text": marked, "tip": marked}):
        with pytest.raises(ValueError, match="exactly one"):
            HelpBlock(**given)
    assert HelpBlock(points=(marked,)).points == (marked,)


def test_placeholders_survive_the_pseudo_language() -> None:
    shown = Marked(en="Choose {action:file.save} now", de="x").in_language(texts.PSEUDO_LANGUAGE)
    assert "{action:file.save}" in shown
    assert shown.startswith("Chöösé")


def test_the_words_of_the_glossary_are_those_of_the_program() -> None:
    # The terms that the house has agreed on; where the program says another one, this fails.
    german = texts.of("de")
    known: dict[str, HelpWord] = {word.key: word for word in help_words()}
    for key in ("phase", "step", "lane", "note", "evidence", "guide", "outline", "properties", "building-blocks"):
        assert german.t(known[key].name.en) == known[key].name.de
