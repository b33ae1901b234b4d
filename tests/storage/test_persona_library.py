"""Files of personas: written, read back whole, and refused with a sentence where they are hostile or damaged."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cjeditor import texts
from cjeditor.model import rules
from cjeditor.model.edits import maps
from cjeditor.model.edits.persona_library import take_personas
from cjeditor.model.ids import new_id
from cjeditor.model.project import Project, Slider
from cjeditor.storage import limits
from cjeditor.storage.load import FileRefused
from cjeditor.storage.persona_library import read_personas, write_personas
from cjeditor.storage.save import SaveFailed
from cjeditor.wording import sentence
from tests.builders import small_project
from tests.pictures import sign


def project() -> Project:
    made, portrait = maps.add_asset(small_project(), asset_id="as_a", media_type="image/png", data=sign().data)
    return maps.set_persona(
        made, "ps_a", portrait=portrait, sliders=(Slider(left="slow", right="quick", value=90),), campaigns="Spring"
    )


def written(folder: Path, *ids: str) -> Path:
    path = folder / "some.cjpersonas"
    write_personas(path, project(), ids or ("ps_a", "ps_b"))
    return path


def test_what_is_written_is_read_with_pictures_and_channels(tmp_path: Path) -> None:
    found = read_personas(written(tmp_path))
    mine = project()
    assert found.personas == mine.personas
    assert found.channels == mine.channels
    assert [each.sha256 for each in found.assets] == [each.sha256 for each in mine.assets]
    alone = read_personas(written(tmp_path, "ps_b"))
    assert ([each.name for each in alone.personas], alone.channels, alone.assets) == (["Jo"], (), ())


def test_into_another_project_they_come_with_all_that_is_theirs(tmp_path: Path) -> None:
    source = read_personas(written(tmp_path))
    after, made = take_personas(
        Project(maps=small_project().maps[1:]), source, ["ps_a", "ps_b"], new_ids=new_id, replacing=False
    )
    assert len(made) == len(after.personas) == 2
    mia = next(each for each in after.personas if each.name == "Mia")
    assert (mia.campaigns, mia.sliders[0].value, len(mia.preferred_channels)) == ("Spring", 90, 2)
    assert [each.sha256 for each in after.assets] == [mia.portrait]
    assert {each.name for each in after.channels} == {"Shop", "Web"}


def test_those_of_the_same_name_stand_beside_or_are_replaced(tmp_path: Path) -> None:
    source = read_personas(written(tmp_path, "ps_a"))
    here = maps.set_persona(small_project(), "ps_a", name=" mia ", goals="Mine")
    beside, made = take_personas(here, source, ["ps_a"], new_ids=new_id, replacing=False)
    assert len(beside.personas) == 3
    assert made[0] != "ps_a"
    assert beside.channels == here.channels, "channels of the same name and mode are the same"
    replaced, made = take_personas(here, source, ["ps_a"], new_ids=new_id, replacing=True)
    assert made == ["ps_a"]
    assert len(replaced.personas) == 2
    assert replaced.personas[0].campaigns == "Spring"
    assert replaced.personas[0].goals == ""
    assert replaced.maps[0].lead_persona == "ps_a"
    assert rules.problems(replaced) == []


Damage = Callable[[dict[str, Any]], object]


def _wrong_sum(file: dict[str, Any]) -> None:
    file["assets"][0]["data"] = sign(32).data


def _no_picture(file: dict[str, Any]) -> None:
    data = b"no picture"
    file["assets"][0].update(data=base64.b64encode(data).decode(), sha256=hashlib.sha256(data).hexdigest())
    file["personas"][0]["portrait"] = hashlib.sha256(data).hexdigest()


def _twice(file: dict[str, Any]) -> None:
    file["personas"].append(dict(file["personas"][0]))


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda file: file.update(format="cjeditor-project"), "not-personas"),
        (lambda file: file.update(version=7), "too-new"),
        (lambda file: file.update(version=1.5), "not-personas"),
        (lambda file: file.update(extra=1), "not-personas"),
        (lambda file: file["personas"][0].update(script="x"), "not-personas"),
        (lambda file: file["personas"][0].update(name="\u0000"), "not-personas"),
        (lambda file: file["personas"][0].update(sliders=[{"value": 101}]), "not-personas"),
        (lambda file: file.update(personas=file["personas"] * 300), "not-personas"),
        (lambda file: file.update(channels=[]), "library-damaged"),
        (lambda file: file.update(assets=[]), "library-damaged"),
        (_twice, "library-damaged"),
        (_wrong_sum, "library-damaged"),
        (_no_picture, "library-damaged"),
    ],
    ids=[
        "a project",
        "newer",
        "no version",
        "a field more",
        "a persona's field more",
        "a control character",
        "beyond a slider",
        "too many",
        "channels gone",
        "pictures gone",
        "an id twice",
        "another picture",
        "no picture",
    ],
)
def test_hostile_files_are_refused_with_a_sentence(tmp_path: Path, damage: Damage, code: str) -> None:
    path = written(tmp_path)
    file = json.loads(path.read_text(encoding="utf-8"))
    damage(file)
    path.write_text(json.dumps(file), encoding="utf-8")
    with pytest.raises(FileRefused) as caught:
        read_personas(path)
    (problem,) = caught.value.problems
    assert problem.code == code
    assert sentence(problem, texts.of("de")).endswith(".")


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"[" * 100_000, b'{"format": "cjeditor-personas"}', b"null"])
def test_what_is_no_such_file_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.cjpersonas"
    path.write_bytes(data)
    with pytest.raises(FileRefused) as caught:
        read_personas(path)
    assert caught.value.problems[0].code == "not-personas"


def test_files_that_cannot_be_reached_or_are_too_big(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path, code in ((tmp_path / "none", "not-found"), (tmp_path, "is-a-folder")):
        with pytest.raises(FileRefused) as caught:
            read_personas(path)
        assert caught.value.problems[0].code == code
    path = written(tmp_path)
    monkeypatch.setattr(limits, "LIBRARY_SIZE", 100)
    with pytest.raises(FileRefused) as caught:
        read_personas(path)
    assert caught.value.problems[0].code == "library-too-big"
    with pytest.raises(SaveFailed) as failed:
        write_personas(tmp_path / "gone" / "x", project(), ["ps_a"])
    assert failed.value.problem.code == "folder-gone"
