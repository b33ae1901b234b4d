"""Older files come in through numbered steps, one after the other; a real file of each version is kept for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjeditor.model.project import Project
from cjeditor.storage import canonical, migrations
from cjeditor.storage.load import FileRefused, load, loads

GOLDEN = Path(__file__).parent / "golden"
"""A file of each version, as the program of its time wrote it. These are never edited."""


def test_older_files_are_carried_over_by_the_steps() -> None:
    def from_minus_one(document: migrations.Document) -> migrations.Document:
        document["name"] = document.pop("label")
        return document

    def from_zero(document: migrations.Document) -> migrations.Document:
        document["title"] = document.pop("name")
        return document

    steps = {-1: from_minus_one, 0: from_zero, **migrations.STEPS}
    old = b'{"format": "cjeditor-project", "version": -1, "label": "Old", "client": "C"}'
    assert loads(old, "x", steps=steps) == Project(title="Old", client="C")

    def codes(data: bytes) -> list[str]:
        with pytest.raises(FileRefused) as refused:
            loads(data, "x", steps=steps)
        return [problem.code for problem in refused.value.problems]

    assert codes(b'{"format": "cjeditor-project", "version": -1}') == ["old-form-damaged"]
    assert codes(b'{"format": "cjeditor-project", "version": -2}') == ["unknown-version"]
    assert codes(b'{"format": "cjeditor-project", "version": 0, "name": 5}') == ["field-refused"]
    assert codes(b'{"format": "cjeditor-project", "version": 0, "name": "a", "name": "b"}') == ["key-twice"]
    assert codes(b'{"format": "cjeditor-project", "version": 0, "name": "a"') == ["cut-off"]


def test_the_document_passed_in_stays_as_it_is() -> None:
    def move(document: migrations.Document) -> migrations.Document:
        document["list"].append(2)
        return document

    old = {"format": "cjeditor-project", "version": 0, "list": [1]}
    assert migrations.migrated(old, steps={0: move}, to=1) == {
        "format": "cjeditor-project",
        "version": 1,
        "list": [1, 2],
    }
    assert old == {"format": "cjeditor-project", "version": 0, "list": [1]}


def test_there_is_a_golden_file_and_a_step_for_each_version() -> None:
    assert sorted(path.name for path in GOLDEN.iterdir()) == [
        f"version-{version}.cjmap" for version in range(1, migrations.VERSION + 1)
    ]
    assert sorted(migrations.STEPS) == list(range(1, migrations.VERSION))


@pytest.mark.parametrize("version", range(1, migrations.VERSION + 1))
def test_golden_files_open(version: int) -> None:
    project = load(GOLDEN / f"version-{version}.cjmap")
    assert (project.client, project.parked[0].text) == ("Sparkasse Müritz", "Später")
    assert len(project.maps[0].touchpoints) == 4


def test_the_form_of_this_version_stays_what_it_was() -> None:
    # A difference here needs a new version, or was not meant.
    file = GOLDEN / f"version-{migrations.VERSION}.cjmap"
    # Its picture is nobody's: saving would leave that out, which is not a matter of form.
    assert canonical.dumps(load(file)) == file.read_bytes()
