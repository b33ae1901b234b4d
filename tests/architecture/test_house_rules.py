"""The rules of the house that a reader of the source can check.

Each rule has its list of exceptions, from name to reason. A list should be empty.
"""

from __future__ import annotations

import ast
import gc
import re
from collections.abc import Iterator

import pytest

from tests.architecture.source import ROOT, Module, committed_texts, modules

PROGRAM = modules("cjeditor", "packaging")
EVERYTHING = modules("cjeditor", "packaging", "tests")

LINES = 400
METHODS = 25

LONG_FILES: dict[str, str] = {}
LARGE_CLASSES: dict[str, str] = {}
PASSED_CLOSURES: dict[str, str] = {}
UNCHECKED_COPIES: dict[str, str] = {
    "cjeditor/model/replace.py": "the function that validates puts what it has checked beside what did not change",
}
RE_EXPORTS: dict[str, str] = {}
VAGUE_NAMES: dict[str, str] = {}
NETWORK: dict[str, str] = {}
WAITING_MENUS: dict[str, str] = {}
MODULE_STATE: dict[str, str] = {}
WORKPLACES: dict[str, str] = {}

NAMED_HOSTS = (
    r"www\.w3\.org",  # names of XML vocabularies
    r"schemas\.[\w.]+",  # same
    r"purl\.org|ns\.adobe\.com|www\.aiim\.org",  # same, in PDF files
    r"json-schema\.org",  # name of the schema language
    r"download\.qt\.io",  # where the LGPL asks us to say that Qt's source is
    r"www\.gnu\.org",  # where its text is
    r"([\w-]+\.)*example(\.(com|org|net))?",  # set aside for examples
)


@pytest.fixture(autouse=True)
def _no_garbage() -> Iterator[None]:
    """Look for no garbage: going through a million nodes again and again takes longer than parsing them."""
    gc.disable()
    yield
    gc.enable()


def report(found: list[str], exceptions: dict[str, str]) -> None:
    """Fail with every finding that is no exception, and with every exception that is no finding any more."""
    names = {line.split(": ", 1)[0] for line in found}
    assert [line for line in found if line.split(": ", 1)[0] not in exceptions] == []
    assert [name for name in exceptions if name not in names] == [], "these exceptions are needed no longer"


def test_a_file_says_one_thing() -> None:
    found = [
        f"{module.name}: {count} lines" for module in EVERYTHING if (count := len(module.text.splitlines())) > LINES
    ]
    report(found, LONG_FILES)


def test_a_class_has_few_methods() -> None:
    found = []
    for module in EVERYTHING:
        for node in module.nodes(ast.ClassDef):
            count = sum(isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) for part in node.body)
            if count > METHODS:
                found.append(f"{module.name}:{node.name}: {count} methods")
    report(found, LARGE_CLASSES)


def test_signals_are_connected_to_methods_only() -> None:
    # A closure that holds its receiver keeps it alive, or outlives it; PySide6 crashes on both.
    found = []
    for module in PROGRAM:
        nested = _nested_functions(module)
        for call in module.nodes(ast.Call):
            if isinstance(call.func, ast.Attribute) and call.func.attr == "connect":
                found += [f"{module.name}: line {call.lineno}" for part in call.args if _is_closure(part, nested)]
    report(found, PASSED_CLOSURES)


def test_records_are_copied_by_the_function_that_validates() -> None:
    found = [
        f"{module.name}: line {call.lineno}"
        for module in PROGRAM
        for call in module.nodes(ast.Call)
        if isinstance(call.func, ast.Attribute)
        and (
            call.func.attr in ("model_construct", "construct")
            or (call.func.attr in ("model_copy", "copy") and any(word.arg == "update" for word in call.keywords))
        )
    ]
    report(found, UNCHECKED_COPIES)


def test_packages_re_export_nothing() -> None:
    found = [
        f"{module.name}: line {node.lineno}"
        for module in EVERYTHING
        if module.name.endswith("__init__.py")
        for node in module.tree.body
        if isinstance(node, ast.Import | ast.ImportFrom) and getattr(node, "module", "") != "__future__"
    ]
    report(found, RE_EXPORTS)


def test_names_say_what_a_thing_does() -> None:
    vague = re.compile(r"(Manager|Helper|Utils?|Base)(s)?$")
    found = [
        f"{module.name}:{node.name}"
        for module in EVERYTHING
        for node in module.nodes(ast.ClassDef)
        if vague.search(node.name)
    ]
    found += [
        module.name for module in EVERYTHING if re.search(r"(^|[/_])(manager|helper|util|base)s?\.py$", module.name)
    ]
    report(found, VAGUE_NAMES)


def test_the_network_is_opened_nowhere() -> None:
    # The import contracts cannot see these, since they look at whole packages of other people.
    banned = re.compile(
        r"\b(urllib\.request|urlopen|QNetworkAccessManager|QTcp(Socket|Server)|QUdpSocket|QSslSocket)\b"
    )
    found = [f"{module.name}: {word.group()}" for module in PROGRAM for word in banned.finditer(module.text)]
    report(found, NETWORK)


def test_menus_pop_up_and_do_not_wait() -> None:
    # conftest.py cannot catch a menu that waits; a dialogue's exec() is for the file flows, and it is caught there.
    found = [
        f"{module.name}: line {call.lineno}"
        for module in PROGRAM
        for call in module.nodes(ast.Call)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == "exec"
        and "menu" in ast.unparse(call.func).lower()
    ]
    report(found, WAITING_MENUS)


def test_no_module_holds_state() -> None:
    found = []
    for module in PROGRAM:
        found += [f"{module.name}: line {node.lineno}: global" for node in module.nodes(ast.Global)]
        for node in module.tree.body:
            if isinstance(node, ast.Assign | ast.AnnAssign) and _is_empty_container(node.value):
                found.append(f"{module.name}: line {node.lineno}: an empty container, made to be filled")
    report(found, MODULE_STATE)


def test_every_module_says_what_it_is_for() -> None:
    # The name of a test file and those of its tests say it; files that help tests say it as ours do.
    silent = [module.name for module in EVERYTHING if module.text.strip() and not ast.get_docstring(module.tree)]
    assert [name for name in silent if not name.rpartition("/")[2].startswith("test_")] == []


def test_exceptions_from_lint_carry_their_reason() -> None:
    # The reason stands behind the mark, or in a comment above it, or above a row of marks.
    mark = re.compile(r"# *(noqa(: *[A-Z0-9, ]+)?|type: *ignore(\[[a-z, -]+\])?)")
    found = []
    for module in EVERYTHING:
        lines = ["", *module.text.splitlines()]
        for number, line in enumerate(lines):
            marked = mark.search(line)
            if marked is None or _inside_string(line, marked.start()):
                continue
            reason = mark.sub("", line[marked.start() :])
            above = number - 1
            while mark.search(lines[above]):
                above -= 1
            if not re.search(r"[a-z]{2}", reason) and not lines[above].strip().startswith("#"):
                found.append(f"{module.name}: line {number}: {marked.group()}")
    report(found, {})


@pytest.mark.parametrize(
    "pattern",
    [
        rf"https?://(?!({'|'.join(NAMED_HOSTS)})\b)[\w-]+\.[\w.-]+",
        r"(?<![\w.])/(work|root|opt|tmp/team)/",
        r"\b(index-url|find-links|trusted-host)\b",
    ],
    ids=["hosts", "workplaces", "registries"],
)
def test_nothing_of_the_workplace_is_committed(pattern: str) -> None:
    here = "tests/architecture/test_house_rules.py"
    found = [
        f"{name}: {match.group()}"
        for name, text in committed_texts()
        if name != here
        for match in re.finditer(pattern, text)
    ]
    report(found, WORKPLACES)


def test_the_top_of_the_house_is_where_it_is_expected() -> None:
    # All tests above pass on an empty list; this one sees to it that the list is not empty.
    assert (ROOT / "pyproject.toml").is_file()
    assert "cjeditor/resources.py" in {module.name for module in PROGRAM}


def _nested_functions(module: Module) -> set[str]:
    """Return the names of functions defined inside functions."""
    return {
        inner.name
        for outer in module.nodes(ast.FunctionDef)
        for inner in ast.walk(outer)
        if isinstance(inner, ast.FunctionDef) and inner is not outer
    }


def _is_closure(node: ast.expr, nested: set[str]) -> bool:
    if isinstance(node, ast.Lambda) or (isinstance(node, ast.Name) and node.id in nested):
        return True
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return name in ("partial", "partialmethod")


def _is_empty_container(node: ast.expr | None) -> bool:
    if isinstance(node, ast.Dict):
        return not node.keys
    if isinstance(node, ast.List):
        return not node.elts
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("dict", "list", "set")


def _inside_string(line: str, position: int) -> bool:
    """Tell whether a quotation mark is open at `position`; good enough for one line."""
    return line[:position].count('"') % 2 == 1
