"""The verbs of the command line, from new to booklet. Works where Qt cannot be imported."""

from __future__ import annotations

import datetime
import logging
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, cast

from cjeditor.analysis.comparing_maps import Comparison, compared
from cjeditor.arguments import (
    Once,
    Outcome,
    Parser,
    WrongUsage,
    add_page,
    file_ending,
    file_name,
    log_page,
    one_of,
    some_name,
)
from cjeditor.catalogue.entries import CatalogueBroken
from cjeditor.catalogue.frameworks import frameworks
from cjeditor.catalogue.templates import TEMPLATE_KEYS, new_project
from cjeditor.convert_verb import convert
from cjeditor.export.choose import choose_map
from cjeditor.export.options import BookletOptions, Paper
from cjeditor.export.problems import ExportRefused
from cjeditor.export_verb import export
from cjeditor.model.fields import Language
from cjeditor.model.ids import new_id
from cjeditor.model.problem import EditRefused, Problem
from cjeditor.reports import check_report, comparisons, diff_of_maps, diff_report
from cjeditor.resources import ResourceMissing
from cjeditor.storage.load import FileRefused, load
from cjeditor.storage.save import SaveFailed, save
from cjeditor.texts import Texts
from cjeditor.wording import line, plain

PROJECT_SUFFIX: Final = ".cjmap"

_DEFAULT_TEMPLATE = "nine-phases"
_LONGEST_NAME = 1_000
_log = logging.getLogger("cjeditor.commands")


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
    parser = Parser(verb, words)
    try:
        if verb in _OF_NO_DAY:
            return _OF_NO_DAY[verb](parser, arguments, words)
        match verb:
            case "diff":
                return _diff(parser, arguments, words, today)
            case "export":
                return export(parser, arguments, words, today)
            case "convert":
                return convert(parser, arguments, words, today)
            case "booklet":
                return _booklet(parser, arguments, words, today)
            case "":
                parser.parse_args(arguments)
                raise WrongUsage("", words.t("a verb is missing"))
            case _:
                parser.parse_known_args(arguments)
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


def _new(parser: Parser, arguments: list[str], words: Texts) -> Outcome:
    parser.add_argument("file", type=file_ending((PROJECT_SUFFIX,), words), metavar=words.t("FILE"))
    parser.add_argument("--template", type=one_of(TEMPLATE_KEYS, words), default=_DEFAULT_TEMPLATE)
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


def _validate(parser: Parser, arguments: list[str], words: Texts) -> Outcome:
    parser.add_argument("files", type=file_name(words), nargs="+", metavar=words.t("FILE"))
    said: list[str] = []
    for path in parser.parse_args(arguments).files:
        _log.info("read %s", path)
        try:
            load(path)
        except FileRefused as refused:
            said.extend(_lines(refused, words))
    return Outcome(tuple(said), failed=bool(said))


def _check(parser: Parser, arguments: list[str], words: Texts) -> Outcome:
    parser.add_argument("file", type=file_name(words), metavar=words.t("FILE"))
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    _log.info("read %s", asked.file)
    report = check_report(load(asked.file), words, as_json=asked.json)
    return Outcome(output=report.lines, found=report.found)


def _diff(parser: Parser, arguments: list[str], words: Texts, today: Callable[[], datetime.date]) -> Outcome:
    parser.add_argument("old", type=file_name(words), metavar=words.t("OLD"))
    parser.add_argument("new", type=file_name(words), metavar=words.t("NEW"))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("-o", "--output", action=Once, type=file_ending((".pdf",), words), dest="out")
    parser.add_argument("--old-map", type=some_name(words))
    parser.add_argument("--new-map", type=some_name(words))
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
    return tuple(line(str(out), loss, words) for loss in write_comparison(some, out, options, log_page))


_OF_NO_DAY: Final[dict[str, Callable[[Parser, list[str], Texts], Outcome]]] = {
    "new": _new,
    "validate": _validate,
    "check": _check,
}
"""The verbs that need not know which day it is."""


def _booklet(parser: Parser, arguments: list[str], words: Texts, today: Callable[[], datetime.date]) -> Outcome:
    known = {one.key: one for one in frameworks()}
    parser.add_argument("--framework", action=Once, type=one_of(tuple(known), words), required=True)
    parser.add_argument("-o", "--output", action=Once, type=file_ending((".pdf",), words), required=True, dest="out")
    add_page(parser, words)
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
    losses = write_booklet(known[asked.framework], asked.out, options, log_page)
    return Outcome(tuple(line(str(asked.out), loss, words) for loss in losses))
