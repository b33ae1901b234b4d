from __future__ import annotations

import gc
import weakref

from pytestqt.qtbot import QtBot

from cjeditor.window.collector import Collector


class Node:
    def __init__(self) -> None:
        self.me = self


def test_garbage_is_collected_by_the_timer_only(qtbot: QtBot) -> None:
    collector = Collector()
    collector.start()
    try:
        assert not gc.isenabled()
        seen = weakref.ref(Node())
        keep = [[] for _ in range(3000)]  # type: ignore[var-annotated]  # garbage is counted by what was made
        assert seen() is not None
        collector.look()
        assert seen() is None
        assert len(keep) == 3000
    finally:
        collector.stop()
    assert gc.isenabled()
