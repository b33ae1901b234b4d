"""The report of an unforeseen exception says where and of which kind, and nothing of the person."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cjeditor.model.problem import EditRefused, Problem
from cjeditor.model.project import Channel
from cjeditor.storage.load import load
from cjeditor.window.crash_report import LEFT_OUT, Report, report
from tests.hostile_strings import STRINGS

TITLE = "Käufer Müller zahlt nicht"


def told(work: Callable[[], object]) -> Report:
    try:
        work()
    except BaseException as error:  # noqa: BLE001  whatever it is
        return report(type(error), error, error.__traceback__)
    raise AssertionError(work)


def key_error() -> None:
    {}[TITLE]  # type: ignore[index]  # meant to fail


def in_chain() -> None:
    try:
        key_error()
    except KeyError as error:
        raise ValueError(TITLE) from error


def in_context() -> None:
    try:
        key_error()
    except KeyError:
        None.strip()  # type: ignore[attr-defined]  # meant to fail


def refused() -> None:
    raise EditRefused(Problem("wrong-lane", (TITLE,), {"number": 4, "lane": TITLE}))


def named() -> None:
    eval("missing_name")  # noqa: S307  a name that there is not, as in a slip of the pen


def added() -> None:
    str("a" + 1)  # type: ignore[operator]  # meant to fail


def quoted() -> None:
    raise TypeError(f"cannot use '{TITLE}' as 'Touchpoint'")


def spoken() -> None:
    raise TypeError(f"cannot use {TITLE}")


def no_words() -> None:
    class Speechless(Exception):
        def __str__(self) -> str:
            raise RuntimeError(TITLE)

    raise Speechless


PERSONAL: dict[str, tuple[Callable[[], object], str]] = {
    "a key": (key_error, f"KeyError: {LEFT_OUT}"),
    "a number": (lambda: int(TITLE), f"ValueError: {LEFT_OUT}"),
    "an encoding": (lambda: TITLE.encode("ascii"), f"UnicodeEncodeError: {LEFT_OUT}"),
    "a file": (lambda: Path("/nowhere", TITLE).read_bytes(), "FileNotFoundError: errno 2"),
    "a project": (lambda: load(Path("/nowhere", TITLE)), f"cjeditor.storage.load.FileRefused: {LEFT_OUT}"),
    "JSON": (lambda: json.loads(TITLE), f"json.decoder.JSONDecodeError: {LEFT_OUT}"),
    "an edit": (refused, "cjeditor.model.problem.EditRefused: wrong-lane"),
    "a record": (lambda: Channel(id=TITLE, name=TITLE), f"pydantic_core._pydantic_core.ValidationError: {LEFT_OUT}"),
    "an assertion": (lambda: pytest.fail(TITLE), f"_pytest.outcomes.Failed: {LEFT_OUT}"),
    "a cause": (in_chain, f"ValueError: {LEFT_OUT}"),
    "a context": (in_context, "AttributeError: 'NoneType' object has no attribute 'strip'"),
    "a quoted text": (quoted, "TypeError: cannot use (..) as 'Touchpoint'"),
    "a spoken text": (spoken, f"TypeError: {LEFT_OUT}"),
    "no words": (no_words, f"tests.window.test_crash_report.{no_words.__name__}.<locals>.Speechless: {LEFT_OUT}"),
}


@pytest.mark.parametrize("name", PERSONAL)
def test_nothing_personal_is_told(name: str) -> None:
    work, summary = PERSONAL[name]
    said = told(work)
    assert [part for part in TITLE.split() if part in said.text] == []
    assert said.summary.split(": ")[-1] == summary.split(": ")[-1]
    assert said.summary.split(": ")[0].endswith(summary.split(": ")[0].split(".")[-1])
    assert "Traceback (most recent call last):" in said.text


def test_what_speaks_of_the_program_is_told() -> None:
    for work, summary in (
        (lambda: [][int("1")], "IndexError: list index out of range"),
        (lambda: 1 / 0, "ZeroDivisionError: division by zero"),
        (named, "NameError: name 'missing_name' is not defined"),
        (added, "TypeError: can only concatenate str (not 'int') to str"),
    ):
        assert told(work).summary == summary


def test_causes_are_told_before_what_followed() -> None:
    text = told(in_chain).text
    assert text.index("KeyError") < text.index("ValueError")
    assert text.count("in key_error") == 1


def test_neither_home_nor_user_nor_where_the_program_lies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    said = told(lambda: load(Path.home() / "ada" / "map.cjmap"))
    assert str(Path.home()) not in said.text
    assert "map.cjmap" not in said.text.replace('"map.cjmap"', "")
    assert sys.prefix not in said.text
    assert str(Path(__file__).parents[2]) not in said.text
    assert 'File "cjeditor/storage/load.py"' in said.text


def test_no_hostile_string_is_told() -> None:
    for text in STRINGS:
        if len(text.strip()) < 4:
            continue

        def fail(text: str = text) -> None:
            raise ValueError(text)

        assert told(fail).summary in (f"ValueError: {LEFT_OUT}", "ValueError")


def test_exceptions_that_go_round_in_a_circle_end() -> None:
    first, second = ValueError("a"), KeyError("b")
    first.__cause__, second.__cause__ = second, first
    assert report(ValueError, first, None).text.count("KeyError") == 1
    assert report(ValueError, None, None).summary == "ValueError"
