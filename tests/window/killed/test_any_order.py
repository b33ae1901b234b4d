"""Edit, undo, save, reload, merge, name and bring back in any order: whatever was kept once can be had again."""

from __future__ import annotations

import itertools
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import shiboken6
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from PySide6.QtCore import QObject

from cjeditor.document import Document
from cjeditor.model.edits import cards, maps
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.model.three_way import merged
from cjeditor.storage.fingerprint import Fingerprint
from cjeditor.storage.history import History
from cjeditor.storage.load import load, open_file
from cjeditor.storage.problems import CONFLICTS
from cjeditor.storage.recovery import Recovery
from cjeditor.storage.save import SaveFailed, dumps, save
from cjeditor.window.history.keeper import VersionKeeper
from cjeditor.window.in_file import FileMemory, InFile
from cjeditor.window.snapshots import SnapshotKeeper, Snapshots
from tests.builders import big_project


class AnyOrder(RuleBasedStateMachine):
    """A person with a file that another program writes to, too. A step that fails must fail without harm.

    `kept` are the states that were saved, named, or written over, whoever wrote them, as the bytes of their files.
    """

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory(prefix="cjeditor-test-")
        root = Path(self._folder.name)
        self.file, self.clock = root / "a.cjmap", datetime(2026, 3, 14, 12, tzinfo=UTC)
        self.numbers = itertools.count(1)
        self.history = History(root / "history", self.now)
        self.recovery_folder = root / "recovery"
        self.snapshots = Snapshots(self.recovery_of, self.history)
        self.owner: QObject | None = None
        self.session = 0
        self.kept: set[bytes] = set()

    def now(self) -> datetime:
        """A clock that ticks whenever somebody looks at it."""
        self.clock += timedelta(milliseconds=1)
        return self.clock

    def recovery_of(self, session: str) -> Recovery:
        return Recovery(self.recovery_folder, session, self.now)

    @initialize()
    def begin(self) -> None:
        self._hold(big_project(12), None)

    def _hold(self, project: Project, path: Path | None, *, clean: bool = True) -> None:
        self._let_go()
        self.session += 1
        session = f"sv_{self.session}"
        self.document = Document(project, path, self.owner)
        self.memory = FileMemory(self.document.undo_stack)
        if not clean:
            self.document.undo_stack.resetClean()
        self.keeper = SnapshotKeeper(self.document, self.known, self.snapshots, session, self.owner, delay=3_600_000)
        self.versions = VersionKeeper(self.document, self.memory.now, self.snapshots, self.keeper.session, self.owner)

    def _let_go(self) -> None:
        """Nobody hears any more of a document whose program died."""
        if self.owner is not None:
            self.document.undo_stack.blockSignals(True)
            shiboken6.delete(self.owner)
        self.owner = QObject()

    def keep(self, data: bytes, sum_: str) -> None:
        self.versions.keep_found(self.file, data, sum_)

    def known(self) -> Fingerprint | None:
        return self.memory.now().fingerprint

    def _edited(self, project: Project, data: st.DataObject) -> Project:
        first = project.maps[0]
        number = next(self.numbers)
        project = maps.set_project(project, title=f"State {number}")
        card = data.draw(st.sampled_from(first.touchpoints))
        if len(first.touchpoints) > 3 and data.draw(st.integers(0, 4)) == 0:
            return cards.delete_cards(project, first.id, [card.id])
        return cards.set_touchpoint(project, first.id, [card.id], title=f"Card {number}")

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        def change(project: Project) -> Project:
            return self._edited(project, data)

        self.document.apply("Edit", change)

    @rule()
    def undo(self) -> None:
        self.document.undo_stack.undo()

    @rule()
    def redo(self) -> None:
        self.document.undo_stack.redo()

    @rule()
    def snapshot(self) -> None:
        self.keeper.write_now()

    @rule(over=st.booleans())
    def save(self, over: bool) -> None:
        """As the window does: what lies there is kept first; a conflict is asked about, and answered by `over`."""
        before = self.file.read_bytes() if self.file.exists() else None
        expected = self.known() if self.document.path is not None else None
        try:
            written = save(self.document.project, self.file, expected=expected, keep=self.keep)
        except SaveFailed as failed:
            if failed.problem.code not in CONFLICTS:
                raise
            assert (self.file.read_bytes() if self.file.exists() else None) == before, "refused means untouched"
            if not over:
                return
            written = save(self.document.project, self.file, expected=None, keep=self.keep)
        self.memory.set(InFile(self.document.project, written))
        self.document.mark_saved(self.file)
        self.versions.keep_saved()
        self.kept.add(dumps(self.document.project))
        if before is not None:
            self.kept.add(before)  # whoever wrote it

    @precondition(lambda self: self.file.exists())
    @rule(data=st.data())
    def somebody_else_saves(self, data: st.DataObject) -> None:
        save(self._edited(load(self.file), data), self.file, expected=None)

    @precondition(lambda self: self.document.path is not None and self.file.exists())
    @rule()
    def take_theirs(self) -> None:
        """What was on screen goes, as the person wants; what was kept stays."""
        found = open_file(self.file)
        self.document.replace_all(found.project, self.file)
        self.memory.set(InFile(found.project, found.fingerprint))

    @precondition(lambda self: self.document.path is not None and self.file.exists())
    @rule()
    def merge(self) -> None:
        found = open_file(self.file)
        base, mine = self.memory.now().project, self.document.project

        def both(project: Project) -> Project:
            return merged(base, project, found.project).project

        try:
            changed = self.document.apply("Merge", both)
        except EditRefused:
            assert self.document.project is mine
            return
        theirs = InFile(found.project, found.fingerprint)
        (self.memory.take_with_last_step if changed else self.memory.set)(theirs)
        self.document.undo_stack.resetClean()

    @rule()
    def name_version(self) -> None:
        self.versions.keep_named(f"Version {next(self.numbers)}")
        self.kept.add(dumps(self.document.project))

    @rule(data=st.data())
    def bring_back(self, data: st.DataObject) -> None:
        self.snapshots.wait()
        found = self.history.versions(self.versions.key())
        if found:
            project = self.history.load(data.draw(st.sampled_from(found)))
            before = self.document.project

            def back(now: Project) -> Project:
                del now
                return project

            if self.document.apply("Bring back", back):
                self.document.undo_stack.undo()
                assert self.document.project == before
                self.document.undo_stack.redo()
            assert self.document.project == project

    @rule()
    def crash_and_start_again(self) -> None:
        """The locks of a dead program are free; the next start restores what its snapshot holds, or opens the file."""
        self.snapshots.wait()
        unsaved, lock = not self.document.is_clean(), self.keeper._recovery._lock
        expected = self.document.project
        if unsaved:
            self.keeper.write_now()  # two seconds have passed
            lock = self.keeper._recovery._lock
        if lock is not None:
            lock.release()
        looker = self.recovery_of("looker")
        left = looker.found()
        assert len(left) == (1 if unsaved else 0), "nothing saved is offered, everything unsaved is"
        if left:
            project = looker.load(left[0])
            assert dumps(project) == dumps(expected)
            old = self.versions.key()
            self._hold(project, left[0].path, clean=False)
            self.memory.set(InFile(None, left[0].fingerprint))
            self.keeper.write_now()
            looker.discard(left[0])
            self.history.adopt(self.versions.key(), old)
        elif self.document.path is not None and self.file.exists():
            found = open_file(self.file)
            self._hold(found.project, self.file)
            self.memory.set(InFile(found.project, found.fingerprint))

    @invariant()
    def the_file_is_whole(self) -> None:
        if self.file.exists():
            assert dumps(load(self.file)) == self.file.read_bytes()

    def teardown(self) -> None:
        """Everything that was saved or named lies in the history or in the file; theirs that was written over, too."""
        if not hasattr(self, "document"):
            return
        self.snapshots.wait()
        there = {self.file.read_bytes()} if self.file.exists() else set()
        for latest in self.history.files():
            there |= {dumps(self.history.load(version)) for version in self.history.versions(latest.key)}
        missing = self.kept - there
        self.snapshots.close()
        self._let_go()
        self._folder.cleanup()
        assert not missing


AnyOrder.TestCase.settings = settings(
    settings.default,
    max_examples=max(15, settings.default.max_examples // 5) if settings.default.max_examples > 100 else 15,
    stateful_step_count=25,
    suppress_health_check=[HealthCheck.too_slow],
)


@pytest.mark.usefixtures("qapp")
class TestAnyOrder(AnyOrder.TestCase):
    """The machine, with an application for its objects."""
