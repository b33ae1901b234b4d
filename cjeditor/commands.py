"""The verbs of the command line: new, validate, check, diff, export, booklet. Works where Qt cannot be imported."""

from __future__ import annotations

import argparse
import datetime
import logging
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple, NoReturn, TypeVar, cast

from cjeditor import texts
from cjeditor.analysis.comparing_maps import Comparison, compared
from cjeditor.catalogue.entries import CatalogueBroken
from cjeditor.catalogue.frameworks import frameworks
from cjeditor.catalogue.templates import TEMPLATE_KEYS, new_project
from cjeditor.export.choose import choose_map
from cjeditor.export.options import PAPERS, BookletOptions, HandoutOptions, Paper
from cjeditor.export.parts import ALL_FIGURES, PART_KEYS
from cjeditor.export.problems import ExportRefused
from cjeditor.export.target import check_target
from cjeditor.model.fields import Language
from cjeditor.model.ids import new_id
from cjeditor.model.problem import EditRefused, Problem
from cjeditor.reports import check_report, comparisons, diff_of_maps, diff_report
from cjeditor.resources import ResourceMissing
from cjeditor.storage.load import FileRefused, load
from cjeditor.storage.save import SaveFailed, save
from cjeditor.texts import N_, Texts
from cjeditor.wording import line, plain

SUFFIXES: Final = (".pdf", ".svg", ".png")
PROJECT_SUFFIX: Final = ".cjmap"

_DEFAULT_TEMPLATE = "nine-phases"
_LONGEST_NAME = 1_000
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
        return words.t("cjeditor: {message}: see cjeditor{verb} --help", message=plain(str(self), 400), verb=verb)


class _Parser(argparse.ArgumentParser):
    """Raises what it does not understand, in our words."""

    def __init__(self, verb: str, words: Texts) -> None:
        super().__init__(prog=f"cjeditor {verb}", add_help=False, allow_abbrev=False)
        self._verb = verb
        self.words = words
        self.add_argument("--lang", type=_one_of(texts.LANGUAGES, words))
        self.add_argument("--verbose", action="store_true")

    def error(self, message: str) -> NoReturn:
        for pattern, ours in _ENGLISH_USAGE_ERRORS:
            found = pattern.fullmatch(message)
            if found is not None:
                message = self.words.t(ours, **found.groupdict())
                break
        raise WrongUsage(self._verb, message)


class _Once(argparse.Action):
    """Keeps a value and refuses a second one, which would otherwise win without a word."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: object, _name: str | None = None
    ) -> None:
        if getattr(namespace, self.dest) is not None and isinstance(parser, _Parser):
            raise argparse.ArgumentError(self, parser.words.t("there can be only one"))
        setattr(namespace, self.dest, values)


def run(verb: str, arguments: list[str], words: Texts, today: Callable[[], datetime.date]) -> Outcome:
    """Do what a verb says.

    Args:
        verb: the first word; empty where there is none.
        arguments: all others.
        words: for messages; a new project has their language unless another is asked for.
        today: the day on handouts that are asked for without a date.

    Raises:
        WrongUsage: there is no such verb, or its arguments make no sense.
    """
    parser = _Parser(verb, words)
    try:
        if verb in _OF_NO_DAY:
            return _OF_NO_DAY[verb](parser, arguments, words)
        match verb:
            case "diff":
                return _diff(parser, arguments, words, today)
            case "export":
                return _export(parser, arguments, words, today)
            case "booklet":
                return _booklet(parser, arguments, words, today)
            case "":
                parser.parse_args(arguments)
                raise WrongUsage("", words.t("a verb is missing"))
            case _:
                raise WrongUsage("", words.t("there is no verb “{verb}”", verb=plain(verb)))
    except (ExportRefused, SaveFailed) as refused:
        return Outcome((line(str(refused.path), refused.problem, words),), failed=True)
    except FileRefused as refused:
        return Outcome(_lines(refused, words), failed=True)
    except (ResourceMissing, CatalogueBroken) as damaged:
        what = words.t("The installation is damaged ({detail})", detail=plain(str(damaged)))
        return Outcome((f"cjeditor: {what}: {words.t('Install it again')}",), failed=True)


def _lines(refused: FileRefused, words: Texts) -> tuple[str, ...]:
    return tuple(line(str(refused.path), problem, words) for problem in refused.problems)


def _new(parser: _Parser, arguments: list[str], words: Texts) -> Outcome:
    parser.add_argument("file", type=_file((PROJECT_SUFFIX,), words), metavar=words.t("FILE"))
    parser.add_argument("--template", type=_one_of(TEMPLATE_KEYS, words), default=_DEFAULT_TEMPLATE)
    parser.add_argument("--title", default="")
    parser.add_argument("--force", action="store_true")
    asked = parser.parse_args(arguments)
    path: Path = asked.file
    if path.is_dir():
        return Outcome((line(str(path), Problem("is-a-folder"), words),), failed=True)
    if not asked.force and os.path.lexists(path):
        what, remedy = words.t("There is already a file with this name"), words.t("Choose another name, or add --force")
        return Outcome((f"{plain(str(path), _LONGEST_NAME)}: {what}: {remedy}",), failed=True)
    language = cast(Language, asked.lang or words.language)
    try:
        project = new_project(asked.template, language=language, title=asked.title, new_id=new_id)
    except EditRefused as refused:
        # Not where: the map with the title does not exist yet.
        return Outcome(
            (line("--title", Problem(refused.problem.code, (), refused.problem.params), words),), failed=True
        )
    _log.info("write %s", path)
    save(project, path, expected=None)
    return Outcome()


def _validate(parser: _Parser, arguments: list[str], words: Texts) -> Outcome:
    parser.add_argument("files", type=Path, nargs="+", metavar=words.t("FILE"))
    said: list[str] = []
    for path in parser.parse_args(arguments).files:
        _log.info("read %s", path)
        try:
            load(path)
        except FileRefused as refused:
            said.extend(_lines(refused, words))
    return Outcome(tuple(said), failed=bool(said))


def _check(parser: _Parser, arguments: list[str], words: Texts) -> Outcome:
    parser.add_argument("file", type=Path, metavar=words.t("FILE"))
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    _log.info("read %s", asked.file)
    report = check_report(load(asked.file), words, as_json=asked.json)
    return Outcome(output=report.lines, found=report.found)


def _diff(parser: _Parser, arguments: list[str], words: Texts, today: Callable[[], datetime.date]) -> Outcome:
    parser.add_argument("old", type=Path, metavar=words.t("OLD"))
    parser.add_argument("new", type=Path, metavar=words.t("NEW"))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("-o", "--output", action=_Once, type=_file((".pdf",), words), dest="out")
    parser.add_argument("--old-map", type=_name(words))
    parser.add_argument("--new-map", type=_name(words))
    asked = parser.parse_args(arguments)
    _log.info("read %s and %s", asked.old, asked.new)
    old, new = load(asked.old), load(asked.new)
    if asked.old_map or asked.new_map:
        before, after = choose_map(old, asked.old_map or "", asked.old), choose_map(new, asked.new_map or "", asked.new)
        some = [compared(old, before, new, after)]
        report = diff_of_maps(some[0], words, as_json=asked.json)
    else:
        some = comparisons(old, new)
        report = diff_report(old, new, words, as_json=asked.json)
    losses = () if asked.out is None else _write_comparison(some, asked.out, words, new.settings.paper, today)
    return Outcome(losses, output=report.lines, found=report.found)


def _write_comparison(
    some: Sequence[Comparison], out: Path, words: Texts, paper: Paper, today: Callable[[], datetime.date]
) -> tuple[str, ...]:
    """Write what changed as a PDF; return what could not be printed, a line each."""
    # Imported here: reportlab and fontTools cost a third of a second that the other verbs do not need.
    from cjeditor.export.comparison import write_comparison  # noqa: PLC0415  heavy

    if not some:
        raise ExportRefused(out, Problem("export-no-map"))
    language = cast(Language, words.language)
    options = BookletOptions(language=language, paper=paper, date=today().isoformat())
    return tuple(line(str(out), loss, words) for loss in write_comparison(some, out, options, _log_page))


_OF_NO_DAY: Final[dict[str, Callable[[_Parser, list[str], Texts], Outcome]]] = {
    "new": _new,
    "validate": _validate,
    "check": _check,
}
"""The verbs that need not know which day it is."""


def _export(parser: _Parser, arguments: list[str], words: Texts, today: Callable[[], datetime.date]) -> Outcome:
    parser.add_argument("file", type=Path, metavar=words.t("FILE"))
    parser.add_argument("-o", "--output", action=_Once, type=_file(SUFFIXES, words), required=True, dest="out")
    parser.add_argument("--map", type=_name(words), dest="name")
    parser.add_argument("--parts", type=_parts(words), default=None)
    _add_page(parser, words)
    asked = parser.parse_args(arguments)
    out: Path = asked.out
    suffix = out.suffix.lower()
    of_pages = [name for name in ("parts", "paper", "portrait", "landscape", "date") if getattr(asked, name)]
    if suffix != ".pdf" and of_pages:
        names = ", ".join(f"--{name}" for name in of_pages)
        raise WrongUsage("export", words.t("only a PDF has pages: {names}", names=names))
    check_target(out, asked.file)
    _log.info("read %s", asked.file)
    project = load(asked.file)
    journey = choose_map(project, asked.name or "", out)
    _log.info("write map %s to %s", journey.id, out)
    language = cast("Language | None", asked.lang)
    # Imported here: reportlab and fontTools cost a third of a second that the other verbs do not need.
    if suffix == ".pdf":
        from cjeditor.export.handout import write_handout  # noqa: PLC0415  heavy

        options = HandoutOptions(
            language=language,
            paper=asked.paper,
            landscape=not asked.portrait,
            parts=asked.parts or PART_KEYS,
            date=asked.date or today().isoformat(),
        )
        losses = write_handout(project, journey.id, out, options, _log_page)
    else:
        from cjeditor.export.picture import write_picture  # noqa: PLC0415  heavy

        losses = write_picture(project, journey.id, out, language=language)
    return Outcome(tuple(line(str(out), loss, words) for loss in losses))


def _booklet(parser: _Parser, arguments: list[str], words: Texts, today: Callable[[], datetime.date]) -> Outcome:
    known = {one.key: one for one in frameworks()}
    parser.add_argument("--framework", action=_Once, type=_one_of(tuple(known), words), required=True)
    parser.add_argument("-o", "--output", action=_Once, type=_file((".pdf",), words), required=True, dest="out")
    _add_page(parser, words)
    asked = parser.parse_args(arguments)
    _log.info("write booklet %s to %s", asked.framework, asked.out)
    # Imported here: reportlab and fontTools cost a third of a second that the other verbs do not need.
    from cjeditor.export.booklet import write_booklet  # noqa: PLC0415  heavy

    options = BookletOptions(
        language=cast(Language, asked.lang or words.language),
        paper=asked.paper or "A4",
        landscape=not asked.portrait,
        date=asked.date or today().isoformat(),
    )
    losses = write_booklet(known[asked.framework], asked.out, options, _log_page)
    return Outcome(tuple(line(str(asked.out), loss, words) for loss in losses))


def _add_page(parser: _Parser, words: Texts) -> None:
    """What is asked for wherever there are pages."""
    parser.add_argument("--paper", type=_one_of(tuple(PAPERS), words), default=None)
    sides = parser.add_mutually_exclusive_group()
    sides.add_argument("--portrait", action="store_true")
    sides.add_argument("--landscape", action="store_true")
    parser.add_argument("--date", type=_day(words), default=None)


def _log_page(done: int, total: int) -> None:
    _log.info("page %d of %d", done, total)


def _one_of(known: Sequence[K], words: Texts) -> Callable[[str], K]:
    """A reader of one of `known`, in upper or lower case."""

    def read(text: str) -> K:
        for one in known:
            if str(one).casefold() == text.casefold():
                return one
        listed = ", ".join(map(str, known))
        raise argparse.ArgumentTypeError(words.t("“{value}” is not one of {known}", value=plain(text), known=listed))

    return read


def _file(suffixes: Sequence[str], words: Texts) -> Callable[[str], Path]:
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


def _name(words: Texts) -> Callable[[str], str]:
    """A reader of a name, which is not empty."""

    def read(text: str) -> str:
        if not text.strip():
            raise argparse.ArgumentTypeError(words.t("a name is expected"))
        return text

    return read


def _parts(words: Texts) -> Callable[[str], tuple[str, ...]]:
    """A reader of parts with commas between them."""
    read_one = _one_of((*PART_KEYS, ALL_FIGURES), words)
    return lambda text: tuple(read_one(name.strip()) for name in text.split(","))


def _day(words: Texts) -> Callable[[str], str]:
    """A reader of a day of the calendar."""

    def read(text: str) -> str:
        try:
            return datetime.datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=datetime.UTC).date().isoformat()
        except ValueError:
            message = words.t("“{value}” is not a date like 2026-11-22", value=plain(text))
            raise argparse.ArgumentTypeError(message) from None

    return read
