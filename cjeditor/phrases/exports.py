"""What is said when a project cannot be exported, or not wholly."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cjeditor.phrases.phrase import Phrase
from cjeditor.texts import N_

_SMALL: Final = N_("The smallest letters have {points} pt and can be read from {metres} m; they should have {least} pt")

_EMPTY: Final = N_("Left out, since nothing would be printed of them: {parts}")

PHRASES: Final[Mapping[str, Phrase]] = MappingProxyType(
    {
        "export-folder-missing": Phrase(
            N_("The folder “{folder}” does not exist"), N_("Create the folder first, or choose another one")
        ),
        "export-folder-read-only": Phrase(
            N_("Nothing can be written to the folder “{folder}”"), N_("Choose a folder that you may write to")
        ),
        "export-target-is-folder": Phrase(N_("There is a folder with this name"), N_("Choose another name")),
        "export-folder-is-file": Phrase(
            N_("This is a file, not a folder"), N_("Choose a folder, or a new name for one")
        ),
        "export-target-not-a-file": Phrase(N_("This is not an ordinary file"), N_("Choose another name")),
        "export-target-read-only": Phrase(
            N_("The file is write-protected"), N_("Choose another name, or lift the protection")
        ),
        "export-target-is-project": Phrase(N_("There is a project in this file"), N_("Choose another name")),
        "export-target-twice": Phrase(
            N_("“{file}” would go where “{other}” went"), N_("Give one of them another name, or use another folder")
        ),
        "export-name-too-long": Phrase(N_("The file name is too long"), N_("Choose a shorter one")),
        "export-disk-full": Phrase(N_("There is no space left on the disk"), N_("Make room, or choose another disk")),
        "export-write-failed": Phrase(
            N_("The file could not be written ({reason})"), N_("Try again, or choose another folder")
        ),
        "export-suffix-unknown": Phrase(
            N_("“{suffix}” is not an export format"), N_("End the file name in one of these: {known}")
        ),
        "export-no-map": Phrase(N_("The project has no map"), N_("Add a map first")),
        "export-map-unknown": Phrase(N_("The project has no map “{name}”"), N_("Choose one of these: {known}")),
        "export-map-ambiguous": Phrase(N_("{count} maps are called “{name}”"), N_("Name the map by its id: {known}")),
        "export-map-not-there": Phrase(
            N_("The map “{name}” is not in “{file}”, so what has changed since then cannot be said"),
            N_("Choose another file for --since, or another map (--map NAME)"),
        ),
        "export-picture-too-large": Phrase(
            N_("The picture would have {megapixels} megapixels; at most {limit} are possible"),
            N_("Choose a lower resolution, or SVG instead"),
        ),
        "export-parts-empty": Phrase(_EMPTY, N_("Fill them in the map, or choose other parts or readers")),
        "export-parts-empty-since": Phrase(
            _EMPTY, N_("For what has changed, choose the earlier version, too (--since FILE); fill others in the map")
        ),
        "export-nothing-changed": Phrase(
            N_("Nothing has changed since the earlier version, so nothing is printed of that"),
            N_("Choose an older version, or leave this part out"),
        ),
        "export-pictures-undrawn": Phrase(
            N_("The pictures of these cards are damaged, so a grey place stands for each: {cards}"),
            N_("Put the pictures on the cards again"),
        ),
        "export-portraits-undrawn": Phrase(
            N_("The portraits of these personas are damaged, so a grey place stands for each: {personas}"),
            N_("Choose the portraits again"),
        ),
        "export-glyphs-missing": Phrase(
            N_("No font here has some characters used in the texts ({count}): {characters}"),
            N_("A box stands in for each of them; install a font for them (such as Noto Sans CJK), or reword the text"),
        ),
        "export-letters-small": Phrase(_SMALL, N_("Show less on the map, or print it as a handout")),
        "export-letters-small-larger": Phrase(_SMALL, N_("On {paper} they have {then} pt")),
        "export-letters-small-tiled": Phrase(
            _SMALL, N_("On {paper}, put together from {sheets} sheets {tile}, they have {then} pt")
        ),
        "export-letters-small-phases": Phrase(
            _SMALL, N_("With a poster for each phase on {paper} they have {then} pt")
        ),
    }
)
"""By code."""
