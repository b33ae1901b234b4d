"""packaging/machine.py: set-up says what is missing, does it once, and is quick the second time."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def machine() -> ModuleType:
    """Give the script as a module; its folder is no package, since it would shadow a library of that name."""
    spec = importlib.util.spec_from_file_location("machine_under_test", ROOT / "packaging" / "machine.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


class Shell:
    """Stands in for `subprocess`: notes what would run, answers with a status."""

    PIPE, STDOUT, DEVNULL = subprocess.PIPE, subprocess.STDOUT, subprocess.DEVNULL

    def __init__(self, status: int = 0) -> None:
        self.commands: list[list[str]] = []
        self.status = status

    def run(self, command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        self.commands.append(command)
        return subprocess.CompletedProcess(command, self.status, stdout="what apt said")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Give a checkout whose environment has its Python already."""
    (tmp_path / "pyproject.toml").write_text(
        '[project]\ndependencies = ["one"]\n[project.optional-dependencies]\ntest = ["two"]\nlint = ["three"]\n',
        encoding="utf-8",
    )
    package = tmp_path / ".venv" / "lib" / "python3" / "site-packages" / "pip"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (tmp_path / ".venv" / "bin").mkdir()
    (tmp_path / ".venv" / "bin" / "python").touch()
    (tmp_path / ".venv" / "pyvenv.cfg").write_text("version = 3.11", encoding="utf-8")
    return tmp_path


def test_without_root_the_exact_command_is_named(machine: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    shell = Shell()
    monkeypatch.setattr(machine, "subprocess", shell)
    monkeypatch.setattr(machine, "_libraries", lambda: "")
    monkeypatch.setattr(machine.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "apt-get" else None)
    monkeypatch.setattr(machine.os, "geteuid", lambda: 1000)
    with pytest.raises(machine.SetupFailed) as caught:
        machine.make_ready(Path("nowhere"), machine.TESTS[:2])
    assert "sudo apt-get install -y --no-install-recommends git poppler-utils" in str(caught.value)
    assert shell.commands == []


def test_root_installs_what_is_missing(machine: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shell = Shell()
    monkeypatch.setattr(machine, "subprocess", shell)
    monkeypatch.setattr(machine, "_is_there", lambda need, libraries: need.package != "xvfb")
    monkeypatch.setattr(machine, "_libraries", lambda: "")
    monkeypatch.setattr(machine.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(machine.os, "geteuid", lambda: 0)
    machine.make_ready(checkout, machine.WINDOW + machine.TESTS)
    assert shell.commands[:2] == [
        ["apt-get", "update"],
        ["apt-get", "install", "-y", "--no-install-recommends", "xvfb"],
    ]


def test_a_failing_installation_is_no_success(
    machine: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "subprocess", Shell(status=1))
    with pytest.raises(machine.SetupFailed, match="pip could not install"):
        machine.make_ready(checkout, machine.NOTHING)
    assert not (checkout / ".venv" / "cjeditor-installed").exists()


def test_dependencies_are_installed_once(machine: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shell = Shell()
    monkeypatch.setattr(machine, "subprocess", shell)
    machine.make_ready(checkout, machine.NOTHING)
    assert [command[-3:] for command in shell.commands] == [["one", "two", "three"]]
    machine.make_ready(checkout, machine.NOTHING)
    assert len(shell.commands) == 1

    project = checkout / "pyproject.toml"
    project.write_text(project.read_text(encoding="utf-8").replace("one", "one>=2"), encoding="utf-8")
    machine.make_ready(checkout, machine.NOTHING)
    assert [command[-3] for command in shell.commands] == ["one", "one>=2"]


def test_catalogues_are_compiled_when_they_changed(
    machine: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = Shell()
    monkeypatch.setattr(machine, "subprocess", shell)
    machine.make_ready(checkout, machine.NOTHING)
    source = checkout / "resources" / "translations" / "de.po"
    source.parent.mkdir(parents=True)
    source.touch()
    machine.make_ready(checkout, machine.NOTHING)
    assert shell.commands[-1][1:] == [str(checkout / "packaging" / "translations.py"), "compile"]

    count = len(shell.commands)
    source.with_suffix(".mo").touch()
    machine.make_ready(checkout, machine.NOTHING)
    assert len(shell.commands) == count


def test_an_environment_without_pip_is_filled_from_outside(
    machine: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (checkout / ".venv" / "lib" / "python3" / "site-packages" / "pip" / "__init__.py").unlink()
    shell = Shell()
    monkeypatch.setattr(machine, "subprocess", shell)
    monkeypatch.setattr(machine.importlib.util, "find_spec", lambda name: name)
    machine.make_ready(checkout, machine.NOTHING)
    python = str(checkout / ".venv" / "bin" / "python")
    assert shell.commands[0][:6] == [sys.executable, "-m", "pip", "--python", python, "install"]


def test_without_ensurepip_the_environment_is_made_without_pip(
    machine: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = Shell(status=1)
    monkeypatch.setattr(machine, "subprocess", shell)
    monkeypatch.setattr(machine.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(machine.SetupFailed, match="python3-venv"):
        machine.make_ready(tmp_path, machine.NOTHING)
    assert shell.commands[0][1:] == ["-m", "venv", "--clear", "--without-pip", str(tmp_path / ".venv")]


@pytest.mark.skipif(sys.platform != "linux", reason="ldconfig is Linux's")
def test_a_library_is_recognised_by_its_whole_name(machine: ModuleType) -> None:
    need = machine.Need("libgl1", library="libGL.so.1")
    assert machine._is_there(need, "\tlibGL.so.1 (libc6,x86-64) => /usr/lib/libGL.so.1\n")
    assert not machine._is_there(need, "\tlibGL.so.10 (libc6,x86-64) => /usr/lib/libGL.so.10\n")
