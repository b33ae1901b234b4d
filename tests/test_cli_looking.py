"""The verbs whose answer is a yes or no: check and diff."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cjeditor import cli, texts, usage
from cjeditor.model.edits.cards import set_emotion
from cjeditor.model.edits.checks import follow_rules
from cjeditor.model.edits.copies import duplicate_map
from cjeditor.model.edits.maps import add_persona, set_map
from cjeditor.model.ids import new_id
from cjeditor.model.project import Project
from cjeditor.storage.save import save
from tests.builders import MAP, small_project
from tests.export import reading

pytestmark = pytest.mark.usefixtures("english_shell")

SAMPLES = Path(__file__).parents[1] / "resources" / "samples"


def run(*arguments: str | Path) -> int:
    return cli.main([str(argument) for argument in arguments])


def kept(project: Project, path: Path) -> Path:
    save(project, path, expected=None)
    return path


def test_check_says_what_it_found_where_and_by_which_rule(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = kept(small_project(), tmp_path / "a.cjmap")
    assert run("check", path) == 3
    out, err = capsys.readouterr()
    assert err == ""
    lines = out.splitlines()
    assert "A first home › Need: Phase “Need”: No counter-measure for “Pause” [open-drop-off]" in lines
    assert (
        "A first home › Need: Touchpoint 1 “Advert”: "
        "The hand-off to Touchpoint 3 “Search” is broken [broken-hand-off]" in lines
    )
    assert "Later: Map “Later”: Nothing lies on this map yet [empty-phase]" in lines
    assert run("check", path, "--lang", "de") == 3
    assert "Bruch bei der Übergabe an Touchpoint 3 „Search“ [broken-hand-off]" in capsys.readouterr().out


def test_check_for_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = kept(small_project(), tmp_path / "a.cjmap")
    assert run("check", path, "--json") == 3
    out = capsys.readouterr().out
    assert out.isascii()
    found = json.loads(out)["findings"]
    (broken,) = (each for each in found if each["rule"] == "broken-hand-off")
    assert (broken["map"], broken["phase"], broken["about"], broken["number"]) == (MAP, "ph_a", "tp_a", 1)
    assert broken["title"] == "Broken hand-off"
    assert broken["fix"] is None
    assert broken["why"]


def test_check_finds_nothing_where_no_rule_is_followed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", kept(small_project(), tmp_path / "a.cjmap"), "--json") == 3
    rules = {each["rule"] for each in json.loads(capsys.readouterr().out)["findings"]}
    usual = dict.fromkeys(rules, True)
    quiet = follow_rules(small_project(), dict.fromkeys(rules, False), usual)
    path = kept(quiet, tmp_path / "b.cjmap")
    assert run("check", path) == 0
    assert capsys.readouterr() == ("Nothing found.\n", "")
    assert run("check", path, "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"findings": []}


@pytest.mark.parametrize("verb", ["check", "diff"])
def test_a_file_that_cannot_be_read_is_bad_input(verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.cjmap"
    path.write_text("{")
    assert run(verb, *[path] * (2 if verb == "diff" else 1)) == 1
    out, err = capsys.readouterr()
    assert (out, err.startswith(f"{path}: ")) == ("", True)
    assert run(verb) == 2
    assert "3" in usage.help_text(verb, texts.of("en")).splitlines()[-1]


def test_diff_is_silent_about_the_same_and_tells_what_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = kept(small_project(), tmp_path / "old.cjmap")
    assert run("diff", old, old) == 0
    assert capsys.readouterr() == ("No differences.\n", "")
    project = add_persona(set_emotion(small_project(), MAP, ["tp_c"], 1), persona_id="ps_c", name="Kim")
    new = kept(set_map(project, "map_2", title="Much later"), tmp_path / "new.cjmap")
    assert run("diff", old, new) == 3
    assert capsys.readouterr().out.splitlines() == [
        "Persona “Kim” added",
        "A first home: Touchpoint 3 “Search”: emotion −2 → +1",
        "Much later: Map “Much later”: title “Later” → “Much later”",
    ]
    assert run("diff", old, new, "--json") == 3
    found = json.loads(capsys.readouterr().out)
    assert [each["message"] for each in found["project"]] == ["Persona “Kim” added"]
    (emotion,) = found["maps"][0]["differences"]
    assert (emotion["field"], emotion["before"], emotion["after"], emotion["number"]) == ("emotion", "−2", "+1", 3)


def test_diff_of_a_map_that_is_only_there_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = kept(small_project(), tmp_path / "old.cjmap")
    project = duplicate_map(small_project(), MAP, new_map_id="map_3", new_ids=new_id, title="Then", state="future")
    new = kept(project, tmp_path / "new.cjmap")
    assert run("diff", old, new) == 3
    assert capsys.readouterr().out == "Map “Then” added\n"
    assert run("diff", new, new, "--old-map", "a first home", "--new-map", "Then") == 3
    assert capsys.readouterr().out.startswith("Map “Then”: title “A first home” → “Then”")
    assert run("diff", new, new, "--new-map", "Never") == 1


def test_diff_pairs_maps_of_two_files_by_title(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    german, english = (SAMPLES / f"coffee-loyalty.{language}.cjmap" for language in ("de", "en"))
    assert run("diff", german, english, "--json") == 3
    (pair,) = json.loads(capsys.readouterr().out)["maps"]
    assert {each["what"] for each in pair["differences"]} == {"changed"}


def test_diff_writes_what_changed_as_a_pdf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = kept(small_project(), tmp_path / "old.cjmap")
    new = kept(set_emotion(small_project(), MAP, ["tp_c"], 1), tmp_path / "new.cjmap")
    assert run("diff", old, new, "-o", tmp_path / "report.pdf") == 3
    assert capsys.readouterr().err == ""
    said = "\n".join(reading.texts_of(tmp_path / "report.pdf"))
    for text in ("A first home", "The mean emotion goes from −0.5 to +1.", "Emotions before and after", "3 Search"):
        assert text in said
    assert run("diff", old, new, "-o", tmp_path / "report.txt") == 2


def test_a_handout_says_what_changed_since_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = kept(small_project(), tmp_path / "old.cjmap")
    first = small_project().maps[0].touchpoints[0]
    new = kept(set_emotion(small_project(), MAP, [first.id], -2), tmp_path / "new.cjmap")
    out = tmp_path / "out.pdf"
    assert run("export", new, "-o", out, "--parts", "changes", "--since", old) == 0
    assert "1 changed" in " ".join(reading.texts_of(out))
    assert run("export", new, "-o", out, "--parts", "cover", "--since", tmp_path / "none.cjmap") == 1
    assert "none.cjmap" in capsys.readouterr().err
    assert run("export", new, "-o", tmp_path / "out.svg", "--since", old) == 2


def test_a_file_that_does_not_hold_the_map_says_nothing_of_what_has_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It said that nothing had changed, and left the part out."""
    file, other, out = SAMPLES / "season-ticket.en.cjmap", SAMPLES / "first-home.de.cjmap", tmp_path / "out.pdf"
    wishes = ("--parts", "changes,message", "--since", other)
    assert run("export", file, "-o", out, *wishes) == 1
    said = capsys.readouterr().err
    assert f"The map “A commuter’s season ticket” is not in “{other}”" in said
    assert "--map NAME" in said
    assert not out.exists()
    assert run("export", file, "-o", out, "--parts", "message", "--since", other) == 0
