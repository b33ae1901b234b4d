"""From the file format of older programs to today's: numbered steps on dictionaries, one for each version."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from cjeditor.model.problem import Problem

VERSION = 2
"""The version that this program writes. It grows when an older program could not read a new file without loss."""

Document = dict[str, Any]
"""A project file as the JSON parser gives it, with `format` and `version`."""

Step = Callable[[Document], Document]
"""Takes a document of one version and returns it in the form of the next; need not care about `version`."""


def _to_voting_and_views(document: Document) -> Document:
    """Version 2 knows voting rounds, saved views, parked cards with all their fields, and the craft's figures.

    The one effect of an action became that on the customer, beside the one on the business; all else stays.
    """
    actions = document.get("actions")
    for action in actions if isinstance(actions, list) else ():
        if isinstance(action, dict) and "effect" in action:
            action["effect_on_customer"] = action.pop("effect")
    return document


STEPS: Mapping[int, Step] = MappingProxyType({1: _to_voting_and_views})
"""Steps by the version they start from. Version 1 is the first there was."""


class Unknown(Exception):
    """No step starts from the document's version; `problem` says so."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.problem = Problem("unknown-version", params={"version": version})


def migrated(document: Document, *, steps: Mapping[int, Step] = STEPS, to: int = VERSION) -> Document:
    """`document` in the form of version `to`; the one passed in stays as it is.

    Raises Unknown if a step is missing. What a step raises on a document of an unexpected shape goes through.
    """
    document = copy.deepcopy(document)
    while (version := document["version"]) != to:
        if version > to or version not in steps:
            raise Unknown(version)
        document = steps[version](document)
        document["version"] = version + 1
    return document
