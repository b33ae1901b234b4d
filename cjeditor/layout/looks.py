"""Which look a card has, by what it is; and what of the project a look needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from cjeditor.analysis.acting import NO_ACTIONS, Acting
from cjeditor.layout.arrangement import Look
from cjeditor.layout.draw_card import note_look, touchpoint_look
from cjeditor.layout.draw_metric import metric_look
from cjeditor.layout.draw_picture_note import picture_look
from cjeditor.layout.draw_remarks import with_marks
from cjeditor.layout.link_labels import labels_by_source
from cjeditor.layout.metrics import ON_MAP, Limits
from cjeditor.model.cards import Card, Link, Note, Touchpoint
from cjeditor.model.pictures import by_sum, size_of
from cjeditor.model.project import Asset, Channel, Project
from cjeditor.texts import Texts


class Shared(NamedTuple):
    """What cards name of the project: channels by id, pictures by their sum; and what is marked on them.

    That is how many open comments they have, what is done about them, and the labels of the links that leave them.
    """

    channels: Mapping[str, Channel]
    pictures: Mapping[str, Asset]
    remarks: Mapping[str, int] = MappingProxyType({})
    actions: Mapping[str, Acting] = MappingProxyType({})
    labels: Mapping[str, tuple[str, ...]] = MappingProxyType({})

    @staticmethod
    def of(
        project: Project, remarks: Mapping[str, int], actions: Mapping[str, Acting], links: Iterable[Link] = ()
    ) -> Shared:
        """What this project has of it, with the marks of comments and actions by card, where they are shown."""
        channels = {channel.id: channel for channel in project.channels}
        return Shared(channels, by_sum(project), remarks, actions, labels_by_source(links))

    def marks_of(self, card_id: str) -> tuple[int, Acting]:
        """What is marked on a card."""
        return self.remarks.get(card_id, 0), self.actions.get(card_id, NO_ACTIONS)

    def labels_of(self, card_id: str) -> tuple[str, ...]:
        """The labels of the links that leave a card."""
        return self.labels.get(card_id, ())

    def marked_otherwise(self, before: Shared | None) -> frozenset[str]:
        """The cards that have other marks, or labels of links, here than they had before."""
        if before is None:
            return frozenset()
        every = {*self.remarks, *self.actions, *before.remarks, *before.actions}
        marked = {one for one in every if self.marks_of(one) != before.marks_of(one)}
        named = {one for one in {*self.labels, *before.labels} if self.labels_of(one) != before.labels_of(one)}
        return frozenset(marked | named)


def look_of(card: Card, shared: Shared, width: float, words: Texts, limits: Limits = ON_MAP) -> Look:
    """Arrange a card `width` pixels wide, with at most so much of it as `limits` say."""
    count, acting = shared.marks_of(card.id)
    if isinstance(card, Touchpoint):
        return touchpoint_look(
            card, shared.channels.get(card.channel or ""), width, words, limits, remarks=count, acting=acting
        )
    return with_marks(_note_look(card, shared, width, words, limits), count, acting, words)


def _note_look(card: Note, shared: Shared, width: float, words: Texts, limits: Limits) -> Look:
    if card.kind == "metric":
        return metric_look(card, width, words, limits)
    if card.kind == "image":
        picture = shared.pictures.get(card.picture or "")
        return picture_look(card, None if picture is None else size_of(picture), width, words, limits)
    return note_look(card, width, words, limits)
