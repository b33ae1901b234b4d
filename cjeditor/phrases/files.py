"""What is said when a project file cannot be read or written, or holds no sound project."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cjeditor.phrases.phrase import Phrase
from cjeditor.texts import N_

_OLDER_COPY: Final = N_("Restore an older copy of the file")
_SAVE_ELSEWHERE: Final = N_("Save under another name or in another folder")
_TRY_AGAIN: Final = N_("Try again, or use another disk")

PHRASES: Final[Mapping[str, Phrase]] = MappingProxyType(
    {
        # Reaching a file to read it
        "not-found": Phrase(N_("There is no such file"), N_("Check the name, and whether the drive is connected")),
        "no-permission-to-read": Phrase(
            N_("You do not have permission to read this file"), N_("Ask its owner, or change its permissions")
        ),
        "is-a-folder": Phrase(N_("This is a folder"), N_("Choose a file")),
        "not-a-regular-file": Phrase(N_("This is not an ordinary file"), N_("Choose a project file (.cjmap)")),
        "endless-link": Phrase(N_("This is a link that leads back to itself"), N_("Choose another name")),
        "share-gone": Phrase(
            N_("The network drive does not answer"),
            N_("Check the connection; until it is back, a copy on this computer is safe"),
        ),
        "name-not-allowed": Phrase(
            N_("The file name is too long, or has characters that this system does not allow"),
            N_("Choose another name"),
        ),
        "read-error": Phrase(N_("The file could not be read ({reason})"), _TRY_AGAIN),
        # Files that hold no project
        "too-big": Phrase(
            N_("The file is {megabytes} MB in size; a project can be at most {limit} MB"),
            N_("Choose a project file (.cjmap)"),
        ),
        "too-many-parts": Phrase(
            N_("The file holds more than {limit} values, more than any project"), N_("Choose a project file (.cjmap)")
        ),
        "empty-file": Phrase(N_("The file is empty"), _OLDER_COPY),
        "wrong-encoding": Phrase(
            N_("The file was saved as {encoding}, not as UTF-8"), N_("Save it as UTF-8 in the program that wrote it")
        ),
        "not-utf-8": Phrase(N_("The file is not UTF-8 text here"), N_("Save it as UTF-8 in the program that wrote it")),
        "not-a-project": Phrase(N_("This is not a project of this program"), N_("Choose a project file (.cjmap)")),
        "too-new": Phrase(
            N_("The file was written by a newer version (format {version}; this version reads up to {known})"),
            N_("Update the program"),
        ),
        "unknown-version": Phrase(N_("There is no format version {version}"), _OLDER_COPY),
        "old-form-damaged": Phrase(
            N_("The file claims to be in the older format {version}, but does not follow it"), _OLDER_COPY
        ),
        # Project files that are damaged
        "broken-json": Phrase(
            N_("The file is damaged here ({detail})"), N_("Correct this place, or restore an older copy")
        ),
        "cut-off": Phrase(N_("The file ends in the middle of the project"), _OLDER_COPY),
        "half-character": Phrase(
            N_("There is half a character here (an unpaired surrogate)"), N_("Type the text here again")
        ),
        "control-character": Phrase(
            N_("There is a control character in a text here"), N_("Remove it, or write line breaks as \\n")
        ),
        "number-out-of-range": Phrase(N_("This number is outside any usable range"), N_("Enter an ordinary number")),
        "nested-too-deep": Phrase(N_("Brackets are nested too deeply here"), N_("Remove the superfluous brackets")),
        "more-problems": Phrase(N_("There are more problems than these"), N_("Solve these first, then check again")),
        "picture-sum-wrong": Phrase(
            N_("The picture is damaged: its SHA-256 sum is not the one recorded beside it"), _OLDER_COPY
        ),
        "key-twice": Phrase(N_("The field “{key}” occurs twice in the same record"), N_("Keep one of the two")),
        # Files of personas
        "not-personas": Phrase(
            N_("This is no file of personas, or it is damaged"), N_("Choose a file of personas (.cjpersonas)")
        ),
        "library-too-big": Phrase(
            N_("The file is {megabytes} MB in size; one of personas can be at most {limit} MB"),
            N_("Choose a file of personas (.cjpersonas)"),
        ),
        "library-damaged": Phrase(
            N_("Some of the personas name a channel or picture that is missing or damaged"),
            N_("Save the personas again where they come from"),
        ),
        # Files of brands
        "not-a-brand": Phrase(
            N_("This is no file of a brand, or it is damaged"), N_("Choose a file of a brand (.json)")
        ),
        "brand-too-big": Phrase(
            N_("The file is {megabytes} MB in size; one of a brand can be at most {limit} MB"),
            N_("Choose a file of a brand (.json)"),
        ),
        "brand-logo-no-picture": Phrase(
            N_("The logo in this file is no picture that can be drawn"), N_("Choose the logo again and save the brand")
        ),
        # Writing
        "would-not-open-again": Phrase(
            N_("The file was not written because it could not be opened again ({problem})"),
            N_("Undo the last step, save again and report this defect"),
        ),
        "changed-on-disk": Phrase(
            N_("The file was changed by another program or window in the meantime"),
            N_("Save under another name, or replace the other changes"),
        ),
        "gone-from-disk": Phrase(
            N_("The file was deleted, moved or renamed in the meantime"), N_("Save again to re-create it")
        ),
        "no-space": Phrase(N_("There is not enough space on the disk"), N_("Make room, or save on another disk")),
        "quota-used-up": Phrase(
            N_("You have used up the space that is yours on this disk"),
            N_("Delete something of yours there, or save on another disk"),
        ),
        "disk-error": Phrase(
            N_("The disk reports an error of its own"), N_("Save on another disk, and have this one looked at")
        ),
        "read-only-file": Phrase(N_("The file is write-protected"), _SAVE_ELSEWHERE),
        "read-only-disk": Phrase(N_("The disk is write-protected"), N_("Save on another disk")),
        "no-permission-to-write": Phrase(N_("You do not have permission to write to this folder"), _SAVE_ELSEWHERE),
        "folder-gone": Phrase(N_("The folder does not exist (any more)"), _SAVE_ELSEWHERE),
        "in-use": Phrase(N_("Another program has the file open"), N_("Close it there, or save again in a moment")),
        "write-error": Phrase(N_("The file could not be written ({reason})"), _TRY_AGAIN),
        # Recovery
        "recovery-damaged": Phrase(
            N_("This recovery file is damaged"), N_("Open the project file itself, or choose another recovery file")
        ),
        # History
        "version-damaged": Phrase(N_("This earlier version is damaged"), N_("Choose another version")),
    }
)
"""By code."""
