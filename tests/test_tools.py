"""The two commands that matter: what `make test` counts and says at the end, what make and CI call."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import run  # noqa: E402  (lies in tools/)

LAST_LINE = r"(?:\S+: )?(\d+) passed, (\d+) failed, (\d+) skipped"  # as CI reads it
JUNIT = (
    '<testsuites><testsuite tests="7" failures="1" errors="1" skipped="2"/>'
    '<testsuite tests="4" failures="0" errors="0" skipped="1"/></testsuites>'
)
SETTINGS = {"MAKEFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "MFLAGS", "SEED", "FORCE", "PORT", "BROWSER"}
TARGETS = ["help", "lab", "test", "quick", "notebooks", "book", "bench", "mutants"]


def python(code: str) -> list[str]:
    """A command that runs some Python."""
    return [sys.executable, "-c", code]


# run.py: counting


@pytest.fixture
def reports(tmp_path, monkeypatch) -> Path:
    """The folder where the steps' reports lie."""
    monkeypatch.setattr(run, "REPORTS", tmp_path)
    return tmp_path


def test_a_step_is_one_test_that_passed_or_failed(reports):
    assert run.run_step(run.Step("fine", python(""))) == run.Counts(passed=1)
    assert run.run_step(run.Step("bad", python("raise SystemExit(3)"))) == run.Counts(failed=1)
    assert run.run_step(run.Step("gone", [str(reports / "nosuch")])) == run.Counts(failed=1)


@pytest.mark.parametrize(
    ("text", "code", "counts"),
    [
        (JUNIT, 1, run.Counts(passed=6, failed=2, skipped=3)),
        (JUNIT.replace('failures="1" errors="1"', 'failures="0" errors="0"'), 2, run.Counts(8, 1, 3)),
        (JUNIT.replace('failures="1" errors="1"', 'failures="0" errors="0"'), 0, run.Counts(8, 0, 3)),
        (JUNIT[:50], 1, run.Counts(failed=1)),
        (None, -9, run.Counts(failed=1)),
    ],
)
def test_a_step_with_a_report_counts_its_tests_and_its_own_death(reports, text, code, counts):
    report = reports / "x.xml"
    report.write_text(JUNIT)  # of an earlier run: it must not be counted
    write = "" if text is None else f"open({str(report)!r}, 'w').write({text!r})"
    end = "os.kill(os.getpid(), 9)" if code < 0 else f"os._exit({code})"
    assert run.run_step(run.Step("x", python(f"import os\n{write}\n{end}"), report="x.xml")) == counts


# run.py: the whole


def call(monkeypatch, capsys, *arguments: str) -> tuple[int, list[str]]:
    """run.py's exit code and the lines it printed."""
    monkeypatch.setattr(sys, "argv", ["run.py", *arguments])
    code = run.main()
    return code, capsys.readouterr().out.splitlines()


@pytest.fixture
def small(reports, monkeypatch) -> dict[str, str]:
    """Three steps in place of the real ones, no package missing, and the stamps in a dictionary."""
    stamps: dict[str, str] = {}
    steps = [
        run.Step("one", python("")),
        run.Step("two", python("raise SystemExit(1)")),
        run.Step("three", python(f"open({str(reports / 'three.xml')!r}, 'w').write({JUNIT!r})"), "three.xml"),
    ]
    monkeypatch.setattr(run, "steps", lambda seed, quick: [s for s in steps if not quick or s.name != "two"])
    monkeypatch.setattr(run, "DEBIAN", {})
    monkeypatch.setattr(run, "tree_hash", lambda: "a tree")
    monkeypatch.setattr(run, "fresh", lambda task, digest: stamps.get(task))
    monkeypatch.setattr(run, "remember", lambda task, digest, said: stamps.update({task: said}))
    return stamps


def test_every_step_runs_and_the_last_line_adds_them_up(small, monkeypatch, capsys):
    code, lines = call(monkeypatch, capsys, "test")
    assert (code, lines[-1]) == (1, "simlib: 7 passed, 3 failed, 3 skipped")
    assert re.fullmatch(LAST_LINE, lines[-1])
    assert [line for line in lines if line.startswith("==")] == ["== one", "== two", "== three"]
    assert small == {}


def test_one_step_can_be_run_alone_and_leaves_no_stamp(small, monkeypatch, capsys):
    code, lines = call(monkeypatch, capsys, "test", "--only", "one")
    assert (code, lines[-1]) == (0, "simlib: 1 passed, 0 failed, 0 skipped")
    assert small == {}
    with pytest.raises(SystemExit):
        call(monkeypatch, capsys, "test", "--only", "four")
    assert "must be one of one, two, three; got four" in capsys.readouterr().err


def test_quick_repeats_its_last_line_while_nothing_changed(small, monkeypatch, capsys):
    small["quick"] = "simlib: 5 passed, 0 failed, 0 skipped"
    code, lines = call(monkeypatch, capsys, "quick")
    assert (code, len(lines)) == (0, 1)
    assert small["quick"] in lines[0]
    # a fresh seed asks for a new run, and so does --force; make test always runs
    for arguments in (["quick", "--seed", "7"], ["quick", "--force"], ["test"]):
        assert len(call(monkeypatch, capsys, *arguments)[1]) > 1, arguments


def test_a_whole_run_that_passed_is_remembered(small, monkeypatch, capsys):
    monkeypatch.setattr(run, "steps", lambda seed, quick: [run.Step("one", python(""))])
    code, lines = call(monkeypatch, capsys, "test")
    assert (code, small["quick"]) == (0, lines[-1])
    assert small["quick"] == "simlib: 1 passed, 0 failed, 0 skipped"


def test_a_random_seed_is_said_and_used(small, monkeypatch, capsys):
    asked = []
    monkeypatch.setattr(run, "steps", lambda seed, quick: asked.append(seed) or [])
    said = [call(monkeypatch, capsys, "test", "--seed", "random")[1][0] for _ in range(2)]
    assert said == [f"seed of the statistical tests: {seed}" for seed in asked]
    assert asked[0] != asked[1]


def test_a_missing_package_is_named_and_skipped_but_fails_in_ci(monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CI", raising=False)
    assert run.missing_packages() == run.Counts(skipped=2)
    said = capsys.readouterr().out
    assert "apt-get install chromium" in said
    assert "apt-get install bubblewrap" in said
    monkeypatch.setenv("CI", "true")
    assert run.missing_packages() == run.Counts(failed=2)
    (tmp_path / "bwrap").touch(mode=0o755)
    assert run.missing_packages() == run.Counts(failed=1)
    (tmp_path / "chromium").touch(mode=0o755)
    assert run.missing_packages() == run.Counts()


def test_the_steps_and_what_quick_leaves_out():
    every, quick = run.steps("5", quick=False), run.steps("5", quick=True)
    slow = ["the book", "notebooks run again, outputs compared", "wheel and sdist"]
    names = ["ruff check", "ruff format", "pyright", "layers", "notebooks are fresh", "tests"]
    assert {step.name for step in every} == {*names, *slow}
    assert [step.name for step in quick] == names
    (tests,) = [step.command for step in every if step.name == "tests"]
    assert "not slow" not in tests
    assert tests[tests.index("--seed") + 1] == "5"


# make, and CI


def make(*arguments: str) -> str:
    """What make says, whatever was given to the make that these tests may run under."""
    env = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    done = subprocess.run(["make", *arguments], cwd=ROOT, env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_make_help_names_every_target():
    said = make("help")
    assert re.findall(r"^make (\w+)", said, re.MULTILINE) == TARGETS[1:]
    (phony,) = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert set(phony.split()) == {*TARGETS, "clean"}


@pytest.mark.parametrize(
    ("target", "command"),
    [
        ("lab", "-m simlib.cli lab --folder my --port 8888"),
        ("test", "tools/run.py test --seed 0"),
        ("quick", "tools/run.py quick --seed 0"),
        ("notebooks", "tools/notebooks.py sync"),
        ("book", "tools/book.py"),
        ("mutants", "tools/stamp.py mutants"),
        ("bench", "benchmarks/run.py"),
    ],
)
def test_a_target_runs_its_tool(target, command):
    assert command in make("-n", target)


def test_the_settings_of_make_reach_the_tools():
    assert "run.py test --seed random" in make("-n", "test", "SEED=random")
    assert "--port 9001 --no-browser" in make("-n", "lab", "PORT=9001", "BROWSER=no")
    assert "run.py quick --seed 0 --force" in make("-n", "quick", "FORCE=1")


def test_ci_installs_packages_and_calls_make_test_and_nothing_else():
    path = ROOT / ".ci" / "run"
    lines = [line for line in path.read_text().splitlines() if line and not line.startswith("#")]
    assert [line.split()[0] for line in lines] == ["set", "cd", "export", "apt-get", "apt-get", "make"]
    assert lines[0] == "set -eu"
    assert lines[-1] == "make test"
    assert set(run.DEBIAN.values()) <= set(lines[-2].split())
    assert os.access(path, os.X_OK)
