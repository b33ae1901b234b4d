"""The form of project files: what stands where, and that git sees a change as small as it is."""

from __future__ import annotations

import json
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from cjeditor.model.edits.moves import move_cards
from cjeditor.model.project import Asset, Persona, Project, Settings
from cjeditor.model.replace import replace
from cjeditor.storage.load import load, loads
from cjeditor.storage.save import dumps, save
from tests.builders import MAP, big_project, small_project


def test_an_empty_project_is_one_short_line_and_the_end() -> None:
    assert dumps(Project()) == b'{"format": "cjeditor-project", "version": 2\n}\n'


def test_fields_stand_in_the_order_of_the_records_with_defaults_left_out_and_a_record_a_line() -> None:
    text = dumps(small_project()).decode()
    lines = text.split("\n")
    assert lines[:7] == [
        '{"format": "cjeditor-project", "version": 2,',
        '"title": "Sample",',
        '"channels": [',
        '{"id":"ch_a","name":"Shop","mode":"offline"},',
        '{"id":"ch_b","name":"Web","icon":"globe"}',
        "],",
        '"personas": [',
    ]
    assert lines[-2:] == ["}", ""]
    assert (
        '{"id":"tp_b","number":2,"step":"st_a","lane":"ln_a","rank":"a1","title":"Talk","contact":"third_party"},'
        in lines
    )
    assert '"language"' not in text
    assert '"settings"' not in text


def test_it_is_json_that_other_programs_read() -> None:
    document = json.loads(dumps(small_project()))
    assert (document["format"], document["version"]) == ("cjeditor-project", 2)
    assert [card["id"] for card in document["maps"][0]["touchpoints"]] == ["tp_a", "tp_b", "tp_c", "tp_d"]


def test_letters_stay_letters() -> None:
    title = 'Käufer\u202f→ “Ἀθῆναι” \U0001f600 \\ " / \u2028'
    data = dumps(Project(title=title))
    assert "Käufer\u202f→ “Ἀθῆναι” \U0001f600".encode() in data
    assert loads(data, "x").title == title


def test_pictures_and_settings_are_kept() -> None:
    picture = Asset(id="as_a", sha256=sha256(b"hallo").hexdigest(), media_type="image/png", data="aGFsbG8=")
    project = Project(
        personas=(Persona(id="ps_a", name="Mia", portrait=picture.sha256),),
        assets=(picture,),
        settings=Settings(emotion_labels=("1", "2", "3", "4", "5"), paper="A3"),
    )
    assert loads(dumps(project), "x") == project


def test_pictures_that_nothing_names_any_more_are_left_out() -> None:
    picture = Asset(id="as_a", sha256=sha256(b"hallo").hexdigest(), media_type="image/png", data="aGFsbG8=")
    assert dumps(Project(title="T", assets=(picture,))) == dumps(Project(title="T"))


@pytest.mark.parametrize("project", [Project(), small_project(), big_project(0), big_project(300)])
def test_what_is_written_is_read_again_and_written_the_same(project: Project) -> None:
    data = dumps(project)
    again = loads(data, "x")
    assert again == project
    assert dumps(again) == data


def test_lines_in_any_order_are_read_as_the_same_project() -> None:
    data = dumps(small_project())
    lines = data.split(b"\n")
    first = next(at for at, line in enumerate(lines) if line.startswith(b'{"id":"tp_a"'))
    lines[first], lines[first + 1] = lines[first + 1], lines[first]
    other = lines.index(b'{"id":"ch_a","name":"Shop","mode":"offline"},')
    lines[other], lines[other + 1] = lines[other + 1] + b",", lines[other].removesuffix(b",")
    shuffled = b"\n".join(lines)
    assert shuffled != data
    assert loads(shuffled, "x") == small_project()


def test_a_moved_card_is_one_line_for_git(tmp_path: Path) -> None:
    file = tmp_path / "journey.cjmap"
    before = big_project(60)
    save(before, file, expected=None)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", file.name)
    card = before.maps[0].touchpoints[20]
    target = before.maps[0].steps[0].id
    assert card.step != target
    after = move_cards(load(file), MAP, [card.id], step=target, lane=card.lane, index=1)
    save(after, file, expected=None)
    assert git(tmp_path, "diff", "--numstat") == f"1\t1\t{file.name}\n"
    assert load(file) == after


def test_a_changed_title_of_the_map_is_one_line_for_git(tmp_path: Path) -> None:
    file = tmp_path / "journey.cjmap"
    before = small_project()
    save(before, file, expected=None)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", file.name)
    save(
        replace(before, maps=(replace(before.maps[0], scenario="Zwei\nZeilen"), *before.maps[1:])), file, expected=None
    )
    assert git(tmp_path, "diff", "--numstat") == f"1\t0\t{file.name}\n"


def git(folder: Path, *arguments: str) -> str:
    nobody = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "HOME": str(folder), "LC_ALL": "C"}
    path = {"PATH": "/usr/local/bin:/usr/bin:/bin"}
    result = subprocess.run(
        ["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True, env=nobody | path
    )
    return result.stdout
