"""Whatever project keeps the rules comes back from its file equal, and its file is written the same again."""

from __future__ import annotations

import gc
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cjeditor.model.pictures import without_unused
from cjeditor.model.project import Project
from cjeditor.storage import keys
from cjeditor.storage.load import FileRefused, loads, open_file
from cjeditor.storage.parse import ProjectForm
from cjeditor.storage.recovery import Recovery
from cjeditor.storage.save import dumps, save
from tests.builders import small_project
from tests.strategies import projects


@given(projects())
def test_what_is_written_is_read_and_written_the_same(project: Project) -> None:
    data = dumps(project)
    again = loads(data, "x")
    assert again == without_unused(project)
    assert dumps(again) == data
    assert json.loads(data)["version"] == 2
    assert keys.twice(data) == []


@given(projects())
def test_other_programs_may_write_it_in_their_own_way(project: Project) -> None:
    theirs = json.dumps(json.loads(dumps(project)), indent=2, sort_keys=True).encode()
    assert loads(theirs, "x") == without_unused(project)


@given(projects(max_cards=3))
def test_counting_never_sees_less_than_there_is(project: Project) -> None:
    # More would only mean a closer look. Less would hide a key that stands twice.
    data = json.dumps(json.loads(dumps(project)), ensure_ascii=False, separators=(" ,", " : ")).encode()
    count = 0

    def look(pairs: list[tuple[str, object]]) -> dict[str, object]:
        nonlocal count
        count += len(pairs)
        return dict(pairs)

    json.loads(data, object_pairs_hook=look)
    assert keys._keys_at_most(data) >= count
    assert keys._fields_set((ProjectForm.model_validate_json(data),)) == count


@given(projects(), st.data())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_a_file_damaged_in_one_place_is_refused_or_holds_every_rule(project: Project, damage: st.DataObject) -> None:
    data = bytearray(dumps(project))
    start = damage.draw(st.integers(0, len(data) - 1))
    end = damage.draw(st.integers(start, min(len(data), start + 20)))
    data[start:end] = damage.draw(st.binary(max_size=6) | st.sampled_from([b"null", b"7", b'"', b"[]", b"\\", b'""']))
    try:
        project = loads(bytes(data), "x")
    except FileRefused:
        return
    assert loads(dumps(project), "x") == without_unused(project)


@given(project=projects())
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_through_the_disk_and_through_recovery(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "a.cjmap"
    fingerprint = save(project, file, expected=None)
    opened = open_file(file)
    assert (opened.project, opened.fingerprint) == (without_unused(project), fingerprint)
    recovery = Recovery(tmp_path / "recovery", "session", lambda: datetime(2026, 1, 1, tzinfo=UTC))
    recovery.write(project, file, fingerprint)
    assert recovery._lock is not None
    recovery._lock.release()
    later = Recovery(tmp_path / "recovery", "later", lambda: datetime(2026, 1, 1, tzinfo=UTC))
    (snapshot,) = later.found()
    assert later.load(snapshot) == without_unused(project)
    later.discard(snapshot)


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_is_left_as_it_was(was_on: bool) -> None:
    data = dumps(small_project())
    (gc.enable if was_on else gc.disable)()
    try:
        loads(data, "x")
        assert gc.isenabled() is was_on
        with pytest.raises(FileRefused):
            loads(data[:-20], "x")
        assert gc.isenabled() is was_on
    finally:
        gc.enable()
