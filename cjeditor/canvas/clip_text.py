"""Copied cards as other programs read them: lines of one cell, or a table with phases and steps across, lanes down."""

from __future__ import annotations

import html
from collections import defaultdict
from typing import TYPE_CHECKING

from cjeditor.model.cards import Touchpoint
from cjeditor.model.formulas import FORMULA_STARTS
from cjeditor.model.lookup import in_journey_order, ordered, ordered_steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cjeditor.model.cards import Card
    from cjeditor.model.journey_map import JourneyMap


def clip_table(journey_map: JourneyMap, cards: Iterable[Card]) -> list[list[str]]:
    """Return the rows of a table; of cards that lie in one cell a row for each, with nothing but its text.

    Every text that a spreadsheet would take for a formula begins with an apostrophe: cards hold what strangers said,
    and a spreadsheet runs a pasted formula as it does one in a file. Pasted back here, the apostrophe goes.
    """
    cells: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for card in in_journey_order(journey_map, cards):
        text = card.title if isinstance(card, Touchpoint) else card.text
        cells[card.step, card.lane].append(harmless(" ".join(text.split())))
    if len(cells) < 2:
        return [[text] for texts in cells.values() for text in texts]
    steps = [each for each in ordered_steps(journey_map) if any(step == each.id for step, _lane in cells)]
    lanes = [each for each in ordered(journey_map.lanes) if any(lane == each.id for _step, lane in cells)]
    phases = {each.id: harmless(each.name) for each in journey_map.phases}
    rows = [["", *(phases[each.phase] for each in steps)]]
    if any(each.name.strip() for each in steps):
        rows.append(["", *(harmless(each.name) for each in steps)])
    return rows + [
        [harmless(lane.name), *("\n".join(cells.get((step.id, lane.id), [])) for step in steps)] for lane in lanes
    ]


def as_text(rows: Sequence[Sequence[str]]) -> str:
    """Return the table with tabs between its cells; those with line breaks stand in quotation marks."""
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in rows)


def as_html(rows: Sequence[Sequence[str]]) -> str:
    """Return the table as HTML that holds nothing but text."""
    lines = ("".join(f"<td>{_escaped(cell)}</td>" for cell in row) for row in rows)
    return '<meta charset="utf-8"><table border="1">' + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: what looks like one begins with an apostrophe."""
    return f"'{text}" if text.lstrip().startswith(FORMULA_STARTS) else text


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if "\n" in cell or "\t" in cell or cell.startswith('"') else cell


def _escaped(cell: str) -> str:
    return html.escape(cell).replace("\n", "<br>")
