"""Keys that stand twice are found, and where none does, counting is enough to know."""

from __future__ import annotations

import json
import re

import pytest
from pydantic_core import from_json

from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.storage import keys
from cjeditor.storage.load import loads
from cjeditor.storage.parse import ProjectForm
from cjeditor.storage.save import dumps
from tests.builders import big_project, small_project


def surely_once(data: bytes) -> bool:
    return keys.surely_once(data, ProjectForm.model_validate_json(data))


@pytest.mark.parametrize(
    "project",
    [
        Project(),
        small_project(),
        big_project(200),
        replace(small_project(), title='at 10:30: “a\\" : b”'),
    ],
)
def test_counting_is_enough_for_files_of_ours(project: Project) -> None:
    assert surely_once(dumps(project))
    assert keys.twice(dumps(project)) == []


@pytest.mark.parametrize("separators", [(",", ":"), (", ", ": "), (" , ", " : "), ("\n,\t", "\t: ")])
def test_and_for_those_of_others(separators: tuple[str, str]) -> None:
    data = dumps(replace(small_project(), title="a: b"))
    assert surely_once(json.dumps(json.loads(data), separators=separators, indent=None).encode())


def test_whatever_key_is_doubled_it_is_noticed() -> None:
    data = dumps(replace(small_project(), client="one: two"))
    places = [found.start() for found in re.finditer(rb'"\w+": ?("[^"]*"|-?\d+)', data)]
    assert len(places) > 150
    for place in places:
        field = re.match(rb'"\w+": ?("[^"]*"|-?\d+)', data[place:])
        assert field is not None
        for extra in (field[0] + b",", field[0].replace(b":", b" : ", 1) + b" ,"):
            doubled = data[:place] + extra + data[place:]
            assert from_json(doubled) == from_json(data)
            assert not surely_once(doubled)
            assert len(keys.twice(doubled)) == 1


@pytest.mark.parametrize("title", [":-)", '{"a": "b"}'])
def test_colons_next_to_quotes_in_a_text_only_mean_a_closer_look(title: str) -> None:
    data = dumps(Project(title=title))
    assert not surely_once(data)
    assert keys.twice(data) == []
    assert loads(data, "x").title == title
