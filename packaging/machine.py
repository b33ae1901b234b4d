"""Makes the set-up true: libraries of the system, the virtual environment, and what goes into it."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

EXTRAS = ("test", "lint")


class SetupFailed(Exception):
    """The machine lacks something; the text is for people and says what to do."""


@dataclass(frozen=True)
class Need:
    """Something that the system must have: a Debian package and how to see whether it is there."""

    package: str
    library: str = ""
    """File name of a shared library, as the loader lists it."""
    command: str = ""
    """Program on the path."""


NOTHING: tuple[Need, ...] = ()

WINDOW = (
    Need("libdbus-1-3", library="libdbus-1.so.3"),
    Need("libegl1", library="libEGL.so.1"),
    Need("libfontconfig1", library="libfontconfig.so.1"),
    Need("libgl1", library="libGL.so.1"),
    Need("libglib2.0-0", library="libglib-2.0.so.0"),
    Need("libxcb-cursor0", library="libxcb-cursor.so.0"),
    Need("libxcb-icccm4", library="libxcb-icccm.so.4"),
    Need("libxcb-keysyms1", library="libxcb-keysyms.so.1"),
    Need("libxcb-shape0", library="libxcb-shape.so.0"),
    Need("libxcb-xkb1", library="libxcb-xkb.so.1"),
    Need("libxkbcommon-x11-0", library="libxkbcommon-x11.so.0"),
)
"""What Qt's window and offscreen platforms load."""

TESTS = (
    Need("git", command="git"),
    Need("poppler-utils", command="pdftotext"),
    Need("strace", command="strace"),
    Need("x11-xkb-utils", command="setxkbmap"),
    Need("xauth", command="xauth"),
    Need("xdotool", command="xdotool"),
    Need("xvfb", command="Xvfb"),
)
"""What the tests look at the results with."""


def make_ready(root: Path, needs: tuple[Need, ...]) -> str:
    """Bring the system and ``.venv`` in the checkout `root` up to what is needed.

    Takes milliseconds when nothing is missing.

    Returns:
        the path of the environment's Python.

    Raises:
        SetupFailed: something is missing that cannot be installed from here.
    """
    libraries = _libraries() if needs else ""
    _install_packages(tuple(need for need in needs if not _is_there(need, libraries)))
    environment = root / ".venv"
    python = _make_environment(environment)
    _install_dependencies(root / "pyproject.toml", environment, python)
    _compile_translations(root, python)
    return str(python)


def _libraries() -> str:
    """Return what the loader can find; empty off Linux, where Qt brings everything along."""
    ldconfig = shutil.which("ldconfig") or "/sbin/ldconfig"  # often not on the path of ordinary users
    if not Path(ldconfig).exists():
        return ""
    return subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=False).stdout


def _is_there(need: Need, libraries: str) -> bool:
    if sys.platform != "linux":
        return True
    if need.command:
        return shutil.which(need.command) is not None
    return f"{need.library} " in libraries


def _install_packages(missing: tuple[Need, ...]) -> None:
    if not missing:
        return
    names = [need.package for need in missing]
    install = ["apt-get", "install", "-y", "--no-install-recommends", *names]
    if shutil.which("apt-get") is None:
        raise SetupFailed(f"install what your system calls {', '.join(names)} (these are Debian's names)")
    if os.geteuid() != 0:
        raise SetupFailed(
            "libraries of the system are missing. Run this once, then try again:\n"
            f"  sudo apt-get update && sudo {' '.join(install)}"
        )
    print(f"cjeditor: installing {', '.join(names)}", flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], install):
        done = subprocess.run(
            command, env=quiet, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, text=True
        )
        if done.returncode != 0:
            raise SetupFailed(f"{done.stdout}\n`{' '.join(command)}` failed; see above")


def _make_environment(environment: Path) -> Path:
    """Return the Python of a working virtual environment, made now if there is none."""
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if python.exists() and (environment / "pyvenv.cfg").exists():
        return python
    print(f"cjeditor: making {environment.name}", flush=True)
    command = [sys.executable, "-m", "venv", "--clear", str(environment)]
    # Debian keeps ensurepip in a package of its own; without it the system's pip installs into the environment.
    if importlib.util.find_spec("ensurepip") is None:
        command.insert(-1, "--without-pip")
    if subprocess.run(command, check=False).returncode != 0:
        raise SetupFailed("Python could not make a virtual environment (on Debian and Ubuntu: install python3-venv)")
    return python


def _install_dependencies(project_file: Path, environment: Path, python: Path) -> None:
    """Install what `project_file` asks for, unless the stamp says that it is there already."""
    requirements = _requirements(project_file)
    stamp = environment / "cjeditor-installed"
    wanted = hashlib.sha256("\n".join([*requirements, _text(environment / "pyvenv.cfg")]).encode()).hexdigest()
    if _text(stamp) == wanted:
        return
    print("cjeditor: installing what pyproject.toml asks for", flush=True)
    quiet = os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    command = [*_pip(environment, python), "install", "--quiet", *requirements]
    if subprocess.run(command, env=quiet, check=False).returncode != 0:
        raise SetupFailed("pip could not install what pyproject.toml asks for; its message is above")
    stamp.write_text(wanted, encoding="utf-8")


def _compile_translations(root: Path, python: Path) -> None:
    """Compile catalogues that changed: the program starts quicker, and does without where this fails."""
    sources = (root / "resources" / "translations").glob("*.po")
    if any(_is_older(source.with_suffix(".mo"), source) for source in sources):
        command = [str(python), str(root / "packaging" / "translations.py"), "compile"]
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL)


def _is_older(made: Path, source: Path) -> bool:
    return not made.exists() or made.stat().st_mtime_ns < source.stat().st_mtime_ns


def _requirements(project_file: Path) -> list[str]:
    project = tomllib.loads(_text(project_file))["project"]
    extras = project["optional-dependencies"]
    return [*project["dependencies"], *(line for extra in EXTRAS for line in extras[extra])]


def _pip(environment: Path, python: Path) -> list[str]:
    """Return how to call pip for the environment, which may have none of its own."""
    if any(environment.glob("[Ll]ib/**/site-packages/pip/__init__.py")):
        return [str(python), "-m", "pip"]
    if importlib.util.find_spec("pip") is None:
        raise SetupFailed("pip is missing (on Debian and Ubuntu: install python3-pip)")
    return [sys.executable, "-m", "pip", "--python", str(python)]


def _text(path: Path) -> str:
    """Return the text of a file, or nothing when there is no such file."""
    return path.read_text(encoding="utf-8") if path.is_file() else ""
