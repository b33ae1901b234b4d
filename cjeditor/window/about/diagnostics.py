"""What helps to find a fault, as plain English text for those who look for it; nothing of the person's work."""

from __future__ import annotations

import json
import locale
import platform
import re
from collections import deque
from pathlib import Path

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from cjeditor import __version__
from cjeditor.window.diary import LOG_NAME
from cjeditor.window.house import House

LOG_LINES = 30
"""Events of the log that are told of, the last ones."""

_PLACE = re.compile(r'^\s*File ".*?(cjeditor[/\\][\w/\\.]+)", line (\d+), in (\S+)')
_KIND = re.compile(r"^([A-Za-z_][\w.]*)(:|$)")


def diagnostics(house: House) -> str:
    """Return versions, screens, settings, and when which part of the program recorded an event.

    Events are told of without their sentences, which may name files, titles or texts; of a trace the kind of the
    exception and our own lines of code are told.
    """
    preferences = house.preferences
    style = QGuiApplication.font()
    lines = [
        f"cjeditor {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, PySide {PySide6.__version__}",
        f"System: {platform.platform()}, {platform.machine()}",
        f"Qt platform: {QGuiApplication.platformName()}, font {style.family()} {style.pixelSize()} px",
        f"Locale: {locale.setlocale(locale.LC_CTYPE)}",
        f"Language: {house.words.language} (chosen: {preferences.language_choice})",
        f"Theme: {preferences.theme}, text size: {preferences.text_size}",
        f"Windows: {len(house.windows.windows)}",
        *_screens(),
        "",
        f"The last {LOG_LINES} events, without their sentences:",
        *(_told(line) for line in _last_lines(house.log_folder / LOG_NAME)),
    ]
    return "\n".join(lines) + "\n"


def _screens() -> list[str]:
    main = QGuiApplication.primaryScreen()
    return [
        f"Screen {number}{' (main)' if screen is main else ''}: {screen.geometry().width()} × "
        f"{screen.geometry().height()} at {screen.geometry().x()}, {screen.geometry().y()}; "
        f"usable {screen.availableGeometry().width()} × {screen.availableGeometry().height()}; "
        f"scale {screen.devicePixelRatio():g}; {screen.logicalDotsPerInch():.0f} dpi"
        for number, screen in enumerate(QGuiApplication.screens(), start=1)
    ]


def _last_lines(file: Path) -> list[str]:
    try:
        with file.open(encoding="utf-8", errors="replace") as stream:
            return list(deque(stream, LOG_LINES))
    except OSError:
        return []


def _told(line: str) -> str:
    """Return what may leave the house of one event."""
    try:
        event = json.loads(line)
        head = f"{event['time']} {event['level']} {event['by']}"
        trace = str(event.get("trace", ""))
    except (ValueError, KeyError, TypeError):
        return "(a line that cannot be read)"
    places = [f"{found[1]}:{found[2]} {found[3]}" for found in map(_PLACE.match, trace.splitlines()) if found]
    kind = _KIND.match(trace.splitlines()[-1]) if trace else None
    return "\n    ".join([head, *([kind[1]] if kind else []), *places])
