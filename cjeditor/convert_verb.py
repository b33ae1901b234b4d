"""The verb convert: many projects become a file each in one folder; a bad one does not stop the others.

Each file that is written has its line on stderr, as has whatever is wrong with one, as soon as it is known.
"""

from __future__ import annotations

import argparse
import datetime
import logging
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from cjeditor.arguments import Once, Outcome, Parser, file_name, one_of
from cjeditor.export.problems import ExportRefused
from cjeditor.export.target import make_folder
from cjeditor.export_verb import FORMS, add_wishes, read_along, refuse_what_is_not_taken, write_one
from cjeditor.model.problem import Problem
from cjeditor.progress_line import ProgressLine
from cjeditor.storage.load import FileRefused
from cjeditor.texts import Texts
from cjeditor.wording import line, plain

_SHOWN: Final = 60
_LONGEST_NAME: Final = 1_000
_log = logging.getLogger("cjeditor.commands")


def convert(parser: Parser, arguments: list[str], words: Texts, today: Callable[[], datetime.date]) -> Outcome:
    """Write a map of each project into a folder, which is made where it is not there.

    Args:
        parser: reads the arguments.
        arguments: what follows the verb.
        words: for messages.
        today: the day on what is written without a date.

    Raises:
        WrongUsage: the arguments make no sense.
        ExportRefused: the folder cannot be made.
        FileRefused: the brand cannot be read, or what the projects are compared with.
    """
    _add_options(parser, words)
    asked = parser.parse_args(arguments)
    folder: Path = asked.folder
    asked.out = folder / f"any{asked.to}"
    refuse_what_is_not_taken("convert", asked, words)
    read_along(asked)
    make_folder(folder)
    return _each(asked, words, today, ProgressLine(sys.stderr, wanted=not asked.verbose))


def _add_options(parser: Parser, words: Texts) -> None:
    parser.add_argument("files", type=file_name(words), nargs="+", metavar=words.t("FILE"))
    parser.add_argument("--to", action=Once, type=_form(words), required=True)
    parser.add_argument("-d", "--folder", action=Once, type=file_name(words), required=True)
    add_wishes(parser, words)


def _form(words: Texts) -> Callable[[str], str]:
    """A reader of what to convert to, with or without the dot of the suffix."""
    read_one = one_of([form.removeprefix(".") for form in FORMS], words)
    return lambda text: f".{read_one(text.removeprefix('.'))}"


def _each(
    asked: argparse.Namespace, words: Texts, today: Callable[[], datetime.date], progress: ProgressLine
) -> Outcome:
    """Write one after the other; say of each where it went, or what is wrong."""
    failed = 0
    taken: dict[str, Path] = {}
    files: list[Path] = asked.files
    for number, file in enumerate(files, start=1):
        asked.file, asked.out = file, asked.folder / f"{file.stem}{asked.to}"
        place = words.t("{n} of {all}: {file}", n=number, all=words.number(len(files)), file=plain(file.name, _SHOWN))
        progress.show(place)
        try:
            _refuse_twice(asked.out, file, taken)
            losses = write_one(asked, today, _telling(progress, place, words))
            said = [f"{place} → {plain(str(asked.out), _LONGEST_NAME)}", *_lines(asked.out, losses, words)]
        except ExportRefused as refused:
            failed += 1
            said = _lines(refused.path, [refused.problem], words)
        except FileRefused as refused:
            failed += 1
            said = _lines(refused.path, refused.problems, words)
        finally:
            progress.clear()
        for one in said:
            progress.say(one)
    if failed and len(files) > 1:
        count = words.tn("{n} file of {all} was not written", "{n} files of {all} were not written", failed,
                         all=words.number(len(files)))  # fmt: skip
        progress.say(f"cjeditor: {count}")
    return Outcome(failed=failed > 0)


def _refuse_twice(out: Path, file: Path, taken: dict[str, Path]) -> None:
    """Raises ExportRefused where another file of this run has gone there; capitals make no other file everywhere."""
    other = taken.setdefault(out.name.casefold(), file)
    if other is not file:
        raise ExportRefused(out, Problem("export-target-twice", params={"file": str(file), "other": str(other)}))


def _telling(progress: ProgressLine, place: str, words: Texts) -> Callable[[int, int], None]:
    def tell(done: int, total: int) -> None:
        _log.info("page %d of %d", done, total)
        progress.show(f"{place}, {words.percent(100 * done // max(1, total))}")

    return tell


def _lines(path: Path, problems: Iterable[Problem], words: Texts) -> list[str]:
    return [line(str(path), problem, words) for problem in problems]
