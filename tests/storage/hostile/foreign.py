"""Files that are no projects at all, though they are called `.cjmap`."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import pickle
import zipfile
import zlib

from cjeditor.storage.migrations import VERSION
from tests.interchange import painting
from tests.storage.hostile.case import Case, whole


def _zipped(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, whole())
    return out.getvalue()


def _zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.cjmap", b" " * 4_000_000)
    return out.getvalue()


class _Runs:
    """What a pickle can be made to do when it is read."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (print, ("owned",))


_FILES: dict[str, bytes] = {
    # Pictures
    "PNG": painting.png(),
    "JPEG": painting.jpeg(32, 32),
    "GIF": b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!",
    "BMP": b"BM\x1e\x00\x00\x00\x00\x00\x00\x00\x1a\x00\x00\x00",
    "TIFF": b"II*\x00\x08\x00\x00\x00",
    "WebP": b"RIFF\x24\x00\x00\x00WEBPVP8 ",
    "icon": b"\x00\x00\x01\x00\x01\x00\x10\x10",
    "SVG": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    # Documents
    "PDF": b"%PDF-1.7\n1 0 obj\n<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>\nendobj",
    "PostScript": b"%!PS-Adobe-3.0\n(%pipe%id) (w) file",
    "RTF": b"{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Times;}} Hello}",
    "old office document": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(24),
    "HTML": b"<!DOCTYPE html><html><body onload=alert(1)></body></html>",
    "XML": b'<?xml version="1.0"?><project format="cjeditor-project" version="1"/>',
    "XML that reads a file": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    "XML that grows": b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><a>&b;&b;&b;</a>',
    "property list": b"bplist00\xd1\x01\x02",
    "Markdown": b"# My journey\n\n- cjeditor-project\n",
    "YAML": b"format: cjeditor-project\nversion: 1\ntitle: !!python/object/apply:os.system ['id']\n",
    "TOML": b'format = "cjeditor-project"\nversion = 1\n',
    "INI": b"[project]\nformat=cjeditor-project\n",
    "CSV": b"format,version\ncjeditor-project,1\n=cmd|' /C calc'!A0,\n",
    "mail": b"From: a@example.org\nSubject: map\n\ncjeditor-project\n",
    "JavaScript": b'window.name = {"format": "cjeditor-project", "version": 1}',
    "JSONP": b'callback({"format": "cjeditor-project", "version": 1})',
    "guarded JSON": b')]}\',\n{"format": "cjeditor-project", "version": 1}',
    "a merge that was not resolved": b"<<<<<<< HEAD\n" + whole(),
    "a pointer to large files": b"version https://lfs.example/spec/v1\noid sha256:0\nsize 12345\n",
    "a saved login page": b'\n\n  <html><head><meta http-equiv="refresh" content="0;url=http://evil.example/"></head></html>',
    # Archives
    "zip with a project in it": _zipped("project.cjmap"),
    "zip that leads outside": _zipped("../../../.bashrc"),
    "zip bomb": _zip_bomb(),
    "gzip of a project": gzip.compress(whole(), mtime=0),
    "bzip2 of a project": bz2.compress(whole()),
    "xz of a project": lzma.compress(whole()),
    "deflated project": zlib.compress(whole()),
    "tar": b"project.cjmap".ljust(257, b"\0") + b"ustar\x0000",
    "7z": b"7z\xbc\xaf\x27\x1c\x00\x04",
    "rar": b"Rar!\x1a\x07\x01\x00",
    # Programs
    "Linux program": b"\x7fELF\x02\x01\x01" + bytes(57),
    "Windows program": b"MZ\x90\x00\x03\x00\x00\x00" + bytes(56),
    "macOS program": b"\xcf\xfa\xed\xfe\x07\x00\x00\x01",
    "Java class": b"\xca\xfe\xba\xbe\x00\x00\x00\x34",
    "WebAssembly": b"\x00asm\x01\x00\x00\x00",
    "shell script": b"#!/bin/sh\nrm -rf ~\n",
    "Python": b"import os; os.system('id')\n",
    "Windows link": b"L\x00\x00\x00\x01\x14\x02\x00",
    "desktop entry": b"[Desktop Entry]\nType=Application\nExec=sh -c id\n",
    "pickle": pickle.dumps(_Runs()),
    "text that virus scanners look for": b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
    # Data of other programs
    "database": b"SQLite format 3\x00\x10\x00\x01\x01",
    "font": b"\x00\x01\x00\x00\x00\x0c\x00\x80",
    "MP3": b"ID3\x03\x00\x00\x00\x00\x00\x21",
    "film": b"\x00\x00\x00\x18ftypmp42",
    "noise": bytes(range(256)),
    "ones": b"\xff" * 64,
    # JSON that is none of ours
    "null": b"null",
    "true": b"true",
    "a number": b"1",
    "NaN": b"NaN",
    "a text": b'"cjeditor-project"',
    "an empty list": b"[]",
    "an empty object": b"{}",
    "our project in a list": b"[" + whole() + b"]",
    "our project within another": b'{"data": ' + whole() + b"}",
    "our name as a key": b'{"cjeditor-project": 1}',
    "our name in upper case": b'{"format": "CJEDITOR-PROJECT", "version": 1}',
    "our name with a blank": b'{"format": "cjeditor-project ", "version": 1}',
    "our name with a NUL": b'{"format": "cjeditor-project\\u0000", "version": 1}',
    "our name in a list": b'{"format": ["cjeditor-project"], "version": 1}',
    "no name": b'{"format": null, "version": 1}',
    "our recovery header": b'{"format": "cjeditor-recovery", "version": 1}',
    "our own blocks": b'{"format": "cjeditor-blocks", "version": 1, "blocks": []}',
    "a drawing": b'{"type": "excalidraw", "version": 2, "elements": []}',
    "a notebook": b'{"cells": [], "metadata": {}, "nbformat": 4}',
    "GeoJSON": b'{"type": "FeatureCollection", "features": []}',
    "a schema": b'{"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "file:///etc/passwd"}',
    "lines of JSON": b'{"a": 1}\n{"a": 2}\n',
    # Versions that are none
    "a version as text": b'{"format": "cjeditor-project", "version": "1"}',
    "a version as a fraction": b'{"format": "cjeditor-project", "version": 1.0}',
    "a version as power of ten": b'{"format": "cjeditor-project", "version": 1e0}',
    "no version": b'{"format": "cjeditor-project", "version": null}',
    "a version in a list": b'{"format": "cjeditor-project", "version": [1]}',
    "an object as version": b'{"format": "cjeditor-project", "version": {"$gt": 0}}',
    "a version that is not a number": b'{"format": "cjeditor-project", "version": NaN}',
    "an endless version": b'{"format": "cjeditor-project", "version": -Infinity}',
    "a version of ten digits": b'{"format": "cjeditor-project", "version": 1000000000}',
}

CASES = (
    *(Case(name, data, "not-a-project") for name, data in _FILES.items()),
    *(
        Case(name, data, "empty-file")
        for name, data in {
            "nothing": b"",
            "a blank": b" ",
            "only blanks": b" \t\r\n" * 500,
            "only a byte order mark": b"\xef\xbb\xbf",
            "a byte order mark and blanks": b"\xef\xbb\xbf \n",
        }.items()
    ),
    *(
        Case(name, b'{"format": "cjeditor-project", "version": %d, "title": "x"}' % number, code)
        for name, number, code in (
            ("the next version", VERSION + 1, "too-new"),
            ("a version far ahead", 999_999_999, "too-new"),
            ("version 0", 0, "unknown-version"),
            ("a negative version", -1, "unknown-version"),
            ("a version far behind", -999_999_999, "unknown-version"),
        )
    ),
)
