"""The folders of the user in which the program keeps things of its own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import platformdirs

_NAME = "cjeditor"
_OVERRIDE = "CJEDITOR_HOME"


def state_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where recovery copies and logs lie. CJEDITOR_HOME, where set, holds all folders. Need not exist yet."""
    return _folder(environment, "state") or platformdirs.user_state_path(_NAME, appauthor=False)


def config_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where preferences lie. Need not exist yet."""
    return _folder(environment, "config") or platformdirs.user_config_path(_NAME, appauthor=False)


def data_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the user's own templates lie. Need not exist yet."""
    return _folder(environment, "data") or platformdirs.user_data_path(_NAME, appauthor=False)


def tidy(path: Path) -> Path:
    """The path from the root of the system, without `..` on the way; links stay what they are."""
    return Path(os.path.abspath(path))  # noqa: PTH100  Path.absolute keeps the `..`, Path.resolve follows links


def _folder(environment: Mapping[str, str], name: str) -> Path | None:
    home = environment.get(_OVERRIDE, "")
    return Path(home) / name if home else None


def same_file(one: Path, other: Path) -> bool:
    """Whether both names lead to one file, through links too; of files that are not there the names are compared."""
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()
