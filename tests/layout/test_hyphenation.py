"""German compounds break at their joints, English words as a dictionary has them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cjeditor.layout.hyphenation import hyphenation_points


def _shown(word: str, language: str) -> str:
    points = [0, *hyphenation_points(word, language), len(word)]
    return "-".join(word[start:end] for start, end in pairwise(points))


@pytest.mark.parametrize(
    "shown",
    [
        "Ver-gleichs-por-tal",
        "Kre-dit-ent-schei-dung",
        "Bedarfs-ana-lyse",
        "Grund-schuld-be-stel-lungs-ur-kunde",
        "Wei-ter-emp-feh-lung",
        "Urinstinkt",
        "über-wa-chen",
    ],
)
def test_german(shown: str) -> None:
    assert _shown(shown.replace("-", ""), "de") == shown


@pytest.mark.parametrize("shown", ["rep-re-sen-ta-tive", "touch-point", "con-sid-er-a-tion"])
def test_english(shown: str) -> None:
    assert _shown(shown.replace("-", ""), "en") == shown


def test_three_letters_stay_together_at_either_end() -> None:
    for word in ("Abend", "Ofen", "Kasse", "Überblick"):
        assert all(3 <= point <= len(word) - 3 for point in hyphenation_points(word, "de"))


def test_each_part_of_a_word_with_hyphens_is_a_word() -> None:
    assert _shown("Social-Media-Service", "de") == "Social-Media-Ser-vice"


@pytest.mark.parametrize("word", ["", "a", "12345678", "CRMSYSTEM", "İstanbulİstanbul", "漢字漢字漢字漢字"])
def test_what_is_no_word_has_no_points(word: str) -> None:
    assert hyphenation_points(word, "de") == []
