"""Columns of a figure's table hold their words whole, also where many stand side by side."""

from __future__ import annotations

import pytest

from cjeditor.export.pdf.figures.widths import columns_of
from cjeditor.export.typeset import BODY, META_STRONG
from cjeditor.layout.charts.chart import ChartTable
from cjeditor.layout.measure import text_width

LONG = "Wie viele Menschen nach dem Anruf noch einmal nachfragen, obwohl ihnen alles erklärt wurde"
KPIS = ChartTable(
    "Kennzahlen",
    ("Name", "Wo sie liegt", "Ist", "Ziel", "Status", "Besser ist", "Datum", "Quelle"),
    ((LONG, LONG, "8 Sekunden", "10 Sekunden", "Erreicht", "Höher", "27.11.2026", LONG),),
    numbers=(2, 3),
)


@pytest.mark.parametrize("width", [480.0, 520.0, 760.0])
def test_short_words_stay_whole_and_figures_do_not_meet(width: float) -> None:
    made = columns_of(KPIS, width)
    assert sum(made.widths) == pytest.approx(width)
    for at, word in ((4, "Erreicht"), (5, "Höher"), (2, "8 Sekunden"), (3, "10 Sekunden")):
        assert text_width(word, BODY.face, BODY.size) <= made.room(at), word
    for at, head in enumerate(KPIS.head):
        word = max(head.split(), key=len)
        assert text_width(word, META_STRONG.face, META_STRONG.size) <= made.room(at), head


@pytest.mark.parametrize("width", [453.0, 760.0])
def test_a_very_short_text_is_never_broken(width: float) -> None:
    rows = ((LONG, "5 × 4 × 5", "Being measured", LONG, LONG), (LONG, "1 × 1 × 1", "Reached", LONG, LONG))
    made = columns_of(
        ChartTable("Risks", ("Name", "Weight × likelihood × impact", "Status", "Where", "Source"), rows), width
    )
    assert text_width("5 × 4 × 5", BODY.face, BODY.size) <= made.room(1)


def test_where_nothing_fits_long_words_are_broken_and_the_page_is_kept() -> None:
    table = ChartTable("Many", ("A" * 60, *("Name",) * 11), (("B" * 60, *("Wert",) * 11),))
    made = columns_of(table, 600)
    assert sum(made.widths) == pytest.approx(600)
    assert min(made.widths) >= 34
