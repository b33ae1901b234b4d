"""The schema file is what the records say."""

from __future__ import annotations

import json
from pathlib import Path

from cjeditor.model.fields import Record
from cjeditor.model.schema import project_schema

WRITE = "run packaging/make_schema.py"


def test_the_written_schema_is_current() -> None:
    path = Path(__file__).parents[2] / "resources" / "schema" / "cjmap-2.schema.json"
    assert json.loads(path.read_text(encoding="utf-8")) == json.loads(json.dumps(project_schema())), WRITE


def test_the_schema_describes_the_envelope_and_every_record() -> None:
    schema = project_schema()
    assert schema["properties"]["format"]["const"] == "cjeditor-project"
    assert schema["required"] == ["format", "version"]
    assert schema["additionalProperties"] is False
    records = {each.__name__ for each in Record.__subclasses__() if each.__module__.startswith("cjeditor.model.")}
    assert records - {"Project", "Clipping"} == set(schema["$defs"])
