"""Making building blocks of cards, and renaming and removing those of one's own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from cjeditor.canvas.blocks import Block, OwnChannel
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.catalogue.channels import channels
from cjeditor.catalogue.note_kinds import note_kind
from cjeditor.document import Document
from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.lookup import card
from cjeditor.model.project import Project
from cjeditor.model.table import find
from cjeditor.storage import limits
from cjeditor.storage.own_blocks import ChannelOfBlock, OwnBlock, make_own_block, new_block_id
from cjeditor.texts import Texts
from cjeditor.window.blocks.offer import Offer, Section
from cjeditor.window.own_blocks import OwnBlocks


class OwnBlockFlow(QObject):
    """What the person does with blocks of their own in one window.

    Signals:
        hint(str): a sentence for the status bar.
        made(): blocks were saved from cards, and people may want to see them.
    """

    hint = Signal(str)
    made = Signal()

    def __init__(self, document: Document, canvas: MapCanvas, own: OwnBlocks, words: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._canvas = canvas
        self._own = own
        self._words = words
        own.set_aside.connect(self._tell_set_aside)
        own.failed.connect(self._tell_failure)

    def can_save(self) -> bool:
        """Whether cards with a text are chosen."""
        return bool(self._meant())

    def save_chosen(self) -> None:
        """Save the chosen cards as blocks."""
        saved = [self._keep(one) for one in self._meant()]
        names = [name for name in saved if name]
        if len(names) == 1:
            self.hint.emit(self._words.t("“{name}” is one of your building blocks now.", name=names[0]))
        elif names:
            self.hint.emit(self._words.tn("{n} building block saved.", "{n} building blocks saved.", len(names)))
        if names:
            self.made.emit()

    def save_text(self, text: str) -> None:
        """Save a text that was searched for and not found, as a touchpoint."""
        name = " ".join(text.split())[: limits.BLOCK_NAME]
        block = make_own_block(id=new_block_id(), name=name, text=name)
        if block is not None and self._own.add(block):
            self.hint.emit(self._words.t("“{name}” is one of your building blocks now.", name=name))

    def rename(self, block_id: str, name: str) -> None:
        """Call a block otherwise, and let it put that onto the map; without a name it keeps the one that it has."""
        if not name:
            self.hint.emit(self._words.t("A block needs a name: the previous one was kept."))
        elif self._own.rename(block_id, name):
            self.hint.emit(self._words.t("The building block is called “{name}” now.", name=name))

    def remove(self, block_id: str) -> None:
        """Remove a block."""
        name = self._own.remove(block_id)
        if name:
            self.hint.emit(self._words.t("“{name}” was removed. The context menu brings it back.", name=name))

    def bring_back(self) -> None:
        """Bring back what was removed last."""
        name = self._own.bring_back()
        if name:
            self.hint.emit(self._words.t("“{name}” is back.", name=name))

    @property
    def removed(self) -> str:
        """The name of what can be brought back; empty for nothing."""
        return self._own.removed

    def section(self) -> Section:
        """Return the person's own blocks as they are offered."""
        return Section(self._words.t("My blocks"), tuple(_offer(one, self._words) for one in self._own.blocks), "own")

    def _meant(self) -> list[Card]:
        journey_map = self._canvas.desk.map
        cards = [card(journey_map, one) for one in self._canvas.desk.meant_cards() if one != self._canvas.desk.coming]
        return [one for one in cards if _text_of(one).strip()]

    def _keep(self, one: Card) -> str:
        block = block_of(self._document.project, one)
        return block.name if block is not None and self._own.add(block) else ""

    def _tell_set_aside(self, name: str) -> None:
        self.hint.emit(
            self._words.t("The file with your building blocks could not be read. It was kept as “{name}”.", name=name)
        )

    def _tell_failure(self, reason: str) -> None:
        self.hint.emit(self._words.t("Your building blocks cannot be read or saved: {reason}", reason=reason))


def block_of(project: Project, one: Card) -> OwnBlock | None:
    """Return the block that a card makes; None where it has nothing to keep."""
    text = _text_of(one)
    name = " ".join(text.split())[: limits.BLOCK_NAME]
    fields: dict[str, object] = {"id": new_block_id(), "name": name, "text": text, "tags": one.tags}
    if not isinstance(one, Touchpoint):
        return make_own_block(**fields, kind="note", note_kind=one.kind)
    channel = find(project.channels, one.channel) if one.channel is not None else None
    if channel is not None:
        standard = next((each.key for each in channels() if channel.name in (each.name.en, each.name.de)), None)
        if standard is not None:
            fields["channel"] = standard
        else:
            fields["own_channel"] = ChannelOfBlock(name=channel.name, mode=channel.mode, icon=channel.icon)
    return make_own_block(**fields)


def _text_of(one: Card) -> str:
    return one.title if isinstance(one, Touchpoint) else one.text


def _offer(own: OwnBlock, words: Texts) -> Offer:
    note = own.kind == "note"
    channel = own.own_channel
    standard = next((one for one in channels() if one.key == own.channel), None)
    if note:
        more, icon = note_kind(own.note_kind).name.in_language(words.language), note_kind(own.note_kind).icon
    elif standard is not None:
        more, icon = standard.name.in_language(words.language), standard.icon
    else:
        more, icon = (channel.name, channel.icon or "storefront") if channel is not None else ("", "storefront")
    block = Block(
        own.kind,
        note_kind=own.note_kind if note else "",
        title=own.name,
        text=own.text,
        channel=own.channel or "",
        own_channel=OwnChannel(channel.name, channel.mode, channel.icon) if channel is not None else None,
        tags=own.tags,
    )
    tip = own.text if own.text != own.name else ""
    return Offer(
        block, own.name, tip[:400], icon, more=more.replace("\n", " "),
        names=(own.name,), sentences=(own.text[:2_000], more, *own.tags), own=own.id,
    )  # fmt: skip
