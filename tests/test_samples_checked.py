"""The journey check over the samples: it finds what they tell of on purpose, and nothing that is merely careless."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjeditor.analysis.check.checking import findings
from cjeditor.analysis.check.found import Finding
from cjeditor.analysis.check.rules import RULES
from cjeditor.finding_wording import FindingWords
from cjeditor.layout.cutting import Cutting
from cjeditor.model.edits.maps import set_project
from cjeditor.model.lookup import map_of
from cjeditor.model.replace import replace
from cjeditor.storage.load import load
from cjeditor.texts import of

SAMPLES = Path(__file__).parents[1] / "resources" / "samples"

TOLD = {"open-drop-off", "waiting-gap", "broken-hand-off", "pain-without-action", "trace-gap"}
"""What each sample tells of: a journey with work left to do."""
STRICT = {"single-channel-phase", "realms-missing"}
"""Rules that not every good map keeps."""
OF_A_FUTURE = {"future-without-kpi", "unbacked-map"}
"""What is true of a future state that is still a draft."""

RARE = sorted(rule.key for rule in RULES.values() if not rule.by_default and rule.key not in STRICT)


def checked(name: str) -> tuple[Finding, ...]:
    project = load(SAMPLES / name)
    project = set_project(project, settings=replace(project.settings, checks_on=tuple(RARE)))
    return findings(project, Cutting(project.language).lines_left)


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.glob("*.cjmap")))
def test_samples_show_work_to_do_and_no_carelessness(name: str) -> None:
    project = load(SAMPLES / name)
    some = checked(name)
    assert TOLD <= {each.rule for each in some} <= TOLD | OF_A_FUTURE
    for each in some:
        if each.rule in OF_A_FUTURE:
            assert map_of(project, each.map_id).state == "future"
    worded = FindingWords(project, of(project.language))
    said = [f"{each.map_id} {worded.place(each)}: {worded.sentence(each)}" for each in some]
    assert len(set(said)) == len(said), "nothing is said twice"


def test_both_languages_of_a_sample_are_found_the_same() -> None:
    german, english = (checked(f"coffee-loyalty.{language}.cjmap") for language in ("de", "en"))
    assert [(each.rule, each.found.about, each.found.variant) for each in german] == [
        (each.rule, each.found.about, each.found.variant) for each in english
    ]
