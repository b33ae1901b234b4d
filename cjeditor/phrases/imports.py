"""What is said of things from other programs that are not taken in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cjeditor.phrases.phrase import Phrase
from cjeditor.texts import N_

PHRASES: Final[Mapping[str, Phrase]] = MappingProxyType(
    {
        "picture-file-too-big": Phrase(
            N_("The picture is {megabytes} MB in size; the limit is {limit} MB"),
            N_("Make it smaller in another program and try again"),
        ),
        "picture-too-many-pixels": Phrase(
            N_("The picture has more than {limit} megapixels"), N_("Make it smaller in another program and try again")
        ),
        "picture-unknown-format": Phrase(
            N_("This is not a picture in a format that can be read"), N_("Choose a PNG, JPEG, WebP, GIF or BMP file")
        ),
        "picture-is-svg": Phrase(
            N_("SVG drawings cannot be added as pictures"),
            N_("Save the drawing as PNG or JPEG in another program and try again"),
        ),
        "picture-damaged": Phrase(
            N_("The picture is damaged"), N_("Save it as PNG or JPEG in another program and try again")
        ),
        "picture-not-read": Phrase(
            N_("The picture could not be read ({reason})"), N_("Try again, or choose another file")
        ),
        "pasted-too-long": Phrase(
            N_("What was copied has more than {limit} million characters"), N_("Copy a smaller part of it")
        ),
        "pasted-binary": Phrase(
            N_("What was copied is no text"), N_("Copy text or cells of a table in another program")
        ),
        "pasted-nothing": Phrase(N_("There is no text in what was copied"), N_("Copy text or cells of a table")),
        "csv-too-big": Phrase(
            N_("The file is {megabytes} MB in size; the limit is {limit} MB"),
            N_("Leave out columns or rows that are not needed and try again"),
        ),
        "csv-not-read": Phrase(N_("The file could not be read ({reason})"), N_("Try again, or choose another file")),
        "csv-binary": Phrase(
            N_("This is not a text file"), N_("Save the table as CSV in the program that it comes from and try again")
        ),
        "csv-nothing": Phrase(N_("There are no rows in it"), N_("Choose another file, or copy cells of a table")),
        "csv-characters-lost": Phrase(
            N_("Characters that could not be read: {count}"), N_("Save the table as CSV in UTF-8 to have them all")
        ),
        "csv-rows-left-out": Phrase(
            N_("Rows left out: {count}, since only {limit} are read"), N_("Divide the file to have them all")
        ),
        "csv-fields-left-out": Phrase(
            N_("Rows with more than {limit} columns: {count}; the further columns were left out"),
            N_("Leave out columns that are not needed"),
        ),
        "csv-fields-shortened": Phrase(
            N_("Fields that were cut after {limit} characters: {count}"), N_("Check whether they matter here")
        ),
    }
)
"""By code."""
