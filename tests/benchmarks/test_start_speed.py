"""How long the program takes to its first paint and to a map on screen, against bare widgets; and its memory.

Goals, as ratios to a bare window with menus, a panel and a graphics view: first window 1.3, map on screen 2.2.
Memory of a map of 5 000 cards over the bare window: 60 MB.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from cjeditor import resources
from cjeditor.storage.save import save
from tests.builders import big_project

pytestmark = pytest.mark.benchmark

ROUNDS = 7

BARE = """
import re, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import *
app = QApplication(["bare"])
window = QMainWindow()
for title in ("File", "Edit", "Map", "View", "Help"):
    menu = window.menuBar().addMenu(title)
    for number in range(8):
        menu.addAction(f"Entry {number}")
bar = window.addToolBar("Tools")
for number in range(8):
    bar.addAction(f"Tool {number}")
panel = QListWidget()
panel.addItems([f"Block {number}" for number in range(30)])
middle = QWidget()
row = QHBoxLayout(middle)
row.addWidget(panel)
view = QGraphicsView(QGraphicsScene())
row.addWidget(view)
window.setCentralWidget(middle)
window.statusBar().showMessage("Ready")
window.resize(1600, 980)
"""

OURS = """
import re, sys, time
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QGraphicsView
from cjeditor.window.application import Application
app = QApplication(["cjeditor"])
application = Application(app)
application.start([Path(name) for name in sys.argv[2:]])
window = application.furnish().windows[0]
view = window.findChild(QGraphicsView)
window.resize(1600, 980)
"""

FRAME = """
import re, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from cjeditor.window.application import Application
app = QApplication(["cjeditor"])
application = Application(app)
application.start([])
window = application._first
window.resize(1600, 980)

class View:
    def viewport(self):
        return window._place

view = View()
"""

MEASURE = """
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.stop)
        return False
    def stop(self):
        now, spent = time.monotonic(), time.process_time()
        with open("/proc/self/status") as status:
            memory = re.search(r"VmHWM:\\s+(\\d+) kB", status.read())[1]
        print(now - float(sys.argv[1]), spent, memory, flush=True)
        import os
        os._exit(0)
watch = Watch()
view.viewport().installEventFilter(watch)
window.show()
app.exec()
"""


class Run(NamedTuple):
    """Seconds from the start of the process to its first painted view, those of the processor, and its peak in MB."""

    seconds: float
    spent: float
    megabytes: float


def _started(script: str, home: Path, *files: Path) -> Run:
    environment = {**os.environ, "CJEDITOR_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    # An installed program comes compiled. Where the machine keeps no byte code, it would be compiled at each start.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(home.with_name("compiled"))
    command = [sys.executable, "-c", script + MEASURE, str(time.monotonic()), *map(str, files)]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True, cwd=root, timeout=60)
    seconds, spent, kilobytes = done.stdout.split()
    return Run(float(seconds), float(spent), int(kilobytes) / 1024)


def test_first_paint(tmp_path: Path) -> None:
    sample = resources.path("samples/first-home.de.cjmap")
    big = tmp_path / "big.cjmap"
    save(big_project(5_000), big, expected=None)
    runs: dict[str, list[Run]] = {"bare": [], "frame": [], "empty": [], "sample": [], "5 000 cards": []}
    for script in (BARE, OURS):
        _started(script, tmp_path / "home")  # compiles
    for _ in range(ROUNDS):
        runs["bare"].append(_started(BARE, tmp_path / "home"))
        runs["frame"].append(_started(FRAME, tmp_path / "home"))
        runs["empty"].append(_started(OURS, tmp_path / "home"))
        runs["sample"].append(_started(OURS, tmp_path / "home", sample))
        runs["5 000 cards"].append(_started(OURS, tmp_path / "home", big))
    middle = {name: statistics.median(run.seconds for run in taken) for name, taken in runs.items()}
    spent = {name: statistics.median(run.spent for run in taken) for name, taken in runs.items()}
    memory = {name: statistics.median(run.megabytes for run in taken) for name, taken in runs.items()}
    print(f"\nbare widgets painted: {middle['bare'] * 1000:.0f} ms, {memory['bare']:.0f} MB")
    for name, goal in (("frame", "1.3"), ("empty", "2.2"), ("sample", "2.2"), ("5 000 cards", "-")):
        ratio = middle[name] / middle["bare"]
        work = spent[name] / spent["bare"]
        over = memory[name] - memory["bare"]
        print(f"{name}: {ratio:.2f} of bare (goal {goal}), in processor time {work:.2f}, {over:.0f} MB over bare")
    print(f"5 000 cards over the empty program: {memory['5 000 cards'] - memory['empty']:.0f} MB (goal 60)")
    assert all(memory.values())
