"""Edits of the sales funnel's counts: of one map, or of the whole project."""

from __future__ import annotations

from collections.abc import Mapping

from cjeditor.model import table
from cjeditor.model.edits.parts import check_free
from cjeditor.model.fields import FunnelStage
from cjeditor.model.lookup import map_of
from cjeditor.model.project import FunnelCount, Project
from cjeditor.model.replace import make, replace


def set_counts(
    project: Project, map_id: str | None, counts: Mapping[FunnelStage, int | None], ids: Mapping[FunnelStage, str]
) -> Project:
    """Other counts for some stages; the others keep theirs.

    Args:
        project: what is edited.
        map_id: whose funnel; None for that of the whole project.
        counts: people by stage; None takes a count away.
        ids: ids for counts that are new, by stage.

    Raises:
        EditRefused: `unknown-id` (no such map), `id-taken`, `wrong-prefix`, `field-refused`.
    """
    if map_id is not None:
        map_of(project, map_id)
    known = {one.stage: one for one in project.funnel if one.map == map_id}
    # A new count belongs to the others: it was taken when they were, unless somebody says otherwise.
    like = next(iter(known.values()), None)
    put, gone = [], set()
    for stage, count in counts.items():
        old = known.get(stage)
        if count is None:
            gone |= {old.id} if old is not None else set()
        elif old is not None:
            put.append(replace(old, count=count))
        else:
            check_free(project, "funnel", ids[stage])
            said = {} if like is None else {"date": like.date, "source": like.source}
            put.append(make(FunnelCount, id=ids[stage], stage=stage, count=count, map=map_id, **said))
    return replace(project, funnel=table.without(table.put(project.funnel, tuple(put)), gone))


def take_counts(
    project: Project,
    map_id: str | None,
    counts: Mapping[FunnelStage, int],
    ids: Mapping[FunnelStage, str],
    *,
    date: str,
    source: str,
    keep: bool,
) -> Project:
    """Counts that were taken together, with when and whence; nothing of those before rubs off on them.

    Args:
        project: what is edited.
        map_id: whose funnel; None for that of the whole project.
        counts: people by stage.
        ids: ids for counts that are new, by stage.
        date: when they were taken; empty where nobody said.
        source: where they come from; empty where nobody said.
        keep: whether counts of other stages stay, with date and source of their own; else they go.

    Raises:
        EditRefused: `unknown-id` (no such map), `id-taken`, `wrong-prefix`, `field-refused`.
    """
    project = set_counts(project, map_id, counts, ids)
    own = [one for one in project.funnel if one.map == map_id]
    put = tuple(replace(one, date=date, source=source) for one in own if one.stage in counts)
    gone = set() if keep else {one.id for one in own if one.stage not in counts}
    return replace(project, funnel=table.without(table.put(project.funnel, put), gone))


def set_origin(project: Project, map_id: str | None, *, date: str | None = None, source: str | None = None) -> Project:
    """When the counts of a funnel were taken and where they come from; None leaves it as it is.

    Raises EditRefused: `unknown-id`, `field-refused`.
    """
    if map_id is not None:
        map_of(project, map_id)
    said = {name: value for name, value in (("date", date), ("source", source)) if value is not None}
    counts = tuple(replace(one, **said) for one in project.funnel if one.map == map_id)
    return replace(project, funnel=table.put(project.funnel, counts))
