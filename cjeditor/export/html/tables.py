"""Tables of a page: the whole map in words, and the numbers of charts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from cjeditor.export.card_words import facts_of, kind_of, text_of
from cjeditor.export.content import Content, phase_title
from cjeditor.export.html.markup import element, said, text
from cjeditor.layout.charts.chart import ChartTable
from cjeditor.model.cards import Card, Touchpoint


def map_table(subject: Content) -> str:
    """All cards of the map, phase by phase: what they are, what they say, and all else that is known of them."""
    words = subject.words
    heads = (words.t("No."), words.t("Kind"), words.t("Text"), words.t("Details"))
    head = "".join(element("th", said(name), {"scope": "col"}) for name in heads)
    groups: defaultdict[str, list[Card]] = defaultdict(list)
    cards: list[Card] = [*subject.touchpoints(), *subject.notes()]
    for card in cards:
        groups[subject.steps[card.step].phase].append(card)
    bodies = []
    for number, phase in enumerate(subject.phases, start=1):
        if groups[phase.id]:
            title = text("th", phase_title(number, phase, words), {"colspan": str(len(heads)), "scope": "rowgroup"})
            rows = "".join(_row(card, heads, subject) for card in groups[phase.id])
            bodies.append(element("tbody", element("tr", title, {"class": "phase"}) + rows))
    caption = element("caption", said(words.t("The whole map as a table")))
    return element("table", caption + element("thead", element("tr", head)) + "".join(bodies), {"class": "whole"})


def _row(card: Card, heads: Sequence[str], subject: Content) -> str:
    words = text("p", text_of(card) or "–", {"class": "says"})
    if isinstance(card, Touchpoint) and card.description.strip():
        words += text("p", card.description)
    facts = "".join(
        element("div", element("dt", said(fact.name)) + text("dd", fact.text)) for fact in facts_of(card, subject)
    )
    cells = (
        element("th", said(str(card.number)), {"scope": "row", "data-head": heads[0]}),
        element("td", said(kind_of(card, subject)), {"data-head": heads[1]}),
        element("td", words, {"data-head": heads[2]}),
        element("td", element("dl", facts), {"data-head": heads[3]}),
    )
    return element("tr", "".join(cells), {"id": f"c{card.number}"})


def chart_table(table: ChartTable) -> str:
    """The numbers of a chart."""
    head = "".join(text("th", name, _column(i, table) | {"scope": "col"}) for i, name in enumerate(table.head))
    rows = []
    for row in table.rows:
        first, *others = row
        cells = [text("th", first, {"scope": "row"})]
        cells += [text("td", cell, _column(i, table)) for i, cell in enumerate(others, start=1)]
        rows.append(element("tr", "".join(cells)))
    caption = text("caption", table.title)
    body = element("thead", element("tr", head)) + element("tbody", "".join(rows))
    return element("div", element("table", caption + body), {"class": "wide"})


def _column(index: int, table: ChartTable) -> dict[str, str]:
    return {"class": "n"} if index in table.numbers else {}
