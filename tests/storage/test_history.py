"""Earlier versions of a file: kept, listed, brought back, thinned, and never lost to each other's tidying."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from cjeditor.model.replace import replace
from cjeditor.storage import disk
from cjeditor.storage.history import History, Version, key_of
from cjeditor.storage.load import FileRefused, load
from cjeditor.storage.save import SaveFailed, dumps, save
from tests.builders import small_project
from tests.storage.test_recovery import OTHER, PICTURE, PROJECT, Clock, age, clock

__all__ = ["clock"]

FILE = Path("/home/ü/a.cjmap")
KEY = "k" * 32


@pytest.fixture
def history(tmp_path: Path, clock: Clock) -> History:
    return History(tmp_path / "history", clock)


def stored(history: History) -> set[str]:
    """The names of the pictures that lie on the disk."""
    return {entry.name for entry in (history._folder / KEY).glob("pictures/*")}


def test_a_version_comes_back_as_it_was(history: History, clock: Clock) -> None:
    kept = history.keep(KEY, PROJECT, FILE, name="Before the vote", sum_="a" * 64)
    assert history.versions(KEY) == [kept]
    assert (kept.written, kept.name, kept.title, kept.path, kept.cards) == (
        clock.now,
        "Before the vote",
        "Sample",
        FILE,
        8,
    )
    assert history.load(kept) == PROJECT


def test_the_latest_comes_first_and_each_file_has_its_own(history: History, clock: Clock) -> None:
    first = history.keep(KEY, PROJECT, FILE)
    clock.now += timedelta(minutes=1)
    second = history.keep(KEY, small_project(), FILE)
    clock.now += timedelta(minutes=1)
    other = history.keep("other", small_project(), None)
    assert history.versions(KEY) == [second, first]
    assert history.files() == [other, second]


def test_pictures_lie_there_once(history: History) -> None:
    history.keep(KEY, PROJECT, FILE)
    before = {entry: entry.stat().st_ino for entry in (history._folder / KEY / "pictures").iterdir()}
    history.keep(KEY, replace(PROJECT, title="Later"), FILE)
    assert {entry: entry.stat().st_ino for entry in (history._folder / KEY / "pictures").iterdir()} == before
    assert stored(history) == {PICTURE.sha256, OTHER.sha256}


def test_a_file_is_kept_byte_by_byte_as_it_was_found(history: History, tmp_path: Path) -> None:
    data = dumps(PROJECT).replace(b"\n", b"\r\n")
    kept = history.keep_found(KEY, data, tmp_path / "a.cjmap", sum_=sha256(data).hexdigest())
    assert (kept.title, kept.cards) == (PROJECT.title, 8)
    assert (history._folder / KEY / f"{kept.id}.cjmap").read_bytes() == data
    assert kept.sum == sha256(data).hexdigest()
    assert history.load(kept) == PROJECT
    assert history.knows(KEY, kept.sum)
    assert not history.knows(KEY, "0" * 64)


def test_also_one_that_cannot_be_read(history: History) -> None:
    kept = history.keep_found(KEY, b"{ half", FILE, sum_="a" * 64)
    assert (kept.title, kept.cards) == ("", 0)
    with pytest.raises(FileRefused):
        history.load(kept)


def test_a_lost_picture_leaves_the_rest(history: History) -> None:
    kept = history.keep(KEY, PROJECT, FILE)
    (history._folder / KEY / "pictures" / OTHER.sha256).unlink()
    found = history.load(kept)
    assert {asset.id: asset.data for asset in found.assets} == {"as_a": PICTURE.data, "as_b": ""}
    assert found.maps == PROJECT.maps


def test_a_damaged_copy_is_refused_and_a_damaged_header_left_out(history: History) -> None:
    kept = history.keep(KEY, PROJECT, FILE)
    copy = history._folder / KEY / f"{kept.id}.cjmap"
    copy.write_bytes(copy.read_bytes()[:100])
    with pytest.raises(FileRefused):
        history.load(kept)
    copy.unlink()
    with pytest.raises(FileRefused) as refused:
        history.load(kept)
    assert refused.value.problems[0].code == "version-damaged"
    for damage in (b"", b"[]", b"{", b'{"format": "cjeditor-history", "version": 1}', b"\xff" * 10, b"[" * 100_000):
        copy.with_suffix(".json").write_bytes(damage)
        assert history.versions(KEY) == []


def test_names_are_given_and_taken(history: History) -> None:
    kept = history.keep(KEY, PROJECT, FILE)
    history.rename(kept, "Approved")
    (named,) = history.versions(KEY)
    assert (named.name, named.is_named, named.written) == ("Approved", True, kept.written)
    history.rename(named, "")
    assert not history.versions(KEY)[0].is_named


def test_a_deleted_one_is_gone(history: History) -> None:
    kept = history.keep(KEY, PROJECT, FILE)
    history.delete(kept)
    history.delete(kept)
    assert history.versions(KEY) == []
    assert not list((history._folder / KEY).glob("*.cjmap"))


def test_pictures_that_nobody_needs_go_after_an_hour(history: History) -> None:
    kept = history.keep(KEY, PROJECT, FILE)
    history.delete(kept)
    history.thin(KEY)
    assert stored(history) == {PICTURE.sha256, OTHER.sha256}  # another program may be about to name them
    age(history._folder, hours=2)
    history.thin(KEY)
    assert stored(history) == set()


def test_pictures_of_a_version_that_cannot_be_read_just_now_stay(history: History) -> None:
    kept = history.keep(KEY, PROJECT, FILE)
    header = history._folder / KEY / f"{kept.id}.json"
    whole = header.read_bytes()
    header.write_bytes(b"{")
    age(history._folder, hours=2)
    history.thin(KEY)
    header.write_bytes(whole)
    assert history.load(history.versions(KEY)[0]) == PROJECT


def test_a_copy_without_its_header_goes_after_an_hour(history: History) -> None:
    """What a program left that was killed between the two."""
    kept = history.keep(KEY, PROJECT, FILE)
    copy = history._folder / KEY / f"{kept.id}.cjmap"
    copy.with_suffix(".json").unlink()
    history.thin(KEY)
    assert copy.exists()
    age(history._folder, hours=2)
    history.thin(KEY)
    assert not copy.exists()


@pytest.mark.parametrize("ahead", [timedelta(days=400), timedelta(days=-400)], ids=["ahead", "behind"])
def test_how_old_they_are_is_not_told_by_our_own_clock(history: History, clock: Clock, ahead: timedelta) -> None:
    """It may be set, and a network drive has another: what is a moment old belongs to a version in the making."""
    clock.now = datetime.now(UTC) + ahead
    folders = [history._folder / key for key in (KEY, "other")]
    for folder in folders:
        (folder / f"{history.keep(folder.name, PROJECT, FILE).id}.json").unlink()
    age(folders[1], hours=2)
    for folder in folders:
        history.thin(folder.name)
    assert len(list(folders[0].glob("*.cjmap"))) == 1
    assert stored(history) == {PICTURE.sha256, OTHER.sha256}
    assert not [entry for entry in folders[1].rglob("*") if entry.is_file()]


def test_where_the_time_cannot_be_asked_for_nothing_is_deleted(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    history.delete(history.keep(KEY, PROJECT, FILE))
    age(history._folder, hours=2)

    def full(folder: Path) -> float:
        raise OSError(28, "No space left on device", str(folder))

    monkeypatch.setattr(disk, "now_in", full)
    history.thin(KEY)
    assert stored(history) == {PICTURE.sha256, OTHER.sha256}


def test_an_untitled_project_brings_its_versions_to_its_file(history: History) -> None:
    history.keep("sv_open", PROJECT, None, name="Draft")
    history.keep(KEY, small_project(), FILE)
    history.adopt(KEY, "sv_open")
    named = next(version for version in history.versions(KEY) if version.is_named)
    assert history.load(named) == PROJECT
    assert len(history.versions(KEY)) == 2
    assert not (history._folder / "sv_open").exists()
    history.adopt(KEY, "sv_open")  # nothing there
    history.keep("sv_next", small_project(), None, name="Draft")
    assert not (history._folder / "sv_next" / "pictures").exists()
    history.adopt(KEY, "sv_next")
    assert not (history._folder / "sv_next").exists(), "with pictures or without"


def test_over_the_limit_the_oldest_unnamed_go_from_whatever_file(tmp_path: Path, clock: Clock) -> None:
    size = len(dumps(small_project()))
    history = History(tmp_path, clock, limit=5 * size + 100)
    kept: list[Version] = []
    for number in range(6):
        clock.now += timedelta(minutes=1)
        kept.append(history.keep(f"file{number // 2}", small_project(), FILE, name="first" if number == 0 else ""))
    clock.now += timedelta(minutes=1)
    history.keep("file2", small_project(), FILE)
    history._kept = 0  # the next look is one at everything
    history.thin("file2")
    assert len(history.versions("file0")) == 2, "a named one and the latest"
    assert len(history.versions("file1")) == 1
    assert len(history.versions("file2")) == 2


def test_pictures_count_and_go_with_the_last_that_needs_them(tmp_path: Path, clock: Clock) -> None:
    """Versions of few bytes may hold many megabytes of pictures."""
    history = History(tmp_path, clock)
    history.keep(KEY, PROJECT, FILE)
    clock.now += timedelta(minutes=1)
    history.keep(KEY, small_project(), FILE)
    history._limit = history.size() - 1
    history._kept = 0
    clock.now += timedelta(hours=2)
    age(tmp_path, hours=2)
    history.thin(KEY)
    assert [version.pictures for version in history.versions(KEY)] == [()]
    assert stored(history) == set()


def test_the_folder_of_a_file_without_versions_goes(history: History) -> None:
    history.delete(history.keep("other", small_project(), None, name="Draft"))
    history.thin("other")
    assert (history._folder / "other").exists(), "another program may be about to write into it"
    age(history._folder, hours=2)
    history.thin("other")
    assert not (history._folder / "other").exists()


def test_each_way_to_a_file_leads_to_its_versions(tmp_path: Path) -> None:
    (tmp_path / "a.cjmap").write_bytes(b"")
    (tmp_path / "link.cjmap").symlink_to(tmp_path / "a.cjmap")
    assert key_of(tmp_path / "link.cjmap") == key_of(tmp_path / "." / "a.cjmap")
    assert key_of(tmp_path / "b.cjmap") != key_of(tmp_path / "a.cjmap")


def test_a_key_never_leads_out_of_the_folder(history: History) -> None:
    for key in ("..", "a/b", "", "a" * 65):
        with pytest.raises(ValueError, match=key[:64] or "^$"):
            history.keep(key, PROJECT, FILE)


def test_others_may_not_look_in(history: History) -> None:
    history.keep(KEY, PROJECT, FILE)
    assert (history._folder / KEY).stat().st_mode & 0o077 == 0


def test_where_nothing_can_be_written_is_said(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "history").write_bytes(b"a file where the folder should be")
    with pytest.raises(SaveFailed):
        History(tmp_path / "history", clock).keep(KEY, PROJECT, FILE)
    assert History(tmp_path / "history", clock).versions(KEY) == []
    assert History(tmp_path / "history", clock).files() == []


def test_a_version_can_be_saved_as_a_file_again(history: History, tmp_path: Path) -> None:
    kept = history.keep(KEY, PROJECT, FILE)
    save(history.load(kept), tmp_path / "again.cjmap", expected=None)
    assert load(tmp_path / "again.cjmap") == PROJECT
    assert [entry.name for entry in history._folder.iterdir()] == [KEY]
