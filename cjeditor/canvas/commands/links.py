"""Commands on the arrows between cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cjeditor.model.edits.links import add_link, delete_links, set_link
from cjeditor.model.ids import MAP_PREFIXES, new_id
from cjeditor.model.lookup import cards, known

if TYPE_CHECKING:
    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.writer import Writer
    from cjeditor.model.cards import Link
    from cjeditor.model.fields import Obstacle, Treatment
    from cjeditor.model.project import Project

HandOff = Literal["", "seamless", "broken"]


class LinkCommands:
    """Making links, walking over them, and changing or deleting the chosen ones."""

    def __init__(self, desk: Desk, writer: Writer) -> None:
        self._desk = desk
        self._writer = writer

    def can_link(self) -> bool:
        """Whether the focus is on a card that a link may leave."""
        return self._source() != ""

    def link_to(self, number: int) -> bool:
        """Lead a link from the focused card to the one with that number; False where there is no such card."""
        source = self._source()
        target = next((one.id for one in cards(self._desk.map) if one.number == number), "")
        if not source or not target:
            return False
        link = new_id(MAP_PREFIXES["links"])

        def edit(project: Project) -> Project:
            return add_link(project, self._desk.map_id, link_id=link, source=source, target=target)

        if self._desk.apply(self._desk.words.t("Add link"), edit) and link in self._desk.arrangement.links:
            self._desk.selection.choose("links", [link])
        return True

    def can_walk(self) -> bool:
        """Whether the focused card has links."""
        return bool(self._of_card())

    def walk(self) -> None:
        """Choose the first link of the focused card, and then one after the other."""
        links = self._of_card()
        if links:
            chosen = self._desk.selection.of("links")
            at = next((i + 1 for i, one in enumerate(links) if one in chosen), 0)
            self._desk.selection.choose("links", [links[at % len(links)]])

    def can_rename(self) -> bool:
        """Whether one link is chosen."""
        return len(self._desk.selection.of("links")) == 1

    def rename(self) -> None:
        """Write the label of the chosen link."""
        if self.can_rename():
            self._writer.link(next(iter(self._desk.selection.of("links"))))

    def set_hand_off(self, hand_off: HandOff) -> None:
        """Say how the chosen links hand over."""
        ids = sorted(self._desk.selection.of("links"))

        def edit(project: Project) -> Project:
            for one in ids:
                # What does not break has no obstacle.
                fields = {"hand_off": hand_off} if hand_off == "broken" else {"hand_off": hand_off, "obstacle": ""}
                project = set_link(project, self._desk.map_id, one, **fields)
            return project

        if ids:
            self._desk.apply(self._desk.words.t("Change hand-off"), edit)

    def set_obstacle(self, obstacle: Obstacle) -> None:
        """Say what stands in the way on the chosen links, which thereby break; nothing for an empty one."""
        ids = sorted(self._desk.selection.of("links"))
        fields = {"obstacle": obstacle, "hand_off": "broken"} if obstacle else {"obstacle": ""}

        def edit(project: Project) -> Project:
            for one in ids:
                project = set_link(project, self._desk.map_id, one, **fields)
            return project

        if ids:
            self._desk.apply(self._desk.words.t("Change obstacle"), edit)

    def obstacle_is(self, obstacle: Obstacle) -> bool:
        """Whether this stands in the way on all chosen links."""
        chosen = self._chosen()
        return bool(chosen) and all(link.obstacle == obstacle for link in chosen)

    def set_treatment(self, treatment: Treatment) -> None:
        """Say how customers are treated on both sides of the chosen links."""
        ids = sorted(self._desk.selection.of("links"))

        def edit(project: Project) -> Project:
            for one in ids:
                project = set_link(project, self._desk.map_id, one, treatment=treatment)
            return project

        if ids:
            self._desk.apply(self._desk.words.t("Change treatment"), edit)

    def treatment_is(self, treatment: Treatment) -> bool:
        """Whether customers are treated so on all chosen links."""
        chosen = self._chosen()
        return bool(chosen) and all(link.treatment == treatment for link in chosen)

    def hand_off_is(self, hand_off: HandOff) -> bool:
        """Whether all chosen links hand over so."""
        chosen = self._chosen()
        return bool(chosen) and all(link.hand_off == hand_off for link in chosen)

    def can_rate(self, value: str) -> bool:  # noqa: ARG002 - asked with the row's arguments
        """Whether links are chosen, whose hand-off can be rated."""
        return self.can_delete()

    def reverse(self) -> None:
        """Let the chosen links lead the other way."""
        links = self._chosen()

        def edit(project: Project) -> Project:
            for link in links:
                project = set_link(project, self._desk.map_id, link.id, source=link.target, target=link.source)
            return project

        if links:
            self._desk.apply(self._desk.words.tn("Reverse link", "Reverse {n} links", len(links)), edit)

    def can_delete(self) -> bool:
        """Whether links are chosen."""
        return bool(self._desk.selection.of("links"))

    def delete(self) -> None:
        """Delete the chosen links."""
        ids = sorted(self._desk.selection.of("links"))
        if not ids:
            return

        def edit(project: Project) -> Project:
            return delete_links(project, self._desk.map_id, ids)

        self._desk.apply(self._desk.words.tn("Delete link", "Delete {n} links", len(ids)), edit)

    def _source(self) -> str:
        focus = self._desk.selection.focus
        return focus.card if focus is not None else ""

    def _of_card(self) -> list[str]:
        card = self._source()
        boxes = self._desk.arrangement.links.values()
        return [box.link.id for box in boxes if card and card in (box.source.id, box.target.id)]

    def _chosen(self) -> list[Link]:
        return [known(self._desk.map.links, one) for one in sorted(self._desk.selection.of("links"))]
