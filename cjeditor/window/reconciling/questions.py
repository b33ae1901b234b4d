"""What the dialogue about a merge says: what each side changed, and what has to be decided, in words."""

from __future__ import annotations

from typing import Any

from cjeditor.analysis.comparing import Difference, differences
from cjeditor.difference_wording import Describer
from cjeditor.model.project import Project
from cjeditor.model.three_way import Clash, Merged
from cjeditor.model.voting import VotingRound
from cjeditor.texts import Texts
from cjeditor.window.reconciling.dialog import Question

_LONGEST = 400
"""Letters of a text that people compare before they choose between two: of longer ones the part that differs."""


def sentences(before: Project, after: Project, words: Texts) -> list[str]:
    """Return what leads from one state to the other, a sentence each."""
    describer = Describer(before, after, words)
    return [describer.sentence(each) for each in differences(before, after)]


def questions(both: Merged, mine: Project, theirs: Project, words: Texts) -> list[Question]:
    """Return the clashes of a merge in words."""
    describer = Describer(mine, theirs, words)
    return [_question(clash, describer, words) for clash in both.clashes]


def _question(clash: Clash, describer: Describer, words: Texts) -> Question:
    map_id, table, record_id, field = clash.place
    record = next((side for side in (clash.mine, clash.theirs, clash.base) if not field and side is not None), None)
    about = describer.about(Difference("changed", map_id, table, record_id, "", 0, field), record)
    if table == "rounds" and not field and clash.mine is not None and clash.theirs is not None:
        mine, theirs = (_round(side, words) for side in (clash.mine, clash.theirs))
    elif field == "rank":
        mine, theirs = words.t("the order on screen"), words.t("the order in the file")
    elif field:
        mine, theirs = describer.both_values(field, clash.mine, clash.theirs, _LONGEST)
    else:
        mine, theirs = (_whole(side, clash.base, words) for side in (clash.mine, clash.theirs))
    return Question(clash.place, about, mine, theirs, clash.taken)


def _whole(record: Any, base: Any, words: Texts) -> str:
    """Say what became of a record on one side."""
    if base is None:
        return words.t("is not there") if record is None else words.t("is there")
    return words.t("deleted") if record is None else words.t("changed")


def _round(one: VotingRound, words: Texts) -> str:
    """Say how far a round of voting has come on one side."""
    ballots = words.tn("{n} ballot", "{n} ballots", len(one.ballots))
    dots = words.tn("{n} dot", "{n} dots", sum(one.tally().values()))
    if one.is_open:
        return words.t("open, {ballots}, {dots}", ballots=ballots, dots=dots)
    return words.t("closed, {ballots}, {dots}", ballots=ballots, dots=dots)
