"""Write `resources/schema/cjmap-2.schema.json`, the JSON Schema of project files, from the records.

Run it with the project's interpreter after a change to the records; a test tells when it is due.
"""

from __future__ import annotations

import json
from pathlib import Path

from cjeditor.model.schema import VERSION, project_schema


def text() -> str:
    """The file's text."""
    return json.dumps(project_schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    target = Path(__file__).resolve().parent.parent / "resources" / "schema" / f"cjmap-{VERSION}.schema.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text(), encoding="utf-8")
