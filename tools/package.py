"""Build wheel and sdist, and run the wheel away from the tree: it must bring all that it needs.

python tools/package.py
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def run(*command: str, cwd: Path, **env: str) -> str:
    """The output of a command; its own words and an end if it fails."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, env={**os.environ, **env})
    if done.returncode:
        sys.exit(f"{' '.join(command[:4])} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run(sys.executable, "-m", "build", "-q", "--no-isolation", "--outdir", name, str(ROOT), cwd=folder)
        wheel, sdist = next(folder.glob("*.whl")), next(folder.glob("*.tar.gz"))
        with zipfile.ZipFile(wheel) as archive:
            held = {n for n in archive.namelist() if n.startswith("simlib/")}
            archive.extractall(folder / "site")
        here = {
            str(p.relative_to(ROOT))
            for p in (ROOT / "simlib").rglob("*")
            if p.is_file() and "__pycache__" not in p.parts
        }
        if here != held:
            sys.exit(f"the wheel and simlib/ differ in {sorted(here ^ held)}")
        away = folder / "away"
        away.mkdir()
        site = str(folder / "site")
        where = run(sys.executable, "-c", "import simlib; print(simlib.__file__)", cwd=away, PYTHONPATH=site)
        if not where.startswith(site):
            sys.exit(f"the wheel was not what ran: {where}")
        said = run(sys.executable, "-m", "simlib.cli", "--version", cwd=away, PYTHONPATH=site)
        print(f"{wheel.name}, {sdist.name}: {len(held)} files, runs as {said.strip()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
