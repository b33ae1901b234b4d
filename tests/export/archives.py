"""Judging PDF files as archives and screen readers do, by programs other than the one that wrote them."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pikepdf
from pikepdf import pdfa


class Node(NamedTuple):
    """An element of the structure tree: its depth, its role, what is read instead, and all text marked in it."""

    depth: int
    role: str
    said: str
    text: str


def faults(path: Path) -> list[str]:
    """What keeps a file from being PDF/A-2b, what qpdf finds wrong, and marks that the tree leaves out or repeats."""
    # fontTools says of fonts with padded outlines that they are.
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    report = pdfa.validate_written(path, "2b")
    found = [str(finding) for finding in report.findings]
    if report.verdict != "pass" and not found:
        found.append(report.verdict)
    with pikepdf.open(path) as pdf:
        found += [str(problem) for problem in pdf.check_pdf_syntax()]
        found += _untold(pdf)
        root = pdf.Root
        found += [f"no {key}" for key in ("/Lang", "/MarkInfo", "/StructTreeRoot", "/OutputIntents") if key not in root]
        if not str(pdf.docinfo.get("/Title", "")):
            found.append("no title")
    return found


def read_aloud(path: Path) -> list[Node]:
    """The structure tree in its order, as it is read."""
    with pikepdf.open(path) as pdf:
        marked = {page.objgen: _texts(page) for page in pdf.pages}
        return list(_walk(pdf.Root.StructTreeRoot.K, 0, marked))


def _untold(pdf: pikepdf.Pdf) -> list[str]:
    """Each stretch of content has one element that names it, and the way back leads there."""
    found: list[str] = []
    told: Counter[tuple[tuple[int, int], int]] = Counter()
    back: dict[tuple[tuple[int, int], int], tuple[int, int]] = {}
    for element in _elements(pdf.Root.StructTreeRoot.K):
        for page, number in _stretches(element):
            told[page.objgen, number] += 1
            back[page.objgen, number] = element.objgen
    parents = pdf.Root.StructTreeRoot.ParentTree.Nums
    ways = {int(parents[i]): parents[i + 1] for i in range(0, len(parents), 2)}
    for page in pdf.pages:
        numbers = list(_texts(page))
        way = ways[int(page.obj.StructParents)]
        if len(way) != len(numbers):
            found.append(f"{len(way)} ways back for {len(numbers)} stretches")
        for number in numbers:
            key = (page.objgen, number)
            if told[key] != 1:
                found.append(f"stretch {number} is told {told[key]} times")
            elif way[number].objgen != back[key]:
                found.append(f"the way back from stretch {number} leads elsewhere")
        for annotation in page.obj.get("/Annots", ()):
            element = ways[int(annotation.StructParent)]
            if element.S != "/Link" or all(
                kid.Obj.objgen != annotation.objgen
                for kid in _kids(element)
                if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid
            ):
                found.append("a link that is not in the tree")
    return found


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield element
    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _elements(kid)


def _stretches(element: pikepdf.Object) -> Iterator[tuple[pikepdf.Object, int]]:
    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary):
            if "/MCID" in kid:
                yield kid.Pg, int(kid.MCID)
        else:
            yield element.Pg, int(kid)


def _walk(element: pikepdf.Object, depth: int, marked: dict[tuple[int, int], dict[int, str]]) -> Iterator[Node]:
    text = " ".join(marked[page.objgen][number] for page, number in _stretches(element))
    yield Node(depth, str(element.S)[1:], str(element.get("/Alt", "")), text)
    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _walk(kid, depth + 1, marked)


def _texts(page: pikepdf.Page) -> dict[int, str]:
    """The text of each marked stretch of a page by its number, in the order of painting."""
    meanings = {name: _meaning(font) for name, font in page.obj.Resources.get("/Font", {}).items()}
    texts: dict[int, str] = {}
    stack: list[int | None] = []
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                number = operands[1].get("/MCID") if str(operator) == "BDC" else None
                stack.append(None if number is None else int(number))
                if number is not None:
                    texts[int(number)] = ""
            case "EMC":
                stack.pop()
            case "Tf":
                font = meanings[str(operands[0])]
            case "Tj":
                here = next((one for one in reversed(stack) if one is not None), None)
                if here is not None:
                    texts[here] += "".join(font.get(code, "?") for code in bytes(operands[0]))
    return texts


def _meaning(font: pikepdf.Object) -> dict[int, str]:
    found: dict[int, str] = {}
    for line in font.ToUnicode.read_bytes().decode("ascii").splitlines():
        if line.startswith("<") and line.count("<") == 2:
            code, meant = (part.strip("<>") for part in line.split())
            found[int(code, 16)] = bytes.fromhex(meant).decode("utf-16-be")
    return found
