"""The sections of a page beside the map: what it is about, its phases, its figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cjeditor.analysis.evidence import evidence_figures, hypothesis_share
from cjeditor.catalogue import terms
from cjeditor.export.audience import parts_for
from cjeditor.export.content import Content, phase_title
from cjeditor.export.html.markup import Palette, drawing, element, said, text
from cjeditor.export.html.tables import chart_table
from cjeditor.export.pdf.phases.subject import Subject, subjects
from cjeditor.export.phase_words import findings
from cjeditor.layout.charts.chart import Chart
from cjeditor.layout.charts.chart import Subject as ChartSubject
from cjeditor.layout.charts.plan import FIGURES, drawing_of
from cjeditor.layout.draw_persona import hypothesis_in_words
from cjeditor.layout.primitives import Primitive

_CHART_WIDTH = 880.0


class Section(NamedTuple):
    """A part of the page with its heading; `key` is its anchor."""

    key: str
    title: str
    markup: str


def about(subject: Content) -> str:
    """Key finding, scenario and what is known of the map."""
    journey, words = subject.journey, subject.words
    parts = [text("p", journey.key_finding, {"class": "finding"})] if journey.key_finding.strip() else []
    if journey.scenario.strip():
        parts.append(text("p", journey.scenario))
    held = evidence_figures(journey).holding
    backed = words.tn(
        "{backed} of {n} statement backed by research",
        "{backed} of {n} statements backed by research",
        held.total,
        backed=words.number(held.backed),
    )
    facts = (
        (words.t("State"), subject.state),
        (words.t("Persona"), subject.persona.name if subject.persona is not None else ""),
        (words.t("Decision"), journey.decision),
        (words.t("Scope"), journey.scope),
        (words.t("Client"), subject.project.client),
        (words.t("Owner"), journey.owner),
        (words.t("Status"), terms.map_status(journey.status, words)),
        (words.t("Version"), journey.version),
        (words.t("Evidence"), backed if held.total else ""),
        (words.t("Date"), subject.day),
    )
    listed = "".join(element("div", element("dt", said(name)) + text("dd", value)) for name, value in facts if value)
    doubt = hypothesis_in_words(hypothesis_share(journey, subject.project.settings.hypothesis_below), words)
    if doubt:
        parts.append(text("p", doubt, {"class": "doubt"}))
    return "".join(parts) + element("dl", listed, {"class": "facts"})


def phases(subject: Content) -> Section | None:
    """What is known of each phase beside its cards."""
    words = subject.words
    found = []
    for one in subjects(subject):
        content = "".join(_phase(one))
        if content:
            title = text("h3", phase_title(one.number, one.phase, words))
            found.append(element("section", title + content, {"class": "phase", "id": f"phase-{one.number}"}))
    return Section("phases", words.t("Phases"), "".join(found)) if found else None


def _phase(subject: Subject) -> Iterator[str]:
    phase, words = subject.phase, subject.content.words
    if phase.description.strip():
        yield text("p", phase.description)
    facts = [words.t("Duration: {time}", time=phase.duration)] if phase.duration.strip() else []
    if phase.funnel_stage is not None:
        facts.append(terms.funnel_stage(phase.funnel_stage, words))
    if facts:
        yield text("p", " · ".join(facts), {"class": "quiet"})
    standing = "".join(text("li", line) for line in findings(subject))
    if standing:
        yield element("h4", said(words.t("What stands out"))) + element("ul", standing)
    asked = "".join(_questions(subject))
    if asked:
        yield element("h4", said(words.t("Questions"))) + element("ul", asked, {"class": "asked"})
    planned = "".join(_actions(subject))
    if planned:
        yield element("h4", said(words.t("Actions"))) + element("ul", planned)


def _questions(subject: Subject) -> Iterator[str]:
    """The guiding questions with their answers; those without one are for the team."""
    words = subject.content.words
    for part in subject.guidance:
        for question in part.questions:
            answers = subject.answers.get(question.key, ())
            if answers:
                shown = element("ul", "".join(text("li", f"{one.number} {one.text}") for one in answers))
            elif subject.content.for_work:
                done = question.key in subject.phase.ticked
                shown = " " + element("em", said(words.t("Done with") if done else words.t("Open")))
            else:
                continue
            yield element("li", said(question.text.in_language(words.language)) + shown)


def _actions(subject: Subject) -> Iterator[str]:
    words = subject.content.words
    for action in subject.actions:
        told = " · ".join(filter(None, (action.owner, words.day(action.due) if action.due else "")))
        yield text("li", f"{action.title} – {told}" if told else action.title)


def figures(subject: Content, palette: Palette) -> tuple[Section | None, list[Primitive]]:
    """The charts that the map has data for, each with its numbers; and their shapes, for what they refer to."""
    words = subject.words
    found, shapes = [], list[Primitive]()
    keys = parts_for((one.id for one in FIGURES if one.printed), subject.audience)
    for spec in (one for one in FIGURES if one.id in keys):
        asked = ChartSubject(subject.project, subject.journey, words, subject.date, for_work=subject.for_work)
        drawn = drawing_of(spec)(asked, _CHART_WIDTH)
        if not drawn.charts:
            continue
        content = [element("h3", said(words.t(spec.title))), *(text("p", sentence) for sentence in drawn.sentences)]
        for chart in drawn.charts:
            content.append(_chart(chart, palette, subject))
            shapes.extend(chart.shapes)
        found.append(element("section", "".join(content), {"class": "chart", "id": f"figure-{spec.id}"}))
    section = Section("figures", words.t("Figures"), "".join(found)) if found else None
    return section, shapes


def _chart(chart: Chart, palette: Palette, subject: Content) -> str:
    about_it = {"role": "img", "aria-label": chart.table.title or subject.words.t("Chart")}
    picture = drawing(chart.shapes, chart.width, chart.height, palette, about_it)
    numbers = ""
    if chart.table.rows:
        summary = element("summary", said(subject.words.t("Numbers of this chart")))
        numbers = element("details", summary + chart_table(chart.table))
    return element("figure", element("div", picture, {"class": "wide"}) + numbers)
