"""reportlab's document as the bytes of a file: small objects are packed and compressed together.

A tagged document has thousands of them; packed they take a tenth of the room. PDF has had this since version 1.5.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from hashlib import md5
from typing import Any, Final

from reportlab.pdfbase import pdfdoc

# PDF/A asks for a second line of bytes beyond ASCII, so that nobody takes the file for text.
_HEADER: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACKED_TOGETHER: Final = 200
_STREAM_END: Final = b"endstream\n"

Document = Any
"""reportlab's document; the stubs do not know it."""


def bytes_of(document: Document, canvas: Any, ready: Mapping[int, bytes]) -> bytes:
    """The whole file with further objects that are `ready` by their numbers. The document cannot be used afterwards.

    Its identifier follows from its content: the same document gives the same bytes.
    """
    for font in document.delayedFonts:
        font.addObjects(document)
    root, info = document.Reference(document.Catalog), document.Reference(document.info)
    document.Outlines.prepare(document, canvas)
    if document.Outlines.ready < 0:
        document.Catalog.Outlines = None
    file = _File()
    number = 1
    # Formatting an object may make further ones.
    while number <= document.objectcounter:
        if number in ready:
            file.add(number, ready[number])
        else:
            made = document.idToObject[document.numberToId[number]]
            file.add(number, bytes(pdfdoc.format(made, document, toplevel=1)))
        number += 1
    return file.finished(number, root.format(document), info.format(document))


class _File:
    """The bytes so far, and where each object lies in them."""

    def __init__(self) -> None:
        self._parts = [_HEADER]
        self._size = len(_HEADER)
        self._places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65_535)}
        """By number: kind, place or number of the pack, and place in the pack, as PDF's reference streams say it."""
        self._waiting: list[tuple[int, bytes]] = []

    def add(self, number: int, content: bytes) -> None:
        """Add an object: one with a stream as it is, others to the pack."""
        if content.endswith(_STREAM_END):
            # The line feed before the end is not part of the stream, and PDF/A wants it there.
            self._put(number, content[: -len(_STREAM_END)] + b"\nendstream")
        else:
            self._waiting.append((number, content))

    def finished(self, number: int, root: bytes, info: bytes) -> bytes:
        """All bytes; `number` is the first that is not used yet."""
        for start in range(0, len(self._waiting), _PACKED_TOGETHER):
            self._pack(number, self._waiting[start : start + _PACKED_TOGETHER])
            number += 1
        start_of_references = self._size
        self._places[number] = (1, start_of_references, 0)
        table = b"".join(
            kind.to_bytes(1, "big") + place.to_bytes(4, "big") + index.to_bytes(2, "big")
            for kind, place, index in (self._places[i] for i in range(number + 1))
        )
        known = md5(b"".join(self._parts), usedforsecurity=False).hexdigest().encode("ascii")
        head = b"/Type/XRef/Size %d/W[1 4 2]/Root %b/Info %b/ID[<%b><%b>]" % (number + 1, root, info, known, known)
        self._put(number, _stream(head, table))
        return b"".join((*self._parts, b"startxref\n%d\n%%%%EOF\n" % start_of_references))

    def _pack(self, number: int, objects: list[tuple[int, bytes]]) -> None:
        index: list[str] = []
        body: list[bytes] = []
        at = 0
        for i, (each, content) in enumerate(objects):
            self._places[each] = (2, number, i)
            index.append(f"{each} {at}")
            body.append(content.rstrip() + b"\n")
            at += len(body[-1])
        heads = (" ".join(index) + "\n").encode("ascii")
        start = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(heads))
        self._put(number, _stream(start, heads + b"".join(body)))

    def _put(self, number: int, content: bytes) -> None:
        self._places[number] = (1, self._size, 0)
        whole = b"%d 0 obj\n%b\nendobj\n" % (number, content)
        self._parts.append(whole)
        self._size += len(whole)


def _stream(entries: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content)
    return b"<<%b/Length %d/Filter/FlateDecode>>\nstream\n%b\nendstream" % (entries, len(packed), packed)
