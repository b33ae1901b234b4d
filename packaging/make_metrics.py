"""Write `resources/metrics/lato.json`: the advance widths of the faces we set text in, so that measuring opens no font.

Run it with the project's interpreter after a new release of the font package; a test tells when it is due.
"""

from __future__ import annotations

import json
from pathlib import Path

from fontTools.ttLib import TTFont

from cjeditor import resources

FACES = {"regular": "Lato-Regular", "medium": "Lato-Medium", "semibold": "Lato-SemiBold", "bold": "Lato-Bold"}


def tables() -> str:
    """The file's text: for each face units per em and runs of widths, each run starting at a code point."""
    faces = {}
    for face, name in FACES.items():
        font = TTFont(resources.font_file(name))
        widths = {code: font["hmtx"][glyph][0] for code, glyph in font.getBestCmap().items()}
        runs: list[list[int]] = []
        last = None
        for code in sorted(widths):
            if last is None or code != last + 1:
                runs.append([code])
            runs[-1].append(widths[code])
            last = code
        faces[face] = {"units_per_em": font["head"].unitsPerEm, "runs": runs}
    return json.dumps(faces, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    target = Path(__file__).resolve().parent.parent / "resources" / "metrics" / "lato.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(tables(), encoding="utf-8")
