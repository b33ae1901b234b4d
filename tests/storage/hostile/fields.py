"""Sound JSON with values that fields cannot hold, and with fields that there are not."""

from __future__ import annotations

from typing import Any

from cjeditor.model import fields
from tests.storage.hostile.case import Case, Document, changed, document, place, record, text_of, with_value

_REFUSED = "field-refused"


def _refused(table: str, record_id: str, field: str, value: object, reason: str, label: str = "") -> Case:
    name = f"{label or repr(value)[:40]} as {field} in {table}"
    return Case(name, with_value(table, field, value, record_id), _REFUSED, place(table, record_id, field), reason)


_INF = float("inf")
_NUMBERS = (
    # Beyond the smallest and the largest
    _refused("touchpoints", "tp_c", "emotion", 3, "less_than_equal"),
    _refused("touchpoints", "tp_c", "emotion", -3, "greater_than_equal"),
    _refused("touchpoints", "tp_c", "weight", 0, "greater_than_equal"),
    _refused("touchpoints", "tp_c", "weight", 6, "less_than_equal"),
    _refused("touchpoints", "tp_c", "votes", -1, "greater_than_equal"),
    _refused("touchpoints", "tp_c", "votes", 2**31, "less_than_equal"),
    _refused("touchpoints", "tp_c", "votes", 2**63, "less_than_equal"),
    _refused("touchpoints", "tp_c", "votes", 10**300, "less_than_equal"),
    _refused("touchpoints", "tp_c", "number", 0, "greater_than_equal"),
    _refused("touchpoints", "tp_c", "number", -7, "greater_than_equal"),
    _refused("touchpoints", "tp_c", "number", 10_000_001, "less_than_equal"),
    _refused("notes", "nt_a", "severity", 0, "greater_than_equal"),
    _refused("notes", "nt_a", "frequency", 9, "less_than_equal"),
    _refused("notes", "nt_a", "votes", -(2**63), "greater_than_equal"),
    _refused("steps", "st_a", "min_width", 0, "greater_than_equal"),
    _refused("steps", "st_a", "min_width", -5, "greater_than_equal"),
    _refused("steps", "st_a", "min_width", 1_000_000, "less_than_equal"),
    _refused("lanes", "ln_a", "min_height", -1, "greater_than_equal"),
    _refused("lanes", "ln_a", "min_height", 2_000_000_000, "less_than_equal"),
    _refused("maps", "map_1", "retired_number", -1, "greater_than_equal"),
    _refused("actions", "ac_a", "effort", 6, "less_than_equal"),
    _refused("actions", "ac_a", "effect_on_customer", -1, "greater_than_equal"),
    _refused("funnel", "fn_a", "count", -1, "greater_than_equal"),
    _refused("funnel", "fn_a", "count", 10**18, "less_than_equal"),
    _refused("agenda", "ag_a", "minutes", -1, "greater_than_equal"),
    _refused("agenda", "ag_a", "minutes", 1441, "less_than_equal"),
    _refused("parked", "pk_a", "count", 0, "greater_than_equal"),
    _refused("rounds", "vr_a", "dots", 0, "greater_than_equal"),
    _refused("rounds", "vr_a", "dots", 101, "less_than_equal"),
    _refused("rounds", "vr_a", "voters", -1, "greater_than_equal"),
    _refused("views", "vw_a", "zoom", 0.0, "greater_than_equal"),
    _refused("views", "vw_a", "zoom", -1.0, "greater_than_equal"),
    _refused("views", "vw_a", "zoom", 1e9, "less_than_equal"),
    _refused("views", "vw_a", "x", 1e300, "less_than_equal"),
    _refused("views", "vw_a", "y", -1e300, "greater_than_equal"),
    _refused("views", "vw_a", "width", -1.0, "greater_than_equal"),
    # No numbers, or no finite ones
    _refused("views", "vw_a", "x", float("nan"), "finite_number"),
    _refused("views", "vw_a", "y", _INF, "finite_number"),
    _refused("views", "vw_a", "zoom", -_INF, "finite_number"),
    _refused("notes", "nt_a", "target", float("nan"), "finite_number"),
    _refused("notes", "nt_a", "actual", _INF, "finite_number"),
    _refused("touchpoints", "tp_c", "emotion", float("nan"), "int_type"),
    _refused("touchpoints", "tp_c", "emotion", 1.5, "int_type"),
    _refused("touchpoints", "tp_c", "emotion", 1.0, "int_type"),
    _refused("touchpoints", "tp_c", "number", 1e300, "int_type"),
    _refused("agenda", "ag_a", "minutes", 0.5, "int_type"),
    Case(
        "1e999 as target of a KPI",
        text_of(document()).replace(b'"target": 10.0', b'"target": 1e999'),
        _REFUSED,
        place("touchpoints", "tp_d", "kpis", "kp_a", "target"),
        "finite_number",
    ),
    Case(
        "-1e999 as target of a KPI",
        text_of(document()).replace(b'"target": 10.0', b'"target": -1e999'),
        _REFUSED,
        place("touchpoints", "tp_d", "kpis", "kp_a", "target"),
        "finite_number",
    ),
)

_TYPES = (
    _refused("touchpoints", "tp_c", "emotion", "1", "int_type"),
    _refused("touchpoints", "tp_c", "emotion", True, "int_type"),
    _refused("touchpoints", "tp_c", "title", 5, "string_type"),
    _refused("touchpoints", "tp_c", "title", None, "string_type"),
    _refused("touchpoints", "tp_c", "title", ["a"], "string_type"),
    _refused("touchpoints", "tp_c", "title", {"en": "a"}, "string_type"),
    _refused("touchpoints", "tp_c", "moment_of_truth", "yes", "bool_type"),
    _refused("touchpoints", "tp_c", "moment_of_truth", 1, "bool_type"),
    _refused("touchpoints", "tp_c", "tags", "home", "tuple_type"),
    _refused("touchpoints", "tp_c", "tags", {"home": 1}, "tuple_type"),
    _refused("touchpoints", "tp_c", "expected_wait", "9 days", "model_type"),
    _refused("touchpoints", "tp_c", "expected_wait", [9, "days"], "model_type"),
    _refused("touchpoints", "tp_c", "contact", "telepathy", "literal_error"),
    _refused("touchpoints", "tp_c", "evidence", "", "literal_error"),
    _refused("touchpoints", "tp_c", "step", 1, "string_type"),
    _refused("touchpoints", "tp_c", "channel", {"id": "ch_a"}, "string_type"),
    _refused("notes", "nt_a", "kind", "malware", "literal_error"),
    _refused("notes", "nt_a", "text", 1, "string_type"),
    _refused("notes", "nt_a", "votes", "3", "int_type"),
    _refused("links", "lk_a", "hand_off", 0, "literal_error"),
    _refused("links", "lk_a", "source", ["tp_a"], "string_type"),
    _refused("comments", "cm_a", "resolved", "false", "bool_type"),
    _refused("comments", "cm_a", "date", 20261127, "string_type"),
    _refused("phases", "ph_a", "collapsed", 0, "bool_type"),
    _refused("phases", "ph_a", "drop_off_points", {}, "tuple_type"),
    _refused("steps", "st_a", "min_width", "wide", "int_type"),
    _refused("lanes", "ln_a", "kind", "__class__", "literal_error"),
    _refused("channels", "ch_a", "mode", "carrier-pigeon", "literal_error"),
    _refused("channels", "ch_a", "name", None, "string_type"),
    _refused("personas", "ps_a", "preferred_channels", "ch_a", "tuple_type"),
    _refused("actions", "ac_a", "status", "exploded", "literal_error"),
    _refused("surveys", "sv_a", "answers", "9,10", "tuple_type"),
    _refused("funnel", "fn_a", "stage", "everyone", "literal_error"),
    _refused("agenda", "ag_a", "kind", 3, "literal_error"),
    _refused("parked", "pk_a", "place", "/etc", "literal_error"),
    _refused("rounds", "vr_a", "ballots", "tp_a", "tuple_type"),
    _refused("rounds", "vr_a", "question", 1, "string_type"),
    _refused("views", "vw_a", "show_order", None, "bool_type"),
    _refused("assets", "as_a", "media_type", "image/svg+xml", "literal_error"),
    _refused("maps", "map_1", "state", "past", "literal_error"),
)

_PATTERN = "string_pattern_mismatch"
_PATTERNS = (
    _refused("phases", "ph_a", "colour", "red", _PATTERN),
    _refused("phases", "ph_a", "colour", "#fff", _PATTERN),
    _refused("phases", "ph_a", "colour", "url(http://evil.example/a.png)", _PATTERN),
    _refused("phases", "ph_a", "colour", "#3A7CA5;background:url(x)", _PATTERN),
    _refused("phases", "ph_a", "colour", "__import__('os').system('id')", _PATTERN),
    _refused("phases", "ph_a", "colour", "#3A7CA5\n", _PATTERN),
    _refused("phases", "ph_a", "framework", "../../etc/passwd", _PATTERN),
    _refused("phases", "ph_a", "framework", "Nine Phases", _PATTERN),
    _refused("channels", "ch_a", "icon", "../icon", _PATTERN),
    _refused("channels", "ch_a", "icon", "<svg/onload=alert(1)>", _PATTERN),
    _refused("channels", "ch_a", "icon", "x" * 61, "string_too_long"),
    _refused("maps", "map_1", "framework", "file:///etc/passwd", _PATTERN),
    _refused("notes", "nt_a", "question", "a b", _PATTERN),
    _refused("actions", "ac_a", "due", "01/12/2026", _PATTERN),
    _refused("actions", "ac_a", "due", "2026-12-01T00:00", _PATTERN),
    _refused("agenda", "ag_a", "started", "yesterday", _PATTERN),
    _refused("comments", "cm_a", "time", "25:00", _PATTERN),
    _refused("comments", "cm_a", "date", "2026-1-1", _PATTERN),
    _refused("touchpoints", "tp_c", "rank", "", _PATTERN),
    _refused("touchpoints", "tp_c", "rank", "a" * 401, _PATTERN),
    _refused("touchpoints", "tp_c", "rank", "a b", _PATTERN),
    _refused("touchpoints", "tp_c", "rank", "-1", _PATTERN),
)

_CONTROLS = tuple(
    _refused("touchpoints", "tp_c", "title", f"a{chr(number)}b", _PATTERN, f"escaped control character {number:02x}")
    for number in (0x00, 0x01, 0x07, 0x08, 0x0B, 0x0C, 0x0D, 0x1B, 0x1F, 0x7F)
)
_ANSI = (
    _refused("notes", "nt_a", "text", "\x1b[31mred\x1b[0m", _PATTERN),
    _refused("notes", "nt_a", "text", "\x1b]8;;http://evil.example\x07link\x1b]8;;\x07", _PATTERN),
    _refused("notes", "nt_a", "text", "\x1b]0;title\x07", _PATTERN),
    _refused("personas", "ps_a", "name", "Mia\r\nBcc: all@example.org", _PATTERN),
    _refused("channels", "ch_a", "name", "Shop\x00.exe", _PATTERN),
)

_LONG = (
    _refused("touchpoints", "tp_c", "title", "x" * (fields.LINE_LIMIT + 1), "string_too_long"),
    _refused("touchpoints", "tp_c", "title", "👩‍👩‍👧‍👦" * 10_000, "string_too_long"),
    _refused("touchpoints", "tp_c", "title", "ȃ́̂" * 10_000, "string_too_long"),
    _refused("touchpoints", "tp_c", "description", "x" * (fields.TEXT_LIMIT + 1), "string_too_long"),
    _refused("notes", "nt_a", "text", "\n" * (fields.TEXT_LIMIT + 1), "string_too_long"),
    _refused("phases", "ph_a", "framework", "a" * 81, "string_too_long"),
    _refused("maps", "map_1", "owner", " " * (fields.LINE_LIMIT + 1), "string_too_long"),
)


def _unknown(name: str, table: str, record_id: str) -> Case:
    data = with_value(table, name, "x", record_id)
    where = place(table, record_id, name)
    return Case(f"unknown field {name} in {table}", data, _REFUSED, where, "extra_forbidden")


def _unknown_on_top(name: str, value: object = "x") -> Case:
    def add(made: Document) -> None:
        made[name] = value

    return Case(f"unknown field {name[:20]!r} of the project", changed(add), _REFUSED, (name,), "extra_forbidden")


_UNKNOWN = (
    *(
        _unknown_on_top(name)
        for name in (
            "__proto__",
            "constructor",
            "prototype",
            "__class__",
            "__init__",
            "__dict__",
            "__reduce__",
            "model_config",
            "model_fields_set",
            "$ref",
            "$schema",
            "@type",
            "py/object",
            "",
            " ",
            "Title",
            "title ",
            "TITLE",
            "title\u200b",
            "{0.__class__}",
            "%s%n",
            "<b>mood</b>",
            "a\nb",
            "\u202emood",
            "x" * 10_000,
        )
    ),
    _unknown_on_top("plugins", [{"run": "calc.exe"}]),
    _unknown("mood", "touchpoints", "tp_c"),
    _unknown("__proto__", "touchpoints", "tp_c"),
    _unknown("colour", "notes", "nt_a"),
    _unknown("angle", "links", "lk_a"),
    _unknown("winner", "rounds", "vr_a"),
    _unknown("html", "comments", "cm_a"),
    _unknown("icon", "phases", "ph_a"),
    _unknown("__class__", "steps", "st_a"),
    _unknown("script", "lanes", "ln_a"),
    _unknown("url", "channels", "ch_a"),
    _unknown("photo", "personas", "ps_a"),
    _unknown("command", "actions", "ac_a"),
    _unknown("average", "surveys", "sv_a"),
    _unknown("rate", "funnel", "fn_a"),
    _unknown("room", "agenda", "ag_a"),
    _unknown("colour", "parked", "pk_a"),
    _unknown("window", "views", "vw_a"),
    _unknown("path", "assets", "as_a"),
    _unknown("background", "maps", "map_1"),
)


def _without(table: str, record_id: str, field: str) -> Case:
    def drop(made: Document) -> None:
        del record(made, table, record_id)[field]

    return Case(f"no {field} in {table}", changed(drop), _REFUSED, place(table, record_id, field), "missing")


def _table_as(name: str, value: Any, reason: str) -> Case:
    def put(made: Document) -> None:
        made[name] = value

    return Case(f"{value!r} as the table {name}", changed(put), _REFUSED, (name,), reason)


def _item_as(table: str, value: Any) -> Case:
    def put(made: Document) -> None:
        made[table].insert(0, value)

    return Case(f"{value!r} in the table {table}", changed(put), _REFUSED, (table, 0), "model_type")


_SHAPES = (
    *(
        _without(table, record_id, field)
        for table, record_id, field in (
            ("touchpoints", "tp_c", "step"),
            ("touchpoints", "tp_c", "lane"),
            ("touchpoints", "tp_c", "number"),
            ("touchpoints", "tp_c", "rank"),
            ("notes", "nt_a", "rank"),
            ("links", "lk_a", "target"),
            ("comments", "cm_a", "about"),
            ("steps", "st_a", "phase"),
            ("channels", "ch_a", "name"),
            ("assets", "as_a", "sha256"),
            ("views", "vw_a", "map"),
        )
    ),
    _table_as("maps", {}, "tuple_type"),
    _table_as("maps", None, "tuple_type"),
    _table_as("maps", "map_1", "tuple_type"),
    _table_as("channels", 5, "tuple_type"),
    _table_as("personas", {"ps_a": {}}, "tuple_type"),
    _table_as("settings", [], "model_type"),
    _table_as("settings", None, "model_type"),
    _table_as("title", {"text": "x"}, "string_type"),
    _table_as("language", "xx", "literal_error"),
    _table_as("language", "../de", "literal_error"),
    *(_item_as("channels", value) for value in (None, 1, "ch_a", [], True)),
    *(_item_as("maps", value) for value in (None, "map_1", [[]])),
)

CASES = (*_NUMBERS, *_TYPES, *_PATTERNS, *_CONTROLS, *_ANSI, *_LONG, *_UNKNOWN, *_SHAPES)
