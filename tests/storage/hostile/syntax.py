"""Project files that are no sound JSON, or no sound text."""

from __future__ import annotations

from cjeditor.storage import limits
from cjeditor.storage.migrations import VERSION
from tests.storage.hostile.case import Case, swapped, whole

HEAD = b'{"format": "cjeditor-project", "version": %d,\n' % VERSION
_LINE = ("line", 2, "column")
_FOREIGN = "wrong-encoding"


def _titled(value: bytes) -> bytes:
    """A small file with these bytes as the value of the title, which begins on line 2 at column 10."""
    return HEAD + b'"title": ' + value + b"}"


def _broken(name: str, value: bytes, column: int, code: str = "broken-json") -> Case:
    return Case(name, _titled(value), code, (*_LINE, column))


_TEXT = whole().decode()

_ENCODINGS = (
    Case("UTF-16 with its mark", _TEXT.encode("utf-16"), _FOREIGN),
    Case("UTF-16, little end first", _TEXT.encode("utf-16-le"), _FOREIGN),
    Case("UTF-16, big end first", _TEXT.encode("utf-16-be"), _FOREIGN),
    Case("UTF-32 with its mark", _TEXT.encode("utf-32"), _FOREIGN),
    Case("UTF-32, big end first, with its mark", b"\0\0\xfe\xff" + _TEXT.encode("utf-32-be"), _FOREIGN),
    Case("only the mark of UTF-16", b"\xff\xfe", _FOREIGN),
    Case("the mark of UTF-16 before UTF-8", b"\xfe\xff" + whole(), _FOREIGN),
    Case("EBCDIC", _TEXT[:60].encode("cp500"), "not-a-project"),
    Case("two byte order marks", b"\xef\xbb\xbf\xef\xbb\xbf" + whole(), "not-a-project"),
    Case("Latin-1", _titled("“Käse”".replace("“", '"').replace("”", '"').encode("latin-1")), "not-utf-8", (*_LINE, 12)),
    Case("Windows' quotation marks", _titled(b'"\x93hello\x94"'), "not-utf-8", (*_LINE, 11)),
    Case("Chinese as GB 18030", _titled(b'"' + "旅程".encode("gb18030") + b'"'), "not-utf-8", (*_LINE, 11)),
    Case("Japanese as Shift-JIS", _titled(b'"' + "旅".encode("shift-jis") + b'"'), "not-utf-8", (*_LINE, 11)),
    Case("a slash in two bytes", _titled(b'"\xc0\xaf"'), "not-utf-8", (*_LINE, 11)),
    Case("a NUL in two bytes", _titled(b'"\xc0\x80"'), "not-utf-8", (*_LINE, 11)),
    Case("a letter in five bytes", _titled(b'"\xf8\x88\x80\x80\x80"'), "not-utf-8", (*_LINE, 11)),
    Case("beyond the last character", _titled(b'"\xf4\x90\x80\x80"'), "not-utf-8", (*_LINE, 11)),
    Case("a surrogate in three bytes", _titled(b'"\xed\xa0\x80"'), "not-utf-8", (*_LINE, 11)),
    Case("a pair of surrogates in six bytes", _titled(b'"\xed\xa0\xbd\xed\xb8\x80"'), "not-utf-8", (*_LINE, 11)),
    Case("a letter without its end", _titled(b'"\xe2\x82"'), "not-utf-8", (*_LINE, 11)),
    Case("the end of a letter alone", _titled(b'"a\x80"'), "not-utf-8", (*_LINE, 12)),
)

_ESCAPES = (
    _broken("half a pair", rb'"a\ud800b"', 18, "half-character"),
    _broken("the other half", rb'"\udfff"', 16, "half-character"),
    _broken("a pair the wrong way round", rb'"\udc00\ud800"', 16, "half-character"),
    _broken("half a pair at the end", rb'"\ud83d"', 17, "half-character"),
    _broken("half a pair before a letter", rb'"\ud83d\u0041"', 22, "half-character"),
    _broken("an escape of JavaScript", rb'"\x41"', 12),
    _broken("an escape of an apostrophe", rb'"\'"', 12),
    _broken("an escape with braces", rb'"\u{41}"', 13),
    _broken("an escape that is too short", rb'"\u12"', 15),
    _broken("an escape that is no number", rb'"\uzzzz"', 13),
)

_CONTROLS = tuple(
    _broken(f"control character {number:02x} as such", b'"a' + bytes([number]) + b'"', 12, "control-character")
    for number in (0x00, 0x01, 0x07, 0x08, 0x09, 0x0B, 0x0C, 0x0D, 0x1B, 0x1F)
)

_SYNTAX = (
    _broken("a comma too many", b'"a",', 14),
    _broken("two commas", b'"a",, "client": "b"', 14),
    _broken("a missing comma", b'"a" "client": "b"', 14),
    _broken("a missing colon", b'"a", "client" "b"', 24),
    _broken("a missing value", b"", 10),
    _broken("apostrophes for quotation marks", b"'a'", 10),
    _broken("typographic quotation marks", "“a”".encode(), 10),
    _broken("a key without quotation marks", b'"a", client: "b"', 15),
    _broken("a comment", b'"a" /* hello */', 14),
    _broken("a comment of one line", b'"a" // hello', 14),
    _broken("a comment of YAML", b'"a" # hello', 14),
    _broken("texts that are added", b'"a" + "b"', 14),
    _broken("a function", b"function () {}", 11),
    _broken("undefined", b"undefined", 10),
    _broken("None", b"None", 11),
    _broken("True", b"True", 10),
    _broken("a word cut short", b"nul", 13),
    _broken("a hexadecimal number", b"0x10", 11),
    _broken("a number with a zero before", b"01", 11),
    _broken("a number with a plus", b"+1", 10),
    _broken("a number without a beginning", b".5", 10),
    _broken("a number without an end", b"1.", 12),
    _broken("a number with an empty power", b"1e", 12),
    _broken("a number with low lines", b"1_000", 11),
    _broken("a list closed by a brace", b"[1}", 12),
    _broken("a tuple", b"(1, 2)", 10),
    _broken("a template", b"{{title}}", 11),
    Case(
        "a second project behind it", whole() + whole(), "broken-json", ("line", whole().count(b"\n") + 1, "column", 1)
    ),
    Case("a NUL behind it", _titled(b'"a"') + b"\0", "broken-json", (*_LINE, 14)),
    Case("NULs behind it, as after a power cut", _titled(b'"a"') + bytes(4096), "broken-json", (*_LINE, 14)),
    Case("the mark of the end of old files", _titled(b'"a"') + b"\x1a", "broken-json", (*_LINE, 14)),
    Case("a script behind it", _titled(b'"a"') + b"<script>", "broken-json", (*_LINE, 14)),
    Case("NULs instead of its second half", whole()[:200] + bytes(200), "control-character", None),
)

_CUT = (
    *(Case(f"cut off after {end} bytes", whole()[:end], "cut-off", None) for end in (46, 60, 100, 333, 1000)),
    Case("cut off before the last brace", whole().rstrip()[:-1], "cut-off", None),
    Case("cut off within an escape", _titled(rb'"\u00')[:-1], "cut-off", (*_LINE, 14)),
    Case("cut off within a number", HEAD + b'"version": -', "cut-off", (*_LINE, 12)),
    Case("cut off after the first brace", b"{", "cut-off", ("line", 1, "column", 1)),
    Case("cut off within its name", b'{"format": "cjed', "cut-off", ("line", 1, "column", 16)),
)

_NESTED = (
    _broken("as many brackets as the parser follows", b"[" * (limits.NESTING - 1), 209),
    _broken("one bracket more", b"[" * limits.NESTING, 210, "nested-too-deep"),
    _broken("100 000 brackets", b"[" * 100_000, 210, "nested-too-deep"),
    _broken("100 000 objects", b'{"a":' * 100_000, 1010, "nested-too-deep"),
    _broken("objects and lists in turn", b'[{"a":' * 50_000, 610, "nested-too-deep"),
)

_NUMBERS = (
    Case(
        "a whole number of 5 000 digits",
        swapped(b'"emotion":-2', b'"emotion":' + b"7" * 5000),
        "number-out-of-range",
        None,
    ),
    Case("a negative one", swapped(b'"emotion":-2', b'"emotion":-' + b"7" * 5000), "number-out-of-range", None),
    Case("one in a list", _titled(b"[" + b"9" * 10_000 + b"]"), "number-out-of-range", (*_LINE, 4312)),
)

CASES = (*_ENCODINGS, *_ESCAPES, *_CONTROLS, *_SYNTAX, *_CUT, *_NESTED, *_NUMBERS)
