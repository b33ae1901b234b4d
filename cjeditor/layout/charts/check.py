"""What the journey check finds on a map: how often which rule, and every finding with its place in the table."""

from __future__ import annotations

from collections import Counter
from typing import Final

from cjeditor.analysis.check.checking import findings_on
from cjeditor.finding_wording import FindingWords
from cjeditor.layout.charts.bars import Bar, bars
from cjeditor.layout.charts.chart import Chart, ChartTable, Drawn, Subject
from cjeditor.layout.cutting import Cutting

_MOST: Final = 10.0
"""The fewest findings that the longest possible bar stands for: one finding should not look like many."""


def drawn(subject: Subject, width: float) -> Drawn:
    """A bar for each rule that found something; without a finding only words."""
    words = subject.words
    found = findings_on(subject.project, subject.journey, Cutting(subject.project.language).lines_left)
    if not found:
        return Drawn((words.t("The journey check found nothing."),))
    worded = FindingWords(subject.project, words)
    counts = Counter(each.rule for each in found)
    rows = [
        Bar(
            worded.title(rule),
            count,
            words.number(count),
            f"{worded.title(rule)}: {words.number(count)}. {worded.why(rule)}",
            pattern="rising",
            colour="warning",
        )
        for rule, count in counts.items()
    ]
    made = bars(rows, 0, 0, width, words.language, most=_MOST)
    table = ChartTable(
        words.t("Findings of the journey check"),
        (words.t("Rule"), words.t("Phase"), words.t("Where"), words.t("What was found")),
        tuple(
            (worded.title(each.rule), worded.phase(each) or "–", worded.place(each), worded.sentence(each))
            for each in found
        ),
    )
    said = words.tn("{n} finding on this map", "{n} findings on this map", len(found))
    reasons = tuple(f"{worded.title(rule)}: {worded.why(rule)}" for rule in counts)
    return Drawn((said, *reasons), (Chart(width, made.height, made.shapes, made.spots, table),))
