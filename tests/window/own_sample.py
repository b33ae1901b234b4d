"""A sample as a file of one's own: two tests with the very same file would each be told that it is open elsewhere."""

from __future__ import annotations

from pathlib import Path

from cjeditor import resources


def own_sample(folder: Path) -> Path:
    """Return a copy of the first sample in a folder of its own below `folder`."""
    copy = folder / "sample" / "first-home.de.cjmap"
    copy.parent.mkdir(exist_ok=True)
    copy.write_bytes(resources.path("samples/first-home.de.cjmap").read_bytes())
    return copy
