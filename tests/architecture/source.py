"""Reads the program's source for the tests of this folder."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]

Node = TypeVar("Node", bound=ast.AST)


@dataclass(frozen=True)
class Module:
    """One file of Python source. It is parsed, once, when a test first looks into it: collecting must cost nothing."""

    name: str
    """Path from the checkout, with forward slashes."""
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The source as Python understands it."""
        return ast.parse(self.text)

    def nodes(self, kind: type[Node]) -> Iterator[Node]:
        """Yield every node of a kind."""
        return (node for node in self._nodes if isinstance(node, kind))

    @cached_property
    def _nodes(self) -> tuple[ast.AST, ...]:
        return tuple(ast.walk(self.tree))


def modules(*folders: str) -> tuple[Module, ...]:
    """Return the modules below the named folders of the checkout, in order."""
    return tuple(module for folder in folders for module in _modules_in(folder))


@cache
def _modules_in(folder: str) -> tuple[Module, ...]:
    paths = sorted((ROOT / folder).rglob("*.py"))
    return tuple(Module(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in paths)


@cache
def committed_texts() -> tuple[tuple[str, str], ...]:
    """Return name and text of each file that is, or is about to be, part of the project; pictures left out."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = []
    for name in sorted(set(listed.stdout.split("\0"))):
        path = ROOT / name
        if name and path.is_file():
            data = path.read_bytes()
            if b"\0" not in data:
                found.append((name, data.decode("utf-8")))
    return tuple(found)
