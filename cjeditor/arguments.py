"""How the verbs of the command line read their arguments, and how they tell how it went."""

from __future__ import annotations

import argparse
import datetime
import logging
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple, NoReturn, TypeVar

from cjeditor import texts
from cjeditor.export.options import LONGEST_SIDE, PAPERS, SHORTEST_SIDE, OwnSize, Paper, own_size
from cjeditor.texts import N_, Texts
from cjeditor.wording import plain

_log = logging.getLogger("cjeditor.commands")

_ENGLISH_USAGE_ERRORS: Final = (
    (re.compile(r"the following arguments are required: (?P<names>.+)"), N_("this is missing: {names}")),
    (re.compile(r"unrecognized arguments: (?P<names>.+)"), N_("not understood: {names}")),
    (re.compile(r"argument (?P<name>\S+): expected (?:one|at least one) argument"), N_("{name} needs a value")),
    (
        re.compile(r"argument (?P<name>\S+): not allowed with argument (?P<other>\S+)"),
        N_("{name} and {other} cannot be used together"),
    ),
    (re.compile(r"argument (?P<name>\S+): (?P<message>.+)", re.DOTALL), "{name}: {message}"),
)
"""What argparse says, and how we say it; it cannot be told otherwise without changing the whole process."""

_LONGEST_MESSAGE: Final = 1_000
"""Characters, so that a list of all parts has room."""

K = TypeVar("K")


class Outcome(NamedTuple):
    """How a verb went.

    Attributes:
        lines: what to say on stderr.
        failed: whether it failed; losses alone are no failure.
        output: what was asked for, for stdout.
        found: whether what was looked for is there: findings, differences.
    """

    lines: tuple[str, ...] = ()
    failed: bool = False
    output: tuple[str, ...] = ()
    found: bool = False


class WrongUsage(Exception):
    """The arguments make no sense; `verb` is the one whose help may help."""

    def __init__(self, verb: str, message: str) -> None:
        super().__init__(message)
        self.verb = verb

    def sentence(self, words: Texts) -> str:
        """What to say, in one line."""
        verb = f" {self.verb}" if self.verb else ""
        return words.t(
            "cjeditor: {message}: see cjeditor{verb} --help", message=plain(str(self), _LONGEST_MESSAGE), verb=verb
        )


class Parser(argparse.ArgumentParser):
    """Raises what it does not understand, in our words."""

    def __init__(self, verb: str, words: Texts) -> None:
        super().__init__(prog=f"cjeditor {verb}", add_help=False, allow_abbrev=False)
        self._verb = verb
        self.words = words
        self.add_argument("--lang", type=one_of(texts.LANGUAGES, words))
        self.add_argument("--verbose", action="store_true")

    def error(self, message: str) -> NoReturn:
        """Raise what argparse says, in our words; it calls this itself."""
        for pattern, ours in _ENGLISH_USAGE_ERRORS:
            found = pattern.fullmatch(message)
            if found is not None:
                message = self.words.t(ours, **found.groupdict())
                break
        raise WrongUsage(self._verb, message)


class Once(argparse.Action):
    """Keeps a value and refuses a second one, which would otherwise win without a word."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: object, _name: str | None = None
    ) -> None:
        """Keep the value; argparse calls this for each."""
        if getattr(namespace, self.dest) is not None and isinstance(parser, Parser):
            raise argparse.ArgumentError(self, parser.words.t("there can be only one"))
        setattr(namespace, self.dest, values)


def add_page(parser: Parser, words: Texts) -> None:
    """What is asked for wherever there are pages."""
    parser.add_argument("--paper", type=paper(words), default=None)
    sides = parser.add_mutually_exclusive_group()
    sides.add_argument("--portrait", action="store_true")
    sides.add_argument("--landscape", action="store_true")
    parser.add_argument("--date", type=day(words), default=None)


def paper(words: Texts) -> Callable[[str], Paper | OwnSize]:
    """A reader of a paper: its name, or its sides in millimetres."""
    named = {name.casefold(): name for name in PAPERS}

    def read(text: str) -> Paper | OwnSize:
        if text.casefold() in named:
            return named[text.casefold()]
        if not text[:1].isdecimal():
            message = words.t(
                "“{value}” is not one of {known}, nor two sides in mm, such as 500x700",
                value=plain(text),
                known=", ".join(PAPERS),
            )
            raise argparse.ArgumentTypeError(message)
        size = own_size(text)
        if size is None:
            message = words.t(
                "“{value}” is no paper of {least} to {most} mm a side, such as 500x700",
                value=plain(text),
                least=str(SHORTEST_SIDE),
                most=str(LONGEST_SIDE),
            )
            raise argparse.ArgumentTypeError(message)
        return size

    return read


def one_of(known: Sequence[K], words: Texts) -> Callable[[str], K]:
    """A reader of one of `known`, in upper or lower case."""

    def read(text: str) -> K:
        for one in known:
            if str(one).casefold() == text.casefold():
                return one
        listed = ", ".join(map(str, known))
        raise argparse.ArgumentTypeError(words.t("“{value}” is not one of {known}", value=plain(text), known=listed))

    return read


def file_ending(suffixes: Sequence[str], words: Texts) -> Callable[[str], Path]:
    """A reader of the name of a file to write, which ends in one of `suffixes`, in upper or lower case."""

    def read(text: str) -> Path:
        path = Path(text)
        if path.suffix.lower() not in suffixes:
            known = " | ".join(suffixes)
            raise argparse.ArgumentTypeError(
                words.t("“{value}” does not end in {known}", value=plain(text), known=known)
            )
        return path

    return read


def file_name(words: Texts) -> Callable[[str], Path]:
    """A reader of the name of a file, which is not empty: that would be the folder one is in."""
    read = some_name(words)
    return lambda text: Path(read(text))


def some_name(words: Texts) -> Callable[[str], str]:
    """A reader of a name, which is not empty."""

    def read(text: str) -> str:
        if not text.strip():
            raise argparse.ArgumentTypeError(words.t("a name is expected"))
        return text

    return read


def is_asked(value: object) -> bool:
    """Whether an option was given: its value may be nought."""
    return value is not None and value is not False


def day(words: Texts) -> Callable[[str], str]:
    """A reader of a day of the calendar."""

    def read(text: str) -> str:
        try:
            return datetime.datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=datetime.UTC).date().isoformat()
        except ValueError:
            message = words.t("“{value}” is not a date like 2026-11-22", value=plain(text))
            raise argparse.ArgumentTypeError(message) from None

    return read


def log_page(done: int, total: int) -> None:
    """Say in the log how far an export is."""
    _log.info("page %d of %d", done, total)
