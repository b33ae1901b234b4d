"""The verb export: a map of a project becomes a handout, slides, a page or a picture, as the output's suffix says."""

from __future__ import annotations

import argparse
import datetime
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, cast

from cjeditor import poster_verb
from cjeditor.arguments import Once, Outcome, Parser, WrongUsage, add_page, file_ending, log_page, one_of, some_name
from cjeditor.export.brand import Brand
from cjeditor.export.choose import choose_map
from cjeditor.export.options import AUDIENCES, NOTE_SIZES, HandoutOptions, PictureOptions, PublishOptions
from cjeditor.export.parts import ALL_FIGURES, PART_KEYS
from cjeditor.export.presets import PRESET_KEYS, preset
from cjeditor.export.target import check_target
from cjeditor.model.fields import Language
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.progress_line import ProgressLine
from cjeditor.storage.brands import read_brand
from cjeditor.storage.load import load
from cjeditor.texts import Texts
from cjeditor.wording import line, plain

_OF_PAGES: Final = (
    *("parts", "preset", "audience", "since", "brand", "paper", "portrait", "landscape", "date", "grey"),
    *("note_size", "poster", "by_phase", "tile", "overlap", "repeat_headers"),
)
"""What can be asked of a PDF."""
_OF_PUBLISHED: Final = ("audience", "brand", "date")
"""What of it can be asked of slides and web pages, too."""
_PUBLISHED: Final = (".pptx", ".html")

_SHOWN: Final = 60
_OF_PICTURES: Final = {"width": (".png",), "transparent": (".png", ".svg")}
"""What can be asked of pictures only, and of which."""
_NARROWEST, _WIDEST = 100, 30_000

_log = logging.getLogger("cjeditor.commands")


def export(parser: Parser, arguments: list[str], words: Texts, today: Callable[[], datetime.date]) -> Outcome:
    """Write a map of a project to a file.

    Args:
        parser: reads the arguments.
        arguments: what follows the verb.
        words: for messages.
        today: the day on handouts that are asked for without a date.

    Raises:
        WrongUsage: the arguments make no sense.
        ExportRefused: the file cannot be written, or there is no such map.
        FileRefused: the project cannot be read.
    """
    parser.add_argument("file", type=Path, metavar=words.t("FILE"))
    parser.add_argument("-o", "--output", action=Once, type=file_ending(FORMS, words), required=True, dest="out")
    add_wishes(parser, words)
    asked = parser.parse_args(arguments)
    refuse_what_is_not_taken("export", asked, words)
    progress = ProgressLine(sys.stderr, wanted=not asked.verbose)

    def tell(done: int, total: int) -> None:
        log_page(done, total)
        progress.show(f"{plain(asked.out.name, _SHOWN)}: {words.percent(100 * done // max(1, total))}")

    try:
        losses = write_one(asked, today, tell)
    finally:
        progress.clear()
    return Outcome(tuple(line(str(asked.out), loss, words) for loss in losses))


def write_one(
    asked: argparse.Namespace, today: Callable[[], datetime.date], progress: Callable[[int, int], None]
) -> tuple[Problem, ...]:
    """Write a map of `asked.file` to `asked.out`; return what could not be shown as it stands in the project.

    Raises:
        ExportRefused: the file cannot be written, or there is no such map.
        FileRefused: the project cannot be read.
    """
    out: Path = asked.out
    check_target(out, asked.file)
    _log.info("read %s", asked.file)
    project = load(asked.file)
    journey = choose_map(project, asked.name or "", out)
    _log.info("write map %s to %s", journey.id, out)
    asked.progress = progress
    return _WRITERS[out.suffix.lower()](project, journey.id, asked, asked.date or today().isoformat())


def add_wishes(parser: Parser, words: Texts) -> None:
    """What may be asked of each file that is written, whatever its form."""
    parser.add_argument("--map", type=some_name(words), dest="name")
    contents = parser.add_mutually_exclusive_group()
    contents.add_argument("--parts", type=_parts(words), default=None)
    contents.add_argument("--preset", type=one_of(PRESET_KEYS, words), default=None)
    parser.add_argument("--audience", type=one_of(AUDIENCES, words), default=None)
    parser.add_argument("--since", type=Path, default=None)
    parser.add_argument("--brand", type=Path, default=None)
    parser.add_argument("--width", action=Once, type=_pixels(words), default=None)
    parser.add_argument("--transparent", action="store_true")
    parser.add_argument("--note-size", action=Once, type=one_of(NOTE_SIZES, words), default=None)
    parser.add_argument("--grey", action="store_true")
    add_page(parser, words)
    poster_verb.add_poster(parser, words)


def refuse_what_is_not_taken(verb: str, asked: argparse.Namespace, words: Texts) -> None:
    """Raises WrongUsage for wishes that the form of `asked.out` knows nothing of."""
    suffix = asked.out.suffix.lower()
    taken = _OF_PUBLISHED if suffix in _PUBLISHED else ()
    others = [name for name, forms in _OF_PICTURES.items() if getattr(asked, name) and suffix not in forms]
    if suffix == ".pdf" and not others:
        poster_verb.refuse_nonsense(verb, asked, words)
        return
    if suffix != ".pdf":
        others += [name for name in _OF_PAGES if getattr(asked, name) and name not in taken]
    if others:
        names = ", ".join(f"--{name.replace('_', '-')}" for name in others)
        raise WrongUsage(verb, words.t("{names} cannot be used for {suffix}", names=names, suffix=suffix))


def _write_handout(project: Project, map_id: str, asked: argparse.Namespace, date: str) -> tuple[Problem, ...]:
    brand = _brand(asked.brand) if asked.brand is not None else None
    if poster_verb.is_poster(asked):
        return poster_verb.write(project, map_id, asked, date, brand)
    # Imported here: reportlab and fontTools cost a third of a second that the other verbs do not need.
    from cjeditor.export.handout import write_handout  # noqa: PLC0415  heavy

    chosen = preset(asked.preset or "full")
    options = HandoutOptions(
        language=_language(asked),
        paper=asked.paper,
        landscape=not asked.portrait,
        parts=asked.parts or chosen.parts,
        date=date,
        audience=asked.audience or chosen.audience,
        since=load(asked.since) if asked.since is not None else None,
        brand=brand,
        grey=asked.grey,
        note_size=asked.note_size,
    )
    return write_handout(project, map_id, asked.out, options, asked.progress)


def _brand(path: Path) -> Brand:
    """The brand in a file. Raises FileRefused."""
    kept = read_brand(path)
    return Brand(kept.logo, kept.primary, kept.accent, kept.footer)


def _write_slides(project: Project, map_id: str, asked: argparse.Namespace, date: str) -> tuple[Problem, ...]:
    # Imported here: python-pptx takes as long as all else together.
    from cjeditor.export.pptx.slides import write_slides  # noqa: PLC0415  heavy

    return write_slides(project, map_id, asked.out, _publish_options(asked, date), asked.progress)


def _write_page(project: Project, map_id: str, asked: argparse.Namespace, date: str) -> tuple[Problem, ...]:
    # Imported here: fontTools takes a while that the other verbs do not need.
    from cjeditor.export.html.page import write_page  # noqa: PLC0415  heavy

    return write_page(project, map_id, asked.out, _publish_options(asked, date), asked.progress)


def _publish_options(asked: argparse.Namespace, date: str) -> PublishOptions:
    brand = _brand(asked.brand) if asked.brand is not None else None
    return PublishOptions(_language(asked), date, audience=asked.audience or "team", brand=brand)


def _write_picture(project: Project, map_id: str, asked: argparse.Namespace, _date: str) -> tuple[Problem, ...]:
    # Imported here: as above.
    from cjeditor.export.picture import write_picture  # noqa: PLC0415  heavy

    options = PictureOptions(asked.width, asked.transparent)
    return write_picture(project, map_id, asked.out, asked.progress, language=_language(asked), options=options)


_WRITERS: Final[dict[str, Callable[[Project, str, argparse.Namespace, str], tuple[Problem, ...]]]] = {
    ".pdf": _write_handout,
    ".svg": _write_picture,
    ".png": _write_picture,
    ".pptx": _write_slides,
    ".html": _write_page,
}
"""What can be written, by the suffix of the output. `asked.progress` is told how far it is."""
FORMS: Final = tuple(_WRITERS)
"""The suffixes of what can be written."""


def _language(asked: argparse.Namespace) -> Language | None:
    """Of the labels; the project's own where none was asked for."""
    return cast("Language | None", asked.lang)


def _parts(words: Texts) -> Callable[[str], tuple[str, ...]]:
    """A reader of parts with commas between them."""
    read_one = one_of((*PART_KEYS, ALL_FIGURES), words)
    return lambda text: tuple(read_one(name.strip()) for name in text.split(","))


def _pixels(words: Texts) -> Callable[[str], int]:
    """A reader of the width of a picture."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and len(text) < 6 and _NARROWEST <= int(text) <= _WIDEST):
            said = words.t("“{value}” is not a width from {least} to {most} pixels", value=plain(text, 40),
                           least=_NARROWEST, most=_WIDEST)  # fmt: skip
            raise argparse.ArgumentTypeError(said)
        return int(text)

    return read
