from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest
from babel.numbers import format_percent

from cjeditor import resources, texts
from tests import typography

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Length:
    amount: float
    unit: str


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def other_resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Path]]:
    """A resources folder of our own with one German catalogue in it."""

    def make(body: str) -> Path:
        folder = tmp_path / "translations"
        folder.mkdir()
        head = 'msgid ""\nmsgstr "Language: de\\nContent-Type: text/plain; charset=utf-8\\n"\n\n'
        file = folder / "de.po"
        file.write_text(head + body, encoding="utf-8")
        return file

    monkeypatch.setattr(resources, "root", lambda: tmp_path)
    texts.of.cache_clear()
    yield make
    texts.of.cache_clear()


def test_translations_are_current(translations: ModuleType) -> None:
    template = translations.extracted()
    found = [
        f"{path.name}: {p}"
        for path in translations.po_files()
        for p in translations.problems(translations.read(path), template)
    ]
    assert not found, "run `packaging/translations.py update`, then translate:\n" + "\n".join(found)
    assert len(template) > 6


def test_messages_are_found_wherever_they_are_asked_for(translations: ModuleType) -> None:
    source = """
said = f"{words.t('in an f-string')}: {words.tn('{n} card', '{n} cards', 2)}"
TABLE = {"a": N_("in a " "table")}
words.tp("context", "with context", name=other.t("inside", x=1))
words.t(variable), words.tn("alone", many, 3), t(), tea("no")
"""
    assert list(translations.messages(source)) == [
        ("in an f-string", None),
        (("{n} card", "{n} cards"), None),
        ("in a table", None),
        ("with context", "context"),
        ("inside", None),
    ]


def test_check_sees_missing_orphaned_fuzzy_and_wrong_placeholders(translations: ModuleType) -> None:
    template = translations.Catalog()
    for msgid in ("Open {name}", "Save", "Print …", "Undo"):
        template.add(msgid)
    template.add(("{n} card", "{n} cards"))
    german = translations.Catalog(locale="de")
    german.add("Open {name}", "{nahme} öffnen")
    german.add("Save", "")
    german.add("Print …", "Drucken")
    german.add("Gone", "Weg")
    german.add("Undo", "Zurück", flags=["fuzzy"])
    german.add(("{n} card", "{n} cards"), ("eine Karte", "{m} Karten"))
    found = "\n".join(translations.problems(german, template))
    assert "other placeholders: ('', 'Open {name}')" in found
    assert "untranslated: ('', 'Save')" in found
    assert "ellipsis on one side only: ('', 'Print …')" in found
    assert "orphaned: ('', 'Gone')" in found
    assert "fuzzy: ('', 'Undo')" in found
    assert "unknown placeholders: ('', '{n} card')" in found
    german.delete("Open {name}")
    assert "missing: ('', 'Open {name}')" in "\n".join(translations.problems(german, template))


def test_update_takes_new_messages_drops_old_ones_and_then_changes_nothing(
    translations: ModuleType, tmp_path: Path
) -> None:
    template = translations.Catalog()
    template.add("New")
    template.add("Kept")
    german = translations.Catalog(locale="de")
    german.add("Kept", "Behalten")
    german.add("Gone", "Weg")
    file = tmp_path / "de.po"
    file.write_bytes(translations.updated(german, template))
    catalogue = translations.read(file)
    assert [m.id for m in catalogue if m.id] == ["New", "Kept"]
    assert catalogue["Kept"].string == "Behalten"
    assert translations.updated(catalogue, template) == file.read_bytes()


def test_german_and_english() -> None:
    german = texts.of("de")
    assert german.quoted("Haus") == "„Haus“"
    assert texts.of("en").quoted("house") == "“house”"
    assert german.tn("{n} day", "{n} days", 1) == "1 Tag"
    assert german.tn("{n} day", "{n} days", 9) == "9 Tage"
    assert german.t("no such message {x}", x=1) == "no such message 1"
    assert german.t("braces {stay} without parameters") == "braces {stay} without parameters"


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("de", "de"),
        ("de_AT.UTF-8", "de"),
        ("de-CH", "de"),
        ("en_GB", "en"),
        ("fr", "en"),
        ("", "en"),
        ("den", "en"),
        ("DE", "de"),
    ],
)
def test_unknown_languages_are_english(name: str, language: str) -> None:
    assert texts.of(name).language == language


def test_same_language_same_object() -> None:
    assert texts.of("de") is texts.of("de")


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LANGUAGE": "fr:de"}, "de"),
        ({"LANG": "C", "LANGUAGE": "de"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "de_DE.UTF-8"}, "de"),
    ],
)
def test_language_of_a_terminal(variables: dict[str, str], language: str) -> None:
    assert texts.from_environment(variables) == language


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [
        (0, "0", "0"),
        (4210, "4,210", "4.210"),
        (-3, "−3", "−3"),
        (1.5, "1.5", "1,5"),
        (1234567.25, "1,234,567.25", "1.234.567,25"),
        (-0.001, "0", "0"),
        (9.0, "9", "9"),
        (0.999, "1", "1"),
    ],
)
def test_numbers(value: float, english: str, german: str) -> None:
    assert texts.of("en").number(value) == english
    assert texts.of("de").number(value) == german


def test_percent_signs_days() -> None:
    german = texts.of("de")
    assert german.percent(56) == "56\u202f%"
    assert texts.of("en").percent(56) == "56%"
    assert [german.signed(n) for n in (-2, 0, 1)] == ["−2", "0", "+1"]
    assert german.signed(-0.0) == "0"
    assert german.day("2026-11-22") == "22.11.2026"
    assert texts.of("en").day("2026-11-22") == "22 Nov 2026"
    assert german.day("") == ""
    assert german.day("2026-02-31") == "2026-02-31"


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_a_percent_sign_stands_off_where_the_language_sets_it_so(language: str) -> None:
    """Babel's own form has a no-break space there; ours is the narrow one of good type."""
    words = texts.of(language)
    in_babel = format_percent(0.38, locale=language).replace("\u00a0", "\u202f")
    assert words.percent(38) == words.figure(38, "%") == in_babel
    assert words.figure(38, "km") == "38\u00a0km"


def test_spans_and_waits() -> None:
    german = texts.of("de")
    assert german.span(Length(9, "days")) == "9 Tage"
    assert german.span(Length(1, "hours")) == "1 Stunde"
    assert german.span(Length(0.5, "hours")) == "0,5 Stunden"
    assert german.span(Length(1, "months")) == "1 Monat"
    assert german.waiting(Length(2, "days"), Length(9, "days")) == "2 → 9 Tage"
    assert german.waiting(Length(2, "hours"), Length(1, "days")) == "2 Stunden → 1 Tag"
    assert german.waiting(None, Length(3, "weeks")) == "3 Wochen"
    assert german.waiting(None, None) == ""


def test_pseudo_language_is_longer_and_keeps_placeholders() -> None:
    pseudo = texts.of(texts.PSEUDO_LANGUAGE)
    shown = pseudo.t("&Open {name} as {size:>4}", name="a.cjmap", size=7)
    assert "a.cjmap" in shown
    assert "   7" in shown
    assert shown.startswith("&")
    assert len(pseudo.t("Properties")) >= 14
    assert pseudo.t("Properties") != "Properties"


def test_compiled_catalogue_is_used_only_for_its_own_source(other_resources: Callable[[str], Path]) -> None:
    file = other_resources('msgid "Save"\nmsgstr "Sichern"\n')
    compiled = file.with_suffix(".mo")
    compiled.write_bytes(texts.compiled_catalogue(file.read_bytes()))
    assert texts.of("de").t("Save") == "Sichern"
    file.write_text(file.read_text("utf-8").replace("Sichern", "Speichern"), encoding="utf-8")
    texts.of.cache_clear()
    assert texts.of("de").t("Save") == "Speichern"
    compiled.write_bytes(texts.compiled_catalogue(file.read_bytes())[:40])
    texts.of.cache_clear()
    assert texts.of("de").t("Save") == "Speichern"


def test_babel_stays_out_of_start_up_with_a_compiled_catalogue(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "packaging/translations.py", "compile"], check=True, cwd=ROOT)
    code = "import sys; from cjeditor import texts; print(texts.of('de').quoted('x'), 'babel' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.stdout.split() == ["„x“", "False"]


def test_messages_are_typographic_in_both_languages(translations: ModuleType) -> None:
    """Quotation marks, dashes and ellipses are the printed ones; the rest of the program relies on it."""
    wrong = []
    for message in translations.read(translations.TRANSLATIONS / "de.po"):
        if not message.id:
            continue
        english = [message.id] if isinstance(message.id, str) else list(message.id)
        german = [message.string] if isinstance(message.string, str) else list(message.string)
        wrong += [(text, fault) for text in english for fault in typography.faults(text, "en")]
        wrong += [(text, fault) for text in german for fault in typography.faults(text, "de")]
    assert wrong == []


def test_german_ellipses_stand_off_the_word_before(translations: ModuleType) -> None:
    catalogue = translations.read(translations.TRANSLATIONS / "de.po")
    texts = [
        text for one in catalogue if one.id for text in ([one.string] if isinstance(one.string, str) else one.string)
    ]
    assert [text for text in texts if re.search("[a-zäöüß]…", text)] == []


def test_source_strings_are_translated_with_the_words_of_the_glossary(translations: ModuleType) -> None:
    """Interface words that the domain has fixed, so that nobody meets two names for one thing."""
    fixed = {
        "lane": "Zeile",
        "card": "Karte",
        "touchpoint": "Touchpoint",
        "drop-off point": "Abbruchpunkt",
        "building blocks": "Baustein",
        "hand-off": "Übergabe",
        "moment of truth": "Moment of Truth",
        "snapshot": "Zwischenst",  # …stand, …stände
        "pain point": "Pain Point",
    }
    other = {"Spur", "Bahn", "Swimlane", "Kontaktpunkt", "Landkarte", "Schmerzpunkt", "Paneel", "Palette"}
    for message in translations.read(translations.TRANSLATIONS / "de.po"):
        # What is filled in has a name for the program, not for people.
        english = re.sub(r"\{\w*\}", "", " ".join([message.id] if isinstance(message.id, str) else message.id).lower())
        german = " ".join([message.string] if isinstance(message.string, str) else message.string)
        for word, expected in fixed.items():
            if re.search(rf"\b{word}s?\b", english):
                assert expected.lower() in german.lower(), (english, german)
        assert not other & set(german.replace(",", " ").replace(".", " ").split()), german
