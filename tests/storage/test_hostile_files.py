"""Every hostile file is refused with the expected message, in one line, and every hostile string is data."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from cjeditor import cli, texts
from cjeditor.model.fields import Id, Sha256
from cjeditor.model.ids import MAP_PREFIXES, PROJECT_PREFIXES
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.pictures import size_of
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.storage.diagnosis import Unreadable
from cjeditor.storage.load import FileRefused, loads
from cjeditor.storage.mending import mended
from cjeditor.storage.migrations import VERSION
from cjeditor.storage.save import dumps
from cjeditor.wording import line, place, sentence
from tests.hostile_strings import STRINGS
from tests.model.saying import saying
from tests.pictures import asset_of, illustrated
from tests.storage.hostile import fields, foreign, pictures, references, syntax
from tests.storage.hostile.case import Case, text_of, with_value

GROUPS = {
    "foreign": foreign.CASES,
    "syntax": syntax.CASES,
    "fields": fields.CASES,
    "references": references.CASES,
    "pictures": pictures.CASES,
}
ALL = tuple(case for cases in GROUPS.values() for case in cases)
LONGEST_LINE = 1_000
ID_PATTERN, SHA_PATTERN = (get_args(kind)[1].pattern for kind in (Id, Sha256))


def problems_of(case: Case) -> tuple[Problem, ...]:
    with pytest.raises(FileRefused) as refused:
        loads(case.data, case.name)
    return refused.value.problems


def is_one_line(text: str) -> bool:
    """Whether a terminal would show the text as one line, and would not obey it."""
    return len(text) < LONGEST_LINE and not any(
        unicodedata.category(letter) in ("Cc", "Zl", "Zp", "Cs")
        or letter in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        for letter in text
    )


def test_there_are_hundreds_of_them() -> None:
    assert len(ALL) >= 500
    assert [name for name, count in Counter(case.name for case in ALL).items() if count > 1] == []
    assert len({case.data for case in ALL}) > len(ALL) - 10, "nearly all are different files"
    assert len(set(STRINGS)) == len(STRINGS) >= 150


def test_no_field_that_names_another_record_is_forgotten() -> None:
    found = set()
    for name in (*PROJECT_PREFIXES, *MAP_PREFIXES):
        owner = Project if name in PROJECT_PREFIXES else JourneyMap
        (kind, _) = get_args(owner.model_fields[name].annotation)
        for field, info in kind.model_fields.items():
            patterns = str((info.annotation, info.metadata))
            if field not in ("id", "sha256") and any(repr(form) in patterns for form in (ID_PATTERN, SHA_PATTERN)):
                found.add((name, field))
    assert found | {("rounds", "ballots")} == references.REFERENCES | references.WEAK


@pytest.mark.parametrize("group", GROUPS)
def test_each_is_refused_as_expected(group: str) -> None:
    wrong = [(case.name, told) for case in GROUPS[group] if not case.is_met_by((told := problems_of(case))[0])]
    assert wrong == []


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_what_is_said_of_each_is_one_line_and_names_the_remedy(language: str) -> None:
    words = texts.of(language)
    for case in ALL:
        for problem in problems_of(case):
            for said in (line(case.name, problem, words), sentence(problem, words), place(problem.where, words, {})):
                assert is_one_line(said), (case.name, said)
            assert sentence(problem, words).count(".") >= 2
            assert "{" not in sentence(problem, words).replace(str(problem.params.get("value", "")), ""), case.name


def test_opening_mends_nothing_but_pictures() -> None:
    for case in ALL:
        of_a_picture = case.where is not None and case.where[:1] == ("assets",)
        if of_a_picture and case.reason != "extra_forbidden" and case.code != "id-twice":
            project, lost = mended(case.data)
            assert (lost.pictures, project.assets) == (1, ()), case.name
        else:
            with pytest.raises(Unreadable) as refused:
                mended(case.data)
            assert refused.value.problems == problems_of(case), case.name


def test_the_command_line_says_one_line_for_each_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = []
    for number, case in enumerate(ALL):
        file = tmp_path / f"{number}.cjmap"
        file.write_bytes(case.data)
        files.append(str(file))
    assert cli.main(["validate", "--lang", "en", *files]) == cli.BAD_INPUT
    told = capsys.readouterr()
    assert told.out == ""
    lines = told.err.split("\n")[:-1]
    assert [said for said in lines if not is_one_line(said)] == []
    assert {said.split(": ")[0] for said in lines} == set(files), (
        "each line begins with its file, and each file has one"
    )


def test_strings_are_data() -> None:
    for text in STRINGS:
        project = saying(text)
        data = dumps(project)
        assert loads(data, "x") == project, text
        assert dumps(loads(data, "x")) == data


def test_what_is_said_about_a_record_with_such_a_name_is_one_line(tmp_path: Path) -> None:
    for text in STRINGS:
        for data in (
            with_value("maps", "title", text, "map_1").replace(b'"emotion": 1', b'"emotion": 9'),
            with_value("touchpoints", "contact", text, "tp_c"),
            with_value("touchpoints", "channel", text, "tp_c"),
            text_of({"format": "cjeditor-project", "version": VERSION, text or "x": 1}),
        ):
            with pytest.raises(FileRefused) as refused:
                loads(data, "x")
            for problem in refused.value.problems:
                for language in texts.LANGUAGES:
                    said = line(text, problem, texts.of(language))
                    assert is_one_line(said), (text, said)


@pytest.mark.parametrize("name", pictures.SOUND_BUT_NOT_DRAWN)
def test_a_picture_that_is_none_is_kept_and_not_drawn(name: str) -> None:
    asset = asset_of(pictures.SOUND_BUT_NOT_DRAWN[name])
    project = illustrated(asset)
    assert loads(dumps(project), "x") == project
    assert size_of(asset) is None
