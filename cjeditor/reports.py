"""What the command line says about projects: what the journey check finds, and what differs between two of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cjeditor.analysis.check.checking import findings
from cjeditor.analysis.check.found import Finding
from cjeditor.analysis.comparing import Difference, differences
from cjeditor.analysis.comparing_maps import Comparison, compared
from cjeditor.comparison_wording import line as line_of_row
from cjeditor.comparison_wording import rows
from cjeditor.difference_wording import Describer
from cjeditor.finding_wording import FindingWords
from cjeditor.layout.cutting import Cutting
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import find_card, ordered
from cjeditor.model.project import Project
from cjeditor.model.thoughts import same_as
from cjeditor.texts import Texts
from cjeditor.wording import plain

_LONGEST_TITLE = 60


@dataclass(frozen=True)
class Report:
    """Lines to print, or one JSON text; and whether there is anything to report."""

    lines: tuple[str, ...]
    found: bool


def check_report(project: Project, words: Texts, *, as_json: bool) -> Report:
    """Return what the journey check finds, a line each: ``Map › phase: place: what: rule``; in JSON with reasons."""
    some = findings(project, Cutting(project.language).lines_left)
    worded = FindingWords(project, words)
    maps = {each.id: each for each in project.maps}
    if as_json:
        found = [_finding(each, worded, maps[each.map_id]) for each in some]
        return Report((json.dumps({"findings": found}, indent=1),), bool(some))
    if not some:
        return Report((words.t("Nothing found."),), found=False)
    several = len(project.maps) > 1
    return Report(tuple(_line(each, worded, maps[each.map_id], several) for each in some), found=True)


def _line(finding: Finding, worded: FindingWords, journey_map: JourneyMap, several: bool) -> str:
    title = plain(journey_map.title.strip(), _LONGEST_TITLE) if several else ""
    where = " › ".join(filter(None, (title, worded.phase(finding))))
    parts = (where, worded.place(finding), worded.sentence(finding))
    return f"{': '.join(filter(None, parts))} [{finding.rule}]"


def _finding(finding: Finding, worded: FindingWords, journey_map: JourneyMap) -> dict[str, Any]:
    card = find_card(journey_map, finding.found.about)
    return {
        "rule": finding.rule,
        "title": worded.title(finding.rule),
        "map": finding.map_id,
        "map_title": journey_map.title,
        "phase": finding.phase or None,
        "about": finding.found.about,
        "number": None if card is None else card.number,
        "place": worded.place(finding),
        "message": worded.sentence(finding),
        "why": worded.why(finding.rule),
        "fix": worded.fix(finding) or None,
    }


def diff_report(old: Project, new: Project, words: Texts, *, as_json: bool) -> Report:
    """Return what differs between two projects: the project's own first, then map by map, by meaning."""
    some = comparisons(old, new)
    own = [each for each in differences(old, new) if not each.map_id and each.table != "maps"]
    own += _whole_maps(old, new, [(each.old, each.new) for each in some])
    describer = Describer(old, new, words)
    if as_json:
        content = {
            "project": [_difference(each, describer) for each in own],
            "maps": [_comparison(each, words) for each in some],
        }
        found = bool(own) or any(each.differences for each in some)
        return Report((json.dumps(content, indent=1),), found)
    lines = [describer.sentence(each) for each in own]
    for each in some:
        title = f"{plain(each.new.title.strip(), _LONGEST_TITLE)}: " if len(new.maps) > 1 else ""
        lines += [f"{title}{line_of_row(row, words)}" for row in rows(each, words)]
    return Report(tuple(lines) or (words.t("No differences."),), bool(lines))


def comparisons(old: Project, new: Project) -> list[Comparison]:
    """Return the comparisons of all maps that are in both projects."""
    return [compared(old, before, new, after) for before, after in _pairs_of_maps(old, new)]


def diff_of_maps(comparison: Comparison, words: Texts, *, as_json: bool) -> Report:
    """Return what differs between two maps."""
    found = bool(comparison.differences)
    if as_json:
        return Report((json.dumps({"project": [], "maps": [_comparison(comparison, words)]}, indent=1),), found)
    lines = tuple(line_of_row(row, words) for row in rows(comparison, words))
    return Report(lines or (words.t("No differences."),), found)


def _pairs_of_maps(old: Project, new: Project) -> list[tuple[JourneyMap, JourneyMap]]:
    """Return which maps are compared: those of one id, then of one title, then the only ones that are left."""
    olds, news = list(ordered(old.maps)), list(ordered(new.maps))
    found: dict[str, JourneyMap] = {}
    for is_same in (_has_id, _has_title):
        for after in news:
            before = next((each for each in olds if after.id not in found and is_same(each, after)), None)
            if before is not None:
                found[after.id] = before
                olds.remove(before)
    left = [each for each in news if each.id not in found]
    if len(left) == len(olds) == 1:
        found[left[0].id] = olds[0]
    return [(found[each.id], each) for each in news if each.id in found]


def _has_id(before: JourneyMap, after: JourneyMap) -> bool:
    return before.id == after.id


def _has_title(before: JourneyMap, after: JourneyMap) -> bool:
    return before.state == after.state and bool(before.title.strip()) and same_as(before.title) == same_as(after.title)


def _whole_maps(old: Project, new: Project, pairs: Sequence[tuple[JourneyMap, JourneyMap]]) -> list[Difference]:
    """Return the maps that are on one side only."""
    olds, news = ({each.id for each in side} for side in zip(*pairs, strict=True)) if pairs else (set(), set())
    gone = [Difference("removed", "", "maps", each.id, each.title) for each in ordered(old.maps) if each.id not in olds]
    come = [Difference("added", "", "maps", each.id, each.title) for each in ordered(new.maps) if each.id not in news]
    return gone + come


def _difference(difference: Difference, describer: Describer) -> dict[str, Any]:
    return {
        "what": difference.what,
        "table": difference.table or None,
        "id": difference.record_id or None,
        "field": difference.field or None,
        "message": describer.sentence(difference),
    }


def _comparison(comparison: Comparison, words: Texts) -> dict[str, Any]:
    describer = Describer(comparison.old_project, comparison.new_project, words)
    return {
        "old": {"id": comparison.old.id, "title": comparison.old.title},
        "new": {"id": comparison.new.id, "title": comparison.new.title},
        "differences": [_of_map(each, describer) for each in comparison.differences],
    }


def _of_map(difference: Difference, describer: Describer) -> dict[str, Any]:
    said = _difference(difference, describer) | {"number": difference.number or None}
    if difference.field:
        said["before"] = describer.value(difference.field, difference.before)
        said["after"] = describer.value(difference.field, difference.after)
    return said
