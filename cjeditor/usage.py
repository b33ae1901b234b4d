"""What `--help` says of the program and of each verb. Light: the way to the window leads through here, too."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final, NamedTuple

from cjeditor.texts import N_, Texts

VERBS: Final = ("new", "validate", "check", "diff", "export", "convert", "booklet")

NARROWEST: Final = 80
WIDEST: Final = 100
"""Columns between which lines are broken, whatever the terminal has: longer ones are hard to read."""

_LEAST_MEANING: Final = 40
"""Columns that are kept for what a row says; a longer name stands on a line of its own."""


class Group(NamedTuple):
    """Rows of a name and what it means, untranslated.

    `title` stands above them, where there is one. Where they are `keyed`, the names are keys: those have no language.
    """

    title: str
    rows: tuple[tuple[str, str], ...]
    keyed: bool = False


_USAGE: Final = {
    "": (
        N_("cjeditor [FILE…] [--lang en|de]"),
        N_("cjeditor VERB … [--lang en|de] [--verbose]"),
        "cjeditor --version | --help",
    ),
    "new": (N_("cjeditor new FILE [--template NAME] [--title TITLE] [--lang en|de] [--force]"),),
    "validate": (N_("cjeditor validate FILE…"),),
    "check": (N_("cjeditor check FILE [--json]"),),
    "diff": (N_("cjeditor diff OLD NEW [OPTIONS]"),),
    "export": (N_("cjeditor export FILE -o OUT [OPTIONS]"),),
    "convert": (N_("cjeditor convert FILE… --to FORM -d FOLDER [OPTIONS]"),),
    "booklet": (N_("cjeditor booklet --framework NAME -o OUT.pdf [OPTIONS]"),),
}
_ABOUT: Final = {
    "": N_("Make, share and print customer journey maps. Without a verb the editor opens, in the language of --lang."),
    "new": N_("Make a project file from a template."),
    "validate": N_("Check project files; one line per problem: FILE: where: what: what to do."),
    "check": N_("Do the journey check; one line per finding: phase: card: what was found [rule]."),
    "diff": N_("Compare two projects, or two maps, by meaning; one line per difference."),
    "export": N_("Write a map as a handout, slides, a page or a picture; the suffix of OUT decides."),
    "convert": N_("Write a map of each project into a folder; a file that is bad does not stop the others."),
    "booklet": N_("Write the guide to a framework’s phases as a PDF, without a map."),
}
_EXIT: Final = N_("Exit status: 0 done, 1 bad input, 2 wrong usage.")
_ENDING: Final = {
    "": N_("Exit status: 0 done, 1 bad input, 2 wrong usage, 3 check or diff found something."),
    "check": N_("Exit status: 0 nothing found, 1 bad input, 2 wrong usage, 3 something found."),
    "diff": N_("Exit status: 0 the same, 1 bad input, 2 wrong usage, 3 different."),
    "convert": N_("Exit status: 0 done, 1 bad input (of one file at least), 2 wrong usage, 130 stopped with Ctrl+C."),
}
"""How the program ends, and the verbs that end in a way of their own."""
_EVERYWHERE: Final = (
    ("--lang en|de", N_("language of messages and labels; a new project’s language")),
    ("--verbose", N_("report on stderr what is being done")),
    ("--help", N_("show this help")),
)
_PAPER: Final = (
    (N_("--paper SIZE"), "A4 | A3 | A2 | A1 | A0 | Letter | Tabloid | 500x700 (mm)"),
    ("--landscape", N_("wide pages (the default)")),
    ("--portrait", N_("upright pages")),
)
_DATE: Final = (N_("--date YYYY-MM-DD"), N_("the date on the pages (by default today)"))
_WISHES: Final = (
    Group(
        N_("In all forms:"),
        (
            (N_("--map TITLE-OR-ID"), N_("which map (by default the first one)")),
            (
                N_("--audience NAME"),
                N_("team | client (nothing of the work on the map) | facilitator (with the script)"),
            ),
            (N_("--brand FILE"), N_("logo, two colours and footer, as saved by the handout dialogue")),
            ("--grey", N_("without colours, for printers that have none")),
            (_DATE[0], N_("the date on pages and slides (by default today); pictures have none")),
        ),
    ),
    Group(
        N_("Handout (PDF):"),
        (
            (N_("--parts LIST"), N_("these parts in this order, such as cover,map,findings,figures; all are below")),
            (N_("--preset SET"), N_("or a ready-made set: short | full | workshop")),
            (N_("--since FILE"), N_("the project as it was once: what has changed since is printed, too")),
            ("--note-size 51|76", N_("millimetres of the sticky notes that the grid has fields for")),
            (N_("--participants N"), N_("how many take part, for the sheets that each gets (by default those named)")),
            *_PAPER,
        ),
    ),
    Group(
        N_("Poster (PDF), also with --paper, --landscape and --portrait:"),
        (
            ("--poster", N_("instead of a handout, the whole map on one sheet (by default A0)")),
            ("--by-phase", N_("a poster for each phase")),
            (N_("--tile PAPER"), N_("the poster in sheets of this paper, with a plan to put them together")),
            ("--overlap MM", N_("what the sheets overlap for glue, 0 to 40 millimetres (by default 10)")),
            ("--repeat-headers", N_("phases and lanes named on every sheet")),
        ),
    ),
    Group(
        N_("Pictures (SVG, PNG):"),
        (
            (N_("--width PIXELS"), N_("of a PNG (by default as sharp as its size allows)")),
            ("--transparent", N_("a PNG or SVG without a ground")),
        ),
    ),
    Group(N_("Always:"), _EVERYWHERE),
)
"""What may be asked of whatever is exported."""
_OPTIONS: Final[dict[str, tuple[Group, ...]]] = {
    "": (
        Group(
            "",
            (
                (N_("new FILE"), _ABOUT["new"]),
                (N_("validate FILE…"), _ABOUT["validate"]),
                (N_("check FILE"), _ABOUT["check"]),
                (N_("diff OLD NEW"), _ABOUT["diff"]),
                (N_("export FILE -o OUT"), _ABOUT["export"]),
                (N_("convert FILE… -d FOLDER"), _ABOUT["convert"]),
                (N_("booklet -o OUT.pdf"), _ABOUT["booklet"]),
                ("--version", N_("show the version")),
                *_EVERYWHERE,
            ),
        ),
    ),
    "new": (
        Group(
            "",
            (
                (N_("--template NAME"), "three-phases | five-phases | nine-phases | loyalty-loop | blank"),
                (N_("--title TITLE"), N_("title of project and map")),
                ("--force", N_("replace an existing file")),
                *_EVERYWHERE,
            ),
        ),
    ),
    "validate": (Group("", _EVERYWHERE),),
    "check": (Group("", (("--json", N_("for programs: all findings, with reasons, as one JSON text")), *_EVERYWHERE)),),
    "diff": (
        Group(
            "",
            (
                ("--json", N_("for programs: all differences as one JSON text")),
                (
                    N_("-o OUT"),
                    N_("write what changed as a PDF, too, with both emotion curves; replaced if it exists"),
                ),
                (N_("--old-map TITLE-OR-ID"), N_("compare this map of OLD …")),
                (N_("--new-map TITLE-OR-ID"), N_("… with this map of NEW, instead of all maps")),
                *_EVERYWHERE,
            ),
        ),
    ),
    "export": (
        Group(
            "",
            (
                (
                    N_("-o OUT"),
                    N_("the file to write, replaced if it exists: .pdf, .pptx, .html, .svg or .png"),
                ),
            ),
        ),
        *_WISHES,
    ),
    "convert": (
        Group(
            "",
            (
                (N_("--to FORM"), "pdf | pptx | html | svg | png"),
                (N_("-d FOLDER"), N_("where the files go, each called as its project; replaced if they exist")),
            ),
        ),
        *_WISHES,
    ),
    "booklet": (
        Group(
            "",
            (
                (N_("--framework NAME"), "nine-phases | five-phases | three-phases | loyalty-loop"),
                (N_("-o OUT"), N_("the PDF to write, replaced if it exists")),
                *_PAPER,
                _DATE,
                *_EVERYWHERE,
            ),
        ),
    ),
}
_OF_PARTS: Final = ("export", "convert")
"""The verbs that are asked for parts of a handout."""


def help_text(verb: str, words: Texts, columns: int = NARROWEST) -> str:
    """How to use a verb, or the program.

    Args:
        verb: which; the program where it is empty.
        words: the language.
        columns: of the terminal; lines are no longer than that, but for terminals that are very narrow or wide.
    """
    width = min(WIDEST, max(NARROWEST, columns))
    groups = (*_OPTIONS[verb], *(_parts() if verb in _OF_PARTS else ()))
    head = words.t("Usage:") + " "
    usage = ("\n" + " " * len(head)).join(map(words.t, _USAGE[verb]))
    return "\n\n".join(
        (
            head + usage,
            textwrap.fill(words.t(_ABOUT[verb]), width, break_on_hyphens=False),
            *("\n".join(_lines(group, words, width)) for group in groups),
            textwrap.fill(words.t(_ENDING.get(verb, _EXIT)), width, break_on_hyphens=False),
        )
    )


def _lines(group: Group, words: Texts, width: int) -> Iterator[str]:
    """The rows with their meanings level with each other, however many lines these take."""
    rows = [(name if group.keyed else words.t(name), words.t(meaning)) for name, meaning in group.rows]
    indent = " " * (min(max(len(name) for name, _ in rows), width - _LEAST_MEANING) + 4)
    if group.title:
        yield words.t(group.title)
    for name, meaning in rows:
        yield textwrap.fill(
            meaning,
            width,
            initial_indent=f"  {name}".ljust(len(indent)),
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )


def _parts() -> tuple[Group, ...]:
    """The sets and parts of a handout, as the tables of the export have them."""
    # Imported here: the window's way in leads through this module, and must not wait for pydantic.
    from cjeditor.export.parts import ALL_FIGURES, PARTS  # noqa: PLC0415  heavy
    from cjeditor.export.presets import PRESETS  # noqa: PLC0415  heavy

    figures = (
        (ALL_FIGURES, N_("all that the map has numbers for")),
        *((one.key, one.title) for one in PARTS if one.figure),
    )
    pages = tuple((one.key, one.tip) for one in PARTS if not (one.figure or one.worksheet))
    sheets = tuple((one.key, one.tip) for one in PARTS if one.worksheet)
    return (
        Group(N_("Sets for --preset:"), tuple((one.key, one.tip) for one in PRESETS), keyed=True),
        Group(N_("Parts for --parts, with commas between them, in any order:"), pages, keyed=True),
        Group(N_("Parts that are figures:"), figures, keyed=True),
        Group(N_("Parts that are sheets to write on:"), sheets, keyed=True),
    )
