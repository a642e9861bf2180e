"""The doctor: what is missing is said with what to do, nothing is imported to find out, from any folder."""

import os
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version

import pytest

from simlib import doctor as module
from simlib.doctor import Finding, doctor, report

NUMPY = version("numpy")


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A course with constraints of its own, which is the one in force."""
    folder = tmp_path / "course"
    for part in ("book", "labs", "exercises"):
        (folder / part).mkdir(parents=True)
    monkeypatch.setenv("SIMLIB_COURSE", str(folder))
    return folder


def found() -> dict[str, Finding]:
    return {finding.name: finding for finding in doctor()}


def simlib_doctor(cwd, before="", **env) -> subprocess.CompletedProcess:
    """`simlib doctor` in another process, after the lines `before`."""
    code = f"{before}\nfrom simlib.cli import main\nmain(['doctor'])"
    env = {**{k: v for k, v in os.environ.items() if k != "SIMLIB_COURSE"}, **env}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=env, timeout=120)


def test_every_requirement_of_the_package_is_looked_for():
    findings = found()
    for name in ("numpy", "scipy", "joblib", "tqdm", "matplotlib", "pandas", "pyyaml", "typer"):
        assert findings[name].required
        assert findings[name].ok
        assert findings[name].found.startswith(version(name))
    for name in ("jupyterlab", "dask", "pytest", "bwrap", "git", "disk"):
        assert not findings[name].required
    assert "mabwiser" not in findings  # the benchmarks have an environment of their own


def test_what_is_required_comes_first():
    required = [finding.required for finding in doctor()]
    assert required == sorted(required, reverse=True)
    assert {True, False} == set(required)


def test_a_missing_requirement_is_named_with_what_to_do(monkeypatch):
    def without(name):
        if name in ("scipy", "jupyterlab"):
            raise PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr(module, "version", without)
    findings = found()
    assert findings["scipy"] == Finding(
        "scipy", False, "not installed", "everything", "pip install -c constraints.txt -e .", required=True
    )
    assert not findings["jupyterlab"].required
    lines = report(doctor()).splitlines()
    at = next(i for i, line in enumerate(lines) if " scipy " in line)
    assert lines[at].startswith("MISSING")
    assert lines[at + 1].strip() == "for everything: pip install -c constraints.txt -e ."
    at = next(i for i, line in enumerate(lines) if " jupyterlab " in line)
    assert lines[at].startswith("absent")
    assert lines[at + 1].strip() == "for working through the notebooks: make lab"
    assert lines[-1] == "missing: scipy"


def test_a_missing_program_is_no_failure(monkeypatch):
    monkeypatch.setattr(module.shutil, "which", lambda name: None if name == "bwrap" else f"/bin/{name}")
    findings = found()
    assert (findings["bwrap"].ok, findings["bwrap"].required) == (False, False)
    assert findings["git"].found == "/bin/git"
    text = report([findings["bwrap"], findings["git"]])
    assert text.splitlines() == [
        "absent   bwrap  not found",
        "                for grading in a sandbox: apt-get install bubblewrap",
        "ok       git    /bin/git",
        "All that the course needs is there.",
    ]


def test_a_version_other_than_the_tested_one_is_named(course):
    lines = [
        "# numpy==0.1",
        "numpy==1.2.3",
        f"scipy=={version('scipy')}",
        "Pandas==0.9 ; python_version == '3.11'  # two equal signs more",
        "import_linter==0.5",
        "tqdm>=1",
    ]
    (course / "constraints.txt").write_text("\n".join(lines))
    findings = found()
    assert findings["numpy"].found == f"{NUMPY} (tested with 1.2.3)"
    assert findings["numpy"].ok
    assert findings["scipy"].found == version("scipy")
    assert findings["pandas"].found == f"{version('pandas')} (tested with 0.9)"
    assert findings["import-linter"].found == f"{version('import-linter')} (tested with 0.5)"
    assert findings["tqdm"].found == version("tqdm")


def test_a_local_build_of_the_tested_version_is_that_version(course, monkeypatch):
    (course / "constraints.txt").write_text("numpy==2.9.1\nscipy==1.2\n")
    monkeypatch.setattr(module, "version", lambda name: "2.9.1+cpu")
    assert found()["numpy"].found == "2.9.1+cpu"
    assert found()["scipy"].found == "2.9.1+cpu (tested with 1.2)"


def test_a_course_without_constraints_has_no_tested_versions(course):
    assert found()["numpy"].found == NUMPY
    assert found()["course folder"].found == str(course)


def test_a_package_that_was_not_installed_is_a_finding(monkeypatch):
    def requires(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr(module, "requires", requires)
    assert found()["simlib"].required
    assert report(doctor()).splitlines()[-1] == "missing: simlib"


def test_little_room_on_the_disk_is_said_but_no_failure(monkeypatch):
    usage = module.shutil.disk_usage(".")
    monkeypatch.setattr(module.shutil, "disk_usage", lambda path: usage._replace(free=2_400_000_000))
    disk = found()["disk"]
    assert (disk.ok, disk.required, disk.found) == (False, False, "2 GB free")


def test_an_old_python_is_missing(monkeypatch):
    monkeypatch.setattr(module.sys, "version_info", (3, 10, 9))
    assert (found()["Python"].ok, found()["Python"].required) == (False, True)


def test_nothing_is_imported_to_find_out():
    code = """
import sys
before = set(sys.modules)
from simlib.doctor import doctor
names = {"yaml" if f.name == "pyyaml" else f.name.replace("-", "_") for f in doctor()}
print(len(names), sorted(names & (set(sys.modules) - before)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    n_names, loaded = done.stdout.split(maxsplit=1)
    assert int(n_names) > 20
    assert loaded == "[]\n"


def test_the_command_runs_from_any_folder(tmp_path, root):
    done = simlib_doctor(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "All that the course needs is there."
    assert str(root) in done.stdout


def test_without_numpy_and_course_the_command_says_what_to_do(tmp_path):
    before = """
import importlib.abc, importlib.metadata, sys

class NoNumPy(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "numpy":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

version = importlib.metadata.version

def without(name):
    if name == "numpy":
        raise importlib.metadata.PackageNotFoundError(name)
    return version(name)

sys.meta_path.insert(0, NoNumPy())
importlib.metadata.version = without
"""
    done = simlib_doctor(tmp_path, before, SIMLIB_COURSE=str(tmp_path / "nowhere"))
    assert (done.returncode, done.stderr) == (1, "")
    assert "Traceback" not in done.stdout
    assert done.stdout.splitlines()[-1] == "missing: course folder, numpy"
    assert "pip install -c constraints.txt -e ." in done.stdout
    assert "set SIMLIB_COURSE to it" in done.stdout
