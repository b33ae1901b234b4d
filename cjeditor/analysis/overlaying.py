"""Two maps as one to look at: the newer one, in it at their places what was on the older map only."""

from __future__ import annotations

from cjeditor.analysis.comparing_maps import Comparison
from cjeditor.model import table
from cjeditor.model.fields import Record
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.replace import replace

_REFERENCES = ("phase", "step", "lane", "source", "target")


def overlaid(comparison: Comparison) -> JourneyMap:
    """Return the newer map with all phases, steps, lanes, cards and links of the older one that are not on it.

    They keep their ids, which are those of `Comparison.marks`, and lie where they lay, beside what is the same now. It
    is made to be looked at: two cards may have the same number.
    """
    old, new, pairs = comparison.old, comparison.new, comparison.pairs

    def here(record: Record) -> Record:
        known = {name: str(getattr(record, name, "")) for name in _REFERENCES}
        moved = {name: pairs.newer[value] for name, value in known.items() if value in pairs.newer}
        return replace(record, **moved)

    tables = {}
    for name in ("phases", "steps", "lanes", "touchpoints", "notes", "links"):
        gone = [here(each) for each in getattr(old, name) if each.id not in pairs.newer]
        tables[name] = table.put(getattr(new, name), gone)
    return replace(new, comments=(), rounds=(), **tables)
