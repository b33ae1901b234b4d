"""Sound values that do not go together: ids that stand twice or are none, references that lead nowhere, keys twice."""

from __future__ import annotations

from collections.abc import Callable

from cjeditor.model.fields import TEXT_LIMIT
from cjeditor.storage.migrations import VERSION
from tests.storage.hostile.case import MAP_TITLE, Case, Document, changed, place, record, swapped, with_value

_VERSION = b'"version": %d' % VERSION

_NOBODY: dict[str, tuple[tuple[str, str, str, bool], ...]] = {
    # What the ids begin with: table, record, field, whether it holds a list
    "ch": (
        ("touchpoints", "tp_c", "channel", False),
        ("personas", "ps_a", "preferred_channels", True),
        ("views", "vw_a", "channels", True),
    ),
    "ps": (
        ("touchpoints", "tp_c", "persona", False),
        ("notes", "nt_a", "persona", False),
        ("maps", "map_1", "lead_persona", False),
        ("maps", "map_1", "overlaid_personas", True),
        ("views", "vw_a", "personas", True),
    ),
    "st": (("touchpoints", "tp_c", "step", False), ("notes", "nt_a", "step", False)),
    "ln": (
        ("touchpoints", "tp_c", "lane", False),
        ("notes", "nt_a", "lane", False),
        ("rounds", "vr_a", "lane", False),
        ("agenda", "ag_a", "lanes", True),
        ("views", "vw_a", "lane", False),
    ),
    "ph": (
        ("steps", "st_b", "phase", False),
        ("rounds", "vr_a", "phase", False),
        ("agenda", "ag_a", "phase", False),
        ("views", "vw_a", "phase", False),
    ),
    "tp": (
        ("links", "lk_a", "source", False),
        ("links", "lk_a", "target", False),
        ("comments", "cm_a", "about", False),
        ("surveys", "sv_a", "about", False),
        ("actions", "ac_a", "cards", True),
        ("actions", "ac_a", "touchpoints", True),
    ),
    "map": (
        ("maps", "map_2", "origin", False),
        ("views", "vw_a", "map", False),
        ("funnel", "fn_a", "map", False),
    ),
}


def _dangling(table: str, record_id: str, field: str, target: str, in_list: bool) -> Case:
    value: object = [target] if in_list else target
    where = ("maps", "Later", field) if record_id == "map_2" else place(table, record_id, field)
    data = with_value(table, field, value, record_id)
    return Case(f"{target} as {field} in {table}", data, "unknown-reference", where)


REFERENCES = {
    *((table, field) for rows in _NOBODY.values() for table, _record, field, _many in rows),
    ("personas", "portrait"),
    ("notes", "picture"),
    ("rounds", "ballots"),
}
"""Each field with which one record names another, or a picture."""

WEAK = {
    *((table, "origin") for table in ("phases", "steps", "lanes", "touchpoints", "notes")),
    ("notes", "comes_from"),
}
"""Fields that say where a record came from, which may be gone."""

_DANGLING = (
    *(
        _dangling(table, one, field, f"{prefix}_nobody", many)
        for prefix, rows in _NOBODY.items()
        for table, one, field, many in rows
    ),
    # Ids that there are, but of something else, or of another map
    _dangling("touchpoints", "tp_c", "channel", "ps_a", False),
    _dangling("touchpoints", "tp_c", "persona", "tp_c", False),
    _dangling("comments", "cm_a", "about", "ch_a", False),
    _dangling("comments", "cm_a", "about", "map_2", False),
    _dangling("surveys", "sv_a", "about", "st_a", False),
    _dangling("actions", "ac_a", "cards", "ph_a", True),
    _dangling("links", "lk_a", "target", "ln_a", False),
    _dangling("maps", "map_2", "origin", "map_2", False),
    Case(
        "a dot on nobody",
        with_value("rounds", "ballots", [{"dots": ["tp_nobody"]}]),
        "unknown-reference",
        place("rounds", "vr_a", "ballots"),
    ),
    _dangling("personas", "ps_a", "portrait", "0" * 64, False),
    _dangling("notes", "nt_a", "picture", "f" * 64, False),
)

_LOOKS_LIKE = (
    "__proto__",
    "__class__",
    "constructor",
    "",
    " ",
    "tp",
    "tp_",
    "_a",
    "TP_A",
    "tp_ä",
    "tp_a b",
    "tp_a\n",
    "tp_a\u0000",
    "tp_\u202ea",
    "tp_" + "x" * 41,
    "tp_../../etc/passwd",
    "../../etc/passwd",
    "/etc/passwd",
    "C:\\Windows\\win.ini",
    "\\\\192.0.2.1\\share",
    "file:///etc/passwd",
    "http://evil.example/a",
    "javascript:alert(1)",
    "{0.__class__}",
    "%s%s%n",
    "' OR 1=1 --",
    "<b>x</b>",
    "=1+1",
    "$(id)",
    "CON",
    "tp_a\u200b",
    "ｔｐ_a",
)
_NO_IDS = tuple(
    Case(
        f"{name[:30]!r} as channel of a touchpoint",
        with_value("touchpoints", "channel", name, "tp_c"),
        "field-refused",
        place("touchpoints", "tp_c", "channel"),
        "string_pattern_mismatch",
    )
    for name in _LOOKS_LIKE
)


def _renamed(table: str, old: str, new: str, code: str, where: tuple[str | int, ...]) -> Case:
    def rename(made: Document) -> None:
        record(made, table, old)["id"] = new

    return Case(f"{old} called {new}", changed(rename), code, where)


def _copied(table: str, record_id: str) -> Case:
    def copy(made: Document) -> None:
        owner = made if table in made else made["maps"][0]
        owner[table].insert(0, record(made, table, record_id))

    return Case(f"{record_id} twice", changed(copy), "id-twice", place(table, record_id))


_IDS = (
    *(
        _copied(table, record_id)
        for table, record_id in (
            ("touchpoints", "tp_c"),
            ("notes", "nt_a"),
            ("links", "lk_a"),
            ("comments", "cm_a"),
            ("rounds", "vr_a"),
            ("phases", "ph_a"),
            ("steps", "st_a"),
            ("lanes", "ln_a"),
            ("channels", "ch_a"),
            ("personas", "ps_a"),
            ("actions", "ac_a"),
            ("surveys", "sv_a"),
            ("funnel", "fn_a"),
            ("agenda", "ag_a"),
            ("parked", "pk_a"),
            ("views", "vw_a"),
            ("assets", "as_a"),
            ("maps", "map_1"),
        )
    ),
    _renamed("parked", "pk_a", "tp_a", "id-twice", ("parked", "tp_a")),
    _renamed("parked", "pk_a", "map_1", "id-twice", ("parked", "map_1")),
    _renamed("actions", "ac_a", "zz_a", "wrong-prefix", ("actions", "zz_a")),
    _renamed("comments", "cm_a", "tp_z", "wrong-prefix", ("maps", MAP_TITLE, "comments", "tp_z")),
    _renamed("agenda", "ag_a", "settings_a", "wrong-prefix", ("agenda", "settings_a")),
)


def _rule(name: str, change: Callable[[Document], object], code: str, where: tuple[str | int, ...]) -> Case:
    return Case(name, changed(change), code, where)


def _same_number(made: Document) -> None:
    record(made, "notes", "nt_a")["number"] = 1


def _link_to_itself(made: Document) -> None:
    record(made, "links", "lk_a")["target"] = "tp_a"


def _link_twice(made: Document) -> None:
    made["maps"][0]["links"].append({"id": "lk_z", "source": "tp_a", "target": "tp_c"})


def _phase_without_step(made: Document) -> None:
    made["maps"][0]["phases"].append({"id": "ph_z", "rank": "a9", "name": "Empty"})


def _card_in_curve(made: Document) -> None:
    record(made, "touchpoints", "tp_c")["lane"] = "ln_c"


def _note_among_touchpoints(made: Document) -> None:
    record(made, "notes", "nt_a")["lane"] = "ln_a"


def _stage_twice(made: Document) -> None:
    made["funnel"].append({"id": "fn_z", "stage": "leads", "count": 1})


def _four_words(made: Document) -> None:
    made["settings"] = {"emotion_labels": ["a", "b", "c", "d"]}


def _persona_twice(made: Document) -> None:
    made["maps"][0]["overlaid_personas"] = ["ps_b", "ps_b"]


def _no_lanes(made: Document) -> None:
    made["maps"][0]["lanes"] = []


def _no_steps(made: Document) -> None:
    made["maps"][0]["steps"] = []


def _too_many_dots(made: Document) -> None:
    record(made, "rounds")["ballots"] = [{"dots": ["tp_a"] * 4}]


def _two_open(made: Document) -> None:
    made["maps"][0]["rounds"].append({"id": "vr_z", "rank": "a1"})


_RULES = (
    _rule("more dots than people have", _too_many_dots, "too-many-dots", place("rounds", "vr_a")),
    _rule("two open rounds", _two_open, "round-open", place("rounds", "vr_z")),
    _rule("a number twice", _same_number, "number-twice", place("notes", "nt_a")),
    _rule("a link to itself", _link_to_itself, "link-to-itself", place("links", "lk_a")),
    _rule("a link twice", _link_twice, "link-twice", place("links", "lk_z")),
    _rule("a phase without a step", _phase_without_step, "step-needed", place("phases", "ph_z")),
    _rule("a touchpoint in the curve", _card_in_curve, "wrong-lane", place("touchpoints", "tp_c")),
    _rule("a note among touchpoints", _note_among_touchpoints, "wrong-lane", place("notes", "nt_a")),
    _rule("a stage twice", _stage_twice, "funnel-stage-twice", ("funnel", "fn_z")),
    _rule("four words for emotions", _four_words, "emotion-labels", ("settings", "emotion_labels")),
    _rule("a persona twice", _persona_twice, "reference-twice", ("maps", MAP_TITLE, "overlaid_personas")),
    _rule("a map without lanes", _no_lanes, "unknown-reference", place("touchpoints", "tp_a", "lane")),
    _rule("a map without steps", _no_steps, "step-needed", place("phases", "ph_a")),
)

_TWICE = (
    Case("a key twice on top", swapped(b'"title": "Sample"', b'"title": "a", "title": "Sample"'), "key-twice"),
    Case(
        "an empty key twice", swapped(b'"title": "Sample"', b'"": 1, "": 2'), "field-refused", ("",), "extra_forbidden"
    ),
    Case("a format twice", swapped(_VERSION, _VERSION + b', "format": "cjeditor-project"'), "key-twice"),
    Case("two versions, the known one last", swapped(_VERSION, _VERSION + b", " + _VERSION), "key-twice"),
    Case(
        "two versions, the known one first",
        swapped(_VERSION, _VERSION + b', "version": 9'),
        "field-refused",
        ("version",),
    ),
    Case("a table twice", swapped(b'"funnel": [', b'"funnel": [], "funnel": ['), "key-twice"),
    Case(
        "an id twice in a card",
        swapped(b'"id":"tp_c"', b'"id":"tp_x","id":"tp_c"'),
        "key-twice",
        place("touchpoints", "tp_c"),
    ),
    Case(
        "an emotion twice",
        swapped(b'"emotion":-2', b'"emotion":2,"emotion":-2'),
        "key-twice",
        place("touchpoints", "tp_c"),
    ),
    Case(
        "an emotion twice, once in escapes",
        swapped(b'"emotion":-2', rb'"\u0065\u006dotion":2,"emotion":-2'),
        "key-twice",
        place("touchpoints", "tp_c"),
    ),
    Case(
        "a key twice in a KPI",
        swapped(b'"name":"Visits"', b'"name":"a","name":"Visits"'),
        "key-twice",
        place("touchpoints", "tp_d", "kpis", "kp_a"),
    ),
    Case(
        "an answer twice in a survey",
        swapped(b'"answers":[7]', b'"answers":[1],"answers":[7]'),
        "key-twice",
        ("surveys", "sv_b"),
    ),
    Case(
        "a thousand times the same key",
        swapped(b'"emotion":-2', b'"emotion":1,' * 1000 + b'"emotion":-2'),
        "key-twice",
        place("touchpoints", "tp_c"),
    ),
)


def _many(count: int) -> Callable[[Document], object]:
    def put(made: Document) -> None:
        record(made, "surveys", "sv_b")["answers"] = [11] * count

    return put


_MANY = (
    Case(
        "a hundred thousand wrong answers", changed(_many(100_000)), "field-refused", ("surveys", "sv_b", "answers", 0)
    ),
    Case(
        "a text too long among others",
        with_value("maps", "scope", "a\n" * TEXT_LIMIT, "map_1"),
        "field-refused",
        place("maps", "map_1", "scope"),
        "string_too_long",
    ),
)

CASES = (*_DANGLING, *_NO_IDS, *_IDS, *_RULES, *_TWICE, *_MANY)
