"""The front of the command line: what is asked, in which language, and the last net. Light: the window starts here too.

What the verbs do is in `cjeditor.commands`, loaded when one is asked for.
"""

from __future__ import annotations

import contextlib
import datetime
import errno
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from types import FrameType
from typing import Final

import cjeditor
from cjeditor import texts, usage
from cjeditor.texts import Texts

DONE: Final = 0
BAD_INPUT: Final = 1
WRONG_USAGE: Final = 2
FOUND: Final = 3
"""The check found something, or two projects differ."""
INTERRUPTED: Final = 130
"""What shells expect after Ctrl+C."""
_BY_SIGNAL: Final = 128
"""What shells add to the number of a signal that ended a program."""
_REQUESTS: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""How the system asks a program to end."""

_log = logging.getLogger("cjeditor.commands")


class _Ended(KeyboardInterrupt):
    """The system asks us to end; on the way out goes what is half written, as after Ctrl+C.

    `status` is the exit status that shells expect.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self.status = _BY_SIGNAL + number


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
    if first.startswith("-") or first in usage.VERBS:
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
        with _ending_in_order(), _logging(verbose=verbose):
            return _run(arguments, words, today)
    except KeyboardInterrupt as stopped:
        _complain(words.t("cjeditor: stopped"))
        return stopped.status if isinstance(stopped, _Ended) else INTERRUPTED
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
    if ("--help" in arguments or "-h" in arguments) and verb in ("", *usage.VERBS):
        import shutil  # noqa: PLC0415  brings compression along, which the way to the window need not wait for

        return _say(usage.help_text(verb, words, shutil.get_terminal_size().columns), words)
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
def _ending_in_order() -> Iterator[None]:
    """End by `_Ended` where the system asks for it, for the time of one call; not where a caller has a say in that."""
    mine = [number for number in _REQUESTS if signal.getsignal(number) is signal.SIG_DFL]
    if threading.current_thread() is not threading.main_thread():  # signals belong to the first one
        mine = []
    for number in mine:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number in mine:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, _frame: FrameType | None) -> None:
    raise _Ended(number)


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
