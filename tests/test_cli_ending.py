"""How the command line ends when somebody, or the system, wants it to: in one line, and nothing stays half written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cjeditor import cli
from tests.own_signals import hear_signals

pytestmark = pytest.mark.usefixtures("english_shell")

ROOT = Path(__file__).parents[1]


def test_ctrl_c(project_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cjeditor.commands.load", interrupted)
    assert cli.main(["validate", str(project_file)]) == 130
    assert capsys.readouterr().err == "cjeditor: stopped\n"


@pytest.mark.skipif(os.name != "posix", reason="Windows sends no signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_system_asks_an_export_to_end(number: signal.Signals, project_file: Path) -> None:
    """It is half written then: nothing of it stays, and nobody sees a trace."""
    out = project_file.with_name("out.pdf")
    command = [
        sys.executable,
        "-m",
        "cjeditor",
        "export",
        str(project_file),
        "-o",
        str(out),
        "--verbose",
        "--lang",
        "en",
    ]
    before = set(project_file.parent.iterdir())
    # No thread runs in the tests that the new process could wait for.
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, preexec_fn=hear_signals) as process:  # noqa: PLW1509
        assert process.stderr is not None
        while "page 1 of" not in process.stderr.readline():
            pass
        assert any(one.suffix == ".tmp" for one in project_file.parent.iterdir())
        process.send_signal(number)
        _, rest = process.communicate(timeout=60)
    assert process.returncode == 128 + number
    assert rest.splitlines()[-1] == "cjeditor: stopped"
    assert "Traceback" not in rest
    assert set(project_file.parent.iterdir()) == before


def test_the_caller_has_its_way_of_ending_back(project_file: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)
    assert cli.main(["validate", str(project_file)]) == 0
    assert signal.getsignal(signal.SIGTERM) is before
