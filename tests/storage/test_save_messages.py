"""Each way in which a save fails: the person is told why in words of their language, and what to do."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from cjeditor import texts
from cjeditor.storage import disk, problems
from cjeditor.storage.load import load
from cjeditor.storage.save import SaveFailed, save
from cjeditor.wording import remedy, what
from tests.builders import small_project

FAULTS = {
    "ENOSPC": ("not enough space", "nicht genug Platz"),
    "EDQUOT": ("used up the space that is yours", "aufgebraucht"),
    "EFBIG": ("not enough space", "nicht genug Platz"),
    "EROFS": ("disk is write-protected", "Datenträger ist schreibgeschützt"),
    "EACCES": ("not have permission", "Schreibrecht"),
    "EPERM": ("not have permission", "Schreibrecht"),
    "ENAMETOOLONG": ("name is too long", "zu lang"),
    "EILSEQ": ("does not allow", "nicht zulässt"),
    "ESTALE": ("network drive does not answer", "Netzlaufwerk antwortet nicht"),
    "EHOSTDOWN": ("network drive does not answer", "Netzlaufwerk antwortet nicht"),
    "EHOSTUNREACH": ("network drive does not answer", "Netzlaufwerk antwortet nicht"),
    "ENETDOWN": ("network drive does not answer", "Netzlaufwerk antwortet nicht"),
    "ENETUNREACH": ("network drive does not answer", "Netzlaufwerk antwortet nicht"),
    "ETIMEDOUT": ("network drive does not answer", "Netzlaufwerk antwortet nicht"),
    "EIO": ("disk reports an error", "meldet selbst einen Fehler"),
    "EBUSY": ("Another program has the file open", "anderes Programm"),
    "ENOENT": ("folder does not exist", "Ordner"),
    "EXDEV": ("could not be written", "nicht geschrieben"),
}
"""What the system says, and some of what we say in English and German."""

CALLS = ("open", "fsync", "replace")


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("name", sorted(FAULTS))
def test_every_fault_of_the_system_is_told_and_leaves_the_old_file(
    name: str, call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = getattr(errno, name, None)
    if number is None:
        pytest.skip("not on this system")
    file = tmp_path / "a.cjmap"
    save(small_project(), file, expected=None)
    before = file.read_bytes()

    def fail(*arguments: object, **named: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        if call == "open":
            patch.setattr(disk, "_make_temporary", fail)
        elif call == "fsync":
            patch.setattr(os, "fsync", fail)
        else:
            patch.setattr(Path, "replace", fail)
        with pytest.raises(SaveFailed) as failed:
            save(small_project(), file, expected=None)
    problem = failed.value.problem
    for language, expected in zip(("en", "de"), FAULTS[name], strict=True):
        words = texts.of(language)
        assert expected in what(problem, words)
        assert remedy(problem, words)
    assert file.read_bytes() == before
    assert load(file) == small_project()
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.cjmap"]


@pytest.mark.parametrize("number", [53, 59, 64, 67, 121, 1231])
def test_windows_says_it_in_numbers_of_its_own(number: int) -> None:
    error = OSError(errno.ENOENT, "x")
    error.winerror = number  # type: ignore[attr-defined]  # as on Windows
    assert problems.from_writing(error).code == "share-gone"
    assert problems.from_reading(error).code == "share-gone"
