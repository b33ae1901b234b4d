"""The JSON Schema of project files, made from the records: for editors, other programs and people's own scripts."""

from __future__ import annotations

from typing import Any

from cjeditor.model.project import Project

FORMAT = "cjeditor-project"
VERSION = 2
"""The version of the file format that the records describe."""


def project_schema() -> dict[str, Any]:
    """The schema of a project file: its envelope (`format`, `version`) and the project's own fields beside it."""
    schema = Project.model_json_schema()
    envelope = {
        "format": {"const": FORMAT, "title": "Format", "type": "string"},
        "version": {"const": VERSION, "title": "Version", "type": "integer"},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "cjeditor project",
        **{key: value for key, value in schema.items() if key not in ("title", "properties", "required")},
        "properties": {**envelope, **schema["properties"]},
        "required": ["format", "version", *schema.get("required", [])],
    }
