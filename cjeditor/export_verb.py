"""The verb export: a map of a project becomes a handout, slides, a page or a picture, as the output's suffix says."""

from __future__ import annotations

import argparse
import datetime
import logging
import sys
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import Final, NamedTuple, cast

from cjeditor import poster_verb
from cjeditor.arguments import (
    Once,
    Outcome,
    Parser,
    WrongUsage,
    add_page,
    file_ending,
    file_name,
    is_asked,
    log_page,
    one_of,
    some_name,
)
from cjeditor.export.brand import Brand
from cjeditor.export.choose import choose_map, same_map
from cjeditor.export.options import (
    AUDIENCES,
    MOST_PARTICIPANTS,
    NOTE_SIZES,
    HandoutOptions,
    PictureOptions,
    PublishOptions,
)
from cjeditor.export.parts import ALL_FIGURES, PART_KEYS, part
from cjeditor.export.presets import PRESET_KEYS, preset
from cjeditor.export.problems import ExportRefused
from cjeditor.export.target import check_target
from cjeditor.model.fields import Language
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.progress_line import ProgressLine
from cjeditor.storage.brands import read_brand
from cjeditor.storage.load import load
from cjeditor.texts import N_, Texts
from cjeditor.wording import line, plain

_SHOWN: Final = 60
_NARROWEST, _WIDEST = 100, 30_000

_log = logging.getLogger("cjeditor.commands")


class _OfSome(NamedTuple):
    """Wishes that only some forms know, with the reason why the others do not."""

    names: tuple[str, ...]
    forms: tuple[str, ...]
    reason: str


_OF_SOME_FORMS: Final = (
    _OfSome(
        ("parts", "preset", "since", "note_size", "participants"),
        (".pdf",),
        N_("only a PDF is made of parts; all other forms show the map whole"),
    ),
    _OfSome(
        ("paper", "portrait", "landscape"),
        (".pdf",),
        N_("only a PDF has paper; all other forms have a size of their own"),
    ),
    _OfSome(
        ("poster", "by_phase", "tile", "overlap", "repeat_headers"),
        (".pdf",),
        N_("posters are printed from a PDF; a picture shows the whole map anyway"),
    ),
    _OfSome(("date",), (".pdf", ".pptx", ".html"), N_("pictures show no date")),
    _OfSome(("width",), (".png",), N_("only a PNG is made of pixels")),
    _OfSome(("transparent",), (".png", ".svg"), N_("only pictures can be without a ground")),
)


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
    parser.add_argument("file", type=file_name(words), metavar=words.t("FILE"))
    parser.add_argument("-o", "--output", action=Once, type=file_ending(FORMS, words), required=True, dest="out")
    add_wishes(parser, words)
    asked = parser.parse_args(arguments)
    refuse_what_is_not_taken("export", asked, words)
    read_along(asked)
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
    journey = choose_map(project, asked.name or "", asked.file)
    _refuse_other_journey(journey, asked)
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
    parser.add_argument("--since", type=file_name(words), default=None)
    parser.add_argument("--brand", type=file_name(words), default=None)
    parser.add_argument("--width", action=Once, type=_pixels(words), default=None)
    parser.add_argument("--transparent", action="store_true")
    parser.add_argument("--note-size", action=Once, type=one_of(NOTE_SIZES, words), default=None)
    parser.add_argument("--participants", action=Once, type=_people(words), default=None)
    parser.add_argument("--grey", action="store_true")
    add_page(parser, words)
    poster_verb.add_poster(parser, words)


def refuse_what_is_not_taken(verb: str, asked: argparse.Namespace, words: Texts) -> None:
    """Raises WrongUsage for wishes that the form of `asked.out` knows nothing of; it says why each is of no use."""
    suffix = asked.out.suffix.lower()
    said: list[str] = []
    for one in _OF_SOME_FORMS:
        names = [f"--{name.replace('_', '-')}" for name in one.names if is_asked(getattr(asked, name))]
        if names and suffix not in one.forms:
            refused = words.t("{names} cannot be used for {suffix}", names=", ".join(names), suffix=suffix)
            said.append(f"{refused} ({words.t(one.reason)})")
    if said:
        raise WrongUsage(verb, "; ".join(said))
    if suffix == ".pdf":
        poster_verb.refuse_nonsense(verb, asked, words)


def read_along(asked: argparse.Namespace) -> None:
    """Put the brand and the earlier project in the place of the files they are in, once for all that is written.

    Raises:
        FileRefused: one of them cannot be read.
    """
    if asked.brand is not None:
        kept = read_brand(asked.brand)
        asked.brand = Brand(kept.logo, kept.primary, kept.accent, kept.footer)
    if asked.since is not None:
        asked.since_file = asked.since
        asked.since = load(asked.since)


def _refuse_other_journey(journey: JourneyMap, asked: argparse.Namespace) -> None:
    """Raises ExportRefused where the map is to be told apart from an earlier one that is not in the file named."""
    wanted = asked.since is not None and "changes" in (asked.parts or preset(asked.preset or "full").parts)
    if wanted and same_map(asked.since, journey) is None:
        params: dict[str, str | int | float] = {"name": journey.title, "file": str(asked.since_file)}
        raise ExportRefused(asked.out, Problem("export-map-not-there", params=params))


def _write_handout(project: Project, map_id: str, asked: argparse.Namespace, date: str) -> tuple[Problem, ...]:
    if poster_verb.is_poster(asked):
        return poster_verb.write(project, map_id, asked, date)
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
        since=asked.since,
        brand=asked.brand,
        grey=asked.grey,
        note_size=asked.note_size,
        participants=asked.participants,
    )
    return write_handout(project, map_id, asked.out, options, asked.progress)


def _write_slides(project: Project, map_id: str, asked: argparse.Namespace, date: str) -> tuple[Problem, ...]:
    # Imported here: python-pptx takes as long as all else together.
    from cjeditor.export.pptx.slides import write_slides  # noqa: PLC0415  heavy

    return write_slides(project, map_id, asked.out, _publish_options(asked, date), asked.progress)


def _write_page(project: Project, map_id: str, asked: argparse.Namespace, date: str) -> tuple[Problem, ...]:
    # Imported here: fontTools takes a while that the other verbs do not need.
    from cjeditor.export.html.page import write_page  # noqa: PLC0415  heavy

    return write_page(project, map_id, asked.out, _publish_options(asked, date), asked.progress)


def _publish_options(asked: argparse.Namespace, date: str) -> PublishOptions:
    return PublishOptions(_language(asked), date, audience=asked.audience or "team", brand=asked.brand, grey=asked.grey)


def _write_picture(project: Project, map_id: str, asked: argparse.Namespace, _date: str) -> tuple[Problem, ...]:
    # Imported here: as above.
    from cjeditor.export.picture import write_picture  # noqa: PLC0415  heavy

    options = PictureOptions(
        asked.width,
        asked.transparent,
        language=_language(asked),
        audience=asked.audience or "team",
        brand=asked.brand,
        grey=asked.grey,
    )
    return write_picture(project, map_id, asked.out, asked.progress, options=options)


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
    """A reader of parts with commas between them: by their keys, of which the nearest is named for an unknown one."""
    known = (*PART_KEYS, ALL_FIGURES)
    # By their titles, too: whoever types those means the part.
    meant = {words.t(part(key).title).casefold(): key for key in PART_KEYS} | {key: key for key in known}

    def read_one(name: str) -> str:
        if name.casefold() in known:
            return name.casefold()
        if not name:
            raise argparse.ArgumentTypeError(words.t("a name is expected between the commas"))
        near = get_close_matches(name.casefold(), meant, n=1)
        said = words.t("“{value}” is no part", value=plain(name, _SHOWN))
        if near:
            said = words.t("“{value}” is no part, the nearest is {key}", value=plain(name, _SHOWN), key=meant[near[0]])
        listed = words.t("there are {known}", known=", ".join(known))
        raise argparse.ArgumentTypeError(f"{said}; {listed}")

    return lambda text: tuple(read_one(name.strip()) for name in text.split(","))


def _people(words: Texts) -> Callable[[str], int]:
    """A reader of how many take part in a workshop."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and len(text) < 6 and 1 <= int(text) <= MOST_PARTICIPANTS):
            said = words.t("“{value}” is not a number of participants from 1 to {most}", value=plain(text, 40),
                           most=MOST_PARTICIPANTS)  # fmt: skip
            raise argparse.ArgumentTypeError(said)
        return int(text)

    return read


def _pixels(words: Texts) -> Callable[[str], int]:
    """A reader of the width of a picture."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and len(text) < 6 and _NARROWEST <= int(text) <= _WIDEST):
            said = words.t("“{value}” is not a width from {least} to {most} pixels", value=plain(text, 40),
                           least=_NARROWEST, most=_WIDEST)  # fmt: skip
            raise argparse.ArgumentTypeError(said)
        return int(text)

    return read
