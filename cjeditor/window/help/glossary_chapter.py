"""The glossary: an index of all terms, what the craft means by its terms, and the words of the program."""

from __future__ import annotations

from collections.abc import Mapping

from cjeditor.analysis.folding import folded
from cjeditor.catalogue.concepts import CONCEPT_GROUPS, GROUP_NAMES, ConceptGroup, concepts, concepts_of
from cjeditor.catalogue.entries import CatalogueKey, Wordings
from cjeditor.catalogue.help_texts import help_words
from cjeditor.texts import Texts
from cjeditor.window.help.page import Page, Run, Runs, Section, Table, block, plain

KEY, CONCEPTS, WORDS = "glossary", "concepts", "words"


def titles(words: Texts) -> Mapping[str, str]:
    """Return what the pages of this chapter are called, by their keys."""
    return {
        KEY: words.t("Glossary"),
        CONCEPTS: words.t("Terms of the craft, by subject"),
        WORDS: words.t("Words of the program"),
    }


def glossary_chapter(words: Texts) -> Page:
    """Return the chapter: its first page is the index."""
    named = titles(words)
    intro = words.t("Every term from A to Z, with the term in the other language. Click one for its explanation.")
    return Page(
        KEY,
        named[KEY],
        (Section("", "", (block("lead", [intro]),)), Section("index", "", (_index(words),), sought=False)),
        (_concepts_page(named[CONCEPTS], words), _words_page(named[WORDS], words)),
    )


def concept_anchor(group: ConceptGroup, key: CatalogueKey) -> str:
    """Return where a concept is explained on its page; keys are unique within their group only."""
    return f"{group}-{key}"


def _index(words: Texts) -> Table:
    """Return all terms in the order of the alphabet."""
    known: dict[tuple[str, str], str] = {}
    for word in help_words():
        known.setdefault(_both(word.name, words), f"{WORDS}#{word.key}")
    for one in concepts():
        known.setdefault(_both(one.name, words), f"{CONCEPTS}#{concept_anchor(one.group, one.key)}")
    rows: list[tuple[Runs, ...]] = [(plain(_language(words, here=True)), plain(_language(words, here=False)))]
    for (name, beside), target in sorted(known.items(), key=_alphabetical):
        rows.append(((Run(name, target=target),), (Run(beside, "quiet"),)))
    return Table(tuple(rows), (50, 50), headed=True)


def _alphabetical(entry: tuple[tuple[str, str], str]) -> tuple[str, str]:
    return folded(entry[0][0]), entry[1]


def _concepts_page(title: str, words: Texts) -> Page:
    intro = words.t(
        "What the terms of the craft mean, in a sentence or two. Beside each is the term in the other language."
    )
    sections = [Section("", "", (block("lead", [intro]),))]
    for group in CONCEPT_GROUPS:
        sections.append(Section(group, words.t(GROUP_NAMES[group]), ()))
        sections.extend(
            _term(concept_anchor(group, one.key), one.name, one.sentence, words) for one in concepts_of(group)
        )
    return Page(CONCEPTS, title, tuple(sections))


def _words_page(title: str, words: Texts) -> Page:
    intro = words.t("These words appear in menus, in forms and on handouts, and mean the same everywhere.")
    terms = (_term(word.key, word.name, word.sentence, words) for word in help_words())
    return Page(WORDS, title, (Section("", "", (block("lead", [intro]),)), *terms))


def _term(anchor: str, name: Wordings, sentence: Wordings, words: Texts) -> Section:
    shown, beside = _both(name, words)
    return Section(anchor, shown, (block("text", [sentence.in_language(words.language)]),), term=True, beside=beside)


def _both(name: Wordings, words: Texts) -> tuple[str, str]:
    """Return a name in the language of the window, and in the other one."""
    return name.in_language(words.language), name.en if words.language == "de" else name.de


def _language(words: Texts, *, here: bool) -> str:
    return words.t("German") if (words.language == "de") == here else words.t("English")
