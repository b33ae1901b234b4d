"""The end of the booklet: terms and models of the craft, and beginnings for notes."""

from __future__ import annotations

from collections.abc import Mapping

from cjeditor.catalogue.concepts import CONCEPT_GROUPS, GROUP_NAMES, concepts_of
from cjeditor.catalogue.note_kinds import note_kinds
from cjeditor.catalogue.note_starters import note_starters
from cjeditor.export.pdf.booklet.pages import Pages, grid_of
from cjeditor.export.pdf.booklet.texts import CHAPTER, PART, PURPOSE, RUBRIC, bullets, named, prose, rubric
from cjeditor.export.pdf.columns import Section
from cjeditor.export.pdf.sheets import Bookmark, Frame, Sheet
from cjeditor.export.typeset import QUIET, paragraph, space
from cjeditor.texts import Texts


def glossary_sheets(frame: Frame, words: Texts) -> list[Sheet]:
    """The terms and models, group by group."""
    width = grid_of(frame).widths(frame)[0]
    language = words.language
    groups = {
        words.t(GROUP_NAMES[group]): [
            named(one.name.in_language(language), one.sentence.in_language(language), width, language)
            for one in concepts_of(group)
        ]
        for group in CONCEPT_GROUPS
    }
    title, about = words.t("Terms and models"), words.t("What the words mean, and what to think with.")
    # Groups stay whole where that takes no page more.
    tried = [
        _appendix(
            title,
            about,
            {name: rubric(name, blocks, width, words, whole=whole) for name, blocks in groups.items()},
            frame,
            words,
        )
        for whole in (True, False)
    ]
    return min(tried, key=len)


def starter_sheets(frame: Frame, words: Texts) -> list[Sheet]:
    """Beginnings of sentences for every kind of note that is a sentence."""
    width = grid_of(frame).widths(frame)[0]
    language = words.language
    sections = {}
    for kind in note_kinds():
        starters = [one.in_language(language) for one in note_starters(kind.key)]
        if starters:
            asked = paragraph(kind.question.in_language(language), QUIET, width, language)
            blocks = [asked, *bullets(starters, width, language)]
            name = kind.plural.in_language(language)
            sections[name] = rubric(name, blocks, width, words, gap=4.0, whole=True)
    return _appendix(
        words.t("Beginnings for notes"),
        words.t("How a sentence on a note can begin, by the note’s kind."),
        sections,
        frame,
        words,
        listed=False,
    )


def _appendix(
    title: str, about: str, sections: Mapping[str, Section], frame: Frame, words: Texts, *, listed: bool = True
) -> list[Sheet]:
    """Pages of sections by name; `listed` says whether the outline and the contents lead to each."""
    width = frame.inner_width
    pages = Pages(
        frame,
        title,
        (*prose(title, CHAPTER, width, words.language), space(4), *prose(about, PURPOSE, width, words.language)),
        prose(words.t("{title} (continued)", title=title), PART, width, words.language),
    )
    for name, section in sections.items():
        pages.add(section, name if listed else "")
    column = grid_of(frame).widths(frame)[0]
    pages.rule((*paragraph(words.t("Notes"), RUBRIC, column, words.language), space(4)))
    sheets = pages.sheets()
    sheets[0].bookmarks.insert(0, Bookmark(title, 0))
    return sheets
