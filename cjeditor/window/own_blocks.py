"""The person's own building blocks, shared by all windows: read when first shown, written at each change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    # Not before the first paint: the file is read with pydantic.
    from cjeditor.storage.own_blocks import OwnBlock, OwnBlocksRead

    Edit = Callable[[tuple[OwnBlock, ...]], tuple[OwnBlock, ...]]


class OwnBlocks(QObject):
    """The blocks of one person.

    Signals:
        changed(): there are others now.
        set_aside(str): a damaged file was found; it lies under this name now.
        failed(str): the file could be neither read nor written, as the system says why; nothing was changed.
    """

    changed = Signal()
    set_aside = Signal(str)
    failed = Signal(str)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._blocks: tuple[OwnBlock, ...] | None = None
        self._removed: list[tuple[int, OwnBlock]] = []

    @property
    def blocks(self) -> tuple[OwnBlock, ...]:
        """The blocks, oldest first."""
        if self._blocks is None:
            # Imported here, as said above.
            from cjeditor.storage.own_blocks import read_own_blocks  # noqa: PLC0415

            self._blocks = ()
            try:
                self._take(read_own_blocks(self._file))
            except OSError as error:
                self.failed.emit(error.strerror or str(error))
        return self._blocks

    @property
    def removed(self) -> str:
        """The name of the block that was removed last and can be brought back; empty for none."""
        return self._removed[-1][1].name if self._removed else ""

    def add(self, block: OwnBlock) -> bool:
        """Keep a block; return whether that worked."""

        def edit(blocks: tuple[OwnBlock, ...]) -> tuple[OwnBlock, ...]:
            return (*blocks, block)

        return self._change(edit)

    def rename(self, block_id: str, name: str) -> bool:
        """Call a block otherwise; return whether that worked."""
        # Imported here, as said above.
        from cjeditor.storage.own_blocks import renamed  # noqa: PLC0415

        def edit(blocks: tuple[OwnBlock, ...]) -> tuple[OwnBlock, ...]:
            return tuple(renamed(block, name) if block.id == block_id else block for block in blocks)

        return self._change(edit)

    def remove(self, block_id: str) -> str:
        """Remove a block and return its name; empty where there is none, or it could not be removed."""
        found = next(((at, one) for at, one in enumerate(self.blocks) if one.id == block_id), None)

        def edit(blocks: tuple[OwnBlock, ...]) -> tuple[OwnBlock, ...]:
            return tuple(block for block in blocks if block.id != block_id)

        if found is None:
            return ""
        self._removed.append(found)
        if not self._change(edit):
            self._removed.pop()
            return ""
        return found[1].name

    def bring_back(self) -> str:
        """Bring the block back that was removed last, to its old place, and return its name; empty for none."""
        if not self._removed:
            return ""
        place, block = self._removed[-1]

        def edit(blocks: tuple[OwnBlock, ...]) -> tuple[OwnBlock, ...]:
            return (*blocks[:place], block, *blocks[place:])

        self._removed.pop()
        if not self._change(edit):
            self._removed.append((place, block))
            return ""
        return block.name

    def _change(self, edit: Edit) -> bool:
        # Imported here, as said above.
        from cjeditor.storage.own_blocks import change_own_blocks  # noqa: PLC0415

        try:
            self._take(change_own_blocks(self._file, edit))
        except OSError as error:
            self.failed.emit(error.strerror or str(error))
            return False
        self.changed.emit()
        return True

    def _take(self, found: OwnBlocksRead) -> None:
        self._blocks = found.blocks
        if found.set_aside is not None:
            self.set_aside.emit(found.set_aside.name)
