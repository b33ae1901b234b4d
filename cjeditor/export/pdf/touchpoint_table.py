"""The table of touchpoints: what the map's cards leave out for want of room stands here in full."""

from __future__ import annotations

from cjeditor.analysis.check.writing import is_link
from cjeditor.analysis.waiting import is_late
from cjeditor.export.content import Content, phase_title
from cjeditor.export.pdf.sheets import Frame, phase_anchor
from cjeditor.export.pdf.table import Columns, Group, columns, widest
from cjeditor.export.pdf.touchpoint_cells import (
    INDENT,
    WARNING,
    channel_cell,
    drop_off_cell,
    emotion_cell,
    evidence_cell,
    marked,
)
from cjeditor.export.typeset import BODY, NUMBER, QUIET, STRONG, Piece, Style, paragraph, space
from cjeditor.layout.tags import Tag
from cjeditor.model.cards import Touchpoint

_WEIGHTS = (24.0, 232.0, 122.0, 40.0, 152.0, 124.0, 66.0)
_UPRIGHT_WEIGHTS = (24.0, 150.0, 84.0, 44.0, 86.0, 110.0, 52.0)
_LINK = Style("regular", 9.0, 12.5, "subheading")
_STAR = Style("semibold", 9.0, 12.5, "star")


def touchpoint_groups(page: Frame, content: Content) -> tuple[Columns, list[Group]]:
    """The columns of the table on a page, and its rows by phase; no rows where the map has no touchpoint."""
    words = content.words
    upright = page.height > page.width
    # On wide pages the step stands where there is room: below the channel, not below the text that makes rows high.
    stepped = not upright and any(content.steps[touchpoint.step].name for touchpoint in content.touchpoints())
    heads = (
        words.t("No."),
        words.t("Touchpoint"),
        words.t("Channel, step") if stepped else words.t("Channel"),
        words.t("Emotion"),
        words.t("Evidence"),
        words.t("Drop-off points"),
        words.t("Waiting time"),
    )
    numbers = widest((touchpoint.number for touchpoint in content.touchpoints()), NUMBER)
    table = columns(heads, _UPRIGHT_WEIGHTS if upright else _WEIGHTS, page.inner_width, first=numbers)
    by_phase: dict[str, list[Touchpoint]] = {}
    for touchpoint in content.touchpoints():
        by_phase.setdefault(content.steps[touchpoint.step].phase, []).append(touchpoint)
    groups = [
        Group(
            phase_title(number, phase, words),
            phase.colour,
            _rows(by_phase[phase.id], table, content, stepped=stepped),
        )
        for number, phase in enumerate(content.phases, start=1)
        if phase.id in by_phase
    ]
    return table, groups


def _rows(
    touchpoints: list[Touchpoint], table: Columns, content: Content, *, stepped: bool
) -> list[tuple[tuple[Piece, ...], ...]]:
    """A row for each; `stepped`: with its step in the column of channels."""
    return [
        (
            _number(touchpoint, table.room(0), content),
            _what(touchpoint, table.room(1), content, stepped=not stepped),
            (
                *channel_cell(touchpoint, table.room(2), content),
                *(_step(touchpoint, table.room(2), content, INDENT) if stepped else ()),
            ),
            emotion_cell(touchpoint, content),
            evidence_cell(touchpoint, table.room(4), content),
            drop_off_cell(touchpoint.drop_off_points, table.room(5), content),
            _waiting(touchpoint, table.room(6), content),
        )
        for touchpoint in touchpoints
    ]


def _number(touchpoint: Touchpoint, width: float, content: Content) -> tuple[Piece, ...]:
    link = _to_phase(touchpoint, content)
    return paragraph(str(touchpoint.number), NUMBER, width, content.words.language, tag=link)


def _to_phase(touchpoint: Touchpoint, content: Content) -> Tag:
    """A link to the sheet of the touchpoint's phase."""
    number, phase = content.phase_of(touchpoint.step)
    return Tag("Link", said=phase_title(number, phase, content.words), leads=f"#{phase_anchor(phase.id)}")


def _step(touchpoint: Touchpoint, width: float, content: Content, indent: float = 0.0) -> tuple[Piece, ...]:
    """The step that it lies in, `indent` points from the left; nothing where it has no name."""
    step = content.steps[touchpoint.step]
    if not step.name:
        return ()
    said = content.words.t("Step: {name}", name=step.name)
    return paragraph(said, QUIET, width, content.words.language, indent=indent)


def _what(touchpoint: Touchpoint, width: float, content: Content, *, stepped: bool) -> tuple[Piece, ...]:
    language = content.words.language
    title = touchpoint.title if touchpoint.title.strip() else "–"
    pieces = [*paragraph(title, STRONG, width, language, tag=_to_phase(touchpoint, content))]
    if touchpoint.moment_of_truth:
        pieces.extend(marked("star-fill", content.words.t("Moment of truth"), _STAR, width, content))
    if touchpoint.description:
        pieces.append(space(1))
        pieces.extend(paragraph(touchpoint.description, QUIET, width, language))
    if stepped and (step := _step(touchpoint, width, content)):
        pieces += (space(1), *step)
    for link in touchpoint.web_links:
        pieces.extend(_web(link.strip(), width, language))
    return tuple(pieces)


def _web(link: str, width: float, language: str) -> tuple[Piece, ...]:
    """An address as it was typed; one of the web or of a mail leads there."""
    if not link:
        return ()
    address = f"https://{link}" if link.lower().startswith("www.") else link
    tag = Tag("Link", said=address, leads=address) if is_link(link) else None
    return (space(1), *paragraph(link, _LINK if tag else QUIET, width, language, tag=tag))


def _waiting(touchpoint: Touchpoint, width: float, content: Content) -> tuple[Piece, ...]:
    shown = content.words.waiting(touchpoint.expected_wait, touchpoint.actual_wait)
    if not shown:
        return ()
    if is_late(touchpoint):
        late = paragraph(content.words.t("longer than expected"), QUIET, width, content.words.language)
        return (*paragraph(shown, WARNING, width, content.words.language), *late)
    return paragraph(shown, BODY, width, content.words.language)
