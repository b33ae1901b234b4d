"""resources.py: data is found in a checkout, in an installed wheel, and without importing Qt."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cjeditor import resources


@pytest.mark.parametrize("face", ["Lato-Regular", "Lato-Bold", "Lato-Italic", "Lato-BoldItalic"])
def test_text_fonts_are_truetype(face: str) -> None:
    assert resources.font_file(face).read_bytes()[:4] == b"\0\1\0\0"


def test_an_unknown_face_is_named() -> None:
    with pytest.raises(resources.ResourceMissing, match="Lato-Wobbly"):
        resources.font_file("Lato-Wobbly")


def test_the_icon_font_and_its_map_belong_together() -> None:
    assert resources.icon_font_file().read_bytes()[:4] == b"\0\1\0\0"
    charmap = json.loads(resources.icon_charmap_file().read_text(encoding="utf-8"))
    assert int(charmap["star"], 16) > 0xE000


@pytest.mark.parametrize("name", ["missing.txt", "../pyproject.toml", "/etc/hosts"])
def test_what_is_not_a_resource_is_refused(name: str) -> None:
    with pytest.raises(resources.ResourceMissing):
        resources.path(name)


def test_text_and_data_are_the_same_file() -> None:
    name = "translations/de.po"
    assert resources.data(name).decode("utf-8") == resources.text(name)


def test_finding_fonts_imports_neither_qt_nor_the_icon_library() -> None:
    program = (
        "import sys\n"
        "from cjeditor import resources\n"
        "resources.icon_font_file(), resources.font_file('Lato-Regular')\n"
        "print(sorted({'PySide6', 'qtpy', 'qtawesome', 'fontpkg_lato'} & set(sys.modules)))\n"
    )
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
