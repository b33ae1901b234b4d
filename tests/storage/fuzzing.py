"""Atheris on the loader: a child process, since the fuzzer instruments modules on import and ends its process."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from cjeditor.storage.save import dumps
from tests.storage.hostile.case import changed, sound
from tests.storage.mutating import mutated

ROOT = Path(__file__).parents[2]

_TARGETS = (
    ("touchpoints", "title"),
    ("touchpoints", "emotion"),
    ("notes", "picture"),
    ("links", "target"),
    ("views", "zoom"),
    ("channels", "id"),
    ("assets", "data"),
)


def with_value_in_turn(value: object) -> Iterator[bytes]:
    """The sound file with a value in one field after the other, and on top."""
    for table, field in _TARGETS:

        def put(made: dict[str, object], table: str = table, field: str = field) -> None:
            owner = made if table in made else made["maps"][0]  # type: ignore[index]  # of JSON, as it comes
            owner[table][0][field] = value

        yield changed(put)
    yield changed(lambda made: made.update(title=value))


def run(runs: int) -> int:
    """Let the fuzzer call the loader so many times; how often it did. Fails where it ended before."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        chance = random.Random(3)  # noqa: S311  not for secrets
        data = dumps(sound())
        (corpus / "sound").write_bytes(data)
        for number in range(60):
            (corpus / str(number)).write_bytes(mutated(data, chance))
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "tests.storage.fuzzed",
                str(corpus),
                f"-runs={runs}",
                "-max_len=20000",
                "-timeout=20",
                "-rss_limit_mb=1500",
                f"-artifact_prefix={folder}/",
            ],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))},
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        found = [entry.read_bytes()[:2_000] for entry in Path(folder).iterdir() if entry.is_file()]
    assert done.returncode == 0, (done.stderr[-4_000:], found)
    counted = re.search(r"Done (\d+) runs", done.stderr)
    assert counted is not None, done.stderr[-4_000:]
    return int(counted[1])
