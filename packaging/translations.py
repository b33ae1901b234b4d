"""Keeps the translations in step with the sources: `update`, `check`, `compile`; the sources hold the English.

- `update`: take new messages into each .po file and drop those that no source asks for any more
- `check`: say what is missing, orphaned, uncertain or wrongly filled; exit status 1 when anything is
- `compile`: make the .mo files that keep Babel out of start-up (ignored by git)
"""

from __future__ import annotations

import ast
import io
import string
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).resolve().parent.parent
SOURCES: Final = ROOT / "cjeditor"
TRANSLATIONS: Final = ROOT / "resources" / "translations"
KEYWORDS: Final = {"t": 1, "N_": 1, "tp": 2, "tn": 2}
"""How many texts the functions take that ask for words."""
WIDTH: Final = 118

sys.path.insert(0, str(ROOT))  # a script's own folder comes first, which is not the package's

from cjeditor.texts import compiled_catalogue  # noqa: E402  needs the line above


def extracted() -> Catalog:
    """Return all messages that the sources ask for, in the order of the files."""
    catalogue = Catalog(project="cjeditor", charset="utf-8")
    for path in sorted(SOURCES.rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        for message, context in messages(path.read_text(encoding="utf-8")):
            # Files only, no lines: otherwise every edit of the program would change the catalogues.
            catalogue.add(message, None, [(place, 0)], context=context)
    return catalogue


def messages(source: str) -> Iterator[tuple[str | tuple[str, str], str | None]]:
    """Yield the messages of a Python source in their order: one form or two, and a context or none.

    Babel's own reader goes by tokens: before Python 3.12 it sees nothing inside f-strings.
    """
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and _function(node) in KEYWORDS]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        count = KEYWORDS[_function(call)]
        given = [one.value for one in call.args[:count] if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if len(given) < count:
            continue
        match _function(call):
            case "tn":
                yield (given[0], given[1]), None
            case "tp":
                yield given[1], given[0]
            case _:
                yield given[0], None


def _function(call: ast.Call) -> str:
    """Return the name of what is called, without what it belongs to."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def po_files() -> list[Path]:
    """Return the catalogues, one a language."""
    return sorted(TRANSLATIONS.glob("*.po"))


def read(path: Path) -> Catalog:
    """Return the catalogue at `path`; its name is its language."""
    return read_po(io.BytesIO(path.read_bytes()), locale=path.stem, abort_invalid=True)


def updated(catalogue: Catalog, template: Catalog) -> bytes:
    """Return `catalogue` as a .po file with exactly the messages of `template`."""
    date = catalogue.creation_date
    catalogue.update(template, no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False)
    catalogue.creation_date = date
    catalogue.obsolete.clear()
    out = io.BytesIO()
    write_po(out, catalogue, width=WIDTH, ignore_obsolete=True, include_lineno=False)
    return out.getvalue()


def problems(catalogue: Catalog, template: Catalog) -> Iterator[str]:
    """Yield a line for everything that keeps `catalogue` from being a complete translation of `template`."""
    wanted = {_key(message): message for message in template if message.id}
    present = {_key(message): message for message in catalogue if message.id}
    for key in sorted(wanted.keys() - present.keys()):
        yield f"missing: {key}"
    for key in sorted(present.keys() - wanted.keys()):
        yield f"orphaned: {key}"
    for key, message in present.items():
        yield from (f"{fault}: {key}" for fault in _faults(message))


def _key(message: Message) -> tuple[str, str]:
    """Return what a message is found by: its context and its (first) English form."""
    msgid = message.id if isinstance(message.id, str) else message.id[0]
    return message.context or "", msgid


def _faults(message: Message) -> Iterator[str]:
    """Yield what is wrong with one translated message."""
    if message.fuzzy:
        yield "fuzzy"
    sources = [message.id] if isinstance(message.id, str) else list(message.id)
    answer = message.string
    targets = [answer] if isinstance(answer, str) else list(answer or ())
    if not targets or not all(targets):
        yield "untranslated"
        return
    # A singular may leave out its number ("one card"), so each form is held against all names of the English forms.
    names = set().union(*map(fields, sources))
    if isinstance(message.id, str) and fields(targets[0]) != names:
        yield "other placeholders"
    if any(not fields(target) <= names for target in targets):
        yield "unknown placeholders"
    if any(target.endswith("…") != sources[0].endswith("…") for target in targets):
        yield "ellipsis on one side only"


def fields(pattern: str) -> set[str]:
    """Return the names of the placeholders in `pattern`."""
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name is not None}


def main(arguments: list[str]) -> int:
    """Run one of the three commands and return the exit status."""
    match arguments:
        case ["update"]:
            template = extracted()
            for path in po_files():
                path.write_bytes(updated(read(path), template))
            return 0
        case ["check"]:
            return _check()
        case ["compile"]:
            for path in po_files():
                path.with_suffix(".mo").write_bytes(compiled_catalogue(path.read_bytes()))
            return 0
        case _:
            print(__doc__, file=sys.stderr)
            return 2


def _check() -> int:
    """Print what is wrong with each catalogue; return 1 when anything is."""
    template = extracted()
    found = [f"{path.name}: {problem}" for path in po_files() for problem in problems(read(path), template)]
    print("\n".join(found) if found else "translations are current")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
