"""A person at the real program: starts it, presses keys, moves the mouse, looks at the screen. Needs X and xdotool."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageGrab

PATIENCE = 20.0
"""Seconds that a slow machine may take for anything."""

PACE = 0.25
"""Seconds between two keys where their order is what is looked at."""

STRIP = 220
"""Pixels at the left that the building blocks take."""

CARD = 50
"""Pixels that a card with a title of one line is high, about."""

Colour = tuple[int, int, int]


class Gone(AssertionError):
    """What was waited for did not happen."""


class Desktop:
    """One running program with a home folder of its own.

    Where things lie is read from the screen: a card by the ring round the chosen one, a phase by the colour of its
    band.
    """

    def __init__(self, home: Path, folder: Path, language: str = "en") -> None:
        self.folder = folder
        self._log = folder / "program.log"
        self._process: subprocess.Popen[bytes] | None = None
        self._environment = os.environ | {
            "HOME": str(folder),
            "CJEDITOR_HOME": str(home),
            "LANG": f"{language}.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
        }
        self._environment.pop("LC_ALL", None)

    # ------------------------------------------------------------------------------------------------ the program
    def start(self, *arguments: str) -> None:
        """Start the program."""
        self._start([sys.executable, "-m", "cjeditor", *arguments])

    def start_code(self, code: str) -> None:
        """Start Python with `code`, which is to start the program."""
        self._start([sys.executable, "-c", code])

    def _start(self, command: list[str]) -> None:
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(command, env=self._environment, stdout=log, stderr=log)

    def kill(self) -> None:
        """End the program as a crash does."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def wait_for_end(self) -> int:
        """Return the exit status once the program has ended."""
        assert self._process is not None
        status = self._process.wait(PATIENCE)
        self._process = None
        return status

    def log(self) -> str:
        """Return what the program wrote to the terminal."""
        return self._log.read_text(errors="replace") if self._log.exists() else ""

    # -------------------------------------------------------------------------------------------- keys and mouse
    def window(self, title: str) -> str:
        """Return the number of the window whose title holds `title` (a regular expression), once it is shown."""
        found: list[str] = []

        def look() -> bool:
            done = self._xdotool("search", "--onlyvisible", "--name", title, check=False)
            found[:] = done.split()
            return bool(found)

        self.until(look, f"window {title!r}")
        return found[-1]

    def windows(self) -> int:
        """Return how many windows are shown, menus and dialogues among them."""
        found = self._xdotool("search", "--onlyvisible", "--class", "cjeditor", check=False)
        return len(found.split())

    def is_shown(self, title: str) -> bool:
        """Whether such a window is shown now."""
        return bool(self._xdotool("search", "--onlyvisible", "--name", title, check=False).split())

    def until_gone(self, title: str) -> None:
        """Wait until no such window is shown."""
        self.until(lambda: not self.is_shown(title), f"no window {title!r}")

    def enter(self, title: str) -> str:
        """Give the keyboard to a window, which needs saying where no window manager runs."""
        window = self.window(title)
        self._xdotool("windowfocus", "--sync", window)
        return window

    def keys(self, *names: str) -> None:
        """Press keys, one after the other (``ctrl+s``, ``Return``)."""
        for name in names:
            self._xdotool("key", "--clearmodifiers", name)

    def slowly(self, *names: str) -> None:
        """Press keys at the pace of hands.

        Qt hands a composed letter on at once, past plain keys that wait for a program that is busy.
        """
        for name in names:
            self.keys(name)
            time.sleep(PACE)

    def hold(self, modifier: str, name: str) -> None:
        """Press a key while another is held down, key by key as hands do."""
        self._xdotool("keydown", modifier, "key", name, "keyup", modifier)
        time.sleep(PACE)

    @contextmanager
    def keyboard(self, layout: str) -> Iterator[None]:
        """Have a keyboard of this layout (``de``) for a while, instead of the American one."""
        self._layout(layout)
        try:
            yield
        finally:
            self._layout("us")

    def write(self, text: str) -> None:
        """Type `text`."""
        self._xdotool("type", "--delay", "12", text)

    def move_window(self, window: str, x: int, y: int, width: int, height: int) -> None:
        """Give a window its place, and wait until it has it."""
        self._xdotool("windowsize", window, str(width), str(height))
        self._xdotool("windowmove", window, str(x), str(y))
        wanted = {f"X={x}", f"Y={y}", f"WIDTH={width}", f"HEIGHT={height}"}

        def look() -> bool:
            return wanted <= set(self._xdotool("getwindowgeometry", "--shell", window).split())

        self.until(look, "the window in its place")

    def click(self, at: tuple[int, int]) -> None:
        """Click with the left button."""
        self._xdotool("mousemove", str(at[0]), str(at[1]), "click", "1")

    def drag(self, start: tuple[int, int], end: tuple[int, int], *, drop: bool = True) -> None:
        """Drag with the left button in many small moves."""
        self._xdotool("mousemove", str(start[0]), str(start[1]), "mousedown", "1")
        for part in range(1, 13):
            x = start[0] + (end[0] - start[0]) * part // 12
            y = start[1] + (end[1] - start[1]) * part // 12
            self._xdotool("mousemove", str(x), str(y), check=False)
        if drop:
            self._xdotool("mouseup", "1")

    # ----------------------------------------------------------------------------------------------------- screen
    def picture(self, name: str = "") -> Image.Image:
        """Return what is on the screen; with a name also keep it for people to look at."""
        image = ImageGrab.grab(xdisplay=self._environment["DISPLAY"]).convert("RGB")
        if name:
            image.save(self.folder / f"{name}.png")
        return image

    def place_on_map(self, colour: Colour, *, least: int = 40) -> tuple[int, int, int, int]:
        """Return left, top, right, bottom of this colour's pixels on the map, once there are `least` of them.

        Of several places the topmost counts.
        """
        box: list[tuple[int, int, int, int]] = []

        def look() -> bool:
            # Twice the same: what moves has come to rest.
            before = list(box)
            found = [place for place in pixels(self.picture(), colour) if place[0] > STRIP]
            found = [place for place in found if place[1] < found[0][1] + CARD]
            box[:] = [extent(found)] if len(found) >= least else []
            return bool(box) and box == before

        self.until(look, f"colour {colour}")
        return box[0]

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Wait until something is true."""
        end = time.monotonic() + PATIENCE
        while not true():
            if time.monotonic() > end:
                self.picture("gone")
                raise Gone(f"{what}; see {self.folder / 'gone.png'}; the program said: {self.log()}")
            if self._process is not None and self._process.poll() is not None:
                raise Gone(f"{what}; the program ended with {self._process.returncode}: {self.log()}")
            time.sleep(0.05)  # the screen tells nobody when it changes

    def _layout(self, layout: str) -> None:
        subprocess.run(["setxkbmap", layout], env=self._environment, check=True, timeout=PATIENCE)

    def _xdotool(self, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self._environment,
            capture_output=True,
            text=True,
            check=check,
            timeout=PATIENCE,
        )
        return done.stdout


def pixels(image: Image.Image, colour: Colour) -> list[tuple[int, int]]:
    """Return the places of all pixels of exactly this colour."""
    width = image.width
    wanted = bytes(colour)
    data = image.tobytes()
    found = []
    place = data.find(wanted)
    while place >= 0:
        if place % 3 == 0:
            found.append((place // 3 % width, place // 3 // width))
            place = data.find(wanted, place + 3)
        else:
            place = data.find(wanted, place + 1)
    return found


def extent(places: Iterable[tuple[int, int]]) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of the places."""
    columns, rows = zip(*places, strict=True)
    return min(columns), min(rows), max(columns), max(rows)


def middle(box: tuple[int, int, int, int]) -> tuple[int, int]:
    """Return the middle of a box."""
    return (box[0] + box[2]) // 2, (box[1] + box[3]) // 2
