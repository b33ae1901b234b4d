from __future__ import annotations

import os
import signal
import sys

import pytest
from pytestqt.qtbot import QtBot

from cjeditor.window.system_signals import SystemSignals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends none of these")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_request_to_end_arrives_in_the_event_loop(qtbot: QtBot, number: signal.Signals) -> None:
    before = signal.getsignal(number)
    signals = SystemSignals()
    signals.install()
    try:
        with qtbot.waitSignal(signals.arrived):
            os.kill(os.getpid(), number)
    finally:
        signals.uninstall()
    assert signal.getsignal(number) is before
