"""The front of the command line: what is asked, in which language, and the last net. Light: the window starts here too.

What the verbs do is in `cjeditor.commands`, loaded when one is asked for.
"""

from __future__ import annotations

import contextlib
import datetime
import errno
import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import cjeditor
from cjeditor import texts
from cjeditor.texts import N_, Texts

DONE: Final = 0
BAD_INPUT: Final = 1
WRONG_USAGE: Final = 2
FOUND: Final = 3
"""The check found something, or two projects differ."""
INTERRUPTED: Final = 130
"""What shells expect after Ctrl+C."""

VERBS: Final = ("new", "validate", "check", "diff", "export", "convert", "booklet")

_log = logging.getLogger("cjeditor.commands")

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
_ENDING: Final = {
    "": N_("Exit status: 0 done, 1 bad input, 2 wrong usage, 3 check or diff found something."),
    "check": N_("Exit status: 0 nothing found, 1 bad input, 2 wrong usage, 3 something found."),
    "diff": N_("Exit status: 0 the same, 1 bad input, 2 wrong usage, 3 different."),
}
"""How the program ends, and the verbs whose answer is a yes or no."""
_EVERYWHERE: Final = (
    ("--lang en|de", N_("language of messages and labels; a new project’s language")),
    ("--verbose", N_("report on stderr what is being done")),
    ("--help", N_("show this help")),
)
_PAGE: Final = (
    (N_("--paper SIZE"), "A4 | A3 | A2 | A1 | A0 | Letter | Tabloid | 500x700 (mm)"),
    ("--landscape", N_("wide pages (the default)")),
    ("--portrait", N_("upright pages")),
    (N_("--date YYYY-MM-DD"), N_("the date on the pages (by default today)")),
)
_WISHES: Final = (
    (N_("--map TITLE-OR-ID"), N_("which map (by default the first one)")),
    (N_("--parts LIST"), N_("these parts in this order, such as cover,map,findings,figures")),
    ("", N_("… of these, and figures for all figures:")),
    ("", "cover,contents,message,overview,findings,personas,map,emotion,phases,actions,comparison,"),
    ("", "changes,minutes,touchpoints,notes,glossary,legend"),
    ("", N_("… and sheets to write on:")),
    ("", "grid,persona-sheet,emotion-strips,assumption-cards,instruction-cards,ballot,run-sheet"),
    (N_("--width PIXELS"), N_("of a PNG (by default as sharp as its size allows)")),
    ("--transparent", N_("a PNG or SVG without a ground")),
    ("--note-size 51|76", N_("millimetres of the sticky notes that the grid has fields for")),
    (N_("--preset SET"), N_("or a ready-made set: short | full | workshop")),
    (N_("--audience NAME"), N_("team | client (nothing of the work on the map) | facilitator (with the script)")),
    (N_("--since FILE"), N_("the project as it was once: what has changed since is printed, too")),
    (N_("--brand FILE"), N_("logo, two colours and footer, as saved by the handout dialogue")),
    ("--grey", N_("without colours, for printers that have none")),
    *_PAGE,
    ("--poster", N_("instead of a handout, the whole map on one sheet (by default A0)")),
    ("--by-phase", N_("a poster for each phase")),
    (N_("--tile PAPER"), N_("the poster in sheets of this paper, with a plan to put them together")),
    ("--overlap MM", N_("what the sheets overlap for glue, 0 to 40 millimetres (by default 10)")),
    ("--repeat-headers", N_("phases and lanes named on every sheet")),
)
"""What may be asked of whatever is exported."""
_OPTIONS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "": (
        (N_("new FILE"), _ABOUT["new"]),
        (N_("validate FILE…"), _ABOUT["validate"]),
        (N_("check FILE"), _ABOUT["check"]),
        (N_("diff OLD NEW"), _ABOUT["diff"]),
        (N_("export FILE -o OUT"), _ABOUT["export"]),
        (N_("convert FILE… -d FOLDER"), _ABOUT["convert"]),
        (N_("booklet -o OUT.pdf"), _ABOUT["booklet"]),
        ("--version", N_("show the version")),
    ),
    "new": (
        (N_("--template NAME"), "three-phases | five-phases | nine-phases | loyalty-loop | blank"),
        (N_("--title TITLE"), N_("title of project and map")),
        ("--force", N_("replace an existing file")),
    ),
    "validate": (),
    "check": (("--json", N_("for programs: all findings, with reasons, as one JSON text")),),
    "diff": (
        ("--json", N_("for programs: all differences as one JSON text")),
        (N_("-o OUT"), N_("write what changed as a PDF, too, with both emotion curves; replaced if it exists")),
        (N_("--old-map TITLE-OR-ID"), N_("compare this map of OLD …")),
        (N_("--new-map TITLE-OR-ID"), N_("… with this map of NEW, instead of all maps")),
    ),
    "export": (
        (N_("-o OUT"), N_("the file to write, replaced if it exists: .pdf, .pptx, .html, .svg or .png")),
        *_WISHES,
    ),
    "convert": (
        (N_("--to FORM"), "pdf | pptx | html | svg | png"),
        (N_("-d FOLDER"), N_("where the files go, each called as its project; replaced if they exist")),
        *_WISHES,
    ),
    "booklet": (
        (N_("--framework NAME"), "nine-phases | five-phases | three-phases | loyalty-loop"),
        (N_("-o OUT"), N_("the PDF to write, replaced if it exists")),
        *_PAGE,
    ),
}


def is_asked(argv: Sequence[str]) -> bool:
    """Whether the arguments are for the command line rather than names of files to open in the editor.

    A first word that neither is a file nor looks like one is a verb, if only an unknown one.
    """
    rest, language = _without_language(argv)
    if language is not None and language.lower() not in texts.LANGUAGES:
        return True  # to be told so
    if not rest or rest[0] == "--":
        return False
    first = rest[0]
    if first.startswith("-") or first in VERBS:
        return True
    return "." not in first and os.sep not in first and not os.path.lexists(first)


def for_window(argv: Sequence[str]) -> tuple[list[str], str]:
    """The names of the files to open in the editor, and the language asked for; empty for the person's own."""
    rest, language = _without_language(argv)
    return [word for word in rest if word != "--"], (language or "").lower()


def _without_language(argv: Sequence[str]) -> tuple[list[str], str | None]:
    """The arguments without `--lang`, wherever it stands before `--`, and its value; None where it is not there."""
    end = list(argv).index("--") if "--" in argv else len(argv)
    rest: list[str] = []
    language: str | None = None
    words = iter(argv[:end])
    for word in words:
        name, joined, value = word.partition("=")
        if name == "--lang":
            language = value if joined else next(words, "")
        else:
            rest.append(word)
    return [*rest, *argv[end:]], language


def main(argv: Sequence[str], *, today: Callable[[], datetime.date] = datetime.date.today) -> int:
    """Run the command line and return the exit status; it never raises, and prints no traceback.

    Args:
        argv: what follows the program's name.
        today: the day on handouts that are asked for without a date.
    """
    arguments = list(argv)
    verbose = "--verbose" in arguments
    words = texts.of(_language(arguments))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that cannot show a character shows its number
            stream.reconfigure(errors="backslashreplace")
    try:
        with _logging(verbose=verbose):
            return _run(arguments, words, today)
    except KeyboardInterrupt:
        _complain(words.t("cjeditor: stopped"))
        return INTERRUPTED
    except BrokenPipeError:  # whoever read our output has seen enough
        _drop_output()
        return BAD_INPUT
    except Exception as error:  # noqa: BLE001  the last net: a script gets one line, whatever happened
        _unforeseen(error, words, verbose=verbose)
        return BAD_INPUT


def _language(arguments: list[str]) -> str:
    """The language asked for, even where the arguments are otherwise wrong; else that of the locale."""
    for i, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or (arguments[i + 1] if i + 1 < len(arguments) else "")
            return texts.supported(value) or texts.from_environment(os.environ)
    return texts.from_environment(os.environ)


def _run(arguments: list[str], words: Texts, today: Callable[[], datetime.date]) -> int:
    at = _position_of_verb(arguments)
    verb = "" if at is None else arguments.pop(at)
    # Not for unknown verbs: scripts ask a verb for its help to find out whether it is there.
    if ("--help" in arguments or "-h" in arguments) and verb in ("", *VERBS):
        return _say(help_text(verb, words), words)
    if "--version" in arguments and not verb:
        return _say(f"cjeditor {cjeditor.__version__}", words)
    # Imported here: the window's way in leads through this module too, and must not wait for pydantic.
    from cjeditor import commands  # noqa: PLC0415
    from cjeditor.arguments import WrongUsage  # noqa: PLC0415

    try:
        outcome = commands.run(verb, arguments, words, today)
    except WrongUsage as wrong:
        _complain(wrong.sentence(words))
        return WRONG_USAGE
    for problem in outcome.lines:
        _complain(problem)
    if outcome.output and _say("\n".join(outcome.output), words) != DONE:
        return BAD_INPUT
    if outcome.failed:
        return BAD_INPUT
    return FOUND if outcome.found else DONE


def _position_of_verb(arguments: list[str]) -> int | None:
    """Where the first word stands that is neither an option nor the value of --lang; those may come first."""
    for i, argument in enumerate(arguments):
        if not argument.startswith("-") and (i == 0 or arguments[i - 1] != "--lang"):
            return i
    return None


def help_text(verb: str, words: Texts) -> str:
    """How to use a verb, or the program."""
    # A row without a name goes on with the one above; asked for an empty text, gettext tells about itself.
    rows = [(words.t(name) if name else "", words.t(meaning)) for name, meaning in (*_OPTIONS[verb], *_EVERYWHERE)]
    width = max(len(name) for name, _ in rows)
    head = words.t("Usage:") + " "
    usage = ("\n" + " " * len(head)).join(map(words.t, _USAGE[verb]))
    listed = "\n".join(f"  {name:<{width}}  {meaning}" for name, meaning in rows)
    codes = words.t("Exit status: 0 done, 1 bad input, 2 wrong usage.")
    if verb in _ENDING:
        codes = words.t(_ENDING[verb])
    return f"{head}{usage}\n\n{words.t(_ABOUT[verb])}\n\n{listed}\n\n{codes}"


def no_window(error: ImportError, language: str = "") -> int:
    """Say that the window's libraries cannot be loaded, in a language or the locale's; return the exit status."""
    words = texts.of(language or texts.from_environment(os.environ))
    reason = " ".join(str(error).split())
    what = words.t("The editor’s window needs PySide6, which cannot be loaded ({reason})", reason=reason)
    remedy = words.t("Install it, or use the command line: see cjeditor --help")
    _complain(f"cjeditor: {what}: {remedy}")
    return BAD_INPUT


def _say(text: str, words: Texts) -> int:
    """Print what was asked for, and return the exit status."""
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except (OSError, AttributeError) as error:  # there is no stdout at all where a script has closed it
        reason = os.strerror((isinstance(error, OSError) and error.errno) or errno.EBADF)
        what = words.t("The output could not be written ({reason})", reason=reason)
        _complain(f"cjeditor: {what}: {words.t('Send it elsewhere')}")
        _drop_output()
        return BAD_INPUT
    return DONE


def _drop_output() -> None:
    """Lead stdout nowhere: what is still in its buffer would fail once more when the process ends."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(text: str) -> None:
    """One line on stderr; a closed stderr is nobody's loss."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(text + "\n")


def _unforeseen(error: Exception, words: Texts, *, verbose: bool) -> None:
    """Say that something went wrong that should not; the trace goes to a log where one was asked for."""
    said = words.t("An unexpected error ({name})", name=type(error).__name__)
    if not verbose:
        _complain(f"cjeditor: {said}: {words.t('Run again with --verbose for a log')}")
        return
    # Imported here: only needed when all is lost.
    from cjeditor.storage.paths import state_folder  # noqa: PLC0415

    log = state_folder() / "command-line.log"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(log, mode="w", encoding="utf-8", errors="backslashreplace")
    except OSError:
        _complain(f"cjeditor: {said}")
        return
    record = _log.makeRecord(_log.name, logging.ERROR, "", 0, said, (), (type(error), error, error.__traceback__))
    handler.handle(record)
    handler.close()
    _complain(f"cjeditor: {said}: {words.t('The log is in {file}', file=str(log))}")


@contextlib.contextmanager
def _logging(*, verbose: bool) -> Iterator[None]:
    """Show on stderr what is being done, for the time of one call."""
    if not verbose:
        yield
        return
    handler: logging.Handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(relativeCreated)6d ms  %(message)s"))
    before = _log.level
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    try:
        yield
    finally:
        _log.removeHandler(handler)
        _log.setLevel(before)
