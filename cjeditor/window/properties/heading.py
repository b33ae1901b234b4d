"""The line above the properties: icon, number, kind and phase of what is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from cjeditor.catalogue import terms
from cjeditor.catalogue.note_kinds import note_kind
from cjeditor.model.cards import Link, Note, Touchpoint
from cjeditor.model.fields import Record
from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step
from cjeditor.model.lookup import card, map_of, ordered
from cjeditor.model.project import Project
from cjeditor.model.table import find
from cjeditor.texts import Texts
from cjeditor.window.elided_label import ElidedLabel
from cjeditor.window.icons import Icons
from cjeditor.window.properties.subject import Subject

_ICON = 14
_SEPARATOR = " · "


@dataclass(frozen=True)
class Heading:
    """What the line says."""

    icon: str
    text: str


def heading_of(project: Project, subject: Subject, some: Sequence[Record], words: Texts) -> Heading:
    """Return what to say about `some`, the records of `subject`."""
    if len(some) > 1:
        return _of_many(subject, len(some), words)
    journey_map = map_of(project, subject.map_id)
    match some[0]:
        case Touchpoint() as one:
            channel = find(project.channels, one.channel) if one.channel is not None else None
            text = words.t("Touchpoint {number}", number=one.number)
            return Heading((channel.icon if channel else "") or "user", _with_phase(text, journey_map, one.step))
        case Note() as one:
            kind = note_kind(one.kind)
            text = f"{kind.name.in_language(words.language)} {one.number}"
            return Heading(kind.icon, _with_phase(text, journey_map, one.step))
        case Phase() as one:
            place = ordered(journey_map.phases).index(one) + 1
            return Heading("columns", words.t("Phase {number}", number=place))
        case Step() as one:
            return Heading("columns", _with_phase(words.t("Step"), journey_map, one.id))
        case Lane() as one:
            return Heading("rows", f"{words.t('Lane')}{_SEPARATOR}{terms.lane_kind(one.kind, words)}")
        case Link() as one:
            ends = [card(journey_map, end).number for end in (one.source, one.target)]
            return Heading("arrow-right", words.t("Link {source} → {target}", source=ends[0], target=ends[1]))
        case _:
            return Heading("path", words.t("Map"))


def _of_many(subject: Subject, count: int, words: Texts) -> Heading:
    match subject.kind:
        case "touchpoint":
            return Heading("stack", words.tn("{n} touchpoint", "{n} touchpoints", count))
        case "note" | "metric" | "picture":
            return Heading("stack", words.tn("{n} note", "{n} notes", count))
        case "phase":
            return Heading("columns", words.tn("{n} phase", "{n} phases", count))
        case "step":
            return Heading("columns", words.tn("{n} step", "{n} steps", count))
        case "lane" | "other_lane":
            return Heading("rows", words.tn("{n} lane", "{n} lanes", count))
        case "link":
            return Heading("arrow-right", words.tn("{n} link", "{n} links", count))
        case _:
            return Heading("stack", words.tn("{n} card", "{n} cards", count))


def _with_phase(text: str, journey_map: JourneyMap, step_id: str) -> str:
    step = find(journey_map.steps, step_id)
    phase = find(journey_map.phases, step.phase) if step is not None else None
    return f"{text}{_SEPARATOR}{phase.name}" if phase is not None and phase.name.strip() else text


class HeadingLine(QWidget):
    """The line itself, in the title bar of the pane."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self.setObjectName("heading")
        self._icon = QLabel(self)
        self._text = ElidedLabel(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self._icon)
        line.addWidget(self._text, 1)

    def show_heading(self, heading: Heading) -> None:
        """Say `heading`."""
        ratio = self.devicePixelRatioF()
        icon = self._icons.icon(heading.icon, QPalette.ColorRole.PlaceholderText)
        self._icon.setPixmap(icon.pixmap(QSize(_ICON, _ICON), ratio))
        self._text.show_text(heading.text)

    def text(self) -> str:
        """Return what is said."""
        return self._text.accessibleName()
