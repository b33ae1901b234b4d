"""Edits of comments: add, set fields, delete. Several about the same thing are a conversation, in order of time."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from cjeditor.model import table
from cjeditor.model.cards import Comment, Link
from cjeditor.model.edits.parts import check_free, check_settable, with_map
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import known, map_of, record_of
from cjeditor.model.problem import refused
from cjeditor.model.project import Project
from cjeditor.model.replace import make, replace

FIXED = ("id", "about")
"""Fields that `set_comments` leaves alone."""


def add_comment(project: Project, map_id: str, *, comment_id: str, about: str, text: str, **fields: Any) -> Project:
    """A remark on the map, or on a phase, step, lane or card of it. `fields`: author, date, time, resolved.

    Raises EditRefused: `unknown-id`, `no-thought` (nothing is said), `id-taken`, `wrong-prefix`, `field-refused`.
    """
    check_free(project, "comments", comment_id)
    journey_map = map_of(project, map_id)
    _check_subject(journey_map, about)
    new = make(Comment, id=comment_id, about=about, text=text, **fields)
    return with_map(project, _with_comments(journey_map, [new]))


def set_comments(project: Project, map_id: str, ids: Collection[str], **fields: Any) -> Project:
    """Other field values for comments: text, resolved, author, date, time.

    Raises EditRefused: `unknown-id`, `no-thought`, `field-fixed`, `field-refused`.
    """
    journey_map = map_of(project, map_id)
    new = []
    for each in ids:
        check_settable(each, fields, FIXED)
        new.append(replace(known(journey_map.comments, each), **fields))
    return with_map(project, _with_comments(journey_map, new))


def delete_comments(project: Project, map_id: str, ids: Collection[str]) -> Project:
    """`project` without these comments. Raises EditRefused (`unknown-id`)."""
    journey_map = map_of(project, map_id)
    for each in ids:
        known(journey_map.comments, each)
    return with_map(project, replace(journey_map, comments=table.without(journey_map.comments, set(ids))))


def _with_comments(journey_map: JourneyMap, new: Collection[Comment]) -> JourneyMap:
    for each in new:
        if not each.text.strip():
            raise refused("no-thought", each.id)
    return replace(journey_map, comments=table.put(journey_map.comments, new))


def _check_subject(journey_map: JourneyMap, about: str) -> None:
    if about != journey_map.id and isinstance(record_of(journey_map, about), Link | Comment):
        raise refused("unknown-id", about, id=about)
