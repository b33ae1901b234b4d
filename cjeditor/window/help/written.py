"""Pages that are written for the help, with the lists in them that come from the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from cjeditor.catalogue import terms
from cjeditor.catalogue.drop_off_reasons import drop_off_reasons
from cjeditor.catalogue.help_texts import HelpBlock, HelpPage
from cjeditor.catalogue.lanes import standard_lanes
from cjeditor.catalogue.note_kinds import note_kinds
from cjeditor.catalogue.note_starters import note_starters
from cjeditor.layout.theme import emotion_style
from cjeditor.model.fields import Evidence
from cjeditor.model.project import Project
from cjeditor.texts import N_, Texts
from cjeditor.window.help.names import Names
from cjeditor.window.help.page import Block, Page, Run, Runs, Section, Table, plain

_EMOTIONS = ((2, "emotion.2"), (1, "emotion.1"), (0, "emotion.0"), (-1, "emotion.-1"), (-2, "emotion.-2"))
_EVIDENCE: tuple[tuple[Evidence, str], ...] = (
    ("assumption", N_("nobody has checked it yet")),
    ("anecdotal", N_("someone reported it")),
    ("qualitative", N_("interviews, observation")),
    ("quantitative", N_("measured figures")),
)
_MARKS = (
    ("star-fill", "star", N_("Moment of truth")),
    ("warning", "warning", N_("Drop-off points and their number")),
    ("clock", "secondary", N_("Waiting time: expected → actual")),
    ("users-three", "secondary", N_("Contact through third parties")),
    ("users", "secondary", N_("No contact: life goes on")),
)


def written_page(page: HelpPage, words: Texts, names: Names) -> Page:
    """Return a written page; its steps are numbered from the first section to the last."""
    language = words.language
    sections = [
        Section("", "", (Block("lead", (names.runs(page.lead.in_language(language)),)),)),
        *(
            Section(
                one.key,
                one.title.in_language(language),
                tuple(made for each in one.blocks for made in _blocks(each, words, names)),
            )
            for one in page.sections
        ),
    ]
    if page.see_also:
        links = tuple(names.runs(f"{{page:{key}}}") for key in page.see_also)
        sections.append(Section("see-also", words.t("See also"), (Block("points", links),), sought=False))
    return Page(page.key, page.title.in_language(language), tuple(sections))


def _blocks(one: HelpBlock, words: Texts, names: Names) -> tuple[Block | Table, ...]:
    language = words.language
    if one.shows is not None:
        return (_SHOWN[one.shows](words, names),)
    if one.text is not None:
        return (Block("text", (names.runs(one.text.in_language(language)),)),)
    if one.tip is not None:
        return (Block("tip", (names.runs(one.tip.in_language(language)),)),)
    if one.steps is not None:
        return (Block("steps", tuple(names.runs(step.in_language(language)) for step in one.steps)),)
    return (Block("points", tuple(names.runs(point.in_language(language)) for point in one.points or ())),)


def _note_kinds(words: Texts, names: Names) -> Table:  # noqa: ARG001 - one signature for all lists
    language = words.language
    rows: list[tuple[Runs, ...]] = [
        (plain(words.t("Kind")), plain(words.t("What it answers")), plain(words.t("How to start")))
    ]
    for kind in note_kinds():
        starters = [one.in_language(language) for one in note_starters(kind.key)]
        rows.append(
            (
                (Run(kind.icon, "icon"), Run("\u00a0\u00a0"), Run(kind.name.in_language(language), "strong")),
                plain(kind.question.in_language(language)),
                (Run("\n".join(starters) if starters else "–", "quiet"),),
            )
        )
    return Table(tuple(rows), (27, 36, 37), headed=True)


def _lanes(words: Texts, names: Names) -> Table:  # noqa: ARG001 - one signature for all lists
    language = words.language
    rows: list[tuple[Runs, ...]] = [
        (plain(words.t("Lane")), plain(words.t("Its question")), plain(words.t("In a new map")))
    ]
    for lane in standard_lanes():
        question = lane.question.in_language(language) if lane.question is not None else "–"
        rows.append(
            (
                (Run(lane.name.in_language(language), "strong"),),
                plain(question),
                (Run("check", "icon"),) if lane.in_new_map else plain("–"),
            )
        )
    return Table(tuple(rows), (40, 40, 20), headed=True)


def _evidence(words: Texts, names: Names) -> Table:  # noqa: ARG001 - one signature for all lists
    return Table(
        tuple(
            (
                (Run(key, "mark"), Run("\u00a0\u00a0"), Run(words.t(terms.EVIDENCE[key]), "strong")),
                plain(words.t(text)),
            )
            for key, text in _EVIDENCE
        ),
        (30, 70),
    )


def _emotions(words: Texts, names: Names) -> Table:
    return Table(
        tuple(
            (
                (
                    Run(words.signed(value), "strong", colour=emotion_style(value)),
                    Run("\u00a0\u00a0"),
                    Run(terms.emotion(value, Project(), words)),
                ),
                names.runs(f"{{key:{row_id}}}"),
            )
            for value, row_id in _EMOTIONS
        ),
        (40, 60),
    )


def _marks(words: Texts, names: Names) -> Table:  # noqa: ARG001 - one signature for all lists
    return Table(
        tuple(((Run(icon, "icon", colour=colour),), plain(words.t(text))) for icon, colour, text in _MARKS),
        (8, 92),
    )


def _drop_off_reasons(words: Texts, names: Names) -> Table:  # noqa: ARG001 - one signature for all lists
    language = words.language
    return Table(
        tuple(
            ((Run(one.name.in_language(language), "strong"),), plain(one.sentence.in_language(language)))
            for one in drop_off_reasons()
        ),
        (38, 62),
    )


_SHOWN: Mapping[str, Callable[[Texts, Names], Table]] = MappingProxyType(
    {
        "note-kinds": _note_kinds,
        "lanes": _lanes,
        "evidence": _evidence,
        "emotions": _emotions,
        "marks": _marks,
        "drop-off-reasons": _drop_off_reasons,
    }
)
