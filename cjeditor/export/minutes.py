"""The minutes of a workshop: what was planned and how it went, what was parked, what was decided; as PDF or text."""

from __future__ import annotations

from pathlib import Path

from cjeditor.export.minutes_content import MinutesOptions, minutes
from cjeditor.export.minutes_text import minutes_text
from cjeditor.export.options import MARKDOWN_SUFFIX
from cjeditor.export.target import check_target, replacing
from cjeditor.model.lookup import map_of
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project


def write_minutes(project: Project, map_id: str, path: Path, options: MinutesOptions) -> tuple[Problem, ...]:
    """Write the minutes to `path`, completely or not at all: as Markdown where its suffix says so, else as PDF.

    Args:
        project: the project; it is not changed. The minutes are in its language.
        map_id: the map that was worked on.
        path: an existing file is replaced.
        options: what the project does not know.

    Returns:
        What could not be printed as it stands in the project.

    Raises:
        ExportRefused: the file cannot be written.
        EditRefused: the project has no such map.
    """
    check_target(path)
    found = minutes(project, map_of(project, map_id), options)
    if path.suffix.lower() == MARKDOWN_SUFFIX:
        with replacing(path) as temporary:
            temporary.write_text(minutes_text(found), encoding="utf-8", newline="\n")
        return ()
    from cjeditor.export.pdf.minutes_sheets import print_minutes  # noqa: PLC0415  it loads reportlab

    with replacing(path) as temporary:
        return print_minutes(found, temporary, options.paper or project.settings.paper, options.date)
