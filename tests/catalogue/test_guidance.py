from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from cjeditor.catalogue import channels, drop_off_reasons, frameworks, guidance, instruments, methods
from cjeditor.catalogue.entries import Entry, Wordings
from cjeditor.model import fields
from tests import typography

NUMBERS = range(1, 10)
LONGEST_SENTENCE = 30
"""Words: a sentence in a narrow dock is read at a glance or not at all."""

LONGEST_TEXT = 400
"""Characters: about ten lines of the dock."""

KEY = re.compile(get_args(fields.Key)[1].pattern)


def wordings(value: Any, at: str) -> Iterator[tuple[str, Wordings]]:
    """Every text of an entry, with the place where it stands."""
    if isinstance(value, Wordings):
        yield at, value
    elif isinstance(value, Entry):
        for field, inner in value:
            yield from wordings(inner, f"{at}.{field}")
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from wordings(inner, f"{at}[{number}]")


ENTRIES = (*guidance.all_guidance(), *instruments.instruments(), *methods.methods())
TEXTS = [
    (f"{at} {language}", one.in_language(language), language)
    for entry in ENTRIES
    for at, one in wordings(entry, f"{type(entry).__name__} {getattr(entry, 'key', getattr(entry, 'number', ''))}")
    for language in ("en", "de")
]


def test_the_nine_phases_are_in_order_and_have_the_names_of_the_full_journey() -> None:
    assert [one.number for one in guidance.all_guidance()] == list(NUMBERS)
    full = frameworks.framework(guidance.FULL_JOURNEY)
    assert full is not None
    for phase in full.phases:
        (number,) = phase.guidance
        assert guidance.guidance(number).name == phase.name


@pytest.mark.parametrize("number", [0, 10, -1])
def test_there_is_no_tenth_phase(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        guidance.guidance(number)


@pytest.mark.parametrize("one", guidance.all_guidance(), ids=lambda one: str(one.number))
def test_each_phase_has_enough_to_say(one: guidance.PhaseGuidance) -> None:
    for language in ("en", "de"):
        assert 3 <= len(sentences(one.about.in_language(language))) <= 5
        assert len(sentences(one.purpose.in_language(language))) == 1
        assert len(sentences(one.success.in_language(language))) == 1
    assert len(one.questions) >= 3
    assert len(one.recognise) >= 3
    assert len(one.examples) >= 2
    assert len(one.advice) >= 3
    assert instruments.for_numbers((one.number,))
    assert methods.for_numbers((one.number,))


def test_what_only_some_phases_have_stands_where_it_belongs() -> None:
    having = {
        field: [one.number for one in guidance.all_guidance() if getattr(one, field)]
        for field in ("factors", "forms", "loyalty", "facts")
    }
    assert having == {"factors": [3], "forms": [6], "loyalty": [8], "facts": [5, 6, 8]}
    assert {kind.key for kind in guidance.guidance(8).loyalty} == set(get_args(fields.LoyaltyKind)) - {""}


@pytest.mark.parametrize("framework", frameworks.frameworks(), ids=lambda one: one.key)
def test_every_phase_of_every_framework_inherits_something(framework: frameworks.Framework) -> None:
    for phase in framework.phases:
        inherited = guidance.for_phase(framework.key, phase.key)
        assert [one.number for one in inherited] == list(phase.guidance) != []
        assert guidance.numbers_of(framework.key, phase.key) == phase.guidance


@pytest.mark.parametrize(
    ("framework", "phase"),
    [(None, None), ("nine-phases", None), (None, "need"), ("nine-phases", "own"), ("from-the-future", "need")],
)
def test_phases_of_their_own_making_inherit_nothing(framework: str | None, phase: str | None) -> None:
    assert guidance.for_phase(framework, phase) == ()


def test_keys_are_unique_and_fit_into_a_map() -> None:
    questions = [question.key for one in guidance.all_guidance() for question in one.questions]
    points = [point.key for one in guidance.all_guidance() for point in (*one.factors, *one.forms, *one.loyalty)]
    of_instruments = [one.key for one in instruments.instruments()]
    of_methods = [one.key for one in methods.methods()]
    for keys in (questions, points, of_instruments, of_methods):
        assert len(keys) == len(set(keys))
        assert [key for key in keys if not KEY.match(key)] == []


def test_names_are_unique_in_each_language() -> None:
    for entries in (instruments.instruments(), methods.methods()):
        for language in ("en", "de"):
            names = [one.name.in_language(language) for one in entries]
            assert len(names) == len(set(names))


def test_a_question_is_found_by_its_key() -> None:
    found = guidance.question("need-aware")
    assert found is guidance.guidance(1).questions[0]
    assert guidance.question("no-such") is None


def test_instruments_happen_in_channels_that_exist_and_in_their_modes() -> None:
    known = {channel.key: channel.mode for channel in channels.channels()}
    for one in instruments.instruments():
        assert len(set(one.modes)) == len(one.modes)
        if one.channel is not None:
            assert known[one.channel] in one.modes, one.key


def test_phases_of_instruments_and_methods_rise() -> None:
    for one in (*instruments.instruments(), *methods.methods()):
        assert list(one.phases) == sorted(set(one.phases)), one.key


def test_a_choice_by_phases_holds_each_once_in_the_order_of_all() -> None:
    assert instruments.for_numbers(NUMBERS) == instruments.instruments()
    assert methods.for_numbers(NUMBERS) == methods.methods()
    assert instruments.for_numbers(()) == ()
    assert methods.for_numbers(()) == ()
    of_two = instruments.for_numbers((3, 4))
    assert {one.key for one in of_two} == {
        one.key for one in instruments.instruments() if 3 in one.phases or 4 in one.phases
    }


def test_every_drop_off_reason_threatens_somewhere_and_none_is_unknown() -> None:
    named = [key for one in guidance.all_guidance() for key in one.drop_off_reasons]
    assert set(named) == {reason.key for reason in drop_off_reasons.drop_off_reasons()}
    for one in guidance.all_guidance():
        assert len(set(one.drop_off_reasons)) == len(one.drop_off_reasons)


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?!])[”“]?\s+(?=[A-ZÄÖÜ0-9„“])", text) if part]


def faults(at: str, text: str, language: str) -> Iterator[str]:
    """What is wrong with a text for a narrow dock."""
    yield from typography.faults(text, language)
    if len(text) > LONGEST_TEXT:
        yield f"{len(text)} characters"
    yield from (f"{len(one.split())} words" for one in sentences(text) if len(one.split()) > LONGEST_SENTENCE)
    if ".name " not in at and text.rstrip("“”")[-1] not in ".?!":
        yield "no sentence"
    if language == "de" and re.search(r"\d\s?%", text.replace("\u202f%", "")):
        yield "percent sign without a narrow no-break space"
    if re.search(r"(?<![\w–])-\d", text):
        yield "minus is −"


def test_texts_are_set_as_in_print_and_short() -> None:
    assert [(at, fault) for at, text, language in TEXTS for fault in faults(at, text, language)] == []


@pytest.mark.parametrize(
    ("text", "language", "fault"),
    [
        ("Half of it, 61 %.", "en", "typed ' %'"),
        ("Die Hälfte, 61 %.".replace(" %", "%"), "de", "percent sign without a narrow no-break space"),
        ("Von -100 an.", "de", "minus is −"),
        ("Ohne Punkt", "de", "no sentence"),
        ("Er sagt “nein”.", "de", "quotation marks"),
        ("word " * 30 + "end.", "en", "31 words"),
        ("Word. " * 80 + "End.", "en", "484 characters"),
    ],
)
def test_faults_are_seen(text: str, language: str, fault: str) -> None:
    assert fault in list(faults("about", text, language))


def test_questions_ask() -> None:
    for one in guidance.all_guidance():
        for question in one.questions:
            assert question.text.en.endswith("?")
            assert question.text.de.endswith("?")


def test_no_text_is_said_twice() -> None:
    said = [text for at, text, _ in TEXTS if ".name" not in at]
    assert [text for text in said if said.count(text) > 1] == []
