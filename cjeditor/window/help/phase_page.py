"""The whole guidance of one of the nine phases, as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjeditor.catalogue import instruments, methods, terms
from cjeditor.catalogue.channels import channels
from cjeditor.catalogue.drop_off_reasons import drop_off_reasons
from cjeditor.catalogue.entries import Wordings
from cjeditor.catalogue.frameworks import frameworks
from cjeditor.catalogue.guidance import FULL_JOURNEY, PhaseGuidance, Point
from cjeditor.texts import Texts
from cjeditor.window.guide.chapters import TITLES
from cjeditor.window.help.page import Block, Page, Run, Runs, Section, Table, block, plain


def phase_key(number: int) -> str:
    """Return the key of the page of a phase (1 to 9)."""
    return f"phase-{number}"


def phase_title(part: PhaseGuidance, language: str) -> str:
    """Return what the page of a phase is called."""
    return f"{part.number} {part.name.in_language(language)}"


def phase_page(part: PhaseGuidance, words: Texts) -> Page:
    """Return all that there is to know about a phase, chapter by chapter; empty ones are left out."""
    language = words.language
    found = (
        ("about", _about(part, words)),
        ("questions", (_sentences([one.text for one in part.questions], language),)),
        ("recognise", (_sentences(part.recognise, language),)),
        ("factors", _points(part.factors, language)),
        ("forms", _points(part.forms, language)),
        ("loyalty", _points(part.loyalty, language)),
        ("methods", (_methods(part, language),)),
        ("instruments", (_instruments(part, words),)),
        ("drop_offs", (_drop_offs(part, language),)),
        ("advice", (_sentences(part.advice, language),)),
        ("examples", (_sentences(part.examples, language),)),
        ("facts", (_sentences(part.facts, language),) if part.facts else ()),
    )
    sections = [Section(key.replace("_", "-"), words.t(TITLES[key]), blocks) for key, blocks in found if blocks]
    lead = Section("", "", (block("lead", [part.purpose.in_language(language)]),))
    elsewhere = Section(
        "elsewhere", words.t("In the other frameworks"), (Block("points", tuple(_elsewhere(part, language))),)
    )
    return Page(phase_key(part.number), phase_title(part, language), (lead, *sections, elsewhere))


def _about(part: PhaseGuidance, words: Texts) -> tuple[Block, ...]:
    language = words.language
    success = words.t("Success: {sentence}", sentence=part.success.in_language(language))
    return block("text", part.about.in_language(language).split("\n\n")), block("tip", [success])


def _sentences(some: Sequence[Wordings], language: str) -> Block:
    return block("points", [one.in_language(language) for one in some])


def _points(some: Sequence[Point], language: str) -> tuple[Table, ...]:
    rows = tuple(_row(one.name, one.sentence, language) for one in some)
    return (Table(rows, (32, 68)),) if rows else ()


def _methods(part: PhaseGuidance, language: str) -> Table:
    found = methods.for_numbers((part.number,))
    return Table(tuple(_row(one.name, one.sentence, language) for one in found), (32, 68))


def _drop_offs(part: PhaseGuidance, language: str) -> Table:
    known = {one.key: one for one in drop_off_reasons()}
    found = [known[key] for key in part.drop_off_reasons]
    return Table(tuple(_row(one.name, one.sentence, language) for one in found), (32, 68))


def _instruments(part: PhaseGuidance, words: Texts) -> Table:
    language = words.language
    known = {one.key: one.name.in_language(language) for one in channels()}
    rows: list[tuple[Runs, ...]] = []
    for one in instruments.for_numbers((part.number,)):
        where = [known[one.channel]] if one.channel else []
        where.append(", ".join(terms.mode(mode, words) for mode in one.modes))
        name, sentence = _row(one.name, one.sentence, language)
        rows.append((name, (*sentence, Run("\n" + " · ".join(where), "quiet"))))
    return Table(tuple(rows), (32, 68))


def _row(name: Wordings, sentence: Wordings, language: str) -> tuple[Runs, Runs]:
    return (Run(name.in_language(language), "strong"),), plain(sentence.in_language(language))


def _elsewhere(part: PhaseGuidance, language: str) -> Iterator[Runs]:
    """Yield each other framework with its phases that take their guidance from here."""
    for one in frameworks():
        if one.key == FULL_JOURNEY:
            continue
        heirs = [phase.name.in_language(language) for phase in one.phases if part.number in phase.guidance]
        yield Run(one.name.in_language(language), target=one.key), Run(f": {', '.join(heirs)}")
