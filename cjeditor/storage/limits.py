"""Every limit of what is read and kept, each with its reason: nothing that lies in a file is taken without one.

Limits of single fields are where the fields are: how long a line or a text may be in `cjeditor.model.fields`, how large
a picture kept in a project in `cjeditor.model.project.Asset` (bytes) and `cjeditor.model.pictures` (pixels).
"""

from __future__ import annotations

from typing import Final

MEGABYTE: Final = 1024 * 1024

# ---------------------------------------------------------------------------------------------------- project files
FILE_SIZE: Final = 64 * MEGABYTE
"""Bytes of a project file; more is not even read. Projects of tens of thousands of cards with hundreds of pictures stay
below, and parsing so much takes seconds, not minutes, and some hundred megabytes of memory."""

PARTS: Final = 1_000_000
"""How many values a file may hold: a sixteenth of what a hostile file could hold, and 50 000 ordinary cards."""

PARTS_COUNTED_FROM: Final = 8_000_000
"""Bytes; smaller files cannot hold harmfully many values, and need not be searched for them."""

NESTING: Final = 200
"""Brackets within brackets that the parser follows before it gives up; a sound project needs eight. It is the parser's
own number, which cannot be set: a test holds us to it."""

VERSION: Final = 1_000_000_000
"""A version number from here on is none, but a jest: it could not even be shown."""

FORMAT_WITHIN: Final = 4_096
"""Bytes at the beginning of a damaged file in which the name of our format must stand for it to count as one of ours:
its records have other lengths, but the name is the first or, after other programs' sorting, among the first fields."""

# ------------------------------------------------------------------------------------------- what is said about them
PROBLEMS: Final = 50
"""More problems than these are not listed: nobody reads on, and mending the first often mends many."""

ERRORS: Final = 20_000
"""More than so many errors of the validator are not looked into: each costs memory, and none would be listed."""

ROUNDS: Final = 20
"""How often a damaged file is validated again without what was found so far, to find what else there is."""

BYTES_FOR_ROUNDS: Final = 20_000_000
"""Looking for further problems stops after having read so much: an answer within a second or two is worth more."""

VALUE_SHOWN: Final = 60
"""Characters of a refused value that a problem repeats: enough to find it, too few to fill the screen."""

# ------------------------------------------------------------------------------------------------- beside the project
HISTORY_SIZE: Final = 500_000_000
"""Bytes that all earlier versions of all files may take: some thousand saves of large projects, a hundredth of a small
disk."""

HEADER_SIZE: Final = 100_000
"""Bytes of the header of a snapshot or an earlier version: it holds titles and names of files, never the work."""

OPEN_MARK_SIZE: Final = 4_096
"""Bytes of the sign beside a file that somebody has it open: who, where and since when take some hundred."""

BLOCKS_SIZE: Final = 8_000_000
"""Bytes of the file of own building blocks; one of thousands of blocks has a tenth."""

BLOCK_NAME: Final = 200
"""Characters of the name of an own building block: more cannot be told apart in a list."""

LIBRARY_SIZE: Final = 32 * MEGABYTE
"""Bytes of a file of personas: some dozens with large portraits; more is not even read."""

LIBRARY_PERSONAS: Final = 500
"""Personas, channels and pictures of such a file, of each so many: more nobody can choose from."""

BRAND_SIZE: Final = 8 * MEGABYTE
"""Bytes of a file of a brand: its logo takes some hundred thousand at most."""

BRAND_NAME: Final = 80
"""Characters of the name of a brand: more cannot be told apart in a list."""

BRAND_FOOTER: Final = 200
"""Characters of a brand's line at the foot of a page: more no page has room for."""

# -------------------------------------------------------------------------------------------- pictures from elsewhere
PICTURE_FILE_SIZE: Final = 50_000_000
"""Bytes of a picture file that is taken in; more is not even read. A camera's largest JPEG has half."""

PICTURE_FILE_PIXELS: Final = 80_000_000
"""Of a picture before it is scaled down: more would take hundreds of megabytes. Pillow warns from 89 million on."""

PICTURE_SIDE: Final = 1_600
"""Pixels: what a picture is scaled down to. On A4 across a whole page that is 140 dots per inch."""

# ---------------------------------------------------------------------------------------------- tables from elsewhere
CSV_SIZE: Final = 20_000_000
"""Bytes of a CSV file that is read; more is refused. A survey's raw answers with ten columns have a hundred a row: that
is two hundred thousand rows, more than are kept."""

CSV_ROWS: Final = 50_000
"""Rows that are kept of it. Some hundred answers make a sound figure, and each one goes into the project file."""

CSV_FIELDS: Final = 200
"""Fields of a row: as many columns as somebody may look through."""

CSV_FIELD: Final = 2_000
"""Characters of a field: as much as a card can be read with."""
