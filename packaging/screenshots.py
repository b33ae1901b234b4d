"""Takes the README's picture, and a gallery of the program's states in both languages, both themes, sharp and plain.

    python packaging/screenshots.py readme              write packaging/pictures/window.png
    python packaging/screenshots.py gallery FOLDER      write every state into FOLDER

Each picture is taken by a process of its own: scale and language hold from start to end. Needs no display.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README_PICTURE = ROOT / "packaging" / "pictures" / "window.png"
SAMPLE = ROOT / "resources" / "samples" / "first-home.de.cjmap"
SIZES = {"wide": (1600, 980), "laptop": (1366, 728)}
STATES = (
    "window",
    "fitted",
    "selected",
    "new",
    "new-map",
    "tabs",
    "details",
    "personas",
    "channels",
    "persona-card",
    "persona-grid",
    "persona-files",
    "persona-take",
    "pictures",
    "handout",
    "handout-own",
    "handout-wall",
    "handout-brands",
    "poster",
    "poster-sheets",
    "poster-phases",
    "booklet",
    "worksheets",
    "slides",
    "web-page",
    "print",
    "shortcuts",
    "help",
    "help-phase",
    "help-glossary",
    "help-found",
    "menu-map",
    "menu-file",
    "context",
    "guide",
    "guide-answer",
    "crash",
    "refused",
    "properties-touchpoint",
    "properties-several",
    "ratings",
    "properties-phase",
    "properties-map",
    "properties-link",
    "properties-links",
    "outline-tree",
    "outline-table",
    "figure-personas",
    "figure-realms",
    "figure-nps",
    "figure-kpis",
    "survey",
    "csv-reading",
    "figure-funnel",
    "funnel-file",
    "figure-loop",
    "figure-channels",
    "figure-risks",
    "figure-evidence",
    "figure-waiting",
    "figure-comparison",
    "figure-check",
    "figure-pain",
    "figure-trace",
    "figure-actions",
    "figure-effort_value",
    "figures-table",
    "figures-narrow",
    "agenda",
    "agenda-over",
    "agenda-empty",
    "inbox",
    "voting-new",
    "voting-open",
    "voting-wrong",
    "voting-clicks",
    "voting-ranking",
    "voting-room",
    "voting-room-ranking",
    "inbox-empty",
    "comments",
    "comments-empty",
    "comments-about",
    "check",
    "check-phase",
    "check-nothing",
    "check-narrow",
    "check-rules",
    "compare-list",
    "compare-beside",
    "compare-over",
    "actions",
    "actions-form",
    "actions-owners",
    "actions-empty",
    "minutes",
    "palette",
    "palette-found",
    "capture",
    "capture-new",
    "pasting",
    "grouping",
    "grouping-tags",
    "transfer",
    "link",
    "link-drawing",
    "time",
    "funnel-lane",
    "find",
    "find-filter",
    "folded",
    "minimap",
    "order",
    "order-near",
    "saved-views",
    "saved-views-menu",
    "settings",
    "settings-appearance",
    "settings-projects",
    "settings-keys",
    "about",
    "about-licences",
    "about-folders",
    "very-large",
    "blocks-found",
    "blocks-nothing",
    "blocks-own",
    "panes-moved",
    "room-view",
    "room-view-spotlight",
    "room-view-menu",
    "room-view-persona",
    "touch-held",
    "history",
    "merge",
    "merge-unknown",
    "conflict",
    "recovery",
    "name-version",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments say and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("readme", help="write the README's picture")
    gallery = verbs.add_parser("gallery", help="write every state into a folder")
    gallery.add_argument("folder", type=Path)
    gallery.add_argument("--only", nargs="*", default=STATES, choices=STATES)
    one = verbs.add_parser("one")
    for name in ("state", "language", "theme", "size", "out"):
        one.add_argument(name)
    arguments = parser.parse_args(argv)
    if arguments.verb == "readme":
        README_PICTURE.parent.mkdir(exist_ok=True)
        return take("window", "de", "light", "wide", 1, README_PICTURE)
    if arguments.verb == "gallery":
        return take_all(arguments.folder, arguments.only)
    return in_this_process(arguments.state, arguments.language, arguments.theme, arguments.size, Path(arguments.out))


def take_all(folder: Path, states: Sequence[str]) -> int:
    """Take every state in both languages, both themes, at 100 % and 200 %; return the number of failures."""
    folder.mkdir(parents=True, exist_ok=True)
    failures = 0
    for state in states:
        for language in ("en", "de"):
            for theme in ("light", "dark"):
                for scale in (1, 2):
                    out = folder / f"{state}-{language}-{theme}-{scale}x.png"
                    failures += take(state, language, theme, "wide", scale, out) != 0
        failures += take(state, "de", "light", "laptop", 1, folder / f"{state}-de-light-laptop.png") != 0
    print(f"{folder}: {failures} failed")
    return failures


def take(state: str, language: str, theme: str, size: str, scale: int, out: Path) -> int:
    """Take one picture in a process of its own and return its exit status."""
    with tempfile.TemporaryDirectory() as home:
        screen = Path(home) / "screen.json"
        screen.write_text(json.dumps(screen_of(size, scale)), encoding="utf-8")
        environment = os.environ | {
            "CJEDITOR_HOME": home,
            "HOME": home,
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
            "QT_SCALE_FACTOR": str(scale),
            "QT_LOGGING_RULES": "*=false",
            "PYTHONPATH": str(ROOT),
        }
        command = [sys.executable, __file__, "one", state, language, theme, size, str(out)]
        return subprocess.run(command, env=environment, check=False).returncode


def screen_of(size: str, scale: int) -> dict[str, object]:
    """Return the one screen on which a window of this size leaves room for its title bar, as Qt wants to hear it."""
    width, height = SIZES[size]
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    return {
        "screens": [{"name": "one", "x": 0, "y": 0, "width": width * scale, "height": (height + 40) * scale, **dots}]
    }


def in_this_process(state: str, language: str, theme: str, size: str, out: Path) -> int:
    """Bring the program into a state, take its picture, and return the exit status."""
    # Imported here: the processes that only start others need no Qt.
    from gallery import Gallery  # noqa: PLC0415

    return Gallery(language, theme, SIZES[size], SAMPLE).take(state, out)


if __name__ == "__main__":
    sys.exit(main())
