"""What can be wrong with a project file, or with reading and writing it, as codes with parameters.

Problems of a file have places that a person can follow, outermost first: names of fields as in the file, a map's title
(its id when it has none) right after `maps`, other records' ids right after their table, and numbers for positions
that count from 0: `("maps", "Buying a bicycle", "touchpoints", "tp_k3f9x2", "emotion")`. Broken JSON has lines and
columns, which count from 1: `("line", 12, "column", 5)`, or `("line", 12)`. The whole file is `()`.

Besides the codes below, an opened file may show those of the model: `field-refused`, and what its rules find.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from types import MappingProxyType

from cjeditor.model.problem import Problem

CODE_PARAMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        # Reaching a file to read it
        "not-found": (),
        "no-permission-to-read": (),
        "is-a-folder": (),  # reading and writing
        "not-a-regular-file": (),  # a pipe, a device; reading and writing
        "endless-link": (),  # a symbolic link that leads back to itself; reading and writing
        "share-gone": (),  # a network drive that does not answer; reading and writing
        "name-not-allowed": (),  # too long, or with characters that this system does not take; reading and writing
        "read-error": ("reason",),  # reason: the system's own words; a worn disk, a network share that went away
        # Files that hold no project
        "too-big": ("megabytes", "limit"),  # both in whole megabytes
        "too-many-parts": ("limit",),  # more values than any project has; limit: how many are taken
        "empty-file": (),
        "wrong-encoding": ("encoding",),  # saved as `UTF-16` or `UTF-32` by another program
        "not-utf-8": (),  # where: line and column of the first byte that is not
        "not-a-project": (),  # something else: text, a picture, another program's JSON
        "too-new": ("version", "known"),  # version: the file's; known: the newest this program can read
        "unknown-version": ("version",),  # a number that no program ever wrote
        "old-form-damaged": ("version",),  # of an older version, and not in that version's form
        # Project files that are damaged. where: line and column
        "broken-json": ("detail",),  # detail: the parser's own words, in English
        "cut-off": (),  # the file ends in the middle
        "half-character": (),  # one half of a surrogate pair as \u escape
        "control-character": (),  # as such, not as \u escape, inside a text
        "number-out-of-range": (),
        "nested-too-deep": (),
        # where: the record, if it is in one
        "key-twice": ("key",),
        "picture-sum-wrong": (),  # its bytes are not those whose SHA-256 sum stands beside them
        "more-problems": (),  # the last where only the first of many are listed
        # Writing
        "would-not-open-again": ("problem",),  # a defect of this program; problem: the code of what is wrong, at where
        "changed-on-disk": (),  # another program, or another window, wrote the file since it was opened or saved
        "gone-from-disk": (),  # the file was deleted, moved or renamed since
        "no-space": (),  # or beyond what the file system can hold in one file
        "quota-used-up": (),  # what this person may store there
        "disk-error": (),  # the device itself reports a fault on writing
        "read-only-file": (),
        "read-only-disk": (),
        "no-permission-to-write": (),  # in the folder
        "folder-gone": (),
        "in-use": (),  # Windows: held open by a virus scanner or a cloud folder, for longer than we tried
        "write-error": ("reason",),  # reason: the system's own words
        # Files of personas
        "not-personas": (),  # something else, or not in the form of such a file
        "library-too-big": ("megabytes", "limit"),
        "library-damaged": (),
        # Files of brands
        "not-a-brand": (),  # something else, or not in the form of such a file
        "brand-too-big": ("megabytes", "limit"),
        "brand-logo-no-picture": (),
        # Recovery
        "recovery-damaged": (),
        # History
        "version-damaged": (),
    }
)
"""Each code of storage with the names of its parameters."""

CODES: frozenset[str] = frozenset(CODE_PARAMS)

CONFLICTS: frozenset[str] = frozenset({"changed-on-disk", "gone-from-disk"})
"""Codes after which saving again with `expected=None`, once the user has agreed, does what was asked."""

_FAR = ("ESTALE", "EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN", "ENETUNREACH", "ENOTCONN", "ETIMEDOUT", "ECONNABORTED")
"""Names of what is said of a disk on another machine only."""

_BOTH = {
    errno.EISDIR: "is-a-folder",
    errno.ELOOP: "endless-link",
    errno.ENAMETOOLONG: "name-not-allowed",
    errno.EILSEQ: "name-not-allowed",
    errno.EINVAL: "name-not-allowed",
    **{getattr(errno, name): "share-gone" for name in _FAR if hasattr(errno, name)},
}
_READING = _BOTH | {
    errno.ENOENT: "not-found",
    errno.ENOTDIR: "not-found",
    errno.EACCES: "no-permission-to-read",
    errno.EPERM: "no-permission-to-read",
    errno.ENXIO: "not-a-regular-file",
}
_WRITING = _BOTH | {
    errno.ENOENT: "folder-gone",
    errno.ENOTDIR: "folder-gone",
    errno.EACCES: "no-permission-to-write",
    errno.EPERM: "no-permission-to-write",
    errno.EROFS: "read-only-disk",
    errno.ENOSPC: "no-space",
    errno.EDQUOT: "quota-used-up",
    errno.EFBIG: "no-space",
    errno.EIO: "disk-error",
    errno.EBUSY: "in-use",
    errno.ETXTBSY: "in-use",
}
_SHARING_VIOLATION = 32
_FAR_ON_WINDOWS = frozenset({51, 53, 54, 55, 59, 64, 67, 121, 1231, 1232})
"""Windows' own numbers for the same; the errno it gives with them says something else."""


def from_reading(error: OSError) -> Problem:
    """The problem behind an error met on reading."""
    return _from(error, _READING, "read-error")


def from_writing(error: OSError) -> Problem:
    """The problem behind an error met on writing."""
    if getattr(error, "winerror", None) == _SHARING_VIOLATION:
        return Problem("in-use")
    return _from(error, _WRITING, "write-error")


def _from(error: OSError, table: Mapping[int, str], otherwise: str) -> Problem:
    code = "share-gone" if getattr(error, "winerror", None) in _FAR_ON_WINDOWS else table.get(error.errno or 0)
    return Problem(code) if code else Problem(otherwise, params={"reason": error.strerror or type(error).__name__})
