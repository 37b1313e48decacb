"""Every command a developer needs, with its own set-up: ``python3 dev.py demo`` on a fresh machine.

Standard library only, Linux and Windows. The first run makes ``.venv`` beside this file and installs the
locked requirements; on Debian-like systems it also installs the shared libraries Qt needs, where the user
may do so, and otherwise prints the one line that does.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
ON_LINUX = sys.platform.startswith("linux")

# Debian's packages by the shared object that shows they are there; the object's name holds on every
# release, the package's does not (libcups2, libcups2t64).
LIBRARIES = {
    "libglib2.0-0": "libglib-2.0.so.0",
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libfreetype6": "libfreetype.so.6",
    "libfontconfig1": "libfontconfig.so.1",
    "libdbus-1-3": "libdbus-1.so.3",
    "libpulse0": "libpulse.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxrandr2": "libXrandr.so.2",
    "libcups2": "libcups.so.2",
}
PROGRAMS = {
    "xvfb": "Xvfb",
    "xauth": "xauth",
    "poppler-utils": "pdftotext",
    "qpdf": "qpdf",
    "softhsm2": "softhsm2-util",
}


def say(text: str) -> None:
    """Print at once, so that the words stand before what a child process prints; not into what it answers."""
    print(text, file=sys.stderr, flush=True)


def run(*command: str | Path, environment: dict[str, str] | None = None, aside: bool = False) -> int:
    """Run a program in the project's folder and return its exit code; ``aside``, its words are no answer."""
    words = sys.stderr if aside else None
    return subprocess.call([str(part) for part in command], cwd=ROOT, env=environment, stdout=words)


def has_display() -> bool:
    """Whether a window can be shown."""
    return not ON_LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def environment() -> dict[str, str]:
    """Give children UTF-8 everywhere and a platform that works without a display."""
    variables = {**os.environ, "PYTHONUTF8": "1"}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)  # tests start the program many times
    if not has_display():
        variables.setdefault("QT_QPA_PLATFORM", "offscreen")
    return variables


def loads(shared_object: str) -> bool:
    """Whether the system's loader finds a library."""
    try:
        ctypes.CDLL(shared_object)
    except OSError:
        return False
    return True


def ensure_libraries(*, for_tests: bool) -> None:
    """Install what Qt and the tests need of a Debian-like system, or print how to."""
    if not ON_LINUX:
        return
    missing = [package for package, name in LIBRARIES.items() if not loads(name)]
    if for_tests:
        missing += [package for package, program in PROGRAMS.items() if shutil.which(program) is None]
    if importlib.util.find_spec("ensurepip") is None and not VENV.exists():
        missing.append("python3-venv")
    if not missing:
        return
    if shutil.which("apt-get") is None:
        say("This system lacks what these Debian packages hold; install their like: " + " ".join(missing))
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    prefix = elevation()
    if prefix is None:
        say(f"Some system packages are missing. Run this once:\n  sudo {' '.join(install)}")
        return
    say(f"Installing system packages: {' '.join(missing)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update", "-qq"], [*install, "-qq"]):
        if run(*prefix, *step, environment=quiet, aside=True) != 0:
            say(f"That did not work. Run this once:\n  sudo {' '.join(install)}")
            return


def elevation() -> list[str] | None:
    """Return what goes before a command to run it as root without a password; ``None`` if nothing does."""
    if os.geteuid() == 0:  # type: ignore[attr-defined, unused-ignore]
        return []
    if shutil.which("sudo") and subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) == 0:
        return ["sudo", "-n"]
    return None


def venv_python() -> Path:
    """Return the interpreter of ``.venv``."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def ensure_venv(lock: str) -> Path:
    """Make ``.venv`` and install a lock file into it, unless exactly that lock is installed already."""
    python = venv_python()
    if not python.exists():
        say("Making .venv")
        if run(sys.executable, "-m", "venv", VENV, aside=True) != 0:
            raise SystemExit("Python could not make a virtual environment; its venv module is incomplete.")
    wanted = hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()
    # The developers' lock contains everything of the program's own.
    program_wanted = hashlib.sha256((ROOT / "requirements.txt").read_bytes()).hexdigest()
    stamp = VENV / f"{lock}.sha256"
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return python
    say(f"Installing what {lock} names; the first time this takes a few minutes")
    pip = (python, "-m", "pip", "install", "-qq", "--require-hashes", "--no-deps", "-r", ROOT / lock)
    if run(*pip, aside=True) != 0:
        raise SystemExit(f"The packages of {lock} could not be installed; nothing else was changed.")
    stamp.write_text(wanted, encoding="ascii")
    if lock != "requirements.txt":
        (VENV / "requirements.txt.sha256").write_text(program_wanted, encoding="ascii")
    return python


def prepare(*, for_tests: bool) -> Path:
    """Do all set-up and return the interpreter to use."""
    ensure_libraries(for_tests=for_tests)
    return ensure_venv("requirements-dev.txt" if for_tests else "requirements.txt")


def demo(arguments: Sequence[str]) -> int:
    """Show the program on a made-up inspection; without a display, write its notice to ``out``."""
    python = prepare(for_tests=False)
    command = [str(python), "-m", "inspector_app", "demo"]
    if not has_display() and "--headless" not in arguments:
        command += ["--headless"] + ([] if "--out" in arguments else ["--out", "out"])
    return run(*command, *arguments, environment=environment())


def start(arguments: Sequence[str]) -> int:
    """Start the program as a user would."""
    python = prepare(for_tests=False)
    return run(python, "-m", "inspector_app", *arguments, environment=environment())


def test(arguments: Sequence[str]) -> int:
    """Run the tests, or those that are named."""
    python = prepare(for_tests=True)
    parallel = ["-n", str(min(4, os.cpu_count() or 1))]
    return run(python, "-m", "pytest", *parallel, *arguments, environment=environment())


def lint(_arguments: Sequence[str]) -> int:
    """Check style, form, types and layers; all of them, whatever fails."""
    python = prepare(for_tests=True)
    checks: dict[str, list[str | Path]] = {
        "style": [python, "-m", "ruff", "check", "."],
        "form": [python, "-m", "ruff", "format", "--check", "."],
        "types": [python, "-m", "mypy"],
        "layers": [python.with_name("lint-imports" + (".exe" if os.name == "nt" else ""))],
    }
    failed = [name for name, command in checks.items() if run(*command, environment=environment()) != 0]
    say("lint: " + (f"failed in {', '.join(failed)}" if failed else "all good"))
    return 1 if failed else 0


def bench(arguments: Sequence[str]) -> int:
    """Measure the rows of the design's table and print them as ratios."""
    python = prepare(for_tests=True)
    return run(python, ROOT / "tests" / "bench.py", *arguments, environment=environment())


def conformance(arguments: Sequence[str]) -> int:
    """Replay recorded scenarios and expressions: two files, three lines; failures go to a file in ``out``."""
    python = prepare(for_tests=True)
    files = [str(Path(one).resolve()) if Path(one).exists() else one for one in arguments]
    return run(python, "-m", "tests.conformance", *files, environment=environment())


def screenshots(arguments: Sequence[str]) -> int:
    """Draw every page, light and dark, in both languages, into a folder."""
    python = prepare(for_tests=False)
    return run(python, "-m", "inspector_app", "screenshots", *arguments, environment=environment())


def package(_arguments: Sequence[str]) -> int:
    """Freeze the program for this system and let the frozen program test itself."""
    python = prepare(for_tests=True)
    dist, work = ROOT / "dist", ROOT / "build" / "pyinstaller"
    freeze = ["-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", str(dist)]
    spec = ROOT / "build_installer.spec"
    code = run(python, *freeze, "--workpath", work, spec, environment=environment())
    if code != 0:
        return code
    frozen = dist / "inspector-app" / ("inspector-app.exe" if os.name == "nt" else "inspector-app")
    code = run(frozen, "--self-test", environment=environment())
    say(f"{frozen.relative_to(ROOT)}: " + ("runs" if code == 0 else f"its self-test failed ({code})"))
    return code


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "demo": demo,
    "run": start,
    "test": test,
    "lint": lint,
    "bench": bench,
    "conformance": conformance,
    "screenshots": screenshots,
    "package": package,
}


def main() -> int:
    """Read the command and hand it what follows."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is started by whatever Python is there
        raise SystemExit("Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ".")
    lines = [f"  {name:12} {(command.__doc__ or '').splitlines()[0]}" for name, command in COMMANDS.items()]
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description="Commands:\n" + "\n".join(lines),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="handed on to what the command runs")
    chosen = parser.parse_args()
    return COMMANDS[chosen.command](chosen.arguments)


if __name__ == "__main__":
    raise SystemExit(main())
