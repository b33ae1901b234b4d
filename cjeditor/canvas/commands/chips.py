"""The chips of channels lanes by keyboard: what the focus has come to, and the touchpoints behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.canvas.spots import chip_under
from cjeditor.catalogue.terms import mode

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.selection import Spot
    from cjeditor.layout.route import ChannelChip


class ChipCommands:
    """What keys do on a chip."""

    def __init__(self, desk: Desk, keyboard: QWidget) -> None:
        """Make them.

        Args:
            desk: the map with its focus.
            keyboard: the control that has the keyboard; screen readers are told there what the focus has come to.
        """
        self._desk = desk
        self._keyboard = keyboard
        self._told: tuple[Spot, str] | None = None

    def choose(self) -> bool:
        """Choose the touchpoints behind the focused chip; the focus stays. False where it is on none."""
        desk = self._desk
        focus = desk.selection.focus
        chip = chip_under(desk.arrangement, focus)
        if chip is None:
            return False
        desk.selection.choose("cards", chip.touchpoints, focus)
        numbers = self._numbers(chip)
        desk.hint.emit(
            desk.words.tn(
                "Touchpoint {numbers} is selected.",
                "Touchpoints {numbers} are selected.",
                len(chip.touchpoints),
                numbers=numbers,
            )
        )
        return True

    def tell(self) -> None:
        """Say which chip the focus has come to and what Enter does there; nothing where that was said."""
        desk = self._desk
        focus = desk.selection.focus
        chip = chip_under(desk.arrangement, focus)
        now = None if chip is None or focus is None else (focus, self._said(chip))
        if now != self._told:
            self._told = now
            text = "" if now is None else now[1]
            self._keyboard.setAccessibleDescription(text)
            desk.hint.emit(text)

    def _said(self, chip: ChannelChip) -> str:
        words = self._desk.words
        return words.tn(
            "{channel}, {mode}: touchpoint {numbers}. Enter selects it.",
            "{channel}, {mode}: touchpoints {numbers}. Enter selects them.",
            len(chip.touchpoints),
            channel=chip.channel.name,
            mode=mode(chip.channel.mode, words),
            numbers=self._numbers(chip),
        )

    def _numbers(self, chip: ChannelChip) -> str:
        cards = self._desk.arrangement.cards
        return ", ".join(str(cards[one].record.number) for one in chip.touchpoints if one in cards)
