"""What is told of an unforeseen exception: where in the program it happened and of which kind, and nothing personal.

Sentences of exceptions may hold whatever the program was working on: titles, names of files, what somebody typed. Only
those are told that speak of the program itself. Paths of code are told without where the program is installed.
"""

from __future__ import annotations

import platform
import re
import sysconfig
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final

import PySide6
from PySide6.QtCore import qVersion

from cjeditor import __version__

LEFT_OUT: Final = "(sentence left out)"
"""Stands for what an exception says where that may be personal."""

_MOST_FRAMES: Final = 60
_MOST_CAUSES: Final = 8
_LONGEST: Final = 300

_SPEAKS_OF_CODE: Final = (AttributeError, ImportError, NameError, TypeError)
"""They name attributes, modules and types: quoted names of other forms are left out."""

_SENTENCES: Final = (
    r"(libshiboken: )?Internal C\+\+ object \([\w.]+\) already deleted\.?",
    r"[\w.]+ index out of range",
    r"(division|float division|integer division or modulo) by zero",
    r"maximum recursion depth exceeded.{0,80}",
    r"(dictionary|Set|deque) (changed|mutated).{0,60}iteration",
    r"pop from (an )?empty \w+",
    r"not enough values to unpack \(expected \d+, got \d+\)",
    r"too many values to unpack \(expected \d+\)",
)
"""Of exceptions of any kind, these are told whole."""

_TOLD = re.compile("|".join(f"(?:{sentence})" for sentence in _SENTENCES), re.DOTALL)
_QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"|“([^”]*)”")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*")
_CODE = re.compile(r"[A-Za-z0-9_ .,()<>|\[\]:'+*=?-]*")
_LIBRARIES: Final = ("site-packages", "dist-packages", "cjeditor")


@dataclass(frozen=True)
class Report:
    """An unforeseen exception, for people: `summary` in one line, `text` with everything a developer needs."""

    summary: str
    text: str


def report(kind: type[BaseException], value: BaseException | None, trace: TracebackType | None) -> Report:
    """Return what there is to say about an exception."""
    setting = (
        f"cjeditor {__version__}, Python {platform.python_version()}, Qt {qVersion()}, PySide {PySide6.__version__}, "
        f"{platform.platform()}"
    )
    summary = _summary(kind, value)
    parts = [*_causes(value), *_frames(trace), summary]
    return Report(summary, "\n".join([setting, "", *parts]) + "\n")


def _summary(kind: type[BaseException], value: BaseException | None) -> str:
    said = _sentence(kind, value)
    name = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
    return f"{name}: {said}" if said else name


def _sentence(kind: type[BaseException], value: BaseException | None) -> str:
    """Return what an exception says, as far as that may be told."""
    problem = getattr(value, "problem", None)
    code = getattr(problem, "code", None)
    if isinstance(code, str):  # our own: of what it says, only what it is about is no text of a person
        return code if _CODE.fullmatch(code) else LEFT_OUT
    if isinstance(value, OSError):  # not the file
        return f"errno {value.errno}" if value.errno is not None else LEFT_OUT
    try:
        said = str(value) if value is not None else ""
    except Exception:  # noqa: BLE001  an exception that cannot even say what it is
        return LEFT_OUT
    if not said or _TOLD.fullmatch(said):
        return said
    if not issubclass(kind, _SPEAKS_OF_CODE):
        return LEFT_OUT
    plain = _QUOTED.sub(_name_or_nothing, said)
    return plain[:_LONGEST] if _CODE.fullmatch(plain) else LEFT_OUT


def _name_or_nothing(found: re.Match[str]) -> str:
    name = next((part for part in found.groups() if part is not None), "")
    return f"'{name}'" if _NAME.fullmatch(name) else "(..)"


def _causes(value: BaseException | None) -> Iterator[str]:
    """Yield what came before: the exceptions that this one followed, the first one first."""
    chain: list[BaseException] = []
    seen = {id(value)}
    while value is not None and len(chain) < _MOST_CAUSES:
        value = value.__cause__ or (None if value.__suppress_context__ else value.__context__)
        if value is None or id(value) in seen:
            break
        seen.add(id(value))
        chain.append(value)
    for one in reversed(chain):
        yield from _frames(one.__traceback__)
        yield _summary(type(one), one)
        yield ""


def _frames(trace: TracebackType | None) -> Iterator[str]:
    """Yield the way through the code, with its lines, which hold nothing of the person's."""
    frames = traceback.extract_tb(trace)
    if not frames:
        return
    yield "Traceback (most recent call last):"
    for frame in frames[-_MOST_FRAMES:]:
        yield f'  File "{_place(frame.filename)}", line {frame.lineno}, in {frame.name}'
        if frame.line:
            yield f"    {frame.line}"


def _place(file: str) -> str:
    """Return a file of code from its library on, without the folders that it is installed in."""
    parts = Path(file).parts
    for library in _LIBRARIES:
        if library in parts[:-1]:
            at = len(parts) - 1 - parts[::-1].index(library)
            return "/".join(parts[at if library == "cjeditor" else at + 1 :])
    standard = sysconfig.get_path("stdlib")
    if standard and Path(file).is_relative_to(standard):
        return Path(file).relative_to(standard).as_posix()
    return parts[-1] if parts else file
