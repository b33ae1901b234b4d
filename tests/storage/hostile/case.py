"""A file with its expected answer, and the sound project that most of the files are made from."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from cjeditor.model.problem import Problem, Where
from cjeditor.model.project import AgendaStep, Asset, ParkedCard, Project
from cjeditor.model.replace import replace
from cjeditor.model.saved_view import SavedView
from cjeditor.model.voting import Ballot, VotingRound
from cjeditor.storage.save import dumps
from tests.builders import MAP, small_project
from tests.interchange.painting import png

_ROUND = VotingRound(id="vr_a", rank="a0", phase="ph_a", lane="ln_a", ballots=(Ballot(dots=("tp_a", "tp_b")),))
MAP_TITLE = "A first home"
"""What the map with the cards is called in places."""

Document = dict[str, Any]
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Case:
    """A file, and the problem that is told first: its code, its place, and of a refused value the reason.

    Where the place depends on how the sound project is written, it is None and not compared.
    """

    name: str
    data: bytes
    code: str
    where: Where | None = ()
    reason: str = ""

    def is_met_by(self, problem: Problem) -> bool:
        """Whether this is the problem that was expected."""
        return (
            problem.code == self.code
            and self.where in (None, problem.where)
            and self.reason in ("", problem.params.get("reason"))
        )


@cache
def sound() -> Project:
    """A project with one record of every kind at least, a picture, a portrait and a saved view among them."""
    project = small_project()
    picture = png()
    total = sha256(picture).hexdigest()
    asset = Asset(id="as_a", sha256=total, media_type="image/png", data=b64encode(picture).decode())
    first, second = project.maps
    notes = (*first.notes[:2], replace(first.notes[2], picture=total), *first.notes[3:])
    return replace(
        project,
        personas=(replace(project.personas[0], portrait=total), project.personas[1]),
        maps=(replace(first, notes=notes, framework="nine-phases", rounds=(_ROUND,)), second),
        agenda=(AgendaStep(id="ag_a", rank="a0", title="Welcome", minutes=5, phase="ph_a", lanes=("ln_a",)),),
        parked=(ParkedCard(id="pk_a", text="Later"),),
        views=(SavedView(id="vw_a", rank="a0", name="Near", map=MAP, phase="ph_a", lane="ln_a", channels=("ch_a",)),),
        assets=(asset,),
    )


def document() -> Document:
    """`sound` as dictionaries and lists, to be damaged."""
    made: Document = json.loads(_sound_file())
    return made


@cache
def _sound_file() -> bytes:
    return dumps(sound())


def text_of(made: Document) -> bytes:
    """A document as a file; what JSON has no words for is written in those of JavaScript."""
    return json.dumps(made, ensure_ascii=False).encode("utf-8", "surrogatepass")


def record(made: Document, table: str, record_id: str = "") -> Document:
    """A record of a table of the project or of its first map: the one of this id, or the first."""
    owner = made if table in made else made["maps"][0]
    found: Document = next(each for each in owner[table] if record_id in ("", each["id"]))
    return found


def place(table: str, record_id: str, *further: str | int) -> Where:
    """The place of a field, as problems have it."""
    inner = table not in document()
    name = MAP_TITLE if table == "maps" and record_id == MAP else record_id
    return (*(("maps", MAP_TITLE) if inner else ()), table, name, *further)


def changed(change: Callable[[Document], object]) -> bytes:
    """The sound file after `change`."""
    made = document()
    change(made)
    return text_of(made)


def with_value(table: str, field: str, value: object, record_id: str = "") -> bytes:
    """The sound file with another value in one field of one record."""
    made = document()
    record(made, table, record_id)[field] = value
    return text_of(made)


def swapped(old: bytes, new: bytes) -> bytes:
    """The sound file with one piece of its text replaced, which stands there once."""
    data = _sound_file()
    assert data.count(old) == 1, (old, data.count(old))
    return data.replace(old, new)


def whole() -> bytes:
    """The sound file itself."""
    return _sound_file()
