"""The chapter on the four frameworks: how they map to each other, their phases, and the guidance of the nine."""

from __future__ import annotations

from collections.abc import Mapping

from cjeditor.catalogue import terms
from cjeditor.catalogue.frameworks import Framework, FrameworkPhase, frameworks
from cjeditor.catalogue.guidance import FULL_JOURNEY, all_guidance
from cjeditor.texts import Texts
from cjeditor.window.help.page import Block, Page, Run, Runs, Section, Table, block, plain
from cjeditor.window.help.phase_page import phase_key, phase_page, phase_title

KEY = "frameworks"


def chapter_title(words: Texts) -> str:
    """Return what the chapter is called."""
    return words.t("The frameworks explained")


def titles(words: Texts) -> Mapping[str, str]:
    """Return what the pages of this chapter are called, by their keys."""
    language = words.language
    return {
        KEY: chapter_title(words),
        **{one.key: one.name.in_language(language) for one in frameworks()},
        **{phase_key(part.number): phase_title(part, language) for part in all_guidance()},
    }


def frameworks_chapter(words: Texts) -> Page:
    """Return the chapter; the pages of the nine phases lie below the full journey."""
    t, language = words.t, words.language
    intro = t(
        "A framework divides a journey into phases. All of them tell the same journey, in more or less detail, so one "
        "body of guidance serves them all: it is written for the nine phases, and the phases of the other frameworks "
        "take theirs from it."
    )
    free = t(
        "No journey is like another. Rename phases, add some, leave some out: a phase keeps its guidance whatever "
        "you call it, and a phase of your own can borrow that of another."
    )
    which = Block("points", tuple(_in_a_sentence(one, language) for one in frameworks()))
    sections = (
        Section("", "", (block("lead", [intro]),)),
        Section("which", t("Which one to choose"), (which, block("text", [free]))),
        Section("side-by-side", t("Side by side"), (_side_by_side(words),)),
    )
    return Page(KEY, chapter_title(words), sections, tuple(_framework_page(one, words) for one in frameworks()))


def _in_a_sentence(one: Framework, language: str) -> Runs:
    return Run(one.name.in_language(language), target=one.key), Run(f": {one.sentence.in_language(language)}")


def _side_by_side(words: Texts) -> Table:
    """Return the nine phases with what each is in the other frameworks, and its stage of the sales funnel."""
    language = words.language
    others = [one for one in frameworks() if one.key != FULL_JOURNEY]
    rows: list[tuple[Runs, ...]] = [
        (
            plain(words.t("Nine phases")),
            *(plain(_short(one, language)) for one in others),
            plain(words.t("Funnel stage")),
        )
    ]
    full = next(one for one in frameworks() if one.key == FULL_JOURNEY)
    for number, phase in enumerate(full.phases, start=1):
        rows.append(
            (
                (Run(f"{number} {phase.name.in_language(language)}", target=phase_key(number)),),
                *(plain(_heirs(one, number, language)) for one in others),
                (Run(terms.funnel_stage(phase.funnel_stage, words), "quiet"),),
            )
        )
    return Table(tuple(rows), (24, 20, 19, 20, 17), headed=True)


def _short(one: Framework, language: str) -> str:
    """Return the name of a framework without what stands in brackets."""
    return one.name.in_language(language).partition(" (")[0]


def _heirs(one: Framework, number: int, language: str) -> str:
    return "\n".join(phase.name.in_language(language) for phase in one.phases if number in phase.guidance)


def _framework_page(one: Framework, words: Texts) -> Page:
    t, language = words.t, words.language
    sections = [Section("", "", (block("lead", [one.sentence.in_language(language)]),))]
    phases = tuple(_phase_row(number, phase, one, words) for number, phase in enumerate(one.phases, start=1))
    blocks: list[Block | Table] = [Table(phases, (34, 66))]
    if one.shape == "loop":
        circle = t("A circle, not a line: the last phase leads back to the first. On the map it is drawn as a row.")
        blocks.insert(0, block("text", [circle]))
    sections.append(Section("phases", t("Its phases"), tuple(blocks)))
    below = tuple(phase_page(part, words) for part in all_guidance()) if one.key == FULL_JOURNEY else ()
    return Page(one.key, one.name.in_language(language), tuple(sections), below)


def _phase_row(number: int, phase: FrameworkPhase, one: Framework, words: Texts) -> tuple[Runs, Runs]:
    """Return name and purpose of a phase; the name leads to its guidance, or links to it follow the purpose."""
    language = words.language
    purpose = plain(phase.purpose.in_language(language))
    if one.key == FULL_JOURNEY:
        return (Run(f"{number} {phase.name.in_language(language)}", target=phase_key(phase.guidance[0])),), purpose
    sources: list[Run] = [Run("\n" + words.t("Guidance:") + " ", "quiet")]
    for place, source in enumerate(phase.guidance):
        part = all_guidance()[source - 1]
        sources += [Run(" · ", "quiet")] if place else []
        sources.append(Run(phase_title(part, language), target=phase_key(source)))
    return (Run(f"{number} {phase.name.in_language(language)}", "strong"),), (*purpose, *sources)
