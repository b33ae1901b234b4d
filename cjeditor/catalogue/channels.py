"""The channels a new project knows: where touchpoints can happen."""

from __future__ import annotations

from functools import cache

from cjeditor.catalogue.entries import CatalogueKey, Entry, IconName, Wordings, read
from cjeditor.model.fields import ChannelMode


class StandardChannel(Entry):
    """A channel that needs no explanation."""

    key: CatalogueKey
    name: Wordings
    mode: ChannelMode
    icon: IconName


class _File(Entry):
    channels: tuple[StandardChannel, ...]


@cache
def channels() -> tuple[StandardChannel, ...]:
    """Return the standard channels in the order of a list to choose from; raises `CatalogueBroken`."""
    return read("channels.json", _File).channels
