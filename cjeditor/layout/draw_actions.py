"""The mark of a card that something is done about: an empty box while an action is open, a ticked one when all are."""

from __future__ import annotations

from cjeditor.analysis.acting import Acting
from cjeditor.texts import Texts

OPEN, DONE = "square", "check-square"


def action_sign(acting: Acting, words: Texts) -> tuple[str, str, str]:
    """The mark's icon, what stands beside it, and its colour: how many there are, or how many of them are done."""
    total = words.number(acting.total)
    if not acting.still_open:
        return DONE, total, "secondary"
    return OPEN, f"{words.number(acting.done)}/{total}" if acting.done else total, "primary"


def actions_said(acting: Acting, words: Texts) -> str:
    """The mark in words; nothing where there is none."""
    if not acting.total:
        return ""
    said = words.tn("{n} action", "{n} actions", acting.total)
    if not acting.done:
        return said
    done = words.t("all done") if not acting.still_open else words.t("{n} done", n=words.number(acting.done))
    return words.t("{actions}, {done}", actions=said, done=done)
