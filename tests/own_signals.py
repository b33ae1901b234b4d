"""Signals for programs that tests start."""

from __future__ import annotations

import signal


def hear_signals() -> None:
    """Hear Ctrl+C and a closed terminal: what a shell begins in the background, or for ever, is deaf to them.

    It hands that on to whatever it begins, and a whole run of the tests may well be begun so.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
