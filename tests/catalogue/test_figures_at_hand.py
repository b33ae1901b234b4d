"""The published figures and the questions to the CRM are those of the craft, each with its source."""

from __future__ import annotations

from cjeditor.catalogue.benchmarks import benchmarks
from cjeditor.catalogue.kpi_questions import kpi_questions


def test_benchmarks_of_the_nps() -> None:
    found = {each.name.en: (each.low, each.high) for each in benchmarks("nps")}
    assert found == {"Average": (5, 10), "Amazon": (61, 61), "Apple": (89, 89)}
    assert all("2017" in each.source.en + each.sentence.en for each in benchmarks("nps") if each.low > 10)
    assert all(-100 <= each.low <= each.high <= 100 and each.source.de for each in benchmarks("nps"))


def test_benchmarks_of_waiting() -> None:
    found = {each.name.en: (each.low, each.high, each.share) for each in benchmarks("waiting")}
    assert found == {"Food delivery": (45, 45, 61), "Taxi by app": (5, 10, 20)}
    for each in benchmarks("waiting"):
        for sentence in (each.sentence.en, each.sentence.de):
            assert f"{each.high:.0f}" in sentence


def test_questions_to_the_crm() -> None:
    found = kpi_questions()
    assert len({each.key for each in found}) == len(found) == 6
    for word in ("How long", "age", "region", "cancelling", "leave", "complaint"):
        assert sum(word in each.question.en for each in found) >= 1, word
    assert [each.key for each in found if each.better == "lower"] == [
        "cancel-page",
        "notice-period",
        "wish-to-complain",
    ]
