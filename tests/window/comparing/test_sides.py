"""What earlier versions are called where two maps are chosen to be compared."""

from __future__ import annotations

from datetime import UTC, datetime

from cjeditor.storage.history import Kind, Version
from cjeditor.texts import of
from cjeditor.window.comparing.sides import sides_of_versions


def _version(second: int, *, minute: int = 5, kind: Kind = "saved", name: str = "") -> Version:
    when = datetime(2026, 11, 27, 19, minute, second, tzinfo=UTC).astimezone()
    return Version("k", f"v{minute}{second}", kind, when, name, "", None, 0, 0, "")


def test_versions_of_the_same_minute_show_their_seconds_and_what_they_were_kept_for() -> None:
    some = [_version(1), _version(9, kind="found"), _version(20, kind="named", name="Review"), _version(3, minute=6)]
    labels = [each.label for each in sides_of_versions(some, "map_1", of("en"))]
    assert len(set(labels)) == 4
    assert labels[0].endswith(":05:01")
    assert labels[1].startswith("Version as it was found, ")
    assert labels[1].endswith(":05:09")
    assert "“Review”" in labels[2]
    assert labels[3].endswith(":06"), "alone in its minute"
