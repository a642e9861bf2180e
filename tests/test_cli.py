"""The command: its help, its exit codes, one sentence for what went wrong."""

import re
import subprocess
import sys

import pytest

from simlib.cli import main

COMMANDS = ["lab", "start", "check", "hint", "solution", "progress", "claims", "cite", "doctor"]


def simlib(*arguments: str, cwd=None) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "simlib.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, timeout=120)


def test_version_and_help():
    assert re.fullmatch(r"simlib \d+\.\d+\.\d+\n", simlib("--version").stdout)
    text = simlib("--help").stdout
    assert all(command in text for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command):
    done = simlib(command, "--help")
    assert done.returncode == 0
    assert len(done.stdout) > 100


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "01_stochastic/ucb1_index_rang"], "ucb1_index_range"),
        (["hint", "01_stochastik/decaying_greedy"], "decaying_greedy"),
        (["claims", "slivkin"], "slivkins"),
        (["claims", "slivkins", "--seed", "often"], "seed"),
        (["cite", "simlib.bandit.ucb1.UCB7"], "UCB7"),
        (["cite", "numpy.array"], "must begin with simlib"),
        (["start", "99"], "99"),
        (["claims", "slivkins/clean_event", "--set", "n_arms=0"], "n_arms must be an int >= 1; got 0"),
        (["claims", "slivkins/ucb1_rate", "--set", "n_arms=1"], "n_arms must be an int >= 2; got 1"),
        (
            ["claims", "slivkins/bernstein_tighter", "--set", "what=no"],
            "what must be one of gain, holds; got",
        ),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_2(arguments, said, tmp_path):
    done = simlib(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_an_interrupt_is_said_and_exit_code_130(monkeypatch, capsys):
    def never(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("simlib.sources.cite", never)
    with pytest.raises(SystemExit) as end:
        main(["cite", "simlib.bandit.ucb1"])
    assert end.value.code == 130
    assert capsys.readouterr().err.strip() == "simlib: interrupted"


def test_inside_a_students_folder_no_other_is_made(tmp_path):
    assert simlib("start", "01", cwd=tmp_path).returncode == 0
    assert (tmp_path / "my" / "01_stochastic.ipynb").exists()
    assert simlib("start", "02", cwd=tmp_path / "my").returncode == 0
    assert (tmp_path / "my" / "02_lower_bounds.ipynb").exists()
    assert not (tmp_path / "my" / "my").exists()


def test_an_unknown_option_is_exit_code_2():
    assert simlib("claims", "--colour").returncode == 2


def test_a_missing_course_folder_is_named(tmp_path):
    # a wheel without the course around it, started in an empty folder
    code = "import simlib.course as c, pathlib; c.__file__ = 'nowhere/simlib/course.py'; c.course_folder()"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert "FileNotFoundError" in done.stderr
    assert "SIMLIB_COURSE" in done.stderr.splitlines()[-1]


def test_cite_prints_the_papers_behind_a_class():
    done = simlib("cite", "simlib.bandit.ucb1.UCB1")
    assert done.returncode == 0
    assert "Auer" in done.stdout
    assert "2002" in done.stdout
