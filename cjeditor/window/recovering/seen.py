"""Left work as it was read: the project, and what restoring it would change in its file."""

from __future__ import annotations

from dataclasses import dataclass

from cjeditor.analysis.comparing import differences
from cjeditor.difference_wording import sentences
from cjeditor.model.project import Project
from cjeditor.storage.load import FileRefused, open_file
from cjeditor.storage.recovery import Recovery, Snapshot
from cjeditor.texts import Texts
from cjeditor.wording import sentence, what


@dataclass(frozen=True)
class Seen:
    """Left work that was read: what it differs in from its file, in words; `project` is None where it is damaged."""

    snapshot: Snapshot
    project: Project | None
    heading: str
    differences: tuple[str, ...] = ()


def seen(recovery: Recovery, snapshot: Snapshot, words: Texts) -> Seen:
    """Read left work, and its file, and say what restoring would change in it."""
    try:
        project = recovery.load(snapshot)
    except FileRefused as refused:
        return Seen(snapshot, None, sentence(refused.problems[0], words))
    if snapshot.path is None:
        return Seen(snapshot, project, words.t("This was never saved to a file."))
    try:
        file = open_file(snapshot.path)
    except FileRefused as refused:
        reason = what(refused.problems[0], words)
        return Seen(snapshot, project, words.t("It cannot be compared with its file: {reason}.", reason=reason))
    found = differences(file.project, project)
    if not found:
        return Seen(snapshot, project, words.t("The file holds all of it: nothing differs."))
    heading = words.tn("{n} difference from the file", "{n} differences from the file", len(found))
    if snapshot.fingerprint is not None and snapshot.fingerprint.sha256 != file.fingerprint.sha256:
        heading = f"{heading}\n{words.t('Somebody has saved the file since then; restoring does not touch it.')}"
    return Seen(snapshot, project, heading, sentences(found, file.project, project, words))
