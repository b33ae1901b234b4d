"""The part with the minutes of the workshop."""

from __future__ import annotations

from cjeditor.export.minutes_content import MinutesOptions, minutes
from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.column_flow import MIDDLE
from cjeditor.export.pdf.minutes_sheets import fill_minutes
from cjeditor.model.replace import replace

_BEGINS = 160.0
_MOST = 8
"""Of a ranking or a list: the minutes on their own have all of it."""


def add(book: Book) -> None:
    """Add the minutes; nothing as long as no step of the agenda has begun and nobody has voted."""
    content = book.content
    project, journey = content.project, content.journey
    if not any(step.started for step in project.agenda) and not journey.rounds:
        return
    words = content.words
    people = tuple(name.strip() for name in project.settings.participants.splitlines() if name.strip())
    title = words.t("Minutes of the workshop")
    spoken = replace(project, language=words.language)
    found = minutes(spoken, journey, MinutesOptions(title=title, date=_day_of(book), participants=people))
    fill_minutes(book.begin(title, _BEGINS, in_columns=MIDDLE), found, _MOST, level=1)


def _day_of(book: Book) -> str:
    """The day on which the first step began; none where nobody kept the time."""
    return min((step.started[:10] for step in book.content.project.agenda if step.started), default="")
