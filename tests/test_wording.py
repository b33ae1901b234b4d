from __future__ import annotations

import re
import string
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core import core_schema, from_json

from cjeditor import texts, wording
from cjeditor.export import problems as export_problems
from cjeditor.interchange import problems as import_problems
from cjeditor.model import fields, ids, problem
from cjeditor.model.cards import Touchpoint
from cjeditor.model.fields import Record
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.problem import EditRefused, Problem
from cjeditor.model.project import Project, Settings
from cjeditor.model.replace import make
from cjeditor.phrases import places, values
from cjeditor.storage import problems as storage_problems

FLOORS = (
    problem.CODE_PARAMS,
    storage_problems.CODE_PARAMS,
    export_problems.CODE_PARAMS,
    import_problems.CODE_PARAMS,
)
CODE_PARAMS = {code: params for floor in FLOORS for code, params in floor.items()}
BY_REASON = "field-refused"
EXAMPLES: dict[str, str | int] = {"count": 3, "number": 12, "megabytes": 80, "limit": 64, "version": 9, "known": 1}
LANGUAGES = ("en", "de")
ENGLISH = texts.of("en")


def placeholders(pattern: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name is not None}


def records(kind: type[Record] = Project) -> Iterator[type[Record]]:
    """The record class and all that lie in it."""
    yield kind
    for field in kind.model_fields.values():
        for part in _classes(field.annotation):
            yield from records(part)


def _classes(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from _classes(part)


def test_every_code_has_a_phrase_and_every_phrase_a_code() -> None:
    assert wording.PHRASES.keys() | {BY_REASON} == CODE_PARAMS.keys()


def test_no_code_is_used_by_two_floors() -> None:
    assert sum(map(len, FLOORS)) == len(CODE_PARAMS)


@pytest.mark.parametrize("code", sorted(CODE_PARAMS.keys() - {BY_REASON}))
def test_phrases_ask_only_for_parameters_that_the_code_has(code: str) -> None:
    phrase = wording.PHRASES[code]
    assert placeholders(phrase.what) | placeholders(phrase.remedy) <= set(CODE_PARAMS[code])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(CODE_PARAMS.keys() - {BY_REASON}))
def test_every_code_is_worded(code: str, language: str) -> None:
    words = texts.of(language)
    params = {name: EXAMPLES.get(name, f"<{name}>") for name in CODE_PARAMS[code]}
    said = wording.sentence(Problem(code, (), params), words)
    assert said.endswith(".")
    assert not re.search(r"[{}]|\.\.|\? *\.|\bNone\b", said)
    assert code not in said
    if language == "de":
        assert said != wording.sentence(Problem(code, (), params), texts.of("en"))


def test_no_phrase_ends_in_a_full_stop() -> None:
    phrases = [*wording.PHRASES.values(), *values.VALUE_PHRASES.values(), *values.FORMS.values(), values.OTHER_VALUE]
    for text in (part for phrase in phrases for part in phrase):
        assert text.strip() == text != ""
        assert not text.endswith(".")


def test_value_phrases_are_of_types_that_pydantic_has() -> None:
    assert set(values.VALUE_PHRASES) <= set(get_args(core_schema.ErrorType))


CARD = {"id": "tp_1", "number": 1, "step": "st_1", "lane": "ln_1", "rank": "a0"}
REFUSED: list[tuple[type[Any], Any, str]] = [
    (Touchpoint, {**CARD, "emotion": 7}, "höchstens 2"),
    (Touchpoint, {**CARD, "emotion": -7}, "muss mindestens −2"),
    (Touchpoint, {**CARD, "emotion": "2"}, "ganze Zahl"),
    (Touchpoint, {**CARD, "emotion": 1.5}, "ganze Zahl"),
    (Touchpoint, {key: value for key, value in CARD.items() if key != "rank"}, "fehlt"),
    (Touchpoint, {**CARD, "contact": "friend"}, "direct, third_party, none"),
    (Touchpoint, {**CARD, "title": "a\x00b"}, "Steuerzeichen"),
    (Touchpoint, {**CARD, "title": "a\ud800b"}, "beschädigte Zeichen"),
    (Touchpoint, {**CARD, "title": 7}, "Text"),
    (Touchpoint, {**CARD, "title": "x" * 20_001}, "20.000"),
    (Touchpoint, {**CARD, "mood": 7}, "gibt es nicht"),
    (Touchpoint, {**CARD, "moment_of_truth": "yes"}, "true oder false"),
    (Touchpoint, {**CARD, "tags": "a"}, "Liste"),
    (Touchpoint, {**CARD, "expected_wait": "a"}, "Datensatz"),
    (Touchpoint, {**CARD, "id": "1"}, "keine Kennung"),
    (fields.Span, {"amount": float("nan")}, "endlich"),
    (fields.Span, {"amount": "a"}, "Zahl"),
]


@pytest.mark.parametrize(("kind", "value", "said"), REFUSED)
def test_what_pydantic_refuses_is_said_in_our_words(kind: type[Record], value: dict[str, Any], said: str) -> None:
    with pytest.raises(EditRefused) as caught:
        make(kind, **value)
    german = wording.sentence(caught.value.problem, texts.of("de"))
    assert said in german
    assert str(caught.value.problem.params["reason"]) not in german
    assert german != wording.sentence(caught.value.problem, texts.of("en"))


def test_errors_of_every_type_are_worded() -> None:
    for reason in get_args(core_schema.ErrorType):
        for language in LANGUAGES:
            said = wording.sentence(Problem(BY_REASON, (), {"reason": reason}), texts.of(language))
            assert said.endswith(".")
            assert "{" not in said


@pytest.mark.parametrize("name", values.FORMS)
def test_forms_are_told_apart_by_their_pattern(name: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(getattr(fields, name)).validate_python("\x01")
    error = caught.value.errors()[0]
    refused = Problem(BY_REASON, (), {"reason": error["type"], **error["ctx"]})
    assert wording.what(refused, texts.of("en")) == values.FORMS[name].what


def test_every_record_and_field_has_a_name() -> None:
    prefixes = {*ids.MAP_PREFIXES.values(), *ids.PROJECT_PREFIXES.values(), *ids.NESTED_PREFIXES.values()}
    assert set(places.RECORDS) == prefixes
    assert dict(places.LISTS) == {**ids.MAP_PREFIXES, **ids.PROJECT_PREFIXES, **ids.NESTED_PREFIXES}
    names = {name for kind in set(records()) for name in kind.model_fields}
    assert names == places.FIELDS.keys()
    assert {JourneyMap, Settings, fields.Span} <= set(records())


@pytest.mark.parametrize(
    ("where", "english", "german"),
    [
        ((), "", ""),
        (("tp_1", "emotion"), "Touchpoint tp_1 › emotion", "Touchpoint tp_1 › Gefühl (emotion)"),
        (("tp_1", "expected_wait", "amount"), "Touchpoint tp_1 › expected wait › amount", None),
        (
            ("maps", 0, "phases", 1, "name"),
            "Map at position 1 › Phase at position 2 › name",
            "Map an Stelle 1 › Phase an Stelle 2 › Name",
        ),
        (("maps", "Our bike", "phases", "ph_1", "name"), "Map “Our bike” › Phase ph_1 › name", None),
        (("maps", "map_1", "lanes"), "Map map_1 › lanes", None),
        (("tp_1", "ratings", 2), "Touchpoint tp_1 › ratings › entry 3", None),
        (("settings", "emotion_labels"), "settings › words of the emotion scale (emotion_labels)", None),
        (("tp_1", "drop_off_points", 0, "impact"), "Touchpoint tp_1 › Drop-off point at position 1 › impact", None),
        (("maps", 0, "zoom\x1b[2J"), "Map at position 1 › zoom [2J", None),
        (("unknown_thing",), "unknown_thing", "unknown_thing"),
        (("line", 12, "column", 5), "line 12, column 5", "Zeile 12, Spalte 5"),
        (("line", 1200), "line 1200", "Zeile 1200"),
    ],
)
def test_places(where: problem.Where, english: str, german: str | None) -> None:
    assert wording.place(where, texts.of("en")) == english
    if german is not None:
        assert wording.place(where, texts.of("de")) == german


def test_line_is_one_line_and_short_whatever_the_file_holds() -> None:
    nasty = "evil\nname\x1b[31m\u202egpj" + "x" * 5000
    said = wording.line("a\nb.cjmap", Problem("key-twice", ("maps", nasty), {"key": nasty}), texts.of("en"))
    assert said.isprintable()
    assert len(said) < 400
    assert said.startswith("a b.cjmap: Map “evil name [31m gpj")
    assert said.count(": ") == 3


def test_the_value_that_was_found_is_told_where_it_helps() -> None:
    german = texts.of("de")
    high = {"reason": "less_than_equal", "le": 2, "value": "7"}
    assert wording.what(Problem(BY_REASON, (), high), german) == "Der Wert darf höchstens 2 sein (gefunden: 7)"
    unknown = {"reason": "extra_forbidden", "value": "7"}
    assert "7" not in wording.what(Problem(BY_REASON, (), unknown), german)


def test_a_value_of_nothing_is_not_told() -> None:
    said = wording.what(Problem(BY_REASON, (), {"reason": "string_too_short", "min_length": 2, "value": ""}), ENGLISH)
    assert said == "The text has fewer than 2 characters"


def test_the_words_of_the_parser_are_ours() -> None:
    for broken in ("{1}", '{"a" 1}', '{"a": 1 "b"}', "[1 2]", "[1,]", "[1]]", "[nul]", r'["\x"]', "[]x", "[01]", "[,]"):
        with pytest.raises(ValueError, match="at line 1") as refused:
            from_json(broken)
        detail = re.sub(r" at line .*", "", str(refused.value))
        said = wording.what(Problem("broken-json", (), {"detail": detail}), texts.of("de"))
        assert values.DETAILS[detail] in wording.what(Problem("broken-json", (), {"detail": detail}), ENGLISH)
        assert detail not in said


@pytest.mark.parametrize(
    ("where", "told"),
    [
        (("tp_1", "emotion"), "Touchpoint „Anruf“ › Gefühl"),
        (("maps", "map_1", "phases", "ph_2", "name"), "Map „Rad“ › Phase › Name"),
        (("maps", "Rad", "phases", 1, "name"), "Map „Rad“ › Phase an Stelle 2 › Name"),
        (("line", 12, "column", 5), "Zeile 12, Spalte 5"),
    ],
)
def test_places_for_people_who_do_not_know_the_file(where: problem.Where, told: str) -> None:
    assert wording.place(where, texts.of("de"), {"tp_1": "Anruf", "map_1": "Rad"}) == told


def test_line_without_a_place() -> None:
    said = wording.line("a.cjmap", Problem("empty-file"), texts.of("de"))
    assert said == "a.cjmap: Die Datei ist leer: Eine ältere Kopie der Datei wiederherstellen"


def test_braces_in_values_and_missing_parameters_do_no_harm() -> None:
    english = texts.of("en")
    assert "{name} {0}" in wording.what(Problem("step-needed", (), {"name": "{name} {0}"}), english)
    assert wording.what(Problem("step-needed"), english) == "The phase “?” needs at least one step"
    assert "no-such-code" in wording.sentence(Problem("no-such-code"), english)


def test_values_are_shown_as_people_write_them() -> None:
    german = texts.of("de")
    assert "Karte 1234 " in wording.what(Problem("wrong-lane", (), {"number": 1234, "lane": ""}), german)
    assert "„ohne Namen“" in wording.what(Problem("wrong-lane", (), {"number": 1234, "lane": ""}), german)
    assert "Notizen" in wording.what(Problem("no-lane", (), {"table": "notes"}), german)
    assert "Stammkunden" in wording.what(Problem("funnel-stage-twice", (), {"stage": "returning"}), german)
