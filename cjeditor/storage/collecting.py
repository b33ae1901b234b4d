"""Doing without the garbage collector while many records are made, of which none is garbage yet."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused(*, lasting: bool) -> Iterator[None]:
    """Without garbage collections, which look at all new objects again and again and find that none is garbage.

    Where what is made is `lasting` it then counts among the old objects, so that the very next collection does not look
    at all of it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if lasting:
                gc.freeze()
                gc.unfreeze()
            gc.enable()
