from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from cjeditor.export import problems
from cjeditor.export.problems import ExportRefused
from cjeditor.export.target import check_target, refusal, replacing
from cjeditor.model.problem import Problem
from cjeditor.storage.save import save
from tests.export.samples import mortgage


def code(path: Path) -> str:
    with pytest.raises(ExportRefused) as refused:
        check_target(path)
    assert refused.value.path == path
    return refused.value.problem.code


def test_a_good_place_is_left_as_it_was(tmp_path: Path) -> None:
    check_target(tmp_path / "out.pdf")
    assert list(tmp_path.iterdir()) == []


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    assert code(tmp_path / "no" / "out.pdf") == "export-folder-missing"
    assert code(tmp_path / "file" / "out.pdf") == "export-folder-missing"
    assert code(tmp_path / "folder") == "export-target-is-folder"
    assert code(tmp_path / "pipe") == "export-target-not-a-file"
    assert code(tmp_path / ("n" * 300)) == "export-name-too-long"
    assert code(tmp_path / "null\0byte.pdf") == "export-write-failed"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_and_a_file_without_write_permission(tmp_path: Path) -> None:
    (tmp_path / "out.pdf").write_text("old")
    (tmp_path / "out.pdf").chmod(0o444)
    assert code(tmp_path / "out.pdf") == "export-target-read-only"
    tmp_path.chmod(0o555)
    assert code(tmp_path / "other.pdf") == "export-folder-read-only"
    tmp_path.chmod(0o755)


def test_a_read_only_folder_is_found_by_trying(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a read-only file system, where even root is refused."""

    def refused(*_args: object, **_more: object) -> int:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(os, "open", refused)
    assert code(tmp_path / "out.pdf") == "export-folder-read-only"


def test_the_file_appears_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    path.write_text("old")
    with replacing(path) as temporary:
        assert temporary.parent == tmp_path
        temporary.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert [one.name for one in tmp_path.iterdir()] == ["out.pdf"]


@pytest.mark.parametrize("name", ["journey.cjmap", "renamed.pdf", "link.pdf", "hard.pdf", "pretty.svg"])
def test_a_project_is_never_replaced_by_a_picture_of_it(name: str, tmp_path: Path) -> None:
    """Whatever it is called, and also behind a link: months of work may lie in it."""
    project = tmp_path / "journey.cjmap"
    save(mortgage(phases=1), project, expected=None)
    (tmp_path / "renamed.pdf").write_bytes(project.read_bytes())
    (tmp_path / "pretty.svg").write_text(json.dumps(json.loads(project.read_text()), indent=4), encoding="utf-8-sig")
    (tmp_path / "link.pdf").symlink_to(project)
    (tmp_path / "hard.pdf").hardlink_to(project)
    path = tmp_path / name
    before = path.read_bytes()
    assert code(path) == "export-target-is-project"
    with pytest.raises(ExportRefused), replacing(path) as temporary:
        temporary.write_text("a picture")
    assert path.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 5


def test_the_source_of_an_export_is_not_its_target(tmp_path: Path) -> None:
    """Even where it does not look like a project at its beginning."""
    source = tmp_path / "source.pdf"
    source.write_text(" " * 10_000 + '{"format": "cjeditor-project"}')
    (tmp_path / "link.pdf").symlink_to(source)
    for target in (source, tmp_path / "link.pdf"):
        with pytest.raises(ExportRefused) as refused:
            check_target(target, source)
        assert refused.value.problem == Problem("export-target-is-project")
    check_target(tmp_path / "other.pdf", source)
    check_target(tmp_path / "other.pdf", tmp_path / "missing.cjmap")


def test_an_error_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    path.write_text("old")

    def half() -> None:
        with replacing(path) as temporary:
            temporary.write_text("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["out.pdf"]


def test_a_full_disk_has_its_own_sentence(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    with pytest.raises(ExportRefused) as refused, replacing(path):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert refused.value.problem == Problem("export-disk-full")
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_and_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "out.pdf").write_text("old")
    link = tmp_path / "link.pdf"
    link.symlink_to(tmp_path / "real" / "out.pdf")
    with replacing(link) as temporary:
        temporary.write_text("new")
    assert link.is_symlink()
    assert (tmp_path / "real" / "out.pdf").read_text() == "new"


def test_rights_are_those_of_any_new_file(tmp_path: Path) -> None:
    with replacing(tmp_path / "out.pdf") as temporary:
        temporary.write_text("new")
    (tmp_path / "plain").write_text("")
    assert (tmp_path / "out.pdf").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize("number", [*errno.errorcode])
def test_whatever_the_system_says_is_a_known_problem(number: int) -> None:
    problem = refusal(Path("/x/out.pdf"), OSError(number, os.strerror(number))).problem
    assert set(problem.params) == set(problems.CODE_PARAMS[problem.code])
