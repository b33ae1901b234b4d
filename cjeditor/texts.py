"""Words for every floor: translated sentences, numbers and dates, asked by language and never kept globally."""

from __future__ import annotations

import datetime
import gettext
import hashlib
import io
import math
import string
import struct
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final, Protocol, cast

from cjeditor import resources

SOURCE_LANGUAGE: Final = "en"
"""The language that the sources are written in; it needs no catalogue."""

LANGUAGES: Final = ("en", "de")
"""The languages people can choose."""

PSEUDO_LANGUAGE: Final = "en-XP"
"""English with accents and 40 % more letters: shows in tests what is not translated and what does not fit."""

_SOURCE_MARK: Final = ("catalogue", "sha256 of the source")
"""Context and msgid under which a compiled catalogue names the .po file that it was made from."""

MINUS: Final = "\u2212"
NARROW_SPACE: Final = "\u202f"
NO_BREAK_SPACE: Final = "\u00a0"
_MOST_DECIMALS: Final = 12

_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_ACCENTED = str.maketrans("AEIOUYaceinouyz", "ÅÉÎÖÛÝåçéîñöûýž")


_NO_PARAMS: Final[Mapping[str, object]] = MappingProxyType({})


class Timed(Protocol):
    """A length of time: the model's `Span`, which this floor must not import."""

    @property
    def amount(self) -> float:
        """How many units."""

    @property
    def unit(self) -> str:
        """One of minutes, hours, days, weeks, months, years."""


def N_(msgid: str) -> str:  # noqa: N802  gettext's own name for it, which every translator's tool knows
    """Mark `msgid` for translation and return it unchanged; translate it later with `Texts.t`."""
    return msgid


class Said(str):
    """A text with what it was made from, so that it can be said again in another language."""

    __slots__ = ("_params", "_patterns")
    _patterns: tuple[str, ...]
    _params: Mapping[str, object]

    def __new__(cls, text: str, patterns: tuple[str, ...] = (), params: Mapping[str, object] = _NO_PARAMS) -> Said:
        """Make it: of one pattern, or of one for one thing and one for several with their number `n` in `params`."""
        made = super().__new__(cls, text)
        made._patterns = patterns
        made._params = params
        return made

    def again(self, words: Texts) -> str:
        """Return the same in the language of `words`."""
        params = {
            name: value.again(words) if isinstance(value, Said) else value for name, value in self._params.items()
        }
        match self._patterns:
            case (pattern,):
                return words.t(pattern, **params)
            case (one, many):
                return words.tn(one, many, cast(float, params.pop("n")), **params)
            case _:
                return str(self)


class Texts:
    """The words of one language. Get one with `of`; passing it on is all the configuration there is."""

    def __init__(
        self, language: str, catalogue: gettext.NullTranslations, disguise: Callable[[str], str] | None = None
    ) -> None:
        self.language: Final = language
        self._catalogue = catalogue
        self._disguise = disguise
        self._german_numbers = language == "de"

    def t(self, msgid: str, /, **params: object) -> str:
        """Return the translation of `msgid` with ``{name}`` replaced by `params`.

        Without `params` braces stay as they are. A `msgid` without translation is returned in English.
        """
        return Said(self._filled(self._catalogue.gettext(msgid), params), (msgid,), params)

    def again(self, text: str) -> str:
        """Return in this language what was said in another one; a text that nobody knows as it is."""
        if isinstance(text, Said):
            return text.again(self)
        return self._catalogue.gettext(text) if text else ""

    def tp(self, context: str, msgid: str, /, **params: object) -> str:
        """Return the translation of `msgid` where `context` tells two meanings apart (``verb``, ``noun``)."""
        return self._filled(self._catalogue.pgettext(context, msgid), params)

    def tn(self, one: str, many: str, n: float, /, **params: object) -> str:
        """Return `one` or `many` as the language asks for `n`; ``{n}`` in them is `n` in the language's form.

        A number that is not whole always takes the plural ("0.5 days").
        """
        count = int(n) if n == int(n) else 2
        said = self._filled(self._catalogue.ngettext(one, many, count), {"n": self.number(n), **params})
        return Said(said, (one, many), {"n": n, **params})

    def number(self, value: float, decimals: int = 2) -> str:
        """Return `value` with thousands separators, a real minus sign and at most so many decimals."""
        whole = f"{value:,.0f}"
        digits = whole if float(value).is_integer() else f"{value:,.{decimals}f}".rstrip("0").rstrip(".")
        digits = "0" if digits == "-0" else digits.replace("-", MINUS)
        return digits.translate(_GERMAN_NUMBERS) if self._german_numbers else digits

    def percent(self, value: float) -> str:
        """Return `value` (56 for 56 %) as a percentage: "56%", in German with a narrow no-break space."""
        return self.figure(value, "%")

    def figure(self, value: float, unit: str) -> str:
        """Return `value` with its unit as people typed it: "38%", "9 days"; small values keep three digits."""
        small = 0 < abs(value) < 0.1
        decimals = min(_MOST_DECIMALS, 2 - math.floor(math.log10(abs(value)))) if small else 2
        number, unit = self.number(value, decimals), " ".join(unit.split())
        before_percent = NARROW_SPACE if self._german_numbers else ""
        between = before_percent if unit == "%" else NO_BREAK_SPACE
        return f"{number}{between}{unit}" if unit else number

    def signed(self, value: float) -> str:
        """Return `value` with its sign: "+1", "−2", and "0" without one."""
        shown = self.number(value)
        return f"+{shown}" if value > 0 and shown != "0" else shown

    def day(self, iso: str) -> str:
        """Return the day `iso` (``YYYY-MM-DD``) as people write it; what is not a day comes back unchanged."""
        # Imported here: Babel's dates cost start-up 30 ms, and the first window shows none.
        from babel.dates import format_date  # noqa: PLC0415

        try:
            date = datetime.date.fromisoformat(iso)
        except ValueError:
            return iso
        return str(format_date(date, "medium", locale="de" if self._german_numbers else "en_GB"))

    def span(self, span: Timed) -> str:
        """Return a length of time in words: "9 days"."""
        amount = span.amount
        match span.unit:
            case "minutes":
                return self.tn("{n} minute", "{n} minutes", amount)
            case "hours":
                return self.tn("{n} hour", "{n} hours", amount)
            case "days":
                return self.tn("{n} day", "{n} days", amount)
            case "weeks":
                return self.tn("{n} week", "{n} weeks", amount)
            case "months":
                return self.tn("{n} month", "{n} months", amount)
            case "years":
                return self.tn("{n} year", "{n} years", amount)
            case other:
                return f"{self.number(amount)} {other}"

    def waiting(self, expected: Timed | None, actual: Timed | None) -> str:
        """Return expected and actual waiting time: "2 → 9 days", the unit once where both have the same."""
        if expected is None or actual is None:
            known = actual or expected
            return self.span(known) if known is not None else ""
        if expected.unit == actual.unit:
            return f"{self.number(expected.amount)} → {self.span(actual)}"
        return f"{self.span(expected)} → {self.span(actual)}"

    def quoted(self, text: str) -> str:
        """Return `text` in the language's quotation marks: “…”, „…“."""
        return self.t("“{text}”", text=text)

    def _filled(self, pattern: str, params: Mapping[str, object]) -> str:
        """Return `pattern` with its parameters in place."""
        if self._disguise is not None:
            pattern = self._disguise(pattern)
        return pattern.format_map(params) if params else pattern


_GERMAN_NUMBERS = str.maketrans(",.", ".,")


@lru_cache(maxsize=8)
def of(language: str) -> Texts:
    """Return the words of `language` (``de``, ``de_AT.UTF-8``, ``en-XP``); English where we have no translation."""
    if language == PSEUDO_LANGUAGE:
        return Texts(PSEUDO_LANGUAGE, gettext.NullTranslations(), stretched)
    known = supported(language)
    if known is None or known == SOURCE_LANGUAGE:
        return Texts(SOURCE_LANGUAGE, gettext.NullTranslations())
    return Texts(known, _catalogue(known))


def supported(name: str) -> str | None:
    """Return which of `LANGUAGES` a locale name (``de``, ``de-CH``, ``de_AT.UTF-8``) stands for, if any."""
    code = name.replace("-", "_").partition(".")[0].partition("@")[0].partition("_")[0].lower()
    return code if code in LANGUAGES else None


def best(names: Iterable[str]) -> str:
    """Return the first language that we have among locale `names`, the best liked first; else English."""
    return next((found for found in map(supported, names) if found is not None), SOURCE_LANGUAGE)


def from_environment(variables: Mapping[str, str]) -> str:
    """Return the language that a terminal session asks for (``LANGUAGE``, ``LC_ALL``, ``LC_MESSAGES``, ``LANG``)."""
    locale = next((variables[name] for name in _LOCALE_VARIABLES if variables.get(name)), "")
    if locale.partition(".")[0] in ("", "C", "POSIX"):
        return SOURCE_LANGUAGE  # as gettext has it: LANGUAGE does not count then
    return best([*variables.get("LANGUAGE", "").split(":"), locale])


def disguised(text: str) -> str:
    """Return `text`, in which a brace is only a brace, in the pseudo-language."""
    return text.translate(_ACCENTED) + "~" * (len(text) * 2 // 5)


def stretched(pattern: str) -> str:
    """Return `pattern` in the pseudo-language; placeholders and the mnemonic mark `&` stay as they are."""
    parts: list[str] = []
    for literal, field, form, conversion in string.Formatter().parse(pattern):
        parts.append(literal.replace("{", "{{").replace("}", "}}").translate(_ACCENTED))
        if field is not None:
            parts.append("{" + field + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "") + "}")
    return "".join(parts) + "~" * (len(pattern) * 2 // 5)


def _catalogue(language: str) -> gettext.NullTranslations:
    """Return the catalogue of `language`: the compiled one where it is of the same .po file, else that file itself.

    Set-up compiles catalogues to keep Babel out of start-up; nothing but time depends on it.
    """
    source = resources.path(f"translations/{language}.po")
    compiled = source.with_suffix(".mo")
    written = source.read_bytes()
    if compiled.is_file():
        catalogue = _opened(compiled)
        if catalogue is not None and catalogue.pgettext(*_SOURCE_MARK) == hashlib.sha256(written).hexdigest():
            return catalogue
    return gettext.GNUTranslations(io.BytesIO(compiled_catalogue(written)))


def _opened(compiled: Path) -> gettext.GNUTranslations | None:
    """Return a compiled catalogue, or nothing where the file is damaged: it can be made again."""
    try:
        with compiled.open("rb") as stream:
            return gettext.GNUTranslations(stream)
    except (OSError, ValueError, struct.error):
        return None


def compiled_catalogue(po: bytes) -> bytes:
    """Return a .po file in gettext's binary form, with a message that names its source.

    Raises:
        babel.messages.pofile.PoFileError: `po` is not a catalogue.
    """
    # Imported here: with compiled catalogues Babel is not needed at start-up.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    catalogue = read_po(io.BytesIO(po), abort_invalid=True)
    context, msgid = _SOURCE_MARK
    catalogue.add(msgid, hashlib.sha256(po).hexdigest(), context=context)
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()
