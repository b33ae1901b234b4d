"""Reaching the file to be opened, with all that can stand in the way."""

from __future__ import annotations

import os
import socket
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from cjeditor.model.problem import Problem
from cjeditor.model.project import Asset, Persona, Project
from cjeditor.model.replace import replace
from cjeditor.storage.load import FileRefused, load, loads, open_file, seen_at
from cjeditor.storage.mending import NOTHING, Lost
from cjeditor.storage.problems import CODE_PARAMS
from cjeditor.storage.save import dumps
from tests.builders import small_project
from tests.storage.processes import in_a_process

GOOD = dumps(small_project())


def code_of(path: Path) -> str:
    with pytest.raises(FileRefused) as refused:
        load(path)
    (problem,) = refused.value.problems
    assert set(problem.params) == set(CODE_PARAMS[problem.code])
    return problem.code


def test_missing_files_folders_and_names_that_cannot_be(tmp_path: Path) -> None:
    assert code_of(tmp_path / "none.cjmap") == "not-found"
    assert code_of(tmp_path / "none" / "none.cjmap") == "not-found"
    assert code_of(tmp_path) == "is-a-folder"
    assert code_of(tmp_path / ("x" * 300)) == "name-not-allowed"
    assert code_of(tmp_path / "a\0b") == "name-not-allowed"
    (tmp_path / "gone.cjmap").symlink_to(tmp_path / "nowhere")
    assert code_of(tmp_path / "gone.cjmap") == "not-found"
    (tmp_path / "loop.cjmap").symlink_to(tmp_path / "loop.cjmap")
    assert code_of(tmp_path / "loop.cjmap") == "endless-link"


def test_what_lies_there_is_seen_whatever_it_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "some.cjmap"
    path.write_bytes(GOOD)
    assert seen_at(path) == open_file(path).fingerprint
    path.write_bytes(b"no project")
    seen = seen_at(path)
    assert seen is not None
    assert seen.matches(path)
    monkeypatch.setattr("cjeditor.storage.limits.FILE_SIZE", 9)
    huge = seen_at(path)
    assert huge is not None
    assert huge.sha256 == "", "nobody reads gigabytes to ask a question"
    assert huge.matches(path)
    os.utime(path, ns=(0, 0))
    assert not huge.matches(path)
    assert seen_at(tmp_path) is None
    assert seen_at(tmp_path / "none.cjmap") is None


@pytest.mark.skipif(sys.platform == "win32", reason="has no such files")
def test_pipes_sockets_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.cjmap")
    assert code_of(tmp_path / "pipe.cjmap") == "not-a-regular-file"
    assert code_of(Path("/dev/zero")) == "not-a-regular-file"
    with socket.socket(socket.AF_UNIX) as local:
        local.bind(str(tmp_path / "socket"))
        assert code_of(tmp_path / "socket") == "not-a-regular-file"


def test_more_than_the_limit_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "big.cjmap"
    with file.open("wb") as sparse:
        sparse.truncate(80 * 1024 * 1024)
    with pytest.raises(FileRefused) as refused:
        load(file)
    assert refused.value.problems == (Problem("too-big", params={"megabytes": 80, "limit": 64}),)


def test_read_errors_carry_the_words_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.cjmap"
    file.write_bytes(GOOD)

    def fail(*arguments: object) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "open", fail)
    with pytest.raises(FileRefused) as refused:
        load(file)
    assert refused.value.problems == (Problem("read-error", params={"reason": "Input/output error"}),)


AS_NOBODY = """
import json, os, sys
from pathlib import Path
from cjeditor.storage.load import FileRefused, load, loads, open_file, seen_at
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    load(Path(sys.argv[1]))
except FileRefused as refused:
    print(json.dumps([problem.code for problem in refused.problems]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has other rights")
def test_a_file_of_somebody_else_is_not_for_us(open_folder: Path) -> None:
    file = open_folder / "private.cjmap"
    file.write_bytes(GOOD)
    file.chmod(0o000)
    assert in_a_process(AS_NOBODY, str(file)) == ["no-permission-to-read"]


def test_a_picture_whose_bytes_were_changed_is_refused() -> None:
    picture = Asset(id="as_a", sha256=sha256(b"hallo").hexdigest(), media_type="image/png", data="aGFsbG8=")
    persona = Persona(id="ps_a", name="Mia", portrait=picture.sha256)
    data = dumps(Project(personas=(persona,), assets=(picture,)))
    with pytest.raises(FileRefused) as refused:
        loads(data.replace(b"aGFsbG8=", b"aGFsbGE="), "x")
    assert refused.value.problems == (Problem("picture-sum-wrong", ("assets", "as_a")),)
    assert loads(data.replace(b'"aGFsbG8="', b'""'), "x").assets[0].data == ""  # lost altogether: a placeholder


def test_a_project_opens_without_its_damaged_pictures_and_says_which(tmp_path: Path) -> None:
    path = tmp_path / "some.cjmap"
    good, bad = (
        Asset(id=f"as_{data}", sha256=sha256(data.encode()).hexdigest(), media_type="image/png", data=in_base64)
        for data, in_base64 in (("hallo", "aGFsbG8="), ("welt", "d2VsdA=="))
    )
    project = small_project()
    notes = [*project.maps[0].notes]
    notes[0] = replace(notes[0], kind="image", picture=bad.sha256)
    notes[1] = replace(notes[1], kind="image", picture=good.sha256)
    first = replace(project.maps[0], notes=tuple(notes))
    personas = (replace(project.personas[0], portrait=bad.sha256), *project.personas[1:])
    project = replace(project, maps=(first, *project.maps[1:]), personas=personas, assets=(good, bad))
    whole = dumps(project)
    path.write_bytes(whole)
    assert open_file(path).lost == NOTHING
    for damaged in (b"d2VsdA=!", b"d2VsdQ==", b"d2VsdA"):
        path.write_bytes(whole.replace(b"d2VsdA==", damaged))
        opened = open_file(path)
        assert opened.lost == Lost(1, ((first.title, notes[0].number),), (personas[0].name,))
        assert opened.project.assets == (good,)
        assert opened.project.maps[0].notes == (replace(notes[0], picture=None), *notes[1:])
        assert opened.project.personas[0] == replace(personas[0], portrait=None)
        assert opened.fingerprint == seen_at(path)
        with pytest.raises(FileRefused):
            load(path)  # as the command line's check does


def test_damaged_pictures_excuse_no_other_fault(tmp_path: Path) -> None:
    path = tmp_path / "some.cjmap"
    picture = Asset(id="as_a", sha256=sha256(b"hallo").hexdigest(), media_type="image/png", data="aGFsbG8=")
    persona = Persona(id="ps_a", name="Mia", portrait=picture.sha256)
    data = dumps(Project(title="A", personas=(persona,), assets=(picture,)))
    damaged = data.replace(b"aGFsbG8=", b"aGFsbGE=")
    assert damaged != data
    for worse in (
        damaged.replace(b'"Mia"', b"7"),
        damaged.replace(b'"ps_a"', b'"tp_a"'),
        damaged.replace(b'"name"', b'"id": "ps_b", "name"'),
        damaged[:-4],
    ):
        path.write_bytes(worse)
        with pytest.raises(FileRefused) as refused:
            open_file(path)
        with pytest.raises(FileRefused) as strictly:
            load(path)
        assert refused.value.problems == strictly.value.problems
