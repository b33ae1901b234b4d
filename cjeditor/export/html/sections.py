"""The sections of a page beside the map: what it is about, its phases, its figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cjeditor.export.audience import parts_for
from cjeditor.export.content import Content, phase_title
from cjeditor.export.html.markup import Palette, drawing, element, said, text
from cjeditor.export.html.tables import chart_table
from cjeditor.export.map_words import doubt, facts
from cjeditor.export.phase_subject import Subject, subjects
from cjeditor.export.phase_words import findings, plans, questions, stages
from cjeditor.layout.charts.chart import Chart
from cjeditor.layout.charts.chart import Subject as ChartSubject
from cjeditor.layout.charts.plan import FIGURES, drawing_of
from cjeditor.layout.primitives import Primitive

_CHART_WIDTH = 880.0


class Section(NamedTuple):
    """A part of the page with its heading; `key` is its anchor."""

    key: str
    title: str
    markup: str


def about(subject: Content) -> str:
    """Key finding, scenario and what is known of the map."""
    journey = subject.journey
    parts = [text("p", journey.key_finding, {"class": "finding"})] if journey.key_finding.strip() else []
    if journey.scenario.strip():
        parts.append(text("p", journey.scenario))
    listed = "".join(element("div", element("dt", said(one.name)) + text("dd", one.text)) for one in facts(subject))
    unsure = doubt(subject)
    if unsure:
        parts.append(text("p", unsure, {"class": "doubt"}))
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
    told = stages(subject)
    if told:
        yield text("p", told, {"class": "quiet"})
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
    for asked in questions(subject):
        shown = " " + element("em", said(asked.without_answer))
        if asked.answers:
            shown = element("ul", "".join(text("li", f"{one.number} {one.text}") for one in asked.answers))
        yield element("li", said(asked.question) + shown)


def _actions(subject: Subject) -> Iterator[str]:
    for planned in plans(subject):
        yield text("li", f"{planned.title} – {planned.told}" if planned.told else planned.title)


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
